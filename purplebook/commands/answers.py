"""Writes a table of answers as a person or a program wants it: on the terminal, as CSV, JSON, Parquet or a workbook."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from purplebook.commands.terminal import direct, plain_signs
from purplebook.errors import BadInputError
from purplebook.run.endings import ending_of

if TYPE_CHECKING:
    import pyarrow as pa

    from purplebook.run.indicators import Listing

Columns = Mapping[str, Sequence[object]]
"""A table in plain columns, by name."""
FORMATS = ("table", "csv", "json", "parquet", "xlsx")
FORMAT_OF_ENDING = {f".{form}": form for form in FORMATS[1:]} | {".txt": "table", "": "table"}
IN_A_FILE = ("parquet", "xlsx")
"""Formats that are not text: they need a file, and the file their ending."""
COLUMN_EDGE = 3
"""What a column takes on a terminal beside its content: a line and a space on either side."""
NEVER_BROKEN = 14
"""A column no wider than this holds codes, days or numbers, which a terminal must not break; others give way."""


def format_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --format, --json and --out."""
    command = click.option("--out", type=click.Path(path_type=Path), help="Write to this file.")(command)
    command = click.option("--json", "is_json", is_flag=True, help="The same as --format json.")(command)
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="How to write the answer. Without it, as the name of the --out file ends (.csv, .json, .parquet, "
        ".xlsx or .txt), else as a table.",
    )(command)


def form_of(form: str | None, *, is_json: bool, out: Path | None) -> str:
    """The form to write in: the one asked for, else the one that the file's name ends in, else a table.

    Called before anything is counted, so that a file that cannot be written is refused at once.
    """
    asked = "json" if is_json else form
    if out is None:
        if asked in IN_A_FILE:
            raise BadInputError(f"{asked.capitalize()} is not text. Say which file to write: --out figures.{asked}.")
        return asked or "table"
    if not out.is_dir():
        named = FORMAT_OF_ENDING[ending_of(out, tuple(FORMAT_OF_ENDING), what="the answer", example="answer")]
        if asked is not None and asked != named and (asked in IN_A_FILE or named in IN_A_FILE):
            raise BadInputError(
                f"{out} cannot be written as {asked}: its name says {named}. Name a file that ends in "
                f".{asked if asked in IN_A_FILE else 'txt' if asked == 'table' else asked}, or leave the format out."
            )
        asked = asked or named
    check_file(out)
    return asked or "table"


def write_answer(
    table: pa.Table | Columns,
    *,
    form: str,
    out: Path | None,
    title: str = "",
    numbers: Collection[str] = (),
    first_to_go: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> None:
    """Write the table in the form asked for, to the file asked for or to standard output.

    `notes` are what the command says beside the answer: a workbook carries them, for it is sent on without the words.
    `numbers` are columns of text to line up as numbers are; `first_to_go` are those that a terminal too narrow for all
    can do without, in that order.
    """
    if out is not None:
        write_bytes(_content(table, form=form, title=title, numbers=numbers, notes=notes), out=out)
    elif form == "table" and sys.stdout.isatty():
        _show(table, title=title, numbers=numbers, first_to_go=first_to_go)
    else:
        # Made plain here, for click takes some orders out where no terminal reads, and JSON must not lose them.
        click.echo(plain_signs(_text(table, form=form, numbers=numbers)), nl=False)


def write_listing(listing: Listing, *, form: str, out: Path | None, first_to_go: Sequence[str] = ()) -> None:
    """Write a list of what is declared, as `write_answer` does.  As text it needs no Arrow."""
    content = listing.table if form in IN_A_FILE else listing.columns
    write_answer(content, form=form, out=out, title=listing.title, first_to_go=first_to_go)


def write_page(text: str, *, out: Path | None) -> None:
    """Write a page of text to the file asked for or to standard output."""
    if out is None:
        click.echo(plain_signs(text), nl=False)
    else:
        write_bytes(text.encode(), out=out)


def write_bytes(content: bytes, *, out: Path) -> None:
    """Write a file whole, for its owner alone."""
    from purplebook.run.written import write_file

    write_file(out, content)


def say_it_holds_children(out: Path | None) -> None:
    """Say of a file that was written that it holds records of children."""
    if out is not None:
        click.echo(f"purplebook: {out} holds children's records. Keep it as you keep the records themselves.", err=True)


def check_file(out: Path) -> None:
    """Refuse a file that cannot be written; what only writing can show is refused then."""
    if out.is_dir():
        raise BadInputError(_refusal(out, "it is a folder"))
    if not out.parent.is_dir():
        raise BadInputError(_refusal(out, f"there is no folder {out.parent}"))
    if not os.access(out if out.exists() else out.parent, os.W_OK):
        raise BadInputError(_refusal(out, "you have no right to write there, or its disk is read-only"))


def _refusal(out: Path, reason: str) -> str:
    return f"{out} cannot be written: {reason}. Name a file in a folder that is there and yours: --out figures.csv."


def _content(
    table: pa.Table | Columns, *, form: str, title: str, numbers: Collection[str], notes: Sequence[str]
) -> bytes:
    """The table as the bytes of a file."""
    if isinstance(table, Mapping) or form not in IN_A_FILE:
        return _text(table, form=form, numbers=numbers).encode()
    if form == "parquet":
        import pyarrow.parquet as pq

        stream = io.BytesIO()
        pq.write_table(table, stream)
        return stream.getvalue()
    from purplebook.run.answer_workbook import answer_workbook

    return answer_workbook(table, title=title or "Answer", notes=notes)


def _text(table: pa.Table | Columns, *, form: str, numbers: Collection[str]) -> str:
    match form:
        case "csv":
            return csv_text(table)
        case "json":
            columns = columns_of(table)
            rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
            return json.dumps(rows, default=plain, ensure_ascii=False, indent=1) + "\n"
        case _:
            return aligned_text(table, numbers=numbers)


def plain(value: object) -> object:
    """A value as JSON has it: a decimal as a number, a day as text."""
    return float(value) if isinstance(value, Decimal) else value.isoformat() if isinstance(value, date) else str(value)


def columns_of(table: pa.Table | Columns) -> Columns:
    """The columns by name, as Python has their values."""
    if isinstance(table, Mapping):
        return table
    return dict(zip(table.column_names, (column.to_pylist() for column in table.columns), strict=True))


def _numbers_of(table: pa.Table | Columns) -> set[str]:
    """The columns that hold numbers."""
    if isinstance(table, Mapping):
        return {name for name, cells in table.items() if any(type(cell) is int for cell in cells)}
    return {field.name for field in table.schema if _is_number(field.type)}


def csv_text(table: pa.Table | Columns) -> str:
    """The table as CSV.  Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    columns = columns_of(table)
    writer.writerow(_cells(columns))
    writer.writerows(zip(*map(_cells, columns.values()), strict=True))
    return lines.getvalue()


def aligned_text(table: pa.Table | Columns, *, numbers: Collection[str] = ()) -> str:
    """The table with its columns lined up, for a terminal, a file or another program's eye."""
    columns = [[name, *map(_words, cells)] for name, cells in columns_of(table).items()]
    widths = [max(map(len, column)) for column in columns]
    right_hand = _numbers_of(table) | set(numbers)
    is_number = [column[0] in right_hand for column in columns]
    lines = (
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, is_number, strict=True)
        ).rstrip()
        for row in zip(*columns, strict=True)
    )
    return "\n".join(lines) + "\n"


