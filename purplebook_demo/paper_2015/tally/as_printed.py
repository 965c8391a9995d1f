"""Figures that fit only when the paper's words are read as another count, each with what its own words ask for.

`as_printed.csv` says, for each, the indicator, period and part that answer the words, row, day, unit and places of
decimals as they stand in the paper; `printed_figures.csv` says which other reading gives the printed number.  Beside
the parts of `printed` there are some that no indicator states (see `from_records`).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

from purplebook_demo.paper_2015.tally.printed import Printed


@dataclass(frozen=True)
class AsPrinted:
    """What one figure's own words ask for, and `why` the printed number fits only under another reading."""

    id: str
    indicator: str
    period: str
    part: str
    breakdown: str
    groups: tuple[str, ...]
    against: str
    places: int
    why: str

    def of(self, item: Printed) -> Printed:
        """The printed figure, read by its own words."""
        return replace(
            item,
            indicator=self.indicator,
            period=self.period,
            part=self.part,
            breakdown=self.breakdown,
            groups=self.groups,
            against=self.against,
            places=self.places,
        )


def as_printed() -> Mapping[str, AsPrinted]:
    """The figures that fit only under another reading, by id."""
    with files("purplebook_demo.paper_2015.tally").joinpath("as_printed.csv").open(encoding="utf-8") as file:
        return {
            row["id"]: AsPrinted(
                **{**row, "groups": tuple(filter(None, row["groups"].split(";"))), "places": int(row["places"])}
            )
            for row in csv.DictReader(file)
        }
