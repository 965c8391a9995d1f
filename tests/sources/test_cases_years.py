"""What happens to one child between files, years and spellings: the small inputs of `shared/cases`, and relatives.

Every case runs real commands: `load` into a new store, then `figures` and `issues`.
"""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.support.loaded_case import EPISODES, HEADER, Case, names_no_child


@pytest.fixture
def case(run, shared: Path):
    """Load a case of `cases.csv` as that file says."""
    with (shared / "cases" / "cases.csv").open(newline="") as stream:
        rows = {row["case"]: row for row in csv.DictReader(stream)}

    def load(name: str) -> Case:
        first, *rest = rows[name]["load"].split()
        return run(shared / "cases" / first, *rest)

    return load


# One child's episodes, in one return and from return to return.


def test_an_episode_never_closed_and_a_new_start_are_one_child_and_the_overlap_is_listed(case):
    loaded = case("01_unclosed_then_S")
    assert loaded.figure("LA01", "2024-03-31") == 2
    assert [issue["row"] for issue in loaded.listed("begins while another of this child's is still open")] == ["3"]


def test_of_two_episodes_that_begin_on_one_day_the_open_one_stands(case):
    loaded = case("03a_same_day")
    assert loaded.group("LA15", "2024-03-31", by="placement", group="K2") == 1
    assert loaded.figure("LA01", "2024-03-31") == 1
    assert [issue["row"] for issue in loaded.listed("begins and ends on the day")] == ["2"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_open_one_stands_in_whatever_order_the_rows_are_and_whatever_the_next_return_repeats(run, folder, order):
    rows = ["A1,01/05/2022,S,V2,N1,U6,PR1,01/05/2022,X1,CARPL,,,\n", "A1,01/05/2022,P,V2,N1,K2,PR1,,,,,,\n"]
    again = "A1,01/05/2022,P,V2,N1,K2,PR1,30/11/2023,E11,,,,\n"
    root = folder(y22_e=EPISODES + "".join(rows[::order]), y23_e=EPISODES + again)
    loaded = run(root)
    assert loaded.group("LA15", "2023-03-31", by="placement", group="K2") == 1
    assert loaded.figure("LA01", "2024-03-31") == 0


def test_of_an_open_and_an_ended_episode_of_one_day_the_open_one_stands_and_the_clash_is_listed(run, folder):
    rows = "A1,01/05/2023,S,V2,N1,K2,PR1,,,,,,\nA1,01/05/2023,S,V2,N1,U6,PR1,01/06/2023,X1,CARPL,,,\n"
    loaded = run(folder(y23_e=EPISODES + rows))
    assert loaded.group("LA15", "2024-03-31", by="placement", group="K2") == 1
    assert {issue["column"] for issue in loaded.listed("says otherwise")} == {"DEC", "PLACE"}


def test_a_child_who_left_and_came_back_on_one_day_has_two_periods(run, folder):
    rows = "A1,01/05/2023,S,V2,N1,U6,PR1,01/05/2023,E4A,,,,\nA1,01/05/2023,S,C2,N1,K2,PR1,,,,,,\n"
    loaded = run(folder(y23_e=EPISODES + rows))
    assert loaded.figure("LA01", "2024-03-31") == 1
    began = [event for event in loaded.ask("chronology", "A1") if event["event"].startswith("Began to be looked")]
    assert len(began) == 2
    assert loaded.listed("says otherwise") == []


def test_a_child_whom_the_next_return_lacks_is_looked_after_no_more_and_listed(case):
    loaded = case("26_gone_next_year")
    assert loaded.figure("LA01", "2024-03-31") == 1
    assert loaded.figure("LA01", "2023-03-31") == 2
    (issue,) = loaded.listed("rules 502 and 503A")
    assert (issue["file_name"], issue["row"], issue["is_rejected"]) == ("2022-23/episodes.csv", "3", "False")
    assert "1 episode open in one SSDA903 return cannot be found in the next" in loaded.said
    assert names_no_child(loaded.said, "90191", "90192")


def test_an_episode_that_the_next_return_gives_another_first_day_counts_once(run, folder):
    root = folder(
        y22_e=EPISODES + "A1,01/05/2022,S,C2,N1,U6,PR1,,,,,,\n",
        y23_e=EPISODES + "A1,03/05/2022,S,C2,N1,U6,PR1,30/11/2023,E11,,,,\n",
    )
    loaded = run(root)
    assert (loaded.figure("LA01", "2023-03-31"), loaded.figure("LA01", "2024-03-31")) == (1, 0)
    assert loaded.figure("LA03", "FY2022-23") == 1
    assert [issue["file_name"] for issue in loaded.listed("another first day (rule 502)")] == ["2022-23/e.csv"]


def test_a_move_that_only_the_next_return_tells_ends_the_episode_before_it(run, folder):
    root = folder(
        y22_e=EPISODES + "A1,01/05/2022,S,C2,N1,U6,PR1,,,,,,\n",
        y23_e=EPISODES + "A1,10/02/2023,P,C2,N1,K2,PR1,,,,,,\n",
    )
    loaded = run(root)
    assert loaded.group("LA15", "2023-01-31", by="placement", group="U6") == 1
    assert loaded.group("LA15", "2023-03-31", by="placement", group="K2") == 1
    assert loaded.figure("LA01", "2023-03-31") == 1


def test_a_child_who_comes_back_after_a_return_that_lacks_the_first_episode_was_away_between(run, folder):
    root = folder(
        y22_e=EPISODES + "A1,01/05/2022,S,C2,N1,U6,PR1,,,,,,\n",
        y23_e=EPISODES + "A1,01/08/2023,S,C2,N1,K2,PR1,,,,,,\n",
    )
    loaded = run(root)
    days = ("2023-03-31", "2023-06-30", "2023-08-31")
    assert [loaded.figure("LA01", day) for day in days] == [1, 0, 1]


def test_a_return_that_is_not_followed_by_another_leaves_open_what_is_open(run, folder):
    loaded = run(folder(y22_e=EPISODES + "A1,01/05/2022,S,C2,N1,U6,PR1,,,,,,\n"))
    assert loaded.figure("LA01", "2023-03-31") == 1
    assert loaded.issues == []


def test_a_child_missing_in_one_return_and_not_in_the_next_is_missing_no_more(run, folder):
    columns = "CHILD,DOB,MISSING,MIS_START,MIS_END\n"
    root = folder(
        y22_m=columns + "A1,02/03/2010,M,30/03/2023,\nA2,02/03/2010,M,29/03/2023,\n",
        y23_m=columns + "A3,02/03/2010,M,30/04/2023,01/05/2023\nA2,02/03/2010,M,28/03/2023,02/04/2023\n",
    )
    loaded = run(root, "--as-at", "2024-03-31")
    assert [issue["row"] for issue in loaded.listed("open and the next return does not tell of it")] == ["2"]
    assert [issue["row"] for issue in loaded.listed("another first day")] == ["3"]
    missing = [event for event in loaded.ask("chronology", "A2") if event["table"] == "missing_episode"]
    assert {event["happened_on"] for event in missing} == {"2023-03-28", "2023-04-02"}


# One child's number, spelled in several ways.


def test_one_child_spelled_in_two_ways_over_two_years_is_one_child_or_listed_as_probably_one(case):
    loaded = case("10_ids")
    assert loaded.figure("LA01", "2024-03-31") == 0
    pairs = {issue["value"] for issue in loaded.listed("probably one child")}
    assert pairs == {"a0071 and A0071", "00073 and 73", "1.23457E+11 and 123456789012"}
    assert [issue["value"] for issue in loaded.listed("cut by Excel, which wrote it")] == ["1.23457E+11"]
    assert names_no_child(loaded.said, "a0071", "00073", "123456789012")
    # The year before tells the same children: joined, they came once and left once.
    assert loaded.figure("LA01", "2023-03-31") == 5
    assert loaded.figure("LA03", "FY2022-23") == 5


def test_two_spellings_born_on_two_days_stay_two_children(run, folder):
    root = folder(y22_h=HEADER + "a1,1,03/04/2012,WBRI,UN1,0,\n", y23_h=HEADER + "A1,1,04/04/2012,WBRI,UN1,0,\n")
    loaded = run(root)
    assert loaded.issues == []
    assert [len(loaded.ask("chronology", number)) for number in ("a1", "A1")] == [1, 1]


def test_two_spellings_of_which_one_has_no_birthday_are_listed_and_not_joined(run, tmp_path):
    persons = tmp_path / "person.csv"
    persons.write_text("person_id,la_child_id,person_role,born_on\nP1,0071,CHILD,2010-05-01\nP2,71,CHILD,\n")
    loaded = run(persons, "--as-at", "2024-03-31")
    (issue,) = loaded.listed("probably one child")
    assert (issue["value"], issue["row"], issue["is_rejected"]) == ("71 and 0071", "3", "False")


@pytest.mark.parametrize(
    ("columns", "one", "other"),
    [
        ("nhs_number", "943 476 5919", "9434765919"),
        ("upn", "A123456789012", "A123456789012"),
    ],
)
def test_two_children_of_one_file_with_one_number_of_the_health_service_or_school_are_listed(
    run, tmp_path, columns, one, other
):
    persons = tmp_path / "person.csv"
    persons.write_text(
        f"person_id,la_child_id,person_role,born_on,{columns}\n"
        f"P1,100,CHILD,2010-05-01,{one}\nP2,200,CHILD,2010-05-01,{other}\nP3,300,CHILD,2010-05-01,\n"
    )
    loaded = run(persons, "--as-at", "2024-03-31")
    assert [issue["value"] for issue in loaded.listed("probably one child")] == ["200 and 100"]


def test_children_of_two_formats_meet_by_the_nhs_number(run, tmp_path):
    persons, dataset = tmp_path / "person.csv", tmp_path / "ssd_person.csv"
    persons.write_text(
        "person_id,la_child_id,person_role,born_on,nhs_number\n"
        "P1,100,CHILD,2010-05-01,9434765919\nP2,101,CHILD,2011-05-01,9434765870\n"
    )
    dataset.write_text(
        "pers_person_id,pers_sex,pers_dob,pers_common_child_id\n"
        "S1,M,2010-05-01,9434765919\nS2,M,2012-05-01,9434765870\n"
    )
    loaded = run(persons, dataset, "--as-at", "2024-03-31")
    assert "person: 1 row stands in files of several formats and became one each" in loaded.said
    assert [issue["column"] for issue in loaded.listed("NHS number to a child born on another day")] == ["nhs_number"]


def test_lists_of_one_workbook_that_spell_a_child_in_two_ways_tell_of_one_child(run, workbook):
    common = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
    child = ["a) Female", "a) WBRI", date(2015, 1, 1), 9, date(2024, 2, 9), "6: Police"]
    path = workbook(
        {
            "List 1": [[*common, "Date of Contact", "Contact Source"], ["0071", *child]],
            "List 3": [[*common, "Date of Referral", "Referral Source", "Referral NFA?"], [71, *child, "No"]],
        }
    )
    loaded = run(path, "--as-at", "2024-02-10")
    assert [issue["value"] for issue in loaded.listed("probably one child")] == ["71 and 0071"]
    events = {event["table"] for event in loaded.ask("chronology", "0071")}
    assert {"contact", "referral"} <= events
    assert "1 child has a number spelled in several ways" in loaded.said


# Annex A in several workbooks.


def test_annex_a_of_one_day_in_two_workbooks_with_different_lists_is_loaded_together(case):
    loaded = case("45_annex_a_split")
    assert loaded.exit_code == 0
    period = "2024-01-01..2024-02-10"
    assert (loaded.figure("FD01", period), loaded.figure("RF01", period)) == (1, 1)


def test_the_same_list_in_two_workbooks_is_refused_and_both_are_named(run, shared, tmp_path):
    there = shared / "cases" / "45_annex_a_split"
    again = tmp_path / "again.xlsx"
    shutil.copy(there / "referrals.xlsx", again)
    refused = run(there, again, "--as-at", "2024-02-10")
    assert refused.exit_code == 2
    assert all(name in refused.said for name in ("List 3 stands in several", "again.xlsx", "referrals.xlsx"))


# What cannot be open, or not yet born.


def test_two_open_episodes_in_the_census_of_children_in_need_are_listed_and_an_empty_closure_is_open(case):
    loaded = case("12_blank_closure")
    assert loaded.figure("CN01", "2024-03-31") == 2
    (issue,) = loaded.listed("begins while another of this child's is still open")
    assert (issue["row"], issue["column"], issue["value"]) == ("2", "CINreferralDate", "2023-09-01")


def test_two_open_protection_plans_of_one_child_are_listed(case):
    loaded = case("19_plans")
    assert [issue["value"] for issue in loaded.listed("begins while another of this child's")] == ["2023-11-01"]


REFERRALS = "referral_id,person_id,referred_on,closed_on,is_no_further_action\n"


@pytest.mark.parametrize(
    ("rows", "is_listed"),
    [
        ("R1,P1,2023-05-01,,false\nR2,P1,2023-09-01,,false\n", True),
        ("R1,P1,2023-05-01,2023-09-02,false\nR2,P1,2023-09-01,,false\n", True),
        ("R1,P1,2023-05-01,2023-09-01,false\nR2,P1,2023-09-01,,false\n", False),
        ("R1,P1,2023-05-01,,true\nR2,P1,2023-09-01,,false\n", False),
        ("R1,P1,2023-05-01,,false\nR2,P2,2023-09-01,,false\n", False),
    ],
)
def test_referrals_open_at_once_are_listed_where_the_file_says_when_they_closed(run, tmp_path, rows, is_listed):
    (tmp_path / "person.csv").write_text("person_id\nP1\nP2\n")
    (tmp_path / "referral.csv").write_text(REFERRALS + rows)
    loaded = run(tmp_path / "person.csv", tmp_path / "referral.csv", "--as-at", "2024-03-31")
    assert bool(loaded.listed("begins while another of this child's")) == is_listed


def test_referrals_of_a_file_without_closures_are_not_taken_for_open(run, tmp_path):
    (tmp_path / "person.csv").write_text("person_id\nP1\n")
    (tmp_path / "referral.csv").write_text("referral_id,person_id,referred_on\nR1,P1,2023-05-01\nR2,P1,2023-09-01\n")
    loaded = run(tmp_path / "person.csv", tmp_path / "referral.csv", "--as-at", "2024-03-31")
    assert loaded.issues == []


@pytest.mark.parametrize(("kind", "is_listed"), [("CIN", True), ("PATHWAY", False)])
def test_two_plans_for_children_in_need_open_at_once_are_listed(run, tmp_path, kind, is_listed):
    (tmp_path / "person.csv").write_text("person_id\nP1\n")
    (tmp_path / "plan.csv").write_text(
        f"plan_id,person_id,plan_type,started_on,ended_on\nA,P1,{kind},2023-05-01,\nB,P1,{kind},2023-09-01,\n"
    )
    loaded = run(tmp_path / "person.csv", tmp_path / "plan.csv", "--as-at", "2024-03-31")
    assert bool(loaded.listed("begins while another of this child's")) == is_listed


def test_an_episode_still_open_at_24_years_of_age_is_listed_and_said(case):
    loaded = case("18b_adults")
    # The other child comes of age on the day itself, and may leave on it.
    assert [issue["row"] for issue in loaded.listed("after the child's eighteenth birthday")] == ["2"]
    assert "1 period of care is still open after the child's eighteenth birthday" in loaded.said


@pytest.mark.parametrize(("born", "is_listed"), [("2006-03-30", True), ("2006-03-31", False), ("", False)])
def test_a_protection_plan_open_after_the_eighteenth_birthday_is_listed(run, tmp_path, born, is_listed):
    (tmp_path / "person.csv").write_text(f"person_id,born_on\nP1,{born}\n")
    (tmp_path / "child_protection_plan.csv").write_text(
        "child_protection_plan_id,person_id,started_on,ended_on\nA,P1,2023-05-01,\n"
    )
    loaded = run(tmp_path / "person.csv", tmp_path / "child_protection_plan.csv", "--as-at", "2024-03-31")
    assert bool(loaded.listed("after the child's eighteenth birthday")) == is_listed


@pytest.mark.parametrize(("born", "unborn"), [("2025-01-25", 1), ("2025-01-26", 0)])
def test_a_birth_more_than_ten_months_ahead_is_listed_and_no_unborn_child(run, folder, born, unborn):
    year, month, day = born.split("-")
    root = folder(
        y23_h=HEADER + f"A1,1,{day}/{month}/{year},WBRI,UN1,0,\n",
        y23_e=EPISODES + "A1,01/05/2023,S,C2,N1,U6,PR1,,,,,,\n",
    )
    loaded = run(root)
    assert loaded.group("LA01", "2024-03-31", by="age_band", group="Unborn") == unborn
    listed = [(issue["column"], issue["value"]) for issue in loaded.listed("lies more than ten months after")]
    assert listed == ([] if unborn else [("DOB", born)])


def test_an_expected_birth_years_ahead_is_listed_in_every_format(run, tmp_path):
    (tmp_path / "person.csv").write_text("person_id,expected_birth_on\nP1,2034-05-01\nP2,2024-09-01\n")
    loaded = run(tmp_path / "person.csv", "--as-at", "2024-03-31")
    assert [issue["row"] for issue in loaded.listed("lies more than ten months after")] == ["2"]
