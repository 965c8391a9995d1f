"""The commands as a person uses them, on two small tables."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from purplebook.council import council_of
from purplebook.definitions import INDICATORS
from purplebook.results.figures import FIGURE_SCHEMA
from purplebook.store import Store


def answer_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_init_makes_a_place_for_its_owner_alone(place: Path, say):
    assert (place / "store" / "current.json").is_file()
    assert place.stat().st_mode & 0o077 == 0
    assert 'code = "899"' in (place / "council.toml").read_text()
    again = say("init", place, "--authority", "899", "--invented")
    assert again.exit_code == 2 and "already" in again.stderr


@pytest.mark.parametrize("code", ["89", "8999", "89A", ""])
def test_init_refuses_a_code_that_is_not_three_digits(code: str, tmp_path: Path, say):
    answer = say("init", tmp_path / "new", "--authority", code, "--invented")
    assert answer.exit_code == 2 and "three digits" in answer.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("code", "near"), [("899", "896"), ("329", "330 (Birmingham)"), ("970", "943"), ("Birmingam", "330 (Birmingham)")]
)
def test_init_refuses_an_authority_that_does_not_exist_with_the_nearest(code: str, near: str, tmp_path: Path, say):
    answer = say("init", tmp_path / "new", "--authority", code)
    assert answer.exit_code == 2 and "is not the code of an authority in England" in answer.stderr
    assert near in answer.stderr
    assert not (tmp_path / "new").exists()


def test_init_asks_whose_records_these_are_and_guesses_nothing(tmp_path: Path, say):
    answer = say("init", tmp_path / "new")
    assert answer.exit_code == 2 and "Say whose records these are: --authority CODE" in answer.stderr
    assert not (tmp_path / "new").exists()


def test_init_writes_the_name_on_one_line_and_refuses_an_empty_one(tmp_path: Path, say):
    assert say("init", tmp_path / "new", "--authority", "330", "--name", 'A "new"\ncouncil\x01').exit_code == 0
    assert council_of(tmp_path / "new").words.name == 'A "new" council'
    answer = say("init", tmp_path / "other", "--authority", "330", "--name", "  ")
    assert answer.exit_code == 2 and "The name is empty." in answer.stderr
    assert not (tmp_path / "other").exists()


def test_the_files_of_a_new_folder_explain_themselves_and_can_be_read(tmp_path: Path, say):
    assert say("init", tmp_path / "new", "--authority", "330").exit_code == 0
    council = council_of(tmp_path / "new")
    assert (council.words.code, council.words.name, council.notices) == ("330", "Birmingham", ())
    assert (council.indicators, council.targets, council.words.sentences) == (INDICATORS, (), ())
    names = {str(path.relative_to(tmp_path / "new")) for path in (tmp_path / "new").rglob("*") if path.is_file()}
    assert names == {
        *("council.toml", "standards.toml", "targets.toml", "events.toml", "baselines.toml", "commentary.toml"),
        *("papers/own.md", "definitions/own.py", "store/current.json"),
    }


@pytest.mark.parametrize(
    "name",
    ["council", "standards", "targets", "events", "baselines", "commentary", "papers/own.md", "definitions/own.py"],
)
def test_every_example_in_a_new_folder_can_be_used_as_it_stands(name: str, tmp_path: Path, say):
    """What a person gets who takes the remarks' marks away."""
    assert say("init", tmp_path / "new", "--authority", "330").exit_code == 0
    path = tmp_path / "new" / (name if "/" in name else f"{name}.toml")
    text = path.read_text("utf-8")
    if name == "papers/own.md":
        used = text[text.index("\n## ") :].removesuffix("-->\n")
    else:
        lines = [line for line in text.splitlines() if not line.startswith("#") or is_example(line)]
        used = "\n".join(line.removeprefix("# ").removeprefix("#") for line in lines) + "\n"
    path.write_text(used, "utf-8")
    council = council_of(tmp_path / "new", today=date(2026, 11, 30))
    said = [each for each in council.settings if each.origin.startswith(str(path.relative_to(tmp_path / "new")))]
    assert len(said) > (4 if name == "council" else 0)


