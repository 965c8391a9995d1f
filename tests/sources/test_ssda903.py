"""The SSDA903 return: the samples counted on their own, and what each file's rows become."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from purplebook.errors import BadInputError
from purplebook.sources import annex_a, canonical_csv, faults, sense, ssda903
from purplebook.sources.files import examine
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.ssda903 import episodes
from purplebook.sources.ssda903.layout import LAYOUTS
from purplebook.sources.ssda903.plain_rows import birthday_in
from purplebook.sources.ssda903.return_year import year_named

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"


@pytest.fixture(autouse=True)
def _formats(monkeypatch):
    monkeypatch.setattr("purplebook.sources.read.FORMATS", (ssda903, canonical_csv, annex_a))


def sample_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def day(text: str) -> str:
    return "-".join(reversed(text.split("/")))


@pytest.fixture
def sample(shared) -> Path:
    return shared / "samples/ssda903"


def reasons(result) -> Counter:
    return Counter(issue["reason"] for issue in result.issues)


def test_the_sample_set_loads_with_every_row_counted_by_hand(load, sample):
    paths = sorted(sample.glob("2019-*.csv"))
    given = {path.stem.removeprefix("2019-"): sample_rows(path) for path in paths}
    result = load(*paths, as_at=None)

    total = sum(len(rows) for rows in given.values())
    read, loaded, rejected = result.counts
    assert (read, loaded + rejected) == (total, total)
    listed = {(issue["file_name"], issue["row"]) for issue in result.issues if issue["is_rejected"]}
    assert rejected == len(listed)

    episodes = [row for row in given["episodes"] if row["DECOM"]]
    assert len(result.rows("looked_after_episode")) == len({(row["CHILD"], row["DECOM"]) for row in episodes})
    assert len(result.rows("person")) == len({row["CHILD"] for rows in given.values() for row in rows})
    assert len(result.rows("looked_after_review")) == len(given["reviews"])
    assert len(result.rows("missing_episode")) == len(given["missing"])
    assert len(result.rows("person_attribute")) == len(given["uasc"])
    assert len(result.rows("care_leaver_snapshot")) == len(given["oc3"])
    checks = [
        sum(bool(row[name]) for row in given["oc2"])
        for name in ("CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT")
    ]
    checks.append(sum(bool(row["SDQ_SCORE"] or row["SDQ_REASON"]) for row in given["oc2"]))
    substance = ("SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")
    checks.append(sum(any(row[name] for name in substance) for row in given["oc2"]))
    assert len(result.rows("health_check")) == sum(checks)
    previous = [row for row in result.rows("permanence_case") if row["case_type"] == "PREVIOUS"]
    assert len(previous) == len([row for row in given["previous_permanence"] if row["PREV_PERM"]])


SHORT_BREAKS = ("V3", "V4")
"""A series of short breaks is a period of its own: what turns into it, or it into, is another."""


def test_the_sample_set_has_the_periods_and_placements_that_its_reasons_tell(load, sample):
    result = load(*sorted(sample.glob("2019-*.csv")), as_at=None)
    by_child: dict[str, list[dict[str, str]]] = {}
    for row in sample_rows(sample / "2019-episodes.csv"):
        by_child.setdefault(row["CHILD"], []).append(row)
    periods = placements = 0
    for rows in by_child.values():
        rows.sort(key=lambda row: day(row["DECOM"]))
        for before, row in zip([None, *rows], rows, strict=False):
            left = before is not None and before["DEC"] and before["REC"] != "X1"
            turns = before is not None and (row["LS"] in SHORT_BREAKS) != (before["LS"] in SHORT_BREAKS)
            is_new = before is None or row["RNE"] == "S" or bool(left) or turns
            periods += is_new
            placements += is_new or row["RNE"] in "SPB"
    assert len(result.rows("looked_after_period")) == periods
    assert len(result.rows("placement")) == placements
    assert {row["return_year"] for row in result.rows("looked_after_episode")} == {2020}
    assert any("was read as the return of that year" in warning for warning in result.loaded.warnings)


def test_the_stacked_sample_loads_with_every_row_and_every_fault_listed(load, sample):
    path = sample / "SSDA903_episodes_for_testing_fixes_INPUT.csv"
    given = sample_rows(path)
    result = load(path, as_at=None)

    assert result.counts == (len(given), len(given), 0)
    rows = result.rows("looked_after_episode")
    # Three open episodes have another first day in the next return (the sector's rules 3 and 3A), and count once.
    corrected = {15, 18, 21}
    assert len(rows) == len({(row["CHILD"], row["DECOM"]) for row in given}) - len(corrected) == 20
    assert {issue["row"] for issue in result.issues if issue["reason"] == episodes.OTHER_START[0]} == corrected
    assert Counter(row["return_year"] for row in rows) == Counter(
        int(row["YEAR"]) for at, row in enumerate(given, start=2) if at not in corrected
    )
    # Two were open and their child begins otherwise in the next return (1 and 1A), one is told of no more (2).
    ended = {7: date(2017, 8, 20), 11: date(2017, 4, 1), 13: date(2020, 4, 1)}
    assert {issue["row"] for issue in result.issues if issue["reason"] == episodes.NOT_TOLD_AGAIN[0]} == set(ended)
    assert {row["source_row"]: row["ended_on"] for row in rows if row["source_row"] in ended} == ended
    # Of the rows that stand, only this one begins before the one before it ended.
    assert {issue["row"] for issue in result.issues if issue["reason"] == sense.OVERLAPS.reason} == {20}
    assert any("several authorities" in warning for warning in result.loaded.warnings)
    # The columns that are not of the return are kept aside.
    assert all("LA" in json.loads(str(row["source_cells"])) for row in rows)


def test_headers_of_all_twelve_files_are_recognised_in_any_name_and_encoding(write):
    assert len(LAYOUTS) == 12
    for at, each in enumerate(LAYOUTS):
        line = ",".join(each.columns)
        path = write(f"any{at}.csv", line + "\r\n")
        assert ssda903.recognise(examine(path))
        assert ssda903.recognise(examine(write(f"bom{at}.csv", b"\xef\xbb\xbf" + line.encode())))
        assert ssda903.recognise(examine(write(f"wide{at}.csv", line.encode("utf-16"))))
        assert ssda903.recognise(examine(write(f"index{at}.csv", "," + line)))


def test_canonical_files_are_not_recognised(write):
    person = write("person.csv", "person_id,la_child_id,sex,born_on\n1,A1,M,2010-01-01\n")
    assert not ssda903.recognise(examine(person))
    assert not ssda903.recognise(examine(write("other.txt", "no header at all\n")))


def test_a_header_row_becomes_a_person_and_keeps_why_there_is_no_pupil_number(load, write):
    result = load(write("h.csv", HEADER + "A1,1,02/03/2010,WBRI,UN1,1.0,05/06/2019\nA2,F,,BAFR,x12,,\n"))
    first, second = sorted(result.rows("person"), key=lambda row: str(row["la_child_id"]))
    assert first["person_id"] == person_id("A1")
    assert (first["sex"], first["born_on"], first["upn"], first["upn_unknown_code"]) == (
        "M",
        date(2010, 3, 2),
        None,
        "UN1",
    )
    assert (first["is_mother"], first["first_child_born_on"]) == (True, date(2019, 6, 5))
    assert (second["sex"], second["upn"]) == ("F", "X12")


def test_utf_16_with_an_index_column_and_windows_line_ends_gives_the_same_rows(load, write):
    lines = ["," + HEADER.strip(), "0,A1,2,02/03/2010,WBRI,,0,", "1,A2,1,03/03/2010,WBRI,,0,"]
    result = load(write("h.csv", "\r\n".join(lines).encode("utf-16")))
    assert result.counts == (2, 2, 0)
    assert [row["sex"] for row in sorted(result.rows("person"), key=lambda row: str(row["la_child_id"]))] == ["F", "M"]
    assert not any("not of the return" in warning for warning in result.loaded.warnings)


def test_rows_without_a_child_and_ragged_rows_are_left_out_and_listed(load, write):
    result = load(write("h.csv", HEADER + ",1,02/03/2010,WBRI,,,\nA1,1\nA2,1,02/03/2010,WBRI,,,\n"))
    assert result.counts == (3, 1, 2)
    assert sorted(issue["row"] for issue in result.issues if issue["is_rejected"]) == [2, 3]


def test_care_leavers_stand_on_their_birthday_and_their_accommodation_is_split(load, write):
    text = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nA1,15/08/2000,YES,F1,U1\nA2,01/02/2001,NO,0,0\nA3,01/02/2001,YES,G5,XXX\n"
    result = load(write("oc3 2019-20.csv", text), as_at=None)
    rows = sorted(result.rows("care_leaver_snapshot"), key=lambda row: str(row["snapshot_on"]))
    assert [row["snapshot_on"] for row in rows] == [date(2019, 8, 15), date(2020, 2, 1), date(2020, 2, 1)]
    assert {(row["accommodation_code"], row["accommodation_suitable"], row["activity_code"]) for row in rows} == {
        ("U", "1", "F1"),
        (None, None, "0"),
        (None, None, "G5"),
    }
    assert {(row["basis"], row["return_year"]) for row in rows} == {("OC3_BIRTHDAY", 2020)}
    assert reasons(result)[faults.UNKNOWN_CODE.reason] == 1


def test_without_a_year_a_care_leaver_is_left_out_and_said_so(load, write):
    result = load(write("oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nA1,15/08/2000,YES,F1,U1\n"))
    assert result.counts == (1, 0, 1)
    assert any("the year of the return is not known" in warning for warning in result.loaded.warnings)


def test_social_workers_become_workers_and_involvements(load, write):
    text = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nA1,,SW123456,01/05/2023,01/06/2023,MANAGE\n"
    result = load(write("2023-24 sw.csv", text + "A1,,SW999999,01/06/2023,,\n"), as_at=None)
    assert {row["social_work_england_number"] for row in result.rows("worker")} == {"SW123456", "SW999999"}
    first = next(row for row in result.rows("involvement") if row["change_reason"] == "MANAGE")
    assert (first["started_on"], first["ended_on"], first["context"]) == (date(2023, 5, 1), date(2023, 6, 1), "LAC")


def test_an_adoption_takes_its_decision_from_the_file_and_its_move_from_the_episodes(load, write):
    episodes = write(
        "2019-20 e.csv",
        EPISODES
        + "A1,01/05/2018,S,C1,N1,U6,PR1,01/06/2019,X1,CARPL,,,\n"
        + "A1,01/06/2019,L,E1,N1,U6,PR1,10/07/2019,X1,CARPL,,,\n"
        + "A1,10/07/2019,P,E1,N1,A6,PR1,20/01/2020,E12,,,,\n",
    )
    placed = write(
        "2019-20 p.csv",
        "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nA1,01/01/2018,15/05/2019,,\n",
    )
    adopted = write(
        "2019-20 a.csv",
        "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
        "A1,01/01/2018,15/05/2019,01/07/2019,0,2,MF,L11\n",
    )
    result = load(episodes, placed, adopted, as_at=None)
    (case,) = result.rows("permanence_case")
    assert case["decision_maker_agreed_on"] == date(2019, 5, 15)
    assert case["entered_care_on"] == date(2018, 5, 1)
    assert case["placement_order_on"] == date(2019, 6, 1)
    assert case["matched_on"] == date(2019, 7, 1)
    assert case["placed_on"] == date(2019, 7, 10)
    assert (case["ordered_on"], case["order_type"]) == (date(2020, 1, 20), "ADOPTION")
    assert (case["adopters_count"], case["is_adopted_by_carer"]) == (2, False)
    assert result.counts == (5, 5, 0)
    assert not result.issues


def test_a_guardianship_order_ends_a_period_and_is_a_case(load, write):
    first = "A1,01/05/2018,S,C2,N1,U3,PR1,01/06/2019,E45,,,,\n"
    second = "A2,01/05/2018,S,C2,N1,U3,PR1,01/06/2019,E41,,,,\n"
    result = load(write("2019-20.csv", EPISODES + first + second), as_at=None)
    assert {(row["case_type"], row["ordered_on"]) for row in result.rows("permanence_case")} == {
        ("SGO", date(2019, 6, 1)),
        ("CAO", date(2019, 6, 1)),
    }


def test_a_file_with_a_header_alone_makes_an_empty_table(load, write):
    path = write("2019-20 m.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n")
    result = load(path, write("2019-20 h.csv", HEADER + "A1,1,02/03/2010,WBRI,,,\n"), as_at=None)
    assert result.rows("missing_episode") == []


def test_a_column_that_stands_twice_stops_the_load(load, write):
    with pytest.raises(BadInputError, match="stand more than once: DOB"):
        load(write("h.csv", "CHILD,SEX,DOB,DOB,ETHNIC\nA1,1,,,\n"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2019-20/episodes.csv", (2020, True)),
        ("returns/2019_2020 episodes.csv", (2020, True)),
        ("SSDA903_201920.csv", (2020, True)),
        ("2019-episodes.csv", (2019, False)),
        ("SSDA903_202_episodes.csv", (None, False)),
        ("2018/2019-20/episodes.csv", (2020, True)),
    ],
)
def test_the_year_in_a_name(name, expected):
    assert year_named(name) == expected


def test_a_birthday_lies_in_the_year_of_the_return():
    assert birthday_in(2020, born="2000-04-01") == "2019-04-01"
    assert birthday_in(2020, born="2000-03-31") == "2020-03-31"
    assert birthday_in(2020, born="2000-02-29") == "2020-02-29"
    assert birthday_in(2019, born="2000-02-29") == "2019-03-01"


def test_keys_are_those_of_every_format(load, write):
    result = load(write("2019-20.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,,05/05/2019,PN1\nA1,,05/05/2019,PN2\n"))
    assert {row["review_id"] for row in result.rows("looked_after_review")} == {
        event_id("A1", "looked_after_review", day="2019-05-05", ordinal=at) for at in (1, 2)
    }
