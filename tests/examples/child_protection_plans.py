"""Worked examples of child protection plans: how many, of which category, and second plans."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP01",
        "A plan that ends on the last day is not open at its end; a plan that begins on that day is",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-01-10 | 2015-08-31
                b     | 2015-01-10 | 2015-09-01
                c     | 2015-08-31 |
                d     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP01",
        "A plan that another authority holds is left out; where nothing is said, the plan is ours",
        AUGUST,
        (2, None),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2015-01-10 | true
                b     | 2015-01-10 | false
                c     | 2015-01-10 |
            """
        },
    ),
    Example(
        "CP01",
        "A plan without a first day is not counted; a plan without an end is still open",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     |            |
                b     | 2015-01-10 |
            """
        },
        kind="missing",
    ),
    Example(
        "CP01",
        "A child whose first plan ended counts once, for the second plan",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2014-02-03 | 2014-11-20
                a     | 2015-06-15 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP01",
        "Two open plans for one child are a fault in the records, listed at the load: the child counts once",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-02-03 |
                a     | 2015-06-15 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP01",
        "A child without a date of birth and with an expected one is unborn",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-03
                b     | 2015-08-03
                c     | 2015-08-03
            """,
            "person": """
                child | born_on    | expected_birth_on
                a     |            | 2015-10-20
                b     | 2015-08-10 |
                c     |            |
            """,
        },
        breakdown="age_band",
        group="Unborn",
    ),
    Example(
        "CP01",
        "A child is 5 on the fifth birthday, so leaves the band 1 to 4 on that day",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-03
                b     | 2015-08-03
            """,
            "person": """
                child | born_on
                a     | 2010-08-31
                b     | 2010-09-01
            """,
        },
        breakdown="age_band",
        group="5 to 9",
        kind="edge",
    ),
    Example(
        "CP01",
        "A child is in the team that had the case on the last day, not the team before",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-02-03
                b     | 2015-02-03
            """,
            "involvement": """
                child | team_id | started_on | ended_on
                a     | east    | 2015-02-03 | 2015-06-01
                a     | west    | 2015-06-01 |
                b     | east    | 2015-02-03 |
            """,
            "team": """
                team_id | name
                east    | East
                west    | West
            """,
        },
        breakdown="team",
        group="East",
    ),
    Example(
        "CP03",
        "The latest category counts, not the category when the plan began",
        AUGUST,
        (2, 3),
        {
            "child_protection_plan": """
                child | started_on | initial_category | latest_category
                a     | 2015-01-10 | NEG              | EMO
                b     | 2015-01-10 | NEG              | NEG
                c     | 2015-01-10 | EMO              | EMO
            """
        },
        breakdown="category",
        group="EMO",
    ),
    Example(
        "CP03",
        "A plan that ends on the last day is in no category and not in the whole",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | latest_category
                a     | 2015-01-10 | 2015-08-31 | NEG
                b     | 2015-01-10 | 2015-09-01 | NEG
                c     | 2015-08-31 |            | PHY
                d     | 2015-09-01 |            | PHY
            """
        },
        breakdown="category",
        group="NEG",
        kind="edge",
    ),
    Example(
        "CP03",
        "A plan without a first day is left out; a plan without a category stays in the whole",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | latest_category
                a     |            | NEG
                b     | 2015-01-10 | NEG
                c     | 2015-01-10 |
            """
        },
        breakdown="category",
        group="NEG",
        kind="missing",
    ),
    Example(
        "CP03",
        "Two open plans for one child are a fault in the records: the child is in the category of the later one",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | latest_category
                a     | 2015-01-10 | NEG
                a     | 2015-06-10 | PHY
            """
        },
        breakdown="category",
        group="PHY",
        kind="twice",
    ),
    Example(
        "CP03",
        "A plan that another authority holds is left out, also of the whole",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | latest_category | is_other_authority_plan
                a     | 2015-01-10 | NEG             | true
                b     | 2015-01-10 | NEG             |
            """
        },
        breakdown="category",
        group="NEG",
    ),
    Example(
        "CP09",
        "An earlier plan counts however long ago it was; a plan that begins later does not",
        AUGUST,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2005-03-01 | 2006-02-01
                a     | 2015-08-10 |
                b     | 2015-08-10 | 2015-08-20
                b     | 2015-09-10 |
                c     | 2015-08-10 |
            """
        },
    ),
    Example(
        "CP09",
        "The number of earlier plans that the source states counts too: 1, 2 and 5 do, 0 and nothing do not",
        AUGUST,
        (3, 5),
        {
            "child_protection_plan": """
                child | started_on | previous_plans_count
                a     | 2015-08-10 | 1
                b     | 2015-08-10 | 2
                c     | 2015-08-10 | 0
                d     | 2015-08-10 |
                e     | 2015-08-10 | 5
            """
        },
    ),
    Example(
        "CP09",
        "Plans that began on the first or the last day of the month are in it; the day before counts as earlier",
        AUGUST,
        (1, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-07-31 | 2015-08-01
                a     | 2015-08-01 |
                b     | 2015-08-31 |
                c     | 2015-09-01 |
                d     | 2015-08-12 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP09",
        "Of two plans begun on the same day neither is earlier than the other",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2015-08-10
                a     | 2015-08-10
            """
        },
        kind="edge",
    ),
    Example(
        "CP09",
        "An earlier plan without a first day is not known to be earlier, and is not itself in any month",
        AUGUST,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     |
                a     | 2015-08-10
            """
        },
        kind="missing",
    ),
    Example(
        "CP09",
        "Starts are counted, not children: a child with two plans begun in the month counts twice",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2015-08-03 | 2015-08-10
                a     | 2015-08-24 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP09",
        "A second and a third plan begun in one month are two second or later plans",
        AUGUST,
        (2, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2010-03-01 | 2011-03-01
                a     | 2015-08-03 | 2015-08-10
                a     | 2015-08-24 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP09",
        "A plan that another authority holds is not one of our starts, but it counts as an earlier plan",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2010-03-01 | 2011-03-01 | true
                a     | 2015-08-03 |            | false
                b     | 2015-08-03 |            | true
            """
        },
    ),
)
