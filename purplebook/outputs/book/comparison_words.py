"""How the book says what a figure is held against, and what is still to come of its month."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from purplebook.errors import UserError
from purplebook.language.indicators import Better, Indicator
from purplebook.language.listed import listed
from purplebook.language.periods import long_day, parse_period
from purplebook.results.printed import NONE, value_text

SHOWN = ("previous period", "same period last year", "year to date, same point last year", "target")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
EARLIER = {
    "previous period": "The period before",
    "same period last year": "The same period a year before",
    "year to date, same point last year": "The year to the same point",
}
WHO = {
    **{comparator: f"{words[:1].lower()}{words[1:]}" for comparator, words in EARLIER.items()},
    "region": "the region",
    "target": "a target",
    "as published": "the figure that is published of us",
}
"""How a comparator is named inside a sentence."""
GOOD = {Better.HIGHER: "Higher is better.", Better.LOWER: "Lower is better.", Better.NEITHER: "Neither way is better."}


def compared_words(item: Indicator, row: Mapping) -> tuple[str, str, str, str, str]:
    """One comparison as a table row: our figure, with what, for when, the value, and the source or why there is none.

    A year's figure may stand among those of a month, so each row says which of ours it is held against.
    """
    name = row["comparator"] if row["comparator"] in SHOWN else row["compared_with"] or row["comparator"]
    if row["comparator"].startswith("statistical neighbours"):
        average = row["comparator"].rpartition(", ")[2]
        name = f"{str(row['compared_with']).removeprefix('the ')}, {average}"
    ours = f"{value_text(item, row['figure'])} ({_period_words(row['period'])})"
    name, for_period = name[:1].upper() + name[1:], _period_words(row["for_period"] or "")
    if row["value"] is None:
        latest = ""
        if row["latest_value"] is not None:
            number = value_text(item, row["latest_value"])
            latest = f" The latest, to be read and not compared: {number} for {row['latest_for']}."
        return name, ours, for_period, NONE, f"Not compared: {row['why_not']}.{latest}"
    edition = row["edition"] or ""
    source = ", ".join(part for part in (row["source"], f"edition {edition}" if edition.isdigit() else edition) if part)
    if row["among"]:
        source += f" ({row['counted']} of {row['among']}"
        source += f"; without {row['missing']})" if row["missing"] else ")"
    return name, ours, for_period, value_text(item, row["value"]), source


def earlier_words(item: Indicator, rows: Sequence[Mapping]) -> list[tuple[str, str, str]]:
    """Our own figure with earlier ones of our own: which it is, for when, and the value; the figure itself first."""
    first = rows[0]
    table = [("This figure", _period_words(first["period"]), value_text(item, first["figure"]))]
    for row in rows:
        name = str(row["comparator"])
        table.append((EARLIER.get(name, name), _period_words(row["for_period"] or ""), value_text(item, row["value"])))
    return table


def not_compared(rows: Sequence[Mapping]) -> list[str]:
    """With whom a figure is not compared, and why: those of whom the same is true in one sentence."""
    by_reason: dict[str, list[str]] = {}
    for row in rows:
        if row["value"] is None:
            by_reason.setdefault(str(row["why_not"]), []).append(_who(str(row["comparator"])))
    sentences = []
    for reason, names in by_reason.items():
        sentences.append(f"Not compared with {listed(list(dict.fromkeys(names)))}: {reason}.")
    return sentences


def _who(comparator: str) -> str:
    """Who or what a comparator is, inside a sentence."""
    if comparator.startswith("statistical neighbours"):
        return "statistical neighbours"
    return WHO.get(comparator, comparator)


def _period_words(key: str) -> str:
    try:
        return parse_period(key).label
    except UserError:
        # A target is for the days since one: since 2015-04-01 until 2016-03-31.
        return ISO_DAY.sub(lambda day: long_day(date.fromisoformat(day[0])), key)
