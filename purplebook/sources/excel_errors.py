"""What Excel writes in a cell whose formula failed: in a workbook's cell, or as text in what was saved from it.

Such a cell is never taken for an empty one: somebody meant a value to stand there.
"""

from __future__ import annotations

from purplebook.sources.faults import Fault

UNNAMED = "#UNKNOWN!"
EXCEL_ERRORS = frozenset(
    {
        *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"),
        *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#GETTING_DATA", UNNAMED),
    }
)
EXCEL_ERROR = Fault(
    "the cell holds an Excel error", "A formula failed there. Mend it, or write the value. The cell was left empty."
)
EXCEL_ERROR_IN_KEY = Fault(
    EXCEL_ERROR.reason, "A formula failed there. The row was left out: mend the formula, or write the identifier."
)


def is_excel_error(cell: str) -> bool:
    """Whether the cell holds nothing but an Excel error."""
    return cell.startswith("#") and cell.strip().upper() in EXCEL_ERRORS
