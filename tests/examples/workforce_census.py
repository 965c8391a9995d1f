"""Worked examples of the yearly workforce census: agency workers, leavers, vacancies, caseloads and sickness.

The parts of a figure are hundredths of a full-time equivalent: 0.60 of a post is 60.
"""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

DECEMBER = month(2015, 12)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "WF02",
        "Hours count, not heads: one agency worker at 0.60 beside 1.90 of our own is 60 of 250 hundredths",
        DECEMBER,
        (60, 250),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | worker_id | is_agency | full_time_equivalent_at_census
                2015-09-30  | WORKER   | a         | true      | 0.60
                2015-09-30  | WORKER   | b         | false     | 1.00
                2015-09-30  | WORKER   | c         | false     | 0.90
            """
        },
    ),
    Example(
        "WF02",
        "The latest census by the last day is used and no other, even when none was taken in the period",
        DECEMBER,
        (100, 200),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | worker_id | is_agency | full_time_equivalent_at_census
                2014-09-30  | WORKER   | a         | false     | 1.00
                2014-09-30  | WORKER   | b         | false     | 1.00
                2015-12-31  | WORKER   | a         | true      | 1.00
                2015-12-31  | WORKER   | b         | false     | 1.00
                2016-01-01  | WORKER   | a         | true      | 1.00
                2016-01-01  | WORKER   | b         | true      | 1.00
            """
        },
        kind="edge",
    ),
    Example(
        "WF02",
        "A census of three months before the period still stands",
        DECEMBER,
        (50, 150),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | worker_id | is_agency | full_time_equivalent_at_census
                2015-09-30  | WORKER   | a         | true      | 0.50
                2015-09-30  | WORKER   | b         | false     | 1.00
            """
        },
    ),
    Example(
        "WF02",
        "Someone not said to be from an agency is ours; without hours on the day, or without a census day, none counts",
        DECEMBER,
        (100, 200),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | worker_id | is_agency | full_time_equivalent | full_time_equivalent_at_census
                2015-09-30  | WORKER   | a         | true      | 1.00                 | 1.00
                2015-09-30  | WORKER   | b         |           | 1.00                 | 1.00
                2015-09-30  | WORKER   | c         | true      | 1.00                 |
                            | WORKER   | d         | true      | 1.00                 | 1.00
            """
        },
        kind="missing",
    ),
    Example(
        "WF02",
        "The authority's line of totals is not a social worker, whatever stands in it",
        DECEMBER,
        (100, 200),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | is_agency | full_time_equivalent_at_census | agency_full_time_equivalent
                2015-09-30  | WORKER     | true      | 1.00                           |
                2015-09-30  | WORKER     | false     | 1.00                           |
                2015-09-30  | LA_VACANCY | true      | 5.00                           | 5.00
            """
        },
    ),
    Example(
        "WF03",
        "Leaving on the census day is in the year; leaving on the census day of the year before is not",
        DECEMBER,
        (150, 400),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | full_time_equivalent | full_time_equivalent_at_census | role_ended_on
                2015-09-30  | WORKER   | 1.00                 |                                | 2014-09-30
                2015-09-30  | WORKER   | 1.00                 |                                | 2014-10-01
                2015-09-30  | WORKER   | 0.50                 |                                | 2015-09-30
                2015-09-30  | WORKER   | 0.80                 |                                | 2015-10-01
                2015-09-30  | WORKER   | 4.00                 | 4.00                           |
            """
        },
        kind="edge",
    ),
    Example(
        "WF03",
        "Leaving counts whatever the reason, a move out of child and family social work (7) and none recorded too",
        DECEMBER,
        (300, 400),
        {
            "workforce_snapshot": """
        snapshot_on | row_kind | full_time_equivalent | full_time_equivalent_at_census | role_ended_on | leave_reason
        2015-09-30  | WORKER   | 1.00                 |                                | 2015-03-02    | 7
        2015-09-30  | WORKER   | 1.00                 |                                | 2015-03-02    | 1
        2015-09-30  | WORKER   | 1.00                 |                                | 2015-03-02    |
        2015-09-30  | WORKER   | 4.00                 | 4.00                           |               |
            """
        },
    ),
    Example(
        "WF03",
        "Having begun by the census day of the year before, a leaver counts; having begun the day after, not",
        DECEMBER,
        (160, 400),
        {
            "workforce_snapshot": """
        snapshot_on | row_kind | full_time_equivalent | full_time_equivalent_at_census | role_started_on | role_ended_on
        2015-09-30  | WORKER   | 0.60                 |                                | 2009-06-01      | 2015-03-02
        2015-09-30  | WORKER   | 1.00                 |                                | 2014-09-30      | 2015-03-02
        2015-09-30  | WORKER   | 0.80                 |                                | 2014-10-01      | 2015-03-02
        2015-09-30  | WORKER   | 4.00                 | 4.00                           | 2015-01-05      |
            """
        },
        kind="edge",
    ),
    Example(
        "WF03",
        "Without a first day a leaver still counts; without a last day nobody left; without hours nothing is added",
        DECEMBER,
        (100, 300),
        {
            "workforce_snapshot": """
        snapshot_on | row_kind | full_time_equivalent | full_time_equivalent_at_census | role_started_on | role_ended_on
        2015-09-30  | WORKER   | 1.00                 |                                |                 | 2015-03-02
        2015-09-30  | WORKER   |                      |                                | 2012-01-09      | 2015-03-02
        2015-09-30  | WORKER   | 3.00                 | 3.00                           | 2012-01-09      |
            """
        },
        kind="missing",
    ),
    Example(
        "WF03",
        "Agency workers who leave and those in post are both left out; so is the authority's line of totals",
        DECEMBER,
        (100, 400),
        {
            "workforce_snapshot": """
            snapshot_on | row_kind   | is_agency | full_time_equivalent | full_time_equivalent_at_census | role_ended_on
            2015-09-30  | WORKER     | true      | 0.70                 |                                | 2015-03-02
            2015-09-30  | WORKER     | true      | 0.30                 | 0.30                           |
            2015-09-30  | LA_VACANCY |           | 0.20                 | 0.20                           | 2015-03-02
            2015-09-30  | WORKER     |           | 1.00                 |                                | 2015-03-02
            2015-09-30  | WORKER     |           | 4.00                 | 4.00                           |
            """
        },
    ),
    Example(
        "WF03",
        "Only the latest census counts, above and below",
        DECEMBER,
        (100, 400),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | full_time_equivalent | full_time_equivalent_at_census | role_ended_on
                2014-09-30  | WORKER   | 1.00                 |                                | 2014-03-03
                2014-09-30  | WORKER   | 5.00                 | 5.00                           |
                2015-09-30  | WORKER   | 1.00                 |                                | 2015-03-02
                2015-09-30  | WORKER   | 4.00                 | 4.00                           |
            """
        },
    ),
    Example(
        "WF04",
        "The latest census by the last day: 1.50 vacant beside 4.50 in post is 150 of 600 hundredths",
        DECEMBER,
        (150, 600),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | is_agency | full_time_equivalent_at_census | vacancies_full_time_equivalent
                2014-09-30  | LA_VACANCY |           |                                | 3.00
                2014-09-30  | WORKER     | false     | 2.00                           |
                2015-12-31  | LA_VACANCY |           |                                | 1.50
                2015-12-31  | WORKER     | false     | 4.50                           |
                2016-01-01  | LA_VACANCY |           |                                | 9.00
                2016-01-01  | WORKER     | false     | 9.00                           |
            """
        },
        kind="edge",
    ),
    Example(
        "WF04",
        "A census before the period still stands; a post that an agency worker covers is vacant, and counts once",
        DECEMBER,
        (100, 300),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | is_agency | full_time_equivalent_at_census | vacancies_full_time_equivalent
                2015-09-30  | LA_VACANCY |           |                                | 1.00
                2015-09-30  | WORKER     | true      | 0.80                           |
                2015-09-30  | WORKER     | false     | 1.00                           |
                2015-09-30  | WORKER     |           | 1.00                           |
            """
        },
    ),
    Example(
        "WF04",
        "Where the line of totals does not say how many posts are vacant there is no figure, rather than none vacant",
        DECEMBER,
        (0, 0),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | is_agency | full_time_equivalent_at_census | vacancies_full_time_equivalent
                2014-09-30  | LA_VACANCY |           |                                | 1.00
                2015-09-30  | LA_VACANCY |           |                                |
                2015-09-30  | WORKER     | false     | 4.00                           |
            """
        },
        kind="missing",
    ),
    Example(
        "WF04",
        "Nor is there a figure without that line, even if a worker's own line carries a number of vacancies",
        DECEMBER,
        (0, 0),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | is_agency | full_time_equivalent_at_census | vacancies_full_time_equivalent
                2015-09-30  | WORKER   | false     | 4.00                           |
                2015-09-30  | WORKER   | false     | 1.00                           | 1.00
            """
        },
        kind="missing",
    ),
    Example(
        "WF04",
        "No vacancy at all is a figure: none of four posts",
        DECEMBER,
        (0, 400),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | is_agency | full_time_equivalent_at_census | vacancies_full_time_equivalent
                2015-09-30  | LA_VACANCY |           |                                | 0.00
                2015-09-30  | WORKER     | false     | 4.00                           |
            """
        },
    ),
    Example(
        "WF05",
        "One case is enough to count, agency worker or not; those without a case add nothing above or below",
        DECEMBER,
        (31, 210),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | is_agency | full_time_equivalent_at_census | cases_at_census_count
                2015-09-30  | WORKER   | false     | 1.00                           | 18
                2015-09-30  | WORKER   | true      | 0.60                           | 12
                2015-09-30  | WORKER   | false     | 0.50                           | 1
                2015-09-30  | WORKER   | false     | 1.00                           | 0
            """
        },
        kind="edge",
    ),
    Example(
        "WF05",
        "Cases of a worker with a hundredth of a post count; of one with no hours on the day they do not",
        DECEMBER,
        (22, 101),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | full_time_equivalent_at_census | cases_at_census_count
                2015-09-30  | WORKER   | 1.00                           | 20
                2015-09-30  | WORKER   | 0.01                           | 2
                2015-09-30  | WORKER   | 0.00                           | 7
            """
        },
        kind="edge",
    ),
    Example(
        "WF05",
        "Without a number of cases, or without hours on the day, a worker adds nothing above or below",
        DECEMBER,
        (18, 100),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | full_time_equivalent | full_time_equivalent_at_census | cases_at_census_count
                2015-09-30  | WORKER   | 1.00                 | 1.00                           | 18
                2015-09-30  | WORKER   | 1.00                 | 1.00                           |
                2015-09-30  | WORKER   | 1.00                 |                                | 9
            """
        },
        kind="missing",
    ),
    Example(
        "WF05",
        "Only the latest census, and only the lines of workers",
        DECEMBER,
        (18, 100),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | full_time_equivalent_at_census | cases_at_census_count
                2014-09-30  | WORKER     | 0.50                           | 20
                2015-09-30  | WORKER     | 1.00                           | 18
                2015-09-30  | LA_VACANCY | 0.50                           | 5
            """
        },
    ),
)
