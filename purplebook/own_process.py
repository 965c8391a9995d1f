"""What lets a process that is ours alone start sooner: a command, or one that reads files.

A notebook's process is never touched.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

NOT_USED = ("pandas", "dateutil")
"""Where they are installed, pyarrow imports them to ask of values whether they are theirs, which takes longer than most
commands.  Nothing of ours uses them."""


class _NotUsed:
    """Tells Python, which asks each of `sys.meta_path` where a module lies, that these are not installed, and has
    others stood for."""

    @staticmethod
    def find_spec(name: str, *_: object) -> ModuleSpec | None:
        if name in NOT_USED:
            raise ModuleNotFoundError(f"No module named {name!r}: purplebook does not use it", name=name)
        return ModuleSpec(name, _NotUsed) if name in STOOD_FOR else None  # type: ignore[arg-type]

    @staticmethod
    def create_module(spec: ModuleSpec) -> ModuleType:
        return STOOD_FOR[spec.name](spec.name)

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        """There is nothing to run."""


class _Unsaid(ModuleType):
    """Stands for what a library says of its own version, for which it reads the metadata of what is installed, and
    for that imports the library of e-mail.  Nothing of ours asks."""

    __version__ = __duckdb_version__ = "unsaid"

    @staticmethod
    def version() -> str:
        return "unsaid"

    build_info = version


STOOD_FOR = {"duckdb._version": _Unsaid}


def leave_out_what_is_not_used() -> None:
    """Keep libraries that ours bring with them from being started.  Called before any of them is imported."""
    # numpy's library of linear algebra starts a thread for each processor, and there is next to nothing for it here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.meta_path.insert(0, _NotUsed)
