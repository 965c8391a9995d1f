"""The fixed words of the paper that hold a number: terms of law and return, the standards in force, and the glossary.

Nothing here is a finding. A finding is bound to an indicator.
"""

from __future__ import annotations

from purplebook.language.papers import Standard

TERMS = (
    "section 47",
    "Children Act 1989",
    "Children Act 2004",
    "Childcare Act 2006",
    "Children (Leaving Care) Act 2000",
    "Placement 1",
    "Placement 3",
    "Adoption 1",
    "Adoption 2",
    "A1",
    "A2",
    "A3",
    "three or more placements",
    "per 10,000 children",
    "1 to 4",
    "5 to 9",
    "10 to 15",
    "16 and over",
)

ASSESSMENT_TIME = Standard("45 working days", "Working Together, from the day of referral (day 0)")
CONFERENCE_TIME = Standard("15 working days", "Working Together, from the strategy discussion (day 0)")
PLAN_VISITS = Standard("10 working days", "local standard for visits to children with a child protection plan")
NEED_VISITS = Standard("four weeks", "local standard for visits to children in need and for case supervision")
PLAN_UPDATE = Standard("six months", "local standard for the update of child in need and pathway plans")
FOLLOW_UP = Standard("nine months", "local standard for early help cases that return to social care")
AUDITED_PLAN = Standard("18 months", "local trigger for the audit of a child protection plan")
FAR_AWAY = Standard("20 miles", "Department for Education, Placement 3")
STABLE_AGE = Standard("under 16", "Department for Education, long-term placement stability")
STABLE_CARE = Standard("two and a half years", "Department for Education, long-term placement stability")
STABLE_PLACEMENT = Standard("two years", "Department for Education, long-term placement stability")
LEAVER_AGES = Standard("19 to 21", "local cohort of care leavers")
A3_WAIT = Standard("14 months (426 days)", "adoption scorecard, A3")
AUDITS_A_MONTH = Standard("at least two audits a month", "quality assurance framework")

STANDARDS = (
    ASSESSMENT_TIME,
    CONFERENCE_TIME,
    PLAN_VISITS,
    NEED_VISITS,
    PLAN_UPDATE,
    FOLLOW_UP,
    AUDITED_PLAN,
    FAR_AWAY,
    STABLE_AGE,
    STABLE_CARE,
    STABLE_PLACEMENT,
    LEAVER_AGES,
    A3_WAIT,
    AUDITS_A_MONTH,
)

GLOSSARY = (
    ("Annex A", "The child-level lists that Ofsted asks for at an inspection"),
    ("CAF", "Common Assessment Framework: the early help assessment"),
    ("CSC", "Children's social care"),
    ("DfE", "Department for Education"),
    ("EET and NEET", "In education, employment or training, and not in any of them"),
    ("ICPC", "Initial child protection conference"),
    ("LSCB", "Local Safeguarding Children Board"),
    ("MARAC", "Multi-agency risk assessment conference, about domestic abuse"),
    ("MASH", "Multi-agency safeguarding hub: the front door for concerns about a child"),
    ("Quarter", "A quarter of the financial year, which starts in April; the first runs from April to June"),
    ("Section 47 enquiry", "An enquiry under the Children Act 1989 where a child may be suffering significant harm"),
    ("SGO", "Special guardianship order"),
    ("UASC", "Unaccompanied asylum-seeking children"),
)
