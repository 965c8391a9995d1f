"""Worked examples of sickness absence in the yearly workforce census, in hundredths of a day and of a post."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

DECEMBER = month(2015, 12)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "WF06",
        "Days lost are over the posts of those asked: 4.50 + 0 + 7 days, over 1 + 0.50 + 0.01 posts",
        DECEMBER,
        (1150, 151),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | is_agency | full_time_equivalent_at_census | days_lost
                2015-09-30  | WORKER   | false     | 1.00                           | 4.50
                2015-09-30  | WORKER   |           | 0.50                           | 0.00
                2015-09-30  | WORKER   | false     | 0.01                           | 7.00
                2015-09-30  | WORKER   | false     | 0.00                           | 9.00
            """
        },
        kind="edge",
    ),
    Example(
        "WF06",
        "Whose days are not recorded is not in the whole; who left before the census, with no post then, is in neither",
        DECEMBER,
        (300, 100),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | is_agency | full_time_equivalent | full_time_equivalent_at_census | days_lost
                2015-09-30  | WORKER   | false     | 1.00                 | 1.00                           | 3.00
                2015-09-30  | WORKER   | false     | 1.00                 | 1.00                           |
                2015-09-30  | WORKER   | false     | 1.00                 |                                | 8.00
            """
        },
        kind="missing",
    ),
    Example(
        "WF06",
        "Agency workers are left out, and so is the authority's line of totals",
        DECEMBER,
        (300, 100),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind   | is_agency | full_time_equivalent_at_census | days_lost
                2015-09-30  | WORKER     | false     | 1.00                           | 3.00
                2015-09-30  | WORKER     | true      | 0.80                           | 5.00
                2015-09-30  | LA_VACANCY |           | 0.60                           | 2.00
            """
        },
    ),
    Example(
        "WF06",
        "Only the latest census by the last day of the period, however long before it was taken",
        DECEMBER,
        (300, 100),
        {
            "workforce_snapshot": """
                snapshot_on | row_kind | is_agency | full_time_equivalent_at_census | days_lost
                2014-09-30  | WORKER   | false     | 0.50                           | 6.00
                2015-09-30  | WORKER   | false     | 1.00                           | 3.00
                2016-01-01  | WORKER   | false     | 1.00                           | 9.00
            """
        },
    ),
)
