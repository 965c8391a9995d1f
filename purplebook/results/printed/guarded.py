"""Text of records in a CSV file, which a spreadsheet must not take for a formula and run."""

from __future__ import annotations

import unicodedata

FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""With what a formula begins, also as the wide signs that some spreadsheets take for the same."""
PASSED_OVER = ("C", "Z")
"""The kinds of signs that a spreadsheet may pass over before a formula: control and format characters, and spaces."""
MOVES_ON = ("\t", "\r", "\n")
"""What may put the text that follows it into a cell of its own."""


def guarded(value: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it."""
    start = next((sign for sign in value if unicodedata.category(sign)[0] not in PASSED_OVER), "")
    is_formula = start != "" and start in FORMULA_STARTS
    return f"'{value}" if is_formula or value.startswith(MOVES_ON) else value
