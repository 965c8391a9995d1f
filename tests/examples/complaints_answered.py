"""Worked examples of complaints answered in time and of what was found, and of supervisions written on the record."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Answer, Example, Kind

AUGUST = month(2015, 8)
OTHER_DAYS = "received_on | acknowledged_on | stage_1_due_on | stage_1_response_on"


def _example(identifier: str, says: str, expected: Answer, rows: str, kind: Kind = "edge") -> Example:
    return Example(identifier, says, AUGUST, expected, {"feedback": rows}, kind=kind)


def _stage_2(identifier: str, last_in_time: str, first_late: str) -> tuple[Example, ...]:
    """Stage 2 investigations, the last day in time of one begun on 20 April 2015, and the day after."""
    return (
        _example(
            identifier,
            "Begun four months before the first or the last day of the month is in; others are not yet, or no longer",
            (2, 2),
            """
            feedback_type | received_on | stage_2_started_on | stage_2_response_on
            COMPLAINT     | 2015-02-03  | 2015-03-31         | 2015-04-02
            COMPLAINT     | 2015-02-03  | 2015-04-01         | 2015-04-02
            COMPLAINT     | 2015-02-03  | 2015-04-30         | 2015-05-01
            COMPLAINT     | 2015-02-03  | 2015-05-01         | 2015-05-02
            """,
        ),
        _example(
            identifier,
            f"Begun on 20 April, an answer on {last_in_time} is in time and on {first_late} it is late",
            (1, 2),
            f"""
            feedback_type | received_on | stage_2_started_on | stage_2_response_on
            COMPLAINT     | 2015-02-03  | 2015-04-20         | {last_in_time}
            COMPLAINT     | 2015-02-03  | 2015-04-20         | {first_late}
            """,
        ),
        _example(
            identifier,
            "What is not answered is not in time; a complaint without stage 2 is in neither number",
            (1, 2),
            """
            feedback_type | stage_1_due_on | stage_2_started_on | stage_2_response_on
            COMPLAINT |  | 2015-04-20 | 2015-04-28
            COMPLAINT |  | 2015-04-20 |
            COMPLAINT | 2015-04-20 |  | 2015-04-21
            """,
            "missing",
        ),
        _example(
            identifier,
            "Answered on the day it began is in time; answered before is a fault in the records and is left out",
            (2, 2),
            f"""
            feedback_type | {OTHER_DAYS} | stage_2_started_on | stage_2_response_on
            COMPLAINT | 2015-02-03 | 2015-02-04 | 2015-02-17 | 2015-02-16 | 2015-04-20 | 2015-04-20
            COMPLAINT | 2015-02-03 | 2015-02-04 | 2015-02-17 | 2015-02-16 | 2015-04-20 | 2015-04-19
            COMPLAINT | 2015-02-03 | 2015-02-04 | 2015-02-17 | 2015-02-16 | 2015-04-21 | 2015-04-21
            """,
        ),
        _example(
            identifier,
            "Representations are no complaints",
            (1, 1),
            """
            feedback_type  | stage_2_started_on | stage_2_response_on
            COMPLAINT      | 2015-04-20         | 2015-04-28
            REPRESENTATION | 2015-04-20         | 2015-04-28
            """,
            "plain",
        ),
        _example(
            identifier,
            "Two complaints about a child are two",
            (2, 2),
            """
            child | feedback_type | stage_2_started_on | stage_2_response_on
            a     | COMPLAINT     | 2015-04-20         | 2015-04-28
            a     | COMPLAINT     | 2015-04-21         | 2015-04-28
            """,
            "twice",
        ),
    )


EXAMPLES: tuple[Example, ...] = (
    _example(
        "QA24",
        "An answer due on the first or the last day of the month is in; due the day before or the day after is out",
        (2, 2),
        """
        feedback_type | received_on | stage_1_due_on | stage_1_response_on
        COMPLAINT     | 2015-07-17  | 2015-07-31     | 2015-07-20
        COMPLAINT     | 2015-07-18  | 2015-08-01     | 2015-07-20
        COMPLAINT     | 2015-08-17  | 2015-08-31     | 2015-08-20
        COMPLAINT     | 2015-08-18  | 2015-09-01     | 2015-08-20
        """,
    ),
    _example(
        "QA24",
        "Answered on the day it was due is in time, on the day after it is late",
        (1, 2),
        """
        feedback_type | received_on | stage_1_due_on | stage_1_response_on
        COMPLAINT     | 2015-07-31  | 2015-08-14     | 2015-08-14
        COMPLAINT     | 2015-07-31  | 2015-08-14     | 2015-08-15
        """,
    ),
    _example(
        "QA24",
        "What is not answered is not in time; without a due day a complaint is in neither number",
        (1, 2),
        """
        feedback_type | received_on | stage_1_due_on | stage_1_response_on
        COMPLAINT |  | 2015-08-14 | 2015-08-10
        COMPLAINT |  | 2015-08-14 |
        COMPLAINT | 2015-08-03 |  | 2015-08-10
        """,
        "missing",
    ),
    _example(
        "QA24",
        "Those withdrawn or settled otherwise are left out, and representations are no complaints",
        (1, 2),
        """
        feedback_type  | status       | stage_1_due_on | stage_1_response_on
        COMPLAINT      | INVESTIGATED | 2015-08-14     | 2015-08-10
        COMPLAINT      | OPEN         | 2015-08-14     |
        COMPLAINT      | WITHDRAWN    | 2015-08-14     |
        COMPLAINT      | RESOLVED_ADR | 2015-08-14     |
        REPRESENTATION | OPEN         | 2015-08-14     | 2015-08-10
        """,
        "plain",
    ),
    _example(
        "QA24",
        "Two complaints about a child are two",
        (2, 2),
        """
        child | feedback_type | stage_1_due_on | stage_1_response_on
        a     | COMPLAINT     | 2015-08-14     | 2015-08-10
        a     | COMPLAINT     | 2015-08-20     | 2015-08-10
        """,
        "twice",
    ),
    _example(
        "QA25",
        "Received on the first or the last day of the month is in, whenever it was answered; others are out",
        (2, 2),
        """
        feedback_type | received_on | acknowledged_on | stage_1_response_on | outcome
        COMPLAINT     | 2015-07-31  | 2015-08-03      | 2015-08-10          | UPHELD
        COMPLAINT     | 2015-08-01  | 2015-08-03      | 2015-08-10          | UPHELD
        COMPLAINT     | 2015-08-31  | 2015-09-03      | 2015-09-10          | PARTLY
        COMPLAINT     | 2015-09-01  | 2015-09-03      | 2015-09-10          | UPHELD
        """,
    ),
    _example(
        "QA25",
        "Undecided is in neither number, nor a complaint without the day it was received; inconclusive is not upheld",
        (2, 4),
        """
        feedback_type | received_on | stage_1_response_on | outcome
        COMPLAINT     | 2015-08-03  |                     | UPHELD
        COMPLAINT     | 2015-08-03  |                     | PARTLY
        COMPLAINT     | 2015-08-03  |                     | NOT_UPHELD
        COMPLAINT     | 2015-08-03  |                     | INCONCLUSIVE
        COMPLAINT     | 2015-08-03  |                     |
        COMPLAINT     |             | 2015-08-10          | UPHELD
        """,
        "missing",
    ),
    _example(
        "QA25",
        "Representations are no complaints",
        (1, 1),
        """
        feedback_type  | received_on | outcome
        COMPLAINT      | 2015-08-03  | UPHELD
        REPRESENTATION | 2015-08-03  | UPHELD
        """,
        "plain",
    ),
    _example(
        "QA25",
        "Two complaints about a child are two",
        (2, 2),
        """
        child | feedback_type | received_on | outcome
        a     | COMPLAINT     | 2015-08-03  | UPHELD
        a     | COMPLAINT     | 2015-08-13  | UPHELD
        """,
        "twice",
    ),
    # After 20 April are 25 working days to 27 May (bank holidays on 4 and 25 May) and 65 to 22 July.
    *_stage_2("QA26", "2015-05-27", "2015-05-28"),
    *_stage_2("QA26-LONGEST", "2015-07-22", "2015-07-23"),
    Example(
        "QA29",
        "Given on the first or the last day of the month is in; the day before and the day after are out",
        AUGUST,
        (2, 2),
        {
            "supervision": """
                child | supervision_type | supervised_on | is_recorded_on_case
                a     | CASE             | 2015-07-31    | true
                b     | CASE             | 2015-08-01    | true
                c     | CASE             | 2015-08-31    | true
                d     | CASE             | 2015-09-01    | true
            """
        },
        kind="edge",
    ),
    Example(
        "QA29",
        "Not recorded is not written; supervision of the worker or of a group, or without a day, is in neither number",
        AUGUST,
        (1, 3),
        {
            "supervision": """
                child | supervision_type | supervised_on | is_recorded_on_case
                a     | CASE             | 2015-08-10    | true
                b     | CASE             | 2015-08-10    | false
                c     | CASE             | 2015-08-10    |
                      | PERSONAL         | 2015-08-10    | true
                d     | GROUP            | 2015-08-10    | true
                e     | CASE             |               | true
            """
        },
        kind="missing",
    ),
    Example(
        "QA29",
        "A case discussed twice in the month counts twice",
        AUGUST,
        (2, 2),
        {
            "supervision": """
                child | supervision_type | supervised_on | is_recorded_on_case
                a     | CASE             | 2015-08-03    | true
                a     | CASE             | 2015-08-20    | true
            """
        },
        kind="twice",
    ),
)
