"""Worked examples of figures that others work out and this authority loads: school, spending, injuries, Ofsted."""

from __future__ import annotations

from purplebook.language.periods import financial_year, month
from tests.support.examples import Example

YEAR = financial_year(2014)
"""1 April 2014 to 31 March 2015."""

HEADER = "measure_code | value_kind | area_level | area_code | period | period_ended_on | published_on | value"


def values(*rows: str) -> str:
    """Reference values, one a line."""
    return "\n".join((HEADER, *rows))


def own(measure: str, *, ended_on: str, value: str, published_on: str = "") -> str:
    """A value of the authority's own area, named by the day its period ended on."""
    return f"{measure} | ACTIVITY | LA | 899 | to {ended_on} | {ended_on} | {published_on} | {value}"


def one_a_year(identifier: str, *, printed: str, hundredths: int, other: str) -> tuple[Example, ...]:
    """What holds for every figure that is given for its own year; `printed` is the value as it was published."""
    return (
        Example(
            identifier,
            f"The value {printed} for the year is the year's figure, to both its decimals",
            YEAR,
            (hundredths, 1),
            {"reference_value": values(own(identifier, ended_on="2015-03-31", value=printed))},
        ),
        Example(
            identifier,
            "A value whose period ends on the year's first or last day is the year's; a day earlier or later is not",
            YEAR,
            (2 * hundredths, 2),
            {
                "reference_value": values(
                    own(identifier, ended_on="2014-03-31", value="81.25"),
                    own(identifier, ended_on="2014-04-01", value=printed),
                    own(identifier, ended_on="2015-03-31", value=printed),
                    own(identifier, ended_on="2015-04-01", value="71.25"),
                )
            },
            kind="edge",
        ),
        Example(
            identifier,
            "The year a value is for counts, not the day on which it was published",
            YEAR,
            (hundredths, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2014-03-31", value="81.25", published_on="2014-12-10"),
                    own(identifier, ended_on="2015-03-31", value=printed, published_on="2015-12-10"),
                )
            },
            kind="edge",
        ),
        Example(
            identifier,
            "A value that was withheld is no figure, and is not taken for nought; nor is one without its period's end",
            YEAR,
            (hundredths, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2015-03-30", value=""),
                    own(identifier, ended_on="2015-03-31", value=printed),
                    own(identifier, ended_on="", value="81.25"),
                )
            },
            kind="missing",
        ),
        Example(
            identifier,
            f"Another measure, {other}, is not this one; nor is a value that does not say what it measures",
            YEAR,
            (hundredths, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2015-03-31", value=printed),
                    own(other, ended_on="2015-03-31", value="81.25"),
                    own("", ended_on="2015-03-31", value="71.25"),
                )
            },
        ),
        Example(
            identifier,
            "A target and a published comparison are not what happened",
            YEAR,
            (hundredths, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2015-03-31", value=printed),
                    f"{identifier} | TARGET    | LA | 899 | FY2014-15 | 2015-03-31 | | 81.25",
                    f"{identifier} | BENCHMARK | LA | 899 | FY2014-15 | 2015-03-31 | | 71.25",
                    f"{identifier} |           | LA | 899 | FY2014-15 | 2015-03-31 | | 61.25",
                )
            },
        ),
        Example(
            identifier,
            "The values of England, of the neighbours and of another authority are not this authority's",
            YEAR,
            (hundredths, 1),
            {"reference_value": values(own(identifier, ended_on="2015-03-31", value=printed), *_of_others(identifier))},
        ),
    )


def _of_others(identifier: str) -> tuple[str, ...]:
    """Values of other areas: the neighbours' average is filed under the authority's own code, as some do."""
    return (
        f"{identifier} | ACTIVITY | ENGLAND | E92000001 | FY2014-15 | 2015-03-31 | | 81.25",
        f"{identifier} | ACTIVITY | SN      | 899       | FY2014-15 | 2015-03-31 | | 71.25",
        f"{identifier} | ACTIVITY | LA      | 870       | FY2014-15 | 2015-03-31 | | 61.25",
        f"{identifier} | ACTIVITY | LA      |           | FY2014-15 | 2015-03-31 | | 51.25",
    )


