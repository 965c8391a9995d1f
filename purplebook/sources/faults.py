"""Every fault that settling a cell can find: in words for people, and the SQL that recognises it.

One entry per kind of fault, so that a message is written once and every format says the same thing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`reason` and `what_to_do` are shown with the row; neither may hold a cell's value."""

    reason: str
    what_to_do: str


NOT_A_DATE = Fault("not a date", "Write dates as YYYY-MM-DD or DD/MM/YYYY. The cell was left empty.")
DATE_OUT_OF_RANGE = Fault(
    "the date is before 2 January 1900 or after 2100",
    "Leave the cell empty when a date is not known. The cell was left empty.",
)
NOT_YES_OR_NO = Fault("neither yes nor no", "Write true or false. The cell was left empty.")
NOT_A_WHOLE_NUMBER = Fault("not a whole number", "Write digits only. The cell was left empty.")
NOT_A_NUMBER = Fault("not a number", "Write digits with a point for decimals. The cell was left empty.")
TOO_MANY_DECIMALS = Fault("more than two decimal places", "Nothing to do: the number was rounded to two places.")
UNKNOWN_CODE = Fault(
    "not a code that this column may hold",
    "Write one of the codes listed in docs/generated/codes.md. The cell was left empty.",
)
UNKNOWN_CODE_IN_LIST = Fault(
    "the list holds a code that this column may not hold",
    "Write codes listed in docs/generated/codes.md, with ';' between them. The codes not known were left out.",
)
NOT_AN_AUTHORITY = Fault(
    "not a local authority's code",
    "Write the authority's three digits. The row was loaded under the authority that the load names.",
)
NO_KEY = Fault("the row has nothing in its key column", "The row was left out. Give every row its identifier.")
REPEATED_KEY = Fault(
    "an earlier row has the same key",
    "The row was left out. Give each row its own identifier, or remove the repeated row.",
)
POINTS_NOWHERE = Fault(
    "no row has this identifier",
    "The cell was kept. Check that the row it names is in the files and was not left out.",
)
