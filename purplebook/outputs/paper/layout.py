"""How wide the columns of a printed table are, the same in Word and in PDF."""

from __future__ import annotations

from purplebook.outputs.charts.svg import text_width
from purplebook.outputs.paper.model import PrintedTable

TEXT_WIDTH_CM = 16.4
INDENT_CM = 1.4
TABLE_WIDTH_CM = TEXT_WIDTH_CM - INDENT_CM
CM_PER_POINT = 0.0353
CELL_SIZE = 11
PADDING_CM = 0.4
NARROWEST_NUMBER_CM = 1.75


def column_widths(table: PrintedTable) -> tuple[float, ...]:
    """Widths in centimetres: each column as wide as its longest cell, its header on as many lines as that needs."""
    first = max(_width(row.label) for row in table.rows) if table.rows else NARROWEST_NUMBER_CM
    wanted = [max(first, _longest_word(table.header[0]), 3.5)]
    for index, header in enumerate(table.header[1:]):
        cells = max((_width(row.cells[index]) for row in table.rows), default=0.0)
        wanted.append(max(cells, _longest_word(header), _width(header) / 2 + PADDING_CM, NARROWEST_NUMBER_CM))
    room = TABLE_WIDTH_CM - sum(wanted[1:])
    wanted[0] = min(wanted[0], max(room, 3.5))
    too_wide = max(sum(wanted) / TABLE_WIDTH_CM, 1)
    return tuple(round(width / too_wide, 2) for width in wanted)


def _width(words: str) -> float:
    return text_width(words, size=CELL_SIZE) * CM_PER_POINT * 1.06 + PADDING_CM


def _longest_word(words: str) -> float:
    return max(_width(word) for word in words.split()) if words.split() else 0.0
