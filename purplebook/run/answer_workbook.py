"""A table of answers → a workbook of one sheet."""

from __future__ import annotations

import pyarrow as pa

from purplebook import __version__
from purplebook.outputs.sheets import Workbook, sheet_of, workbook_bytes


def answer_workbook(table: pa.Table, *, title: str) -> bytes:
    """The workbook's bytes: the same answer gives the same bytes, and no text in it is a formula."""
    sheet = sheet_of(table, name="Answer", title=title)
    facts = (("Made by", f"purplebook {__version__}"),)
    legend = (("An empty cell", "There is no value; where there is a status beside it, that says why."),)
    return workbook_bytes(Workbook(title=title, sheets=(sheet,), facts=facts, legend=legend))
