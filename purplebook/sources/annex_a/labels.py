"""From what people write in a coded cell of Annex A to the bare code: "q) 6: Police" and "6" are both 6.

The lettered prefix is never trusted: the 2019 template gives the letter s to two different ethnicities.
"""

from __future__ import annotations

import re
from functools import lru_cache

from purplebook.tables.codes import CODE_SETS

IN_OR_OUT = "in or out"
"""Where a placement is: the only list of codes that Annex A has and the canonical tables turn into yes or no."""

_OWN_LABELS: dict[str, dict[str, str]] = {
    IN_OR_OUT: {"in": "true", "out": "false"},
    "yes_no_unknown": {"unknown": "U", "true": "Y", "false": "N", "1": "Y", "0": "N"},
    "return_interview_answer": {"unknown": "U", "true": "Y", "false": "N", "1": "Y", "0": "N", "n/a": "NA"},
    "sex": {"not stated/recorded": "U", "not stated": "U", "neither": "U", "unknown": "U", "n": "U"},
    "gender": {"not stated/recorded": "U", "not stated": "U", "unknown": "U"},
    "case_status": {
        "looked after child": "LAC",
        "child protection plan": "CPP",
        "child in need plan": "CIN",
        "closed episode": "CLOSED",
    },
    "abuse_category": {"multiple/not recommended": "MUL", "multiple": "MUL", "neglect": "NEG"},
    "care_plan_goal": {
        "return to family": "RETURN",
        "adoption": "ADOPTION",
        "sgo/cao": "SGO_CAO",
        "supported living in the community": "SUPPLIV",
        "long-term residential placement": "RESID",
        "long-term fostering": "LTFOST",
        "other": "OTHER",
    },
    "care_leaver_eligibility": {
        "relevant child": "RELEVANT",
        "former relevant child": "FORMER_RELEVANT",
        "qualifying care leaver": "QUALIFYING",
        "eligible child": "ELIGIBLE",
    },
    "in_touch": {"y": "YES", "n": "NO"},
    "referral_source": {
        "schools": "2A",
        "education services": "2B",
        "housing": "4",
        "police": "6",
        "other legal agency": "7",
        "anonymous": "9",
    },
}
_LETTER = re.compile(r"^[a-z]{1,2}\d?\)\s*", re.IGNORECASE)
_CODE_THEN_LABEL = re.compile(r"^([A-Za-z0-9]{1,5})\s*(?::|\s[-–—])")


@lru_cache(maxsize=10_000)
def read_code(text: str, *, code_set: str) -> str | None:
    """Return the bare code that `text` means in the set called `code_set`, or None when it means none."""
    bare = _LETTER.sub("", text.replace("’", "'").replace("‘", "'")).strip()
    values = CODE_SETS[code_set].codes if code_set in CODE_SETS else ()
    codes = {value.code for value in values}
    if bare.upper() in codes:
        return bare.upper()
    if (start := _CODE_THEN_LABEL.match(bare)) and start[1].upper() in codes:
        return start[1].upper()
    own = _OWN_LABELS.get(code_set, {}).get(bare.casefold())
    if own is not None:
        return own
    return next((value.code for value in values if value.label.casefold() == bare.casefold()), None)
