"""One child's story as a person asks for it, on a handful of rows; and no message ever repeats the child's number."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

CHILD = "ZQ7Canary4471"
"""The number of the child that is asked for; no error or message may hold it."""

FILES = {
    "person": f"""person_id,la_child_id,sex,born_on,ethnicity_code,forename,surname
P1,{CHILD},F,2005-03-01,WBRI,Zuleika,Canaryname
P2,899000002,M,2009-11-30,,,
P3,899000003,M,,,,
P4,899000004,M,2010-01-01,,,
P5,899000004,M,2010-01-01,,,
""",
    "person_attribute": """attribute_id,person_id,attribute_type,code,value_text,started_on,known_on
T1,P1,FAMILY,,F1,,2015-08-31
T2,P2,FAMILY,,F1,,2015-08-31
T3,P4,FAMILY,,F2,,2015-08-31
T4,P1,ADDRESS,,1 Canary Row,2011-01-01,
""",
    "referral": """referral_id,person_id,referred_on,source_code,presenting_issue,closed_on,closure_reason_code,team_id
R1,P1,2014-05-12,6,DOMESTIC_ABUSE,2014-06-30,RC8,T1
R2,P1,2015-01-05,2A,NEGLECT,,,T1
R3,P2,2015-04-01,6,,2015-04-01,RC8,
""",
    "contact": """contact_id,person_id,contacted_on,source_code,outcome_codes,decided_on
C1,P1,2014-05-12,6,REFERRAL,2014-05-12
""",
    "child_protection_plan": """child_protection_plan_id,person_id,started_on,ended_on,initial_category,latest_category
CP1,P1,2015-01-20,2015-08-10,NEG,EMO
""",
    "visit": """visit_id,person_id,visit_type,visited_on,seen,seen_alone
V1,P1,CP,2015-02-02,Y,Y
V2,P1,CP,2015-02-12,Y,N
V3,P1,CP,2015-02-26,N,N
V4,P1,CIN,2015-08-20,Y,Y
V5,P1,CIN,,Y,Y
""",
    "assessment": """assessment_id,person_id,started_on,authorised_on,team_id
A1,P1,2015-01-06,2015-02-20,T2
""",
    "assessment_factor": """assessment_id,factor_code
A1,16A
A1,3A
""",
    "team": """team_id,name
T1,Front Door
T2,Assessment
T3,Safeguarding
""",
    "involvement": """involvement_id,person_id,team_id,started_on,ended_on,context
