"""What the codes mean: every code set that a canonical column may name."""

from purplebook.tables.codes.child_protection import CHILD_PROTECTION
from purplebook.tables.codes.code_set import CodeSet, CodeValue
from purplebook.tables.codes.front_door import FRONT_DOOR
from purplebook.tables.codes.leaving_care import LEAVING_CARE
from purplebook.tables.codes.looked_after import LOOKED_AFTER
from purplebook.tables.codes.people import PEOPLE
from purplebook.tables.codes.quality import QUALITY
from purplebook.tables.codes.reference import REFERENCE
from purplebook.tables.codes.workforce import WORKFORCE

ALL_CODE_SETS: tuple[CodeSet, ...] = (
    *PEOPLE,
    *FRONT_DOOR,
    *CHILD_PROTECTION,
    *LOOKED_AFTER,
    *LEAVING_CARE,
    *QUALITY,
    *WORKFORCE,
    *REFERENCE,
)
"""Every code set, in the order in which the manual shows them."""

CODE_SETS: dict[str, CodeSet] = {code_set.name: code_set for code_set in ALL_CODE_SETS}


def label(code_set: str, code: str) -> str:
    """Return what `code` means in the set called `code_set`, or the code itself when the set does not hold it."""
    entries = CODE_SETS.get(code_set)
    value = entries.find(code) if entries else None
    return value.label if value else code


__all__ = ["ALL_CODE_SETS", "CODE_SETS", "CodeSet", "CodeValue", "label"]
