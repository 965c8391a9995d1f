"""What one authority says of itself: its names, standards, targets, events, sentences and indicators.

It knows the words and the definitions, and nothing of records: everything here is read from the council's own folder.

Each name is imported when it is first used: a load asks only where the folder is, and the definitions of all indicators
are much to import for that.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from purplebook.council.baselines import Baseline
    from purplebook.council.commentary import Comment
    from purplebook.council.council import Council, Setting
    from purplebook.council.faults import CouncilError, Fault
    from purplebook.council.folder import council_at, council_of
    from purplebook.council.place import Place, find_place

__all__ = [
    "Baseline",
    "Comment",
    "Council",
    "CouncilError",
    "Fault",
    "Place",
    "Setting",
    "council_at",
    "council_of",
    "find_place",
]

_HOMES = {
    "Baseline": "baselines",
    "Comment": "commentary",
    "Council": "council",
    "CouncilError": "faults",
    "Fault": "faults",
    "Place": "place",
    "Setting": "council",
    "council_at": "folder",
    "council_of": "folder",
    "find_place": "place",
}
"""Where each name is made."""


def __getattr__(name: str) -> Any:
    """A name of this room, imported now; it is then found without this."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
