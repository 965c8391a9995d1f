"""The catalogue of ids: what each series of them is about, which may not be used again, and which is the next.

The indicators themselves are the catalogue; this file only keeps what they cannot say of themselves.  An id never
changes its meaning, so one that was withdrawn is spent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from purplebook.errors import DefinitionError
from purplebook.language.indicators import Indicator

SERIES: Mapping[str, str] = MappingProxyType(
    {
        "EH": "early help",
        "FH": "Family Help",
        "FD": "contacts at the front door",
        "RF": "referrals",
        "AS": "assessments",
        "CN": "children in need",
        "PF": "private fostering",
        "S4": "enquiries under section 47",
        "IC": "initial child protection conferences",
        "CP": "child protection plans",
        "CT": "work before court, and the family court",
        "LA": "children looked after",
        "AD": "adoption and other ways to a family for good",
        "CL": "young people who left care",
        "QA": "the quality of the work",
        "WF": "the workforce",
        "FO": "foster carers",
        "SP": "spending",
        "HA": "harm that hospitals see",
        "OF": "inspection",
    }
)
"""The two characters that an id starts with, and what the indicators of that series are about."""

WITHDRAWN: Mapping[str, str] = MappingProxyType({})
"""Ids that no indicator has any more, and why.  They are never given out again."""

_ID = re.compile(r"(?P<letters>[A-Z][A-Z0-9])(?P<number>\d\d)(-[A-Z]+)?")


def is_variant(identifier: str) -> bool:
    """Whether an id is another way to see the indicator whose id stands before the hyphen, such as CP04-RATE."""
    return "-" in identifier


def series_of(identifier: str) -> str:
    """The two characters of an id's series; a DefinitionError when it is in none."""
    match = _ID.fullmatch(identifier)
    if match is None or match["letters"] not in SERIES:
        raise DefinitionError(
            f"The id '{identifier}' is in no series. Write one of {', '.join(SERIES)} and two digits, such as "
            "CP16, or name a new series in purplebook/definitions/catalogue.py. A council's own start with LOCAL-."
        )
    return match["letters"]


def next_free_ids(items: Iterable[Indicator]) -> dict[str, str]:
    """The next id of each series that no indicator has or had."""
    taken = (*(item.id for item in items), *WITHDRAWN)
    return {letters: _next_free_id(letters, taken) for letters in SERIES}


def _next_free_id(letters: str, taken: Sequence[str]) -> str:
    """The id after the last of a series: RF09 where there are RF01 to RF08."""
    matches = (_ID.match(identifier) for identifier in taken)
    numbers = (int(match["number"]) for match in matches if match and match["letters"] == letters)
    return f"{letters}{max(numbers, default=0) + 1:02d}"
