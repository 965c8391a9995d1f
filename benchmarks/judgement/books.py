"""Whole books of steady councils: how many of their months are marked, and how many the front page says to expect.

Each council's files are loaded and its book is made as anybody would; nothing of the judgement is called by itself.
A book judges each month by those before it, so the book of the last month holds what those of all months said of
their own; that it does is measured too, on books of earlier days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow.parquet as pq

from benchmarks.judgement.council.made import AS_AT, AUTHORITY, COVERS_FROM, Council, write_council
from benchmarks.judgement.measured import Rate, rate
from purplebook.results.book.signals import RECENT, expected_false
from purplebook.results.judgement.false_marks import AGAIN, PER_MONTH
from purplebook.results.judgement.kind import Kind
from purplebook.results.judgement.word import Word
from purplebook.run.init import init
from purplebook.run.opened import open_store

COUNCILS = tuple(Council(seed, tells_families=seed % 2 == 1) for seed in range(1, 7))
"""Of every second one the records do not say who is whose brother or sister, as those of many councils do not."""

EARLIER = date(2022, 9, 30)
"""A day of which a book is made too, with no record after it."""


@dataclass(frozen=True)
class JudgedMonth:
    """What one book says of one month of one indicator."""

    indicator: str
    month: str
    kind: Kind
    word: Word

    @property
    def is_judged(self) -> bool:
        return self.word.is_signal or self.word is Word.NO_SIGN


@dataclass(frozen=True)
class SteadyBook:
    """One book of a steady council: its verdicts, how many measures stand out on its front page, and how many it says
    are to be expected.
    """

    council: Council
    months: tuple[JudgedMonth, ...]
    standing_out: int
    expected: int

    @cached_property
    def judged(self) -> tuple[JudgedMonth, ...]:
        return tuple(month for month in self.months if month.is_judged)


@dataclass(frozen=True)
class OfKind:
    """Of some councils' books, the months of one kind: how many are judged, and the share of them that is marked.

    `worst` is the indicator that is marked most often over all councils, with its share.
    """

    kind: Kind | None
    indicators: int
    months: int
    marked: Rate
    worst: tuple[str, Rate]


@dataclass(frozen=True)
class OfBooks:
    """What is measured of all the books.

    `judged` is how many months a book judges.  `in_a_month` is how many measures a book marks in one, on average of
    three years, and `expected` how many are to be expected; `again` is how many it lists as marked in one of the five
    months before and as usual again, and `expected_again` how many of those are to be expected.  `on_the_page` is what
    the front pages of the last month list as standing out.  `as_at_the_time` is the share of verdicts of a book of an
    earlier day that the last one still gives.
    """

    books: int
    judged: float
    kinds: tuple[OfKind, ...]
    in_a_month: Rate
    expected: float
    again: Rate
    expected_again: float
    on_the_page: Rate
    as_at_the_time: float


def measured_books(councils: Sequence[Council] = COUNCILS, *, earlier: date = EARLIER) -> OfBooks:
    """Make the councils, load them, make their books and count; of the first one the book of an earlier day too."""
    books = []
    for council in councils:
        books.append(book_of(council))
        marked = sum(month.word.is_signal for month in books[-1].judged)
        print(f"council {council.seed}: {marked} of {len(books[-1].judged):,} judged months marked", flush=True)
    return of_books(books, earlier=book_of(councils[0], on=earlier))


def book_of(council: Council, *, on: date = AS_AT) -> SteadyBook:
    """Make a council's files, load them and make the book of a day, in a folder that is then removed."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        files = write_council(council, home / "files", on=on)
        init(home / "council", authority=AUTHORITY, name="Made", is_invented=True)
        store = open_store(home / "council")
        store.load(files, as_at=on, covers_from=COVERS_FROM)
        made = store.book(as_at=on)
        rows = pq.read_table(made.release.file("judged.parquet"), columns=["indicator", "period", "kind", "verdict"])
        months = tuple(
            JudgedMonth(row["indicator"], row["period"], Kind(row["kind"]), Word(row["verdict"]))
            for row in rows.to_pylist()
        )
        now = {signal.indicator.id for signal in made.book.signals if not signal.is_over}
        return SteadyBook(council, months, len(now), expected_false(made.book.judged))


def of_books(books: Sequence[SteadyBook], *, earlier: SteadyBook) -> OfBooks:
    """Count over some books; `earlier` is a book of an earlier day of the first one's council."""
    kinds = sorted({month.kind for book in books for month in book.judged}, key=list(Kind).index)
    by_month = [_by_month(book) for book in books]
    said = {(month.indicator, month.month): month.word for month in books[0].months}
    same = [said[month.indicator, month.month] is month.word for month in earlier.judged]
    return OfBooks(
        books=len(books),
        judged=float(np.mean([len(book.judged) for book in books])),
        kinds=(*(_of_kind(books, kind) for kind in kinds), _of_kind(books, None)),
        in_a_month=Rate(*_mean([marked for marked, _, _ in by_month])),
        expected=float(np.mean([expected for _, _, expected in by_month])),
        again=Rate(*_mean([again for _, again, _ in by_month])),
        expected_again=AGAIN * float(np.mean([expected for _, _, expected in by_month])),
        on_the_page=Rate(*_mean([float(book.standing_out) for book in books])),
        as_at_the_time=100.0 * float(np.mean(same)),
    )


def _of_kind(books: Sequence[SteadyBook], kind: Kind | None) -> OfKind:
    """The months of one kind, of all kinds for None."""
    chosen = [[month for month in book.judged if kind in (None, month.kind)] for book in books]
    names = sorted({month.indicator for months in chosen for month in months})
    of_name = {
        name: rate([_share([month for month in months if month.indicator == name]) for months in chosen])
        for name in names
        if len(books) > 1
    }
    worst = max(of_name.items(), key=lambda item: item[1].value, default=("", Rate(np.nan, np.nan)))
    shares = [_share(months) for months in chosen]
    # One book alone says nothing of how much books differ.
    marked = rate(shares) if len(books) > 1 else Rate(100.0 * shares[0], np.nan)
    return OfKind(kind, len(names), sum(map(len, chosen)), marked, worst)


def _share(months: Sequence[JudgedMonth]) -> float:
    return sum(month.word.is_signal for month in months) / len(months) if months else 0.0


def _by_month(book: SteadyBook) -> tuple[float, float, float]:
    """What a book says of one month, on average of its last three years.

    How many measures it marks, how many it marked in one of the five months before and marks no more, and how many
    marks are to be expected.
    """
    every = sorted({month.month for month in book.judged})
    names = {month: {each.indicator for each in book.judged if each.month == month} for month in every}
    marked = {
        month: {each.indicator for each in book.judged if each.month == month and each.word.is_signal}
        for month in every
    }
    last = range(len(every) - 37, len(every) - 1)
    again = [
        len(
            (set[str]().union(*(marked[every[before]] for before in range(at - RECENT + 1, at))) & names[every[at]])
            - marked[every[at]]
        )
        for at in last
    ]
    expected = [sum(PER_MONTH[each.kind] for each in book.judged if each.month == every[at]) for at in last]
    return float(np.mean([len(marked[every[at]]) for at in last])), float(np.mean(again)), float(np.mean(expected))


def _mean(values: Sequence[float]) -> tuple[float, float]:
    one = len(values) < 2
    return float(np.mean(values)), np.nan if one else float(np.std(values, ddof=1) / np.sqrt(len(values)))
