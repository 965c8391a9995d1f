"""What lets a process that is ours alone start sooner: a command, or one that reads files.

A notebook's process is never touched.
"""

from __future__ import annotations

import gc
import os
import sys

NOT_USED = ("pandas",)
"""Where it is installed, pyarrow imports it to ask of every value whether it is one of pandas', which takes longer than
most commands.  Nothing of ours uses it."""


NEW_OBJECTS = 100_000
"""New objects after which Python looks for those that nothing but themselves refers to."""


class _NotUsed:
    """Tells Python, which asks each of `sys.meta_path` where a module lies, that these are not installed."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name in NOT_USED:
            raise ModuleNotFoundError(f"No module named {name!r}: purplebook does not use it", name=name)


def leave_out_what_is_not_used() -> None:
    """Keep libraries that ours bring with them from being started.  Called before any of them is imported."""
    # numpy's library of linear algebra starts a thread for each processor, and there is next to nothing for it here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.meta_path.insert(0, _NotUsed)
    # A command ends before what refers to itself in a ring could add up, and looks for it 700 new objects at a time.
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
