"""What lets a process that is ours alone start sooner: a command, or one that reads files.

A notebook's process is never touched.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Collection, Iterator

NOT_USED = ("pandas", "dateutil")
"""Where they are installed, pyarrow imports them to ask of values whether they are theirs, which takes longer than most
commands.  Nothing of ours uses them."""


NEW_OBJECTS = 100_000
"""New objects after which Python looks for those that nothing but themselves refers to."""


class _NotUsed:
    """Tells Python, which asks each of `sys.meta_path` where a module lies, that these are not installed."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(names)

    def find_spec(self, name: str, *_: object) -> None:
        if name in self._names:
            raise ModuleNotFoundError(f"No module named {name!r}: purplebook does not use it", name=name)


def leave_out_what_is_not_used() -> None:
    """Keep libraries that ours bring with them from being started.  Called before any of them is imported."""
    # numpy's library of linear algebra starts a thread for each processor, and there is next to nothing for it here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.meta_path.insert(0, _NotUsed(NOT_USED))
    # A command ends before what refers to itself in a ring could add up, and looks for it 700 new objects at a time.
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])


@contextlib.contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Import what can do without these libraries inside; whoever needs one of them imports it afterwards.

    pyarrow imports numpy where it is installed, so as to know its arrays.
    """
    not_yet = _NotUsed(names)
    sys.meta_path.insert(0, not_yet)
    try:
        yield
    finally:
        sys.meta_path.remove(not_yet)
