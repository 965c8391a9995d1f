"""The year a file is about, named by the 31 March on which it ends: from its name or folder, and from its dates.

2019-20/episodes.csv            2020, said plainly
2019-episodes.csv               2019, unless its dates run on to March 2020: then 2020, with a warning
episodes.csv                    the year of its latest dates, with a warning
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import PurePath

from purplebook.sources.days import iso_day
from purplebook.sources.files import InputFile
from purplebook.sources.ssda903.given import GivenRow
from purplebook.sources.ssda903.layout import YEAR

_DATES_WITHIN_THE_YEAR = ("DECOM", "MIS_START", "SW_DECOM", "REVIEW", "DATE_MATCH")
"""Events that a return cannot know before they happen, the surest first: the first that is there decides."""
_RARE = 0.005
"""A smaller share of the dates than this, in a later year than the others, is taken for slips of the pen."""


def year_named(name: str) -> tuple[int | None, bool]:
    """The year in which the return ends by the file's path, and whether the path says so beyond doubt."""
    for part in reversed(re.split(r"[/\\]", name)):
        spans = re.findall(r"(?<!\d)(20\d\d)[-_ /]?(?:20)?(\d\d)(?!\d)", part)
        for first, last in spans:
            if int(last) == (int(first) + 1) % 100:
                return int(first) + 1, True
        single = re.findall(r"(?<!\d)(20\d\d)(?!\d)", part)
        if single:
            return int(single[-1]), False
    return None, False


def year_of(day: str) -> int:
    """The year, 1 April to 31 March, in which a day YYYY-MM-DD lies."""
    year, month = int(day[:4]), int(day[5:7])
    return year + (month >= 4)


def place_of(file: InputFile) -> str:
    """The file's name with the folder that was given before it: a user may name the folder of one year."""
    inside = len(PurePath(file.name).parts)
    above = file.path.absolute().parts[:-inside]
    return "/".join((*above[-1:], file.name))


def with_years(rows: Sequence[GivenRow], *, files: Sequence[InputFile]) -> tuple[tuple[GivenRow, ...], tuple[str, ...]]:
    """Give every row its year; files of one folder whose names hold the same year are one return.

    Returns the rows and a warning for each return whose year is not said plainly by its name.
    """
    returns = {(file.name, file.sha256): _return_of(file) for file in files}
    groups: dict[tuple[str, int | None, bool], list[GivenRow]] = {}
    own: list[GivenRow] = []
    for source, of_source in groupby(rows, key=attrgetter("source")):
        unstated: list[GivenRow] = []
        for row in of_source:
            stated = YEAR in row.extra and re.fullmatch(r"(19|20)\d\d", row.extra[YEAR].strip())
            if stated:
                own.append(row.of_year(int(stated.group())))
            else:
                unstated.append(row)
        if unstated:
            groups.setdefault(returns[source.file_name, source.sha256], []).extend(unstated)
    warnings = []
    for (_, named, is_plain), members in groups.items():
        year, warning = _settle(named, is_plain=is_plain, latest=_latest_year(members))
        if warning:
            shown = ", ".join(sorted({row.source.place for row in members}))
            warnings.append(f"{shown}: {warning}")
        own += [row.of_year(year) for row in members]
    return tuple(own), tuple(warnings)


def _return_of(file: InputFile) -> tuple[str, int | None, bool]:
    """What the files of one return share: their folder and the year their names hold."""
    place = place_of(file)
    return (place.rpartition("/")[0], *year_named(place))


def _settle(named: int | None, *, is_plain: bool, latest: int | None) -> tuple[int | None, str]:
    """The year and what to warn of."""
    if named is None and latest is None:
        return None, (
            "the year of the return is not known: no name and no date tells it. Put the files in a folder named after "
            "the year, such as 2019-20."
        )
    if named is None or (latest is not None and latest == named + 1 and not is_plain):
        says = "the name tells no year" if named is None else f"the name says {named}"
        return latest, (
            f"{says} and the latest dates lie in the year to 31 March {latest}, so it was read as the return of that "
            f"year. Name the folder after the year, such as {(latest or 0) - 1}-{(latest or 0) % 100:02}, to be sure."
        )
    if latest is not None and latest > named:
        return named, (
            f"the name says the year to 31 March {named}, but dates lie after it. It was read as the return of "
            f"{named}. Check that the file stands in the right folder."
        )
    return named, ""


def _latest_year(rows: Sequence[GivenRow]) -> int | None:
    for name in _DATES_WITHIN_THE_YEAR:
        counts: Counter[int] = Counter()
        for text, count in Counter(row.cells.get(name, "") for row in rows).items():
            if day := iso_day(text):
                counts[year_of(day)] += count
        if counts:
            return max(year for year, count in counts.items() if count >= sum(counts.values()) * _RARE)
    return None
