"""31/08/2015 is taken wherever a command takes a day, and answers as 2015-08-31 does; never of another day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.every_command import AS_AT, CHILD, MONTH, council, say
from tests.support.short_book import a_short_book

JULY = date(2015, 7, 31)
WRITTEN = "31/08/2015"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council with the extracts of two months."""
    return council(tmp_path_factory.mktemp("days") / "place", days=(JULY, AS_AT), every=9)


@pytest.mark.parametrize(
    "words",
    [
        ("figures", "--indicator", "RF01", "--as-at", WRITTEN),
        ("figures", "--indicator", "RF01", "--period", f"01/04/2015..{WRITTEN}"),
        ("figures", "--indicator", "RF01", "--period", "month", "--since", "01/06/2015"),
        ("list", "RF01", "--as-at", WRITTEN, "--period", MONTH),
        ("list", "RF01", "--period", f"01/04/2015..{WRITTEN}"),
        ("counted", CHILD, "--as-at", WRITTEN, "--period", MONTH),
        ("chronology", CHILD, "--as-at", WRITTEN),
        ("trace", "RF01", "--child", CHILD, "--as-at", WRITTEN, "--period", MONTH),
        ("issues", "--rows", "--as-at", WRITTEN),
        ("check", "--as-at", WRITTEN),
    ],
)
def test_a_question_takes_a_day_as_people_write_it(place: Path, words: tuple[str, ...]):
    iso = {WRITTEN: "2015-08-31", "01/06/2015": "2015-06-01", f"01/04/2015..{WRITTEN}": "2015-04-01..2015-08-31"}
    written = say(*words, "--json", "--store", place)
    plain = say(*(iso.get(word, word) for word in words), "--json", "--store", place)
    assert written.exit_code == plain.exit_code == 0, (written.output, plain.output)
    assert written.stdout == plain.stdout and json.loads(plain.stdout)


def test_a_load_a_book_its_changes_an_annex_and_a_paper_take_one(place: Path, tmp_path: Path):
    files, store = place / "files" / "2015-08-31", ("--store", place)
    assert say("load", files, "--as-at", WRITTEN, "--covers-from", "01/04/2013", *store).exit_code == 0
    days = [path.name for path in sorted((place / "store" / "snapshots").iterdir())]
    assert days == ["2015-07-31-0001", "2015-08-31-0001", "2015-08-31-0002"]
    with a_short_book():
        assert "2015-08-31-v1" in say("book", "--as-at", WRITTEN, *store).stdout
    for day in (WRITTEN, "31 August 2015"):
        changed = say("changes", day, *store)
        assert changed.exit_code == 0 and changed.stdout.startswith("2015-08-31-v1 "), changed.output
    assert say("annexa", "--as-at", WRITTEN, "--out", tmp_path / "a.xlsx", *store).exit_code == 0
    assert say("paper", "--as-at", WRITTEN, "--out", tmp_path / "paper", *store).exit_code == 0
    assert {"2015-08-31" in path.name for path in (tmp_path / "paper").iterdir()} == {True}


def test_a_paper_of_a_day_before_the_records_are_complete_is_refused_and_not_written(place: Path, tmp_path: Path):
    for day in ("31/03/2013", "2013-03-31", "1 January 2000"):
        done = say("paper", "--as-at", day, "--out", tmp_path / "paper", "--store", place)
        assert done.exit_code == 5, done.output
        assert "The records are complete from 1 April 2013, so there is no paper of" in done.stderr
        assert "--covers-from" in done.stderr
    assert not (tmp_path / "paper").exists()


def test_issues_are_of_the_day_that_was_asked_and_of_no_other(place: Path):
    rows = {day: say("issues", "--rows", "--json", "--as-at", day, "--store", place) for day in (JULY, AS_AT)}
    lines = {day: [issue["row"] for issue in json.loads(answer.stdout)] for day, answer in rows.items()}
    assert lines[JULY] != lines[AS_AT], "the faulty row stands last, and August has more rows before it"
    for day in ("30/08/2015", "2015-08-01", "2014-01-01", "2016-01-01"):
        for more in ((), ("--rows",)):
            done = say("issues", "--as-at", day, *more, "--store", place)
            assert done.exit_code == 5 and not done.stdout, done.output
            assert "31/07/2015, 31/08/2015" in done.stderr


@pytest.mark.parametrize("day", ["31/13/2015", "31/02/2015", "tomorrow", "08/31/2015", "", "-1", "2015-08-31; x"])
def test_what_is_no_day_is_refused_by_every_command_and_answered_by_none(place: Path, tmp_path: Path, day: str):
    out = tmp_path / "out"
    for words in (
        ("figures", "--indicator", "RF01"),
        ("list", "RF01", "--period", MONTH),
        ("chronology", CHILD),
        ("counted", CHILD),
        ("issues",),
        ("check",),
        ("annexa", "--out", out),
        ("paper", "--out", out),
        ("book",),
        ("load", place / "files" / "2015-08-31"),
    ):
        done = say(*words, "--as-at", day, "--store", place)
        assert done.exit_code == 2 and not done.stdout, (words, done.output)
        assert "Traceback" not in done.stderr and not out.exists()
