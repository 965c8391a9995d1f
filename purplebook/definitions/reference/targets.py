"""What a target is: one is a council's own, or a partner's, so none ships with the product."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from purplebook.language.periods import PeriodKind


@dataclass(frozen=True)
class Target:
    """One target and the days, both included, on which it applies; `only_for` names kinds of period when not all.

    `partner` names whose it is when it is not the council's own: a partner agency's or a provider's.
    """

    indicator: str
    value: Decimal
    unit: str
    direction: str
    since: date
    until: date | None
    only_for: tuple[PeriodKind, ...]
    source: str
    partner: str = ""

    def applies(self, kind: PeriodKind, last_day: date) -> bool:
        """Whether it is the target of a period of this kind that ends on this day."""
        in_force = self.since <= last_day and (self.until is None or last_day <= self.until)
        return in_force and (not self.only_for or kind in self.only_for)
