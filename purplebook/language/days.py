"""A day as people write it: 31/08/2015, 31.8.2015, 31 August 2015 or 2015-08-31.

A day of which the first two numbers could change places is read day first, as it is written in Britain.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)")
DAY_FIRST = re.compile(r"(\d\d?)([-/.]| )(\d\d?)\2(\d{4})")
WITH_A_NAME = re.compile(r"(\d\d?)(?:st|nd|rd|th)?[ -]*([a-z]{3,9})\.?,?[ -]*(\d{4})")
NAME_FIRST = re.compile(r"([a-z]{3,9})\.? +(\d\d?)(?:st|nd|rd|th)?,? +(\d{4})")
HOW_TO_WRITE = "2015-08-31, 31/08/2015 or 31 August 2015"


def day_in(text: str) -> date | None:
    """The day that a text says, or None when it is not written as one; ValueError when there is no such day."""
    plain = " ".join(text.split()).casefold()
    if match := YEAR_FIRST.fullmatch(plain):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := DAY_FIRST.fullmatch(plain):
        return date(int(match[4]), int(match[3]), int(match[1]))
    if match := WITH_A_NAME.fullmatch(plain):
        number, name, year = match.groups()
    elif match := NAME_FIRST.fullmatch(plain):
        name, number, year = match.groups()
    else:
        return None
    start = "sep" if name == "sept" else name
    months = [place for place, month in enumerate(MONTHS, start=1) if month.startswith(start)]
    return date(int(year), months[0], int(number)) if len(months) == 1 else None


def could_be_two_days(text: str) -> bool:
    """Whether the day and the month of a text could change places and be another day."""
    match = DAY_FIRST.fullmatch(" ".join(text.split()))
    if match is None or match[1].zfill(2) == match[3].zfill(2):
        return False
    return int(match[1]) <= 12 and int(match[3]) <= 12
