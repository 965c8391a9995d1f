"""A child → every figure that counts the child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from purplebook.errors import NoDataError
from purplebook.language.periods import Period
from purplebook.results.answer import AnswerOfChildren
from purplebook.results.child import find_child
from purplebook.results.counted import counted_in
from purplebook.run.place import Place
from purplebook.run.words import one_period, read_day


@dataclass(frozen=True, repr=False)
class Counted(AnswerOfChildren):
    """The figures that list one child, of `asked` in all; `not_asked` says why others have no list."""

    table: pa.Table
    period: Period
    asked: int
    not_asked: Mapping[str, str]

    @property
    def title(self) -> str:
        """Over which period; never which child."""
        return f"Figures that list one child, {self.period.label}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know before reading: the indicators that could not be asked."""
        if not self.not_asked:
            return ()
        return (
            f"{len(self.not_asked)} of {self.asked} indicators have no list for this period, since the records do not "
            f"hold or do not cover it: {', '.join(self.not_asked)}",
        )


def counted(
    place: Place,
    child: str,
    *,
    period: str | Period | None = None,
    as_at: str | date | None = None,
    authority: str | None = None,
) -> Counted:
    """Every indicator that lists a child, named by the council's own number, in the year to date unless said."""
    day = read_day(as_at)
    snapshot = place.snapshot(day)
    wanted = one_period(period, as_at=day or snapshot.as_at)
    indicators = place.indicators
    who = find_child(snapshot, child, authority_code=authority)
    listed = counted_in(snapshot, indicators, child=who, period=wanted)
    if len(listed.not_asked) == len(indicators):
        raise NoDataError(f"No indicator can be listed for {wanted.label}: the records do not hold or do not cover it.")
    return Counted(listed.table, period=wanted, asked=len(indicators), not_asked=listed.not_asked)
