"""The legal status and the placement of an episode, which the dataset keeps in other tables: day by day, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

import purplebook.sources.read as reading
from purplebook.sources import ssd

EPISODE = "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date,clae_cla_id"
STATUS = "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date"
PLACEMENT = (
    "clap_cla_placement_id,clap_cla_id,clap_cla_placement_start_date,clap_cla_placement_end_date,"
    "clap_cla_placement_type,clap_cla_placement_provider,clap_cla_placement_change_reason"
)
ONE_DAY = "2014-06-01"


@pytest.fixture(autouse=True)
def only_this_format(monkeypatch):
    monkeypatch.setattr(reading, "FORMATS", (ssd,))


def lines(header: str, rows: Sequence[str]) -> str:
    return "\n".join([header, *rows, ""])


@pytest.fixture
def statuses(load, write) -> Callable[..., tuple[object, list[str], list[str]]]:
    """The status of one episode that begins on 1 June 2014, the reasons of its issues, and the warnings."""

    def run(*rows: str, episode: str = f"E1,A1,{ONE_DAY},,L1"):
        held = [f"S{at},{row}" for at, row in enumerate(rows)]
        result = load(
            write("episodes.csv", lines(EPISODE, [episode])), write("statuses.csv", lines(STATUS, held)), as_at=None
        )
        (found,) = result.rows("looked_after_episode")
        reasons = [issue["reason"] for issue in result.issues if issue["reason"] != "no row has this identifier"]
        return found["legal_status_code"], reasons, [each for each in result.loaded.warnings if "in force" in each]

    return run


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (["A1,V2,2014-01-10,"], "V2"),
        (["A1,v2,10/01/2014 00:00:00,"], "V2"),
        (["A1,V2,2014-06-01,"], "V2"),
        (["A1,V2,2014-01-10,2014-06-01"], "V2"),
        (["A1,V2,2014-01-10,2014-06-01", "A1,C2,2014-06-01,"], "C2"),
        (["A1,C2,2014-06-01,", "A1,V2,2014-01-10,2014-06-01"], "C2"),
        (["A1,V2,2014-01-10,2014-05-31", "A1,C2,2014-06-01,"], "C2"),
        (["A1,C2,2014-01-10,", "A1,L2,2014-05-20,2014-06-01"], "C2"),
        (["A1,C1,2014-01-10,", "A1,C2,2014-03-01,"], "C2"),
        (["A1,C1,2014-01-10,", "A1,E1,2014-06-01,", "A1,C2,2014-06-01,"], "E1"),
        (["A1,C2,2014-01-10,", "A1,Deprivation of liberty,2014-05-01,"], "C2"),
        (["A1,V2,2014-01-10,not a date"], "V2"),
        (["A1,V2,2014-01-10,1900-01-01"], "V2"),
        (["A1,C2,2014-01-10,", "A1,C2,2014-01-10,"], "C2"),
        (["A1,V2,2014-06-02,", "A1,C2,2014-01-01,"], "C2"),
    ],
)
def test_the_status_in_force_on_the_first_day_counts(statuses, rows, code):
    found, reasons, warnings = statuses(*rows)
    assert found == code and not warnings
    assert reasons == (["not a date"] if "not a date" in rows[0] else [])


@pytest.mark.parametrize(
    "rows",
    [
        ["A1,V2,2014-01-10,2014-05-31"],
        ["A1,V2,2014-06-02,"],
        ["A1,V2,2014-01-10,2014-05-30", "A1,C2,2014-06-02,"],
        ["B2,V2,2014-01-10,"],
        ["A1,V2,,"],
        ["A1,,2014-01-10,"],
        ["A1,V2,2014-07-01,2014-05-01"],
        [],
    ],
)
def test_a_gap_leaves_the_cell_empty_and_is_counted(statuses, rows):
    found, reasons, warnings = statuses(*rows)
    assert found is None and not [each for each in reasons if "status" in each]
    assert len(warnings) == 1 and "episodes.csv: 1 episode has no legal status in force" in warnings[0]


def test_two_statuses_that_began_on_one_day_are_listed_and_neither_is_taken(statuses):
    found, reasons, warnings = statuses("A1,V2,2014-05-01,", "A1,C2,2014-05-01,")
    assert found is None and not warnings
    assert [each for each in reasons if each.startswith("several legal statuses")] == reasons and len(reasons) == 1


def test_a_status_in_the_case_systems_own_words_is_no_code(statuses):
    assert statuses("A1,Deprivation of liberty,2014-01-10,")[:2] == (None, ["not a code that this column may hold"])


def test_an_episode_without_a_first_day_is_left_out_and_no_gap(load, write):
    episodes = write("episodes.csv", lines(EPISODE, ["E1,A1,,,L1", f"E2,A1,{ONE_DAY},,L1"]))
    result = load(episodes, write("statuses.csv", lines(STATUS, ["S1,A1,V2,2014-01-10,"])), as_at=None)
    assert [(row["episode_id"], row["legal_status_code"]) for row in result.rows("looked_after_episode")] == [
        ("E2", "V2")
    ]
    assert not [each for each in result.loaded.warnings if "in force" in each]


@pytest.fixture
def placed(load, write) -> Callable[..., tuple[list[tuple[object, ...]], list[str], list[str]]]:
    """The episodes with what was found of their placements, the reasons of the issues, and the warnings."""

    def run(episodes: Sequence[str], placements: Sequence[str], *, named: bool = True):
        header = f"{EPISODE},clae_cla_placement_id" if named else EPISODE
        result = load(
            write("episodes.csv", lines(header, episodes)),
            write("placements.csv", lines(PLACEMENT, placements)),
            as_at=None,
        )
        names = ("placement_id", "placement_type", "provider_code", "change_reason")
        rows = sorted(result.rows("looked_after_episode"), key=lambda row: str(row["started_on"]))
        reasons = [issue["reason"] for issue in result.issues]
        warnings = [each for each in result.loaded.warnings if "in force" in each]
        return [tuple(row[name] for name in names) for row in rows], reasons, warnings

    return run


FIRST, SECOND = "P1,L1,2014-01-10,2014-06-01,U1,PR1,CARPL", "P2,L1,2014-06-01,,K2,PR4,"


def test_the_placement_that_the_episode_names_is_taken(placed):
    rows, _, warnings = placed(["E1,A1,2014-06-01,,L1,P1"], [FIRST, SECOND])
    assert rows == [("P1", "U1", "PR1", None)] and not warnings


def test_without_a_name_child_and_day_find_the_placement(placed):
    episodes = ["E1,A1,2014-01-10,2014-03-01,L1", "E2,A1,2014-03-01,2014-06-01,L1", "E3,A1,2014-06-01,,L1"]
    expected = [("P1", "U1", "PR1", None), ("P1", "U1", "PR1", "CARPL"), ("P2", "K2", "PR4", None)]
    assert placed(episodes, [FIRST, SECOND], named=False)[0] == expected
    assert placed([f"{each}," for each in episodes], [SECOND, FIRST])[0] == expected


def test_a_placement_that_is_not_in_the_files_is_not_guessed(placed):
    rows, reasons, warnings = placed(["E1,A1,2014-06-01,,L1,P9"], [FIRST, SECOND])
    assert rows == [("P9", None, None, None)]
    assert "no row has this identifier" in reasons and not warnings


def test_a_gap_and_an_overlap_of_placements(placed):
    rows, _, warnings = placed(["E1,A1,2013-01-10,,L1"], [FIRST], named=False)
    assert rows == [(None, None, None, None)] and re.search(r"1 episode has no placement in force", warnings[0])
    rows, reasons, warnings = placed(["E1,A1,2014-02-10,,L1"], [FIRST, "P3,L1,2014-01-10,,K2,PR4,"], named=False)
    assert rows == [(None, None, None, None)] and not warnings
    assert sum("several of this child's" in reason for reason in reasons) == 1


def test_a_placement_told_twice_is_found_once(placed):
    rows, reasons, _ = placed(["E1,A1,2014-01-10,,L1,P1"], [FIRST, FIRST.replace("U1", "K2")])
    assert rows == [("P1", "U1", "PR1", None)]
    assert reasons.count("an earlier row has the same key") == 1


def test_no_file_of_placements_or_statuses_supplies_nothing(load, write):
    result = load(write("episodes.csv", lines(EPISODE, ["E1,A1,2014-01-10,,L1"])), as_at=None)
    (row,) = result.rows("looked_after_episode")
    assert (row["legal_status_code"], row["placement_type"], row["placement_id"]) == (None, None, None)
    assert not [each for each in result.loaded.warnings if "in force" in each]


def test_many_episodes_of_many_children_are_all_kept(load, write):
    """Every episode has one status and one placement, whatever lies before, after and beside it."""
    episodes, statuses, placements = [], [], []
    for child in range(300):
        for year in (2010, 2011, 2012):
            key = f"{child}-{year}"
            episodes.append(f"E{key},C{child},{year}-04-01,{year + 1}-04-01,L{child}")
            statuses.append(f"S{key},C{child},{'C2' if year == 2011 else 'V2'},{year}-04-01,{year + 1}-04-01")
            placements.append(f"P{key},L{child},{year}-04-01,{year + 1}-04-01,{'U1' if child % 2 else 'K2'},PR1,")
    result = load(
        write("episodes.csv", lines(EPISODE, episodes)),
        write("statuses.csv", lines(STATUS, statuses)),
        write("placements.csv", lines(PLACEMENT, placements)),
        as_at=None,
    )
    rows = result.rows("looked_after_episode")
    assert len(rows) == 900
    for row in rows:
        child, year = str(row["episode_id"])[1:].split("-")
        assert row["legal_status_code"] == ("C2" if year == "2011" else "V2")
        assert row["placement_id"] == f"P{child}-{year}"
        assert row["placement_type"] == ("U1" if int(child) % 2 else "K2")
