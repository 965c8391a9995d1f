"""Whose records, and as at which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from purplebook.language.periods import add_months


@dataclass(frozen=True)
class Scope:
    """Whose records, as at which day, and the first days of the six and twelve months that end on it.

    The six months to 15 August begin on 16 February: what happened on 15 February is outside.
    """

    authority: str
    as_at: date

    @property
    def six_months_from(self) -> date:
        """The first day of the six months."""
        return add_months(self.as_at, -6) + timedelta(days=1)

    @property
    def year_from(self) -> date:
        """The first day of the twelve months."""
        return add_months(self.as_at, -12) + timedelta(days=1)
