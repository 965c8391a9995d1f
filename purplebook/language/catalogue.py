"""Indicators together: no id stands for two, each has its place in a report, and a council's own are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from purplebook.errors import DefinitionError
from purplebook.language.indicators import Indicator
from purplebook.language.places import refuse

LOCAL = "LOCAL-"
"""How the ids of a council's own indicators start, so that they never meet one of ours that is still to come."""

REPORT_ORDER: tuple[str, ...] = (
    "EH", "FH", "FD", "RF", "AS", "CN", "PF", "S", "IC", "CP", "CT", "LA", "AD", "CL", "QA", "WF", "FO", "SP", "HA",
    "OF",
)  # fmt: skip
"""The letters that ids start with, in the order of a report; any other comes after these."""


def checked_catalogue(
    *indicators: Indicator, beside: Sequence[Indicator] = (), local: bool = False
) -> tuple[Indicator, ...]:
    """The indicators in the order of a report: by the letters of the id, its number, then as declared.

    `local` is for a council's own definitions: their ids start LOCAL-, and only theirs.  They stand `beside` those that
    ship, and may not take an id of theirs.
    """
    taken = {item.id: item for item in beside}
    for item in indicators:
        if not isinstance(item, Indicator):
            refuse(f"INDICATORS holds {_said(item)}, which is no indicator. Declare it with indicator(…).")
        if local != item.id.startswith(LOCAL):
            instead = f"Write {LOCAL}{item.id}." if local else f"Write {item.id.removeprefix(LOCAL)}."
            whose = "A council's own ids start" if local else "Only a council's own ids start"
            raise DefinitionError(f"{item.declared_at}: {whose} with {LOCAL}, and this is {item.id}. {instead}")
        if item.id in taken:
            raise DefinitionError(
                f"{item.declared_at}: {item.id} is declared already, at {taken[item.id].declared_at}. An id stands for "
                f"one indicator for life. The next free one is {next_free_id(item.id, tuple(taken))}."
            )
        taken[item.id] = item
    _check_breakdowns((*beside, *indicators))
    return tuple(sorted(indicators, key=lambda item: _place(item.id)))


def next_free_id(like: str, taken: Sequence[str]) -> str:
    """The id after the last that starts with the same letters: RF09 where there are RF01 to RF08."""
    letters, number = _parts(like)
    numbers = [count for other, count in map(_parts, taken) if other == letters]
    return f"{letters}{max([number, *numbers]) + 1:02d}"


def _check_breakdowns(indicators: Sequence[Indicator]) -> None:
    """Refuse a breakdown that means two things on rows of one table: one pass over the rows could not bring both."""
    first: dict[tuple[Any, ...], Indicator] = {}
    for item in indicators:
        cohort = item.measure.top.cohort
        for part in item.by:
            known = first.setdefault((cohort.table, cohort.clock, part.name), item)
            if known is not item and known.breakdown(part.name).expression != part.expression:
                raise DefinitionError(
                    f"{item.declared_at}: breakdown '{part.name}' of {item.id} means something else in {known.id} "
                    f"({known.declared_at}), which counts the same rows. Give it another name."
                )


def _place(identifier: str) -> tuple[int, str, int]:
    letters, number = _parts(identifier)
    bare = letters.removeprefix(LOCAL)
    return (REPORT_ORDER.index(bare) if bare in REPORT_ORDER else len(REPORT_ORDER), letters, number)


def _parts(identifier: str) -> tuple[str, int]:
    match = re.match(rf"((?:{LOCAL})?[A-Z]+)(\d+)", identifier)
    return (match[1], int(match[2])) if match else (identifier, 0)


def _said(item: Any) -> str:
    return getattr(item, "described", None) or getattr(item, "written", None) or repr(item)
