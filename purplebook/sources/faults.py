"""Every fault that settling a cell can find, in words for people.

One entry per kind of fault, so that a message is written once and every format says the same thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from purplebook.store.loaded import RowIssue


@dataclass(frozen=True)
class Fault:
    """`reason` and `what_to_do` are shown with the row; neither may hold a cell's value."""

    reason: str
    what_to_do: str

    def in_row(
        self,
        *,
        file_name: str,
        row: int | None,
        sheet: str | None = None,
        column: str | None = None,
        value: str | None = None,
        is_rejected: bool = False,
    ) -> RowIssue:
        """The issue that says that this row has the fault."""
        return RowIssue(file_name, sheet, row, column, value, self.reason, self.what_to_do, is_rejected)


NOT_A_DATE = Fault("not a date", "Write dates as YYYY-MM-DD or DD/MM/YYYY. The cell was left empty.")
DATE_OUT_OF_RANGE = Fault(
    "the date is before 2 January 1900 or after 2100",
    "Leave the cell empty when a date is not known. The cell was left empty.",
)
TWO_DIGIT_YEAR = Fault(
    "not a date: the year has two digits", "Write all four, such as 2026 for 26. The cell was left empty."
)
DAY_NUMBER = Fault(
    "not a date: the cell holds the number that Excel keeps for a day",
    "Format the cell as a date and save again, or write YYYY-MM-DD. The cell was left empty.",
)
TWO_DIGIT_YEAR_PATTERN = "[0-9]{1,2}[/. -]([0-9]{1,2}|[A-Za-z]{3,9})[/. -][0-9]{2}"
DAY_NUMBER_PATTERN = "[1-5][0-9]{4}(\\.0*)?"
"""Excel's numbers for the days from 1927 to 2064."""
BORN_AHEAD = Fault(
    "the date of birth lies more than ten months after the day of the records",
    "No unborn child is expected so late: correct the year. The cell was left empty.",
)
NOT_YES_OR_NO = Fault("neither yes nor no", "Write Yes or No. The cell was left empty.")
NOT_IN_OR_OUT = Fault("neither inside nor outside the authority", "Write In or Out. The cell was left empty.")
NOT_A_WHOLE_NUMBER = Fault("not a whole number", "Write digits only. The cell was left empty.")
NOT_A_NUMBER = Fault("not a number", "Write digits with a point for decimals. The cell was left empty.")
TOO_MANY_DECIMALS = Fault("more than two decimal places", "Nothing to do: the number was rounded to two places.")
UNKNOWN_CODE = Fault("not a code that this column may hold", "Write one of these: {codes}. The cell was left empty.")
UNKNOWN_CODE_IN_LIST = Fault(
    "the list holds a code that this column may not hold",
    "Write these, with ';' between them: {codes}. The codes not known were left out.",
)
"""Of these two, `known_codes.unknown_code` fills in the codes of the column."""
NOT_AN_AUTHORITY = Fault(
    "not a local authority's code",
    "Write the authority's three digits. The row was loaded under the authority that the load names.",
)
TOTALS_LINE = Fault(
    "the row is a line of totals and no record",
    "The row was left out. Nothing to do; a list without such a line reads alike.",
)
TOTALS_PATTERN = (
    r"(?is)\W*(?:(?:grand|sub|overall|running)[\s-]*)?totals?\b.*"
    r"|\W*(?:count|sum|average|number)(?:\s+of\b.*|\s*[:=].*|\s*)"
)
"""A cell that should hold an identifier and begins a line of totals; Python and DuckDB read the pattern alike."""
_TOTALS = re.compile(TOTALS_PATTERN)
NO_KEY = Fault("the row has nothing in its key column", "The row was left out. Give every row its identifier.")
UNREAD_KEY = Fault(
    "the row is known by this cell, and the cell cannot be read", "The row was left out. Correct the cell as listed."
)
REPEATED_KEY = Fault(
    "an earlier row has the same key",
    "The row was left out. Give each row its own identifier, or remove the repeated row.",
)
WRONG_CELL_COUNT = Fault(
    "the row has not as many cells as the header",
    "The row was left out, since its values may stand under the wrong columns. Put quotation marks round text that "
    "holds a comma or a line break.",
)
NO_CHILD_NAMED = Fault("the row names no child", "The row was left out. Give the row its child's number.")
SAME_ROW_TWICE = Fault(
    "the same row stands twice",
    "The row was left out and the first was loaded. Remove one of the two; where the event happened twice, write what "
    "tells the two apart.",
)
"""For rows without an identifier of their own: alike in every cell is the same row; one other cell makes it another."""
POINTS_NOWHERE = Fault(
    "no row has this identifier",
    "The cell was kept. Check that the row it names is in the files and was not left out.",
)


def like_row(number: int) -> str:
    """What stands for the value of a row that is like an earlier one, so that all such rows have one reason."""
    return f"like row {number}"


def is_totals(text: str) -> bool:
    """Whether a cell that should hold an identifier begins a line of totals, such as "Grand total: 25"."""
    return not text[:1].isdigit() and _TOTALS.fullmatch(text) is not None


def unread_date(text: str) -> Fault:
    """Why a text that is no date is none, as nearly as its shape tells."""
    if re.fullmatch(TWO_DIGIT_YEAR_PATTERN, text):
        return TWO_DIGIT_YEAR
    return DAY_NUMBER if re.fullmatch(DAY_NUMBER_PATTERN, text) else NOT_A_DATE
