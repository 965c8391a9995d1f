"""The list of the paper's figures: the same facts as the catalogue's, each with a reading that can be worked out."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from purplebook.definitions import indicator_by_id
from purplebook.language.periods import parse_period
from purplebook_demo.paper_2015.tally.printed import FIGURE, IN_WORDS, Printed, printed_figures
from purplebook_demo.paper_2015.tally.verdicts import contradictions

PRINTED = {item.id: item for item in printed_figures()}


def test_there_are_298_figures_in_the_order_of_the_paper():
    assert list(PRINTED) == [f"F{number:03d}" for number in range(1, 299)]
    assert Counter(item.kind for item in PRINTED.values()) == {
        "figure": 263,
        "benchmark": 11,
        "definition": 9,
        "standard": 6,
        "blank": 4,
        "target": 4,
        "activity": 1,
    }


def test_what_is_printed_is_what_the_list_of_the_seed_says(shared: Path):
    with (shared / "definitions" / "seed_figures.csv").open(encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows.keys() == PRINTED.keys()
    for name, row in rows.items():
        assert PRINTED[name].printed == row["value_as_printed"].strip(), name
        assert PRINTED[name].stated_period == row["period_as_stated"], name


@pytest.mark.parametrize("item", [item for item in PRINTED.values() if item.period], ids=lambda item: item.id)
def test_a_reading_names_an_indicator_a_period_and_a_breakdown_that_exist(item: Printed):
    parse_period(item.period)
    for name in item.indicator.split(";"):
        indicator = indicator_by_id(name)
        if item.breakdown:
            indicator.breakdown(item.breakdown)
    assert bool(item.groups) == bool(item.breakdown)
    assert bool(item.against) == (item.part in ("change", "percentage change"))


def test_every_figure_that_is_none_of_ours_says_where_it_is_kept_or_why_there_is_nothing_to_count():
    for item in PRINTED.values():
        if item.kind in ("standard", "benchmark", "target", "activity"):
            assert item.reference, item.id
        if item.kind in ("definition", "blank"):
            assert item.note, item.id


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("67 %", "67"),
        ("11,610", "11610"),
        ("decrease of 2", "-2"),
        ("over 2000", "2000"),
        ("Sixty four percent", "64"),
        ("12 months", "12"),
        ("1.16", "1.16"),
        ("[blank]", None),
    ],
)
def test_a_printed_figure_is_read_as_a_number(printed: str, number: str | None):
    item = replace(PRINTED["F001"], printed=printed)
    assert item.number == (None if number is None else Decimal(number))


def test_every_figure_is_a_number_or_a_word_that_is_known():
    assert [item.id for item in PRINTED.values() if item.kind == FIGURE and item.number is None] == []
    assert {item.printed for item in PRINTED.values()} >= IN_WORDS.keys()


def test_a_contradiction_is_of_a_figure_and_proves_itself_in_a_sentence():
    for item in contradictions():
        assert PRINTED[item.id].kind == FIGURE and PRINTED[item.id].printed == item.printed
        assert item.computed != item.printed
        assert item.proof.endswith(".") and len(item.proof) > 40
