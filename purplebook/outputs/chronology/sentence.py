"""The words of an event, with places for values: a part whose values are not recorded is left out.

How a sentence is written, `tables/story.py` says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from purplebook.language.listed import listed
from purplebook.language.periods import long_day
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS

Row = Mapping[str, Any]

_CONDITION = re.compile(r"(\w+)(!?=)([^&?\[\]]*)")
_CONDITIONS = re.compile(rf"({_CONDITION.pattern}(?:&{_CONDITION.pattern})*)\?")
_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_FIELD = re.compile(r"\{([\w.]+)(?:\|([^{}]*))?\}")

OTHER_CODE_SETS = {("legal_status", "status_code"): "legal_status"}
"""Columns that are declared as text, since a case system may have words of its own, and mostly hold codes."""

FACT_CODE_SETS = {"DISABILITY": "disability", "SEN": "special_educational_need"}
"""Which code set a person's fact is written in, by its kind."""


@dataclass(frozen=True)
class Condition:
    """What one column of the row must, or must not, hold; a value that is not recorded is never equal."""

    column: str
    is_equal: bool
    value: str

    def holds(self, row: Row) -> bool:
        """Whether it is true of the row."""
        value = row.get(self.column)
        text = str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
        return (text == self.value) == self.is_equal


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence that is said as a whole or not at all."""

    text: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """What is said of one event."""

    parts: tuple[Part, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Every column that it names, conditions included; a column of another table is written `table.column`."""
        named = [field for part in self.parts for field, _ in _FIELD.findall(part.text)]
        return tuple(dict.fromkeys([*named, *(asked.column for part in self.parts for asked in part.conditions)]))

    def say(self, table: str, row: Row) -> str:
        """The sentence about one row, with a capital at its start."""
        phrases = (_said(part, table, row) for part in self.parts if all(asked.holds(row) for asked in part.conditions))
        text = "".join(phrases)
        return text[:1].upper() + text[1:]


def parse_condition(text: str) -> Condition:
    """Read `column=value` or `column!=value`."""
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a condition. Write it as column=value or column!=value.")
    return Condition(match[1], match[2] == "=", match[3])


def parse_sentence(text: str) -> Sentence:
    """Read a sentence; a bracket that is not closed is refused."""
    if "".join(match[0] for match in _PART.finditer(text)) != text:
        raise ValueError(f"A bracket in '{text}' has no partner, or stands inside another.")
    parts = []
    for match in _PART.finditer(text):
        if match[2] is not None:
            parts.append(Part(match[2]))
            continue
        asked = _CONDITIONS.match(match[1])
        rest = match[1][asked.end() :] if asked else match[1]
        parts.append(Part(rest, tuple(map(parse_condition, asked[1].split("&"))) if asked else ()))
    return Sentence(tuple(parts))


def _said(part: Part, table: str, row: Row) -> str:
    values = {field: value_words(table, field, row) or otherwise for field, otherwise in _FIELD.findall(part.text)}
    return "" if "" in values.values() else _FIELD.sub(lambda match: values[match[1]], part.text)


def value_words(table: str, field: str, row: Row) -> str | None:
    """A value as it stands inside a sentence; None when it is not recorded."""
    value = row.get(field)
    if value is None or value == "" or value == []:
        return None
    owner, _, name = field.rpartition(".")
    if isinstance(value, list):
        return listed([inside(_label(owner or table, name, code, row)) for code in value])
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return inside(_label(owner or table, name, str(value), row))


def _label(table: str, name: str, code: str, row: Row) -> str:
    column = TABLES_BY_NAME[table].column(name)
    set_name = column.code_set or OTHER_CODE_SETS.get((table, name))
    if (table, name) == ("person_attribute", "code"):
        set_name = FACT_CODE_SETS.get(row.get("attribute_type") or "")
    entry = CODE_SETS[set_name].find(code) if set_name else None
    if entry:
        return entry.label
    # A list of the source's own, such as CASE_CLOSED: its words can be read once the marks are gone.
    return code.replace("_", " ").lower() if "_" in code and code.isupper() else code


def inside(text: str) -> str:
    """A label as it stands within a sentence: a small first letter, but for names and abbreviations."""
    first, _, rest = text.partition(" ")
    is_name = first[1:] != first[1:].lower() or rest[:1].isupper() or any(sign.isdigit() for sign in first)
    return text if is_name else text[:1].lower() + text[1:]
