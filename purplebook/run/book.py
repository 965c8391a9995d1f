"""A store → the purple book of a month's end, frozen as a release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from purplebook.results.book.make import Book
from purplebook.run.place import Place
from purplebook.run.progress import Progress, silent
from purplebook.run.release import make_release
from purplebook.run.words import required_day
from purplebook.store.releases import Release


@dataclass(frozen=True)
class MadeBook:
    """A release and the book in it; `is_new` says whether anything had changed since the last."""

    release: Release
    is_new: bool
    book: Book

    @property
    def page(self) -> Path:
        """The book as a page."""
        return self.release.path / "book.html"

    @property
    def previous(self) -> str | None:
        """The release that this one is held against."""
        return self.release.manifest["previous"]

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the release, its manifest last: counts only, no child's data."""
        named = (self.release.file(entry["name"]) for entry in self.release.manifest["files"])
        return (*named, self.release.path / "manifest.json")

    @cached_property
    def verdicts(self) -> Mapping[str, int]:
        """How many indicators have each verdict, the commonest first."""
        return dict(Counter(str(line.verdict.word) for line in self.book.lines).most_common())

    def __repr__(self) -> str:
        listed = ", ".join(f"{count} {word}" for word, count in self.verdicts.items())
        return f"Release {self.release.id}: {len(self.book.lines)} indicators: {listed}. Read it: {self.page}"


def book(place: Place, *, as_at: str | date, status: str = "provisional", progress: Progress = silent) -> MadeBook:
    """Make the book of a month's last day and freeze it; one that stands already is not made again."""
    release, is_new, contents = make_release(
        place.store, required_day(as_at), status=status, council=place.council, told=progress
    )
    return MadeBook(release, is_new, contents)
