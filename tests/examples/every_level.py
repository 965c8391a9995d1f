"""Worked examples of children worked with at any level, each once."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CN06",
        "A child at every level and with two of everything is one child, and stands at the highest level",
        AUGUST,
        (1, None),
        {
            "person": """
                child | born_on
                a     | 2005-01-01
                b     | 2005-01-01
            """,
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | EPISODE         | 2015-01-02   | 2015-01-05
                a     | EPISODE         | 2015-02-02   | 2015-02-05
                b     | EPISODE         | 2015-02-02   | 2015-02-05
            """,
            "referral": """
                child | referred_on
                a     | 2015-03-02
                a     | 2015-04-02
            """,
            "child_protection_plan": """
                child | started_on
                a     | 2015-05-02
                a     | 2015-05-12
            """,
            "looked_after_period": """
                child | started_on
                a     | 2015-06-02
                a     | 2015-06-12
            """,
        },
        breakdown="level",
        group="Looked after",
        kind="twice",
    ),
    Example(
        "CN06",
        "Each of the four levels makes a child count, one that is not born yet and one that died among them",
        AUGUST,
        (4, None),
        {
            "person": """
                child | born_on    | expected_birth_on | died_on
                a     | 2005-01-01 |                   |
                b     | 2005-01-01 |                   | 2015-08-30
                c     |            | 2015-10-01        |
                d     | 2005-01-01 |                   |
                e     | 2005-01-01 | 2005-01-01        | 2015-08-01
            """,
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | EPISODE         | 2015-01-02   | 2015-01-05
            """,
            "referral": """
                child | referred_on
                b     | 2015-03-02
            """,
            "child_protection_plan": """
                child | started_on
                c     | 2015-05-02
            """,
            "looked_after_period": """
                child | started_on
                d     | 2015-06-02
            """,
        },
    ),
    Example(
        "CN06",
        "What begins on the last day is open on it; what ends on it is not, and what begins later is not yet",
        AUGUST,
        (12, None),
        {
            "person": """
                child | born_on
                a     | 2005-01-01
                b     | 2005-01-01
                c     | 2005-01-01
                d     | 2005-01-01
                e     | 2005-01-01
                f     | 2005-01-01
                g     | 2005-01-01
                h     | 2005-01-01
                i     | 2005-01-01
                j     | 2005-01-01
                k     | 2005-01-01
                l     | 2005-01-01
                m     | 2005-01-01
                n     | 2005-01-01
                o     | 2005-01-01
                p     | 2005-01-01
                q     | 2005-01-01
                r     | 2005-01-01
                s     | 2005-01-01
                t     | 2005-01-01
            """,
            "early_help": """
                child | assessment_type | requested_on | started_on | ended_on
                a     | EPISODE         | 2015-08-01   | 2015-08-31 |
                b     | EPISODE         | 2015-01-02   | 2015-01-05 | 2015-08-31
                c     | EPISODE         | 2015-01-02   | 2015-01-05 | 2015-09-01
                d     | EPISODE         | 2015-08-31   | 2015-09-01 |
                q     | EPISODE         | 2015-01-02   | 2015-01-05 | 2015-10-01
            """,
            "referral": """
                child | referred_on | closed_on
                e     | 2015-08-31  |
                f     | 2015-01-02  | 2015-08-31
                g     | 2015-01-02  | 2015-09-01
                h     | 2015-09-01  |
                r     | 2015-01-02  | 2015-10-01
            """,
            "child_protection_plan": """
                child | started_on | ended_on
                i     | 2015-08-31 |
                j     | 2015-01-02 | 2015-08-31
                k     | 2015-01-02 | 2015-09-01
                l     | 2015-09-01 |
                s     | 2015-01-02 | 2015-10-01
            """,
            "looked_after_period": """
                child | started_on | ended_on
                m     | 2015-08-31 |
                n     | 2015-01-02 | 2015-08-31
                o     | 2015-01-02 | 2015-09-01
                p     | 2015-09-01 |
                t     | 2015-01-02 | 2015-10-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CN06",
        "An assessment is no help and one of no known kind is none; episodes and Family Help are, asked for or not",
        AUGUST,
        (3, None),
        {
            "person": """
                child | born_on
                a     | 2005-01-01
                b     | 2005-01-01
                c     | 2005-01-01
                d     | 2005-01-01
                e     | 2005-01-01
                f     | 2005-01-01
            """,
            "early_help": """
                child | assessment_type | requested_on | started_on
                a     | EPISODE         | 2015-01-02   | 2015-01-05
                b     | FAMILY_HELP     |              | 2015-01-05
                c     | CAF             |              | 2015-01-05
                d     | EPISODE         | 2015-01-02   |
                f     |                 | 2015-01-02   | 2015-01-05
                e     | FAMILY_HELP     |              | 2015-02-05
            """,
        },
        kind="missing",
    ),
    Example(
        "CN06",
        "A referral that came to nothing and a plan that another authority holds leave a child uncounted",
        AUGUST,
        (2, None),
        {
            "person": """
                child | born_on
                a     | 2005-01-01
                b     | 2005-01-01
                c     | 2005-01-01
                d     | 2005-01-01
            """,
            "referral": """
                child | referred_on | is_no_further_action
                a     | 2015-03-02  | true
                b     | 2015-03-02  | false
            """,
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                c     | 2015-05-02 | true
                d     | 2015-05-02 | false
            """,
        },
    ),
)
