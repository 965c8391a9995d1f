"""What analysts edit: indicators, breakdowns, standards and papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from purplebook.definitions.indicators import all_indicators, the_indicator
from purplebook.errors import DefinitionError

if TYPE_CHECKING:
    from purplebook.language.indicators import Indicator

    INDICATORS: tuple[Indicator, ...]


def indicator_by_id(identifier: str, *, indicators: Sequence[Indicator] | None = None) -> Indicator:
    """The indicator with this id, of those that ship or of a council's; a DefinitionError suggests near ones."""
    if indicators is None and (found := the_indicator(identifier)) is not None:
        return found
    known = all_indicators() if indicators is None else indicators
    indicator = {item.id.casefold(): item for item in known}.get(identifier.casefold())
    if indicator is None:
        from purplebook.definitions.searched import nearest

        near = nearest(identifier, known)
        named = "; ".join(f"{item.id}, {item.title}" for item in near)
        hint = f"Did you mean one of these? {named}. " if near else ""
        hint += "`purplebook indicators WORDS` searches them."
        raise DefinitionError(f"There is no indicator '{identifier}'. {hint}")
    return indicator


def __getattr__(name: str) -> tuple[Indicator, ...]:
    # They are declared when somebody looks at all of them.
    if name == "INDICATORS":
        return all_indicators()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["INDICATORS", "all_indicators", "indicator_by_id"]