AUGUST = month(2015, 8)
JUDGEMENTS = ("OF01-LEADERS", "OF01-HELP", "OF01-CARE", "OF01-LEAVERS")
GRADED_IN_2026 = tuple(own(name, ended_on="2026-05-10", value="3") for name in JUDGEMENTS)


def inspected(identifier: str, *, other: str) -> tuple[Example, ...]:
    """What holds for each grade of an inspection; `other` is another that is given with it."""
    return (
        Example(
            identifier,
            "The latest judgement stands until the next: good in 2012, requires improvement in 2014, so 2",
            AUGUST,
            (200, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2012-05-10", value="3"),
                    own(identifier, ended_on="2014-06-10", value="2"),
                )
            },
        ),
        Example(
            identifier,
            "A report of the last day is the latest; one of the day after is not yet known",
            AUGUST,
            (100, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2012-05-10", value="3"),
                    own(identifier, ended_on="2015-08-31", value="1"),
                    own(identifier, ended_on="2015-09-01", value="4"),
                )
            },
            kind="edge",
        ),
        Example(
            identifier,
            "Before the first report there is no judgement",
            AUGUST,
            (0, 0),
            {"reference_value": values(own(identifier, ended_on="2015-09-01", value="4"))},
            kind="edge",
        ),
        Example(
            identifier,
            "Which report is the latest is told by the day it is of, not by the day it was published again",
            AUGUST,
            (200, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2012-05-10", value="3", published_on="2015-08-10"),
                    own(identifier, ended_on="2014-06-10", value="2", published_on="2014-06-10"),
                )
            },
        ),
        Example(
            identifier,
            "A report published after the month, but of a day before its end, tells how things stood",
            AUGUST,
            (200, 1),
            {"reference_value": values(own(identifier, ended_on="2015-08-20", value="2", published_on="2015-09-20"))},
        ),
        Example(
            identifier,
            "A judgement without its day is not the latest; when the latest has no grade, there is no figure",
            AUGUST,
            (0, 0),
            {
                "reference_value": values(
                    own(identifier, ended_on="", value="4"),
                    own(identifier, ended_on="2012-05-10", value="3"),
                    own(identifier, ended_on="2014-06-10", value=""),
                )
            },
            kind="missing",
        ),
        Example(
            identifier,
            "Another judgement of the same inspection is another measure, and does not hide this one",
            AUGUST,
            (300, 1),
            {
                "reference_value": values(
                    own(identifier, ended_on="2012-05-10", value="3"),
                    own(other, ended_on="2014-06-10", value="1"),
                    own("", ended_on="2014-06-10", value="1"),
                )
            },
        ),
        Example(
            identifier,
            "A target and a published comparison are not judgements, and do not hide one",
            AUGUST,
            (200, 1),
            {
                "reference_value": values(
                    f"{identifier} | TARGET    | LA | 899 | FY2010-11  | 2011-03-31 | | 4",
                    own(identifier, ended_on="2012-05-10", value="2"),
                    f"{identifier} | TARGET    | LA | 899 | FY2014-15  | 2015-03-31 | | 4",
                    f"{identifier} | BENCHMARK | LA | 899 | FY2014-15  | 2015-03-31 | | 3",
                )
            },
        ),
        Example(
            identifier,
            "The grades of England, of the neighbours and of another authority are not this authority's, and hide none",
            AUGUST,
            (200, 1),
            {"reference_value": values(own(identifier, ended_on="2012-05-10", value="2"), *_of_others(identifier))},
        ),
    )


