"""What a percentage is out of is said as that, and never as what it counts."""

from __future__ import annotations

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.language.measures import Shape
from purplebook.language.out_of import counts_or_out_of
from purplebook.run.explain import explain


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [  # The words as they are declared, whole.
        ("IC03", "Out of", "children at an initial conference for whom an enquiry with its day is "
         "recorded, by that day"),
        ("AS01", "Out of", "completed assessments, leaving out those that end before they begin"),
        ("WF02", "Out of", "full-time equivalents of social workers in post, agency workers included"),
        ("RF01", "Counts", "referrals, so a child may count more than once"),
        ("CP02", "Counts", "children with an open plan, over the mid-year population estimate aged 0 to 17"),
        ("WF05", "Counts", "cases held for each full-time equivalent of the social workers who hold any, agency "
         "workers included"),
    ],
)  # fmt: skip
def test_the_line_says_what_a_percentage_is_out_of(name: str, head: str, words: str):
    assert counts_or_out_of(indicator_by_id(name)) == (head, words)
    assert f"{head}:".ljust(12) + words in explain(name).text


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_each_explanation_says_top_and_bottom(item):
    told = explain(item.id)
    match item.measure.shape:
        case Shape.PERCENTAGE:
            assert "Out of" in told.facts and "the percentage where" in told.english
        case Shape.RATE:
            assert f"for every {item.measure.per:,} {item.measure.population}" in told.english
            assert " over " in item.counts or " per " in item.counts or "for every" in item.counts, item.counts
        case Shape.RATIO:
            assert "the percentage of all" in told.english or "divided by" in told.english
        case _:
            assert "Counts" in told.facts
