"""Writing an empty register to fill in: a workbook with drop-down lists and a sheet that explains, or a CSV header.

The same register always makes the same bytes.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from purplebook.outputs.sheets.opened import opened
from purplebook.registers.declare import CHILD_FIELD, GUIDE_SHEET, Register, RegisterColumn
from purplebook.tables.codes import CodeSet
from purplebook.tables.schema import CODES, DATE, DECIMAL, IDENTIFIER, LINK, WHOLE_NUMBER, YES_NO

ROWS_TO_FILL = 5_000
"""Rows that have drop-down lists; rows beyond are read all the same."""
_MADE_ON = datetime(2015, 1, 1)
_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2100, 12, 31)
_PURPLE, _PALE = "#4B2E83", "#E9E3F4"
_HINTS = (
    "Dates: write one day in each cell, such as 14/09/2015 or 2015-09-14. 'w/c 14/9', 'Sept' or '?' cannot be read: "
    "leave the cell empty when the day is not known.",
    "Codes: choose from the drop-down list, or write the code alone or its label. The codes are listed below.",
    "Leave the row of headers as it is. The order of the columns does not matter, and columns of your own are kept.",
    "Columns with a dark heading must be filled: a row without one of them is left out of a load, and listed.",
)


def template_csv(register: Register) -> bytes:
    """The row of headers as a CSV file that Excel opens rightly."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([column.header for column in register.all_columns])
    return text.getvalue().encode("utf-8-sig")


def template_workbook(register: Register) -> bytes:
    """The workbook: a sheet to fill in, and a sheet that says how."""
    stream = io.BytesIO()
    with opened(stream, title=register.title, created=_MADE_ON) as book:
        sheet = book.add_worksheet(sheet_name(register))
        guide = book.add_worksheet(GUIDE_SHEET)
        heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
        must = book.add_format(heading | {"bg_color": _PURPLE, "font_color": "#FFFFFF"})
        may = book.add_format(heading | {"bg_color": _PALE})
        formats = {
            DATE: book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
            DECIMAL: book.add_format({"num_format": "0.00"}),
            # As text, a number keeps its leading noughts.
            IDENTIFIER: book.add_format({"num_format": "@"}),
        }
        ranges = _write_guide(guide, register, must=must, wrapped=book.add_format({"text_wrap": True, "valign": "top"}))
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 45)
        sheet.ignore_errors({"number_stored_as_text": "A1:Z1048576"})
        for at, column in enumerate(register.all_columns):
            kind = _kind(register, column)
            width = max(13, min(len(column.header) + 3, 26)) if register.code_set(column) is None else 28
            sheet.set_column(at, at, width, formats.get(kind))
            sheet.write_string(0, at, column.header, must if column.is_mandatory else may)
            if rule := _rule(register, column, kind=kind, listed_at=ranges.get(column.header)):
                sheet.data_validation(1, at, ROWS_TO_FILL, at, rule)
    return stream.getvalue()


def sheet_name(register: Register) -> str:
    """The name of the sheet to fill in; Excel allows 31 characters."""
    return register.name.replace("-", " ").capitalize()[:31]


def _kind(register: Register, column: RegisterColumn) -> str:
    """How the column's cells look on the sheet: references and children's numbers are text."""
    kind = register.canonical(column).kind
    is_reference = kind == LINK and register.names(column) is None
    return IDENTIFIER if is_reference or column.fills == CHILD_FIELD else kind


def _rule(register: Register, column: RegisterColumn, *, kind: str, listed_at: str | None) -> dict[str, object] | None:
    """What Excel lets a person write in the column; None when anything goes."""
    if listed_at is not None:
        # Several codes in one cell are none of the list, so Excel may only remark on them.
        is_list = register.canonical(column).kind == CODES
        return {
            "validate": "list",
            "source": listed_at,
            "error_type": "information" if is_list else "stop",
            "error_title": "Not in the list",
            "error_message": f"Choose from the list, or see '{GUIDE_SHEET}'.",
        }
    if kind == YES_NO:
        return {"validate": "list", "source": ["Yes", "No"], "error_message": "Choose Yes or No, or leave it empty."}
    if kind == DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _FIRST_DAY,
            "maximum": _LAST_DAY,
            "error_title": "Not a date",
            "error_message": "Write one day, such as 14/09/2015, or leave the cell empty.",
        }
    if kind in (DECIMAL, WHOLE_NUMBER):
        return {
            "validate": "decimal" if kind == DECIMAL else "integer",
            "criteria": ">=",
            "value": 0,
            "error_message": "Write a number in digits, or leave the cell empty.",
        }
    return None


def _write_guide(guide: Worksheet, register: Register, *, must: Format, wrapped: Format) -> dict[str, str]:
    """Write the sheet that explains; return where the allowed values of each coded column stand, as Excel names it."""
    guide.set_column(0, 0, 36, wrapped)
    guide.set_column(1, 1, 14, wrapped)
    guide.set_column(2, 2, 70, wrapped)
    guide.set_column(3, 3, 60, wrapped)
    guide.write_string(0, 0, register.title, must)
    guide.merge_range(1, 0, 1, 2, register.about, wrapped)
    guide.set_row(1, 48)
    row = 2
    for hint in _HINTS:
        guide.merge_range(row, 0, row, 2, hint, wrapped)
        guide.set_row(row, 32)
        row += 1
    row += 1
    for at, text in enumerate(("Column", "Must be filled", "What it means")):
        guide.write_string(row, at, text, must)
    for column in register.all_columns:
        row += 1
        guide.write_string(row, 0, column.header)
        guide.write_string(row, 1, "yes" if column.is_mandatory else "no")
        guide.write_string(row, 2, f"{column.meaning}{_how(register, column)}")
    row += 2
    for at, text in enumerate(("Allowed values of", "Code", "Label", "As the drop-down list shows it")):
        guide.write_string(row, at, text, must)
    ranges: dict[str, str] = {}
    for column in register.all_columns:
        code_set = register.code_set(column)
        if code_set is None:
            continue
        first = row + 1
        row = _write_codes(guide, code_set, header=column.header, after=row)
        top, bottom = (xl_rowcol_to_cell(line, 3, row_abs=True, col_abs=True) for line in (first, row))
        ranges[column.header] = f"='{GUIDE_SHEET}'!{top}:{bottom}"
    return ranges


def _write_codes(guide: Worksheet, code_set: CodeSet, *, header: str, after: int) -> int:
    """Write one code a row; return the last row written."""
    row = after
    for value in code_set.codes:
        row += 1
        for at, text in enumerate((header, value.code, value.label, f"{value.code}: {value.label}")):
            guide.write_string(row, at, text)
    return row


def _how(register: Register, column: RegisterColumn) -> str:
    kind = register.canonical(column).kind
    if kind == DATE:
        return " A date, such as 14/09/2015."
    if kind == YES_NO:
        return " Yes or No; empty when not known."
    return " From the list of allowed values below." if register.code_set(column) is not None else ""
