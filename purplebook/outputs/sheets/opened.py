"""Opening a workbook so that the same cells give the same bytes, and no text is taken for a formula, link or number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

MADE_ON = datetime(2000, 1, 1)
"""When a workbook says it was made: the same for every making, or its bytes would differ."""
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def opened(stream: BinaryIO, **properties: str | datetime) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written to `stream` when it is left; `properties` are those of the file."""
    with xlsxwriter.Workbook(stream, SETTINGS) as book:
        book.set_properties({"created": MADE_ON, **properties})
        yield book
