"""Days on the edge of Annex A, worked by hand: six months before, ended on the day, a birthday, no gender."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from purplebook.cli import main
from purplebook.errors import NoDataError
from purplebook.results.annex_a import ListRows
from purplebook.run.of_snapshot.annex_a import annex_a_bytes
from purplebook.store import Snapshot, Store

FILES = {
    "person.csv": """person_id,la_child_id,sex,born_on,expected_birth_on
P1,C1,F,2005-08-15,
P2,C2,,2005-08-16,
P3,C3,M,,2015-09-20
P4,C4,M,2004-02-29,
""",
    "contact.csv": """contact_id,person_id,contacted_on,source_code
K1,P1,2015-02-15,6
K2,P1,2015-02-16,6
K3,P2,2015-08-15,2A
K4,P2,2015-08-16,2A
""",
    "referral.csv": """referral_id,person_id,referred_on,source_code,is_no_further_action,closed_on,closure_reason_code
R0,P1,2014-08-15,6,true,,
R1,P1,2014-08-16,6,true,,
R2,P1,2015-03-01,6,false,2015-08-20,RC7
R3,P2,2015-01-10,2A,false,2015-02-15,RC7
R4,P3,2015-01-10,2A,false,2015-02-16,RC7
R5,P1,2015-04-01,6,true,,
""",
    "child_protection_plan.csv": """child_protection_plan_id,person_id,referral_id,started_on,ended_on,initial_category
CP1,P1,R2,2015-03-10,2015-08-15,NEG
CP2,P2,R3,2015-03-10,2015-08-16,EMO
CP3,P3,R4,2015-08-16,,EMO
""",
    "visit.csv": """visit_id,person_id,visit_type,visited_on,seen,seen_alone
V1,P2,CP,2015-08-15,Y,N
V2,P2,CP,2015-08-16,Y,Y
""",
}
AS_AT = date(2015, 8, 15)


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    for words in (
        ("init", tmp_path / "p", "--authority", "899", "--invented"),
        ("load", folder, "--store", tmp_path / "p", "--as-at", "2015-09-30"),
    ):
        answer = CliRunner().invoke(main, [str(word) for word in words])
        assert answer.exit_code == 0, answer.output
    return Store.open(tmp_path / "p" / "store").latest()


@pytest.fixture
def lists(snapshot: Snapshot) -> dict[int, ListRows]:
    return {each.number: each for each in annex_a_bytes(snapshot, as_at=AS_AT).lists}


def test_an_event_exactly_six_months_before_is_outside_and_one_of_the_day_is_inside(lists: dict[int, ListRows]):
    assert lists[1].column("Date of Contact") == (date(2015, 2, 16), date(2015, 8, 15))


def test_an_end_exactly_six_months_before_is_outside_and_one_after_the_day_is_blank(lists: dict[int, ListRows]):
    ends = dict(zip(lists[6].column("Child Unique ID"), lists[6].column("CIN Closure Date"), strict=True))
    assert ends == {"C1": None, "C3": date(2015, 2, 16)}
    reasons = dict(zip(lists[6].column("Child Unique ID"), lists[6].column("Reason for Closure"), strict=True))
    assert reasons["C1"] is None and str(reasons["C3"]).startswith("RC7")


def test_a_plan_that_ended_on_the_day_shows_its_end_and_one_that_ended_later_is_open(snapshot: Snapshot):
    made = annex_a_bytes(snapshot, as_at=AS_AT)
    found = made.lists[6]
    ends = dict(zip(found.column("Child Unique ID"), found.column("Child Protection Plan End Date"), strict=True))
    assert ends == {"C1": AS_AT, "C2": None}
    check = next(each for each in made.reconciliation if each.indicator == "CP01")
    assert (check.counted, check.figure, check.difference) == (1, 1, 0)
    visited = dict(zip(found.column("Child Unique ID"), found.column("Date of the Last Statutory Visit"), strict=True))
    alone = dict(zip(found.column("Child Unique ID"), found.column("Was the Child Seen Alone?"), strict=True))
    assert visited == {"C1": None, "C2": AS_AT} and alone["C2"] == "b) No"


def test_a_birthday_counts_on_its_day_and_not_before(lists: dict[int, ListRows]):
    ages = dict(zip(lists[7].column("Child Unique ID"), lists[7].column("Age of Child (Years)"), strict=True))
    assert ages == {"C1": 10, "C2": 9}


def test_an_unborn_child_has_the_expected_day_and_an_age_of_minus_one(lists: dict[int, ListRows]):
    at = lists[6].column("Child Unique ID").index("C3")
    assert lists[6].column("Date of Birth")[at] == date(2015, 9, 20)
    assert lists[6].column("Age of Child (Years)")[at] == -1


def test_a_child_without_a_gender_is_not_stated(lists: dict[int, ListRows]):
    sexes = dict(zip(lists[7].column("Child Unique ID"), lists[7].column("Gender"), strict=True))
    assert sexes == {"C1": "b) Female", "C2": "c) Not stated/recorded"}


def test_earlier_referrals_are_counted_within_the_year_to_the_day(lists: dict[int, ListRows]):
    # C1 was referred on 15 August 2014 (outside), 16 August 2014, 1 March and 1 April 2015.
    cells = zip(
        lists[3].column("Date of referral"), lists[3].column("Number of Referrals in Last 12 Months"), strict=True
    )
    assert list(cells) == [(date(2015, 3, 1), 1), (date(2015, 4, 1), 2)]


def test_a_day_after_the_records_is_refused(snapshot: Snapshot):
    with pytest.raises(NoDataError):
        annex_a_bytes(snapshot, as_at=date(2015, 10, 1))
