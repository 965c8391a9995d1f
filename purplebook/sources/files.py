"""Which files there are, and what each one truly is, judged by its bytes.

One pass over the bytes finds the hash and everything that decides how the text may be read.  This file knows no format
of records: it only tells text from workbooks from everything else.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EMPTY, TEXT, ZIP, OLD_OFFICE, OTHER = "empty", "text", "zip", "old Office", "other"
CHUNK_BYTES = 1 << 20
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb")
TEXT_SUFFIXES = (".csv", ".txt", ".tsv")


@dataclass(frozen=True)
class InputFile:
    """One file given to a load.  `is_plain` means that each line is one row and the text is sound UTF-8."""

    path: Path
    kind: str
    sha256: str
    encoding: str
    is_plain: bool
    has_quotes: bool
    line_count: int

    @property
    def name(self) -> str:
        """The name that messages and batches use."""
        return self.path.name


def gather(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the files meant by `paths` (a folder means every file in it), the faults found, and the warnings."""
    found: dict[Path, Path] = {}
    faults: list[str] = []
    warnings: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(child for child in path.iterdir() if child.is_file())
            wanted = [child for child in inside if not child.name.startswith((".", "~$"))]
            warnings += [
                f"{child.name}: left out, it is a hidden or lock file." for child in inside if child not in wanted
            ]
            if not wanted:
                faults.append(f"{path}: the folder holds no file. Name a folder with CSV files or an Annex A workbook.")
            found.update({child.resolve(): child for child in wanted})
        elif path.is_file():
            found.setdefault(path.resolve(), path)
        else:
            faults.append(f"{path}: there is no such file or folder. Check the spelling of the path.")
    if not found and not faults:
        faults.append("No file was given. Name the files, or a folder that holds them.")
    return tuple(found.values()), tuple(faults), tuple(warnings)


def examine(path: Path) -> InputFile:
    """Read the bytes once and return what the file is."""
    digest, utf8 = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")("strict")
    start, tail = b"", b"\n"
    is_utf8, has_nul, has_blank_line, has_controls, quotes, ends, carriage_returns, pairs = (
        True,
        False,
        False,
        False,
        0,
        0,
        0,
        0,
    )
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            digest.update(chunk)
            if not start:
                start = chunk[:8]
                chunk_text = chunk.removeprefix(codecs.BOM_UTF8)
            else:
                chunk_text = chunk
            if is_utf8:
                try:
                    utf8.decode(chunk)
                except UnicodeDecodeError:
                    is_utf8 = False
            joined = tail + chunk_text
            has_nul = has_nul or b"\x00" in chunk
            has_controls = has_controls or bool(chunk.translate(None, _ALLOWED_BYTES))
            has_blank_line = has_blank_line or b"\n\n" in joined or b"\n\r\n" in joined
            quotes += chunk.count(b'"')
            ends += chunk.count(b"\n")
            carriage_returns += chunk.count(b"\r")
            pairs += joined[-len(chunk_text) - 1 :].count(b"\r\n")
            tail = joined[-2:]
    if is_utf8:
        try:
            utf8.decode(b"", True)
        except UnicodeDecodeError:
            is_utf8 = False
    has_one_line_end = carriage_returns == pairs and pairs in (0, ends)
    return InputFile(
        path=path,
        kind=_kind(start, is_utf8=is_utf8, has_nul=has_nul, has_controls=has_controls),
        sha256=digest.hexdigest(),
        encoding="utf-8-sig" if is_utf8 else "cp1252",
        is_plain=is_utf8 and has_one_line_end and not (has_nul or has_blank_line),
        has_quotes=quotes > 0,
        line_count=ends + (not tail.endswith(b"\n")),
    )


def name_fault(file: InputFile) -> str | None:
    """Say what is wrong when a file is not what its name says, or is nothing that can be read."""
    suffix = file.path.suffix.lower()
    if file.kind == EMPTY:
        return f"{file.name}: the file is empty (0 bytes). Export it again."
    if file.kind == OLD_OFFICE:
        if _is_encrypted(file.path):
            return f"{file.name}: the workbook is protected by a password. Save a copy without a password."
        return f"{file.name}: this is an old Office file (.xls or .doc). Open it and save it as .xlsx."
    if file.kind == OTHER:
        return (
            f"{file.name}: this is neither a text file in UTF-8 or Windows-1252 nor a workbook. "
            "Save it as 'CSV UTF-8' or .xlsx."
        )
    if file.kind == TEXT and suffix in WORKBOOK_SUFFIXES:
        return f"{file.name}: the name says workbook, but the file holds plain text. Rename it to end in .csv."
    if file.kind == ZIP and suffix in TEXT_SUFFIXES:
        return f"{file.name}: the name says text, but the file is a workbook or zip. Rename it to end in .xlsx."
    return None


_ALLOWED_BYTES = bytes(byte for byte in range(256) if byte >= 32 or byte in (0, 9, 10, 13, 26))


def _kind(start: bytes, *, is_utf8: bool, has_nul: bool, has_controls: bool) -> str:
    if not start:
        return EMPTY
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (not is_utf8 and (has_nul or has_controls)):
        return OTHER
    return TEXT


def _is_encrypted(path: Path) -> bool:
    """A protected workbook is an Office container with a stream of this name, in UTF-16."""
    needle, tail = "EncryptedPackage".encode("utf-16-le"), b""
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            if needle in tail + chunk:
                return True
            tail = chunk[-len(needle) :]
    return False
