"""Lengths of time and the standards they are held against: days with days, working days with working days."""

from __future__ import annotations

from typing import Any

from purplebook.language.places import refuse

_WORD_FOR = {"days": "days_between(start, end)", "working days": "working_days_between(start, end)"}


def check_length(left: Any, right: Any) -> None:
    """Refuse a length of time that is compared with a standard in another unit, or with less than no time."""
    for length, limit in ((left, right), (right, left)):
        # Only a standard has a unit.
        unit = vars(limit).get("unit", "")
        if length.counted_in and unit and unit != length.counted_in:
            instead = f"a standard in {length.counted_in}, or {_WORD_FOR.get(unit, 'what is counted in ' + unit)}"
            if unit == "months":
                instead = f"end <= start.add_months({limit.written})"
            refuse(f"{length.written} is in {length.counted_in}, and {limit.written} in {unit}. Write {instead}.")
    value = vars(right).get("value")
    if left.counted_in and type(value) is int and value < 0:
        refuse(
            f"{left.written} is compared with {value}, less than no time. To ask which day came first, compare the "
            "dates themselves: end < start."
        )


def check_months(months: Any) -> None:
    """Refuse what is neither a whole number of months nor a standard in months."""
    if type(months) is int:
        return
    unit = vars(months).get("unit", "") if hasattr(months, "__dict__") else ""
    if not unit:
        refuse(f"add_months() takes a whole number of months or a standard in months, not {months!r}.")
    if unit != "months":
        refuse(f"add_months() needs a standard in months, and {months.written} is in {unit}.")
