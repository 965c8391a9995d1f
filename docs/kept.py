"""Keeps a file of the repository as a script makes it: written where it differs, or only looked at."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def keep(file: Path, text: str, *, script: str, check: bool) -> int:
    """Write the file when it differs, or with `check` say so and name the script; the exit code."""
    if file.is_file() and text == file.read_text(encoding="utf-8"):
        return 0
    name = file.relative_to(ROOT).as_posix()
    if check:
        print(f"{name} is stale. Run `python {script}`.", file=sys.stderr)
        return 1
    file.write_text(text, encoding="utf-8")
    print(f"wrote {name}")
    return 0
