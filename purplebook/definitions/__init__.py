"""What analysts edit: indicators, breakdowns, standards and papers.

Both names are imported when they are first used: who only asks what an authority is called must not wait until two
hundred indicators are put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from purplebook.definitions.by_id import indicator_by_id
    from purplebook.definitions.indicators import INDICATORS

__all__ = ["INDICATORS", "indicator_by_id"]


def __getattr__(name: str) -> Any:
    """A name of this room, imported now; it is then found without this."""
    if name == "INDICATORS":
        from purplebook.definitions.indicators import INDICATORS as found
    elif name == "indicator_by_id":
        from purplebook.definitions.by_id import indicator_by_id as found
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found
