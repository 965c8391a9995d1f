"""An indicator: a measure with the name, the unit, the source and the breakdowns that make it readable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from purplebook.errors import DefinitionError
from purplebook.language.expressions import Expression
from purplebook.language.measures import Measure, Shape
from purplebook.language.periods import PeriodKind

EVER = -1
"""A look-back without limit."""


class Better(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True)
class Breakdown:
    """A way to divide figures into groups: `name` on the command line, `title` for readers.

    `code_set` names the code set whose labels the groups have, where groups are bare codes.  Groups are shown in
    `order`, then any others by name, those not recorded last.
    """

    name: str
    title: str
    expression: Expression
    code_set: str | None = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """One declared indicator.  `id` is stable for life; `edition` rises when what it counts changes.

    `counts` is the unit of count in words.  `day_0` says which day a clock starts on, or why none runs.
    `source` says where the rule comes from and what is assumed.  `look_back_months` is how much earlier history the
    figure needs before a period's first day (EVER: all there is).  `only_for` names the kinds of period it has a
    meaning for, when not all: for others the whole numbers are given and no value.
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
    note: str = ""
    only_for: tuple[PeriodKind, ...] = ()

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
    note: str = "",
    only_for: tuple[PeriodKind, ...] = (),
) -> Indicator:
    """Declare an indicator; what cannot mean anything is refused with the reason."""
    if not re.fullmatch(r"(LOCAL-)?[A-Z]{1,2}\d[A-Z0-9]*(-[A-Z]+)?", identifier):
        raise DefinitionError(f"'{identifier}' is not an indicator id. Write one like RF01, S401 or LOCAL-RF01.")
    if better not in set(Better):
        raise DefinitionError(f"{identifier}: `better` must be higher, lower or neither, not {better!r}.")
    names = [item.name for item in by]
    if len(set(names)) < len(names):
        raise DefinitionError(f"{identifier}: two breakdowns have the same name.")
    if measure.shape is Shape.RATE and by and not measure.by_group:
        raise DefinitionError(
            f"{identifier}: a rate has no breakdowns, because the population is known for the whole area only."
        )
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
        note=note,
        only_for=only_for,
    )
