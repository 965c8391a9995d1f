"""Worked examples of audits, supervision and panels, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "QA05",
        "Two audits in the month are enough, three are more than enough, one is too few, and so is none",
        AUGUST,
        (2, 4),
        {
            "worker": """
                worker_id | level_code              | started_on
                M1        | DIRECTOR                | 2014-01-01
                M2        | HEAD_OF_SERVICE         | 2014-01-01
                M3        | TEAM_MANAGER            | 2014-01-01
                M4        | ASSISTANT_TEAM_MANAGER  | 2014-01-01
            """,
            "audit": """
                auditor_id | completed_on
                M1         | 2015-08-05
                M1         | 2015-08-06
                M2         | 2015-08-05
                M2         | 2015-08-06
                M2         | 2015-08-07
                M3         | 2015-08-05
            """,
        },
    ),
    Example(
        "QA05",
        "Managers are those from assistant team manager to director; others and unknown levels are not in the figure",
        AUGUST,
        (0, 5),
        {
            "worker": """
                level_code               | started_on
                DIRECTOR                 | 2014-01-01
                HEAD_OF_SERVICE          | 2014-01-01
                SERVICE_MANAGER          | 2014-01-01
                TEAM_MANAGER             | 2014-01-01
                ASSISTANT_TEAM_MANAGER   | 2014-01-01
                PRINCIPAL_SOCIAL_WORKER  | 2014-01-01
                PRACTITIONER             | 2014-01-01
                                         | 2014-01-01
            """
        },
    ),
    Example(
        "QA05",
        "Audits of the month's first and last day are in, those of the days on either side are out",
        AUGUST,
        (1, 3),
        {
            "worker": """
                worker_id | level_code   | started_on
                M1        | TEAM_MANAGER | 2014-01-01
                M2        | TEAM_MANAGER | 2014-01-01
                M3        | TEAM_MANAGER | 2014-01-01
            """,
            "audit": """
                auditor_id | allocated_on | completed_on
                M1         | 2015-07-01   | 2015-08-01
                M1         | 2015-07-01   | 2015-08-31
                M2         | 2015-07-01   | 2015-07-31
                M2         | 2015-07-01   | 2015-08-31
                M3         | 2015-08-01   | 2015-08-01
                M3         | 2015-08-01   | 2015-09-01
            """,
        },
        kind="edge",
    ),
    Example(
        "QA05",
        "In post at the end: started on the last day is in; left on the last day, or started the day after, is out",
        AUGUST,
        (0, 2),
        {
            "worker": """
                level_code   | started_on | ended_on
                TEAM_MANAGER | 2015-08-31 |
                TEAM_MANAGER | 2015-09-01 |
                TEAM_MANAGER | 2014-01-01 | 2015-08-31
                TEAM_MANAGER | 2014-01-01 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "QA05",
        "Audits not completed do not count, and a manager whose start is not recorded is not known to be in post",
        AUGUST,
        (0, 1),
        {
            "worker": """
                worker_id | level_code   | started_on
                M1        | TEAM_MANAGER | 2014-01-01
                M2        | TEAM_MANAGER |
            """,
            "audit": """
                auditor_id | allocated_on | completed_on
                M1         | 2015-08-05   | 2015-08-20
                M1         | 2015-08-05   |
                M2         | 2015-08-05   | 2015-08-20
                M2         | 2015-08-05   | 2015-08-20
            """,
        },
        kind="missing",
    ),
    Example(
        "QA05",
        "Looking again at another manager's audit is not an audit; two audits of one child are two",
        AUGUST,
        (1, 2),
        {
            "worker": """
                worker_id | level_code   | started_on
                M1        | TEAM_MANAGER | 2014-01-01
                M2        | TEAM_MANAGER | 2014-01-01
            """,
            "audit": """
                audit_id | parent_audit_id | auditor_id | child | completed_on
                1        |                 | M1         | a     | 2015-08-05
                2        |                 | M1         | a     | 2015-08-06
                3        |                 | M2         | b     | 2015-08-05
                4        | 1               | M2         | a     | 2015-08-20
            """,
        },
        kind="twice",
    ),
    Example(
        "QA06",
        "Supervision 28 days before the last day is in time, and on the day; 29 days before, or the day after, is not",
        AUGUST,
        (2, 4),
        {
            "referral": """
                child | referred_on
                a     | 2015-05-01
                b     | 2015-05-01
                c     | 2015-05-01
                d     | 2015-05-01
            """,
            "supervision": """
                child | supervised_on | supervision_type
                a     | 2015-08-03    | CASE
                b     | 2015-08-02    | CASE
                c     | 2015-08-31    | CASE
                d     | 2015-09-01    | CASE
            """,
        },
        kind="edge",
    ),
    Example(
        "QA06",
        "A case counts from the 28th day on: begun on 3 August it is in at the end of August, on 4 August it is not",
        AUGUST,
        (0, 2),
        {
            "referral": """
                child | referred_on
                a     | 2015-08-03
                b     | 2015-08-04
                c     | 2015-05-01
            """,
        },
        kind="edge",
    ),
    Example(
        "QA06",
        "Closed on the last day is not open; closed the day after is",
        AUGUST,
        (0, 1),
        {
            "referral": """
                child | referred_on | closed_on
                a     | 2015-05-01  | 2015-08-31
                b     | 2015-05-01  | 2015-09-01
            """,
        },
        kind="edge",
    ),
    Example(
        "QA06",
        "A case without its first day, and supervision without its day, are not counted",
        AUGUST,
        (0, 1),
        {
            "referral": """
                child | referred_on
                a     |
                b     | 2015-05-01
            """,
            "supervision": """
                child | supervised_on | supervision_type
                a     | 2015-08-20    | CASE
                b     |               | CASE
            """,
        },
        kind="missing",
    ),
    Example(
        "QA06",
        "A child with two open cases counts twice; two supervisions of a case count it once",
        AUGUST,
        (2, 3),
        {
            "referral": """
                child | referred_on
                a     | 2015-05-01
                a     | 2015-06-01
                b     | 2015-05-01
            """,
            "supervision": """
                child | supervised_on | supervision_type
                a     | 2015-08-10    | CASE
                a     | 2015-08-24    | CASE
            """,
        },
        kind="twice",
    ),
    Example(
        "QA06",
        "Only supervision of the case counts; a referral closed with no further action is no case",
        AUGUST,
        (1, 4),
        {
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-05-01  | false
                b     | 2015-05-01  |
                c     | 2015-05-01  |
                d     | 2015-05-01  | true
                e     | 2015-05-01  |
            """,
            "supervision": """
                child | supervised_on | supervision_type
                a     | 2015-08-20    | CASE
                b     | 2015-08-20    | PERSONAL
                c     | 2015-08-20    | GROUP
                d     | 2015-08-20    | CASE
                e     | 2015-08-20    |
            """,
        },
    ),
    Example(
        "QA07",
        "Everything up to the last day counts, however long ago; the day after does not",
        AUGUST,
        (2, None),
        {
            "panel_decision": """
                child | panel_type          | held_on
                a     | ACCESS_TO_RESOURCES | 2013-02-01
                b     | ACCESS_TO_RESOURCES | 2015-08-31
                c     | ACCESS_TO_RESOURCES | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "QA07",
        "A child whose panel has no day is not counted, even if the decision was carried out",
        AUGUST,
        (1, None),
        {
            "panel_decision": """
                child | panel_type          | held_on    | due_on     | completed_on
                a     | ACCESS_TO_RESOURCES |            | 2015-08-05 | 2015-08-10
                b     | ACCESS_TO_RESOURCES | 2015-08-03 |            |
            """
        },
        kind="missing",
    ),
    Example(
        "QA07",
        "A child who comes back to the panel counts once",
        AUGUST,
        (2, None),
        {
            "panel_decision": """
                child | panel_type          | held_on
                a     | ACCESS_TO_RESOURCES | 2015-05-01
                a     | ACCESS_TO_RESOURCES | 2015-08-03
                b     | ACCESS_TO_RESOURCES | 2015-08-03
            """
        },
        kind="twice",
    ),
    Example(
        "QA07",
        "Other panels do not count",
        AUGUST,
        (1, None),
        {
            "panel_decision": """
                child | panel_type            | held_on
                a     | ACCESS_TO_RESOURCES   | 2015-08-03
                b     | LEGAL_GATEWAY         | 2015-08-03
                c     | FOSTERING             | 2015-08-03
                d     | PERFORMANCE_CHALLENGE | 2015-08-03
                e     |                       | 2015-08-03
            """
        },
    ),
)
