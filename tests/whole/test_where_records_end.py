"""What the commands say of periods that end after the records do, of lists that no file held, of a day yet to come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from purplebook.commands.annexa import comparison_words
from purplebook.errors import BadInputError
from purplebook.results.annex_a.reconcile import Reconciled
from purplebook.run.place import check_not_ahead

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
899000001,01/06/2014,S,C2,N1,U1,PR1,,,,,,
"""
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n899000001,2,01/03/2005,WBRI,,,\n"
LEAVERS = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n899000002,01/03/1995,YES,F2,U1\n"


@pytest.fixture
def returned(place: Path, tmp_path: Path, say) -> Path:
    """A place with one return, to 31 March 2015, loaded as though it were of August."""
    folder = tmp_path / "2014-15"
    folder.mkdir()
    for name, text in {"episodes.csv": EPISODES, "header.csv": HEADER, "oc3.csv": LEAVERS}.items():
        (folder / name).write_text(text)
    answer = say("load", folder, "--store", place, "--as-at", "2015-08-31")
    assert answer.exit_code == 0 and "the records go to 31 March 2015" in answer.stderr
    return place


def test_a_figure_after_the_end_is_not_covered_and_one_before_it_is_given(returned: Path, say):
    words = ("figures", "--store", returned, "--as-at", "2015-08-31", "--indicator", "LA01", "--indicator", "LA05")
    answer = say(*words, "--period", "2015-03-31", "--period", "2015-08-31", "--period", "FY2014-15", "--json")
    assert answer.exit_code == 0, answer.output
    told = {(row["indicator"], row["period"]): (row["value"], row["status"]) for row in json.loads(answer.stdout)}
    assert told["LA01", "2015-03-31"] == (1, "provisional")
    assert told["LA01", "2015-08-31"] == told["LA05", "2015-08-31"] == (None, "not covered")


def test_the_other_commands_say_where_the_records_end(returned: Path, say):
    late = ("--store", returned, "--as-at", "2015-08-31", "--period", "2015-08-31")
    for words in (("list", "LA01"), ("trace", "LA01", "--child", "899000001")):
        answer = say(*words, *late)
        assert answer.exit_code != 0 and "the records go only to 31 March 2015" in answer.stderr, answer.output
    counted = say("counted", "899000001", *late, "--format", "csv")
    assert counted.exit_code == 5 and "do not cover it" in counted.stderr
    early = ("--store", returned, "--as-at", "2015-03-31", "--period", "2015-03-31")
    assert say("list", "LA01", *early).exit_code == 0
    assert "LA01" in say("counted", "899000001", *early, "--format", "csv").stdout


def test_annex_a_is_not_written_for_a_day_after_the_end(returned: Path, tmp_path: Path, say):
    answer = say("annexa", "--store", returned, "--as-at", "2015-08-31", "--out", tmp_path / "late.xlsx")
    assert answer.exit_code != 0 and "go only to 31 March 2015" in answer.stderr
    assert not (tmp_path / "late.xlsx").exists()


def test_annex_a_says_which_lists_no_file_held(returned: Path, tmp_path: Path, say):
    out = tmp_path / "annex.xlsx"
    answer = say("annexa", "--store", returned, "--as-at", "2015-03-31", "--out", out)
    assert answer.exit_code == 0, answer.output
    lines = answer.stdout.splitlines()
    assert "List 1: not supplied, because no file held contact" in lines
    assert "List 8: 1 rows" in lines
    # The yearly return tells of care leavers around a birthday, which is not a register.
    assert "List 9: not supplied, because no file held a register (care_leaver_snapshot)" in lines
    assert "Every list agrees" not in answer.stdout
    (last,) = [line for line in lines if "not compared, because" in line]
    assert last.startswith("Lists 1, 2, 3, 4, 5, 6, 7, 9") and "contact, early_help, referral" in last
    book = load_workbook(out)
    manifest = {row[0]: row[1:] for row in book["Manifest"].iter_rows(values_only=True)}
    assert manifest["List 1"] == ("not supplied", "no file held contact") and manifest["List 8"] == (1, "rows")
    for row in book["Reconciliation"].iter_rows(min_row=2, values_only=True):
        is_known = row[0] in ("List 8", "List 10")
        assert (row[3] == "not supplied") != is_known or row[0] == "List 10", row
        if not is_known:
            assert row[9] == "not compared" and str(row[10]).startswith("No file held"), row


def check(number: int, difference: int | None, why: str = "") -> Reconciled:
    figure = None if difference is None else 5
    return Reconciled(number, 5, "Things", 5, "XX01", "Things", "a day", figure, difference, "", why)


@pytest.mark.parametrize(
    ("checked", "not_supplied", "told"),
    [
        (
            [check(1, 0), check(2, 0), check(8, 0), check(8, 0), check(11, None, "No indicator counts adopters.")],
            {},
            ["The 3 lists compared agree with the figures.", "List 11 was not compared: no indicator counts adopters."],
        ),
        (
            [check(1, 0), check(3, None), check(6, None)],
            {3: "referral", 6: "referral"},
            [
                "The one list compared agrees with the figures.",
                "Lists 3 and 6 were not compared, because no file held referral.",
            ],
        ),
        (
            [check(1, 2, "Why."), check(2, 0), check(3, 0)],
            {},
            ["List 1 and XX01 differ by +2: Why.", "Of those compared, the other 2 lists agree with the figures."],
        ),
        ([check(1, -1, "Why.")], {}, ["List 1 and XX01 differ by -1: Why."]),
        ([check(1, None)], {1: "contact"}, ["List 1 was not compared, because no file held contact."]),
    ],
)
def test_annex_a_says_how_many_lists_agree(checked: list[Reconciled], not_supplied: dict[int, str], told: list[str]):
    assert list(comparison_words(checked, not_supplied=not_supplied)) == told


def test_a_day_yet_to_come_is_refused_and_tomorrow_is_let_by():
    today = date(2015, 8, 31)
    for day in (None, date(2015, 8, 30), today, date(2015, 9, 1)):
        check_not_ahead(day, today=today)
    with pytest.raises(BadInputError, match="2015-09-02 lies ahead"):
        check_not_ahead(date(2015, 9, 2), today=today)


def test_a_load_of_a_day_yet_to_come_leaves_the_store_as_it_was(place: Path, files: Path, say):
    answer = say("load", files, "--store", place, "--as-at", "9999-01-01")
    assert answer.exit_code == 2 and "lies ahead" in answer.stderr
    assert not list((place / "store" / "snapshots").glob("*"))
