"""Sheets of plain cells as an Excel workbook: bold frozen headers, real dates, the same bytes for the same cells."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from purplebook.outputs.sheets.opened import opened

NARROWEST, WIDEST, LOOKED_AT = 8, 44, 500
DATE_WIDTH, HEADER_LINES = 12, 4


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its headers and its rows of text, whole numbers, dates or nothing."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The workbook's bytes.  Text is written as text, also where it looks like a formula, a link or a number."""
    stream = io.BytesIO()
    with opened(stream, title="Annex A child-level data", author="purplebook") as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        dates = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        for content in sheets:
            sheet = book.add_worksheet(content.name)
            sheet.freeze_panes(1, 0)
            for place, header in enumerate(content.headers):
                sheet.write_string(0, place, header, bold)
                sheet.set_column(place, place, _width(header, [row[place] for row in content.rows[:LOOKED_AT]]))
            for line, cells in enumerate(content.rows, start=1):
                for place, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), dates)
                    elif isinstance(cell, int | float | Decimal):
                        sheet.write_number(line, place, float(cell))
                    elif cell is not None:
                        sheet.write_string(line, place, str(cell))
            sheet.autofilter(0, 0, len(content.rows), len(content.headers) - 1)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
    return stream.getvalue()


def _width(header: str, cells: Sequence[object]) -> int:
    """Wide enough for the cells; a long header breaks between words."""
    widest = max(
        (DATE_WIDTH if isinstance(cell, date) else len(str(cell)) for cell in cells if cell is not None), default=0
    )
    longest_word = max(map(len, header.split()))
    return min(max(NARROWEST, widest + 1, longest_word + 3, len(header) // HEADER_LINES), WIDEST)
