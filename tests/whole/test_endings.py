"""However a command ends: a plain message, the right exit code, no traceback and no child's data."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest

from purplebook.cli import STOPPED, CommandLine
from purplebook.store import Store
from purplebook.store.check import check_store

CANARY = "ZQ7Canary4471"
"""A child's identifier that nobody may ever read outside the store."""

BAD_FILES = {
    "an empty file": ("person.csv", b""),
    "a header that is no table's": ("person.csv", f"one,two\n{CANARY},2\n".encode()),
    "a table without its key": ("person.csv", f"sex,born_on\n{CANARY},2005-01-01\n".encode()),
    "a column nobody knows": ("person.csv", f"person_id,shoe_size\nP1,{CANARY}\n".encode()),
    "a child's name as the header": ("person.csv", f"{CANARY}\n{CANARY}\n".encode()),
    "rows longer than the header": ("person.csv", f"person_id,sex\nP1,F,{CANARY},{CANARY}\n".encode()),
    "a quote that never ends": ("person.csv", f'person_id,sex\nP1,"F\n{CANARY}\n'.encode()),
    "NUL bytes": ("person.csv", f"person_id,sex\nP1\x00,{CANARY}\n".encode()),
    "bytes that are not text": ("person.csv", f"person_id,sex\nP1,{CANARY}\n".encode() + b"\xff\xfe\x81"),
    "a PDF called CSV": ("person.csv", b"%PDF-1.7\n" + CANARY.encode()),
    "a CSV called a workbook": ("annex.xlsx", f"person_id\n{CANARY}\n".encode()),
    "a workbook cut short": ("annex.xlsx", b"PK\x03\x04" + CANARY.encode() * 20),
    "a file that is not there": ("missing.csv", None),
}


def a_zip_that_is_no_workbook() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("notes.txt", CANARY)
    return content.getvalue()


BAD_FILES["a zip file called a workbook"] = ("annex.xlsx", a_zip_that_is_no_workbook())


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_ends_with_2_or_is_listed_and_never_shows_a_childs_data(name: str, loaded: Path, run, tmp_path: Path):
    file_name, content = BAD_FILES[name]
    path = tmp_path / "input" / file_name
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)
    before = Store.open(loaded).snapshots()
    # A day that is loaded is only done without on request; the file is what is looked at here.
    done = run("load", path, "--store", loaded, "--as-at", "2015-08-31", "--replace")
    assert CANARY.lower() not in (done.stdout + done.stderr).lower()
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2), done.stderr
    if done.returncode == 2:
        assert Store.open(loaded).snapshots() == before
        assert file_name in done.stderr and done.stdout == ""
    assert check_store(Store.open(loaded)) == ()
    assert not list(loaded.glob("staging-*"))


@pytest.mark.parametrize("column", ["person_id", "la_child_id", "sex", "born_on", "ethnicity_code", "died_on"])
def test_a_childs_identifier_planted_in_any_column_never_reaches_the_terminal(
    column: str, place: Path, run, say, tmp_path: Path
):
    names = list(dict.fromkeys(("person_id", column)))
    rows = [[CANARY if name == column else f"P{i}" for name in names] for i in range(3)]
    (tmp_path / "person.csv").write_text("\n".join(",".join(row) for row in [names, *rows]) + "\n")
    done = run("load", tmp_path / "person.csv", "--as-at", "2015-08-31", "--store", place)
    assert CANARY not in done.stdout + done.stderr and "Traceback" not in done.stderr
    for words in (("issues",), ("figures", "--indicator", "RF01"), ("check",)):
        assert CANARY not in say(*words, "--store", place).output, words