def is_example(line: str) -> bool:
    """Whether a remark is an example of what can be written, and no sentence about it."""
    code = line.removeprefix("# ").rstrip()
    return bool(re.fullmatch(r"\[+\w+\]+|\w+ = .*|\s.*|\]|\)|from purplebook.*", code))


def test_a_folder_of_an_earlier_purplebook_is_taken_over(tmp_path: Path, say):
    old = tmp_path / "old"
    assert say("init", old, "--authority", "330").exit_code == 0
    (old / "council.toml").unlink()
    (old / "purplebook.toml").write_text('[authority]\ncode = "899"\nname = "Old"\n[store]\nfolder = "store"\n')
    target = '[[target]]\nindicator = "RF07"\nvalue = 20\nunit = "%"\ndirection = "at most"\nsince = 2015-04-01\n'
    (old / "targets.toml").unlink()
    (old / "store" / "targets.toml").write_text(f'{target}source = "Plan"\n')
    before = say("settings", "--own", "--store", old)
    assert before.exit_code == 0 and "earlier purplebook" in before.stderr and "RF07" in before.stdout
    taken = say("init", old, "--authority", "330")
    assert taken.exit_code == 0 and f"{old / 'store' / 'targets.toml'} is now {old / 'targets.toml'}." in taken.stdout
    after = say("settings", "--own", "--store", old)
    assert after.exit_code == 0 and after.stderr == "" and "targets.toml:1" in after.stdout and "Old" in after.stdout


def test_a_name_with_quotes_survives_the_configuration_file(tmp_path: Path, files: Path, say):
    assert say("init", tmp_path / "odd", "--authority", "330", "--name", 'The "Old" \\ Council').exit_code == 0
    assert say("load", files, "--store", tmp_path / "odd", "--as-at", "2015-08-31").exit_code == 0


def test_load_says_what_became_of_the_rows(place: Path, files: Path, say):
    answer = say("load", files, "--store", place, "--as-at", "2015-08-31", "--json")
    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.stdout)
    assert (told["snapshot"], told["rows_read"], told["rows_loaded"], told["rows_rejected"]) == (
        "2015-08-31-0001",
        6,
        6,
        0,
    )
    assert told["tables"]["person"] == 3


def test_the_nearest_configuration_upwards_says_where_the_records_are(place: Path, files: Path, run):
    deeper = place / "deeper" / "still"
    deeper.mkdir(parents=True)
    done = run("load", files, "--as-at", "2015-08-31", cwd=deeper)
    assert done.returncode == 0, done.stderr
    assert len(Store.open(place / "store").snapshots()) == 1


def test_without_a_place_every_command_says_how_to_make_one(tmp_path: Path, run):
    done = run("check", cwd=tmp_path)
    assert done.returncode == 3 and "purplebook init" in done.stderr


def test_csv_files_without_a_day_are_refused_with_the_words_to_type(place: Path, files: Path, say):
    answer = say("load", files, "--store", place)
    assert answer.exit_code == 2 and "--as-at" in answer.stderr
    assert Store.open(place / "store").snapshots() == ()


def test_a_bare_store_needs_to_be_told_whose_records_these_are(tmp_path: Path, files: Path, say):
    Store.create(tmp_path / "bare")
    words = ("load", files, "--store", tmp_path / "bare", "--as-at", "2015-08-31")
    refused = say(*words)
    assert refused.exit_code == 2 and "--authority" in refused.stderr
    assert say(*words, "--authority", "899").exit_code == 0


@pytest.mark.parametrize("day", ["08/31/2015", "2015-02-30", "20150831", "yesterday", ""])
def test_a_day_that_is_not_one_is_refused(day: str, loaded: Path, say):
    answer = say("figures", "--store", loaded, "--as-at", day)
    assert answer.exit_code == 2 and "2015-08-31" in answer.stderr


def test_a_day_after_the_records_has_no_figures(loaded: Path, say):
    for words in (("figures",), ("list", "RF01"), ("paper", "--out", loaded.parent / "paper")):
        answer = say(*words, "--store", loaded, "--as-at", "2015-09-01")
        assert answer.exit_code == 5 and "2015-08-31" in answer.stderr, words
    assert not (loaded.parent / "paper").exists()


