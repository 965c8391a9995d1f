"""purplebook: from a council's child-level records to its Safeguarding Activity Report.

    import purplebook as pb

    store = pb.open_store("demo-output")
    store.figures("CP01", period="2015-08-31", by="category")
    store.rows("CP01", period="2015-08-31")
    pb.explain("CP01")

These names are the public face; the rooms behind it may move.  Each is imported when it is first used, so that
`import purplebook` costs next to nothing.  What goes wrong for a reason that you can put right is a `UserError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from purplebook.errors import UserError
    from purplebook.run.calendar import is_working_day
    from purplebook.run.explain import Explanation, explain
    from purplebook.run.figures import Figures
    from purplebook.run.indicators import indicators, standards
    from purplebook.run.load import Batch, LoadResult
    from purplebook.run.opened import OpenStore, make_store, open_store
    from purplebook.run.rows import Rows
    from purplebook.run.words import period

__version__ = "0.1.0"

__all__ = [
    "Batch",
    "Explanation",
    "Figures",
    "LoadResult",
    "OpenStore",
    "Rows",
    "UserError",
    "explain",
    "indicators",
    "is_working_day",
    "make_store",
    "open_store",
    "period",
    "standards",
]

_HOMES = {
    "Batch": "run.load",
    "Explanation": "run.explain",
    "Figures": "run.figures",
    "LoadResult": "run.load",
    "OpenStore": "run.opened",
    "Rows": "run.rows",
    "UserError": "errors",
    "explain": "run.explain",
    "indicators": "run.indicators",
    "is_working_day": "run.calendar",
    "make_store": "run.opened",
    "open_store": "run.opened",
    "period": "run.words",
    "standards": "run.indicators",
}
"""Where each name of the face is made."""


def __getattr__(name: str) -> Any:
    """A name of the face, imported now; it is then found without this."""
    if name not in _HOMES:
        raise AttributeError(f"purplebook has no '{name}'. It has: {', '.join(__all__)}.")
    value = getattr(import_module(f"purplebook.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The names of the face, for whoever presses Tab."""
    return sorted([*__all__, "__version__"])
