"""Writes a workbook as .xlsx: a sheet that says what it is, then the sheets, ready to read, to filter and to print.

Text is written as text, whatever it looks like, and the same workbook gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from textwrap import wrap

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from purplebook.errors import BadInputError
from purplebook.outputs.sheets.many_rows import DAY, NUMBER, TEXT, WHOLE, WRAPPED, SheetOfRows
from purplebook.outputs.sheets.model import Column, Kind, Sheet, Workbook
from purplebook.outputs.sheets.opened import opened

ABOUT = "About"
PURPLE, PALE, QUIET = "#3D2C6B", "#ECE8F4", "#3B4246"
NARROWEST, WIDEST, LOOKED_AT = 8, 60, 2_000
DATE_WIDTH, HEADER_LINES, FILTER_SIGN = 12, 3, 3
ABOUT_WIDTHS = (28, 90)
MOST_ROWS = 1_048_576
A4 = 9
LINE_HEIGHT, SPARED = 15, 6
"""Points of a line, and the characters by which a line that breaks between words falls short of its column."""
LOOKS = {
    "title": {"bold": True, "font_size": 14, "font_color": PURPLE},
    "note": {"font_color": QUIET},
    "heading": {"bold": True, "font_size": 12, "font_color": PURPLE},
    "header": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": PALE, "bottom": 2, "bottom_color": PURPLE},
    "name": {"bold": True, "valign": "top", "text_wrap": True},
    WRAPPED: {"valign": "top", "text_wrap": True},
    TEXT: {"valign": "top"},
    # Indented, or a number and the word in the column after it read as one.
    WHOLE: {"valign": "top", "num_format": "#,##0", "align": "right", "indent": 1},
    NUMBER: {"valign": "top", "num_format": "#,##0.00", "align": "right", "indent": 1},
    DAY: {"valign": "top", "num_format": "dd/mm/yyyy", "align": "left"},
}


def workbook_bytes(workbook: Workbook) -> bytes:
    """The workbook's bytes; BadInputError where a sheet has more rows than a workbook can hold."""
    for sheet in workbook.sheets:
        if len(sheet.rows) + len(_above(sheet)) + 1 > MOST_ROWS:
            raise BadInputError(
                f"The sheet '{sheet.name}' would have {len(sheet.rows):,} rows, and a workbook holds {MOST_ROWS:,} at "
                "most. Ask for less, or write a .csv or .parquet file."
            )
    stream = io.BytesIO()
    with opened(stream, title=workbook.title, author="purplebook") as book:
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        _write_about(book, workbook, looks)
        for sheet in workbook.sheets:
            _write_sheet(book, sheet, looks)
    return stream.getvalue()


def _write_about(book: xlsxwriter.Workbook, workbook: Workbook, looks: dict[str, Format]) -> None:
    page = book.add_worksheet(ABOUT)
    page.hide_gridlines(2)
    for place, width in enumerate(ABOUT_WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, 0, workbook.title, looks["title"])
    listed = tuple((sheet.name, " ".join(filter(None, (f"{sheet.title}.", sheet.units)))) for sheet in workbook.sheets)
    line = 1
    for heading, pairs in (("", workbook.facts), ("Sheets", listed), ("What the words mean", workbook.legend)):
        if heading and pairs:
            page.write_string(line + 1, 0, heading, looks["heading"])
            line += 2
        for name, text in pairs:
            pair = zip((name, text), ABOUT_WIDTHS, strict=True)
            lines = max(1, *(_lines(len(words), width) if len(words) > WIDEST else 1 for words, width in pair))
            if lines > 1:
                page.set_row(line, LINE_HEIGHT * lines)
            page.write_string(line, 0, name, looks["name"])
            page.write_string(line, 1, text, looks[WRAPPED])
            line += 1
    _set_page(page, workbook.title)


def _write_sheet(book: xlsxwriter.Workbook, sheet: Sheet, looks: dict[str, Format]) -> None:
    page = book.add_worksheet(sheet.name, SheetOfRows)
    assert isinstance(page, SheetOfRows)
    above = _above(sheet)
    for at, text in enumerate(above):
        page.write_string(at, 0, text, looks["note" if at else "title"])
    top = len(above)
    widths = [
        column.width or _width(column, [row[place] for row in sheet.rows[:LOOKED_AT]])
        for place, column in enumerate(sheet.columns)
    ]
    for place, (column, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        page.write_string(top, place, column.header, looks["header"])
        page.set_column(place, place, width)
    headers = [column.header for column in sheet.columns]
    lines = max(1, *(len(wrap(text, max(width - FILTER_SIGN, 1))) for text, width in zip(headers, widths, strict=True)))
    page.set_row(top, LINE_HEIGHT * lines)
    page.add_rows(
        top + 1,
        sheet.rows,
        [column.kind for column in sheet.columns],
        looks,
        wrapped_beyond=WIDEST,
        lines=lambda place, length: _lines(length, widths[place]),
        line_height=LINE_HEIGHT,
    )
    page.freeze_panes(top + 1, 1)
    page.autofilter(top, 0, top + max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.repeat_rows(top)
    _set_page(page, sheet.title)


def _lines(length: int, width: int) -> int:
    """How many lines a wrapped cell takes: not every program makes the room for them itself."""
    return -(-length // (width - SPARED))


def _above(sheet: Sheet) -> tuple[str, ...]:
    """What stands above the headers: the title, the units and the notes."""
    return tuple(filter(None, (sheet.title, sheet.units, *sheet.notes)))


def _set_page(page: Worksheet, title: str) -> None:
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    # An ampersand begins an instruction in a footer, and two of them print one.
    page.set_footer(f"&L{title.replace('&', '&&')}&RPage &P of &N")


def _width(column: Column, cells: Sequence[object]) -> int:
    """Wide enough for the cells, within reason; a long header breaks between words, and leaves room for the filter."""
    if column.kind is Kind.DATE:
        widest = DATE_WIDTH
    else:
        widest = max((len(str(cell)) for cell in cells if cell is not None), default=0) + 1
    longest_word = max(map(len, column.header.split()), default=0) + FILTER_SIGN
    return min(max(NARROWEST, widest, longest_word, len(column.header) // HEADER_LINES), WIDEST)
