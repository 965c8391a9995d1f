"""A mistyped address of a database never shows its password, and text of records is no order and no formula."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from purplebook.cli import main
from purplebook.commands.answers import csv_text
from purplebook.commands.terminal import Harmless, harmless_output, plain_signs
from purplebook.results.printed.guarded import guarded
from purplebook.run.addresses import may_hold_a_password, without_passwords
from tests.support.council_folder import INVENTED

SECRET = "hunter2secret"
SHAPES = (
    "postgresql:/user:{}@host/db",
    "postgresql//user:{}@host/db",
    "postgresql:user:{}@host/db",
    "postgresql+psycopg:/user:{}@host/db",
    "postgresql: //user:{}@host/db",
    " postgresql://user:{}@host/db",
    "postgresql ://user:{}@host/db",
    "postgresql+nodriver://user:{}@host/db",
    "postgresql+psycopg://user:{}@host:notaport/db",
    "postgresql+psycopg://user:p@ss/{}@host/db",
    "postgresql+psycopg://user:{}/x@y@127.0.0.1:1/db",
    "postgresql+psycopg://user:{}@127.0.0.1:1/db",
    "postgresql%3A%2F%2Fuser%3A{}%40host%2Fdb",
    "postgres\\\\user:{}@host\\db",
    "user:{}@host/db",
    "sqlite:///user:{}@no-such-file.db",
    "sqlite://user:{}@/nothing",
    "mssql+pyodbc:///?odbc_connect=DRIVER%3DX%3BUID%3Du%3BPWD%3D{}",
    "mssql+pyodbc:/?odbc_connect=DRIVER=X;UID=u;PWD={}",
    "http://user:{}@host/db",
    "nonsense://user:{}@host/db",
    "://user:{}@host",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    assert CliRunner().invoke(main, ["init", str(tmp_path / "place"), *INVENTED]).exit_code == 0
    return tmp_path / "place"


@pytest.mark.parametrize("shape", SHAPES)
def test_no_message_of_a_load_holds_the_password_of_a_mistyped_address(
    shape: str, place: Path, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.DEBUG):
        done = CliRunner().invoke(
            main, ["--debug", "load", shape.format(SECRET), "--as-at", "2015-08-31", "--store", str(place)]
        )
    assert done.exit_code == 2, done.output
    kept = b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
    assert SECRET not in done.output + caplog.text and SECRET.encode() not in kept
    assert "purplebook: " in done.stderr


@pytest.mark.parametrize("shape", SHAPES)
def test_nor_of_any_other_option_that_it_is_put_into(shape: str):
    word = shape.format(SECRET)
    for words in (["figures", "--store", word], ["figures", "--as-at", word], ["figures", word], [word]):
        done = CliRunner().invoke(main, words)
        assert done.exit_code in (2, 3) and SECRET not in done.output, (words, done.output)


@pytest.mark.parametrize("word", ["records.csv", "C:\\records\\a.csv", "2015-08-31", "../a b/c.xlsx", "sqlite.csv"])
def test_the_path_of_a_file_is_said_as_ever(word: str):
    assert not may_hold_a_password(word)
    assert without_passwords(f"{word} is not there", [word]) == f"{word} is not there"


@pytest.mark.parametrize(
    "before",
    [
        *("", " \x1c\u2028 "),
        *" \t\r\n\x1c\x1d\x1e\x1f\x00\x07\x1b\x7f\x85\xa0\u1680\u2000\u200a\u200b\u200e\u2028\u2029",
        *"\u202e\u202f\u205f\u2060\u3000\ufeff",
    ],
)
def test_a_formula_is_guarded_whatever_a_spreadsheet_passes_over_before_it(before: str):
    for formula in ("=1+2", "+1", "-1", "@SUM(A1)", "＝1+2", "＠x"):
        assert guarded(before + formula) == f"'{before}{formula}"
    assert guarded(before + "Smith") in (before + "Smith", f"'{before}Smith")


def test_a_formula_in_any_cell_or_heading_of_a_csv_answer_is_guarded():
    import pyarrow as pa

    table = pa.table({"=name": ["\x1c=1+2", "\u2028@x", "a=b"], "list": [["=1", "2"], [], ["x"]], "n": [-1, 2, 3]})
    lines = csv_text(table)
    assert lines.split("\n")[0] == "'=name,list,n"
    assert "'\x1c=1+2" in lines and "'\u2028@x" in lines and "a=b,x,3" in lines
    assert "'=1;2,-1" in lines


def test_nothing_that_is_printed_is_an_order_to_a_terminal(capsys: pytest.CaptureFixture[str]):
    with harmless_output():
        sys.stdout.write("a\x1b[2Jb\x9b31mc\rd\u202ee\ttab\n")
        click.echo("\x07bell", err=True)
        assert isinstance(sys.stdout, Harmless)
    said = capsys.readouterr()
    assert said.out == "a\\u001b[2Jb\\u009b31mc\\u000dd\\u202ee\ttab\n" and said.err == "\\u0007bell\n"


def test_json_that_is_printed_is_the_same_json():
    cells = ["\x1b[1m", "\x9b", "\u202e", "\u2028", "plain"]
    assert json.loads(plain_signs(json.dumps(cells, ensure_ascii=False))) == cells


def test_the_joiners_that_scripts_need_are_left():
    assert plain_signs("न\u200dक ن\u200cی é") == "न\u200dक ن\u200cی é"
