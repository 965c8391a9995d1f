"""An indicator by its id, as people write it."""

from __future__ import annotations

from collections.abc import Sequence

from purplebook.definitions.indicators import INDICATORS
from purplebook.definitions.searched import nearest
from purplebook.errors import DefinitionError
from purplebook.language.indicators import Indicator


def indicator_by_id(identifier: str, *, indicators: Sequence[Indicator] = INDICATORS) -> Indicator:
    """The indicator with this id, of those that ship or of a council's; a DefinitionError suggests near ones."""
    indicator = {item.id.casefold(): item for item in indicators}.get(identifier.casefold())
    if indicator is None:
        near = nearest(identifier, indicators)
        named = "; ".join(f"{item.id}, {item.title}" for item in near)
        hint = f"Did you mean one of these? {named}. " if near else ""
        hint += "`purplebook indicators WORDS` searches them."
        raise DefinitionError(f"There is no indicator '{identifier}'. {hint}")
    return indicator
