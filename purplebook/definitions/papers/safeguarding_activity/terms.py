"""The fixed words of the paper that hold a number: terms of law and return, the standards in force, and the glossary.

Nothing here is a finding. A finding is bound to an indicator.
"""

from __future__ import annotations

from datetime import date

from purplebook.definitions.law import BOARD, PARTNERS, law
from purplebook.definitions.law import titles as titles_of_law
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.language.papers import Standard

TERMS = (
    "section 47",
    *titles_of_law(),
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

FOLLOW_UP = Standard("nine months", "An early help case is followed after it closes for")
LONG_PLAN = Standard("18 months", "A child protection plan is looked at as a long one after more than")
FAR_AWAY = Standard("20 miles", "A placement is far from home when it is further than")
STABLE_AGE = Standard("under 16", "Long-term placement stability counts children who are")
STABLE_CARE = Standard(
    "two and a half years", "Long-term placement stability counts children looked after for at least"
)
STABLE_PLACEMENT = Standard("two years", "A long-term placement is stable when it has lasted")
LEAVER_AGES = Standard("19 to 21", "Care leavers are counted at the ages")
A3_WAIT = Standard("14 months (426 days)", "The adoption scorecard (A3) counts those who waited less than")
FIXED = (FOLLOW_UP, LONG_PLAN, FAR_AWAY, STABLE_AGE, STABLE_CARE, STABLE_PLACEMENT, LEAVER_AGES, A3_WAIT)


def practice(name: str, periods: PaperPeriods) -> Standard:
    """A dated practice standard of `standards.toml` as it stood on the paper's day: "10 working days"."""
    known = periods.standards[name]
    value = [value for since, value in known.expression.values if since <= periods.as_at][-1]
    return Standard(f"{value} {known.expression.unit}", known.meaning.rstrip("."))


def standards_at(periods: PaperPeriods) -> tuple[Standard, ...]:
    """Every standard that the paper of this day may name."""
    return (*(practice(name, periods) for name in periods.standards), *FIXED)


GLOSSARY: tuple[tuple[str, str], ...] = (
    ("Annex A", "The child-level lists that Ofsted asks for at an inspection"),
    ("CAF", "Common Assessment Framework: the early help assessment"),
    ("CSC", "Children's social care"),
    ("DfE", "Department for Education"),
    ("EET and NEET", "In education, employment or training, and not in any of them"),
    ("ICPC", "Initial child protection conference"),
    ("MARAC", "Multi-agency risk assessment conference, about domestic abuse"),
    ("MASH", "Multi-agency safeguarding hub: the front door for concerns about a child"),
    ("Quarter", "A quarter of the financial year, which starts in April; the first runs from April to June"),
    ("Section 47 enquiry", "An enquiry under the Children Act 1989 where a child may be suffering significant harm"),
    ("SGO", "Special guardianship order"),
    ("UASC", "Unaccompanied asylum-seeking children"),
)


def glossary_at(as_at: date) -> tuple[tuple[str, str], ...]:
    """The terms that need explaining in a paper of a day, in their order; who safeguards together hangs on the day."""
    body = law("safeguarding_term", on=as_at)
    named = () if body is None else ((BOARD if body.words.startswith("Local") else PARTNERS, body.words),)
    return tuple(sorted((*GLOSSARY, *named), key=lambda entry: entry[0].casefold()))
