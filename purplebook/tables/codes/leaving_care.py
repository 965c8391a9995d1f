"""Codes of care leavers: what they are entitled to, whether we are in touch, where they live and what they do."""

from datetime import date

from purplebook.tables.codes.code_set import CodeSet, CodeValue

APPRENTICESHIPS_APART_FROM = date(2021, 4, 1)
"""The return of 2021-22 was the first to tell apprenticeships (F4, P4) from other work and training (F5, P5)."""
APPRENTICESHIPS_WITHIN_TO = date(2021, 3, 31)
BUSY = "In education, employment or training"
NOT_BUSY = "Not in education, employment or training"

LEAVING_CARE: tuple[CodeSet, ...] = (
    CodeSet(
        "care_leaver_basis",
        "Which young people a row is about, and which day.",
        (
            CodeValue("CURRENT", "Everyone entitled, on the day of the row"),
            CodeValue("OC3_BIRTHDAY", "Yearly return, around the birthday"),
        ),
    ),
    CodeSet(
        "care_leaver_eligibility",
        "What a young person is entitled to under the leaving care law.",
        (
            CodeValue("ELIGIBLE", "Eligible: 16 or 17 and still looked after"),
            CodeValue("RELEVANT", "Relevant: 16 or 17 and no longer looked after"),
            CodeValue("FORMER_RELEVANT", "Former relevant: 18 or over, was eligible or relevant"),
            CodeValue("QUALIFYING", "Qualifying: looked after for a shorter time"),
        ),
    ),
    CodeSet(
        "in_touch",
        "Whether the authority is in touch with a care leaver.",
        (
            CodeValue("YES", "In touch"),
            CodeValue("NO", "Not in touch"),
            CodeValue("DIED", "Died after leaving care"),
            CodeValue("REFU", "Refuses contact"),
            CodeValue("NREQ", "No longer needs services"),
            CodeValue("RHOM", "Returned home for six months or more"),
        ),
    ),
    CodeSet(
        "accommodation",
        "Where a care leaver lives.",
        (
            CodeValue("B", "With parents or relatives"),
            CodeValue("C", "Community home or other residential care"),
            CodeValue("D", "Semi-independent, transitional accommodation"),
            CodeValue("E", "Supported lodgings"),
            CodeValue("G", "Gone abroad"),
            CodeValue("H", "Deported"),
            CodeValue("K", "Ordinary lodgings, without formal support"),
            CodeValue("R", "Residence not known"),
            CodeValue("S", "No fixed abode or homeless"),
            CodeValue("T", "Foyer or similar supported accommodation"),
            CodeValue("U", "Independent living"),
            CodeValue("V", "Emergency accommodation"),
            CodeValue("W", "Bed and breakfast"),
            CodeValue("X", "In custody"),
            CodeValue("Y", "Other"),
            CodeValue("Z", "With former foster carers"),
        ),
    ),
    CodeSet(
        "accommodation_suitability",
        "Whether a care leaver's accommodation is suitable.",
        (CodeValue("1", "Suitable"), CodeValue("2", "Unsuitable"), CodeValue("U", "Not known")),
    ),
    CodeSet(
        "activity",
        "What a care leaver does; higher education means studies beyond A level.",
        (
            CodeValue("F1", "Full time in higher education", BUSY),
            CodeValue("P1", "Part time in higher education", BUSY),
            CodeValue("F2", "Full time in other education", BUSY),
            CodeValue("P2", "Part time in other education", BUSY),
            CodeValue("F3", "Full time in training or employment", BUSY, valid_to_on=APPRENTICESHIPS_WITHIN_TO),
            CodeValue("P3", "Part time in training or employment", BUSY, valid_to_on=APPRENTICESHIPS_WITHIN_TO),
            CodeValue("F4", "Full time in an apprenticeship", BUSY, valid_from_on=APPRENTICESHIPS_APART_FROM),
            CodeValue("P4", "Part time in an apprenticeship", BUSY, valid_from_on=APPRENTICESHIPS_APART_FROM),
            CodeValue(
                "F5", "Full time in other training or employment", BUSY, valid_from_on=APPRENTICESHIPS_APART_FROM
            ),
            CodeValue(
                "P5", "Part time in other training or employment", BUSY, valid_from_on=APPRENTICESHIPS_APART_FROM
            ),
            CodeValue("G4", "Not in any, because of illness or disability", NOT_BUSY),
            CodeValue("G5", "Not in any, for another reason", NOT_BUSY),
            CodeValue("G6", "Not in any, because of pregnancy or parenting", NOT_BUSY),
            CodeValue("0", "No information, since not in touch", "Not known"),
        ),
    ),
)
