"""What one authority says of itself: its names, standards, targets, events, sentences and indicators.

It knows the words and the definitions, and nothing of records: everything here is read from the council's own folder.
Most commands ask where the records are and no more, so what is named here is imported when it is asked for.
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
    from purplebook.council.says_nothing import says_nothing

_FILES = {
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
    "says_nothing": "says_nothing",
}


def __getattr__(name: str) -> Any:
    if name not in _FILES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FILES[name]}"), name)


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
    "says_nothing",
]
