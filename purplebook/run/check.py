"""A store → whether it is as it was written, and how good the records in it are."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from purplebook.outputs.quality.fix_first import lines_of, plain_values
from purplebook.outputs.quality.quality_page import quality_page_bytes
from purplebook.outputs.quality.quality_workbook import quality_workbook_bytes
from purplebook.results.quality.column_quality import Quality, quality_of
from purplebook.run.endings import ending_of
from purplebook.run.place import Place
from purplebook.run.words import read_day
from purplebook.store import Problem
from purplebook.store.beside import altered_coded
from purplebook.store.check import check_store
from purplebook.store.pointer import read_pointer
from purplebook.store.release_chain import unchained
from purplebook.store.writing import left_overs

WRITTEN_BY = {".html": quality_page_bytes, ".xlsx": quality_workbook_bytes}


@dataclass(frozen=True)
class Checked:
    """What was found: no quality where the store is altered, or where nothing was loaded and nothing asked."""

    store_path: Path
    snapshots: int
    problems: tuple[Problem, ...]
    quality: Quality | None
    notes: tuple[str, ...] = ()
    """What is no fault of the store, and should be known."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What to fix first in the records, for a terminal."""
        return () if self.quality is None else tuple(lines_of(self.quality))

    @property
    def plain(self) -> Mapping[str, Any]:
        """All of it for a program: counts and no child's data."""
        answer: dict[str, Any] = {
            "snapshots": self.snapshots,
            "problems": [dataclasses.asdict(problem) for problem in self.problems],
        }
        answer["notes"] = list(self.notes)
        return answer | ({} if self.quality is None else {"quality": plain_values(self.quality)})

    def page(self, suffix: str) -> bytes:
        """The whole page as a file that ends in `suffix`: .html or .xlsx."""
        assert self.quality is not None
        return WRITTEN_BY[suffix.lower()](self.quality)


def check(place: Place, *, as_at: str | date | None = None, out: Path | None = None) -> Checked:
    """Read every byte of the store, and weigh the latest snapshot or the one that answers for a day.

    `out` is where the page is to go: refused, before anything is read, where no page can be written so.
    """
    if out is not None:
        ending_of(out, tuple(WRITTEN_BY), what="a page of data quality", example="quality")
    day = read_day(as_at)
    store = place.store
    problems = tuple(check_store(store))
    count = len(read_pointer(store.path).snapshots)
    quality = None
    if not problems and (count or day is not None or out is not None):
        quality = quality_of(place.snapshot(day), place.indicators)
    return Checked(store.path, count, problems, quality, notes=() if problems else _notes(store.path))


def _notes(store: Path) -> tuple[str, ...]:
    notes = [
        f"{name} is what a command that was stopped left behind. Nothing in it was ever read; the next command that "
        "writes to the store clears it."
        for name in left_overs(store)
    ]
    notes += [
        f"{path.relative_to(store).as_posix()} is not as it was written. It is worked out of the records, which are "
        "whole; no figure is made from it, and the next command that needs it makes it anew."
        for path in altered_coded(store)
    ]
    if old := unchained(store):
        named = old[0] if len(old) == 1 else f"{old[0]} to {old[-1]}"
        notes.append(
            f"{named}: made before releases held the hash of the one before them. They are as they were published, as "
            "far as the list of releases and the first release since then say."
        )
    return tuple(notes)
