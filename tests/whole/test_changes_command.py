"""The ledger told on the command line: which figures a second release restated, by how much, and which children."""

from __future__ import annotations

import csv
import dataclasses
import io
import shutil
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import Result

from purplebook.council import council_of
from purplebook.definitions import INDICATORS
from purplebook.language.periods import parse_period
from purplebook.run.release import make_release
from purplebook.store import Store
from purplebook.store.pointer import Pointer, read_pointer, write_pointer
from purplebook.store.releases import Release, release_named
from tests.store.test_damage import change_a_byte
from tests.support import small_book
from tests.support.made_once import made_once
from tests.support.small_book import Referred, child_number

Say = Callable[..., Result]
DAY = date(2015, 8, 31)
OLD = tuple(each for each in small_book.referrals() if each.seen_from <= DAY)


def of(year: int, number: int) -> list[Referred]:
    """The referrals of a month, as first known."""
    return [each for each in OLD if (each.on.year, each.on.month) == (year, number)]


ADDED = tuple(Referred(9000 + n, date(2015, 6, 3 + n), DAY) for n in range(3))
GONE = of(2015, 5)[2]
MOVED = of(2015, 3)[4]
TURNED = of(2014, 12)[1]
"""Was no "no further action", and is one: only what counts these may change."""
NEW = (
    *(
        dataclasses.replace(
            each, on=date(2015, 4, 9) if each is MOVED else each.on, is_nfa=each.is_nfa or each is TURNED
        )
        for each in OLD
        if each is not GONE
    ),
    *ADDED,
)
JUNE_IN = {child_number(each.number) for each in ADDED}


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two extracts of one day, the second with rows added, changed and gone, and a book of each."""

    def make(folder: Path) -> None:
        store = Store.create(folder / "store")
        for number, known in enumerate((OLD, NEW)):
            small_book.load(store, folder / str(number), DAY, known)
            make_release(store, DAY, status="provisional")

    return made_once(tmp_path_factory, "two-releases", make) / "store"


@pytest.fixture
def second(told: Path) -> Release:
    return release_named(told, "2015-08-31-v2")


@pytest.fixture
def mine(told: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    shutil.copytree(told, tmp_path / "mine")
    return tmp_path / "mine"


def listed(release: Release) -> dict[tuple[str, str], dict[str, str]]:
    rows = csv.DictReader(io.StringIO(release.file("changes.csv").read_text()))
    return {(row["indicator"], row["period"]): row for row in rows}


def periods_of(release: Release, name: str) -> dict[str, dict]:
    rows = pq.read_table(release.file("figures.parquet")).to_pylist()
    return {row["period"]: row for row in rows if (row["indicator"], row["breakdown"]) == (name, "all")}


def within(known: tuple[Referred, ...], row: dict) -> set[int]:
    return {each.number for each in known if row["period_start"] <= each.on <= row["period_end"]}


def test_exactly_the_figures_whose_number_differs_are_listed_with_both_numbers_and_how_many_children(second: Release):
    """Counted from the two lists of referrals alone."""
    expected = {}
    for key, row in periods_of(second, "RF01").items():
        before, after = within(OLD, row), within(NEW, row)
        if row["value"] is not None and len(before) != len(after):
            expected[key] = tuple(
                map(str, (f"{len(before)}.00", f"{len(after)}.00", len(after - before), len(before - after)))
            )
    found = {
        key: (row["old_value"], row["new_value"], row["entered"], row["left"])
        for (name, key), row in listed(second).items()
        if name == "RF01"
    }
    assert found == expected
    assert {key for key in found if len(key) == 7} == {"2015-03", "2015-04", "2015-05", "2015-06"}
    assert found["2015-06"] == ("20.00", "23.00", "3", "0") and found["2015-05"][2:] == ("0", "1")
    assert {"2014-15-Q4", "2015-16-Q1", "FY2014-15"} <= set(found)
    assert all(row["why"] == "the records changed" for row in listed(second).values())


def test_a_changed_answer_restates_the_part_and_not_the_whole(second: Release):
    changed = listed(second)
    assert ("RF01", "2014-12") not in changed
    row = changed["RF05", "2014-12"]
    assert int(row["new_numerator"]) == int(row["old_numerator"]) + 1
    assert row["old_denominator"] == row["new_denominator"]
    assert [row[name] for name in ("entered", "left", "base_entered", "base_left")] == ["1", "0", "0", "0"]
    assert changed["RF05", "2015-06"]["base_entered"] == "3" and changed["RF05", "2015-06"]["entered"] == "0"


def test_every_figure_of_every_group_that_differs_is_kept(second: Release, told: Path):
    old, new = (
        {
            tuple(row[name] for name in ("indicator", "period", "breakdown", "group")): tuple(
                row[name] for name in ("numerator", "denominator", "value")
            )
            for row in pq.read_table(release.file("figures.parquet")).to_pylist()
        }
        for release in (release_named(told, "2015-08-31-v1"), second)
    )
    differ = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    kept = pq.read_table(second.file("changes.parquet")).to_pylist()
    assert {(row["indicator"], row["period"], row["breakdown"], row["group"]) for row in kept} == differ
    assert any(key[2] != "all" for key in differ)
    for row in kept:
        key = (row["indicator"], row["period"], row["breakdown"], row["group"])
        assert (row["old_numerator"], row["old_denominator"], row["old_value"]) == old.get(key, (None, None, None))
        assert (row["new_numerator"], row["new_denominator"], row["new_value"]) == new.get(key, (None, None, None))


def test_the_command_names_the_children_who_came_and_those_who_left(told: Path, say: Say):
    def asked(period: str, indicator: str = "RF01") -> str:
        answer = say("changes", "2015-08-31", "--indicator", indicator, "--period", period, "--store", told)
        assert answer.exit_code == 0, answer.output
        return answer.output

    june = asked("2015-06")
    assert "1 figure differs between 2015-08-31-v1 and 2015-08-31-v2" in june
    assert "20 → 23" in june and "3 in, 0 out" in june
    assert {line.split()[0] for line in june.splitlines() if "came into the figure" in line} == JUNE_IN
    may = asked("2015-05", "rf01")
    assert [line.split() for line in may.splitlines() if "left" in line] == [
        [child_number(GONE.number), "left", "the", "figure"]
    ]
    # One child left March and came into April; the year to date has both months, and sees the one of March no more.
    for period, way in (("2015-03", "left the figure"), ("2015-04", "came into the figure")):
        assert f"{child_number(MOVED.number):<15} {way}" in asked(period)
    turned = asked("2014-12", "RF05")
    assert f"{child_number(TURNED.number):<15} came into the figure" in turned and "the whole" not in turned
    whole = asked("2015-06", "RF05")
    assert {line.split()[0] for line in whole.splitlines() if "came into the whole" in line} == JUNE_IN


def test_the_children_go_to_a_file_for_its_owner_alone(told: Path, say: Say, tmp_path: Path):
    to = tmp_path / "children.csv"
    words = ("changes", "2015-08-31-v2", "--indicator", "RF01", "--period", "2015-06", "--store", told)
    answer = say(*words, "--children", to)
    assert answer.exit_code == 0, answer.output
    assert "holds children's numbers" in answer.stderr
    assert not any(number in answer.output for number in JUNE_IN), "they are in the file, and not on the screen"
    rows = list(csv.DictReader(io.StringIO(to.read_text())))
    assert {row["la_child_id"] for row in rows} == JUNE_IN
    assert {(row["came_or_went"], row["times"]) for row in rows} == {("came into the figure", "1")}
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    refused = say(*words, "--children", tmp_path / "no" / "where.csv")
    assert refused.exit_code == 2 and "cannot be written" in refused.stderr
    unnamed = say("changes", "2015-08-31", "--store", told, "--children", tmp_path / "all.csv")
    assert unnamed.exit_code == 2 and "Name one figure" in unnamed.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["children.csv"]


def test_no_file_of_the_second_release_names_a_child(second: Release):
    from tests.support.released import content, words_of

    numbers = {child_number(each.number) for each in (*ADDED, GONE, MOVED, TURNED)}
    for name, held in content(second.path).items():
        assert [number for number in numbers if number in words_of(name, held)] == [], name


def test_the_page_and_the_workbook_tell_the_restatements(second: Release):
    import openpyxl

    page = second.file("book.html").read_text()
    part = page[page.index('id="changes"') : page.index('id="themes"')]
    assert "Restatements since 2015-08-31-v1" in part
    assert f"{len(listed(second)):,} headline figures" in part
    sheet = openpyxl.load_workbook(io.BytesIO(second.file("book.xlsx").read_bytes()))["Restatements"]
    title, units, heads, *rows = sheet.iter_rows(values_only=True)
    assert "2015-08-31-v1" in str(title[0]) and units[0] and heads[0] == "Indicator"
    assert {(row[0], row[2]) for row in rows} == set(listed(second))
    for row in rows:
        kept = listed(second)[str(row[0]), str(row[2])]
        assert [float(kept[name]) for name in ("old_value", "new_value")] == [row[3], row[4]]
        assert [kept[name] for name in ("entered", "left")] == [str(row[5]), str(row[6])]


def test_a_new_month_is_no_restatement(tmp_path: Path, say: Say):
    """Late records restate July; August is new; and a year to date that is asked of no more has not gone."""
    store = Store.create(tmp_path / "store")
    for day in (date(2015, 7, 31), DAY):
        small_book.load(store, tmp_path / day.isoformat(), day)
        make_release(store, day, status="provisional")
    changed = listed(release_named(store.path, "2015-08-31"))
    assert {key for name, key in changed if name == "RF01" and len(key) == 7} == {"2015-07", "2015-06"}
    assert max(parse_period(key).last_day for _, key in changed) <= date(2015, 7, 31)
    assert {row["why"] for row in changed.values()} == {"the records changed"}
    # Four more of July and two more of June have come.
    assert [changed["RF01", key]["entered"] for key in ("2015-07", "2015-06")] == ["4", "2"]
    answer = say("changes", "2015-07-31", "--store", store.path)
    assert answer.exit_code == 0 and "is the first release, so it changed nothing" in answer.output


def test_another_edition_is_said_as_a_change_of_definition(mine: Path):
    edited = tuple(
        dataclasses.replace(item, edition=item.edition + 1) if item.id == "RF01" else item for item in INDICATORS
    )
    council = dataclasses.replace(council_of(mine), indicators=edited)
    release, is_new, _ = make_release(Store.open(mine), DAY, status="provisional", council=council)
    assert (release.id, is_new) == ("2015-08-31-v3", True)
    changed = listed(release_named(mine, "2015-08-31"))
    assert {name for name, _ in changed} == {"RF01"}
    assert {row["why"] for row in changed.values()} == {"the definition changed: edition 1 became 2"}
    for row in changed.values():
        assert (row["old_value"], row["entered"], row["left"]) == (row["new_value"], "0", "0")


def test_when_the_old_records_are_gone_the_figures_still_differ_and_the_children_are_not_known(mine: Path, say: Say):
    pointer = read_pointer(mine)
    write_pointer(mine, Pointer(pointer.snapshots[1:], pointer.format_version))
    words = ("changes", "2015-08-31", "--store", mine, "--indicator", "RF01")
    assert say(*words).exit_code == 0
    refused = say(*words, "--period", "2015-06")
    assert refused.exit_code == 5 and "no longer in the store" in refused.stderr
    # The next book is held against figures whose records are gone: it says how many children moved of none.
    small_book.load(Store.open(mine), mine.parent / "again", DAY, OLD)
    pointer = read_pointer(mine)
    write_pointer(mine, Pointer(pointer.snapshots[1:], pointer.format_version))
    assert say("book", "--as-at", "2015-08-31", "--store", mine).exit_code == 0
    changed = listed(release_named(mine, "2015-08-31"))
    assert changed["RF01", "2015-06"]["new_value"] == "20.00"
    assert {row[name] for row in changed.values() for name in ("entered", "left", "base_entered")} == {""}
    answer = say(*words)
    assert answer.exit_code == 0 and "children not known" in answer.output and "0 in" not in answer.output


def test_what_is_not_there_is_said_plainly(mine: Path, say: Say):
    for words, code, told in (
        (("2015-09-30",), 5, "There are: 2015-08-31-v1, 2015-08-31-v2"),
        (("2015-08-31", "--indicator", "RF99"), 0, "Nothing of this kind differs"),
        (("2015-08-31-v1",), 0, "is the first release, so it changed nothing"),
        ((), 2, "RELEASE"),
    ):
        answer = say("changes", *words, "--store", mine)
        assert answer.exit_code == code, answer.output
        assert told in answer.output
    change_a_byte(release_named(mine, "2015-08-31").path / "changes.csv")
    answer = say("changes", "2015-08-31", "--store", mine)
    assert answer.exit_code == 3 and "changes.csv is not as it was published" in answer.stderr
