"""The story that the paper of 31 August 2015 missed, told by the book of the invented council."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.definitions import INDICATORS
from purplebook.store import Store
from purplebook.store.releases import release_named
from tests.support.released import FILES, check_page, check_workbook, content, words_of


@pytest.fixture
def august(story: Path):
    return release_named(story / "store", "2015-08-31")


def months_of(release, name: str) -> dict[str, dict]:
    rows = pq.read_table(release.file("judged.parquet")).to_pylist()
    return {row["period"]: row for row in rows if row["indicator"] == name}


def test_april_to_june_referrals_are_higher_than_usual_and_told_as_one_change(august):
    months = months_of(august, "RF01")
    for key in ("2015-04", "2015-05", "2015-06"):
        assert months[key]["verdict"] == "higher than usual", key
        assert months[key]["since"] == "2015-04", "one change with one start"
        assert months[key]["observed"] > months[key]["high"]
    assert months["2015-03"]["verdict"] == "no sign of a change"
    assert [key for key in months if months[key]["is_newest"]] == ["2015-06"]


def test_the_drop_of_july_and_august_is_still_filling_up_and_never_called_a_fall(august):
    months = months_of(august, "RF01")
    for key in ("2015-07", "2015-08"):
        row = months[key]
        assert row["verdict"] == "still filling up", key
        assert row["still_to_come"] >= 1 and row["come_high"] >= row["still_to_come"] >= row["come_low"] >= 0
        assert f"{row['come_low']} to {row['come_high']} more usually come" in row["sentence"]
    assert all(months[key]["still_to_come"] is None for key in months if key < "2015-07")
    (told,) = [
        row
        for row in csv.DictReader(io.StringIO(august.file("verdicts.csv").read_text()))
        if row["indicator"] == "RF01"
    ]
    assert (told["period"], told["verdict"]) == ("2015-06", "higher than usual")
    page = august.file("book.html").read_text()
    # What it counts, below, speaks of the month that a referral falls in.
    section = page[page.index('id="RF01"') :].split("<summary>What it counts")[0]
    said = re.sub(r"cannot be called a fall|is never called a fall|<desc.*?</desc>", "", section.lower())
    assert not re.search(r"\b(fell|fall|falls|lower than usual|drop|dropped|decreas\w+)\b", said)


def test_the_two_year_series_is_broken_on_1_april_2014_and_nothing_joins_it(august):
    page = august.file("book.html").read_text()
    part = page[page.index('id="series"') :].split("<nav")[0]
    assert "CP06 from 1 April 2008; CP07 from 1 April 2014" in part
    chart = part[part.index("<svg") : part.index("</svg>")]
    strokes = [
        [float(pair.split()[0]) for pair in re.findall(r"[ML]([\d.]+ [\d.]+)", path)]
        for path in re.findall(r'<path d="([^"]+)"[^>]*stroke-width="2.5"', chart)
    ]
    (broken,) = {
        float(x) for x, y in re.findall(r'<line x1="([\d.]+)"[^>]* x2="([\d.]+)"[^>]*stroke-width="2"', chart) if x == y
    }
    assert strokes and all(max(stroke) < broken or min(stroke) > broken for stroke in strokes)
    assert any(max(stroke) < broken for stroke in strokes) and any(min(stroke) > broken for stroke in strokes)
    across = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', chart)]
    # Seventeen months from April 2014 to August 2015 stand after the break.
    assert len([x for x in across if x > broken]) == 17
    comparisons = pq.read_table(august.file("comparisons.parquet")).to_pylist()
    for row in comparisons:
        if row["indicator"] == "CP07" and row["comparator"] in ("previous period", "same period last year"):
            assert row["compared_with"] in (None, "") or "CP06" not in row["compared_with"]


def figures_of(release) -> list[dict]:
    rows = pq.read_table(release.file("figures.parquet")).to_pylist()
    return [row for row in rows if row["breakdown"] == "all"]


def test_the_page_and_the_workbook_of_the_demo_name_no_child(august, story: Path):
    check_page(august.file("book.html").read_text())
    check_workbook(august.file("book.xlsx").read_bytes(), pq.read_table(august.file("figures.parquet")).to_pylist())
    people = (
        Store.open(story / "store").snapshot("2015-08-31-0001").read("person", columns=["person_id", "la_child_id"])
    )
    numbers = {str(value) for name in people.column_names for value in people.column(name).to_pylist() if value}
    assert len(numbers) > 5000
    for name, held in content(august.path).items():
        assert not numbers & set(re.findall(r"\w+", words_of(name, held))), name


def test_the_manifest_says_what_the_book_was_made_of(august, story: Path):
    told = json.loads((august.path / "manifest.json").read_bytes())
    assert (told["as_at"], told["authority"], told["status"], told["previous"]) == (
        *("2015-08-31", "899", "provisional"),
        "2015-07-31-v1",
    )
    assert told["snapshot"]["id"] == "2015-08-31-0001"
    assert set(told["editions"]) == {item.id for item in INDICATORS}
    assert set(told["learnt_from"]) == {each.id for each in Store.open(story / "store").snapshots()[:8]}
    assert {entry["name"] for entry in told["files"]} == {*FILES, "changes.parquet"}
