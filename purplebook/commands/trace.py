"""`purplebook trace`: from a figure to the cells of the source file, for one child."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from purplebook.commands.answers import check_file, say_it_holds_children, write_page
from purplebook.commands.days import DAY
from purplebook.commands.one_child import AboutOneChild
from purplebook.commands.place import as_at_option, council_place, store_option
from purplebook.run.endings import ending_of

if TYPE_CHECKING:
    from purplebook.run.trace import SourceRow, Trace


@click.command(cls=AboutOneChild, short_help="Trace a figure to the cells of the source file, for one child.")
@click.argument("indicator")
@click.option("--child", required=True, metavar="CHILD", help="The council's own number for the child, or our key.")
@click.option("--authority", metavar="CODE", help="Whose number CHILD is, where several authorities are loaded.")
@as_at_option
@click.option(
    "--period", "word", type=DAY, metavar="PERIOD", help="The period, as for `figures`. Without it: the year to date."
)
@click.option("--file", "file", type=click.Path(path_type=Path), help="The loaded file, to show the cells it holds.")
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file (.txt or .json).")
def trace(
    indicator: str,
    child: str,
    authority: str | None,
    as_at: str | None,
    word: str | None,
    file: Path | None,
    store_path: Path | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """Walk from the figure of INDICATOR to the rows of one child that it counts, and to the file each came from.

    The answer is a child's record. Keep it as you keep the records themselves.
    """
    from purplebook.run.trace import trace as walk

    if out is not None:
        is_json |= ending_of(out, (".txt", ".json", ""), what="a trace", example="trace") == ".json"
        check_file(out)
    answer = walk(
        council_place(store_path), indicator, child=child, period=word, file=file, as_at=as_at, authority=authority
    )
    write_page(_as_json(answer) if is_json else "\n".join(_lines(answer)) + "\n", out=out)
    say_it_holds_children(out)


def _lines(answer: Trace) -> list[str]:
    title = f"{answer.indicator.id}, {answer.indicator.title}, {answer.period.label}: "
    title += "no value" if answer.value is None else f"{answer.value.normalize():f}"
    if not answer.part:
        return [
            title,
            "",
            "The figure does not count this child in this period. `purplebook counted CHILD` lists those that do.",
        ]
    count = len(answer.rows)
    lines = [title, "", f"This child is {answer.part}, by {count} row{'s' * (count != 1)}:"]
    for number, row in enumerate(answer.rows, start=1):
        lines += ["", *_row_lines(row, number=number)]
    return lines


def _row_lines(row: SourceRow, *, number: int) -> list[str]:
    sheet = f", sheet {row.sheet}" if row.sheet else ""
    day = f" of {row.extracted_on.isoformat()}" if row.extracted_on else ""
    lines = [
        f"{number}. {row.table}: {row.file_name or 'no file is known'}{sheet}, row {row.source_row}",
        f"   batch {row.batch_id}, an extract{day}, SHA-256 {row.sha256}",
    ]
    for name, value in row.values.items():
        written = row.changed.get(name)
        if value is not None or written is not None:
            was = "" if written is None else f"   (the file says: {written})"
            lines.append(f"   {name}: {'empty' if value is None else _plain(value)}{was}")
    others = {name: text for name, text in row.changed.items() if name not in row.values}
    if others:
        lines.append("   As the file has it, where conversion changed it or it has no column of its own:")
        lines += [f"     {name}: {text}" for name, text in others.items()]
    if row.cells is not None:
        lines.append("   The row in the file:")
        lines += [f"     {name}: {text}" for name, text in row.cells]
    return lines


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _as_json(answer: Trace) -> str:
    values = {
        "indicator": answer.indicator.id,
        "title": answer.indicator.title,
        "period": answer.period.label,
        "value": answer.value,
        "is_counted": bool(answer.part),
        "part": answer.part,
        "rows": [vars(row) for row in answer.rows],
    }
    return json.dumps(values, default=str, ensure_ascii=False, indent=1) + "\n"
