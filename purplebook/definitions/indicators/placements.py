"""Where looked-after children live: how far from home, how often they move, how long they stay."""

from decimal import Decimal

from purplebook.definitions.cohorts import LOOKED_AFTER, PLACEMENT_THEN, only_short_breaks
from purplebook.definitions.indicators.looked_after import THEME, looked_after_breakdowns
from purplebook.language import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    called,
    indicator,
    linked,
    looked_after_episode,
    looked_after_period,
    not_,
    percentage_of,
    person,
    placement,
    same_child,
    this_row,
)

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
"""Temporary placements, such as a hospital stay or a holiday: the child's own placement goes on meanwhile."""

WITH_THE_FOSTER_CARER = ("A3", "A5")
"""Placed for adoption with the foster carer: the child stays where it is."""

PLACED_FOR_ADOPTION = ("A3", "A4", "A5", "A6")
# 999.90 is the return's way of writing that the distance is not known.
beyond_20_miles = all_of(
    placement.distance_miles > Decimal("20.00"), placement.distance_miles.is_not(Decimal("999.90"))
)
two_years_before = PERIOD.last_day.add_months(-24)
lived_in = looked_after_episode.placement_id

came_back = called(
    "back from a temporary stay",
    all_of(
        same_child(placement)
        .where(placement.placement_type.is_in(*TEMPORARY), placement.ended_on.is_(this_row(placement.started_on)))
        .exists(),
        same_child(placement)
        .where(
            placement.placement_type.is_(this_row(placement.placement_type)),
            placement.started_on < this_row(placement.started_on),
            # Where a postcode is missing, the same kind of placement is taken for the same.
            any_of(
                placement.postcode.is_missing(),
                this_row(placement.postcode).is_missing(),
                placement.postcode.is_(this_row(placement.postcode)),
            ),
        )
        .exists(),
    ),
)
"""A stay in hospital or on holiday ended, and the child is where it had lived before."""

short_breaks = called("for short breaks", only_short_breaks(linked(lived_in, placement.placement_id)))
IS_HOME = (placement.placement_type.is_not(*TEMPORARY), not_(came_back), not_(short_breaks))
"""Asked of a placement: the child moved in to live there."""

of_this_care = linked(placement.looked_after_period_id, looked_after_period.looked_after_period_id)
moves_in_two_years = of_this_care.where(
    *IS_HOME, placement.started_on > two_years_before, placement.started_on <= PERIOD.last_day
)

LA11 = indicator(
    "LA11",
    "Children looked after placed outside the authority and more than 20 miles from home",
    percentage_of(
        LOOKED_AFTER, that=PLACEMENT_THEN.where(placement.is_in_authority.is_(False), beyond_20_miles).exists()
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after, those whose distance is not known included",
    source="SSDA903 return ('Placement 3'): both outside the boundary and beyond 20 miles. Not to be mixed with "
    "LA12, which "
    "was four points higher for England in 2015.",
    better="lower",
    by=looked_after_breakdowns,
)

LA12 = indicator(
    "LA12",
    "Children looked after placed more than 20 miles from home",
    percentage_of(LOOKED_AFTER, that=PLACEMENT_THEN.where(beyond_20_miles).exists()),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after, those whose distance is not known included",
    source="SSDA903 return: in a straight line from home to placement, inside the boundary or out.",
    better="lower",
    by=looked_after_breakdowns,
)

LA13 = indicator(
    "LA13",
    "Children looked after with three or more placements in twelve months",
    percentage_of(
        LOOKED_AFTER,
        that=same_child(placement)
        .where(
            *IS_HOME,
            placement.placement_type.is_not(*WITH_THE_FOSTER_CARER),
            placement.started_on <= PERIOD.last_day,
            any_of(
                placement.ended_on.is_missing(),
                all_of(
                    # One that ended on the day it began lasted less than 24 hours.
                    placement.ended_on > placement.started_on,
                    placement.ended_on > PERIOD.last_day.add_months(-12),
                ),
            ),
        )
        .count()
        >= 3,
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after, however long they have been",
    source="SSDA903 return ('Placement 1'), partly verified: placements, not episodes, including the one open when the "
    "twelve months began, of 24 hours or more. Being placed for adoption with the foster carer (A3, A5) is no move. "
    "Short breaks (V3, V4), a stay in hospital and other temporary placements (T0 to T4) are no moves, nor is coming "
    "back from one to a placement of the same kind at the same postcode, or where one is not recorded (assumption).",
    better="lower",
    day_0="The twelve months end on the date; a placement that ended on the day before they began is outside.",
    look_back_months=12,
    by=looked_after_breakdowns,
)

LA14 = indicator(
    "LA14",
    "Children looked after for a long time who have been in the same placement for two years",
    percentage_of(
        LOOKED_AFTER.where(
            age_on(PERIOD.last_day, born=person.born_on) < 16,
            looked_after_period.started_on <= PERIOD.last_day.add_months(-30),
        ),
        that=any_of(
            all_of(
                # A temporary stay on the day, or on the day two years before, ends nothing.
                PLACEMENT_THEN.exists(),
                of_this_care.where(
                    placement.placement_type.is_not(*TEMPORARY), placement.started_on <= two_years_before
                ).exists(),
                moves_in_two_years.count() < 1,
            ),
            all_of(
                PLACEMENT_THEN.where(placement.placement_type.is_in(*PLACED_FOR_ADOPTION)).exists(),
                moves_in_two_years.count() <= 1,
            ),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children under 16 who have been looked after for two and a half years or more",
    source="SSDA903 return (former NI 63): two years in one placement, or placed for adoption and the two last "
    "placements "
    "together two years. Short breaks, temporary placements (T0 to T4) and coming back from them end nothing, as in "
    "LA13. The 2015 paper leaves out both conditions on who is counted.",
    better="higher",
    day_0="A placement that began two years before the date to the day has lasted two years.",
    look_back_months=30,
    by=looked_after_breakdowns,
)

INDICATORS = (LA11, LA12, LA13, LA14)
