"""Whether offices in England are open on a day: the calendar that every count of working days uses."""

from __future__ import annotations

from datetime import date

from purplebook.engine import working_days
from purplebook.errors import UserError
from purplebook.run.words import required_day


def is_working_day(day: str | date) -> bool:
    """Monday to Friday, bank holidays in England apart; outside the calendar it is refused, never guessed."""
    on = required_day(day)
    if not working_days.FIRST_DAY <= on <= working_days.LAST_DAY:
        raise UserError(
            f"Bank holidays are known from {working_days.FIRST_DAY} to {working_days.LAST_DAY}, so nothing can be said "
            f"of {on}."
        )
    return working_days.is_working_day(on)
