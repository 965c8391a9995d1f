"""Where the records are, whose they are, and which indicators can be asked of them: what every call begins with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from purplebook.language.indicators import Indicator
    from purplebook.store import Snapshot, Store

CONFIGURATION_FILE = "purplebook.toml"
STORE_FOLDER = "store"
AUTHORITY_CODE = r"\d{3}"


@dataclass(frozen=True)
class Place:
    """A store, and whose records it holds where a purplebook.toml says so."""

    store_path: Path
    authority_code: str | None
    authority_name: str | None

    @property
    def store(self) -> Store:
        """The store; StoreError when there is none."""
        from purplebook.store import Store

        return Store.open(self.store_path)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator that can be asked of these records."""
        from purplebook.definitions import INDICATORS

        return INDICATORS

    def indicator(self, identifier: str) -> Indicator:
        """The indicator of this id; a DefinitionError names the nearest."""
        from purplebook.definitions import indicator_by_id

        return indicator_by_id(identifier)

    def snapshot(self, as_at: date | None = None) -> Snapshot:
        """The snapshot that answers for a day, or the one loaded last."""
        return self.store.latest() if as_at is None else self.store.snapshot_for(as_at)


def find_place(store_path: Path | None) -> Place:
    """The place named, or the nearest upwards of where we are; StoreError when there is none."""
    if store_path is None:
        configuration = _nearest(Path.cwd())
        if configuration is None:
            raise StoreError(
                f"There is no {CONFIGURATION_FILE} here or in a folder above. Make one with `purplebook init`, or name "
                "the folder of the records with --store."
            )
        return _read(configuration)
    store_path = store_path.resolve()
    try:
        has_configuration = (store_path / CONFIGURATION_FILE).is_file()
    except PermissionError as fault:
        raise StoreError(
            f"You may not read {store_path}. Ask whoever keeps the records for the right to read them, or name another "
            "folder with --store."
        ) from fault
    if has_configuration:
        return _read(store_path / CONFIGURATION_FILE)
    configuration = _nearest(store_path.parent)
    place = None if configuration is None else _read(configuration)
    if place is not None and place.store_path.resolve() == store_path:
        return place
    return Place(store_path, None, None)


def check_not_ahead(day: date | None, *, today: date) -> None:
    """Refuse a day on which no extract can have been made yet; tomorrow is let by, for clocks that differ."""
    if day is not None and day > today + timedelta(days=1):
        raise BadInputError(
            f"{day.isoformat()} lies ahead: today is {today.isoformat()}, and no file can say how things stand on a "
            "later day. Name the day on which the files were extracted: --as-at 2015-08-31."
        )


def configuration_text(*, code: str, name: str) -> str:
    """The purplebook.toml of a new place."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return (
        "# Whose records these are. Every row that is loaded gets this code unless it brings its own.\n"
        f'[authority]\ncode = "{code}"\nname = "{quoted}"\n\n[store]\nfolder = "{STORE_FOLDER}"\n'
    )


def _nearest(folder: Path) -> Path | None:
    folders = (folder.resolve(), *folder.resolve().parents)
    return next((each / CONFIGURATION_FILE for each in folders if (each / CONFIGURATION_FILE).is_file()), None)


def _read(configuration: Path) -> Place:
    try:
        known = tomllib.loads(configuration.read_text("utf-8"))
        authority = known["authority"]
        code, name = str(authority["code"]), str(authority.get("name", ""))
        folder = str(known.get("store", {}).get("folder", STORE_FOLDER))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as fault:
        raise BadInputError(
            f'{configuration} cannot be read. It should begin like this:\n[authority]\ncode = "899"\nname = "…"'
        ) from fault
    if not re.fullmatch(AUTHORITY_CODE, code):
        raise BadInputError(f'{configuration}: the authority\'s code must be three digits in quotes, such as "899".')
    return Place(configuration.parent / folder, code, name or None)
