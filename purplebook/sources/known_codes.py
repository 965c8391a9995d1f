"""Which codes a column may hold, asked of the tables' own code sets."""

from __future__ import annotations

from functools import lru_cache

from purplebook.sources import faults
from purplebook.sources.faults import Fault
from purplebook.tables import Column
from purplebook.tables.codes import CODE_SETS


def codes_of(column: Column) -> tuple[str, ...] | None:
    """The codes that `column` may hold; None when it has no code set."""
    if column.code_set is None:
        return None
    return tuple(value.code for value in CODE_SETS[column.code_set].codes)


MOST_CODES_TOLD = 8


@lru_cache(maxsize=200)
def unknown_code(code_set: str, *, is_list: bool = False, register: str | None = None) -> Fault:
    """The fault of a cell that holds none of the set's codes, with the first of them; of a register, where all are."""
    values = CODE_SETS[code_set].codes
    codes = "; ".join(f"{value.code} ({value.label})" for value in values[:MOST_CODES_TOLD])
    if len(values) > MOST_CODES_TOLD:
        codes += f"; and {len(values) - MOST_CODES_TOLD} more"
    if register is not None:
        codes += f" (all of them: `purplebook template {register}`, sheet 'How to fill this in')"
    elif len(values) > MOST_CODES_TOLD:
        codes += f" (all of them: the codes '{code_set}' in purplebook's documentation)"
    fault = faults.UNKNOWN_CODE_IN_LIST if is_list else faults.UNKNOWN_CODE
    return Fault(fault.reason, fault.what_to_do.format(codes=codes))
