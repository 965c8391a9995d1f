"""One day loaded in parts, and days loaded out of their order."""

from __future__ import annotations

import pytest

from tests.support.loaded_case import EPISODES, HEADER, Case

PEOPLE = "person_id,la_child_id,person_role,born_on\nP1,100,CHILD,2010-05-01\nP2,200,CHILD,2011-05-01\n"
PLANS = "child_protection_plan_id,person_id,started_on,ended_on\nA,P1,2023-05-01,\nB,P9,31/02/2023,\n"


@pytest.fixture
def parts(tmp_path):
    """Two tables of one day, and a third that comes later."""
    (tmp_path / "person.csv").write_text(PEOPLE)
    (tmp_path / "referral.csv").write_text("referral_id,person_id,referred_on\nR1,P1,2023-05-01\nR2,P7,2023-06-01\n")
    (tmp_path / "child_protection_plan.csv").write_text(PLANS)
    return tmp_path


def test_one_file_for_a_day_that_is_loaded_already_is_refused_with_what_to_type(run, parts):
    run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-03-31")
    refused = run(parts / "child_protection_plan.csv", "--as-at", "2024-03-31")
    assert refused.exit_code == 2
    assert "2024-03-31-0001 also holds rows of person, referral, which these files lack." in refused.said
    assert "--add" in refused.said and "--replace" in refused.said
    assert refused.figure("RF01", "FY2023-24") == 2


def test_a_file_added_to_a_day_makes_the_snapshot_that_all_of_them_together_make(run, parts):
    run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-03-31")
    added = run(parts / "child_protection_plan.csv", "--as-at", "2024-03-31", "--add")
    assert added.exit_code == 0, added.said
    names = ("person.csv", "referral.csv", "child_protection_plan.csv")
    together = run(*(parts / name for name in names), "--as-at", "2024-03-31", store="together")

    def kinds(loaded: Case) -> set[tuple[str, ...]]:
        return {(issue["file_name"], issue["row"], issue["reason"]) for issue in loaded.issues}

    assert kinds(added) == kinds(together) != set()
    for code, period in (("RF01", "FY2023-24"), ("CP01", "2024-03-31")):
        assert added.figure(code, period) == together.figure(code, period) > 0
    columns = ("happened_on", "event", "file_name", "source_row")
    stories = [
        [tuple(event[name] for name in columns) for event in loaded.ask("chronology", "100")]
        for loaded in (added, together)
    ]
    assert stories[0] == stories[1] and len(stories[0]) == 3


def test_without_a_day_files_are_added_to_the_latest(run, parts):
    run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-03-31")
    added = run(parts / "child_protection_plan.csv", "--add")
    assert "Snapshot 2024-03-31-0002" in added.said


def test_a_day_may_be_loaded_anew_without_some_rows_where_that_is_said(run, parts):
    run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-03-31")
    replaced = run(parts / "person.csv", "--as-at", "2024-03-31", "--replace")
    assert replaced.exit_code == 0
    assert "replaces 2024-03-31-0001 as the snapshot of its day, which also held rows of referral." in replaced.said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-at", "2024-03-31", "--add", "--replace"), "give one of the two"),
        (("--as-at", "2023-03-31", "--add"), "Nothing is loaded of 2023-03-31"),
        (("--as-at", "2024-03-31", "--add"), "person.csv: 2024-03-31-0001 holds a file of this name already"),
    ],
)
def test_what_cannot_be_added_is_refused(run, parts, words, said):
    run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-03-31")
    refused = run(parts / "person.csv", *words)
    assert refused.exit_code == 2 and said in refused.said


def test_another_year_of_a_return_is_not_added_but_read_with_the_others(run, folder, parts):
    root = folder(y22_e=EPISODES + "A1,01/05/2022,S,C2,N1,U6,PR1,,,,,,\n", y23_e=EPISODES)
    run(root / "2022-23", "--as-at", "2024-03-31")
    (root / "2023-24" / "e.csv").rename(root / "2023-24" / "later.csv")
    refused = run(root / "2023-24", "--as-at", "2024-03-31", "--add")
    assert refused.exit_code == 2 and "holds files of the same format (ssda903)" in refused.said
    assert run(parts / "referral.csv", parts / "person.csv", "--as-at", "2024-03-31", "--add").exit_code == 0


def test_a_child_in_the_added_file_and_in_the_day_is_one_child(run, folder, tmp_path):
    root = folder(y23_h=HEADER + "100,1,01/05/2010,WBRI,UN1,0,\n")
    (tmp_path / "person.csv").write_text(PEOPLE)
    run(root, "--as-at", "2024-03-31")
    added = run(tmp_path / "person.csv", "--as-at", "2024-03-31", "--add")
    assert "person: 1 row stands in files of several formats and became one each" in added.said


def test_an_earlier_day_loaded_later_is_not_the_latest(run, parts):
    run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-03-31")
    earlier = run(parts / "person.csv", "--as-at", "2023-03-31")
    assert earlier.exit_code == 0
    assert "2024-03-31-0001 is of a later day and stays the latest" in earlier.said
    (row,) = earlier.ask("figures", "--indicator", "RF01", "--period", "FY2023-24")
    assert row["numerator"] == "2"
    again = run(parts / "person.csv", parts / "referral.csv", "--as-at", "2024-04-30")
    assert "stays the latest" not in again.said and "replaces" not in again.said
