"""Lasting identifiers for formats that give none: the same record gets the same one from every file it stands in.

Two files of different formats that tell of one child, or of one event of that child, meet here: an Annex A row and a
census row about the same referral have the same key, so they are one referral and not two.
"""

from __future__ import annotations

from functools import lru_cache

from purplebook.sources.raw import short_hash


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
