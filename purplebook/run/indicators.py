"""Every indicator there is, and every practice standard they are held to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from purplebook.definitions import all_indicators
from purplebook.definitions.catalogue import SERIES, next_free_ids
from purplebook.definitions.searched import with_words
from purplebook.definitions.standards import standards as shipped_standards
from purplebook.errors import DefinitionError
from purplebook.language.indicators import Indicator
from purplebook.results.answer import Answer
from purplebook.run.place import Place

if TYPE_CHECKING:
    import pyarrow as pa

Cell = str | int | date | None


@dataclass(frozen=True, repr=False)
class Listing(Answer):
    """A list of what is declared: words, whole numbers and days in columns.  Arrow makes a table of it when asked."""

    columns: Mapping[str, Sequence[Cell]]
    name: str

    @cached_property
    def table(self) -> pa.Table:  # pyright: ignore[reportIncompatibleVariableOverride]
        """The columns as an Arrow table."""
        # To list what is declared needs no record, and Arrow takes longer to import than the list to write.
        import pyarrow as pa

        kinds = {int: pa.int64(), date: pa.date32()}
        return pa.table(
            {
                name: pa.array(cells, next((kinds[type(cell)] for cell in cells if type(cell) in kinds), pa.string()))
                for name, cells in self.columns.items()
            }
        )

    @property
    def title(self) -> str:
        """What is listed."""
        return self.name


def indicators(place: Place | None = None, *, words: Sequence[str] = ()) -> Listing:
    """A row for each indicator that ships, with its breakdowns; with a place, its council's own as well.

    With `words`, those that have all of them in their title or text; a DefinitionError when none has.
    """
    wanted = with_words(words, _of(place)) if words else _of(place)
    if not wanted:
        raise DefinitionError(
            f"No indicator has '{' '.join(words)}' in its title or its text. Try fewer words, or the beginning of one."
        )
    rows = [
        {
            "indicator": item.id,
            "edition": item.edition,
            "title": item.title,
            "theme": item.theme,
            "breakdowns": ", ".join(breakdown.name for breakdown in item.by),
        }
        for item in wanted
    ]
    return Listing(in_columns(rows), "Indicators")


def next_free(place: Place | None = None) -> Listing:
    """The id that a new indicator of each series can take."""
    rows = [
        {"series": letters, "about": SERIES[letters], "next_free": identifier}
        for letters, identifier in next_free_ids(_of(place)).items()
    ]
    return Listing(in_columns(rows), "The next free ids")


def _of(place: Place | None) -> tuple[Indicator, ...]:
    return all_indicators() if place is None else place.indicators


def standards(place: Place | None = None) -> Listing:
    """A row for each value that a practice standard has had, the oldest first; with a place, by its council's own."""
    known = shipped_standards() if place is None else place.council.standards
    rows = [
        {
            "standard": name,
            "since": since,
            "value": value,
            "unit": item.expression.unit,
            "set_by": item.set_by,
            "meaning": item.meaning,
        }
        for name, item in known.items()
        for since, value in item.expression.values
    ]
    return Listing(in_columns(rows), "Practice standards")


def in_columns(rows: Sequence[Mapping[str, Cell]], names: Sequence[str] = ()) -> Mapping[str, Sequence[Cell]]:
    """Rows as columns, in the order of these names or of the first row's."""
    return {name: [row[name] for row in rows] for name in names or (rows[0] if rows else ())}
