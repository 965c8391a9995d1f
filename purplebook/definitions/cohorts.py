"""Who is meant by the words that several indicators share: on a plan, looked after, a child in need, a care leaver."""

from __future__ import annotations

from purplebook.language import (
    PERIOD,
    Cohort,
    age_on,
    all_of,
    any_of,
    assessment,
    called,
    care_leaver_snapshot,
    child_protection_plan,
    days_between,
    linked,
    looked_after_episode,
    looked_after_period,
    not_,
    person,
    placement,
    referral,
    same_child,
    this_row,
    working_days_between,
)
from purplebook.language.expressions import Column, Expression, RelatedRows

SHORT_BREAK_STATUSES = ("V3", "V4")
"""Legal statuses of an agreed series of short-term placements, which the published figures leave out."""


def open_then(start: Column, end: Column) -> Expression:
    """A related row that was open at the end of the period's last day."""
    return all_of(start <= PERIOD.last_day, any_of(end.is_missing(), end > PERIOD.last_day))


def held_then(start: Column, end: Column) -> Expression:
    """A fact about the child that held on the period's last day.

    Its `end` is the last day on which it held.  Some sources give a fact without its days, and are believed.
    """
    return all_of(
        any_of(start.is_missing(), start <= PERIOD.last_day), any_of(end.is_missing(), end >= PERIOD.last_day)
    )


ON_A_PLAN: Cohort = (
    child_protection_plan.open_at_period_end(child_protection_plan.started_on, child_protection_plan.ended_on)
    .where(child_protection_plan.is_other_authority_plan.is_not(True))
    .once_for_each_child()
)
"""Children with a plan open at the end of the period, leaving out plans that another authority holds."""

PLANS_ENDED: Cohort = child_protection_plan.dated(child_protection_plan.ended_on).where(
    child_protection_plan.is_other_authority_plan.is_not(True)
)

PLANS_STARTED: Cohort = child_protection_plan.dated(child_protection_plan.started_on).where(
    child_protection_plan.is_other_authority_plan.is_not(True)
)

not_on_short_breaks = looked_after_episode.legal_status_code.is_not(*SHORT_BREAK_STATUSES)
"""An episode without a legal status is not taken for short breaks."""


def only_short_breaks(episodes: RelatedRows) -> Expression:
    """Of some episodes of care there is at least one, and all are of short breaks."""
    return all_of(episodes.exists(), not_(episodes.where(not_on_short_breaks).exists()))


_EPISODES = linked(looked_after_episode.looked_after_period_id, looked_after_period.looked_after_period_id)
_EPISODE_OF_THAT_DAY = open_then(looked_after_episode.started_on, looked_after_episode.ended_on)

SHORT_BREAKS_THEN: Expression = called(
    "looked after only for short breaks on that day", only_short_breaks(_EPISODES.where(_EPISODE_OF_THAT_DAY))
)
"""By the legal status on the period's last day: what the child's status is later changes nothing about the past."""

STARTED_WITH_SHORT_BREAKS: Expression = called(
    "began with short breaks",
    only_short_breaks(_EPISODES.where(looked_after_episode.started_on <= this_row(looked_after_period.started_on))),
)
ENDED_WITH_SHORT_BREAKS: Expression = called(
    "ended with short breaks",
    only_short_breaks(
        _EPISODES.where(
            any_of(
                looked_after_episode.ended_on.is_missing(),
                looked_after_episode.ended_on >= this_row(looked_after_period.ended_on),
            )
        )
    ),
)
SHORT_BREAKS_ALL_THE_PERIOD: Expression = called(
    "looked after only for short breaks in the period",
    only_short_breaks(
        _EPISODES.where(
            looked_after_episode.started_on <= PERIOD.last_day,
            any_of(looked_after_episode.ended_on.is_missing(), looked_after_episode.ended_on >= PERIOD.first_day),
        )
    ),
)

