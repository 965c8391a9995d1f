"""Codes of looked-after children: episodes, legal statuses, care plans, health, going missing and foster carers.

Kinds of placement stand in `placements.py`, routes to a permanent family in `permanence.py`.
"""

from datetime import date

from purplebook.tables.codes.code_set import CodeSet, CodeValue
from purplebook.tables.codes.permanence import PERMANENCE
from purplebook.tables.codes.placements import PLACEMENTS

OLD_GUARDIANSHIP_TO = date(2018, 3, 31)
"""The return to 31 March 2018 was the last with E43 and E44; E45 to E48 say more about who the guardian is."""
NEW_GUARDIANSHIP_FROM = date(2018, 4, 1)

LOOKED_AFTER: tuple[CodeSet, ...] = (
    CodeSet(
        "looked_after_need",
        "The main reason why a child came to be looked after.",
        (
            CodeValue("N1", "Abuse or neglect"),
            CodeValue("N2", "Child's disability"),
            CodeValue("N3", "Parent's illness or disability"),
            CodeValue("N4", "Family in acute stress"),
            CodeValue("N5", "Family dysfunction"),
            CodeValue("N6", "Socially unacceptable behaviour"),
            CodeValue("N7", "Low income"),
            CodeValue("N8", "Absent parenting"),
        ),
    ),
    CodeSet(
        "episode_start_reason",
        "Why a new episode of care began.",
        (
            CodeValue("S", "Started to be looked after"),
            CodeValue("L", "Change of legal status only"),
            CodeValue("P", "Change of placement and carer only"),
            CodeValue("T", "Change of placement with the same carer"),
            CodeValue("B", "Change of legal status, placement and carer on one day"),
            CodeValue("U", "Change of legal status and placement with the same carer on one day"),
        ),
    ),
    CodeSet(
        "episode_end_reason",
        "Why an episode of care ended; every reason but X1 ends the period of being looked after.",
        (
            CodeValue("X1", "A new episode began the same day", "Still looked after"),
            CodeValue("E11", "Adopted, application unopposed", "Adopted"),
            CodeValue("E12", "Adopted, consent dispensed with", "Adopted"),
            CodeValue("E2", "Died", "Died"),
            CodeValue("E3", "Care taken over by another authority in the United Kingdom", "Other authority"),
            CodeValue("E4A", "Returned home as planned", "Returned home"),
            CodeValue("E4B", "Returned home, not as planned", "Returned home"),
            CodeValue("E13", "Went to live with a relative or other without parental responsibility", "Other family"),
            CodeValue("E41", "Residence or child arrangements order", "Child arrangements order"),
            CodeValue(
                "E43",
                "Special guardianship order to a former foster carer",
                "Special guardianship",
                valid_to_on=OLD_GUARDIANSHIP_TO,
            ),
            CodeValue(
                "E44",
                "Special guardianship order to someone other than a former foster carer",
                "Special guardianship",
                valid_to_on=OLD_GUARDIANSHIP_TO,
            ),
            CodeValue(
                "E45",
                "Special guardianship order to a former foster carer who is a relative or friend",
                "Special guardianship",
                valid_from_on=NEW_GUARDIANSHIP_FROM,
            ),
            CodeValue(
                "E46",
                "Special guardianship order to a former foster carer who is no relative or friend",
                "Special guardianship",
                valid_from_on=NEW_GUARDIANSHIP_FROM,
            ),
            CodeValue(
                "E47",
                "Special guardianship order to a relative or friend who was not the foster carer",
                "Special guardianship",
                valid_from_on=NEW_GUARDIANSHIP_FROM,
            ),
            CodeValue(
                "E48",
                "Special guardianship order to another person who was not the foster carer",
                "Special guardianship",
                valid_from_on=NEW_GUARDIANSHIP_FROM,
            ),
            CodeValue("E5", "Independent living with formal support", "Independent living"),
            CodeValue("E6", "Independent living without formal support", "Independent living"),
            CodeValue("E7", "Residential care funded by adult social care", "Adult social care"),
            CodeValue("E8", "Any other reason", "Other"),
            CodeValue("E9", "Sentenced to custody", "Custody"),
            CodeValue("E14", "Accommodation on remand ended", "Remand ended"),
            CodeValue("E15", "Found to be 18 or over", "Found to be an adult"),
            CodeValue("E16", "Moved abroad", "Moved abroad"),
            CodeValue("E17", "Turned 18 and stayed with the same carers", "Stayed with carers"),
        ),
    ),
    CodeSet(
        "legal_status",
        "The legal status under which a child is looked after.",
        (
            CodeValue("C1", "Interim care order", "Care order"),
            CodeValue("C2", "Full care order", "Care order"),
            CodeValue("D1", "Freeing order", "Placement order"),
            CodeValue("E1", "Placement order", "Placement order"),
            CodeValue("V2", "Accommodated under section 20", "Voluntary agreement"),
            CodeValue("V3", "Short-term breaks, each break recorded", "Short-term breaks"),
            CodeValue("V4", "Short-term breaks, the agreement recorded", "Short-term breaks"),
            CodeValue("L1", "Police protection", "Emergency protection"),
            CodeValue("L2", "Emergency protection order", "Emergency protection"),
            CodeValue("L3", "Child assessment order", "Emergency protection"),
            CodeValue("J1", "Remanded to the authority or to youth detention", "Youth justice"),
            CodeValue("J2", "Placed by the police (Police and Criminal Evidence Act)", "Youth justice"),
            CodeValue("J3", "Youth rehabilitation order with residence", "Youth justice"),
        ),
    ),
    *PLACEMENTS,
    CodeSet(
        "care_plan_goal",
        "Where a looked-after child is meant to live in the long run, in the words of Annex A or of the case systems.",
        (
            CodeValue("RETURN", "Return to family", "Return to family"),
            CodeValue("REMAINSUP", "Remain with birth family, supported", "Return to family"),
            CodeValue("RETURN1M", "Return within a month", "Return to family"),
            CodeValue("RETURN6M", "Return within six months", "Return to family"),
            CodeValue("RETURNEV", "Return in the end", "Return to family"),
            CodeValue("ADOPTION", "Adoption", "Adoption"),
            CodeValue("SGO_CAO", "Special guardianship or child arrangements order", "Guardianship"),
            CodeValue("LTRELFR", "Long term with relatives or friends", "Long-term fostering"),
            CodeValue("LTFOST", "Long-term fostering", "Long-term fostering"),
            CodeValue("LTFOST18", "Long-term fostering until 18", "Long-term fostering"),
            CodeValue("RESID", "Long-term residential placement", "Residential"),
            CodeValue("RESPLMT", "Residential placement until independence", "Residential"),
            CodeValue("SUPPLIV", "Supported living", "Supported living"),
            CodeValue("OTHER", "Other", "Other"),
            CodeValue("OTHERPLN", "Other plan", "Other"),
        ),
    ),
    CodeSet(
        "health_check_type",
        "What a row of health and wellbeing is about.",
        (
            CodeValue("HEALTH_ASSESSMENT", "Health assessment"),
            CodeValue("DENTAL", "Dental check"),
            CodeValue("DEVELOPMENT_U5", "Development check of a child under 5"),
            CodeValue("IMMUNISATION", "Immunisations up to date"),
            CodeValue("SDQ", "Strengths and difficulties questionnaire"),
            CodeValue("SUBSTANCE_MISUSE", "Substance misuse problem"),
            CodeValue("CONVICTION", "Convicted or given a final warning in the year"),
        ),
    ),
    CodeSet(
        "questionnaire_missing_reason",
        "Why a child has no score of the strengths and difficulties questionnaire.",
        (
            CodeValue("SDQ1", "Too young or too old"),
            CodeValue("SDQ2", "Carer refused"),
            CodeValue("SDQ3", "Disability too severe"),
            CodeValue("SDQ4", "Other reason"),
            CodeValue("SDQ5", "Child or young person refused"),
        ),
    ),
    CodeSet(
        "missing_type",
        "Whether a child was missing, or away from a placement without authorisation.",
        (CodeValue("M", "Missing"), CodeValue("A", "Away without authorisation")),
    ),
    CodeSet(
        "return_interview_answer",
        "The answer about a return home interview.",
        (
            CodeValue("Y", "Yes"),
            CodeValue("N", "No"),
            CodeValue("NA", "Does not apply"),
            CodeValue("U", "Not known"),
        ),
    ),
    *PERMANENCE,
    CodeSet(
        "foster_carer_type",
        "Whom a fostering household is approved for.",
        (
            CodeValue("MAINSTREAM", "Mainstream carer, for any child"),
            CodeValue("CONNECTED_PERSON", "Relative or friend, for a child they know"),
        ),
    ),
)
