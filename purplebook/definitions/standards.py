"""Dated practice standards, read once from `standards.toml`, as definitions use them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from purplebook.errors import DefinitionError
from purplebook.language.expressions import Standard
from purplebook.language.places import did_you_mean, refuse

LOCAL, NATIONAL = "local", "national"
UNITS = ("working days", "days", "months", "audits a month")
KEYS = {"set_by", "beside", "unit", "meaning", "source", "values"}


@dataclass(frozen=True)
class PracticeStandard:
    """One standard with what it means, whose it is and who says so.

    `set_by` is "local" or "national"; `beside` names the national standard that a local one stands beside, or is "".
    """

    expression: Standard
    meaning: str
    source: str
    set_by: str
    beside: str = ""


@cache
def standards() -> dict[str, PracticeStandard]:
    """Every standard by name, in the order of the file; the values of each oldest first."""
    return standards_from(Path(__file__).with_name("standards.toml").read_text("utf-8"))


def standard(name: str) -> Standard:
    """The standard called `name`, with the value in force on the period's last day."""
    if name not in standards():
        refuse(f"There is no standard '{name}' in standards.toml. {did_you_mean(name, standards())}")
    return standards()[name].expression


def standards_from(text: str, *, file_name: str = "standards.toml") -> dict[str, PracticeStandard]:
    """Read a file of standards; a DefinitionError says which standard is wrong, how, and what to write instead."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"{file_name} cannot be read: {error}.") from error
    declared = {name: _standard(name, table, file_name) for name, table in tables.items()}
    for name, item in declared.items():
        if item.beside and (item.beside not in declared or declared[item.beside].set_by != NATIONAL):
            raise DefinitionError(
                f"{file_name}: '{name}' stands beside '{item.beside}', which is no national standard of this file."
            )
    return declared


def _standard(name: str, table: Any, file_name: str) -> PracticeStandard:
    where = f"{file_name}: '{name}'"
    if not isinstance(table, Mapping) or not KEYS - {"beside"} <= set(table) <= KEYS:
        raise DefinitionError(
            f"{where} must have {', '.join(sorted(KEYS - {'beside'}))}, may have beside, and no more."
        )
    if table["set_by"] not in (LOCAL, NATIONAL):
        raise DefinitionError(f'{where}: set_by must be "{LOCAL}" or "{NATIONAL}", not {table["set_by"]!r}.')
    if table["unit"] not in UNITS:
        raise DefinitionError(f"{where}: the unit must be one of {', '.join(UNITS)}, not {table['unit']!r}.")
    return PracticeStandard(
        expression=Standard(name.replace("_", " "), table["unit"], _values(table["values"], where)),
        meaning=table["meaning"],
        source=table["source"],
        set_by=table["set_by"],
        beside=table.get("beside", ""),
    )


def _values(rows: Any, where: str) -> tuple[tuple[date, int], ...]:
    """The dated values; every day from the first on has exactly one."""
    if not isinstance(rows, Sequence) or not rows:
        raise DefinitionError(f"{where} has no values. Write values = [{{ since = 2008-04-01, value = 10 }}].")
    last_day: date | None = None
    values: list[tuple[date, int]] = []
    for row in rows:
        since, value, until = row.get("since"), row.get("value"), row.get("until")
        if type(since) is not date or (until is not None and type(until) is not date):
            raise DefinitionError(f"{where}: every value needs the day from which it applied: since = 2015-04-01.")
        if type(value) is not int or value < 1:
            raise DefinitionError(f"{where}: the value since {since} must be a whole number above nought.")
        if until is not None and until < since:
            raise DefinitionError(f"{where}: the value since {since} ends before it starts, on {until}.")
        if values and since <= values[-1][0]:
            raise DefinitionError(
                f"{where}: a value since {values[-1][0]} is followed by one since {since}. Write them in order of "
                "date, one for each day."
            )
        if values and last_day is not None and since <= last_day:
            raise DefinitionError(f"{where}: the value until {last_day} overlaps with the one since {since}.")
        if values and last_day is not None and since > last_day + timedelta(days=1):
            raise DefinitionError(f"{where}: no value applies between {last_day} and {since}. Say what applied then.")
        values.append((since, value))
        last_day = until
    if last_day is not None:
        raise DefinitionError(f"{where}: the last value ends on {last_day}. Leave `until` out, or add what follows.")
    return tuple(values)
