"""Which code a result was measured on: its commit, and a hash of the rooms it hangs on, so that a page can tell when
they have changed since."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COUNTING = ("engine", "language", "definitions")
LOADING = ("sources", "store", "tables")
PAPERS = (*COUNTING, "results", "outputs")
ROOMS: Mapping[str, tuple[str, ...]] = {
    "all-indicators": (*COUNTING, "results"),
    "distance": COUNTING,
    "rivals": (*COUNTING, "results"),
    "book": PAPERS,
    "demo": (*PAPERS, *LOADING),
    "readers": LOADING,
    "starts": (*COUNTING, "store", "commands"),
}
"""The rooms of the product that a benchmark measures, by the name under which its results are kept."""


def code_now(name: str) -> dict[str, str]:
    """The commit that is checked out, with a plus where files differ from it, and the hash of the benchmark's rooms."""
    commit = _git("rev-parse", "--short=10", "HEAD")
    return {"commit": commit + ("+" if _git("status", "--porcelain", "purplebook") else ""), "rooms": rooms_now(name)}


def rooms_now(name: str) -> str:
    """A hash of every program file in the rooms that a benchmark measures."""
    known = hashlib.sha256()
    for room in ROOMS[name]:
        home = ROOT / "purplebook" / room
        for path in sorted(home.rglob("*.py"), key=lambda path: path.relative_to(home).as_posix()):
            known.update(path.relative_to(home).as_posix().encode() + b"\0")
            known.update(path.read_bytes() + b"\0")
    return known.hexdigest()[:16]


def has_changed(name: str, found: Mapping[str, Any]) -> bool:
    """Whether the rooms are others than those that a result was measured on."""
    return found.get("rooms") != rooms_now(name)


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
