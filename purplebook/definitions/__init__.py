"""What analysts edit: indicators, breakdowns, standards and papers."""

from collections.abc import Sequence

from purplebook.definitions.indicators import INDICATORS
from purplebook.errors import DefinitionError
from purplebook.language.indicators import Indicator


def indicator_by_id(identifier: str, *, indicators: Sequence[Indicator] = INDICATORS) -> Indicator:
    """The indicator with this id, of those that ship or of a council's; a DefinitionError suggests near ones."""
    indicator = {item.id.casefold(): item for item in indicators}.get(identifier.casefold())
    if indicator is None:
        alike = [item.id for item in indicators if item.id[:2].casefold() == identifier[:2].casefold()]
        hint = f"Did you mean one of {', '.join(alike)}?" if alike else "`purplebook indicators` lists them all."
        raise DefinitionError(f"There is no indicator '{identifier}'. {hint}")
    return indicator


__all__ = ["INDICATORS", "indicator_by_id"]
