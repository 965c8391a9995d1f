"""How the book's figures, months and comparisons are written."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from purplebook.errors import UserError
from purplebook.language.indicators import Better, Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import parse_period
from purplebook.results.book.verdicts import Line
from purplebook.results.compare import unit_of

SHOWN = ("previous period", "same period last year", "year to date, same point last year", "target")
GOOD = {Better.HIGHER: "Higher is better.", Better.LOWER: "Lower is better.", Better.NEITHER: "Neither way is better."}


def value_words(item: Indicator, value: Decimal | None) -> str:
    """A value with its unit: 1,234, 62.5%, 8.1 months."""
    if value is None:
        return "–"
    unit = unit_of(item)
    if item.measure.shape in (Shape.COUNT, Shape.SUM, Shape.DIFFERENCE):
        return f"{value.quantize(Decimal(1), rounding=ROUND_HALF_UP):,}"
    shown = f"{value.quantize(Decimal('0.1'), rounding=ROUND_HALF_UP):,}"
    return shown + ("%" if unit == "%" else "" if unit == "number" else f" {unit}")


def parts_words(line: Line) -> str:
    """The whole numbers behind a percentage: 67 of 230; "" for what is a number itself."""
    if line.indicator.measure.shape not in (Shape.PERCENTAGE, Shape.SHARE) or line.denominator is None:
        return ""
    return f"{line.numerator:,} of {line.denominator:,}"


def interval_words(line: Line) -> str:
    """What chance may put a percentage or a rate between, 95% sure; "" for anything else."""
    if line.interval is None:
        return ""
    low, high = line.interval
    unit = "%" if line.indicator.measure.shape is Shape.PERCENTAGE else ""
    return f"95% interval {low:,.1f}{unit} to {high:,.1f}{unit}"


def to_come_words(line: Line) -> str:
    """What is still to come of the month: "expected to rise by about 14 (6 to 24)"; "" where nothing is."""
    come = line.to_come
    if come is None:
        return ""
    what = "it counts" if line.indicator.measure.shape is Shape.COUNT else "it is a percentage of"
    about = f"about {come.expected:,}" if come.expected else "none or a few"
    return f"What {what} is expected to rise by {about} (between {come.low:,} and {come.high:,}) as records come in."


def compared_words(item: Indicator, row: Mapping) -> tuple[str, str, str, str, str]:
    """One comparison as a table row: our figure, with what, for when, the value, and the source or why there is none.

    A year's figure may stand among those of a month, so each row says which of ours it is held against.
    """
    name = row["comparator"] if row["comparator"] in SHOWN else row["compared_with"] or row["comparator"]
    if row["comparator"].startswith("statistical neighbours"):
        average = row["comparator"].rpartition(", ")[2]
        name = f"{str(row['compared_with']).removeprefix('the ')}, {average}"
    ours = f"{value_words(item, row['figure'])} ({_period_words(row['period'])})"
    name, for_period = name[:1].upper() + name[1:], _period_words(row["for_period"] or "")
    if row["value"] is None:
        latest = ""
        if row["latest_value"] is not None:
            held = value_words(item, row["latest_value"])
            latest = f" The latest, to be read and not compared: {held} for {row['latest_for']}."
        return name, ours, for_period, "–", f"Not compared: {row['why_not']}.{latest}"
    edition = row["edition"] or ""
    source = ", ".join(part for part in (row["source"], f"edition {edition}" if edition.isdigit() else edition) if part)
    if row["among"]:
        source += f" ({row['counted']} of {row['among']}"
        source += f"; without {row['missing']})" if row["missing"] else ")"
    return name, ours, for_period, value_words(item, row["value"]), source


def _period_words(key: str) -> str:
    try:
        return parse_period(key).label
    except UserError:
        return key
