"""What an older purplebook does beside this one: the same command, with the modules of its own checkout.

A checkout is made by `git worktree add TREE COMMIT` and is run with this environment's libraries.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def command_cpu(words: Sequence[str], *, tree: Path, folder: Path) -> float:
    """CPU seconds, user and system, of one purplebook command with the modules of a tree, starting Python included."""
    return python_cpu(("-m", "purplebook", *words), tree=tree, folder=folder)


def python_cpu(words: Sequence[str], *, tree: Path, folder: Path) -> float:
    """CPU seconds, user and system, of a Python process and of all that it starts, with the modules of a tree.

    What Python compiled is kept between runs, as it is for whoever has installed purplebook.
    """
    compiled = {"PYTHONPATH": str(tree), "PYTHONPYCACHEPREFIX": f"{tempfile.gettempdir()}/purplebook-bench-compiled"}
    plain = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**plain, **compiled},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commit_of(tree: Path) -> str:
    """The commit that a tree is of."""
    words = ["git", "-C", str(tree), "rev-parse", "--short", "HEAD"]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
