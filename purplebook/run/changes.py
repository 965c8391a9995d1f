"""A release → the figures that it restated, and the children who came into one or left it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from purplebook.errors import BadInputError, NoDataError
from purplebook.language.days import day_in
from purplebook.language.indicators import Indicator
from purplebook.language.periods import parse_period
from purplebook.results.answer import AnswerOfChildren
from purplebook.results.book.came_and_went import came_and_went
from purplebook.results.printed import bare_text, value_text
from purplebook.run.place import Place
from purplebook.run.release import records_of
from purplebook.run.written import write_file
from purplebook.store.releases import release_named

CHILDREN_SCHEMA = pa.schema([("la_child_id", pa.string()), ("came_or_went", pa.string()), ("times", pa.int64())])


@dataclass(frozen=True)
class Changes:
    """The headline figures that differ between a release and the one before, those with most to count first.

    Each value is said as it is printed, a count as a count.  `before` is None for the first release.
    """

    release: str
    before: str | None
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, repr=False)
class CameAndWent(AnswerOfChildren):
    """The children who came into a figure or left it, by the council's own number."""

    table: pa.Table
    indicator: str
    period: str

    @property
    def title(self) -> str:
        """Which figure it is about."""
        return f"Children who came into {self.indicator}, {self.period}, or left it"

    def write_private(self, out: Path, content: bytes) -> None:
        """Write a file of them, whole or not at all, for its owner alone: it names children."""
        write_file(out, content, what_to_do="Name another file.")


def changes(place: Place, release: str, *, indicator: str | None = None, period: str | None = None) -> Changes:
    """What a release (or the latest of a day) changed, of every headline figure or of one."""
    chosen = release_named(place.store.path, _name(release))
    before = chosen.manifest["previous"]
    if not before:
        return Changes(chosen.id, None, ())
    text = chosen.content("changes.csv").decode("utf-8")
    rows = [
        row
        for row in csv.DictReader(io.StringIO(text, newline=""))
        if (indicator is None or row["indicator"].casefold() == indicator.casefold())
        and (period is None or row["period"] == period)
    ]
    known = {item.id: item for item in place.indicators}
    ordered = sorted(rows, key=_size, reverse=True)
    return Changes(chosen.id, before, tuple(_as_printed(row, known.get(row["indicator"])) for row in ordered))


def _size(row: Mapping[str, str]) -> tuple[int, Decimal]:
    """How much changed: first in what is counted, then in the value."""
    parts, values = ([Decimal(row[f"{age}_{what}"] or 0) for age in ("old", "new")] for what in ("numerator", "value"))
    return abs(int(parts[1] - parts[0])), abs(values[1] - values[0])


def _as_printed(row: Mapping[str, str], item: Indicator | None) -> dict[str, str]:
    values = {name: Decimal(row[name]) if row[name] else None for name in ("old_value", "new_value")}
    said = {name: bare_text(value) if item is None else value_text(item, value) for name, value in values.items()}
    return {**row, **said}


def _name(release: str) -> str:
    """The name of a release, or its day however it is written."""
    try:
        day = day_in(release)
    except ValueError:
        return release
    return release if day is None else day.isoformat()


def children_of_change(place: Place, release: str, *, indicator: str | None, period: str | None) -> CameAndWent:
    """The children who came into one figure or left it, from the records of both releases."""
    if not (indicator and period):
        raise BadInputError("Name one figure to list its children: --indicator RF01 --period 2015-07.")
    store = place.store
    chosen = release_named(store.path, _name(release))
    before = release_named(store.path, chosen.manifest["previous"])
    old, new = records_of(store, before), records_of(store, chosen)
    if old is None or new is None:
        raise NoDataError(
            "The records of one of the two releases are no longer in the store, so no child can be named."
        )
    moved = came_and_went(old, new, place.indicator(indicator), period=parse_period(period))
    rows = [{"la_child_id": one.la_child_id, "came_or_went": one.way, "times": one.times} for one in moved]
    return CameAndWent(pa.Table.from_pylist(rows, schema=CHILDREN_SCHEMA), indicator, period)
