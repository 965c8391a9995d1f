"""Worked examples of rows that end before they begin: in no percentage, above or below the line, and in no average."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example

AUGUST = month(2015, 8)

ASSESSMENTS = """
    child | started_on | authorised_on | internal_review_on
    a     | 2015-08-11 | 2015-08-10    | 2015-08-12
    b     | 2015-08-10 | 2015-08-10    | 2015-08-07
    c     | 2015-08-07 | 2015-08-10    | 2015-08-06
    d     |            | 2015-08-10    | 2015-08-11
"""
"""A day before it began, on the day, a working day after, and without a start."""

PLANS = """
    child | started_on | ended_on
    a     | 2015-08-11 | 2015-08-10
    e     | 2015-08-12 | 2015-08-10
    b     | 2015-08-10 | 2015-08-10
    c     | 2013-08-11 | 2015-08-10
    d     |            | 2015-08-10
"""


def of_adopted(identifier: str, start: str, end: str, expected: Answer) -> Example:
    """Children adopted in August: the wait of a is minus a day, of b none, of c ten days; d has no start."""
    return Example(
        identifier,
        "A wait that ends before it begins is left out; one that ends on the day it began is a wait of no days",
        AUGUST,
        expected,
        {
            "permanence_case": f"""
                child | case_type | {start:26} | {end:12} | ordered_on
                a     | ADOPTION  | 2014-03-11 | 2014-03-10 | 2015-08-10
                b     | ADOPTION  | 2014-03-10 | 2014-03-10 | 2015-08-10
                c     | ADOPTION  | 2014-03-10 | 2014-03-20 | 2015-08-10
                d     | ADOPTION  |            | 2014-03-20 | 2015-08-10
            """
        },
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        "AS01",
        "Completed before it began is neither in time nor late; on the day it began is in time; with no start is not",
        AUGUST,
        (2, 3),
        {"assessment": ASSESSMENTS},
        kind="edge",
    ),
    Example(
        "AS02",
        "Completed before it began is in no median: of 0 and 1 working day it is a half",
        AUGUST,
        (1, 2),
        {"assessment": ASSESSMENTS},
    ),
    Example(
        "AS02-BANDS",
        "Completed before it began is in no band and not in the whole; without a start it is in the whole",
        AUGUST,
        (1, 3),
        {"assessment": ASSESSMENTS},
        breakdown="duration",
        group="Under 1",
    ),
    Example(
        "AS04",
        "Completed before it began counts where no time is asked about, in a group of its own",
        AUGUST,
        (0, 1),
        {"assessment": ASSESSMENTS},
        breakdown="duration",
        group="Completed before it began",
    ),
    Example(
        "CP06",
        "A plan that ends before it begins is left out; one of a day is not long, nor one without a start",
        AUGUST,
        (1, 3),
        {"child_protection_plan": PLANS},
        kind="edge",
    ),
    Example(
        "CP08-ENDED",
        "A plan that ends before it begins is in no average: 0 and 729 days",
        AUGUST,
        (729, 2),
        {"child_protection_plan": PLANS},
    ),
    Example(
        "CT01-WAIT",
        "An application dated before the decision is in no average: 0 and 14 days",
        AUGUST,
        (14, 2),
        {
            "pre_proceedings": """
                child | decided_on | court_application_on
                a     | 2015-08-11 | 2015-08-10
                b     | 2015-08-10 | 2015-08-10
                c     | 2015-07-27 | 2015-08-10
                d     |            | 2015-08-10
            """
        },
    ),
    of_adopted("AD03", "entered_care_on", "placed_on", (10, 2)),
    of_adopted("AD04", "entered_care_on", "placed_on", (10, 2)),
    of_adopted("AD06", "entered_care_on", "placed_on", (2, 2)),
    of_adopted("AD07", "decision_maker_agreed_on", "matched_on", (10, 2)),
    Example(
        "AD04",
        "Where the foster carer adopts, moving in with the carer before care began is left out as well",
        AUGUST,
        (10, 1),
        {
            "permanence_case": """
                child | case_type | entered_care_on | placed_with_foster_carer_on | placed_on  | ordered_on
                a     | ADOPTION  | 2014-03-11      | 2014-03-10                  | 2014-06-10 | 2015-08-10
                b     | ADOPTION  | 2014-03-10      | 2014-03-20                  | 2014-03-01 | 2015-08-10
            """
        },
    ),
    Example(
        "IC03",
        "A conference dated before its enquiry is in neither number",
        AUGUST,
        (1, 1),
        {
            "section_47_enquiry": """
                section_47_enquiry_id | child | strategy_discussion_on
                1                     | a     | 2015-08-11
                2                     | b     | 2015-08-10
            """,
            "child_protection_conference": """
                child | section_47_enquiry_id | conference_type | held_on
                a     | 1                     | ICPC            | 2015-08-10
                b     | 2                     | ICPC            | 2015-08-10
            """,
        },
    ),
)
