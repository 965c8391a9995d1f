"""A sheet's rows written a row at a time and not a cell at a time: what makes a workbook of 150,000 cells quick.

xlsxwriter keeps each cell as an object and writes it by a dozen calls.  Rows of a few kinds of cells need neither: they
are put together as text here, and written where xlsxwriter would write them.  The bytes are those that it would write:
a test compares them, for what is reached into here may have other names in another version of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from math import isfinite

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from purplebook.outputs.sheets.model import Kind

LONGEST_CELL = 32_767
"""How many units of UTF-16 a cell of text may have."""
TEXT, WRAPPED, WHOLE, NUMBER, DAY = LOOKS = ("text", "wrapped", "whole", "number", "date")
"""How a cell of a row may be set."""

_MARKS = {look: chr(0xE000 + place) for place, look in enumerate(LOOKS)}
"""What stands for a look until the workbook is written and gives it its number: in rows of ours stands no such sign."""
_BLOCK = 16
"""A workbook says of so many rows together which columns they fill."""


class SheetOfRows(Worksheet):
    """A worksheet whose last rows are given all at once; what stands above them is written as ever."""

    def __init__(self) -> None:
        super().__init__()
        self._rows_below = ""
        self._looks_below: Mapping[str, Format] = {}

    def add_rows(
        self,
        top: int,
        rows: Sequence[Sequence[object]],
        kinds: Sequence[Kind],
        looks: Mapping[str, Format],
        *,
        wrapped_beyond: int,
        lines: Callable[[int, int], int],
        line_height: float,
    ) -> None:
        """Put rows at `top` and below, under a row that fills every column; None and "" are empty cells.

        Text of more than `wrapped_beyond` characters is wrapped: `lines` says over how many lines, from its column and
        its length.
        """
        in_xml = _CellsInXml(self, wrapped_beyond, lines)
        written: list[str] = []
        last_row, block, spans = top - 1, (top - 1) // _BLOCK, (1, len(kinds))
        waiting: list[tuple[str, str]] = []

        def write_block() -> None:
            written.extend(f'{start} spans="{spans[0]}:{spans[1]}"{rest}' for start, rest in waiting)
            waiting.clear()

        starts = [f'<c r="{xl_col_to_name(place)}' for place in range(len(kinds))]
        for at, row in enumerate(rows, start=top):
            if at // _BLOCK != block:
                write_block()
                block, spans = at // _BLOCK, (len(kinds), 1)
            number = str(at + 1)
            cells, first, last, tall = in_xml.row(row, kinds, starts, number)
            if cells:
                last_row, spans = at, (min(spans[0], first + 1), max(spans[1], last + 1))
                height = _height(tall * line_height) if tall > 1 else ""
                waiting.append((f'<row r="{number}"', f"{height}>{cells}</row>"))
        write_block()
        self._rows_below, self._looks_below = "".join(written), looks
        self._check_dimensions(last_row, 0)

    def _write_rows(self) -> None:
        super()._write_rows()
        text = self._rows_below
        # A look gets its number when it is first met.
        met = sorted((at, look) for look, mark in _MARKS.items() if (at := text.find(mark)) >= 0)
        for _, look in met:
            text = text.replace(_MARKS[look], str(self._looks_below[look]._get_xf_index()))
        self.fh.write(text)  # pyright: ignore[reportOptionalMemberAccess]
        self._rows_below = ""


class _CellsInXml:
    """The cells of rows as a workbook writes them, from the number of their row on."""

    def __init__(self, page: SheetOfRows, wrapped_beyond: int, lines: Callable[[int, int], int]) -> None:
        self._page, self._wrapped_beyond, self._lines = page, wrapped_beyond, lines
        self._days: dict[date, str] = {}

    def row(
        self, row: Sequence[object], kinds: Sequence[Kind], starts: Sequence[str], number: str
    ) -> tuple[str, int, int, int]:
        """The cells of a row, with the places of the first and the last that are filled, and its height in lines."""
        cells: list[str] = []
        first, last, tall = 0, 0, 1
        for place, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if not cells:
                first = place
            last = place
            kind = kinds[place]
            if isinstance(cell, str):
                inside = self._text(str(cell))
                if len(cell) > self._wrapped_beyond:
                    tall = max(tall, self._lines(place, len(cell)))
            elif kind is Kind.DATE and isinstance(cell, date):
                inside = self._day(cell)
            elif (kind is Kind.WHOLE or kind is Kind.NUMBER) and not isinstance(cell, bool):
                inside = _number(float(str(cell)))
            else:
                inside = self._text(str(cell))
            cells.append(f"{starts[place]}{number}{inside}")
        return "".join(cells), first, last, tall

    def _text(self, text: str) -> str:
        mark = _MARKS[WRAPPED if len(text) > self._wrapped_beyond else TEXT]
        if len(text) > LONGEST_CELL // 2:
            text = text.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
        index = self._page.str_table._get_shared_string_index(text)  # pyright: ignore[reportOptionalMemberAccess]
        return f'" s="{mark}" t="s"><v>{index}</v></c>'

    def _day(self, day: date) -> str:
        known = self._days.get(day)
        if known is None:
            days = self._page._convert_date_time(datetime(day.year, day.month, day.day))
            known = self._days[day] = f'" s="{_MARKS[DAY]}"><v>{days:.16G}</v></c>'
        return known


def _number(number: float) -> str:
    if not isfinite(number):
        raise ValueError(f"A cell of a workbook cannot hold {number}.")
    return f'" s="{_MARKS[WHOLE if number.is_integer() else NUMBER]}"><v>{number:.16G}</v></c>'


def _height(points: float) -> str:
    """A height as it is written, in whole pixels: four of them are three points."""
    return f' ht="{int(points * 4.0 / 3.0 + 0.5) * 0.75:.16g}" customHeight="1"'
