"""What the XML returns of the Department for Education have in common: a `Message` with a header that says its day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from purplebook.sources.careful_xml import start_of
from purplebook.sources.days import iso_day
from purplebook.sources.files import InputFile

NO_DAY = "the header gives no day that the census is about. Name it: --as-at."


def is_message(file: InputFile, *, collection: str, element: str) -> bool:
    """Whether the XML says that it is of this collection, or holds this element, under any namespace."""
    start = start_of(file)
    return re.search(r"<([\w.-]+:)?Message[\s>]", start) is not None and (
        re.search(rf"<([\w.-]+:)?Collection>\s*{collection}\s*<", start) is not None
        or re.search(rf"<([\w.-]+:)?{element}[\s>]", start) is not None
    )


def authority_of(files: Iterable[InputFile]) -> dict[str, dict[str, str]]:
    """The authority's code in the header of each XML file that has one, under the words for where it stands."""
    codes = {}
    for file in files:
        code = re.search(r"<(?:[\w.-]+:)?LEA>\s*(\d{3})\s*<", start_of(file))
        codes |= {file.name: code[1]} if code else {}
    return {"the header": codes}


def day_of(text: str) -> date | None:
    """The header's day, whatever time of day follows it; None when it is none."""
    day = iso_day(text.strip())
    return date.fromisoformat(day) if day else None


def other_year_in_name(file: InputFile, day: date) -> list[str]:
    """A warning when the file's name says another year than its header."""
    named = set(re.findall(r"20\d\d", Path(file.name).stem))
    if not named or str(day.year) in named:
        return []
    shown = " and ".join(sorted(named))
    return [f"{file.name}: the file's name says {shown} and its header {day.isoformat()}. The header was believed."]
