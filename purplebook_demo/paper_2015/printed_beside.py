"""What the 2015 paper prints of others beside its own figures, and why hardly any of it can be compared."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

NEIGHBOURS = "neighbours"


@dataclass(frozen=True)
class Printed:
    """One printed figure of another area.  `area` is a code, or "neighbours"; `printed_for` what the paper says."""

    paragraph: str
    indicator: str
    area: str
    value: Decimal
    unit: str
    printed_for: str
    why_not: str


@cache
def printed_2015() -> tuple[Printed, ...]:
    """Every comparator of the 2015 paper, in the order of its paragraphs."""
    text = files("purplebook_demo.paper_2015").joinpath("printed_2015.csv").read_text("utf-8")
    return tuple(
        Printed(
            paragraph=line["paragraph"],
            indicator=line["indicator"],
            area=line["area"],
            value=Decimal(line["value"]),
            unit=line["unit"],
            printed_for=line["printed_for"],
            why_not=line["why_not"],
        )
        for line in csv.DictReader(text.splitlines())
    )
