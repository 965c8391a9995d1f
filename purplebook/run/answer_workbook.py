"""A table of answers → a workbook: the sheet of the answer, and one of what to know before reading it."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from purplebook import __version__
from purplebook.outputs.sheets import Column, Sheet, Workbook, sheet_of, workbook_bytes

NOTES = "Notes"
WIDTH = 110
"""Characters of a line of notes: what a screen shows without scrolling sideways."""


def answer_workbook(table: pa.Table, *, title: str, notes: Sequence[str] = ()) -> bytes:
    """The workbook's bytes: the same answer gives the same bytes, and no text in it is a formula.

    `notes` are what a terminal says beside the answer; whoever is sent the workbook has seen no terminal.
    """
    pointer = (f"Read the sheet {NOTES} first.",) if notes else ()
    sheets = (sheet_of(table, name="Answer", title=title, notes=pointer), *_sheet_of_notes(notes))
    facts = (("Made by", f"purplebook {__version__}"),)
    legend = (("An empty cell", "There is no value; where there is a status beside it, that says why."),)
    return workbook_bytes(Workbook(title=title, sheets=sheets, facts=facts, legend=legend))


def _sheet_of_notes(notes: Sequence[str]) -> tuple[Sheet, ...]:
    if not notes:
        return ()
    rows = tuple((note,) for note in notes)
    column = Column("note", width=WIDTH)
    return (Sheet(name=NOTES, title="What to know before reading the answer", columns=(column,), rows=rows),)
