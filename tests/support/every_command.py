"""Every command that reads a store, asked of the same small council, for what must hold of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from purplebook.cli import main
from purplebook.store import Store
from tests.support.council_folder import INVENTED
from tests.support.small_book import AUTHORITY, child_number, load, referrals

CHILD = child_number(1)
AS_AT = date(2015, 8, 31)
MONTH = "2013-04"


def say(*words: object) -> Result:
    """Say words to the command line inside this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def council(folder: Path, *, days: tuple[date, ...] = (AS_AT,), every: int = 1, start: int = 0) -> Path:
    """A council's folder whose store has the extracts of some days: of every n-th referral of the small council."""
    assert say("init", folder, "--authority", AUTHORITY, "--name", "Someshire", *INVENTED_ONLY).exit_code == 0
    for day in days:
        load(Store.open(folder / "store"), folder / "files" / day.isoformat(), day, referrals()[start::every], FAULTY)
    return folder


FAULTY = ("R999999,P000001,31 Foo 2015,1A,false",)
INVENTED_ONLY = tuple(word for word in INVENTED if word == "--invented")


def questions(place: Path) -> Iterator[tuple[object, ...]]:
    """What can be asked and is printed."""
    store = ("--store", place)
    yield ("figures", "--period", MONTH, "--indicator", "RF01", "--json", *store)
    yield ("list", "RF01", "--period", MONTH, "--json", *store)
    yield ("chronology", CHILD, "--json", *store)
    yield ("counted", CHILD, "--period", MONTH, "--json", *store)
    yield ("trace", "RF01", "--child", CHILD, "--period", MONTH, "--json", *store)
    yield ("issues", "--rows", "--json", *store)
    yield ("settings", "--json", *store)
    yield ("explain", "RF01", "--json", *store)
    yield ("check", "--json", *store)


def files_of(place: Path, out: Path) -> Iterator[tuple[tuple[object, ...], Path]]:
    """The commands that write files, each with the file or folder that it writes."""
    store = ("--store", place)
    for ending in ("csv", "json", "parquet", "xlsx", "txt"):
        for name, words in (
            ("figures", ("figures", "--period", MONTH, "--indicator", "RF01")),
            ("list", ("list", "RF01", "--period", MONTH)),
            ("chronology", ("chronology", CHILD)),
            ("counted", ("counted", CHILD, "--period", MONTH)),
            ("issues", ("issues", "--rows")),
        ):
            yield (*words, "--out", out / f"{name}.{ending}", *store), out / f"{name}.{ending}"
    for ending in ("txt", "json"):
        words = ("trace", "RF01", "--child", CHILD, "--period", MONTH, "--out", out / f"trace.{ending}")
        yield (*words, *store), out / f"trace.{ending}"
    for ending in ("html", "xlsx"):
        yield ("check", "--out", out / f"check.{ending}", *store), out / f"check.{ending}"
    yield ("settings", "--out", out / "settings.csv", *store), out / "settings.csv"
    yield ("formats", "--out", out / "formats.csv"), out / "formats.csv"
    yield ("annexa", "--out", out / "annex-a.xlsx", *store), out / "annex-a.xlsx"
    yield ("template", "audits", "--out", out / "audits.xlsx"), out / "audits.xlsx"
    yield ("template", "audits", "--out", out / "audits.csv"), out / "audits.csv"
    yield ("paper", "--as-at", AS_AT, "--out", out / "paper", *store), out / "paper"
    yield ("book", "--as-at", AS_AT, "--out", out / "book", *store), out / "book"
