"""Names of formats or of an indicator → what the one can supply of the other, before anything is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from purplebook.definitions import all_indicators
from purplebook.errors import BadInputError, DefinitionError
from purplebook.language.indicators import Indicator
from purplebook.outputs.supply.supply_words import format_lines, indicator_lines, overview_lines, rows_of
from purplebook.results.answer import Answer
from purplebook.results.formats import Answer as FormatAnswer
from purplebook.results.formats import answers
from purplebook.run.place import Place
from purplebook.run.words import several
from purplebook.sources.supply import FormatSupply, format_supplies, together, with_all_together


@dataclass(frozen=True, repr=False)
class Formats(Answer):
    """What formats can supply: wholly, partly and what is lacking, or not and why."""

    answers: Sequence[FormatAnswer]
    compared: tuple[FormatSupply, ...]
    indicator: Indicator | None
    is_overview: bool

    @cached_property
    def table(self) -> pa.Table:  # pyright: ignore[reportIncompatibleVariableOverride]
        """A row for each format and indicator."""
        return pa.Table.from_pylist(rows_of(self.answers))

    @property
    def title(self) -> str:
        """What is asked of the formats."""
        return f"What formats can supply of {self.indicator.id if self.indicator else 'the indicators'}"

    def text(self, *, width: int) -> str:
        """The answer in lines no wider than `width`."""
        if self.indicator is not None:
            lines = indicator_lines(self.indicator, self.answers, width=width)
        elif not self.is_overview:
            lines = format_lines(self.compared[0], self.answers, width=width)
        else:
            lines = overview_lines(self.answers, width=width)
        return "\n".join(lines) + "\n"


def formats(names: str | Iterable[str] = (), *, place: Place | None = None) -> Formats:
    """What each format can supply of every indicator; of one; or what some formats can supply in one load."""
    every, indicators = format_supplies(), all_indicators() if place is None else place.indicators
    items, chosen = _named(several(names), indicators=indicators, formats=every)
    if chosen:
        compared = chosen if len(chosen) == 1 else (together(chosen),)
    else:
        compared = with_all_together(every)
    format_answers = answers(items or indicators, compared)
    return Formats(format_answers, compared, indicator=items[0] if items else None, is_overview=not chosen)


def _named(
    names: Sequence[str], *, indicators: Sequence[Indicator], formats: Sequence[FormatSupply]
) -> tuple[tuple[Indicator, ...], tuple[FormatSupply, ...]]:
    """The indicator or the formats of these names; a DefinitionError names the formats there are."""
    items = {item.id.casefold(): item for item in indicators}
    known = {supply.name: supply for supply in formats}
    wanted = [name.casefold().replace("_", "-") for name in names]
    for name, plain in zip(names, wanted, strict=True):
        if plain not in items and plain not in known:
            raise DefinitionError(
                f"There is no format and no indicator '{name}'. The formats are: {', '.join(known)}. "
                "`purplebook indicators` lists the indicators."
            )
    named = tuple(items[name] for name in dict.fromkeys(wanted) if name in items)
    chosen = tuple(known[name] for name in dict.fromkeys(wanted) if name in known)
    if len(named) > 1 or (named and chosen):
        raise BadInputError("Name one indicator, or one or several formats: purplebook formats annex-a ssda903.")
    return named, chosen
