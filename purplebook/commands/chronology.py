"""`purplebook chronology`: one child's story, every dated event with the row that it comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from purplebook.commands.answers import form_of, format_options, say_it_holds_children, write_answer, write_page
from purplebook.commands.one_child import AboutOneChild, child_argument
from purplebook.commands.place import as_at_option, store_option
from purplebook.run.place import find_place

WIDTH_WITHOUT_A_TERMINAL = 120


@click.command(cls=AboutOneChild, short_help="Tell one child's story, event by event.")
@child_argument
@as_at_option
@click.option("--table", "tables", multiple=True, metavar="TABLE", help="Only this table. May be said again.")
@click.option("--every", is_flag=True, help="Tell every visit and the like; else runs of them are gathered.")
@store_option
@format_options
def chronology(
    child: str,
    authority: str | None,
    as_at: str | None,
    tables: tuple[str, ...],
    every: bool,
    store_path: Path | None,
    form: str | None,
    is_json: bool,
    out: Path | None,
) -> None:
    """Tell the story of CHILD: every dated event of the records, in order, each with the file and row it comes from.

    CHILD is the council's own number for the child, as `list` prints it, or the person_id. A CSV, JSON or Parquet
    answer holds every event.

    A chronology is a child's record. Keep it as you keep the records themselves.
    """
    from purplebook.run.chronology import chronology as tell

    chosen_form = form_of(form, is_json=is_json, out=out)
    answer = tell(find_place(store_path), child, tables=tables, as_at=as_at, authority=authority)
    if chosen_form == "table":
        width = shutil.get_terminal_size((WIDTH_WITHOUT_A_TERMINAL, 24)).columns
        write_page(answer.page(width=width, every=every or bool(tables)), out=out)
    else:
        write_answer(answer.table, form=chosen_form, out=out, title="Chronology of one child")
    say_it_holds_children(out)
