"""Adoption and special guardianship: how many children, and how long they waited."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.cohorts import CEASED
from purplebook.definitions.indicators.looked_after import at_end
from purplebook.language import (
    count,
    days_between,
    indicator,
    looked_after_period,
    mean_of,
    percentage_of,
    permanence_case,
)

THEME = "Adoption"
ADOPTED = ("E11", "E12")
SPECIAL_GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
"""E43 and E44 until 2019, E45 to E48 since."""

FOURTEEN_MONTHS_IN_DAYS = 426
adoption_cases = permanence_case.case_type.is_("ADOPTION")
adopted = permanence_case.dated(permanence_case.ordered_on).where(adoption_cases).once_for_each_child()
wait_for_family = days_between(permanence_case.entered_care_on, permanence_case.placed_on)
at_order = (
    *who(permanence_case, on=permanence_case.ordered_on),
    coded("siblings", "Part of a sibling group", permanence_case.is_sibling_group),
    coded("carer", "Adopted by a foster carer", permanence_case.is_adopted_by_carer),
)

AD01 = indicator(
    "AD01",
    "Children ceasing to be looked after who were adopted",
    percentage_of(CEASED, that=looked_after_period.end_reason_code.is_in(*ADOPTED)),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children who ceased to be looked after",
    source="SSDA903 return ('Adoption 1'): reasons E11 and E12, on the day of the adoption order.",
    better="higher",
    by=at_end,
)

AD02 = indicator(
    "AD02",
    "Children ceasing to be looked after through special guardianship",
    percentage_of(CEASED, that=looked_after_period.end_reason_code.is_in(*SPECIAL_GUARDIANSHIP)),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children who ceased to be looked after",
    source="SSDA903 return ('Adoption 2'): reasons E43 and E44 until 2019, E45 to E48 since.",
    by=at_end,
)

AD03 = indicator(
    "AD03",
    "Average days from entering care to moving in with the adoptive family (A1)",
    mean_of(wait_for_family, among=adopted),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children adopted, with both dates recorded",
    source="Adoption scorecard indicator A1, partly verified: from the start of the last period of care to the day "
    "placed for "
    "adoption. The scorecard averages three years; this is the period asked for.",
    better="lower",
    day_0="The day the child entered care is day 0.",
    by=at_order,
)

AD05 = indicator(
    "AD05",
    "Average days from the court's authority to place to the match (A2)",
    mean_of(
        days_between(permanence_case.placement_order_on, permanence_case.matched_on).at_least(0),
        among=adopted.where(permanence_case.placed_on <= permanence_case.ordered_on),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children adopted under a placement order, with both dates recorded",
    source="Adoption scorecard indicator A2. A child matched before the court's authority waited 0 days.",
    better="lower",
    day_0="The day of the placement order is day 0.",
    by=at_order,
)

AD06 = indicator(
    "AD06",
    "Adopted children who moved in within 14 months of entering care (A3)",
    percentage_of(adopted.where(wait_for_family.is_recorded()), that=wait_for_family < FOURTEEN_MONTHS_IN_DAYS),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children adopted, with both dates recorded",
    source="Adoption scorecard indicator A3, partly verified: less than 426 days. The scorecard also takes children "
    "still "
    "waiting; here only adopted children are counted (assumption).",
    better="higher",
    day_0="The day the child entered care is day 0.",
    by=at_order,
)

AD09 = indicator(
    "AD09",
    "Decisions for adoption that were reversed",
    count(permanence_case.dated(permanence_case.reversed_on).where(adoption_cases)),
    theme=THEME,
    counts_each="permanence case",
    counts="adoption decisions reversed",
    source="Standard Safeguarding Dataset and scorecard A5, partly verified.",
    by=(
        *who(permanence_case, on=permanence_case.reversed_on),
        coded("reason", "Reason reversed", permanence_case.reversed_reason),
    ),
)

INDICATORS = (AD01, AD02, AD03, AD05, AD06, AD09)