def test_figures_have_the_promised_columns_in_every_form(loaded: Path, tmp_path: Path, say):
    words = ("figures", "--store", loaded, "--indicator", "RF01", "--period", "2015-08")
    row = answer_rows(say(*words, "--format", "csv").stdout)[0]
    assert list(row) == FIGURE_SCHEMA.names
    assert (row["indicator"], row["period"], row["numerator"], row["status"]) == ("RF01", "2015-08", "1", "provisional")
    assert json.loads(say(*words, "--json").stdout)[0]["value"] == 1.0
    assert say(*words, "--format", "parquet", "--out", tmp_path / "figures.parquet").exit_code == 0
    assert pq.read_table(tmp_path / "figures.parquet").schema.names == FIGURE_SCHEMA.names
    assert "RF01" in say(*words).stdout
    refused = say(*words, "--format", "parquet")
    assert refused.exit_code == 2 and "--out" in refused.stderr


@pytest.mark.parametrize(("ending", "start"), [("csv", "indicator,"), ("json", "["), ("txt", "indicator ")])
def test_the_name_of_the_file_says_how_to_write_it(ending: str, start: str, loaded: Path, tmp_path: Path, say):
    out = tmp_path / f"figures.{ending}"
    for words in (("figures", "--indicator", "RF01"), ("indicators",)):
        where = () if words[0] == "indicators" else ("--store", loaded)
        assert say(*words, *where, "--out", out).exit_code == 0
        assert out.read_text().startswith(start)
    assert say("figures", "--store", loaded, "--out", tmp_path / "Figures.PARQUET").exit_code == 0
    assert pq.read_table(tmp_path / "Figures.PARQUET").schema.equals(FIGURE_SCHEMA)
    # What is asked for goes before what the name says.
    assert say("figures", "--store", loaded, "--format", "json", "--out", tmp_path / "odd.csv").exit_code == 0
    assert json.loads((tmp_path / "odd.csv").read_text())


def test_a_table_for_people_has_labels_and_whole_numbers_and_other_forms_have_neither(loaded: Path, say):
    words = ("figures", "--store", loaded, "--indicator", "RF01", "--by", "sex", "--by", "sex+age_band")
    lines = [line.split() for line in say(*words).stdout.splitlines()]
    assert ["Female", "(F)", "1", "1", "provisional"] in [line[-5:] for line in lines]
    assert ["Female", "(F)", "×", "10", "to", "15", "1", "1", "provisional"] in [line[-9:] for line in lines]
    told = say(*words, "--format", "csv").stdout
    assert {(row["group"], row["value"]) for row in answer_rows(told)} >= {("F", "1.00"), ("F × 10 to 15", "1.00")}


def test_what_no_file_supplied_is_said_once_for_all_indicators_that_lack_it(loaded: Path, say):
    answer = say("figures", "--store", loaded)
    told = [line for line in answer.stderr.splitlines() if "no file supplied" in line]
    assert 2 <= len(told) <= 10
    assert any("child protection plan records, so these are not shown: CP01, " in line for line in told)
    one_by_one = say("figures", "--store", loaded, "--json").stderr.splitlines()
    missing = [line.split()[1].rstrip(":") for line in one_by_one if "no file supplied" in line]
    named = [name for line in told for name in line.rpartition(": ")[2].split(", ")]
    assert sorted(named) == sorted(missing) and len(missing) > 50


def test_without_a_day_list_answers_for_the_latest_records_as_figures_does(loaded: Path, say):
    words = ("list", "RF01", "--store", loaded, "--json")
    assert say(*words).stdout == say(*words, "--as-at", "2015-08-31").stdout != "[]\n"


def test_the_year_to_date_starts_on_1_april_and_ends_on_the_day(loaded: Path, say):
    row = answer_rows(say("figures", "--store", loaded, "--indicator", "rf01", "--format", "csv").stdout)[0]
    assert (row["period_start"], row["period_end"], row["numerator"]) == ("2015-04-01", "2015-08-31", "2")


