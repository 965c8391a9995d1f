"""An ending that a command cannot write is refused with what it can write: exit code 2, and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import click
import openpyxl
import pytest

from purplebook.cli import main

CHILD = "899000001"
PERIOD = ("--period", "2015-08-31")
ANSWERS = ".csv, .json, .parquet, .xlsx or .txt"
FILES = {
    "figures": (("figures", "--indicator", "RF01"), ANSWERS, True),
    "list": (("list", "RF01"), ANSWERS, True),
    "issues": (("issues",), ANSWERS, True),
    "indicators": (("indicators",), ANSWERS, False),
    "formats": (("formats",), ANSWERS, False),
    "chronology": (("chronology", CHILD), ANSWERS, True),
    "counted": (("counted", CHILD, *PERIOD), ANSWERS, True),
    "benchmarks": (("benchmarks",), ANSWERS, True),
    "settings": (("settings",), ANSWERS, True),
    "trace": (("trace", "RF01", "--child", CHILD, *PERIOD), ".txt or .json", True),
    "check": (("check",), ".html or .xlsx", True),
    "template": (("template", "audits"), ".xlsx or .csv", False),
    "annexa": (("annexa",), ".xlsx", True),
}
"""Each command that writes a file: its words, the endings that it names, and whether it reads a store."""

FOLDERS = {
    "paper": ("paper", "--as-at", "2015-08-31"),
    "book": ("book", "--as-at", "2015-08-31"),
    "demo": ("demo",),
    "demo of a region": ("demo", "--scale", "region"),
}


def everything_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_every_command_with_an_out_stands_in_one_of_the_two_lists():
    writing = {
        name
        for name, command in main.commands.items()
        if any("--out" in option.opts for option in command.params if isinstance(option, click.Option))
    }
    assert writing == {*FILES, *(words[0] for words in FOLDERS.values())}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_kind_is_refused_with_the_endings_there_are(name: str, loaded: Path, tmp_path: Path, say):
    words, endings, has_store = FILES[name]
    before = everything_in(tmp_path)
    for ending in {".docx", ".html", ".xls", ".pdf", ".zip", ".DOCX"} - set(endings.replace(",", "").split()):
        out = tmp_path / f"answer{ending}"
        done = say(*words, *(("--store", loaded) if has_store else ()), "--out", out)
        assert done.exit_code == 2, done.output
        assert f"can be written as {endings}, and '{ending.lower()}' is none of its endings" in done.stderr
        assert "Name a file that ends so: --out " in done.stderr and done.stdout == ""
        assert everything_in(tmp_path) == before


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_with_the_name_of_a_file_is_refused(name: str, loaded: Path, tmp_path: Path, say):
    words = FOLDERS[name]
    before = everything_in(tmp_path)
    for ending in (".docx", ".html", ".xlsx", ".PDF"):
        out = tmp_path / f"answer{ending}"
        done = say(*words, *(() if words[0] == "demo" else ("--store", loaded)), "--out", out)
        assert done.exit_code == 2, done.output
        assert f"{out} is the name of a file" in done.stderr and "Name a folder: --out " in done.stderr
        assert everything_in(tmp_path) == before


def test_a_list_of_children_is_a_csv_file(loaded: Path, tmp_path: Path, say):
    done = say("changes", "2015-08-31", "--children", tmp_path / "who.xlsx", "--store", loaded)
    assert done.exit_code == 2 and "can be written as .csv" in done.stderr


def test_a_release_lists_its_rows_left_out_in_no_other_kind_of_file(loaded: Path, tmp_path: Path, say):
    (tmp_path / "published.csv").write_text("a,b\n1,2\n")
    words = ("benchmarks", "import", tmp_path / "published.csv", "--store", loaded)
    done = say(*words, "--issues", tmp_path / "issues.docx")
    assert done.exit_code == 2 and f"can be written as {ANSWERS}" in done.stderr


def test_what_is_asked_for_and_what_the_name_says_may_differ_in_text_alone(loaded: Path, tmp_path: Path, say):
    words = ("figures", "--indicator", "RF01", "--store", loaded)
    for asked, name in (
        ("csv", "f.xlsx"),
        ("json", "f.parquet"),
        ("table", "f.xlsx"),
        ("xlsx", "f.csv"),
        ("parquet", "f"),
    ):
        done = say(*words, "--format", asked, "--out", tmp_path / name)
        assert done.exit_code == 2 and f"cannot be written as {asked}" in done.stderr, (asked, name)
        assert not (tmp_path / name).exists()
    assert say(*words, "--json", "--out", tmp_path / "f.xlsx").exit_code == 2
    for asked in ("xlsx", "parquet"):
        done = say(*words, "--format", asked)
        assert done.exit_code == 2 and f"--out figures.{asked}" in done.stderr and done.stdout == ""
    assert say(*words, "--format", "json", "--out", tmp_path / "odd.txt").exit_code == 0
    assert json.loads((tmp_path / "odd.txt").read_text())


def test_a_name_without_an_ending_is_a_table_as_before(loaded: Path, tmp_path: Path, say):
    assert say("figures", "--indicator", "RF01", "--store", loaded, "--out", tmp_path / "figures").exit_code == 0
    assert (tmp_path / "figures").read_text().startswith("indicator ")


def test_figures_become_a_workbook_with_the_figures_of_the_table(loaded: Path, tmp_path: Path, say):
    words = ("figures", "--indicator", "RF01", "--by", "sex", "--store", loaded)
    for name in ("one.xlsx", "two.XLSX"):
        assert say(*words, "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.XLSX").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "one.xlsx")
    assert book.sheetnames == ["About", "Answer"]
    title, heads, *rows = book["Answer"].iter_rows(values_only=True)
    assert title[0] == "Figures of 2015-08-31-0001"
    figures = [dict(zip(heads, row, strict=True)) for row in rows]
    told = json.loads(say(*words, "--json").stdout)
    assert [(each["group"], each["numerator"], each["value"]) for each in figures] == [
        (each["group"], each["numerator"], each["value"]) for each in told
    ]
    assert figures[0]["period end"].date().isoformat() == told[0]["period_end"]


def test_a_list_of_children_as_a_workbook_says_that_it_is_one(loaded: Path, tmp_path: Path, say):
    done = say("list", "RF01", "--store", loaded, "--out", tmp_path / "list.xlsx")
    assert done.exit_code == 0 and "holds children's records" in done.stderr
    cells = {cell for row in openpyxl.load_workbook(tmp_path / "list.xlsx")["Answer"].values for cell in row}
    assert CHILD in cells


def test_a_trace_is_json_where_its_name_says_so(loaded: Path, tmp_path: Path, say):
    words = ("trace", "RF01", "--child", CHILD, "--store", loaded, "--period", "2015-04")
    assert say(*words, "--out", tmp_path / "trace.json").exit_code == 0
    assert json.loads((tmp_path / "trace.json").read_text())["indicator"] == "RF01"
    assert say(*words, "--out", tmp_path / "trace.txt").exit_code == 0
    assert (tmp_path / "trace.txt").read_text().startswith("RF01, ")
