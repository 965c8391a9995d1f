"""An indicator: a measure with the name, the unit, the source and the breakdowns that make it readable."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from purplebook.errors import DefinitionError
from purplebook.language.counted_once import unit_counted
from purplebook.language.divided_by import Breakdown, check_breakdowns
from purplebook.language.measures import Measure, Shape
from purplebook.language.node import walk
from purplebook.language.nodes import Expression
from purplebook.language.periods import PeriodKind
from purplebook.language.places import did_you_mean, nearest, place_of_declaration, refuse
from purplebook.language.related import Related, RelatedRows, condition
from purplebook.language.themes import THEMES

__all__ = ["EVER", "Better", "Breakdown", "Indicator", "indicator"]

EVER = -1
"""A look-back without limit."""

_WAYS = {"up": "higher", "high": "higher", "down": "lower", "low": "lower", "none": "neither"}


class Better(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True)
class Indicator:
    """One declared indicator.  `id` is stable for life; `edition` rises when what it counts changes.

    `counts` is who or what is counted, in words, and `counts_each` what one of them is: a child, who then counts once
    whatever there is of records, or a referral, a plan, a place.  `day_0` says which day a clock starts on, or why none
    runs.  `source` says where the rule comes from and what is assumed.  `look_back_months` is how much earlier history
    the figure needs before a period's first day (EVER: all there is); `look_ahead_months` how many months after a
    period's last day its answers may still be decided, so that it is not judged before.  `only_for` names the kinds of
    period it has a meaning for, when not all: for others the whole numbers are given and no value.  `needs` are
    conditions each of which the records must be able to make true: without one the figure would be of something else,
    so there is none.  `declared_at` is its file and line.
    """

    id: str
    title: str
    measure: Measure
    theme: str
    counts: str
    source: str
    edition: int = 1
    better: Better = Better.NEITHER
    day_0: str = "No clock runs."
    by: tuple[Breakdown, ...] = ()
    look_back_months: int = 0
    look_ahead_months: int = 0
    note: str = ""
    only_for: tuple[PeriodKind, ...] = ()
    needs: tuple[Expression, ...] = ()
    counts_each: str = ""
    declared_at: str = field(default="", compare=False, repr=False)

    @cached_property
    def tables_read(self) -> frozenset[str]:
        """The tables that its rows are of, and those of all rows that it looks at beside them."""
        names = set()
        for total in (self.measure.top, self.measure.bottom):
            if total is not None:
                terms = [*total.cohort.only, *(() if total.value is None else (total.value,))]
                names.add(total.cohort.table)
                names |= {node.rows.table for term in terms for node in walk(term) if isinstance(node, Related)}
        return frozenset(names)

    @cached_property
    def tables_needed(self) -> frozenset[str]:
        """The tables whose rows its `needs` look at beside those that are counted."""
        return frozenset(node.table for term in self.needs for node in walk(term) if isinstance(node, RelatedRows))

    def breakdown(self, name: str) -> Breakdown:
        """The breakdown called `name`; a DefinitionError lists those there are."""
        for item in self.by:
            if item.name == name:
                return item
        known = ", ".join(item.name for item in self.by) or "none"
        raise DefinitionError(f"{self.id} has no breakdown '{name}'. Its breakdowns: {known}.")


def indicator(
    identifier: str,
    title: str,
    measure: Measure,
    *,
    theme: str,
    counts: str,
    source: str,
    edition: int = 1,
    better: str = "neither",
    day_0: str = "No clock runs.",
    by: tuple[Breakdown, ...] = (),
    look_back_months: int = 0,
    look_ahead_months: int = 0,
    note: str = "",
    only_for: tuple[PeriodKind, ...] = (),
    needs: tuple[Expression, ...] = (),
    counts_each: str = "",
) -> Indicator:
    """Declare an indicator; what cannot mean anything is refused with the file, the line and the reason.

    `counts_each` names the unit of count; where it is left out, the measure says whether that is a child or a row.
    """
    if not isinstance(identifier, str) or not re.fullmatch(r"(LOCAL-)?[A-Z]{1,2}\d[A-Z0-9]*(-[A-Z]+)?", identifier):
        refuse(f"'{identifier}' is not an indicator id. Write one like RF01, S401 or LOCAL-RF01.")
    _check_measure(identifier, measure)
    _check_words(identifier, title=title, counts=counts, source=source, day_0=day_0)
    if theme not in THEMES:
        refuse(f"{identifier}: there is no theme {theme!r}. {did_you_mean(theme, THEMES)}")
    if better not in set(Better):
        near = nearest(better, [way.value for way in Better]) or {"up": "higher", "down": "lower"}.get(
            str(better).casefold(), ""
        )
        meant = f" Did you mean {near!r}?" if near else ""
        refuse(f"{identifier}: `better` must be higher, lower or neither, not {better!r}.{meant}")
    if type(edition) is not int or edition < 1:
        refuse(
            f"{identifier}: edition is a whole number from 1, not {edition!r}. Raise it when what is counted changes."
        )
    if type(look_back_months) is not int or look_back_months < EVER:
        refuse(f"{identifier}: look_back_months is a whole number of months or EVER, not {look_back_months!r}.")
    if type(look_ahead_months) is not int or look_ahead_months < 0:
        refuse(f"{identifier}: look_ahead_months is a whole number of months, not {look_ahead_months!r}.")
    _check_only_for(identifier, only_for)
    totals = [total for total in (measure.top, measure.bottom) if total is not None]
    check_breakdowns(identifier, by, tables=tuple(dict.fromkeys(total.cohort.table for total in totals)))
    if measure.shape is Shape.RATE and by and not measure.by_group:
        refuse(f"{identifier}: a rate has no breakdowns, because the population is known for the whole area only.")
    return Indicator(
        id=identifier,
        title=title,
        measure=measure,
        theme=theme,
        counts=counts,
        source=source,
        edition=edition,
        better=Better(better),
        day_0=day_0,
        by=by,
        look_back_months=look_back_months,
        look_ahead_months=look_ahead_months,
        note=note,
        only_for=only_for,
        needs=_conditions(identifier, needs),
        counts_each=unit_counted(identifier, measure, counts_each),
        declared_at=place_of_declaration(),
    )


def _check_measure(identifier: str, measure: Any) -> None:
    """A measure, and where it is a percentage, one whose part is chosen among its whole."""
    if not isinstance(measure, Measure):
        written = getattr(measure, "described", None) or getattr(measure, "written", None) or repr(measure)
        hint = "rows.exists() inside percentage_of" if isinstance(measure, RelatedRows) else "count(…)"
        refuse(f"{identifier} needs a measure, and is given {written}. Write {hint}, or percentage_of(…, that=…).")
    if measure.shape is Shape.PERCENTAGE:
        top, whole = measure.top.cohort, measure.bottom.cohort if measure.bottom is not None else None
        is_part = whole is not None and (top.table, top.clock) == (whole.table, whole.clock)
        if whole is None or not is_part or top.only[: len(whole.only)] != whole.only:
            refuse(
                f"{identifier}: the rows above are not all among the rows below. Write percentage_of(whole, that=…)."
            )


def _conditions(identifier: str, needs: Any) -> tuple[Expression, ...]:
    if not isinstance(needs, tuple):
        refuse(f"{identifier}: needs=… takes conditions in brackets with a comma: needs=(condition,).")
    return tuple(map(condition, needs))


def _check_words(identifier: str, **words: Any) -> None:
    for name, text in words.items():
        if not isinstance(text, str) or not text.strip():
            refuse(f"{identifier}: {name}=… needs words for a reader, not {text!r}.")


def _check_only_for(identifier: str, only_for: Any) -> None:
    known = [kind.name for kind in PeriodKind]
    for kind in only_for if isinstance(only_for, tuple) else (only_for,):
        if not isinstance(kind, PeriodKind):
            near = nearest(kind, known) or "YEAR"
            refuse(f"{identifier}: only_for=… takes kinds of period, not {kind!r}. Write (PeriodKind.{near},).")
    if not isinstance(only_for, tuple):
        refuse(f"{identifier}: only_for=… takes kinds of period in brackets with a comma: (PeriodKind.YEAR,).")
