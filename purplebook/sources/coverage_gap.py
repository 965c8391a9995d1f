"""Several formats tell of one table, each from a day to a day: what is said of the days between that none covers.

SSDA903 of 2014   1 April 2013 to 31 March 2014
CIN census 2016                                   1 April 2015 to 31 March 2016
                                     a year that no file covers: figures for it would be too low
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from purplebook.sources.conform import Conformed
from purplebook.sources.raw import RawFiles

Span = tuple[date, date]


def gap_warnings(raw_files: Sequence[RawFiles], conformed: Sequence[Conformed]) -> tuple[str, ...]:
    """A line for each stretch of days between two formats' records that neither covers, with the tables it is of."""
    tables: dict[Span, list[str]] = {}
    for settled in conformed:
        formats = {part.source.source_format for part in settled.raws}
        for gap in _gaps(raw_files, table=settled.table.name, formats=formats):
            tables.setdefault(gap, []).append(settled.table.name)
    return tuple(
        f"No file covers the days between {_words(end)} and {_words(begins)} for {', '.join(names)}, so figures that "
        "need those days may be too low. Load the files between as well."
        for (end, begins), names in tables.items()
    )


def _gaps(raw_files: Sequence[RawFiles], *, table: str, formats: set[str]) -> list[Span]:
    """The last day before and the first day after each gap; none where a format holds all or its end is not known."""
    spans: list[Span] = []
    for raw in raw_files:
        if any(source.source_format in formats for source in raw.sources):
            begins, ends = raw.covers_from.get(table), raw.covers_to.get(table, raw.extracted_on)
            if begins is None or ends is None:
                return []
            spans.append((begins, ends))
    spans.sort()
    gaps: list[Span] = []
    for at in range(1, len(spans)):
        reached, begins = max(end for _, end in spans[:at]), spans[at][0]
        if (begins - reached).days > 1:
            gaps.append((reached, begins))
    return gaps


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
