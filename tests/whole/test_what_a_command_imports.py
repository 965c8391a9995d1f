"""A command is quick because of what it leaves alone: which libraries and which of our rooms each may import.

Seconds would depend on who else is using the machine; what was imported does not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from purplebook.cli import COMMANDS, FUNCTIONS
from purplebook.sources.apart import _START

TO_COUNT = {"click", "numpy", "pyarrow"}
TO_ASK = {*TO_COUNT, "duckdb"}
BROUGHT = {"cython_runtime", "coverage"}
"""What pyarrow brings with it, and what measures tests."""

FOR_NO_FIGURE = ("sources", "outputs", "registers", "manual", "definitions.papers", "results.book", "results.judgement")
"""The readers of files, the pages, and what only a paper or a book needs."""
FOR_RECORDS = ("engine", "store")
FOR_NO_READER = ("engine", "results", "council", "definitions", "language", "outputs", "run", "commands", "cli")

LOOK = "import json, sys\n{what}\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
SAY = (
    "sys.argv[:] = ['purplebook', *{words!r}]\n"
    "from purplebook.cli import main\n"
    "try: main()\n"
    "except SystemExit as end: assert not end.code, end.code"
)


class Imported(NamedTuple):
    """What a process had imported when it was done: the libraries that are not Python's own, and modules of ours."""

    libraries: set[str]
    ours: set[str]
    every: set[str]

    def of(self, *rooms: str) -> set[str]:
        """The modules of ours that lie in some rooms, or parts of rooms."""
        return {name for name in self.ours if any(f"{name}.".startswith(f"purplebook.{room}.") for room in rooms)}


def imported(what: str, root: Path) -> Imported:
    done = subprocess.run([sys.executable, "-c", LOOK.format(what=what)], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    names = set(json.loads(done.stderr.splitlines()[-1]))
    tops = {name.partition(".")[0] for name in names}
    libraries = {name for name in tops - sys.stdlib_module_names - BROUGHT if not name.startswith(("_", "purplebook"))}
    return Imported(libraries, {name for name in names if name.startswith("purplebook")}, names)


def said(root: Path, *words: object) -> Imported:
    return imported(SAY.format(words=list(map(str, words))), root)


@pytest.mark.parametrize(
    ("words", "libraries"),
    [
        (("figures", "--indicator", "RF01", "--period", "2015-08"), TO_COUNT),
        (("list", "RF01", "--period", "2015-08"), TO_ASK),
        (("explain", "RF01"), {"click"}),
        (("issues",), TO_COUNT),
        (("indicators",), {"click"}),
        (("settings",), {"click"}),
    ],
)
def test_a_command_imports_no_reader_no_page_and_no_other_command(
    words: tuple[str, ...], libraries: set[str], loaded: Path, root: Path
):
    got = said(root, *words, "--store", loaded)
    assert got.libraries <= libraries
    assert not got.of(*FOR_NO_FIGURE)
    others = {f"commands.{name}" for name in COMMANDS if name != words[0]}
    assert not got.of(*others)


@pytest.mark.parametrize("command", ["indicators", "settings"])
def test_what_asks_no_record_opens_no_store(command: str, loaded: Path, root: Path):
    assert not said(root, command, "--store", loaded).of(*FOR_RECORDS)


def test_the_program_that_loads_reads_no_file_itself(files: Path, place: Path, root: Path):
    got = said(root, "load", files, "--store", place, "--as-at", "2015-08-31")
    assert got.libraries <= TO_COUNT
    assert got.of("sources") <= {f"purplebook.sources{part}" for part in ("", ".apart", ".files")}


def test_the_process_that_reads_files_knows_readers_and_nothing_of_figures(root: Path):
    # As it is begun, but for what it is told of its folders, and without the last call, which waits for a request.
    start = _START.replace("sys.path[:] = json.loads(sys.argv[1]); ", "").removesuffix("; main()")
    got = imported(start, root)
    assert got.of("sources.read") and not got.of(*FOR_NO_READER)
    assert not got.libraries & {
        "pandas",
        "numpy",
        "click",
        "rich",
        "docx",
        "typst",
        "jinja2",
        "xlsxwriter",
        "sqlalchemy",
    }


def test_what_is_put_off_can_be_imported_afterwards(root: Path):
    """The reader of the Standard Safeguarding Dataset teaches DuckDB to read days, and DuckDB asks for numpy then."""
    what = (
        "from purplebook.sources.reading_process import main\nassert 'numpy' not in sys.modules\n"
        "import duckdb\nfrom purplebook.sources.days import day_sql, teach_days\n"
        "connection = duckdb.connect()\nteach_days(connection)\n"
        "query = f\"SELECT {day_sql('text')}::VARCHAR FROM (SELECT '1 May 2020' AS text)\"\n"
        "assert connection.execute(query).fetchall() == [('2020-05-01',)]\n"
    )
    assert "numpy" in imported(what, root).libraries


def test_where_the_records_are_is_found_without_any_indicator(loaded: Path, root: Path):
    what = f"from pathlib import Path\nfrom purplebook.run.place import find_place\nfind_place(Path({str(loaded)!r}))"
    assert imported(what, root).of("definitions.indicators") <= {"purplebook.definitions.indicators"}


def test_help_imports_every_command_and_click_alone(root: Path):
    got = said(root, "--help")
    assert got.libraries == {"click"}
    assert {f"purplebook.commands.{name}" for name in COMMANDS} <= got.ours


def test_each_command_is_a_function_of_its_file():
    from purplebook.cli import main

    for name in COMMANDS:
        assert main.commands[name].name == name
    assert set(FUNCTIONS) <= set(COMMANDS) and list(main.commands) == list(COMMANDS)


def test_pandas_is_not_imported_where_it_is_installed(loaded: Path, root: Path):
    pytest.importorskip("pandas")
    # It would be: this is what pyarrow does when it is given a list.
    plain = imported("import pyarrow; pyarrow.array([1])", root)
    assert "pandas" in plain.libraries
    assert "pandas" not in said(root, "figures", "--indicator", "RF01", "--store", loaded).libraries


def test_a_notebook_keeps_its_pandas_and_its_threads(root: Path):
    assert not imported("import purplebook; purplebook.indicators()", root).of("own_process")


NEEDLESS = ("ssl", "pyarrow.dataset", "dateutil", "pandas")
"""What libraries bring to ask what none of ours needs asked."""
VERSIONS = ("importlib.metadata", "email")
"""With these DuckDB finds out its own version, where a list is asked of it."""


@pytest.mark.parametrize(
    ("words", "but"),
    [
        (("figures", "--indicator", "RF01", "--period", "2015-08"), ("pyarrow.parquet", *VERSIONS)),
        (("list", "RF01", "--period", "2015-08"), ("pyarrow.parquet", "pyarrow.compute")),
        (("explain", "RF01"), VERSIONS),
    ],
)
def test_a_question_about_one_indicator_reads_coded_columns_and_declares_no_other(
    words: tuple[str, ...], but: tuple[str, ...], loaded: Path, root: Path
):
    # The first question codes what an earlier one may have left uncoded.
    said(root, "figures", "--indicator", "RF01", "--store", loaded)
    got = said(root, *words, "--store", loaded)
    assert not got.every & {*NEEDLESS, *but}
    assert not got.of("engine.kept.coder", "engine.columns.coded", "definitions.catalogue")
    files = {name.rpartition(".")[2] for name in got.of("definitions.indicators")} - {"indicators"}
    assert files == {"front_door"}
