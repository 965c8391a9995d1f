"""How the Department's published CSV files are laid out: which column of which file is which measure.

A file is known by its columns, never by its name, for names change with each release.  Every column that such files
have is named here, kept or not: one that is not named stops the file, because its meaning may have moved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

PLACES = (
    "time_period time_identifier geographic_level country_code country_name region_code region_name old_la_code "
    "new_la_code la_name category category_type"
).split()
"""The columns that all files share."""

ALIASES = {
    "la_code": "new_la_code",
    "lad_code": "new_la_code",
    "children_count": "number",
    "child_count": "number",
    "care_leaver_count": "number",
    "percent": "percentage",
    "children_percent": "percentage",
    "child_percent": "percentage",
    "care_leaver_percent": "percentage",
    "care_leaver_age": "age",
    "rate_per_10_000": "rate_per_10000",
    "agency_worker_rate_fte": "agency_rate_fte",
    "agency_worker_fte": "agency_fte",
}
"""Other names that releases have given the same column."""


@dataclass(frozen=True)
class Kept:
    """A column that is a measure, or one group of it, with the columns of the numbers behind it."""

    measure: str
    group: str = ""
    top: str = ""
    bottom: str = ""


@dataclass(frozen=True)
class Derived:
    """A percentage worked out from published numbers: the sum of some columns ÷ another × 100."""

    measure: str
    group: str
    parts: tuple[str, ...]
    whole: str


@dataclass(frozen=True)
class Wide:
    """A file with a column for each measure; `marks` are the columns that tell it from others."""

    title: str
    publication: str
    marks: tuple[str, ...]
    kept: Mapping[str, Kept]
    derived: tuple[Derived, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that such a file may have."""
        return frozenset((*PLACES, *self.marks, *self.kept, *self.others))


@dataclass(frozen=True)
class Labelled:
    """A file with a row for each label; `labels` says which measure and group a row is, by its topic and label.

    A topic that stands in `by_topic` is a measure with all of its labels as groups; a topic of "" is any topic.
    `kept` gives each column of numbers its measure, where {} stands for what the label says.
    """

    title: str
    publication: str
    marks: tuple[str, ...]
    topic: str
    label: str
    kept: Mapping[str, str]
    labels: Mapping[tuple[str, str], tuple[str, str]]
    by_topic: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that such a file may have."""
        return frozenset((*PLACES, *self.marks, self.topic, self.label, *self.kept, *self.others))


Layout = Wide | Labelled


def spelled(header: str) -> str:
    """A header as layouts write it: lower case, words joined by one underscore, other names put right."""
    text = re.sub(r"[^a-z0-9+]+", "_", header.strip().casefold()).strip("_")
    # The release of 2022 marks percentages at the end of the name.
    text = text.removesuffix("_perc")
    return ALIASES.get(text, text)


def words(label: str) -> str:
    """A label as layouts write it: lower case, one space between words."""
    return " ".join(label.casefold().split())


def columns(text: str) -> tuple[str, ...]:
    """Names written one after the other, with spaces between."""
    return tuple(text.split())