def test_a_fault_of_ours_ends_with_70_and_its_words_are_left_out(loaded: Path, run, tmp_path: Path, root: Path):
    # A load that breaks in the middle, with a child's data in the words of the fault.
    broken = (
        "import purplebook.run.load, purplebook.cli\n"
        f"def fail(*_, **__): raise ValueError('cannot read {CANARY}')\n"
        "purplebook.run.load.read_apart = fail\n"
        "purplebook.cli.main()\n"
    )
    for debug in ((), ("--debug",)):
        done = subprocess.run(
            [sys.executable, "-c", broken, *debug, "load", "x.csv", "--store", str(loaded), "--as-at", "2015-08-31"],
            cwd=root,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 70
        assert CANARY not in done.stdout + done.stderr and "Traceback" not in done.stderr
        assert "ValueError" in done.stderr and "report it" in done.stderr
        assert ("load_files" in done.stderr) == bool(debug)
    assert check_store(Store.open(loaded)) == () and not list(loaded.glob("staging-*"))


def test_wrong_words_end_with_2(run):
    for words in (("fly",), ("load",), ("list",), ("figures", "--format", "stone")):
        done = run(*words)
        assert done.returncode == 2 and "Usage" in done.stderr, words


@pytest.mark.parametrize(
    "words",
    [
        ("899000344",),
        ("list", "899000344"),
        ("explain", "899000344"),
        ("figures", "899000344"),
        ("figures", "--indicator=899000344"),
        ("figures", "--period", "899000344"),
        ("figures", "--by", "P000123"),
        ("paper", "--as-at", "899000344"),
    ],
    ids=" ".join,
)
def test_a_childs_number_in_the_wrong_place_is_not_repeated(words: tuple[str, ...], loaded: Path, run):
    done = run(*words, *(("--store", loaded) if len(words) > 1 and words[0] != "explain" else ()))
    assert done.returncode in (2, 4, 5) and done.stderr
    assert "899000344" not in done.stderr + done.stdout and "P000123" not in done.stderr + done.stdout


def test_ctrl_c_that_meets_the_engine_at_work_is_no_fault_of_ours(capsys: pytest.CaptureFixture[str]):
    @click.command()
    def interrupted() -> None:
        try:
            raise RuntimeError("Query interrupted")  # As DuckDB says it.
        except RuntimeError as cause:
            raise RuntimeError("DuckDB could not run this query") from cause

    line = CommandLine("purplebook")
    line.add_command(interrupted)
    with pytest.raises(SystemExit) as ended:
        line.main(["interrupted"])
    assert ended.value.code == 130
    assert capsys.readouterr().err == f"purplebook: {STOPPED}\n"


def test_help_and_version_end_with_0_and_name_every_exit_code(run):
    told = run("--help")
    assert told.returncode == 0
    for code in ("0 ", "2 ", "3 ", "4 ", "5 ", "70 ", "130 "):
        assert f"\n    {code}" in told.stdout
    assert run("--version").stdout.startswith("purplebook")


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path, run):
    (tmp_path / "taken").write_text("")
    done = run("init", "--authority", "899", "--invented", tmp_path / "taken" / "place")
    assert done.returncode in (2, 3) and "Traceback" not in done.stderr and "taken" in done.stderr


def test_the_demo_leaves_a_folder_it_did_not_make_alone(place: Path, run):
    before = sorted(path.name for path in place.rglob("*"))
    done = run("demo", "--out", place)
    assert done.returncode == 2 and "no demo made" in done.stderr
    assert sorted(path.name for path in place.rglob("*")) == before


def test_a_reader_that_stops_early_is_no_fault(loaded: Path, root: Path):
    words = f"{sys.executable} -m purplebook figures --by every --period month --store {loaded} | head -1"
    done = subprocess.run(words, shell=True, cwd=root, capture_output=True, text=True)
    assert done.stderr.count("Traceback") == 0 and "Something went wrong" not in done.stderr


PLACES = {
    "a folder that is not there": "nowhere/deeper/figures.csv",
    "a folder": ".",
    "below a file": "taken/figures.csv",
    "a name that is too long": "x" * 300 + ".csv",
}


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("words", [("figures", "--indicator", "RF01"), ("list", "RF01")], ids=lambda words: words[0])
def test_a_file_that_cannot_be_written_is_refused_with_what_to_do(
    words: tuple[str, ...], where: str, loaded: Path, run, tmp_path: Path
):
    (tmp_path / "taken").write_text("")
    for form in ("csv", "parquet"):
        done = run(*words, "--store", loaded, "--format", form, "--out", PLACES[where], cwd=tmp_path)
        assert done.returncode == 2 and done.stdout == ""
        assert PLACES[where] in done.stderr and "Name a" in done.stderr


@pytest.mark.parametrize("where", ["taken", "taken/deeper", "x" * 300, "/proc/nothing", "/proc/nothing/deeper"])
@pytest.mark.parametrize(
    "words",
    [("demo", "--out"), ("init", "--authority", "330"), ("paper", "--as-at", "2015-08-31", "--out")],
    ids=lambda words: words[0],
)
def test_a_folder_that_cannot_be_made_is_refused_with_what_to_do(
    words: tuple[str, ...], where: str, run, tmp_path: Path, request: pytest.FixtureRequest
):
    if where.startswith("/proc") and not Path("/proc/self").exists():
        pytest.skip("only Linux has a folder in which nobody can make anything")
    (tmp_path / "taken").write_text("")
    store = ("--store", request.getfixturevalue("demo_output")) if words[0] == "paper" else ()
    done = run(*words, where, *store, cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    assert "Name a" in done.stderr and ("taken" in done.stderr or where.partition("/deeper")[0] in done.stderr)
    assert (tmp_path / "taken").read_text() == ""
