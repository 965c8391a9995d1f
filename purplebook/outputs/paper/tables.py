"""Prints tables of figures, without the rows and columns that hold none, and what others publish and targets beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from purplebook.language.paper_checks import block_references, references
from purplebook.language.papers import (
    Binding,
    ComparisonTable,
    FigureTable,
    Measured,
    Ref,
    Row,
    TargetTable,
    Text,
    Total,
)
from purplebook.language.periods import Period, PeriodKind, long_day, year_name
from purplebook.outputs.paper.add_up import groups_note
from purplebook.outputs.paper.binding import NOT_YET, Binder, is_missing, is_of_nobody
from purplebook.outputs.paper.model import PrintedTable, TableRow
from purplebook.outputs.paper.so_far import SO_FAR, TABLE_NOTE
from purplebook.outputs.paper.sources import source_of
from purplebook.results.compare import Target
from purplebook.results.compare.schema import Comparator
from purplebook.results.known import OTHERS, Beside
from purplebook.results.printed import NOT_AVAILABLE, printed

HEADS = {
    Comparator.NEIGHBOURS_MEAN: "Statistical neighbours",
    Comparator.REGION: "Region",
    Comparator.ENGLAND: "England",
}
DASHES = "A dash stands where there is no figure."


def kept_rows(table: FigureTable, binder: Binder) -> tuple[Row, ...]:
    """The rows that hold a figure; none when only totals are left, or nothing but parts of nobody."""
    rows = tuple(
        row
        for row in table.rows
        if any(_has_figure(cell, binder) for cell in row.cells)
        and not (row.is_for_any and all(size(cell, binder) <= 0 for cell in row.cells))
    )
    return rows if any(not row.is_total and _speaks(row, binder) for row in rows) else ()


def _speaks(row: Row, binder: Binder) -> bool:
    refs = [ref for cell in row.cells for ref in references(cell) if not is_missing(binder.found, ref)]
    return any(not is_of_nobody(binder.found, ref) for ref in refs)


def kept_columns(table: FigureTable, rows: Sequence[Row], binder: Binder) -> tuple[int, ...]:
    """The places of the columns in which some row has a figure, or words that are no figure."""
    return tuple(
        place for place in range(len(table.header) - 1) if any(not binder.is_missing(row.cells[place]) for row in rows)
    )


def figure_table(table: FigureTable, binder: Binder) -> PrintedTable | None:
    """A table as it is printed; None when no figure of it is there."""
    rows = kept_rows(table, binder)
    if not rows:
        return None
    columns = kept_columns(table, rows, binder)
    if table.is_largest_first:
        rows = tuple(sorted(rows, key=lambda row: (row.is_total, -size(row.cells[0], binder))))
    cells = [tuple(row.cells[place] for place in columns) for row in rows]
    is_dashed = any(binder.is_figure(cell) and not _has_figure(cell, binder) for row in cells for cell in row)
    note = "" if table.note is None or binder.lacks(table.note) else binder.text(table.note)
    note = " ".join(filter(None, (note, groups_note(rows, columns, binder))))
    source = source_of(block_references(replace(table, rows=rows)), binder)
    open_cells = _so_far(cells, binder)
    is_open = any(map(any, open_cells))
    # Where a whole table, row or column is so far, its head says so once.
    open_rows = [_all_open(row, marks, binder) for row, marks in zip(cells, open_cells, strict=True)]
    whole = len(rows) > 1 and all(open_rows)
    open_rows = [is_so_far and not whole for is_so_far in open_rows]
    open_columns = [
        not whole and _all_open([row[at] for row in cells], [marks[at] for marks in open_cells], binder)
        for at in range(len(columns))
    ]
    heads = [binder.text(table.header[0])]
    heads += [
        f"{binder.text(table.header[place + 1])}{_mark(is_so_far)}"
        for place, is_so_far in zip(columns, open_columns, strict=True)
    ]
    return PrintedTable(
        number=_number(table.key, binder),
        caption=f"{binder.text(table.caption)}{_mark(whole)}",
        header=tuple(map(dates_kept_whole, heads)),
        rows=tuple(
            TableRow(
                f"{binder.text(row.label)}{_mark(is_open_row)}",
                tuple(
                    _cell(cell, binder, is_so_far=is_so_far and not (whole or is_open_row or open_columns[at]))
                    for at, (cell, is_so_far) in enumerate(zip(kept, marks, strict=True))
                ),
                row.is_total,
            )
            for row, kept, marks, is_open_row in zip(rows, cells, open_cells, open_rows, strict=True)
        ),
        source=" ".join(filter(None, (note, DASHES if is_dashed else "", TABLE_NOTE if is_open else "", source))),
    )


def _so_far(cells: Sequence[Sequence[Binding]], binder: Binder) -> list[list[bool]]:
    """Which cells have a figure that is still filling up."""
    return [[_has_figure(cell, binder) and binder.is_filling(cell) for cell in row] for row in cells]


def _all_open(cells: Sequence[Binding], marks: Sequence[bool], binder: Binder) -> bool:
    """Whether all that has a figure in a row or column is so far, and it is more than one figure."""
    known = [mark for cell, mark in zip(cells, marks, strict=True) if _has_figure(cell, binder)]
    return len(known) > 1 and all(known)


def _mark(is_so_far: bool) -> str:
    return f", {SO_FAR}" if is_so_far else ""


def _cell(cell: Binding, binder: Binder, *, is_so_far: bool) -> str:
    words = binder.words(cell)
    return f"{words} {SO_FAR}" if is_so_far and words != NOT_YET else words


def comparison_table(table: ComparisonTable, binder: Binder) -> PrintedTable | None:
    """Figures beside what others publish for the same year, without who has nothing; None when nothing is published."""
    newest = [(line, *_newest(line, binder)) for line in table.lines]
    lines = [(line, ref, beside) for line, ref, beside in newest if ref is not None]
    who = [comparator for comparator in OTHERS if any(comparator in beside for _, _, beside in lines)]
    if not who:
        return None
    rows = []
    for line, ref, beside in lines:
        values = tuple(
            printed(beside[comparator].value, ref.show).text if comparator in beside else NOT_AVAILABLE
            for comparator in who
        )
        ours = _cell(ref, binder, is_so_far=binder.is_filling(ref))
        rows.append(TableRow(line.label, (_year(ref.period), ours, *values)))
    used = [figure for _, _, beside in lines for figure in beside.values()]
    note = "" if table.note is None else binder.text(table.note)
    refs = tuple(ref for _, ref, _ in lines)
    return PrintedTable(
        number=_number(table.key, binder),
        caption=binder.text(table.caption),
        header=("Measure", "Year or day", "Ours", *(_head(comparator, lines) for comparator in who)),
        rows=tuple(rows),
        source=" ".join(filter(None, (note, _published(used), source_of(refs, binder)))),
    )


def target_table(table: TargetTable, binder: Binder) -> PrintedTable | None:
    """Figures beside the targets that apply to them; None when none does."""
    lines: list[tuple[Measured, Ref, Target]] = []
    for line in table.lines:
        targets = ((ref, binder.recorded.known.target(ref.indicator, ref.period)) for ref in line.refs)
        lines += [(line, ref, target) for ref, target in targets if target is not None and binder.has(ref)][:1]
    if not lines:
        return None
    has_end = any(target.until for _, _, target in lines)
    rows = []
    for line, ref, target in lines:
        ours = _cell(ref, binder, is_so_far=binder.is_filling(ref))
        cells = (ours, f"{target.direction} {printed(target.value, ref.show).text}", _day(target.since))
        rows.append(TableRow(line.label, (*cells, _day(target.until)) if has_end else cells))
    note = "" if table.note is None else binder.text(table.note)
    return PrintedTable(
        number=_number(table.key, binder),
        caption=binder.text(table.caption),
        header=("Measure", "Ours", "Target", "From", *(("Until",) if has_end else ())),
        rows=tuple(rows),
        source=" ".join(filter(None, (note, source_of(tuple(ref for _, ref, _ in lines), binder)))),
    )


def size(cell: Binding, binder: Binder) -> Decimal:
    """How large a cell is, to put rows in order; what has no figure comes last."""
    value = binder.value(cell) if isinstance(cell, Ref | Total) else None
    return Decimal(-1) if value is None else value.number


def left_out(table: FigureTable, binder: Binder) -> tuple[Text, ...]:
    """The names of the rows that a printed table leaves out."""
    kept = kept_rows(table, binder)
    return tuple(row.label for row in table.rows if row not in kept and not row.is_for_any)


def dates_kept_whole(words: str) -> str:
    """Words in which a line cannot end between a day and its month: narrow columns would stack "31 / March / 2015"."""
    return re.sub(r"(\d) ([A-Z])", "\\1\N{NO-BREAK SPACE}\\2", words)


def _has_figure(cell: Binding, binder: Binder) -> bool:
    return binder.is_figure(cell) and not binder.is_missing(cell)


def _newest(line: Measured, binder: Binder) -> tuple[Ref | None, dict[Comparator, Beside]]:
    """The first of a line's periods for which we and somebody else have a figure, with theirs."""
    for ref in line.refs:
        beside = {
            comparator: figure
            for comparator in OTHERS
            if (figure := binder.recorded.known.published(ref.indicator, ref.period, comparator)) is not None
        }
        if beside and binder.has(ref):
            return ref, beside
    return None, {}


def _head(comparator: Comparator, lines: Sequence[tuple[Measured, Ref, dict[Comparator, Beside]]]) -> str:
    if comparator is not Comparator.REGION:
        return HEADS[comparator]
    return next(beside[comparator].who for _, _, beside in lines if comparator in beside)


def _published(used: Sequence[Beside]) -> str:
    sources = dict.fromkeys(figure.edition or figure.source for figure in used)
    lists = dict.fromkeys(match[1] for figure in used if (match := re.search(r"\((list of [^)]*)\)", figure.who)))
    neighbours = f" Statistical neighbours are the average of the {' and the '.join(lists)}." if lists else ""
    return f"Published figures: {'; '.join(sources)}.{neighbours}"


def _year(period: Period) -> str:
    """The year that a figure is of, short enough for a cell; or the day."""
    is_day = period.kind is PeriodKind.DAY
    return dates_kept_whole(long_day(period.last_day)) if is_day else year_name(period.last_day)


def _day(day: date | None) -> str:
    return "" if day is None else dates_kept_whole(long_day(day))


def _number(key: str, binder: Binder) -> int:
    return int(binder.numbers.get(key, "Table 0").split()[-1])
