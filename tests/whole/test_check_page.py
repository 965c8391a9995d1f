"""The data-quality page of `purplebook check` agrees with a recount in plain Python, and holds no child's data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine.records.plausible import checks_of
from purplebook.results.quality.column_quality import quality_of
from purplebook.results.quality.weakens import indicators_by_column, read_by
from purplebook.store import Store
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME

AS_AT = date(2015, 8, 31)
PEOPLE = (
    "person_id,la_child_id,person_role,sex,born_on,ethnicity_code\n"
    "P1,899000001,CHILD,F,2005-01-01,WBRI\nP2,899000002,CHILD,U,1980-01-01,NOBT\n"
    "P3,899000003,CHILD,M,,REFU\nP4,899000004,CHILD,M,1900-12-31,\nP5,899000005,CHILD,,2010-06-01,UNKNOWN\n"
)
REFERRALS = (
    "referral_id,person_id,referred_on,closed_on,primary_need_code\n"
    "R1,P1,2015-05-01,2015-04-01,N1\nR2,P5,2008-05-01,,N0\nR3,P3,2015-06-01,,\nR4,P1,2015-07-01,2015-07-09,N1\n"
)


@pytest.fixture
def weak(place: Path, tmp_path: Path, say) -> Path:
    folder = tmp_path / "weak"
    folder.mkdir()
    (folder / "person.csv").write_text(PEOPLE)
    (folder / "referral.csv").write_text(REFERRALS)
    answer = say("load", folder, "--store", place, "--as-at", AS_AT.isoformat())
    assert answer.exit_code == 0, answer.output
    return place / "store"


def days(text: str | None) -> date | None:
    return text if isinstance(text, date) or text is None else date.fromisoformat(text)


def test_the_counts_agree_with_a_recount_in_plain_python(weak: Path):
    snapshot = Store.open(weak).latest()
    found = {(each.table, each.column): each for each in quality_of(snapshot, INDICATORS).columns}
    people, referrals = snapshot.read("person").to_pylist(), snapshot.read("referral").to_pylist()
    for (table, column), each in found.items():
        rows = people if table == "person" else referrals
        if table in ("person", "referral"):
            assert each.rows == len(rows)
            assert each.missing == sum(row[column] in (None, "", []) for row in rows), (table, column)
    assert found["person", "sex"].unknown == sum(row["sex"] == "U" for row in people) == 1
    codes = ("UNKNOWN", "NOBT", "REFU")
    assert found["person", "ethnicity_code"].unknown == sum(row["ethnicity_code"] in codes for row in people) == 3
    assert found["referral", "primary_need_code"].unknown == sum(r["primary_need_code"] == "N0" for r in referrals)
    assert found["person", "born_on"].implausible_by["placeholders (1900 or before)"] == 1
    assert found["person", "born_on"].implausible == 1
    born = {row["person_id"]: row["born_on"] for row in people}
    ended = [row for row in referrals if row["closed_on"] and row["closed_on"] < row["referred_on"]]
    early = [r for r in referrals if born[r["person_id"]] and (born[r["person_id"]] - r["referred_on"]).days > 280]
    assert found["referral", "closed_on"].implausible == len(ended) == 1
    assert found["referral", "referred_on"].implausible == len(early) == 1


GROWN_UP = {
    "long before": ("CHILD", "1985-03-01", ("1999-07-01",), 0),
    "on the birthday": ("CHILD", "1985-03-01", ("1999-07-01", "2010-03-01"), 0),
    "a day later": ("CHILD", "1985-03-01", ("2010-03-02", "1999-07-01"), 1),
    "after the day of the extract": ("CHILD", "1985-03-01", ("2015-09-01",), 0),
    "on the day of the extract": ("CHILD", "1985-03-01", ("2015-08-31",), 1),
    "never": ("CHILD", "1960-03-01", (), 0),
    "an adopter": ("ADOPTER", "1960-03-01", ("2015-01-01",), 0),
    "not born that anyone knows": ("CHILD", "", ("2015-01-01",), 0),
}
"""Each person: role, birth, the days of their referrals, and whether the birth is counted as one that cannot be."""


def test_a_person_who_is_grown_up_now_was_a_child_when_last_dealt_with(place: Path, tmp_path: Path, say):
    people, referrals = ["person_id,la_child_id,person_role,born_on"], ["referral_id,person_id,referred_on,closed_on"]
    for at, (role, born, days_of, _) in enumerate(GROWN_UP.values()):
        people.append(f"P{at},89900{at},{role},{born}")
        # A case closed in a tidying of old files says nothing of when the child was last dealt with.
        referrals += [f"R{at}-{day},P{at},{day},2015-08-31" for day in days_of]
    folder = tmp_path / "grown-up"
    folder.mkdir()
    (folder / "person.csv").write_text("\n".join([*people, ""]))
    (folder / "referral.csv").write_text("\n".join([*referrals, ""]))
    answer = say("load", folder, "--store", place, "--as-at", AS_AT.isoformat())
    assert answer.exit_code == 0, answer.output
    quality = quality_of(Store.open(place / "store").latest(), INDICATORS)
    (born,) = (each for each in quality.columns if (each.table, each.column) == ("person", "born_on"))
    counted = sum(expected for *_, expected in GROWN_UP.values())
    assert born.implausible_by["of children over 25 when last dealt with"] == born.implausible == counted == 2


def test_without_any_dealings_no_birth_is_judged_by_age(place: Path, tmp_path: Path, say):
    (tmp_path / "person.csv").write_text("person_id,la_child_id,person_role,born_on\nP1,899000001,CHILD,1960-01-01\n")
    answer = say("load", tmp_path / "person.csv", "--store", place, "--as-at", AS_AT.isoformat())
    assert answer.exit_code == 0, answer.output
    quality = quality_of(Store.open(place / "store").latest(), INDICATORS)
    (born,) = (each for each in quality.columns if each.column == "born_on")
    assert born.implausible == 0


def test_an_open_record_is_no_weakness_and_what_no_file_had_is_not_affected(weak: Path):
    found = {(e.table, e.column): e for e in quality_of(Store.open(weak).latest(), INDICATORS).columns}
    assert found["referral", "closed_on"].missing == 2 and found["referral", "closed_on"].affected == 1
    assert not found["person", "died_on"].is_supplied and found["person", "died_on"].affected == 0
    assert {table for table, _ in found} == {"person", "referral"}


def test_what_to_fix_first_is_ranked_by_indicators_times_rows(weak: Path):
    quality = quality_of(Store.open(weak).latest(), INDICATORS)
    weights = [len(each.indicators) * each.affected for each in quality.to_fix]
    assert weights == sorted(weights, reverse=True) and weights[-1] > 0
    assert quality.to_fix[0].column in ("ethnicity_code", "born_on")


def test_the_indicators_are_read_from_their_declarations():
    found = indicators_by_column(INDICATORS)
    assert "RF01" in found["referral", "referred_on"]
    for item in INDICATORS:
        for table, column in read_by(item):
            assert TABLES_BY_NAME[table].column(column) and item.id in found[table, column]


def test_every_check_is_of_a_column_of_its_table():
    for table in DATA_TABLES:
        for check in checks_of(table):
            assert check.column in table.column_names and check.title


def test_the_command_writes_a_short_list_json_html_and_a_workbook(weak: Path, tmp_path: Path, say):
    answer = say("check", "--store", weak)
    assert "1 snapshot is as written" in answer.stdout and "person.ethnicity_code" in answer.stdout
    assert len(answer.stdout.splitlines()) <= 14
    told = json.loads(say("check", "--store", weak, "--json").stdout)
    assert told["snapshots"] == 1 and told["problems"] == [] and told["quality"]["fix_first"]
    page, book = tmp_path / "q.html", tmp_path / "q.xlsx"
    assert say("check", "--store", weak, "--out", page).exit_code == 0
    assert say("check", "--store", weak, "--as-at", "2015-08-31", "--out", book).exit_code == 0
    text = page.read_text("utf-8")
    assert '<html lang="en-GB">' in text and "<script" not in text and 'src="' not in text and "http" not in text
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["About", "Summary", "Columns", "Issues"]
    cells = {str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}
    everything = answer.output + text + json.dumps(told) + " ".join(cells)
    assert "899000002" not in everything and "1980-01-01" not in everything


def test_a_page_of_another_kind_is_refused(weak: Path, tmp_path: Path, say):
    answer = say("check", "--store", weak, "--out", tmp_path / "q.pdf")
    assert answer.exit_code == 2 and ".html or .xlsx" in answer.output


def test_a_day_that_no_snapshot_reaches_is_refused(weak: Path, say):
    assert say("check", "--store", weak, "--as-at", "2030-08-31").exit_code != 0


def test_the_issues_of_the_load_are_counted_without_values(place: Path, tmp_path: Path, say):
    (tmp_path / "person.csv").write_text("person_id,la_child_id,born_on\nP1,899000001,31/31/2005\n")
    assert say("load", tmp_path / "person.csv", "--store", place, "--as-at", "2015-08-31").exit_code == 0
    told = say("check", "--store", place, "--json").stdout
    (issue,) = json.loads(told)["quality"]["issues"]
    assert issue["column"] == "born_on" and issue["rows"] == 1 and "31/31/2005" not in told
