"""The verdicts of one released council: what they say of it, and that no month was judged by what came after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.periods import parse_period
from purplebook.results.book.judging import judged_months
from purplebook.results.book.months_of_book import book_periods
from purplebook.results.book.verdict_table import verdict_table
from purplebook.results.judgement.asked import Asked
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.new_levels import judged_beside_levels
from purplebook.results.judgement.word import Word
from purplebook.results.supply import seen_from
from purplebook.store import Store
from purplebook.store.releases import release_named
from purplebook_demo.paper_2015.calendar import RECORDS_START

DAY = date(2015, 8, 31)
TOLD = {Word.HIGHER, Word.LOWER, Word.CHANGED_LEVEL}
Rows = Mapping[str, Mapping[str, dict]]


@pytest.fixture(scope="module")
def verdicts(story: Path) -> Rows:
    """What the release of August says of each indicator's months."""
    rows: dict[str, dict[str, dict]] = {}
    for row in pq.read_table(release_named(story / "store", "2015-08-31").file("judged.parquet")).to_pylist():
        rows.setdefault(row["indicator"], {})[row["period"]] = row
    return rows


def test_the_halving_of_visits_in_time_is_said(verdicts: Rows):
    """CP13 was 30.1% in March and 12.7% in June: not "no real change"."""
    march, june = verdicts["CP13"]["2015-03"], verdicts["CP13"]["2015-06"]
    assert (march["value"], march["verdict"]) == (30.11, "higher than usual")
    assert (june["verdict"], june["way"], june["is_newest"]) == ("lower than usual", "worse", True)
    assert june["observed"] < june["low"] and "12.7% (27 of 212)" in june["sentence"]


def test_what_a_first_load_cannot_know_is_not_marked(verdicts: Rows):
    """LA17 climbed from 4% to 80%, and CN05 from nought, only because nothing before the first day is loaded."""
    assert not {row["verdict"] for row in verdicts["LA17"].values()} & TOLD
    newest = next(row for row in verdicts["LA17"].values() if row["is_newest"])
    assert newest["verdict"] == "no sign of a change"
    assert {row["verdict"] for row in verdicts["CN05"].values()} <= {"not yet covered", "no figure", "still filling up"}
    for item in INDICATORS:
        for key, row in verdicts.get(item.id, {}).items():
            months = 18 * 12 if item.look_back_months < 0 else item.look_back_months
            if seen_from(item, parse_period(key), months=months) < RECORDS_START and months:
                assert row["verdict"] not in TOLD, (item.id, key)


def test_of_one_child_no_verdict_is_given(verdicts: Rows):
    """AD03, AD04, AD05 and AD07 are of as few children as AD06, and are told as it is."""
    for name in ("AD03", "AD04", "AD05", "AD06", "AD07"):
        for row in verdicts[name].values():
            assert row["verdict"] not in TOLD or row["months"] > 1, (name, row["period"])


def test_no_month_is_judged_by_what_came_after_it(story: Path, verdicts: Rows):
    """The released table is what judging month by month, with nothing later in sight, comes to."""
    store = Store.open(story / "store")
    months = book_periods(DAY).months
    judged = judged_months(store.snapshot_for(DAY), INDICATORS, months=months, snapshots=store.snapshots()).judged
    again: dict[str, dict[str, dict]] = {}
    for row in verdict_table(judged).to_pylist():
        again.setdefault(row["indicator"], {})[row["period"]] = row
    assert again == verdicts
    for name, series in judged.of.items():
        for place in range(19, len(months), 13):
            alone = judged_beside_levels(up_to(series.asked, place)).months[place]
            assert alone == series.judged.months[place] or str(alone) == str(series.judged.months[place]), (name, place)


def up_to(asked: Asked, place: int) -> Asked:
    """The same as it stood when a month was the newest."""
    children, end = asked.children, place + 1
    if children is not None:
        here = children.month <= place
        value = None if children.value is None else children.value[here]
        children = ChildMonths(
            children.month[here],
            children.child[here],
            children.family[here],
            children.top[here],
            children.bottom[here],
            value,
            children.has_families,
        )
    return replace(
        asked,
        top=asked.top[:end],
        bottom=None if asked.bottom is None else asked.bottom[:end],
        value=asked.value[:end],
        children=children,
        judged_to=min(asked.judged_to, place),
        months=asked.months[:end],
    )
