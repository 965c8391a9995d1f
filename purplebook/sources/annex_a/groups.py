"""Texts that name a whole group of codes and none of its codes: "White", "Health services", the old code E1 "Adopted".

Some groups have a code for what fits none of their others, such as WOTH, "Any other White background".  It is the
nearest that the lists of codes have, so the text is read as that code; but it says more than the text does, and a load
tells how often that happened.  A group without such a code leaves the cell empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from purplebook.tables.codes import CODE_SETS

GENERAL_CODES = {
    "ethnicity": {"White": "WOTH", "Mixed": "MOTH", "Asian": "AOTH", "Black": "BOTH"},
    "referral_source": {"Individual": "1D", "Health services": "3F", "Local authority services": "5B"},
    "placement_type": {"Foster care": "U6"},
}
"""For each set of codes, its groups whose name alone is read as a code, and which one."""
WITHOUT_GENERAL_CODE = {
    "episode_end_reason": ("Adopted", "Returned home", "Special guardianship", "Independent living"),
    "placement_type": ("Placed for adoption",),
}
"""Groups whose name alone is no code."""
OTHER_NAMES = {
    "ethnicity": {
        "asian asian british": "Asian",
        "asian british": "Asian",
        "british asian": "Asian",
        "black black british": "Black",
        "black british": "Black",
        "mixed race": "Mixed",
        "dual": "Mixed",
        "mixed multiple ethnic": "Mixed",
    },
    "referral_source": {"individuals": "Individual", "la": "Local authority services"},
    "placement_type": {"fostering": "Foster care"},
    "episode_end_reason": {"independent accommodation": "Independent living"},
}
RETIRED_CODES = {
    "episode_end_reason": {"e1": "Adopted", "e4": "Returned home", "e42": "Special guardianship"},
    "placement_type": {"a1": "Placed for adoption", "a2": "Placed for adoption"},
}
"""Codes of years long past, each since divided into several."""
_FILLERS = frozenset(
    "or unspecified unspec background heritage origin group groups service services care carer placement placements "
    "order orders granted".split()
)
"""Words that make a group's name no narrower."""


@dataclass(frozen=True)
class CodeGroup:
    """A group of codes that a text names: its codes, and the one that is written for the whole group, if any."""

    name: str
    codes: tuple[str, ...]
    general_code: str | None


@lru_cache(maxsize=10_000)
def group_named(words: str, *, code_set: str) -> CodeGroup | None:
    """The group that is all these plain words name; None when they name none, or say more."""
    names = _names(code_set)
    first = words.partition(" ")[0]
    name = RETIRED_CODES.get(code_set, {}).get(first) or names.get(_bare(words))
    if name is None:
        # A group without a code of its own may be named in a sentence: nothing in it was found to say more.
        name = next((label for label in WITHOUT_GENERAL_CODE.get(code_set, ()) if label.casefold() in words), None)
    if name is None:
        return None
    codes = tuple(value.code for value in CODE_SETS[code_set].codes if value.group == name)
    return CodeGroup(name, codes, GENERAL_CODES.get(code_set, {}).get(name))


@lru_cache(maxsize=64)
def _names(code_set: str) -> dict[str, str]:
    groups = (*GENERAL_CODES.get(code_set, {}), *WITHOUT_GENERAL_CODE.get(code_set, ()))
    return {_bare(group.casefold()): group for group in groups} | OTHER_NAMES.get(code_set, {})


def _bare(words: str) -> str:
    return " ".join(word for word in words.split() if word not in _FILLERS)
