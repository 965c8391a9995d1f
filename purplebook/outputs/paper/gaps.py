"""What a paper leaves out, and what would fill it: for its author, never in the paper itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """What is wanting: a figure, a register's rows or a setting, by name and in words."""

    kind: str
    name: str
    words: str


@dataclass(frozen=True)
class Gap:
    """Something that the paper would say in a section, and what it needs for that."""

    section: str
    what: str
    needs: tuple[Need, ...]


def once(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Each gap once, and each need of it once, in the order of the paper."""
    distinct = dict.fromkeys(Gap(gap.section, gap.what, tuple(dict.fromkeys(gap.needs))) for gap in gaps)
    return tuple(distinct)


def summary(gaps: Iterable[Gap], *, at_most: int = 8) -> tuple[str, ...]:
    """A few lines for a screen: what is wanting most often, with how many sentences and tables each would fill."""
    places: dict[tuple[str, str], int] = {}
    for gap in gaps:
        for key in dict.fromkeys((need.kind, need.words) for need in gap.needs):
            places[key] = places.get(key, 0) + 1
    ranked = sorted(places.items(), key=lambda item: (-item[1], item[0][0]))
    lines = [f"{count} of them {'needs' if count == 1 else 'need'} {words}" for (_, words), count in ranked[:at_most]]
    return (*lines, f"and {len(ranked) - at_most} more things are wanting") if len(ranked) > at_most else tuple(lines)
