"""The factors that an assessment may find, in the codes of the children in need census."""

from datetime import date

from purplebook.tables.codes.code_set import CodeSet, CodeValue

WHOSE_ABUSE_FROM = date(2020, 4, 1)
"""From the census of 2020-21, physical and sexual abuse are split by who abused: 18B, 18C, 19B and 19C."""
WHOSE_ABUSE_UNKNOWN_TO = date(2020, 3, 31)
CRIMINAL_EXPLOITATION_FROM = date(2021, 4, 1)

ASSESSMENT_FACTORS = CodeSet(
    "assessment_factor",
    "A worry found at an assessment; an assessment may find several.",
    (
        CodeValue("1A", "Alcohol misuse by the child", "Alcohol misuse"),
        CodeValue("1B", "Alcohol misuse by a parent or carer", "Alcohol misuse"),
        CodeValue("1C", "Alcohol misuse by another person in the household", "Alcohol misuse"),
        CodeValue("2A", "Drug misuse by the child", "Drug misuse"),
        CodeValue("2B", "Drug misuse by a parent or carer", "Drug misuse"),
        CodeValue("2C", "Drug misuse by another person in the household", "Drug misuse"),
        CodeValue("3A", "Domestic abuse of the child", "Domestic abuse"),
        CodeValue("3B", "Domestic abuse of a parent or carer", "Domestic abuse"),
        CodeValue("3C", "Domestic abuse of another person in the household", "Domestic abuse"),
        CodeValue("4A", "Mental health of the child", "Mental health"),
        CodeValue("4B", "Mental health of a parent or carer", "Mental health"),
        CodeValue("4C", "Mental health of another person in the household", "Mental health"),
        CodeValue("5A", "Learning disability of the child", "Learning disability"),
        CodeValue("5B", "Learning disability of a parent or carer", "Learning disability"),
        CodeValue("5C", "Learning disability of another person in the household", "Learning disability"),
        CodeValue("6A", "Physical disability or illness of the child", "Physical disability or illness"),
        CodeValue("6B", "Physical disability or illness of a parent or carer", "Physical disability or illness"),
        CodeValue(
            "6C", "Physical disability or illness of another person in the household", "Physical disability or illness"
        ),
        CodeValue("7A", "Young carer", "Young carer"),
        CodeValue("8B", "Privately fostered: from overseas, means to return", "Privately fostered"),
        CodeValue("8C", "Privately fostered: from overseas, means to stay", "Privately fostered"),
        CodeValue("8D", "Privately fostered: in the United Kingdom, for education", "Privately fostered"),
        CodeValue("8E", "Privately fostered: in the United Kingdom, by the family's own choice", "Privately fostered"),
        CodeValue("8F", "Privately fostered: other", "Privately fostered"),
        CodeValue("9A", "Unaccompanied asylum-seeking child", "Unaccompanied asylum-seeking child"),
        CodeValue("10A", "Going or being missing", "Missing"),
        CodeValue("11A", "Child sexual exploitation", "Exploitation"),
        CodeValue("12A", "Trafficking", "Exploitation"),
        CodeValue("13A", "Gangs", "Exploitation"),
        CodeValue("14A", "Socially unacceptable behaviour", "Socially unacceptable behaviour"),
        CodeValue("15A", "Self-harm", "Self-harm"),
        CodeValue("16A", "Neglect", "Abuse or neglect"),
        CodeValue("17A", "Emotional abuse", "Abuse or neglect"),
        CodeValue("18A", "Physical abuse", "Abuse or neglect", valid_to_on=WHOSE_ABUSE_UNKNOWN_TO),
        CodeValue("18B", "Physical abuse by another child", "Abuse or neglect", valid_from_on=WHOSE_ABUSE_FROM),
        CodeValue("18C", "Physical abuse by an adult", "Abuse or neglect", valid_from_on=WHOSE_ABUSE_FROM),
        CodeValue("19A", "Sexual abuse", "Abuse or neglect", valid_to_on=WHOSE_ABUSE_UNKNOWN_TO),
        CodeValue("19B", "Sexual abuse by another child", "Abuse or neglect", valid_from_on=WHOSE_ABUSE_FROM),
        CodeValue("19C", "Sexual abuse by an adult", "Abuse or neglect", valid_from_on=WHOSE_ABUSE_FROM),
        CodeValue("20", "Other", "Other"),
        CodeValue("21", "No factors found", "No factors found"),
        CodeValue("22A", "Female genital mutilation", "Abuse or neglect"),
        CodeValue("23A", "Abuse linked to faith or belief", "Abuse or neglect"),
        CodeValue("24A", "Child criminal exploitation", "Exploitation", valid_from_on=CRIMINAL_EXPLOITATION_FROM),
    ),
)
