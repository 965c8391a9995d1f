"""Adoption beside the scorecard: the wait that allows for foster carers, from decision to match, and those waiting."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.cohorts import CEASED
from purplebook.definitions.indicators.adoption import THEME, adopted, adoption_cases, at_order
from purplebook.definitions.indicators.looked_after import at_end
from purplebook.language import (
    PERIOD,
    any_of,
    count,
    days_between,
    first_of,
    indicator,
    looked_after_period,
    mean_of,
    percentage_of,
    permanence_case,
)
from purplebook.language.expressions import Column, Expression
from purplebook.language.periods import DAYS_IN_A_MONTH


def not_by_then(day: Column) -> Expression:
    """It had not happened by the end of the period."""
    return any_of(day.is_missing(), day > PERIOD.last_day)


waiting = (
    permanence_case.by_period_end(permanence_case.placement_order_on)
    .where(
        adoption_cases,
        not_by_then(permanence_case.placed_on),
        not_by_then(permanence_case.placed_with_foster_carer_on),
        not_by_then(permanence_case.ordered_on),
        not_by_then(permanence_case.reversed_on),
    )
    .once_for_each_child()
)
waiting_breakdowns = (
    *who(permanence_case, on=PERIOD.last_day),
    coded("siblings", "Part of a sibling group", permanence_case.is_sibling_group),
)

AD04 = indicator(
    "AD04",
    "Average days from entering care to living with the family that adopts (A10)",
    mean_of(
        days_between(
            permanence_case.entered_care_on,
            first_of(permanence_case.placed_with_foster_carer_on, permanence_case.placed_on),
        ),
        among=adopted,
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children adopted, with both dates recorded",
    source="Adoption data indicator A10, which took the place of A1 in 2021-22: for a child whose foster carer adopts, "
    "the clock stops when the child moved in with that carer.",
    better="lower",
    day_0="The day the child entered care is day 0.",
    by=at_order,
)

AD07 = indicator(
    "AD07",
    "Average months from the decision for adoption to the match",
    mean_of(
        days_between(permanence_case.decision_maker_agreed_on, permanence_case.matched_on),
        among=adopted,
        unit_days=DAYS_IN_A_MONTH,
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children adopted, with both dates recorded",
    source="SSDA903 return: from the agency's decision to the match, for children adopted in the period.",
    better="lower",
    day_0="The day of the decision is day 0.",
    by=at_order,
)

AD08 = indicator(
    "AD08",
    "Children with a placement order who are not yet placed",
    count(waiting),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children waiting for an adoptive family",
    source="Adoption data indicators A9 and A14, partly verified: the court has made the order, and by the date the "
    "child is neither placed nor adopted, and the decision has not been reversed. A child who lives with the foster "
    "carer who is to adopt counts as placed (assumption).",
    better="lower",
    by=waiting_breakdowns,
)

AD10 = indicator(
    "AD10",
    "Children ceasing to be looked after through a child arrangements order",
    percentage_of(CEASED, that=looked_after_period.end_reason_code.is_("E41")),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children who ceased to be looked after",
    source="SSDA903 return: reason E41, called a residence order before April 2014.",
    by=at_end,
)

AD10_PLANNED = indicator(
    "AD10-PLANNED",
    "Children ceasing to be looked after who went home as planned",
    percentage_of(CEASED, that=looked_after_period.end_reason_code.is_("E4A")),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children who ceased to be looked after",
    source="SSDA903 return: reason E4A.",
    by=at_end,
)

AD10_UNPLANNED = indicator(
    "AD10-UNPLANNED",
    "Children ceasing to be looked after who went home, not as planned",
    percentage_of(CEASED, that=looked_after_period.end_reason_code.is_("E4B")),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children who ceased to be looked after",
    source="SSDA903 return: reason E4B.",
    by=at_end,
)

INDICATORS = (AD04, AD07, AD08, AD10, AD10_PLANNED, AD10_UNPLANNED)
