"""Worked examples of complaints and compliments, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import financial_year
from tests.support.examples import Example

YEAR = financial_year(2014)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "QA01",
        "Received on the first or the last day of the year is in; the day before and the day after are out",
        YEAR,
        (2, None),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on | stage_1_response_on
                COMPLAINT     | 2014-03-31  | 2014-04-02      | 2014-04-20
                COMPLAINT     | 2014-04-01  | 2014-04-02      | 2014-04-20
                COMPLAINT     | 2015-03-31  | 2015-04-02      | 2015-04-20
                COMPLAINT     | 2015-04-01  | 2015-04-02      | 2015-04-20
            """
        },
        kind="edge",
    ),
    Example(
        "QA01",
        "A complaint without the day it was received is not counted",
        YEAR,
        (1, None),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on
                COMPLAINT     |             | 2014-05-02
                COMPLAINT     | 2014-05-01  |
            """
        },
        kind="missing",
    ),
    Example(
        "QA01",
        "Each complaint counts once whatever stages it went through; two complaints about a child are two",
        YEAR,
        (3, None),
        {
            "feedback": """
                child | feedback_type | received_on | resolution_route | stage_2_started_on
                a     | COMPLAINT     | 2014-04-10  | STAGE2           | 2014-07-01
                a     | COMPLAINT     | 2014-06-01  | ADR              |
                      | COMPLAINT     | 2015-03-10  | STAGE1           |
            """
        },
        kind="twice",
    ),
    Example(
        "QA01",
        "Compliments and representations are not complaints",
        YEAR,
        (1, None),
        {
            "feedback": """
                feedback_type  | received_on
                COMPLAINT      | 2014-05-01
                COMPLIMENT     | 2014-05-01
                REPRESENTATION | 2014-05-01
                               | 2014-05-01
            """
        },
    ),
    Example(
        "QA01",
        "By status: those withdrawn",
        YEAR,
        (1, None),
        {
            "feedback": """
                feedback_type | received_on | status
                COMPLAINT     | 2014-05-01  | WITHDRAWN
                COMPLAINT     | 2014-05-01  | OPEN
                COMPLIMENT    | 2014-05-01  | WITHDRAWN
            """
        },
        breakdown="status",
        group="WITHDRAWN",
    ),
    Example(
        "QA02",
        "The share about communication: two of four, a theme not recorded staying in the whole",
        YEAR,
        (2, 4),
        {
            "feedback": """
                feedback_type | received_on | theme
                COMPLAINT     | 2014-05-01  | COMMUNICATION
                COMPLAINT     | 2014-05-01  | COMMUNICATION
                COMPLAINT     | 2014-05-01  | STAFF_CONDUCT
                COMPLAINT     | 2014-05-01  |
                COMPLIMENT    | 2014-05-01  | COMMUNICATION
            """
        },
        breakdown="theme",
        group="COMMUNICATION",
    ),
    Example(
        "QA02",
        "Received on the first or the last day of the year is in; the day before and the day after are out",
        YEAR,
        (1, 2),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on | theme
                COMPLAINT     | 2014-03-31  | 2014-04-02      | COMMUNICATION
                COMPLAINT     | 2014-04-01  | 2014-04-02      | COMMUNICATION
                COMPLAINT     | 2015-03-31  | 2015-04-02      | STAFF_CONDUCT
                COMPLAINT     | 2015-04-01  | 2015-04-02      | STAFF_CONDUCT
            """
        },
        breakdown="theme",
        group="COMMUNICATION",
        kind="edge",
    ),
    Example(
        "QA02",
        "A complaint without the day it was received is in neither number",
        YEAR,
        (1, 1),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on | theme
                COMPLAINT     |             | 2014-05-02      | COMMUNICATION
                COMPLAINT     | 2014-05-01  |                 | COMMUNICATION
            """
        },
        breakdown="theme",
        group="COMMUNICATION",
        kind="missing",
    ),
    Example(
        "QA02",
        "Two complaints about the same child are two",
        YEAR,
        (2, 3),
        {
            "feedback": """
                child | feedback_type | received_on | theme
                a     | COMPLAINT     | 2014-05-01  | COMMUNICATION
                a     | COMPLAINT     | 2014-06-01  | COMMUNICATION
                a     | COMPLAINT     | 2014-06-01  | STAFF_CONDUCT
            """
        },
        breakdown="theme",
        group="COMMUNICATION",
        kind="twice",
    ),
    Example(
        "QA03",
        "Those from children and young people, an advocate speaking for the child; an unknown person is in the whole",
        YEAR,
        (2, 5),
        {
            "feedback": """
                feedback_type | received_on | complainant_type
                COMPLAINT     | 2014-05-01  | CHILD_YP
                COMPLAINT     | 2014-05-01  | ADVOCATE
                COMPLAINT     | 2014-05-01  | PARENT
                COMPLAINT     | 2014-05-01  | RELATIVE
                COMPLAINT     | 2014-05-01  |
                COMPLIMENT    | 2014-05-01  | CHILD_YP
            """
        },
    ),
    Example(
        "QA03",
        "Received on the first or the last day of the year is in; the day before and the day after are out",
        YEAR,
        (2, 2),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on | complainant_type
                COMPLAINT     | 2014-03-31  | 2014-04-02      | CHILD_YP
                COMPLAINT     | 2014-04-01  | 2014-04-02      | CHILD_YP
                COMPLAINT     | 2015-03-31  | 2015-04-02      | CHILD_YP
                COMPLAINT     | 2015-04-01  | 2015-04-02      | CHILD_YP
            """
        },
        kind="edge",
    ),
    Example(
        "QA03",
        "A complaint without the day it was received is in neither number",
        YEAR,
        (0, 1),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on | complainant_type
                COMPLAINT     |             | 2014-05-02      | CHILD_YP
                COMPLAINT     | 2014-05-01  |                 | PARENT
            """
        },
        kind="missing",
    ),
    Example(
        "QA03",
        "A young person who complains twice counts twice",
        YEAR,
        (2, 3),
        {
            "feedback": """
                child | feedback_type | received_on | complainant_type
                a     | COMPLAINT     | 2014-04-10  | CHILD_YP
                a     | COMPLAINT     | 2014-06-01  | CHILD_YP
                b     | COMPLAINT     | 2015-03-10  | PARENT
            """
        },
        kind="twice",
    ),
    Example(
        "QA04",
        "Received on the first or the last day of the year is in; the day before and the day after are out",
        YEAR,
        (2, None),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on
                COMPLIMENT    | 2014-03-31  | 2014-04-02
                COMPLIMENT    | 2014-04-01  | 2014-04-02
                COMPLIMENT    | 2015-03-31  | 2015-04-02
                COMPLIMENT    | 2015-04-01  | 2015-04-02
            """
        },
        kind="edge",
    ),
    Example(
        "QA04",
        "A compliment without the day it was received is not counted",
        YEAR,
        (1, None),
        {
            "feedback": """
                feedback_type | received_on | acknowledged_on
                COMPLIMENT    |             | 2014-05-02
                COMPLIMENT    | 2014-05-01  |
            """
        },
        kind="missing",
    ),
    Example(
        "QA04",
        "Each compliment counts, two about one child too; complaints and representations are not compliments",
        YEAR,
        (2, None),
        {
            "feedback": """
                child | feedback_type  | received_on
                a     | COMPLIMENT     | 2014-04-10
                a     | COMPLIMENT     | 2015-03-10
                b     | COMPLAINT      | 2014-05-01
                b     | REPRESENTATION | 2014-05-01
                b     |                | 2014-05-01
            """
        },
        kind="twice",
    ),
)