def fitting(columns: Columns, *, width: int, first_to_go: Sequence[str]) -> Columns:
    """The columns without those that a terminal of this width has no room for.

    Empty columns go first, then those of `first_to_go` in order, until the rest fits.
    """
    empty = [name for name, cells in columns.items() if all(cell is None for cell in cells)]
    widths = {name: _column_width(name, cells) for name, cells in columns.items()}
    left = list(columns)
    for name in dict.fromkeys([*empty, *first_to_go]):
        if sum(widths[column] + COLUMN_EDGE for column in left) + 1 <= width:
            break
        if name in left:
            left.remove(name)
    return {name: columns[name] for name in left}


def _column_width(name: str, values: Sequence[object]) -> int:
    """How wide a column must be: a heading may break between words, a cell that can be copied may not."""
    return max([*map(len, name.split("_")), *(len(_words(value)) for value in values)])


def _show(table: pa.Table | Columns, *, title: str, numbers: Collection[str], first_to_go: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=direct(sys.stdout))
    columns, right_hand = columns_of(table), _numbers_of(table) | set(numbers)
    fits = fitting(columns, width=console.width, first_to_go=first_to_go)
    shown = Table(title=title or None, title_justify="left", header_style="bold", row_styles=["", "dim"])
    for name, cells in fits.items():
        width = _column_width(name, cells)
        # Folded, not cut: a child's number that lost its end would be of no use.
        shown.add_column(
            textwrap.fill(name.replace("_", " "), width),
            justify="right" if name in right_hand else "left",
            overflow="fold",
            no_wrap=width <= NEVER_BROKEN,
        )
    for row in zip(*fits.values(), strict=True):
        shown.add_row(*(Text(_words(value)) for value in row))
    console.print(shown)
    gone = [name.replace("_", " ") for name in columns if name not in fits]
    if gone:
        console.print(f"Without room here: {', '.join(gone)}. --format csv has every column.", highlight=False)


def _is_number(kind: pa.DataType) -> bool:
    import pyarrow as pa

    return pa.types.is_integer(kind) or pa.types.is_decimal(kind) or pa.types.is_floating(kind)


def _cells(values: Iterable[object]) -> Iterator[str]:
    """Each value as a cell of a CSV file; a text that comes again is looked at once."""
    seen: dict[str, str] = {}
    for value in values:
        if not isinstance(value, str | list):
            yield _squeezed(value)
            continue
        text = value if isinstance(value, str) else _squeezed(value)
        if text not in seen:
            seen[text] = _cell(text)
        yield seen[text]


def _cell(text: str) -> str:
    from purplebook.run.written import guarded

    # Looked at before it is squeezed: what goes then, a spreadsheet would pass over.
    safe = guarded(text)
    return safe if safe != text else _squeezed(text)


def _words(value: object) -> str:
    """A cell for an eye: on one line, and without a sign that a terminal would take for an order."""
    return plain_signs(_squeezed(value))


def _squeezed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(map(str, value))
    return " ".join(value.split()) if isinstance(value, str) else str(value)
