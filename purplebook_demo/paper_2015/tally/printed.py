"""The 298 figures of the 2015 paper, each with how it is to be worked out from records.

`printed_figures.csv` holds facts only: where a figure stands, what it says, and which indicator, period and group
answer it.  How a figure is read (`part`):

    value               the indicator's value              change               the count, less that of `against`
    count               what is above the line             percentage change    that, as a share of `against`
    whole               what is below the line             a month              the count, shared out over the months
    rest                those below but not above it       one count of another what is above one line, of another
    children, longest   see `from_records`
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files

FIGURE, BLANK, STANDARD, DEFINITION = "figure", "blank", "standard", "definition"
BENCHMARK, TARGET, ACTIVITY = "benchmark", "target", "activity"
IN_WORDS = {"All": 100, "Sixty four percent": 64, "Fifty five": 55, "Twenty nine": 29, "Two": 2, "two": 2}
"""Figures that the paper writes out."""


@dataclass(frozen=True)
class Printed:
    """One figure as printed.  `reference` names where a standard, target or benchmark is kept."""

    id: str
    place: str
    subject: str
    stated_period: str
    printed: str
    unit: str
    kind: str
    indicator: str
    period: str
    part: str
    breakdown: str
    groups: tuple[str, ...]
    against: str
    places: int
    reference: str
    note: str

    @property
    def number(self) -> Decimal | None:
        """The printed figure as a number, a fall below nought; None where a cell is empty."""
        if self.printed in IN_WORDS:
            return Decimal(IN_WORDS[self.printed])
        found = re.search(r"\d[\d,]*(?:\.\d+)?", self.printed)
        if found is None:
            return None
        number = Decimal(found[0].replace(",", ""))
        return -number if self.printed.startswith("decrease") else number


def printed_figures() -> tuple[Printed, ...]:
    """Every figure of the paper, in its order."""
    with files("purplebook_demo.paper_2015.tally").joinpath("printed_figures.csv").open(encoding="utf-8") as file:
        return tuple(
            Printed(
                **{
                    **row,
                    "groups": tuple(row["groups"].split(";")) if row["groups"] else (),
                    "places": int(row["places"] or 0),
                }
            )
            for row in csv.DictReader(file)
        )
