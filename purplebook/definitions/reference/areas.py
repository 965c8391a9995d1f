"""The areas that statistics are published for: their codes then and now, their regions, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property

from purplebook.definitions.reference.shipped_rows import day_or_none, lines
from purplebook.errors import BadInputError

ENGLAND = "970"


class Level(StrEnum):
    """What kind of area it is."""

    AUTHORITY = "authority"
    JOINT_RETURN = "joint return"
    PART_OF_REGION = "part of a region"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True)
class Area:
    """One area.  `code` is the Department's, which stays when the nine-character ONS code changes.

    `ended_on` is the first day on which an authority no longer existed, and `successors` who took its place.
    """

    code: str
    name: str
    level: Level
    region: str | None
    ons_code: str
    earlier_ons_codes: tuple[str, ...]
    ended_on: date | None
    successors: tuple[str, ...]

    def exists_on(self, day: date) -> bool:
        """Whether it still existed on a day."""
        return self.ended_on is None or day < self.ended_on


@dataclass(frozen=True)
class Areas:
    """Every area there is, and the ways to find one."""

    items: tuple[Area, ...]

    def get(self, code: str) -> Area | None:
        """The area with the Department's code, or None."""
        return self._by_code.get(code)

    def named(self, code: str) -> str:
        """The name of an area, or the code itself when there is none of that code."""
        area = self.get(code)
        return code if area is None else area.name

    def find(self, code: str, *, name: str = "") -> Area | None:
        """The area with this code, the Department's or an ONS code of any year; None when there is none.

        Files of 2012 to 2017 give Inner and Outer London the code of London: there the name decides.
        """
        text = "+".join(part.strip() for part in code.replace("/", "+").split("+"))
        part = self._parts.get(" ".join(name.split()).casefold())
        area = self._by_code.get(text) or self._by_ons_code.get(text.upper())
        if part is not None and area is not None and area.code == part.region:
            return part
        return area

    def what_became_of(self, area: Area) -> str:
        """What became of an authority that no longer exists, in words."""
        if area.ended_on is None:
            return f"{area.name} still exists"
        names = [self.named(code) for code in area.successors]
        after = " and ".join(f"another authority called {name}" if name == area.name else name for name in names)
        day = f"{area.ended_on.day} {area.ended_on:%B %Y}"
        return f"{area.name} ended on {day} (now {after})"

    @cached_property
    def _by_code(self) -> Mapping[str, Area]:
        return {area.code: area for area in self.items}

    @cached_property
    def _by_ons_code(self) -> Mapping[str, Area]:
        earlier = {code: area for area in self.items for code in area.earlier_ons_codes}
        return earlier | {area.ons_code: area for area in self.items}

    @cached_property
    def _parts(self) -> Mapping[str, Area]:
        return {area.name.casefold(): area for area in self.items if area.level is Level.PART_OF_REGION}


@cache
def areas() -> Areas:
    """The areas that ship with the product."""
    return Areas(
        tuple(
            Area(
                code=line["code"],
                name=line["name"],
                level=Level(line["level"]),
                region=line["region"] or None,
                ons_code=line["ons_code"],
                earlier_ons_codes=tuple(line["earlier_ons_codes"].split()),
                ended_on=day_or_none(line["ended_on"]),
                successors=tuple(line["successors"].split()),
            )
            for line in lines("areas.csv")
        )
    )


def authority(code: str) -> Area:
    """The authority with this code; BadInputError when it is none that statistics are published for."""
    area = areas().get(code)
    if area is None or area.level is not Level.AUTHORITY:
        raise BadInputError(
            f"'{code}' is not the code of an authority in England that statistics are published for. Give the three "
            "digits by which the Department knows it."
        )
    return area
