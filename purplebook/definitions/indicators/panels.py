"""Panels: whom they reviewed, what they agreed, what it costs a week, and whether it was carried out."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.indicators.quality import LOCAL, THEME
from purplebook.language import (
    EVER,
    PERIOD,
    all_of,
    any_of,
    count_children,
    hundredths,
    indicator,
    panel_decision,
    percentage_of,
    sum_of,
)
from purplebook.language.expressions import PeriodDay
from purplebook.language.indicators import Breakdown

AGREED = ("AGREED", "AGREED_WITH_CONDITIONS", "RATIFIED")
"""Decisions are in each panel's own codes; these say that what was asked for was agreed."""

IN_POUNDS = "100"
"""Costs have two decimals and are counted in pence."""

PENCE = "A list of the rows behind it gives each cost in pence."
held = panel_decision.dated(panel_decision.held_on)


def breakdowns(*, on: PeriodDay | None = None) -> tuple[Breakdown, ...]:
    """Who the child was on the panel's day or on a day of the period, which panel, why, and what it decided."""
    return (
        *who(panel_decision, on=panel_decision.held_on if on is None else on),
        coded("panel", "Panel", panel_decision.panel_type),
        coded("reason", "Reason", panel_decision.reason),
        coded("decision", "Decision", panel_decision.decision),
    )


QA19 = indicator(
    "QA19",
    "Panel decisions carried out by their day",
    percentage_of(
        panel_decision.dated(panel_decision.due_on), that=panel_decision.completed_on <= panel_decision.due_on
    ),
    theme=THEME,
    counts_each="panel decision",
    counts="panel decisions that were to be carried out in the period",
    source=f"2015 paper (10.3). {LOCAL} A decision without a day to be carried out by is not counted.",
    better="higher",
    day_0="The day by which it is to be carried out is in time.",
    by=breakdowns(),
)

QA19_OVERDUE = indicator(
    "QA19-OVERDUE",
    "Panel decisions that are overdue",
    percentage_of(
        panel_decision.by_period_end(panel_decision.held_on).where(panel_decision.due_on.is_recorded()),
        that=all_of(
            panel_decision.due_on < PERIOD.last_day,
            any_of(panel_decision.completed_on.is_missing(), panel_decision.completed_on > PERIOD.last_day),
        ),
    ),
    theme=THEME,
    counts_each="panel decision",
    counts="panel decisions so far with a day by which to carry them out",
    source=f"2015 paper (10.3). {LOCAL}",
    better="lower",
    day_0="On the day by which it is to be carried out a decision is not overdue.",
    look_back_months=EVER,
    by=breakdowns(on=PERIOD.last_day),
)

QA20 = indicator(
    "QA20",
    "Weekly cost agreed by panels, in pounds",
    sum_of(
        hundredths(panel_decision.weekly_cost),
        among=held.where(panel_decision.decision.is_in(*AGREED)),
        unit_days=IN_POUNDS,
    ),
    theme=THEME,
    counts_each="pound a week",
    counts="pounds a week, of the decisions of the period that agreed what was asked for and say what it costs",
    source=f"2015 paper (10.3). {LOCAL} Decisions AGREED, AGREED_WITH_CONDITIONS and RATIFIED; for how long the cost "
    "runs is not recorded, so it is not what is spent.",
    by=breakdowns(),
    note=PENCE,
)

QA21 = indicator(
    "QA21",
    "Children reviewed by a panel",
    count_children(held),
    theme=THEME,
    counts_each="child",
    counts="different children discussed at a panel in the period",
    source=f"2015 paper (10.3). {LOCAL} A child who came to two panels stands in the breakdown under both.",
    by=breakdowns(),
)

INDICATORS = (QA19, QA19_OVERDUE, QA20, QA21)
