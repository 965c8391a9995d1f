"""Children looked after: how many, who they are, and who came and went."""

from purplebook.definitions.breakdowns import allocated_team, coded, who
from purplebook.definitions.cohorts import (
    CEASED,
    LOOKED_AFTER,
    LOOKED_AFTER_ENDED,
    LOOKED_AFTER_STARTED,
    PLACEMENT_THEN,
    held_then,
)
from purplebook.language import (
    PERIOD,
    Breakdown,
    count,
    difference,
    indicator,
    looked_after_period,
    percentage_of,
    person_attribute,
    placement,
    rate_of,
    same_child,
    share_of,
)

THEME = "Looked after children"
AGE_0_TO_17 = "children aged 0 to 17"

looked_after_breakdowns = (
    *who(looked_after_period, on=PERIOD.last_day),
    allocated_team(),
    coded("need", "Category of need", looked_after_period.need_code),
    Breakdown(
        "placement",
        "Placement",
        PLACEMENT_THEN.last(placement.placement_type, by=placement.started_on),
        code_set="placement_type",
    ),
)
at_end = (
    *who(looked_after_period, on=looked_after_period.ended_on),
    coded("reason", "Reason ceased", looked_after_period.end_reason_code),
)
BOUNDARY = (
    "A child who ceases to be looked after on the date is not counted. Children looked after only under a series of "
    "short breaks (legal status V3 or V4) are left out."
)

LA01 = indicator(
    "LA01",
    "Children looked after",
    count(LOOKED_AFTER),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children with an open period of care",
    source=f"SSDA903 return. {BOUNDARY}",
    by=looked_after_breakdowns,
)

LA02 = indicator(
    "LA02",
    "Children looked after per 10,000 children",
    rate_of(LOOKED_AFTER, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after, over the mid-year population estimate aged 0 to 17",
    source="SSDA903 return and ONS mid-year estimates. Uses the latest estimate dated on or before the day: 31 March "
    "2015 "
    "uses the middle of 2014, as the Department does.",
)

LA03 = indicator(
    "LA03",
    "Net change in children looked after",
    difference(LOOKED_AFTER_STARTED, LOOKED_AFTER_ENDED),
    theme=THEME,
    edition=2,
    counts_each="period of care",
    counts="periods of care that began, less those that ended",
    source="Partly verified. It must equal the change in children looked after (LA01), which makes it a check on the "
    "records.",
    note="`list` gives those who came and `--among` those who left; the figure is the first less the second. "
    "It has no breakdowns: a child can come in one group and leave in another.",
)

LA05 = indicator(
    "LA05",
    "Children who ceased to be looked after",
    count(CEASED),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children, each at the last time they ceased in the period",
    source="SSDA903 return: any reason but X1, transfers to another authority (E3) included.",
    by=at_end,
)

LA06 = indicator(
    "LA06",
    "Children looked after by sex",
    share_of(LOOKED_AFTER),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after",
    source="SSDA903 return; sex not recorded is shown as such.",
    by=looked_after_breakdowns,
)

LA07 = indicator(
    "LA07",
    "Children looked after by ethnic group",
    share_of(LOOKED_AFTER),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after",
    source="The Department's main groups; White includes White other, Gypsy or Roma and Irish Traveller. Refused and "
    "not "
    "obtained are 'Not known', never 'Other'.",
    by=looked_after_breakdowns,
)

LA08 = indicator(
    "LA08",
    "Children looked after by age",
    share_of(LOOKED_AFTER),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after",
    source="Completed years on the date, in the Department's bands. Unaccompanied asylum-seeking children are in their "
    "age band; they are shown apart as LA09.",
    by=looked_after_breakdowns,
)

LA09 = indicator(
    "LA09",
    "Children looked after who are unaccompanied asylum-seeking children",
    percentage_of(
        LOOKED_AFTER,
        that=same_child(person_attribute)
        .where(
            person_attribute.attribute_type.is_("UASC"),
            person_attribute.code.is_not("N"),
            held_then(person_attribute.started_on, person_attribute.ended_on),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after",
    source="SSDA903 return, partly verified: the status must hold on the date. "
    "A status that the source gives without its days is believed.",
    by=looked_after_breakdowns,
)

LA10 = indicator(
    "LA10",
    "Children looked after with special educational needs",
    percentage_of(
        LOOKED_AFTER,
        that=same_child(person_attribute)
        .where(
            person_attribute.attribute_type.is_("SEN"),
            held_then(person_attribute.started_on, person_attribute.ended_on),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after, of every age",
    source="The 2015 paper's own count (5.1). The Department's measure differs: it takes those looked after for "
    "twelve months "
    "and matched to the school census.",
    by=looked_after_breakdowns,
)

INDICATORS = (LA01, LA02, LA03, LA05, LA06, LA07, LA08, LA09, LA10)
