"""How wide the columns of a printed table are, the same in Word and in PDF."""

from __future__ import annotations

from purplebook.outputs.charts.svg import text_width
from purplebook.outputs.paper.model import PrintedTable, is_sentence

TEXT_WIDTH_CM = 16.4
INDENT_CM = 1.4
TABLE_WIDTH_CM = TEXT_WIDTH_CM - INDENT_CM
CM_PER_POINT = 0.0353
CELL_SIZE = 11
PADDING_CM = 0.42
NARROWEST_NUMBER_CM = 1.75
SENTENCE_CM = 4.2
HEADER_SHARE = 0.55  # a header of two lines, which are seldom of the same length


def column_widths(table: PrintedTable) -> tuple[float, ...]:
    """Widths in centimetres. No number is ever broken; headers are, and names too where a table has many columns."""
    label = max([_width(row.label, is_bold=row.is_total) for row in table.rows] + [_longest_word(table.header[0]), 3.5])
    least, wanted = [], []
    for index, header in enumerate(table.header[1:]):
        cells = [_cell_width(row.cells[index], is_bold=row.is_total) for row in table.rows]
        least.append(max([*cells, _longest_word(header), NARROWEST_NUMBER_CM]))
        wanted.append(max(least[-1], _width(header, is_bold=True) * HEADER_SHARE + PADDING_CM))
    too_wide = max(label + sum(wanted) - TABLE_WIDTH_CM, 0)
    spare = sum(wanted) - sum(least)
    kept = 1 - min(too_wide / spare, 1) if spare else 0
    numbers = [low + (high - low) * kept for low, high in zip(least, wanted, strict=True)]
    label = min(label, TABLE_WIDTH_CM - sum(numbers))
    return tuple(round(width, 2) for width in (label, *numbers))


def _cell_width(words: str, *, is_bold: bool) -> float:
    """The width of a cell: a number on one line, a sentence on as many as it needs."""
    if not is_sentence(words):
        return _width(words, is_bold=is_bold)
    return max(_longest_word(words), min(_width(words, is_bold=is_bold), SENTENCE_CM))


def _width(words: str, *, is_bold: bool = False) -> float:
    return text_width(words, size=CELL_SIZE) * CM_PER_POINT * (1.07 if is_bold else 1.02) + PADDING_CM


def _longest_word(words: str) -> float:
    return max((_width(word, is_bold=True) for word in words.split(" ")), default=0.0)
