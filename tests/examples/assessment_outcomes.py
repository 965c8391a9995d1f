"""Worked examples of how assessments end and of the factors they find, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "AS04",
        "The day of completion decides the month: its first and last day are in, the days on either side are out",
        AUGUST,
        (2, 2),
        {
            "assessment": """
                child | started_on | internal_review_on | authorised_on | is_no_further_action
                a     | 2015-08-03 | 2015-08-03         | 2015-07-31    | true
                b     | 2015-07-03 | 2015-07-20         | 2015-08-01    | true
                c     | 2015-07-03 | 2015-07-20         | 2015-08-31    | true
                d     | 2015-08-03 | 2015-08-20         | 2015-09-01    | true
            """
        },
        kind="edge",
    ),
    Example(
        "AS04",
        "One whose outcome is not recorded is counted, but not as ended so; one not completed is not counted",
        AUGUST,
        (1, 3),
        {
            "assessment": """
                child | started_on | authorised_on | is_no_further_action
                a     | 2015-08-03 | 2015-08-10    | true
                b     | 2015-08-03 | 2015-08-10    | false
                c     | 2015-08-03 | 2015-08-10    |
                d     | 2015-08-03 |               | true
            """
        },
        kind="missing",
    ),
    Example(
        "AS04",
        "Each assessment counts, so a child assessed twice counts twice",
        AUGUST,
        (2, 3),
        {
            "assessment": """
                child | authorised_on | is_no_further_action
                a     | 2015-08-03    | true
                a     | 2015-08-28    | true
                b     | 2015-08-28    | false
            """
        },
        kind="twice",
    ),
    Example(
        "AS04",
        "By outcome: no further action is a group of its own, whatever else is recorded, so all in it ended so",
        AUGUST,
        (2, 2),
        {
            "assessment": """
                child | authorised_on | is_no_further_action | is_social_care_needed
                a     | 2015-08-10    | true                 | false
                b     | 2015-08-10    | true                 | true
                c     | 2015-08-10    | false                | true
                d     | 2015-08-10    | false                | false
                e     | 2015-08-10    |                      |
            """
        },
        breakdown="outcome",
        group="No further action",
    ),
    Example(
        "AS05",
        "The day of completion decides the year, which runs from 1 April to 31 March",
        financial_year(2014),
        (2, None),
        {
            "assessment_factor": """
                child | assessment_id | factor_code | assessed_on
                a     | 1             | 16A         | 2014-03-31
                b     | 2             | 16A         | 2014-04-01
                c     | 3             | 16A         | 2015-03-31
                d     | 4             | 16A         | 2015-04-01
            """
        },
        kind="edge",
    ),
    Example(
        "AS05",
        "A factor whose assessment has no completion date is not counted",
        financial_year(2014),
        (1, None),
        {
            "assessment_factor": """
                child | assessment_id | factor_code | assessed_on
                a     | 1             | 16A         |
                b     | 2             | 16A         | 2014-06-02
            """
        },
        kind="missing",
    ),
    Example(
        "AS05",
        "Each factor counts each time, so an assessment with two factors and a child with two assessments count twice",
        financial_year(2014),
        (4, None),
        {
            "assessment_factor": """
                child | assessment_id | factor_code | assessed_on
                a     | 1             | 16A         | 2014-06-02
                a     | 1             | 17A         | 2014-06-02
                a     | 2             | 16A         | 2015-02-02
                b     | 3             | 16A         | 2014-06-02
            """
        },
        kind="twice",
    ),
    Example(
        "AS05",
        "An entry that no factors were found is no factor",
        financial_year(2014),
        (1, None),
        {
            "assessment_factor": """
                child | assessment_id | factor_code | assessed_on
                a     | 1             | 21          | 2014-06-02
                b     | 2             | 20          | 2014-06-02
            """
        },
    ),
    Example(
        "AS05",
        "By factor: neglect counts once for each assessment that found it",
        financial_year(2014),
        (2, None),
        {
            "assessment_factor": """
                child | assessment_id | factor_code | assessed_on
                a     | 1             | 16A         | 2014-06-02
                a     | 1             | 17A         | 2014-06-02
                b     | 2             | 16A         | 2014-06-02
            """
        },
        breakdown="factor",
        group="16A",
    ),
)
