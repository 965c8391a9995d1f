"""What is said of each date of each table about people; a date that is not named here gets plain words of its own."""

from __future__ import annotations

from collections.abc import Mapping

from purplebook.outputs.chronology.events.child_protection import CHILD_PROTECTION
from purplebook.outputs.chronology.events.front_door import FRONT_DOOR
from purplebook.outputs.chronology.events.looked_after import LOOKED_AFTER
from purplebook.outputs.chronology.events.people import PEOPLE
from purplebook.outputs.chronology.events.quality import QUALITY
from purplebook.outputs.chronology.telling import NotTold, TableWords, Told, date_columns, plain_words
from purplebook.tables import DATA_TABLES, Table

ALL_WORDS = (*PEOPLE, *FRONT_DOOR, *CHILD_PROTECTION, *LOOKED_AFTER, *QUALITY)
WORDS: Mapping[str, TableWords] = {words.table: words for words in ALL_WORDS}

PERSON_TABLES: tuple[Table, ...] = tuple(table for table in DATA_TABLES if table.is_about_a_person)
"""The tables whose rows point at a person, and the persons themselves, in the order of a child's journey."""


def tellings(table: Table) -> dict[str, Told | NotTold]:
    """Every date of a table with what is said of it, or why nothing is."""
    written = WORDS[table.name].dates if table.name in WORDS else {}
    return {column: written.get(column, plain_words(table, column)) for column in date_columns(table)}