I1,P1,T3,2015-01-20,2015-08-10,CP
""",
}


@pytest.fixture
def store(place: Path, tmp_path: Path, say) -> Path:
    folder = tmp_path / "canonical"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text)
    answer = say("load", folder, "--store", place, "--as-at", "2015-08-31")
    assert answer.exit_code == 0, answer.output
    return place / "store"


@pytest.fixture
def tell(store: Path, say, monkeypatch: pytest.MonkeyPatch):
    """Ask for the story of the child in a terminal of some width."""

    def ask(*words: object, child: str = CHILD, width: int = 100):
        monkeypatch.setenv("COLUMNS", str(width))
        return say("chronology", child, *words, "--store", store)

    return ask


def events(text: str) -> list[tuple[str, str]]:
    return [(row["happened_on"], row["event"]) for row in json.loads(text)]


def test_a_childs_story_is_told_in_the_order_in_which_it_happened(tell):
    assert events(tell("--json").stdout) == [
        ("2005-03-01", "Born"),
        ("2011-01-01", "Recorded from this day: address"),
        ("2014-05-12", "Contact from police; contact decided: became a referral"),
        ("2014-05-12", "Referral from police: domestic abuse"),
        ("2014-06-30", "Case closed: closed after assessment, no further action"),
        ("2015-01-05", "Referral from school: neglect"),
        ("2015-01-06", "Assessment began"),
        ("2015-01-20", "Child protection plan began: neglect"),
        ("2015-01-20", "Case allocated: child protection"),
        ("2015-02-02", "Child protection visit, child seen alone"),
        ("2015-02-12", "Child protection visit, child seen"),
        ("2015-02-20", "Assessment completed; found: neglect and domestic abuse of the child"),
        ("2015-02-26", "Child protection visit, child not seen"),
        ("2015-08-10", "Child protection plan ended: emotional abuse"),
        ("2015-08-10", "Allocation ended: child protection"),
        ("2015-08-20", "Child in need visit, child seen alone"),
    ]


def test_the_page_says_who_the_child_is_without_a_name_and_what_is_open(tell):
    page = tell().stdout
    assert page.startswith(f"Child {CHILD} as at 31 August 2015\nFemale, aged 10, ethnic group White\n")
    assert "Same family: 899000002\n" in page
    assert "On that day: case open since 5 January 2015\n" in page
    for secret in ("Zuleika", "Canaryname", "Canary Row", "F1"):
        assert secret not in page


def test_each_event_has_its_file_and_row_and_the_team_of_that_day(tell):
    rows = {row["event"]: row for row in json.loads(tell("--json").stdout)}
    referral = rows["Referral from school: neglect"]
    assert (referral["file_name"], referral["source_row"], referral["record"]) == ("referral.csv", 3, "R2")
    # The row's own team, else the one the child is allocated to, and none when nobody is.
    assert referral["team"] == "Front Door"
    assert rows["Child protection visit, child seen alone"]["team"] == "Safeguarding"
    assert rows["Child protection plan ended: emotional abuse"]["team"] == "Safeguarding"
    assert rows["Child in need visit, child seen alone"]["team"] is None
    page = tell().stdout
    assert re.search(r"^ 5 Jan 2015  Referral from school: neglect +referral\.csv 3$", page, flags=re.MULTILINE)
    assert re.search(r"Safeguarding · child_protection_plan\.csv 2$", page, flags=re.MULTILINE)


def test_nothing_that_came_after_the_day_is_told(tell):
    told = tell("--as-at", "2015-02-15")
    page = told.stdout
    assert page.startswith(f"Child {CHILD} as at 15 February 2015\nFemale, aged 9")
    assert "child protection plan since 20 January 2015" in page
    assert "Assessment began" in page and "Assessment completed" not in page and "20 Aug 2015" not in page
    # A row that has only days to come is not one without a day.
    assert "Without any day, so not told: 1 visit." in page


def test_an_event_on_the_day_itself_is_told_and_one_on_the_next_day_is_not(tell):
    assert "plan ended" in tell("--as-at", "2015-08-10").stdout
    assert "plan ended" not in tell("--as-at", "2015-08-09").stdout


def test_a_row_without_any_day_is_said_to_be_left_out(tell):
    assert "Without any day, so not told: 1 visit." in " ".join(tell().stdout.split())


def test_a_spell_that_begins_and_ends_on_one_day_is_one_line(tell):
    told = tell("--json", "--table", "referral", child="899000002")
    assert events(told.stdout) == [
        ("2015-04-01", "Referral from police; case closed: closed after assessment, no further action")
    ]


def test_only_the_tables_asked_for_are_told(tell):
    rows = json.loads(tell("--json", "--table", "visit", "--table", "contact").stdout)
    assert {row["table"] for row in rows} == {"visit", "contact"}
    assert len(rows) == 5


def many_visits(folder: Path) -> Path:
    """A child who is visited eight times, with an event after the fifth visit."""
    folder.mkdir()
    visits = [f"V{n},P1,CP,2015-03-{n + 1:02d},{'N' if n == 3 else 'Y'},{'Y' if n < 3 else 'N'}" for n in range(1, 9)]
    (folder / "visit.csv").write_text("visit_id,person_id,visit_type,visited_on,seen,seen_alone\n" + "\n".join(visits))
    (folder / "person.csv").write_text(f"person_id,la_child_id,born_on\nP1,{CHILD},2015-03-06\n")
    return folder


def test_runs_of_visits_are_gathered_unless_every_one_is_asked_for(
    place: Path, tmp_path: Path, say, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "120")  # A narrower page breaks these lines.
    assert say("load", many_visits(tmp_path / "many"), "--store", place, "--as-at", "2015-08-31").exit_code == 0
    words = ("chronology", CHILD, "--store", place)
    page = say(*words).stdout
    assert " 2 Mar 2015  4 visits, the last on 5 March 2015: child seen at 3, seen alone at 2" in page
    assert " 6 Mar 2015  Born" in page
    assert "4 visits, the last on 9 March 2015: child seen at each" in page
    assert "visit.csv (4 rows)" in page and "9 events in 3 lines" in page
    every = say(*words, "--every").stdout
    assert every.count("Child protection visit") == 8 and "gathered" not in every
    # Narrowed to a table, and in a file, nothing is gathered.
    assert say(*words, "--table", "visit").stdout.count("Child protection visit") == 8
    assert len(json.loads(say(*words, "--json").stdout)) == 9


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int, tell):
    lines = tell(width=width).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_a_child_about_whom_nothing_is_dated_is_told_as_such(tell):
    page = tell(child="899000003").stdout
    assert "no date of birth by then" in page and "No dated event is recorded." in page
    assert "nothing open" in page


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "txt"])
def test_a_file_of_a_story_is_said_to_hold_childrens_records(form: str, tell, tmp_path: Path):
    out = tmp_path / f"story.{form}"
    told = tell("--out", out)
    assert told.exit_code == 0 and told.stdout == ""
    assert told.stderr.strip() == (
        f"purplebook: {out} holds children's records. Keep it as you keep the records themselves."
    )
    match form:
        case "csv":
            assert len(list(csv.DictReader(out.read_text().splitlines()))) == 16
        case "json":
            assert len(json.loads(out.read_text())) == 16
        case "parquet":
            assert pq.read_table(out).num_rows == 16
        case _:
            assert out.read_text().startswith(f"Child {CHILD}")


def test_a_story_says_from_when_the_records_are_complete_and_where_only_the_latest_row_is_held(
    place: Path, tmp_path: Path, say
):
    (tmp_path / "person.csv").write_text(f"person_id,la_child_id,born_on\nP1,{CHILD},2005-01-01\n")
    (tmp_path / "visit.csv").write_text("visit_id,person_id,visited_on,is_latest_only\nV1,P1,2015-08-01,true\n")
    files = (tmp_path / "person.csv", tmp_path / "visit.csv")
    words = ("load", *files, "--store", place, "--as-at", "2015-08-31")
    assert say(*words, "--covers-from", "2015-03-01").exit_code == 0
    page = " ".join(say("chronology", CHILD, "--store", place).stdout.split())
    assert "complete from 1 March 2015" in page and "only the latest of these: visits." in page
    assert say(*words).exit_code == 0
    assert "complete from" not in say("chronology", CHILD, "--store", place).stdout


def test_the_key_of_the_person_finds_the_same_child(tell):
    assert tell("--json", child="P1").stdout == tell("--json").stdout


UNKNOWN = "ZQ7Canary9999"


@pytest.mark.parametrize("command", ["chronology", "counted"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((UNKNOWN,), 5),
        ((CHILD[:-1],), 5),
        ((f"'{UNKNOWN}",), 5),
        ((UNKNOWN, CHILD), 2),
        ((UNKNOWN, "--as-at", "2031-01-01"), 5),
        ((CHILD, "--as-at", "2031-01-01"), 5),
        ((CHILD, "--format", "parquet"), 2),
        ((CHILD, "--out", "nowhere/deeper/x.csv"), 2),
        ((CHILD, "--authority", "111"), 5),
        (("-4471Canary",), 2),
        (("",), 5),
    ],
)
def test_no_message_repeats_the_number_of_a_child(command: str, words: tuple[str, ...], code: int, store: Path, run):
    done = run(command, *words, "--store", store)
    assert done.returncode == code, done.stderr
    assert done.stdout == "" and done.stderr
    assert "canary" not in done.stderr.lower() and "4471" not in done.stderr and "Traceback" not in done.stderr


def test_a_table_that_is_none_is_refused_and_those_there_are_are_named(tell):
    told = tell("--table", CHILD)
    assert told.exit_code == 2 and "child_protection_plan" in told.stderr and CHILD not in told.stderr


@pytest.mark.parametrize("command", ["chronology", "counted"])
def test_a_number_that_two_people_have_is_not_guessed_at(command: str, store: Path, say):
    told = say(command, "899000004", "--store", store)
    assert told.exit_code == 5 and "2 people" in told.stderr and "899000004" not in told.stderr
    assert say(command, "P4", "--store", store).exit_code == 0


def test_a_number_in_another_childs_key_finds_the_child_whose_own_number_it_is(place: Path, tmp_path: Path, say):
    (tmp_path / "person.csv").write_text("person_id,la_child_id,born_on\nA,B,2001-01-01\nB,C,2002-02-02\n")
    assert say("load", tmp_path / "person.csv", "--store", place, "--as-at", "2015-08-31").exit_code == 0
    told = json.loads(say("chronology", "B", "--store", place, "--json").stdout)
    assert [row["happened_on"] for row in told] == ["2001-01-01"]
