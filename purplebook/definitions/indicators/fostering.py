"""Foster carers: households that ask, places that the council has approved, and those that are taken."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.language import (
    PERIOD,
    Breakdown,
    count,
    count_children,
    first_of,
    foster_carer_approval,
    indicator,
    placement,
    sum_of,
    when,
)

THEME = "Recruitment"
FOSTER_CARE = ("U1", "U2", "U3", "U4", "U5", "U6")
OWN_PROVISION = "PR1"
approved = foster_carer_approval.open_at_period_end(foster_carer_approval.approved_on, foster_carer_approval.ended_on)

FO02 = indicator(
    "FO02",
    "Approved foster places",
    sum_of(foster_carer_approval.places_count, among=approved),
    theme=THEME,
    counts_each="approved place",
    counts="places of households approved on the date",
    source="Ofsted's fostering return, partly verified. Since 2022 it leaves out relatives and friends, who are a "
    "group of their own in the breakdown by type.",
    by=(coded("type", "Type", foster_carer_approval.carer_type),),
)

FO02_TAKEN = indicator(
    "FO02-TAKEN",
    "Children living with the council's own foster carers",
    count_children(
        placement.open_at_period_end(placement.started_on, placement.ended_on).where(
            placement.placement_type.is_in(*FOSTER_CARE), placement.provider_code.is_(OWN_PROVISION)
        )
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="different children in a placement on the date",
    source="Ofsted's fostering return, partly verified: our own children in places of our own (provider PR1). Children "
    "of other authorities who live there are not in our records.",
    by=(*who(placement, on=PERIOD.last_day), coded("kind", "Kind of placement", placement.placement_type)),
)

FO03 = indicator(
    "FO03",
    "Fostering enquiries",
    count(foster_carer_approval.dated(foster_carer_approval.enquired_on)),
    theme=THEME,
    counts_each="fostering household",
    counts="households that first asked about fostering in the period",
    source="Ofsted's fostering return, partly verified. What became of an enquiry is known only later: read the newest "
    "periods with that in mind.",
    by=(
        coded("type", "Type", foster_carer_approval.carer_type),
        Breakdown(
            "became",
            "What became of it",
            first_of(
                when(foster_carer_approval.approved_on.is_recorded(), "Approved"),
                when(foster_carer_approval.enquired_on.is_recorded(), "Not approved so far"),
            ),
            order=("Approved", "Not approved so far"),
        ),
    ),
)

INDICATORS = (FO02, FO02_TAKEN, FO03)
