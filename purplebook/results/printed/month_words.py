"""How a run of months is written: June 2015, April to June 2015, September 2014 to August 2015."""

from __future__ import annotations

from purplebook.language.periods import Period, PeriodKind

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def run_text(first: Period, last: Period) -> str:
    """The months from one to another."""
    if first.last_day == last.last_day:
        return last.label
    year = "" if first.last_day.year == last.last_day.year else f" {first.last_day.year}"
    return f"{first.last_day:%B}{year} to {last.label}"


def within_text(first: Period, last: Period) -> str:
    """The months with their preposition: in June 2015, from April to June 2015, in 2014-15."""
    if first == last or last.kind is not PeriodKind.MONTH:
        return f"in {last.label}"
    return f"from {run_text(first, last)}"


def length_text(months: int) -> str:
    """How long a window of months is: a month, three months, a year."""
    if months in (1, 12):
        return "a month" if months == 1 else "a year"
    return f"{NUMBERS[months] if months < len(NUMBERS) else months} months"
