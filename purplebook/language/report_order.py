"""Indicators together: no id stands for two, each has its place in a report, and a council's own are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from purplebook.language.indicators import Indicator
from purplebook.language.places import RefusedDefinition, refuse

LOCAL = "LOCAL-"
"""How the ids of a council's own indicators start, so that they never meet one of ours that is still to come."""


def in_report_order(
    *indicators: Indicator, series: Sequence[str], beside: Sequence[Indicator] = (), local: bool = False
) -> tuple[Indicator, ...]:
    """The indicators in the order of a report: by the series that the id starts with, its number, then as declared.

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
            raise RefusedDefinition(item.declared_at, f"{whose} with {LOCAL}, and this is {item.id}. {instead}")
        if item.id in taken:
            raise RefusedDefinition(
                item.declared_at,
                f"{item.id} is declared already, at {taken[item.id].declared_at}. An id stands for one indicator for "
                "life. `purplebook indicators` says which ids are free.",
            )
        taken[item.id] = item
    _check_breakdowns((*beside, *indicators))
    return tuple(sorted(indicators, key=lambda item: _place(item.id.removeprefix(LOCAL), series)))


def _check_breakdowns(indicators: Sequence[Indicator]) -> None:
    """Refuse a breakdown that means two things on rows of one table: one pass over the rows could not bring both."""
    first: dict[tuple[Any, ...], Indicator] = {}
    for item in indicators:
        cohort = item.measure.top.cohort
        for part in item.by:
            known = first.setdefault((cohort.table, cohort.clock, part.name), item)
            if known is not item and known.breakdown(part.name).expression != part.expression:
                raise RefusedDefinition(
                    item.declared_at,
                    f"breakdown '{part.name}' of {item.id} means something else in {known.id} ({known.declared_at}), "
                    "which counts the same rows. Give it another name.",
                )


def _place(identifier: str, series: Sequence[str]) -> tuple[int, str]:
    """Where the id's series stands; an id of no series comes last, by its name.  A variant stays with its number."""
    for place, letters in enumerate(series):
        if identifier.startswith(letters):
            return place, identifier.split("-")[0]
    return len(series), identifier.split("-")[0]


def _said(item: Any) -> str:
    return getattr(item, "described", None) or getattr(item, "written", None) or repr(item)
