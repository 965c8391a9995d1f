"""Worked examples of child protection plans of two years and of eighteen months."""

from __future__ import annotations

from purplebook.language.periods import month, quarter
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "CP06",
        "Two years is more than 729 days, first and last day both counted: 10 August 2013 to 9 August 2015, not to 8",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2013-08-10 | 2015-08-09
                b     | 2013-08-10 | 2015-08-08
            """
        },
        kind="edge",
    ),
    Example(
        "CP06",
        "Days are counted, not years: with a 29 February between, two years come two days before the anniversary",
        month(2013, 8),
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2011-08-10 | 2013-08-08
                b     | 2011-08-10 | 2013-08-07
            """
        },
        kind="edge",
    ),
    Example(
        "CP06",
        "Plans that ended on the first or the last day of the month are in it; a plan still open is not",
        AUGUST,
        (2, 3),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2015-07-31
                b     | 2011-05-01 | 2015-08-01
                c     | 2011-05-01 | 2015-08-31
                d     | 2011-05-01 | 2015-09-01
                e     | 2011-05-01 |
                f     | 2015-08-03 | 2015-08-20
            """
        },
        kind="edge",
    ),
    Example(
        "CP06",
        "A plan without a first day ended, but is not known to have been long",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     |            | 2015-08-10
                b     | 2011-05-01 | 2015-08-10
            """
        },
        kind="missing",
    ),
    Example(
        "CP06",
        "Ends are counted, not children: a child whose two plans ended in the period counts twice",
        quarter(2015, 2),
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2012-05-01 | 2015-07-10
                a     | 2015-07-20 | 2015-09-20
            """
        },
        kind="twice",
    ),
    Example(
        "CP06",
        "A child whose two long plans ended in the period counts twice above the line and below it",
        quarter(2015, 2),
        (2, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2012-05-01 | 2015-07-10
                a     | 2012-05-01 | 2015-09-20
            """
        },
        kind="twice",
    ),
    Example(
        "CP06",
        "A plan that another authority holds is left out",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on   | is_other_authority_plan
                a     | 2011-05-01 | 2015-08-10 | true
                b     | 2011-05-01 | 2015-08-10 | false
            """
        },
    ),
    Example(
        "CP07",
        "A plan that began on 1 September 2013 is two years old on 31 August 2015; one day later it is not",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2013-09-01
                b     | 2013-09-02
            """
        },
        kind="edge",
    ),
    Example(
        "CP07",
        "Only plans open at the end of the last day count, a very old and a very new one among them",
        AUGUST,
        (1, 2),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2015-08-31
                b     | 2011-05-01 | 2015-09-01
                c     | 2015-08-31 |
                d     | 2015-09-01 |
            """
        },
        kind="edge",
    ),
    Example(
        "CP07",
        "A plan without a first day is in neither number",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     |
                b     | 2011-05-01
            """
        },
        kind="missing",
    ),
    Example(
        "CP07",
        "Two plans of one child are not added up: only the open one is measured",
        AUGUST,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2012-02-03 | 2014-11-20
                a     | 2015-06-15 |
            """
        },
        kind="twice",
    ),
    Example(
        "CP07",
        "Two open plans for one child are a fault in the records: the child counts once, as in CP01",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2012-02-03
                a     | 2012-06-15
            """
        },
        kind="twice",
    ),
    Example(
        "CP07",
        "A plan that another authority holds is left out",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2011-05-01 | true
                b     | 2011-05-01 | false
            """
        },
    ),
    Example(
        "CP14",
        "More than 18 months is more than 548 days: a plan begun on 28 February 2014 counts, on 1 March it does not",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-02-28
                b     | 2014-03-01
                c     | 2015-08-31
            """
        },
        kind="edge",
    ),
    Example(
        "CP14",
        "A long plan that ends on the last day is no longer there to audit",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2015-08-31
                b     | 2011-05-01 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "CP14",
        "A plan without a first day is not known to be long",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on
                a     |
                b     | 2011-05-01
            """
        },
        kind="missing",
    ),
    Example(
        "CP14",
        "Two open plans for one child are a fault in the records: the later one counts",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2012-02-03
                a     | 2012-06-15
            """
        },
        kind="twice",
    ),
    Example(
        "CP14",
        "A plan that another authority holds is left out",
        AUGUST,
        (1, None),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2011-05-01 | true
                b     | 2011-05-01 |
            """
        },
    ),
    Example(
        "CP14-AUDITED",
        "An audit of long plans counts from the plan's first day to the date, not before or after; no other kind does",
        AUGUST,
        (2, 5),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2013-05-01
                b     | 2013-05-01
                c     | 2013-05-01
                d     | 2013-05-01
                e     | 2013-05-01
            """,
            "audit": """
                child | programme | completed_on
                a     | CP_18M    | 2013-05-01
                b     | CP_18M    | 2015-08-31
                c     | CP_18M    | 2013-04-30
                d     | CP_18M    | 2015-09-01
                e     | MONTHLY   | 2015-06-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CP14-AUDITED",
        "An audit that is not finished has not been made, and looking again at another's audit is not an audit",
        AUGUST,
        (0, 2),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2013-05-01
                b     | 2013-05-01
            """,
            "audit": """
                child | programme | completed_on | parent_audit_id
                a     | CP_18M    |              |
                b     | CP_18M    | 2015-06-01   | A9
            """,
        },
        kind="missing",
    ),
    Example(
        "CP14-AUDITED",
        "A plan audited twice is one plan that was audited",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2013-05-01
            """,
            "audit": """
                child | programme | completed_on
                a     | CP_18M    | 2014-06-01
                a     | CP_18M    | 2015-06-01
            """,
        },
        kind="twice",
    ),
    Example(
        "CP14-AUDITED",
        "Out of plans of more than 548 days: one begun on 28 February 2014 counts, on 1 March it does not",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2014-02-28
                b     | 2014-03-01
                c     | 2015-08-31
            """,
            "audit": """
                child | programme | completed_on
                a     | CP_18M    | 2015-06-01
                b     | CP_18M    | 2015-06-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CP14-AUDITED",
        "Out of plans that are open: one that ends on the last day is no longer among them",
        AUGUST,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on | ended_on
                a     | 2011-05-01 | 2015-08-31
                b     | 2011-05-01 | 2015-09-01
            """,
            "audit": """
                child | programme | completed_on
                a     | CP_18M    | 2015-06-01
            """,
        },
        kind="edge",
    ),
    Example(
        "CP14-AUDITED",
        "Two open plans of one child are one child, audited when its case is",
        AUGUST,
        (1, 1),
        {
            "child_protection_plan": """
                child | started_on
                a     | 2012-02-03
                a     | 2012-06-15
            """,
            "audit": """
                child | programme | completed_on
                a     | CP_18M    | 2015-06-01
            """,
        },
        kind="twice",
    ),
    Example(
        "CP14-AUDITED",
        "A plan that another authority holds is left out",
        AUGUST,
        (0, 1),
        {
            "child_protection_plan": """
                child | started_on | is_other_authority_plan
                a     | 2011-05-01 | true
                b     | 2011-05-01 |
            """
        },
    ),
)
