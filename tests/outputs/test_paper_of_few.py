"""The paper of a council where there is one of everything, or none: it reads as if a person had written it."""

from __future__ import annotations

import re
from datetime import date

import pyarrow as pa
import pytest

from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.papers import Counted, MonthlyAverage, OneOrMany, Ranked, Ref, say
from purplebook.language.periods import quarter
from purplebook.outputs.paper.binding import Binder, Found
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.outputs.paper.resolve import sentences_printed
from purplebook.results.figures import FIGURE_SCHEMA, Figures
from tests.support.paper_figures import paper_figures

DAYS = [date(2015, 8, 31), date(2026, 6, 30)]
PLURAL_OF_ONE = re.compile(
    r"\b(?:were|are|have) 1\b|(?<!Table )(?<!Figure )\b1 (?:"
    r"(?:\(100\.0%\) )?(?:were|are|have)\b|(?!was|is|has|days)\w+s\b|(?:\w+ )?children)"
)
QUARTER = quarter(2015, 1)


def every(count: int, day: date) -> list[str]:
    """The sentences of a paper in which every figure is the same small number."""
    paper = safeguarding_activity(day)
    figures = paper_figures(paper).table
    for name in ("numerator", "denominator"):
        place = figures.schema.get_field_index(name)
        known = figures.column(name).is_valid().to_pylist()
        numbers = pa.array([count if is_known else None for is_known in known], figures.schema.field(name).type)
        figures = figures.set_column(place, figures.schema.field(place), numbers)
    return [words for _, words in sentences_printed(paper, Figures(figures)) if words is not None]


@pytest.mark.parametrize("day", DAYS)
def test_one_is_never_said_in_the_plural(day: date):
    said = every(1, day)
    assert len(said) > 60
    assert [words for words in said if PLURAL_OF_ONE.search(words)] == []


@pytest.mark.parametrize("day", DAYS)
def test_none_is_said_in_words_and_nothing_is_largest_among_none(day: date):
    said = every(0, day)
    assert len(said) > 20
    assert [words for words in said if re.search(r"\b0 [a-z]+(?:s|ren|ple)\b(?! a month)", words)] == []
    assert [words for words in said if re.search(r"largest|most often|commonest|[Tt]he next was", words)] == []
    assert [words for words in said if "urther no" in words] == []


def made(*rows: tuple[str, str, int]) -> Binder:
    table = pa.Table.from_pylist(
        [
            {
                "indicator": "RF03",
                "period": QUARTER.key,
                "area": "899",
                "breakdown": breakdown,
                "group": group,
                "numerator": count,
                "status": "provisional",
            }
            for breakdown, group, count in rows
        ],
        schema=FIGURE_SCHEMA,
    )
    return Binder(Found(Figures(table)), {}, Witness(Recorded(), QUARTER.last_day, frozenset()))


def ranked(binder: Binder, rank: int) -> str:
    groups = (("Schools", ("2A",)), ("Police", ("6",)), ("Housing", ("4",)))
    return binder.words(Ranked("RF03", QUARTER, "source", groups, rank, is_name=True))


def test_a_place_that_two_groups_share_is_no_place():
    tied = made(("all", "all", 5), ("source", "2A", 2), ("source", "6", 2), ("source", "4", 1))
    assert [ranked(tied, rank) for rank in (1, 2, 3)] == ["–", "–", "Housing"]
    led = made(("all", "all", 4), ("source", "2A", 3), ("source", "6", 1))
    assert [ranked(led, rank) for rank in (1, 2, 3)] == ["Schools", "Police", "–"]


@pytest.mark.parametrize(("count", "average"), [(0, "0"), (1, "0.3"), (29, "9.7"), (30, "10"), (32, "11")])
def test_an_average_of_few_a_month_has_a_decimal(count: int, average: str):
    assert made(("all", "all", count)).words(MonthlyAverage(Ref("RF03", QUARTER))) == average


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "There were no referrals."), (1, "There was 1 referral."), (2, "There were 2 referrals.")],
)
def test_a_verb_agrees_with_its_number(count: int, words: str):
    of = Ref("RF03", QUARTER)
    said = say("There {were} {now}.", were=OneOrMany(of, "was", "were"), now=Counted(of, "referral", "referrals"))
    assert made(("all", "all", count)).text(said) == words


def test_a_verb_without_its_number_is_missing():
    assert made().is_missing(OneOrMany(Ref("RF03", QUARTER), "was", "were"))
