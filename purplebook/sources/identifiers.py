"""Lasting identifiers for formats that give none, and one child whose own number is spelled in two ways.

The same record gets the same identifier from every file it stands in: two files of different formats that tell of one
child, or of one event of that child, meet here.  An Annex A row and a census row about the same referral have the same
key, so they are one referral and not two.

Systems and spreadsheets spell one number differently: `A0071` and `a0071`, `73` and `00073`.  With the same date of
birth that is one child.  What Excel cut to `1.23457E+11` can be any of a million children, and is only listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from purplebook.sources.faults import Fault
from purplebook.sources.raw import quoted_text, short_hash

_IGNORED, _DECIMALS, _ZEROS = r"[\s-]", r"^([0-9]+)\.0+$", r"^([A-Z]*)0+([0-9])"
CUT = r"[0-9](\.[0-9]+)?E\+[0-9]+"
"""How Excel writes a long number when it has lost its last digits, in capitals."""

SPELLED_OTHERWISE = "probably one child: another row spells the number otherwise"
JOINED = Fault(
    SPELLED_OTHERWISE,
    "The two were joined, since both were born on the same day. Spell the number alike in every file.",
)


@lru_cache(maxsize=50_000)
def person_id(own_number: str) -> str:
    """Our key for the child whom the authority knows by this number."""
    return short_hash("person", own_number)


def event_id(own_number: str, table: str, *kind: str, day: str, ordinal: int = 1) -> str:
    """Our key for a child's event: its table, its kind within the table, its day (YYYY-MM-DD), its place on that day.

    `kind` holds the values that tell events of one table apart, such as the conference's type.  `day` is empty when the
    file gives none.
    """
    return short_hash(own_number, table, *kind, day, str(ordinal))


@lru_cache(maxsize=50_000)
def plain_number(own_number: str) -> str:
    """The number without what differs from system to system: capitals, blanks, hyphens, leading zeros, a `.0`."""
    plain = own_number.upper()
    # Of letters and digits alone there is neither a blank nor a `.0` to leave out.
    if not (plain.isascii() and plain.isalnum()):
        plain = re.sub(_DECIMALS, r"\1", re.sub(_IGNORED, "", plain))
    return re.sub(_ZEROS, r"\1\2", plain) if "0" in plain else plain


def plain_number_sql(cell: str) -> str:
    """The SQL of the same."""
    bare = f"regexp_replace(upper({cell}), {quoted_text(_IGNORED)}, '', 'g')"
    whole = f"regexp_replace({bare}, {quoted_text(_DECIMALS)}, '\\1')"
    return f"regexp_replace({whole}, {quoted_text(_ZEROS)}, '\\1\\2')"


def is_cut_sql(cell: str) -> str:
    """The SQL of whether a number was cut by Excel."""
    return f"(contains(upper({cell}), 'E+') AND regexp_full_match(upper({cell}), {quoted_text(CUT)}))"


def one_spelling(births: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each number that is spelled in several ways, the spelling to use: that of the last one given.

    `births` gives the dates of birth that each number is told with.  Numbers that differ in more than spelling, or
    whose dates of birth are not one and the same, stay apart.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for number, days in births.items():
        known = {day for day in days if day}
        if len(known) == 1:
            alike.setdefault((plain_number(number), min(known)), []).append(number)
    return {number: numbers[-1] for numbers in alike.values() for number in numbers[:-1]}
