"""A file of a council's `papers/` as blocks of lines.  What they say is read only where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

REMARK = re.compile(r"<!--.*?-->", re.DOTALL)


def without_remarks(text: str) -> str:
    """The text with its lines where they were, and nothing where a remark stood."""
    return REMARK.sub(lambda remark: "\n" * remark[0].count("\n"), text)


def blocks_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines between blank lines, with the number of the first; remarks count as blank."""
    bare = without_remarks(text)
    start, block = 0, []
    for number, line in enumerate([*bare.split("\n"), ""], start=1):
        is_alone = line.startswith("#")
        if block and (is_alone or not line.strip()):
            yield start, block
            block = []
        if is_alone:
            yield number, [line.strip()]
        elif line.strip():
            start = start if block else number
            block.append(line.strip())
