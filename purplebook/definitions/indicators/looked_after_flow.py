"""Children who start to be looked after, and what kind of placement those looked after live in."""

from purplebook.definitions.breakdowns import allocated_team, coded, who
from purplebook.definitions.cohorts import LOOKED_AFTER, LOOKED_AFTER_STARTED, PLACEMENT_THEN
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17, THEME, looked_after_breakdowns
from purplebook.definitions.indicators.referral_outcomes import A_YEAR
from purplebook.language import Breakdown, count, indicator, looked_after_period, placement, rate_of, share_of
from purplebook.tables.codes import CODE_SETS

_TOGETHER = {
    **dict.fromkeys(("U1", "U2", "U3"), "Foster care by a relative or friend"),
    **dict.fromkeys(("K1", "K2"), "Children's home, secure or not"),
    # What was semi-independent living until October 2023 has been supported accommodation since.
    **dict.fromkeys(("H5", "K3"), "Supported accommodation"),
}
_GROUPS = {
    value.code: _TOGETHER.get(value.code, value.group or value.label) for value in CODE_SETS["placement_type"].codes
}
placement_group = Breakdown(
    "placement_group",
    "Kind of placement",
    PLACEMENT_THEN.last(placement.placement_type, by=placement.started_on).relabelled(_GROUPS, otherwise="Other"),
    order=tuple(dict.fromkeys(_GROUPS.values())),
)
at_start = (
    *who(looked_after_period, on=looked_after_period.started_on),
    allocated_team(on=looked_after_period.started_on),
    coded("need", "Category of need", looked_after_period.need_code),
)

LA04 = indicator(
    "LA04",
    "Children who started to be looked after",
    count(LOOKED_AFTER_STARTED),
    theme=THEME,
    edition=2,
    counts_each="period of care",
    counts="periods of care that began, so a child who came twice counts twice",
    source="SSDA903 return (reason S), partly verified: the Department counts a child once a year. Short breaks alone "
    "are left out.",
    by=at_start,
)

LA04_RATE = indicator(
    "LA04-RATE",
    "Children who started to be looked after per 10,000 children in a year",
    rate_of(LOOKED_AFTER_STARTED, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    edition=2,
    counts_each="period of care",
    counts="periods of care that began in the year, over the mid-year population estimate aged 0 to 17",
    source="SSDA903 return and ONS mid-year estimates, counted as LA04.",
    only_for=A_YEAR,
)

LA15 = indicator(
    "LA15",
    "Children looked after by placement",
    share_of(LOOKED_AFTER),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after, those without a placement on the date included",
    source="SSDA903 return. Foster care by relatives and friends is apart; semi-independent living (H5, until October "
    "2023) is with the supported accommodation that followed it. From 28 October 2023 unregistered places for those "
    "aged 16 or over are other placements.",
    by=(placement_group, *looked_after_breakdowns),
)

INDICATORS = (LA04, LA04_RATE, LA15)
