"""Reads `commentary.toml`: what people say about the figures of the book of one month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from purplebook.council.indicator_names import known_indicator
from purplebook.council.toml_file import TomlFile


@dataclass(frozen=True)
class Comment:
    """What one person, named by role, says about one indicator in the book of one month."""

    indicator: str
    month: date
    by: str
    text: str


def read_commentary(file: TomlFile, indicators: Sequence[str]) -> tuple[Comment, ...]:
    """The comments in the order of the file; what cannot be used is in `file.faults`."""
    file.whole.check_keys(required={}, optional=("commentary",))
    comments: list[Comment] = []
    required = {"indicator": '"RF01"', "month": "2015-08-31", "by": '"Head of service"', "text": '"…"'}
    for entry in file.whole.entries("commentary"):
        entry.check_keys(required=required)
        indicator, month = known_indicator(entry, indicators), entry.day("month")
        by, text = entry.text("by", example="Head of service"), entry.text("text")
        if month is not None and (month + timedelta(days=1)).day != 1:
            entry.fault(
                f"{month} is not the last day of a month.", "Write the book's day: month = 2015-08-31.", key="month"
            )
        if indicator is not None and month is not None and by is not None and text is not None:
            comments.append(Comment(indicator, month, by, text))
    return tuple(comments)