_THE_DAY_BEFORE = PERIOD.last_day.add_months(-12)
"""31 March of the year before, for a year that ends on 31 March."""

FOR_A_YEAR: Expression = called(
    "looked after from the first day of the twelve months to the last",
    all_of(
        # From 1 April to 31 March is a year: its first day may be the first day of care.
        days_between(_THE_DAY_BEFORE, looked_after_period.started_on) <= 1,
        not_(
            only_short_breaks(
                _EPISODES.where(
                    days_between(_THE_DAY_BEFORE, looked_after_episode.started_on) <= 1,
                    any_of(
                        looked_after_episode.ended_on.is_missing(),
                        days_between(_THE_DAY_BEFORE, looked_after_episode.ended_on) > 1,
                    ),
                )
            )
        ),
    ),
)

LOOKED_AFTER: Cohort = (
    looked_after_period.open_at_period_end(looked_after_period.started_on, looked_after_period.ended_on)
    .once_for_each_child()
    .where(not_(SHORT_BREAKS_THEN))
)
"""Children looked after at the end of the period; a child whose legal status is then one of short breaks is not."""

LOOKED_AFTER_STARTED: Cohort = looked_after_period.dated(looked_after_period.started_on).where(
    not_(STARTED_WITH_SHORT_BREAKS)
)
LOOKED_AFTER_ENDED: Cohort = looked_after_period.dated(looked_after_period.ended_on).where(
    not_(ENDED_WITH_SHORT_BREAKS)
)

CONTINUES_ELSEWHERE = "X1"
"""The reason an episode ends because another begins: the child has not ceased to be looked after."""

CEASED: Cohort = LOOKED_AFTER_ENDED.where(
    looked_after_period.end_reason_code.is_not(CONTINUES_ELSEWHERE)
).once_for_each_child()
"""Children who ceased to be looked after, each at the last time in the period."""

PLACEMENT_THEN: RelatedRows = linked(
    placement.looked_after_period_id, looked_after_period.looked_after_period_id
).where(open_then(placement.started_on, placement.ended_on))
"""Where a looked-after child was living at the end of the period's last day."""

_ASSESSED = linked(assessment.referral_id, referral.referral_id)
CHILDREN_IN_NEED: Cohort = referral.open_at_period_end(referral.referred_on, referral.closed_on).where(
    referral.is_no_further_action.is_not(True),
    # Ten working days' grace after the assessment, in which the first plan is made.
    _ASSESSED.where(working_days_between(assessment.authorised_on, PERIOD.last_day) > 10).exists(),
    not_(
        called(
            "on a child protection plan",
            same_child(child_protection_plan)
            .where(open_then(child_protection_plan.started_on, child_protection_plan.ended_on))
            .exists(),
        )
    ),
    not_(
        called(
            "looked after",
            all_of(
                same_child(looked_after_period)
                .where(open_then(looked_after_period.started_on, looked_after_period.ended_on))
                .exists(),
                # A child on short breaks is not looked after, and must not fall between the two.
                not_(only_short_breaks(same_child(looked_after_episode).where(_EPISODE_OF_THAT_DAY))),
            ),
        )
    ),
    any_of(person.born_on.is_missing(), age_on(PERIOD.last_day, born=person.born_on) < 18),
)
"""Assessed children with an open episode of need who have no child protection plan and are not looked after."""

CARE_LEAVERS: Cohort = care_leaver_snapshot.in_latest_snapshot(
    care_leaver_snapshot.snapshot_on, among=(care_leaver_snapshot.basis.is_not("OC3_BIRTHDAY"),)
).where(
    # Those who went home to live for six months or more are no longer owed the help of a care leaver.
    care_leaver_snapshot.in_touch.is_not("DIED", "RHOM"),
    age_on(PERIOD.last_day, born=person.born_on) >= 19,
    age_on(PERIOD.last_day, born=person.born_on) <= 21,
)
"""Young people aged 19 to 21 on the register of care leavers, at its latest taking by the period's end."""
