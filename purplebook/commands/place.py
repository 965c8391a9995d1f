"""Where the records are and whose they are: the options that name a place, and the council found there.

Heavy imports wait until a command runs, here and in every command, so that `purplebook --help` is quick.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from purplebook.council import Council
    from purplebook.store import Snapshot, Store

COUNCIL_FILE = "council.toml"
STORE_FOLDER = "store"
AUTHORITY_CODE = r"\d{3}"

store_option = click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path),
    envvar="PURPLEBOOK_STORE",
    help=f"The folder of the records. Without it, the nearest {COUNCIL_FILE} upwards says where they are.",
)
authority_option = click.option(
    "--authority",
    "authorities",
    multiple=True,
    metavar="CODE",
    help="Only this authority, where the records are of many. May be said again.",
)
as_at_option = click.option("--as-at", "as_at", metavar="DATE", help="The day, such as 2015-08-31.")


def open_store(store_path: Path | None) -> Store:
    """The store to read from."""
    from purplebook.council import find_place
    from purplebook.store import Store

    return Store.open(find_place(store_path).store_path)


def council_at(store_path: Path | None) -> Council:
    """The council whose folder or store is named, or the nearest upwards; what a person should know of it is said."""
    from purplebook.council import council_of

    council = council_of(store_path)
    for notice in council.notices:
        click.echo(f"purplebook: {notice}", err=True)
    return council


def council_or_shipped(store_path: Path | None) -> Council | None:
    """The council as above, or None where no place is named and none is found: then what ships holds."""
    try:
        return council_at(store_path)
    except StoreError:
        if store_path is not None:
            raise
        return None


def snapshot_at(store_path: Path | None, as_at: date | None) -> Snapshot:
    """The snapshot that answers for a day, or the latest one."""
    store = open_store(store_path)
    return store.latest() if as_at is None else store.snapshot_for(as_at)


def read_day(text: str | None) -> date | None:
    """Read a day written as 2015-08-31; BadInputError says how to write one."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _refuse(text)
    except ValueError:
        return _refuse(text)


def check_not_ahead(day: date | None, *, today: date) -> None:
    """Refuse a day on which no extract can have been made yet; tomorrow is let by, for clocks that differ."""
    if day is not None and day > today + timedelta(days=1):
        raise BadInputError(
            f"{day.isoformat()} lies ahead: today is {today.isoformat()}, and no file can say how things stand on a "
            "later day. Name the day on which the files were extracted: --as-at 2015-08-31."
        )


def _refuse(text: str) -> date:
    raise BadInputError(f"'{text}' is not a day. Write it as year, month, day: 2015-08-31.")