def test_every_month_is_asked_for_by_the_word(loaded: Path, say):
    answer = say(
        "figures", "--store", loaded, "--indicator", "RF01", "--period", "month", "--since", "2015-03-01", "--json"
    )
    assert [(row["period"], row["numerator"]) for row in json.loads(answer.stdout)] == [
        ("2015-03", 1),
        ("2015-04", 1),
        ("2015-05", 0),
        ("2015-06", 0),
        ("2015-07", 0),
        ("2015-08", 1),
    ]


def test_crossed_breakdowns_are_joined_by_a_plus(loaded: Path, say):
    answer = say("figures", "--store", loaded, "--indicator", "RF01", "--by", "sex+age_band", "--json")
    groups = {row["group"]: row["numerator"] for row in json.loads(answer.stdout) if row["breakdown"] != "all"}
    assert groups == {"F × 10 to 15": 1, "M × 5 to 9": 1}


def test_a_breakdown_without_an_indicator_is_asked_of_those_that_have_it(loaded: Path, say):
    answer = say("figures", "--store", loaded, "--by", "category", "--json")
    assert answer.exit_code == 0
    assert "CP01" in {row["indicator"] for row in json.loads(answer.stdout)}
    unknown = say("figures", "--store", loaded, "--by", "shoe_size")
    assert unknown.exit_code == 2 and "purplebook indicators" in unknown.stderr


def test_an_unknown_indicator_or_breakdown_is_a_definition_error(loaded: Path, say):
    for words in (
        ("figures", "--indicator", "ZZ99"),
        ("figures", "--indicator", "RF01", "--by", "shoe_size"),
        ("list", "ZZ99", "--as-at", "2015-08-31"),
    ):
        answer = say(*words, "--store", loaded)
        assert answer.exit_code == 4 and answer.stderr.startswith("purplebook: "), words
    assert say("explain", "ZZ99").exit_code == 4


def test_list_names_the_children_and_the_rows_they_came_from(loaded: Path, say):
    rows = json.loads(say("list", "RF01", "--as-at", "2015-08-31", "--store", loaded, "--json").stdout)
    assert [(row["la_child_id"], row["file_name"], row["source_row"]) for row in rows] == [
        ("899000001", "referral.csv", 2),
        ("899000002", "referral.csv", 3),
    ]


def test_an_indicator_whose_records_nobody_supplied_is_not_shown_as_nought(loaded: Path, say):
    row = json.loads(say("figures", "--store", loaded, "--indicator", "CP01", "--json").stdout)[0]
    assert (row["value"], row["status"]) == (None, "not supplied")
    listed = say("list", "CP01", "--as-at", "2015-08-31", "--store", loaded)
    assert listed.exit_code == 5 and "no file supplied" in listed.stderr


def test_explain_gives_english_sql_source_and_edition(say):
    told = say("explain", "RF01").stdout
    assert "referrals" in told and "edition 1" in told and "SELECT" in told and "Source:" in told
    facts = json.loads(say("explain", "RF01", "--json").stdout)
    assert facts["indicator"] == "RF01" and facts["edition"] == 1 and facts["sql"]


def test_issues_are_counted_without_values_and_listed_with_them_only_when_asked(place: Path, files: Path, say):
    (files / "person.csv").write_text("person_id,la_child_id,sex,born_on\nP000001,899000001,F,31/31/2005\n")
    assert say("load", files, "--store", place, "--as-at", "2015-08-31").exit_code == 0
    counted = say("issues", "--store", place)
    assert "born_on" in counted.stdout and "31/31/2005" not in counted.output
    rows = json.loads(say("issues", "--store", place, "--rows", "--json").stdout)
    assert "31/31/2005" in {row["value"] for row in rows}


def test_a_load_without_issues_says_so(loaded: Path, say):
    assert "had an issue" in say("issues", "--store", loaded).stdout


