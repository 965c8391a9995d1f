"""`purplebook template`: the registers, and an empty one written to a file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from purplebook.commands.template import template
from purplebook.errors import BadInputError
from purplebook.registers.all_registers import REGISTERS


def test_without_a_name_it_lists_the_registers():
    answer = CliRunner().invoke(template, [])
    assert answer.exit_code == 0
    assert [line.split()[0] for line in answer.output.splitlines()] == [each.name for each in REGISTERS]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda each: each.name)
def test_each_register_is_written_with_the_sheet_that_explains(register, tmp_path: Path):
    out = tmp_path / "new.xlsx"
    assert CliRunner().invoke(template, [register.name, "--out", str(out)]).exit_code == 0
    sheet, guide = openpyxl.load_workbook(out)
    assert [cell.value for cell in sheet[1]] == [column.header for column in register.all_columns]
    assert guide.title == "How to fill this in"


def test_a_name_ending_in_csv_makes_a_csv(tmp_path: Path):
    out = tmp_path / "new.csv"
    assert CliRunner().invoke(template, ["caf", "--out", str(out)]).exit_code == 0
    assert out.read_text("utf-8-sig").startswith("Early help reference,Child's number,Episode or assessment,")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nothing", "--out", "x.xlsx"], "no register called 'nothing'"),
        (["audits", "--out", "x.doc"], ".xlsx or .csv"),
        (["--out", "x.xlsx"], "Name the register"),
    ],
)
def test_what_cannot_be_written_is_said_plainly(words: list[str], told: str):
    fault = CliRunner().invoke(template, words).exception
    assert isinstance(fault, BadInputError) and told in str(fault)


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path):
    out = tmp_path / "filled.xlsx"
    out.write_bytes(b"the work of a week")
    fault = CliRunner().invoke(template, ["audits", "--out", str(out)]).exception
    assert isinstance(fault, BadInputError) and "is there already" in str(fault)
    assert out.read_bytes() == b"the work of a week"
