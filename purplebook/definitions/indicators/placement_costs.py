"""What the places in which looked-after children live cost a week."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.indicators.panels import IN_POUNDS, PENCE
from purplebook.language import PERIOD, hundredths, indicator, mean_of, placement, sum_of

open_placements = placement.open_at_period_end(placement.started_on, placement.ended_on)
placement_breakdowns = (
    *who(placement, on=PERIOD.last_day),
    coded("placement", "Placement", placement.placement_type),
    coded("provider", "Provider", placement.provider_code),
)
LOCAL = (
    "2015 paper (10.3). Local definition (domain knowledge, unverified): the price of the placement that the records "
    "hold, without what social work costs."
)

SP02 = indicator(
    "SP02",
    "Weekly cost of placements, in pounds",
    sum_of(hundredths(placement.weekly_cost), among=open_placements, unit_days=IN_POUNDS),
    theme="Spending",
    counts_each="pound a week",
    counts="pounds a week, of the open placements whose cost is recorded",
    source=f"{LOCAL} Those without a cost add nothing, so it is less than all of them cost.",
    by=placement_breakdowns,
    note=PENCE,
)

SP02_AVERAGE = indicator(
    "SP02-AVERAGE",
    "Average weekly cost of a placement, in pounds",
    mean_of(hundredths(placement.weekly_cost), among=open_placements, unit_days=IN_POUNDS),
    theme="Spending",
    counts_each="placement",
    counts="open placements whose cost is recorded",
    source=LOCAL,
    better="lower",
    by=placement_breakdowns,
    note=PENCE,
)

INDICATORS = (SP02, SP02_AVERAGE)
