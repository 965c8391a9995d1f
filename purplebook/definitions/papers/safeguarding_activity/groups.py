"""The groups that the paper's tables are divided into: a name for readers, and the codes it is made of."""

from __future__ import annotations

Groups = tuple[tuple[str, tuple[str, ...]], ...]

SOURCES: Groups = (
    ("Individuals (family, carers, public)", ("1A", "1B", "1C", "1D")),
    ("Schools", ("2A",)),
    ("Education services", ("2B",)),
    ("Health services", ("3A", "3B", "3C", "3D", "3E", "3F")),
    ("Housing", ("4",)),
    ("Council services", ("5A", "5B", "5C", "5D")),
    ("Police", ("6",)),
    ("Other legal agencies", ("7",)),
    ("Other and not known", ("8", "9", "10", "Not recorded")),
)
"""Sources of referral, as the Department for Education groups them."""

REASONS: Groups = (
    ("Domestic abuse", ("DOMESTIC_ABUSE",)),
    ("Physical abuse", ("PHYSICAL_ABUSE",)),
    ("Sexual abuse", ("SEXUAL_ABUSE",)),
    ("Emotional abuse", ("EMOTIONAL_ABUSE",)),
    ("Neglect", ("NEGLECT",)),
    ("Parental mental health", ("PARENTAL_MENTAL_HEALTH",)),
    ("Substance misuse", ("SUBSTANCE_MISUSE",)),
    ("Child sexual exploitation", ("CSE",)),
    ("Missing from home or care", ("MISSING",)),
    ("Disability", ("DISABILITY",)),
    ("Other and not recorded", ("OTHER", "Not recorded")),
)

CATEGORIES: Groups = (
    ("Neglect", ("NEG",)),
    ("Emotional abuse", ("EMO",)),
    ("Physical abuse", ("PHY",)),
    ("Sexual abuse", ("SAB",)),
    ("More than one category", ("MUL",)),
)

AGE_BANDS: Groups = (
    ("Under one", ("Under 1",)),
    ("1 to 4 years", ("1 to 4",)),
    ("5 to 9 years", ("5 to 9",)),
    ("10 to 15 years", ("10 to 15",)),
    ("16 and over", ("16 and over",)),
)

SEX_NOT_KNOWN = ("U", "Not recorded")

SEXES: Groups = (
    ("Boys and young men", ("M",)),
    ("Girls and young women", ("F",)),
    ("Sex not known or not recorded", SEX_NOT_KNOWN),
)

ETHNIC_GROUP_NOT_KNOWN = ("Not known", "Not recorded")

ETHNIC_GROUPS: Groups = (
    ("White", ("White",)),
    ("Mixed", ("Mixed",)),
    ("Asian or Asian British", ("Asian",)),
    ("Black or Black British", ("Black",)),
    ("Other ethnic group", ("Other",)),
    ("Ethnic group not known or not recorded", ETHNIC_GROUP_NOT_KNOWN),
)

THEMES: Groups = (
    ("Breach of confidentiality", ("BREACH_OF_CONFIDENTIALITY",)),
    ("Communication", ("COMMUNICATION",)),
    ("Contact", ("CONTACT",)),
    ("Data protection breach", ("DATA_PROTECTION_BREACH",)),
    ("Financial issue", ("FINANCIAL_ISSUE",)),
    ("Lack of action", ("LACK_OF_ACTION",)),
    ("Lack of support", ("LACK_OF_SUPPORT",)),
    ("Looked after child payments", ("LOOKED_AFTER_CHILD_PAYMENTS",)),
    ("Service provision", ("SERVICE_PROVISION",)),
    ("Staff conduct", ("STAFF_CONDUCT",)),
)

COMPLAINT_STATUSES: Groups = (
    ("Investigated to an outcome", ("INVESTIGATED",)),
    ("Resolved by alternative dispute resolution", ("RESOLVED_ADR",)),
    ("Withdrawn", ("WITHDRAWN",)),
    ("Still open", ("OPEN",)),
)