def test_check_names_the_altered_file(loaded: Path, say):
    assert "as written" in say("check", "--store", loaded).stdout
    table = loaded / "snapshots" / "2015-08-31-0001" / "referral.parquet"
    table.write_bytes(table.read_bytes()[:-1])
    answer = say("check", "--store", loaded)
    assert answer.exit_code == 3 and "referral.parquet" in answer.stderr
    told = say("check", "--store", loaded, "--json")
    assert told.exit_code == 3 and json.loads(told.stdout)["problems"][0]["file"] == "referral.parquet"
    assert say("figures", "--store", loaded).exit_code == 3


def test_text_that_a_spreadsheet_would_run_is_disarmed_in_csv(place: Path, files: Path, say):
    (files / "person.csv").write_text('person_id,la_child_id\nP000001,"=HYPERLINK(""x"")"\nP000002,@b\n')
    assert say("load", files, "--store", place, "--as-at", "2015-08-31").exit_code == 0
    answer = say("list", "RF01", "--as-at", "2015-08-31", "--store", place, "--format", "csv")
    assert [row["la_child_id"] for row in answer_rows(answer.stdout)] == ['\'=HYPERLINK("x")', "'@b"]


@pytest.mark.parametrize("content", ["", "[authority]\ncode = 1\n", "[authority]\n", "authority = 3", "\x00"])
def test_a_broken_configuration_file_is_explained(content: str, place: Path, say):
    (place / "council.toml").write_text(content)
    answer = say("check", "--store", place)
    assert answer.exit_code == 2 and "council.toml" in answer.stderr


def test_the_next_step_can_be_typed_where_the_shell_does_not_find_purplebook(
    tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", os.defpath)
    told = run("init", tmp_path / "a place", "--authority", "330").stdout.rpartition("Next: ")[2]
    assert "FILES" in told
    typed = told.replace("load FILES", "--version")
    done = subprocess.run(typed, shell=True, capture_output=True, text=True, env={"PATH": os.defpath})
    assert done.returncode == 0 and done.stdout.startswith("purplebook"), done.stderr


def test_a_load_that_waits_says_at_once_for_whom(place: Path, files: Path, run, root: Path):
    # The other load lets go once our line is on standard error, so nothing here depends on how fast the machine is.
    script = (
        "import subprocess, sys\n"
        "from pathlib import Path\n"
        "from purplebook.store import Store\n"
        "words = [sys.executable, '-m', 'purplebook', 'load', sys.argv[2], '--store', sys.argv[1]]\n"
        "with Store.open(Path(sys.argv[1])).loading():\n"
        "    other = subprocess.Popen([*words, '--as-at', '2015-08-31'], stderr=subprocess.PIPE, text=True)\n"
        "    print(other.stderr.readline(), flush=True)\n"
        "other.communicate()\n"
        "sys.exit(other.returncode)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(place / "store"), str(files)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as process:
        told, _ = process.communicate()
    assert process.returncode == 0
    assert f"waiting for another load to end: process {process.pid} on " in told
    assert len(Store.open(place / "store").snapshots()) == 1


@pytest.mark.parametrize("words", [("figures", "--by", "every"), ("counted", "899000002")])
def test_a_workbook_carries_what_the_terminal_says_beside_the_answer(
    words: tuple[str, ...], loaded: Path, say, tmp_path: Path
):
    out = tmp_path / "answer.xlsx"
    answer = say(*words, "--period", "2015-08", "--store", loaded, "--out", out)
    assert answer.exit_code == 0
    said = [line.removeprefix("purplebook: ") for line in answer.stderr.splitlines() if "holds children's" not in line]
    book = openpyxl.load_workbook(out)
    assert [row[0] for row in book["Notes"].iter_rows(min_row=3, values_only=True)] == said != []
    assert book["Answer"]["A2"].value == "Read the sheet Notes first."


def test_a_workbook_without_notes_has_no_sheet_of_them(loaded: Path, say, tmp_path: Path):
    out = tmp_path / "answer.xlsx"
    answer = say("figures", "--indicator", "RF01", "--period", "2015-08", "--store", loaded, "--out", out)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert openpyxl.load_workbook(out).sheetnames == ["About", "Answer"]