WITHOUT_AN_OVERALL_GRADE = (
    Example(
        "OF01",
        "From April 2026 there is no overall grade: after a report with any of the four judgements the old one is over",
        month(2026, 6),
        (0, 0),
        {"reference_value": values(own("OF01", ended_on="2022-05-10", value="3"), *GRADED_IN_2026)},
    ),
    *(
        Example(
            "OF01",
            f"A report of April 2026 or later with a grade of {name} alone is a report without an overall grade",
            month(2026, 6),
            (0, 0),
            {
                "reference_value": values(
                    own("OF01", ended_on="2022-05-10", value="3"), own(name, ended_on="2026-04-01", value="2")
                )
            },
        )
        for name in JUDGEMENTS
    ),
    Example(
        "OF01",
        "A report of March 2026, one of the day after the period, and one before the overall grade do not end it",
        month(2026, 4),
        (300, 1),
        {
            "reference_value": values(
                own("OF01", ended_on="2026-04-20", value="3"),
                own("OF01-CARE", ended_on="2026-04-20", value="2"),
                own("OF01-HELP", ended_on="2026-04-10", value="2"),
                own("OF01-LEADERS", ended_on="2026-05-01", value="2"),
            )
        },
        kind="edge",
    ),
    Example(
        "OF01",
        "A grade of 31 March 2026 was given beside an overall one",
        month(2026, 4),
        (300, 1),
        {
            "reference_value": values(
                own("OF01", ended_on="2022-05-10", value="3"), own("OF01-CARE", ended_on="2026-03-31", value="2")
            )
        },
        kind="edge",
    ),
    Example(
        "OF01",
        "A report of the last day ends it",
        month(2026, 4),
        (0, 0),
        {
            "reference_value": values(
                own("OF01", ended_on="2022-05-10", value="3"), own("OF01-CARE", ended_on="2026-04-30", value="2")
            )
        },
        kind="edge",
    ),
    Example(
        "OF01",
        "Targets, comparisons, another authority's judgements and other measures do not end it",
        month(2026, 6),
        (300, 1),
        {
            "reference_value": values(
                own("OF01", ended_on="2022-05-10", value="3"),
                own("LA31", ended_on="2026-05-10", value="2"),
                "OF01-CARE | TARGET    | LA      | 899 | 2026-05-10 | 2026-05-10 | | 4",
                "OF01-CARE | BENCHMARK | LA      | 899 | 2026-05-10 | 2026-05-10 | | 4",
                "OF01-CARE | ACTIVITY  | SN      | 899 | 2026-05-10 | 2026-05-10 | | 4",
                "OF01-CARE | ACTIVITY  | LA      | 870 | 2026-05-10 | 2026-05-10 | | 4",
            )
        },
    ),
)

EXAMPLES: tuple[Example, ...] = (
    *one_a_year("LA31", printed="10.37", hundredths=1037, other="LA31-OVERALL"),
    *one_a_year("LA31-OVERALL", printed="4.05", hundredths=405, other="LA31"),
    *one_a_year("LA31-SEVERE", printed="1.50", hundredths=150, other="LA31"),
    *one_a_year("LA32", printed="37.00", hundredths=3700, other="LA32-ATTAINMENT"),
    *one_a_year("LA32-ATTAINMENT", printed="19.20", hundredths=1920, other="LA32-PROGRESS"),
    *one_a_year("LA32-PROGRESS", printed="-1.02", hundredths=-102, other="LA32-ATTAINMENT"),
    *one_a_year("CL11", printed="58.00", hundredths=5800, other="CL02"),
    *one_a_year("SP01", printed="24.61", hundredths=2461, other="SP01-OTHER"),
    *one_a_year("SP01-OTHER", printed="43.20", hundredths=4320, other="SP01"),
    *one_a_year("HA01", printed="109.58", hundredths=10958, other="LA31"),
    *inspected("OF01", other="OF01-HELP"),
    *(example for name in JUDGEMENTS for example in inspected(name, other="OF01")),
    *WITHOUT_AN_OVERALL_GRADE,
)
