"""Kinds of placement, their providers and why they end, in the codes of the return on looked-after children."""

from datetime import date

from purplebook.tables.codes.code_set import CodeSet, CodeValue

SUPPORTED_ACCOMMODATION_FROM = date(2024, 4, 1)
"""The return of 2024-25 was the first with K3, which took the place of H5."""
SEMI_INDEPENDENT_TO = date(2024, 3, 31)
INDEPENDENT_LIVING_TO = date(2023, 10, 27)
"""Placements may not be P2 from 28 October 2023."""
OTHER_PLACEMENT_TO = date(2025, 3, 31)
OTHER_PLACEMENT_SPLIT_FROM = date(2025, 4, 1)
CUSTODY_REASON_FROM = date(2018, 4, 1)

PLACEMENTS: tuple[CodeSet, ...] = (
    CodeSet(
        "placement_type",
        "The kind of place in which a looked-after child lives.",
        (
            CodeValue("U1", "Foster care by a relative or friend, long term", "Foster care"),
            CodeValue("U2", "Foster care by a relative or friend, fostering for adoption", "Foster care"),
            CodeValue("U3", "Foster care by a relative or friend, other", "Foster care"),
            CodeValue("U4", "Foster care, long term", "Foster care"),
            CodeValue("U5", "Foster care, fostering for adoption", "Foster care"),
            CodeValue("U6", "Foster care, other", "Foster care"),
            CodeValue("A3", "Placed for adoption with consent, with the foster carer", "Placed for adoption"),
            CodeValue("A4", "Placed for adoption with consent, not with the foster carer", "Placed for adoption"),
            CodeValue("A5", "Placed for adoption by placement order, with the foster carer", "Placed for adoption"),
            CodeValue("A6", "Placed for adoption by placement order, not with the foster carer", "Placed for adoption"),
            CodeValue("P1", "Placed with parents", "Placed with parents"),
            CodeValue("P2", "Independent living", "Independent living", valid_to_on=INDEPENDENT_LIVING_TO),
            CodeValue("P3", "Residential employment", "Residential employment"),
            CodeValue("K1", "Secure children's home", "Secure children's home"),
            CodeValue("K2", "Children's home", "Children's home"),
            CodeValue(
                "K3", "Supported accommodation", "Supported accommodation", valid_from_on=SUPPORTED_ACCOMMODATION_FROM
            ),
            CodeValue(
                "H5",
                "Semi-independent living outside the children's homes regulations",
                "Semi-independent living",
                valid_to_on=SEMI_INDEPENDENT_TO,
            ),
            CodeValue("R1", "Residential care home", "Residential care home"),
            CodeValue("R2", "Hospital or other health establishment", "Health establishment"),
            CodeValue("R3", "Family centre or mother and baby unit", "Family centre or mother and baby unit"),
            CodeValue("R5", "Young offender institution or secure training centre", "Custody"),
            CodeValue("S1", "Residential school", "Residential school"),
            CodeValue("T0", "Temporary move of any kind", "Temporary"),
            CodeValue("T1", "Temporary, in hospital", "Temporary"),
            CodeValue("T2", "Temporary, child on holiday", "Temporary"),
            CodeValue("T3", "Temporary, foster carer on holiday", "Temporary"),
            CodeValue("T4", "Temporary, seven days or less", "Temporary"),
            CodeValue("Z1", "Other placement", "Other", valid_to_on=OTHER_PLACEMENT_TO),
            CodeValue("Z11", "Other placement, first kind", "Other", valid_from_on=OTHER_PLACEMENT_SPLIT_FROM),
            CodeValue("Z12", "Other placement, second kind", "Other", valid_from_on=OTHER_PLACEMENT_SPLIT_FROM),
            CodeValue("Z13", "Other placement, third kind", "Other", valid_from_on=OTHER_PLACEMENT_SPLIT_FROM),
            CodeValue("Z14", "Other placement, fourth kind", "Other", valid_from_on=OTHER_PLACEMENT_SPLIT_FROM),
        ),
    ),
    CodeSet(
        "placement_provider",
        "Who provides a placement.",
        (
            CodeValue("PR0", "Parents or others with parental responsibility", "Other"),
            CodeValue("PR1", "This authority's own provision", "Own authority"),
            CodeValue("PR2", "Another local authority", "Other"),
            CodeValue("PR3", "Another public body", "Other"),
            CodeValue("PR4", "Private provider", "Private"),
            CodeValue("PR5", "Voluntary organisation", "Other"),
        ),
    ),
    CodeSet(
        "placement_change_reason",
        "Why a placement ended.",
        (
            CodeValue("CARPL", "Care plan changed or was carried out"),
            CodeValue("CLOSE", "Carer resigned or home closed"),
            CodeValue("ALLEG", "Allegation against the carer"),
            CodeValue("STAND", "Worry about standards of care"),
            CodeValue("APPRR", "Carer's approval removed"),
            CodeValue("CREQB", "Carer asked, because of the child's behaviour"),
            CodeValue("CREQO", "Carer asked, for another reason"),
            CodeValue("CHILD", "Child asked"),
            CodeValue("LAREQ", "Responsible or area authority asked"),
            CodeValue("PLACE", "Only the status of the placement changed"),
            CodeValue("CUSTOD", "Custody", valid_from_on=CUSTODY_REASON_FROM),
            CodeValue("OTHER", "Other"),
        ),
    ),
)
