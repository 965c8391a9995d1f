"""Children aged 0 to 17 by mid-year, as published: what rates of a year ending in March are divided by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from purplebook.definitions.reference.shipped_rows import lines

SOURCE = "ONS mid-year estimates aged 0 to 17, as published with children in need 2025"


@dataclass(frozen=True)
class Population0To17:
    """The estimates of mid-year, by area and year; `symbols` are what was published in place of a number."""

    people: Mapping[tuple[str, int], int]
    symbols: Mapping[tuple[str, int], str]


@cache
def population_0_17() -> Population0To17:
    """The estimates that ship with the product."""
    people: dict[tuple[str, int], int] = {}
    symbols: dict[tuple[str, int], str] = {}
    for line in lines("population.csv"):
        for year, text in line.items():
            if year == "area" or not text:
                continue
            if text.isdigit():
                people[line["area"], int(year)] = int(text)
            else:
                symbols[line["area"], int(year)] = text
    return Population0To17(people, symbols)
