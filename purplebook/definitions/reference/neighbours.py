"""Statistical neighbours: the ten authorities most like another, by the month of the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from purplebook.definitions.reference.shipped_rows import lines
from purplebook.errors import BadInputError

CLOSENESS = {
    "E": "extremely close",
    "V": "very close",
    "C": "close",
    "S": "somewhat close",
    "N": "not close",
}


@dataclass(frozen=True)
class NeighbourList:
    """The neighbours of one authority in one list, the closest first, and how close each is said to be."""

    vintage: str
    area: str
    neighbours: tuple[str, ...]
    closeness: tuple[str, ...]


@dataclass(frozen=True)
class Neighbours:
    """Every list there is.  A vintage is the month a list is of: 2021-04."""

    items: tuple[NeighbourList, ...]

    @cached_property
    def vintages(self) -> tuple[str, ...]:
        """The months of the lists, the oldest first."""
        return tuple(sorted({item.vintage for item in self.items}))

    def of(self, area: str, *, vintage: str) -> NeighbourList | None:
        """The neighbours of an authority in one list, or None when the list has none for it."""
        if vintage not in self.vintages:
            raise BadInputError(
                f"There is no list of statistical neighbours of '{vintage}'. There are: {', '.join(self.vintages)}."
            )
        return self._by_key.get((area, vintage))

    def vintage_for(self, day: date) -> str:
        """The newest list that was there on a day; before the first list, the first."""
        earlier = [vintage for vintage in self.vintages if vintage <= f"{day:%Y-%m}"]
        return earlier[-1] if earlier else self.vintages[0]

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], NeighbourList]:
        return {(item.area, item.vintage): item for item in self.items}


@cache
def neighbours() -> Neighbours:
    """The lists that ship with the product."""
    return Neighbours(
        tuple(
            NeighbourList(
                vintage=line["vintage"],
                area=line["area"],
                neighbours=tuple(line["neighbours"].split()),
                closeness=tuple(CLOSENESS[letter] for letter in line["closeness"]),
            )
            for line in lines("neighbours.csv")
        )
    )


def month_of(vintage: str) -> str:
    """The month of a list as a reader writes it: April 2021."""
    return f"{date.fromisoformat(f'{vintage}-01'):%B %Y}"
