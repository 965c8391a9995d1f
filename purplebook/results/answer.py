"""What every answer in columns can do: be handed on to Arrow, pandas or Polars, and be looked at.

Knows nothing of what its columns mean.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from purplebook.errors import UserError

if TYPE_CHECKING:
    import pandas
    import polars  # pyright: ignore[reportMissingImports]
    import pyarrow as pa

LINES_SHOWN = 10
"""Rows that a console shows of an answer."""
ROWS_OF_PAGE = 50
"""Rows that a notebook shows of an answer; the rest is a line that says how many there are."""
NUMBER_STYLE = ' style="text-align: right"'


class Answer:
    """A table with a name: what a question gave.  `table` is an Arrow table; a subclass says what it is about."""

    table: pa.Table

    @property
    def title(self) -> str:
        """What was asked, in a line."""
        return "Answer"

    @property
    def headline(self) -> str:
        """The title, and how many rows there are."""
        return f"{self.title}: {_many(len(self), 'row')}"

    def to_arrow(self) -> pa.Table:
        """The table as it is: whole numbers whole, decimals exact, days as days."""
        return self.table

    def to_pandas(self) -> pandas.DataFrame:
        """The table for pandas: counts stay whole numbers where some are unknown, decimals become floats."""
        # Here and below: what is declared is listed without Arrow, and a table of it is made for who asks.
        import pyarrow as pa

        frame = _library("pandas")
        whole = {pa.int32(): frame.Int32Dtype(), pa.int64(): frame.Int64Dtype()}
        return _with_floats(self.table).to_pandas(types_mapper=whole.get, date_as_object=False)

    def to_polars(self) -> polars.DataFrame:
        """The table for Polars; decimals become floats, as for pandas."""
        return _library("polars").from_arrow(_with_floats(self.table))

    def readable(self) -> pa.Table:
        """The table as a person reads it; the same one unless a subclass puts labels to its codes."""
        return self.table

    def __len__(self) -> int:
        return self.table.num_rows

    def __bool__(self) -> bool:
        """Always true: an answer of no rows is an answer."""
        return True

    def __repr__(self) -> str:
        """The title and the first rows, lined up.  Answers that hold records of people say their shape alone."""
        notes = (*self._notes(), *_more(len(self), LINES_SHOWN, ".to_arrow(), .to_pandas() and .to_polars() have all"))
        return "\n".join([self.headline, *_lines(self.readable()), *notes])

    def _repr_html_(self) -> str:
        """The title and the first rows as a table, for a notebook; every cell is escaped."""
        from html import escape

        table = self.readable()
        names = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in table.column_names)
        body = "".join(
            f"<tr>{''.join(f'<td{_style(value)}>{escape(_text(value))}</td>' for value in row)}</tr>"
            for row in _rows(table, ROWS_OF_PAGE)
        )
        notes = (*self._notes(), *_more(len(self), ROWS_OF_PAGE, ".to_arrow(), .to_pandas() and .to_polars() have all"))
        notes_html = "".join(f"<p>{escape(note)}</p>" for note in notes)
        head = f"<caption>{escape(self.headline)}</caption><thead><tr>{names}</tr></thead>"
        return f"<table>{head}<tbody>{body}</tbody></table>{notes_html}"

    def _notes(self) -> Sequence[str]:
        """What must be read beside the table."""
        return ()


@dataclass(frozen=True, repr=False)
class NamedTable(Answer):
    """A table that was put together for its question alone."""

    table: pa.Table
    name: str

    @property
    def title(self) -> str:
        """What is listed."""
        return self.name


class AnswerOfChildren(Answer):
    """An answer whose rows are people's records.

    Its `repr` says how many rows and which columns there are and shows none: what a console prints ends up in logs,
    tracebacks and copied text, where a child's data has no place.  A notebook that is asked for the answer shows it.
    """

    def __repr__(self) -> str:
        columns = ", ".join(self.table.column_names)
        return f"{self.headline}. They are children's records, so they are not shown here. Columns: {columns}."

    def _notes(self) -> Sequence[str]:
        return ("These are children's records: clear what is shown here before you keep or send the notebook.",)


def _library(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as fault:
        if fault.name != name:
            raise
        raise UserError(
            f"{name} is not installed here. Install it (pip install {name}), or use .to_arrow(), which needs no more."
        ) from None


def _with_floats(table: pa.Table) -> pa.Table:
    """The table with its decimals as floats, which is what these libraries reckon with."""
    import pyarrow as pa

    for place, field in enumerate(table.schema):
        if pa.types.is_decimal(field.type):
            table = table.set_column(place, field.name, table.column(place).cast(pa.float64()))
    return table


def _rows(table: pa.Table, most: int) -> Iterator[tuple[Any, ...]]:
    shown = table.slice(0, most)
    yield from zip(*(column.to_pylist() for column in shown.columns), strict=True)


def _lines(table: pa.Table) -> Iterator[str]:
    """The first rows with their columns lined up."""
    rows = [tuple(table.column_names), *(tuple(map(_text, row)) for row in _rows(table, LINES_SHOWN))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _more(count: int, shown: int, where: str) -> Iterator[str]:
    if count > shown:
        yield f"… and {_many(count - shown, 'more row')}: {where}."


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _style(value: object) -> str:
    return "" if value is None or isinstance(value, str) else NUMBER_STYLE


def _text(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())
