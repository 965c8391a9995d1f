"""`purplebook benchmarks`: files imported, the service asked, what is held listed, and every refusal in plain words."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from purplebook.errors import BadInputError, NoDataError, StoreError
from purplebook.sources.published.refresh import refresh
from purplebook.sources.published.service import ATTEMPTS, Service, wait_seconds
from purplebook.store import Store
from purplebook.store.check import check_store
from purplebook.store.published import check_published, held_files, held_tables
from tests.support import statistics_service as statistics_service_module
from tests.support.published import ENGLAND, PLACES, READING, at, known, write_csv
from tests.support.statistics_service import PUBLICATION, Behaviour, statistics_service

Say = Callable[..., Result]
C1 = ("Referrals", "Referrals_rate", "Re_referrals", "Re_referrals_percent")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in is on this computer: no proxy may be asked for it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def c1(tmp_path: Path) -> Path:
    """A published file of three rows, one of which cannot be held."""
    rows = [
        [*at(READING, 2015, "Reading"), 1673, 465.1, 355, 21.2],
        [*at(ENGLAND, 2015), 635600, 548.3, "z", "c"],
        [*at(READING, "soon"), 1, 1, 1, 1],
    ]
    return write_csv(tmp_path / "c1.csv", (*PLACES, *C1), rows)


def folder_of(place: Path) -> Path:
    """The store of a place."""
    return place / "store"


def test_nothing_is_held_at_first_and_the_message_says_what_to_do(place: Path, say: Say):
    for words in ((), ("--files",)):
        answer = say("benchmarks", "--store", place, *words)
        assert answer.exit_code == NoDataError.exit_code
        assert "benchmarks import FILES" in answer.stderr


def test_a_file_is_imported_listed_and_left_as_it_is(place: Path, say: Say, c1: Path):
    answer = say("benchmarks", "import", c1, "--store", place)
    assert answer.exit_code == 0, answer.output
    assert answer.output == (
        "c1.csv: 6 figures held (referrals (table C1)): 3 measures, 2015 to 2015, 2 areas; 1 of them is a symbol and "
        "not a number.\n"
        "  1 row left out: the time_period is not a year (row 4). Write it as 2024 or 202324. Download the file again; "
        "if it stays so, tell the Department.\n"
    )
    listed = json.loads(say("benchmarks", "--store", place, "--json").output)
    rows = {row["measure"]: row for row in listed}
    assert list(rows) == ["referrals_number", "referrals_rate", "rereferrals_pct"]
    again = rows["rereferrals_pct"]
    assert (again["indicator"], again["unit"], again["years"]) == ("RF07", "%", "2015 to 2015")
    assert (again["areas"], again["figures"], again["symbols"], again["edition"]) == (2, 2, 1, "DfE CIN 2015")
    (file,) = json.loads(say("benchmarks", "--store", place, "--files", "--json").output)
    assert (file["name"], file["figures"], file["left_out"]) == ("c1.csv", 6, 1)


def test_the_words_for_one_place_may_stand_before_or_after(place: Path, say: Say, c1: Path):
    assert say("benchmarks", "--store", place, "import", c1).exit_code == 0
    assert len(held_files(folder_of(place))) == 1


def test_the_same_file_twice_is_held_once(place: Path, say: Say, c1: Path):
    say("benchmarks", "import", c1, "--store", place)
    before = sorted((path.name, path.read_bytes()) for path in (folder_of(place) / "published").iterdir())
    answer = say("benchmarks", "import", c1, "--store", place)
    assert answer.exit_code == 0 and "nothing was changed" in answer.output
    assert sorted((path.name, path.read_bytes()) for path in (folder_of(place) / "published").iterdir()) == before


def test_a_newer_edition_stands_beside_the_older_and_both_are_kept(place: Path, say: Say, c1: Path, tmp_path: Path):
    newer = write_csv(tmp_path / "newer.csv", (*PLACES, *C1), [[*at(READING, 2015), 1680, 467, 355, 21.1]])
    say("benchmarks", "import", c1, newer, "--store", place)
    assert [entry.name for entry in held_files(folder_of(place))] == ["c1.csv", "newer.csv"]
    assert [table.num_rows for table in held_tables(folder_of(place))] == [6, 3]


def test_every_row_left_out_can_be_written_to_a_file(place: Path, say: Say, c1: Path, tmp_path: Path):
    out = tmp_path / "left-out.csv"
    assert say("benchmarks", "import", c1, "--store", place, "--issues", out).exit_code == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["file_name"], row["row"], row["column"], row["value"]) == ("c1.csv", "4", "time_period", "soon")


def test_one_bad_file_stops_all_of_them(place: Path, say: Say, c1: Path, tmp_path: Path):
    odd = write_csv(tmp_path / "odd.csv", (*PLACES, *C1, "Referals"), [])
    answer = say("benchmarks", "import", c1, odd, "--store", place)
    assert answer.exit_code == BadInputError.exit_code
    assert "'Referals' (nearest: referrals" in answer.stderr
    assert not (folder_of(place) / "published").exists()


def test_a_file_without_a_figure_is_refused(place: Path, say: Say, tmp_path: Path):
    bare = write_csv(tmp_path / "bare.csv", (*PLACES, *C1), [])
    assert "it has no rows" in say("benchmarks", "import", bare, "--store", place).stderr
    ward = write_csv(tmp_path / "ward.csv", (*PLACES, *C1), [[*at(("", "Ward", *READING[2:]), 2015), 1, 1, 1, 1]])
    answer = say("benchmarks", "import", ward, "--store", place)
    assert answer.exit_code == BadInputError.exit_code
    assert "1 row left out: the area is not one that purplebook knows (row 2)" in answer.stderr
    assert not (folder_of(place) / "published").exists()


def test_what_is_held_is_immutable_and_a_change_is_found(place: Path, say: Say, c1: Path):
    say("benchmarks", "import", c1, "--store", place)
    store = folder_of(place)
    assert check_published(store) == () and check_store(Store.open(store)) == ()
    path = store / "published" / held_files(store)[0].file
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert [problem.fault for problem in check_published(store)] == [
        "the file was altered after it was imported: its SHA-256 hash differs"
    ]
    with pytest.raises(StoreError, match="nothing is compared with it"):
        held_tables(store)
    path.unlink()
    (store / "published" / "strange.txt").write_text("x")
    assert [problem.fault for problem in check_published(store)] == [
        "the file is missing",
        "it is not in the list of what is held",
    ]
    (store / "published" / "held.json").write_text("{")
    with pytest.raises(StoreError, match="Put it back from a backup"):
        held_files(store)


def test_the_service_is_asked_page_by_page_and_what_it_says_is_held(place: Path, say: Say):
    behaviour = Behaviour()
    with statistics_service(behaviour) as base:
        answer = say("benchmarks", "refresh", "--base", base, "--publication", PUBLICATION, "--store", place)
    assert answer.exit_code == 0, answer.output
    assert "Nothing of your records is sent" in answer.stderr
    assert "C1 Referrals (version 1.2): 21 figures held (referrals (table C1))" in answer.stdout
    assert "Schools and their pupils: left out, it is none of the files that purplebook knows." in answer.stdout
    assert [body["page"] for body in behaviour.bodies] == [1, 2, 3]
    assert behaviour.bodies[0]["criteria"] == {"geographicLevels": {"in": ["NAT", "REG", "LA"]}}
    assert all("dataSetVersion=1.2" in asked for asked in behaviour.asked if "/query" in asked)
    rows = {
        (row["measure"], row["area"], row["year"]): (row["value"], row["symbol"])
        for row in held_tables(folder_of(place))[0].to_pylist()
    }
    assert len(rows) == 21
    assert [str(rows["referrals_number", code, 2024][0]) for code in ("870", "989", "970")] == [
        "3003.000000",
        "110660.000000",
        "621880.000000",
    ]
    assert rows["rereferrals_pct", "989", 2024] == (None, "c")
    assert rows["rereferrals_pct", "989", 2023] == (None, "low")
    assert rows["rereferrals_pct", "870", 2023] == (None, "x")


def test_nothing_but_the_question_goes_out(place: Path, say: Say):
    behaviour = Behaviour()
    with statistics_service(behaviour) as base:
        say("benchmarks", "refresh", "--base", base, "--store", place)
    sent: list[Any] = [*behaviour.bodies]
    assert {name for body in sent for name in body} == {"criteria", "indicators", "page", "pageSize"}
    # The place is Invented, 899: neither its code nor its name is asked for.
    assert not [asked for asked in behaviour.asked if "899" in asked or "870" in asked]


def test_asked_again_the_same_answer_changes_nothing(place: Path, say: Say):
    with statistics_service(Behaviour()) as base:
        for _ in range(2):
            answer = say("benchmarks", "refresh", "--base", base, "--store", place)
    assert "held already" in answer.output
    assert len(held_files(folder_of(place))) == 1


def ask(base: str, waited: list[float], *, slugs: tuple[str, ...] = (PUBLICATION,)) -> list[Any]:
    """Ask a stand-in without waiting; what would have been waited is kept."""
    return list(refresh(Service(base, sleep=waited.append), known=known(), slugs=slugs))


def test_a_busy_service_is_waited_for_as_it_asks():
    waited: list[float] = []
    with statistics_service(Behaviour(busy_times=2, retry_after="7")) as base:
        found = ask(base, waited)
    assert waited == [7.0, 7.0] and len(found) == 2
    waited.clear()
    with statistics_service(Behaviour(busy_times=3)) as base:
        ask(base, waited)
    assert waited == [1.0, 2.0, 4.0]


def test_a_service_that_stays_busy_is_given_up_in_plain_words():
    waited: list[float] = []
    with statistics_service(Behaviour(busy_times=1000)) as base:
        with pytest.raises(NoDataError, match=f"too busy: it was asked {ATTEMPTS} times"):
            ask(base, waited)
    assert len(waited) == ATTEMPTS - 1


@pytest.mark.parametrize(
    ("asked", "attempt", "seconds"),
    [("3", 0, 3.0), ("3600", 0, 60.0), (None, 0, 1.0), (None, 9, 60.0), ("Wed, 21 Oct 2026 07:28:00 GMT", 1, 2.0)],
)
def test_how_long_is_waited(asked: str | None, attempt: int, seconds: float):
    assert wait_seconds(asked, attempt=attempt) == seconds


@pytest.mark.parametrize(
    ("behaviour", "message"),
    [
        (Behaviour(refuse_with=404), r"has nothing at .*\(404\).*Check the address"),
        (Behaviour(refuse_with=400), r"refused the question at .*\(400\)"),
        (Behaviour(answer_with=b"<html>"), "an answer is not JSON"),
        (Behaviour(answer_with=b"[]"), "an answer is not an object"),
        (Behaviour(answer_with=b'{"paging": {"totalPages": 1}}'), "holds no list of results"),
        (Behaviour(answer_with=b'{"results": []}'), "does not say how many pages"),
        (Behaviour(has_publication=False), "has none of these publications: characteristics-of-children-in-need"),
    ],
)
def test_an_answer_that_is_none_is_told_plainly_and_changes_nothing(
    place: Path, say: Say, behaviour: Behaviour, message: str
):
    with statistics_service(behaviour) as base:
        answer = say("benchmarks", "refresh", "--base", base, "--publication", PUBLICATION, "--store", place)
    assert answer.exit_code == NoDataError.exit_code
    assert re.search(message, answer.stderr)
    assert "Nothing was changed" in answer.stderr
    assert not (folder_of(place) / "published").exists()


@pytest.mark.parametrize("odd", [{"locations": ["LA"]}, {"timePeriod": "2024"}, {"values": 5}, {"filters": [1, 2, 3]}])
def test_rows_of_another_shape_are_told_plainly(odd: dict[str, Any], monkeypatch: pytest.MonkeyPatch):
    plain = statistics_service_module.result
    monkeypatch.setattr(statistics_service_module, "result", lambda *row, **wanted: plain(*row, **wanted) | odd)
    with statistics_service(Behaviour()) as base:
        with pytest.raises(NoDataError, match="'C1 Referrals' has rows of another shape"):
            ask(base, [])


def test_a_service_that_cannot_be_reached_or_is_no_address(place: Path, say: Say):
    with statistics_service(Behaviour()) as base:
        pass
    answer = say("benchmarks", "refresh", "--base", base, "--store", place)
    assert answer.exit_code == NoDataError.exit_code
    assert "cannot be reached" in answer.stderr and "benchmarks import" in answer.stderr
    answer = say("benchmarks", "refresh", "--base", "file:///etc", "--store", place)
    assert answer.exit_code == BadInputError.exit_code and "is not the address of a service" in answer.stderr


def test_the_public_extract_is_imported_whole(place: Path, say: Say, shared: Path):
    answer = say("benchmarks", "import", shared / "benchmarks" / "benchmarks_best.parquet", "--store", place)
    assert answer.exit_code == 0, answer.output
    assert "224,507 figures held" in answer.output and "25,093 of them are symbols and not numbers" in answer.output
    assert "left out" not in answer.output
    listed = json.loads(say("benchmarks", "--store", place, "--json").output)
    assert len(listed) == 84 and sum(row["figures"] for row in listed) == 224_507
    assert sum(row["symbols"] for row in listed) == 25_093
    assert all(row["indicator"] or row["why_not"] for row in listed)
