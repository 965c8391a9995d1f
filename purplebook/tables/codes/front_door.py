"""Codes of the front door: contacts, early help, referrals and visits and plans for children in need.

The factors that assessments find are many, and stand in `assessment_factors.py`.
"""

from datetime import date

from purplebook.tables.codes.assessment_factors import ASSESSMENT_FACTORS
from purplebook.tables.codes.code_set import CodeSet, CodeValue

EARLY_HELP_CODES_FROM = date(2022, 4, 1)
"""The census of 2022-23 was the first with an early help source (5D) and an early help closure (RC9)."""

FRONT_DOOR: tuple[CodeSet, ...] = (
    CodeSet(
        "referral_source",
        "Who made a contact or a referral, in the codes of the children in need census.",
        (
            CodeValue("1A", "Family member, relative or carer", "Individual"),
            CodeValue("1B", "Acquaintance, such as a neighbour or child minder", "Individual"),
            CodeValue("1C", "The child", "Individual"),
            CodeValue("1D", "Other individual, such as a stranger", "Individual"),
            CodeValue("2A", "School", "Schools"),
            CodeValue("2B", "Education service", "Education services"),
            CodeValue("3A", "General practitioner", "Health services"),
            CodeValue("3B", "Health visitor", "Health services"),
            CodeValue("3C", "School nurse", "Health services"),
            CodeValue("3D", "Other primary health service", "Health services"),
            CodeValue("3E", "Accident and emergency department", "Health services"),
            CodeValue("3F", "Other health service", "Health services"),
            CodeValue("4", "Council housing or housing association", "Housing"),
            CodeValue("5A", "Social care, such as adult social care", "Local authority services"),
            CodeValue("5B", "Other service of this authority", "Local authority services"),
            CodeValue("5C", "Another local authority", "Local authority services"),
            CodeValue("5D", "Early help", "Local authority services", valid_from_on=EARLY_HELP_CODES_FROM),
            CodeValue("6", "Police", "Police"),
            CodeValue("7", "Other legal agency, such as a court, probation or a prison", "Other legal agency"),
            CodeValue("8", "Other, such as a children's centre or voluntary organisation", "Other"),
            CodeValue("9", "Anonymous", "Anonymous"),
            CodeValue("10", "Not known", "Not known"),
        ),
    ),
    CodeSet(
        "contact_outcome",
        "What was decided about a contact (our own list).",
        (
            CodeValue("NFA", "No further action"),
            CodeValue("ADVICE", "Information and advice"),
            CodeValue("EARLY_HELP", "Passed to early help"),
            CodeValue("REFERRAL", "Became a referral"),
            CodeValue("EXISTING_CASE", "Passed to the worker of an open case"),
            CodeValue("OTHER", "Other"),
        ),
    ),
    CodeSet(
        "presenting_issue",
        "The main worry reported at the front door (our own list; no national return holds it).",
        (
            CodeValue("DOMESTIC_ABUSE", "Domestic abuse"),
            CodeValue("PHYSICAL_ABUSE", "Physical abuse"),
            CodeValue("SEXUAL_ABUSE", "Sexual abuse"),
            CodeValue("EMOTIONAL_ABUSE", "Emotional abuse"),
            CodeValue("NEGLECT", "Neglect"),
            CodeValue("PARENTAL_MENTAL_HEALTH", "A parent's mental health"),
            CodeValue("SUBSTANCE_MISUSE", "Alcohol or drug misuse"),
            CodeValue("CSE", "Child sexual exploitation"),
            CodeValue("MISSING", "Going missing"),
            CodeValue("DISABILITY", "Disability"),
            CodeValue("OTHER", "Other"),
        ),
    ),
    CodeSet(
        "early_help_source",
        "Who asked for early help (our own list).",
        (
            CodeValue("SCHOOL", "School"),
            CodeValue("CHILDRENS_CENTRE", "Children's centre"),
            CodeValue("EARLY_HELP", "Early help service"),
            CodeValue("SOCIAL_CARE", "Children's social care"),
            CodeValue("HEALTH", "Health service"),
            CodeValue("POLICE", "Police"),
            CodeValue("FAMILY", "Family"),
            CodeValue("OTHER", "Other"),
        ),
    ),
    CodeSet(
        "early_help_type",
        "What a row of early help is.",
        (
            CodeValue("EPISODE", "Episode of help", "Episode"),
            CodeValue("FAMILY_HELP", "Family Help episode", "Episode"),
            CodeValue("CAF", "Common assessment framework assessment", "Assessment"),
            CodeValue("EHA", "Early help assessment", "Assessment"),
            CodeValue("TARGETED", "Targeted assessment", "Assessment"),
        ),
    ),
    CodeSet(
        "early_help_end_reason",
        "Why an episode of early help closed (our own list).",
        (
            CodeValue("NEEDS_MET", "Needs met"),
            CodeValue("STEP_UP", "Stepped up to children's social care"),
            CodeValue("DISENGAGED", "Family no longer took part"),
            CodeValue("MOVED", "Moved away"),
            CodeValue("TURNED_18", "Turned 18"),
            CodeValue("OTHER", "Other"),
        ),
    ),
    CodeSet(
        "primary_need",
        "The main reason why a child is in need, in the codes of the children in need census.",
        (
            # The census of 2025-26 calls N1 "abuse, neglect and exploitation"; the code, and what is counted, stay.
            CodeValue("N1", "Abuse or neglect"),
            CodeValue("N2", "Child's disability"),
            CodeValue("N3", "Parent's disability or illness"),
            CodeValue("N4", "Family in acute stress"),
            CodeValue("N5", "Family dysfunction"),
            CodeValue("N6", "Socially unacceptable behaviour"),
            CodeValue("N7", "Low income"),
            CodeValue("N8", "Absent parenting"),
            CodeValue("N9", "Case other than a child in need"),
            CodeValue("N0", "Not stated"),
        ),
    ),
    CodeSet(
        "closure_reason",
        "Why an episode of need closed, in the codes of the children in need census.",
        (
            CodeValue("RC1", "Adopted"),
            CodeValue("RC2", "Died"),
            CodeValue("RC3", "Child arrangements order"),
            CodeValue("RC4", "Special guardianship order"),
            CodeValue("RC5", "Transferred to another local authority"),
            CodeValue("RC6", "Transferred to adult social care"),
            CodeValue("RC7", "Services ended for another reason, such as no longer in need"),
            CodeValue("RC8", "Closed after assessment, no further action"),
            CodeValue("RC9", "Closed after assessment, passed to early help", valid_from_on=EARLY_HELP_CODES_FROM),
        ),
    ),
    CodeSet(
        "case_status",
        "What a case is now, as Annex A asks for it.",
        (
            CodeValue("LAC", "Looked after"),
            CodeValue("CPP", "Child protection plan"),
            CodeValue("CIN", "Child in need plan"),
            CodeValue("ASSESS", "Open assessment"),
            CodeValue("CLOSED", "Closed"),
        ),
    ),
    ASSESSMENT_FACTORS,
    CodeSet(
        "visit_type",
        "Why a visit was made.",
        (
            CodeValue("CP", "Child protection visit"),
            CodeValue("CIN", "Child in need visit"),
            CodeValue("LAC", "Visit to a looked-after child"),
            CodeValue("IRO", "Visit by the independent reviewing officer"),
            CodeValue("PA", "Contact by the personal adviser"),
            CodeValue("PRIVATE_FOSTERING", "Visit to a privately fostered child"),
            CodeValue("LAST_SEEN", "Last time the child was seen, of any kind"),
        ),
    ),
    CodeSet(
        "plan_type",
        "The kinds of plan other than child protection plans.",
        (
            CodeValue("CIN", "Child in need plan"),
            CodeValue("CARE", "Care plan"),
            CodeValue("PERMANENCE", "Permanence plan"),
            CodeValue("PATHWAY", "Pathway plan"),
            CodeValue("PERSONAL_EDUCATION", "Personal education plan"),
        ),
    ),
)
