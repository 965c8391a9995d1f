"""The shape of a child's journey: one episode of need, from its referral to its closure.

Only milestones are held here.  The stages that deal journeys out fill them in; the stages that write rows read them.
A journey does not know whose it is until `people` has dealt children to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from purplebook_demo.paper_2015.calendar import RECORDS_END

NO_ACTION, ASSESSED, IN_NEED = "no action", "assessed", "in need"


@dataclass(frozen=True)
class Protection:
    """One conference about one child, and the plan it may have made."""

    meeting_id: str
    conference_on: date
    is_transfer_in: bool
    has_plan: bool
    category: str
    review_dates: tuple[date, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True)
class Enquiry:
    """One strategy discussion; `decision` NO_S47 means that no enquiry followed."""

    strategy_on: date
    decision: str
    ended_on: date | None
    outcome: str


@dataclass(frozen=True)
class Adoption:
    """The milestones of a child whose plan is adoption, in order, as far as they are reached."""

    agreed_on: date
    placement_order_on: date | None
    matched_on: date | None
    placed_on: date | None
    is_by_consent: bool = False
    """Whether the parents agreed, so that no court had to order it."""
    is_placing_recorded: bool = True
    """Whether the day of moving in found its way into the record of the adoption."""


@dataclass(frozen=True)
class Care:
    """One period of being looked after."""

    started_on: date
    ended_on: date | None
    end_reason: str | None
    born_on: date
    entry: str
    """How care began: COURT, AGREED, REMAND, POLICE or UNACCOMPANIED."""
    adoption: Adoption | None = None


@dataclass(frozen=True)
class Journey:
    """One child's episode of need; siblings of one `group` share dates."""

    group: str
    referred_on: date
    closed_on: date | None
    closure_reason: str | None
    kind: str
    assessed_on: date | None = None
    """When the assessment was authorised; none when it is open, was never finished, or there was none."""
    has_assessment: bool = True
    enquiries: tuple[Enquiry, ...] = ()
    protection: Protection | None = None
    care: Care | None = None
    is_unborn: bool = False
    age_range: tuple[float, float] = (0.0, 17.0)
    need_code: str | None = None
    source_code: str = ""
    presenting_issue: str = ""
    follows: str = ""
    """The group of the same child's earlier journey through care."""
    person_id: str = ""
    journey_id: str = ""

    @property
    def last_day(self) -> date:
        """The closure, or the last day of the records for an open journey."""
        return self.closed_on or RECORDS_END


@dataclass(frozen=True)
class Child:
    """One child as `people` made them."""

    person_id: str
    family_id: str
    born_on: date
    sex: str
    ethnicity_code: str
    is_unaccompanied: bool
    ward: str
    died_on: date | None = None
    left_on: date | None = None
    """The day a child took a new identity (adoption) or died: nothing may happen after it."""


@dataclass(frozen=True)
class World:
    """Children and journeys once they have been dealt to one another; journeys are in order of referral."""

    children: dict[str, Child]
    journeys: tuple[Journey, ...]
    families: tuple[tuple[str, ...], ...] = field(default=())
    """The children of each family, by person id."""
