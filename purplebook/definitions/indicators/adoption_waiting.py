"""Children on their way to adoption: those placed and not yet adopted, those waiting, and their days so far."""

from purplebook.definitions.indicators.adoption import THEME, adoption_cases
from purplebook.definitions.indicators.adoption_waits import not_by_then, waiting, waiting_breakdowns
from purplebook.language import PERIOD, count, days_between, indicator, mean_of, permanence_case

placed = (
    permanence_case.by_period_end(permanence_case.placed_on)
    .where(adoption_cases, not_by_then(permanence_case.ordered_on), not_by_then(permanence_case.reversed_on))
    .once_for_each_child()
)
PLACED = "children placed for adoption and not yet adopted"
WAITING = "children waiting for an adoptive family, as in AD08"

AD08_DAYS = indicator(
    "AD08-DAYS",
    "Average days in care so far of children waiting for an adoptive family",
    mean_of(
        days_between(permanence_case.entered_care_on, PERIOD.last_day),
        among=waiting.where(permanence_case.entered_care_on <= permanence_case.placement_order_on),
    ),
    theme=THEME,
    counts_each="child",
    counts=f"{WAITING}, with the day they entered care",
    source="2015 paper (7.2). The clock of the scorecard's A1, still running: it is no average of finished waits. A "
    "child whose order is dated before it entered care is left out.",
    better="lower",
    day_0="The day the child entered care is day 0.",
    by=waiting_breakdowns,
)

AD08_WAIT = indicator(
    "AD08-WAIT",
    "Average days since the placement order of children waiting for an adoptive family",
    mean_of(days_between(permanence_case.placement_order_on, PERIOD.last_day), among=waiting),
    theme=THEME,
    counts_each="child",
    counts=WAITING,
    source="2015 paper (7.2). From the court's order to the date; the wait is not over.",
    better="lower",
    day_0="The day of the placement order is day 0.",
    by=waiting_breakdowns,
)

AD11 = indicator(
    "AD11",
    "Children placed for adoption and not yet adopted",
    count(placed),
    theme=THEME,
    counts_each="child",
    counts=f"different {PLACED}",
    source="2015 paper (7.2). The child lives with the adoptive family by the date, no order is made yet, and the "
    "decision has not been reversed.",
    by=waiting_breakdowns,
)

AD11_DAYS = indicator(
    "AD11-DAYS",
    "Average days from entering care to moving in, of children not yet adopted",
    mean_of(
        days_between(permanence_case.entered_care_on, permanence_case.placed_on),
        among=placed.where(permanence_case.entered_care_on <= permanence_case.placed_on),
    ),
    theme=THEME,
    counts_each="child",
    counts=f"{PLACED}, with the day they entered care",
    source="2015 paper (7.2): what the scorecard's A1 will be when these children are adopted. A child whose days "
    "are in the wrong order is left out.",
    better="lower",
    day_0="The day the child entered care is day 0.",
    by=waiting_breakdowns,
)

AD11_WAIT = indicator(
    "AD11-WAIT",
    "Average days with the adoptive family so far, of children not yet adopted",
    mean_of(days_between(permanence_case.placed_on, PERIOD.last_day), among=placed),
    theme=THEME,
    counts_each="child",
    counts=PLACED,
    source="2015 paper (7.2). From moving in to the date; the court has not made its order yet.",
    day_0="The day the child moved in is day 0.",
    by=waiting_breakdowns,
)

INDICATORS = (AD08_DAYS, AD08_WAIT, AD11, AD11_DAYS, AD11_WAIT)
