"""A figure and a child → the rows that count the child, and the cells of the file that each came from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.language.periods import Period
from purplebook.results.child import find_child
from purplebook.results.lineage import SourceRow, Trace
from purplebook.run.of_snapshot.trace import trace as trace_rows
from purplebook.run.place import Place
from purplebook.run.words import one_period, read_day


def trace(
    place: Place,
    indicator: str,
    *,
    child: str,
    period: str | Period | None = None,
    file: Path | None = None,
    as_at: str | date | None = None,
    authority: str | None = None,
) -> Trace:
    """Walk from a figure to the rows of one child; with `file`, one that was loaded, to its cells."""
    item = place.indicator(indicator)
    if file is not None and not file.is_file():
        raise BadInputError("--file names no file that is there. Name a file that was loaded.")
    day = read_day(as_at)
    snapshot = place.snapshot(day)
    wanted = one_period(period, as_at=day or snapshot.as_at)
    who = find_child(snapshot, child, authority_code=authority)
    return trace_rows(snapshot, item, child=who, period=wanted, file=file)


__all__ = ["SourceRow", "Trace", "trace"]
