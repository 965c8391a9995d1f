"""A whole steady council, made from children, loaded and made into a book: nothing changed, so nothing is said.

A small version of what `make bench-judgement` measures on larger ones: one council of 60 referrals a month.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from benchmarks.judgement.books import EARLIER, SteadyBook, book_of, of_books
from benchmarks.judgement.council.made import AS_AT, COVERS_FROM, Council, tables_of
from benchmarks.judgement.measured import rate
from benchmarks.judgement.page_of_books import LEAST_AS_AT_THE_TIME, MOST_MARKED
from purplebook.results.judgement.kind import Kind
from purplebook.tables import TABLES_BY_NAME

COUNCIL = Council(2015, referrals=60.0)
SEVERAL = (Kind.COUNT, Kind.SHARE, Kind.STOCK, Kind.STOCK_SHARE, Kind.AVERAGE)


@cache
def last() -> SteadyBook:
    return book_of(COUNCIL)


def marked_of_each_measure(book: SteadyBook, *, kind: Kind | None = None) -> dict[str, float]:
    """The share of each measure's judged months that is marked."""
    words: dict[str, list[bool]] = {}
    for month in book.judged:
        if kind in (None, month.kind):
            words.setdefault(month.indicator, []).append(month.word.is_signal)
    return {name: float(np.mean(marked)) for name, marked in words.items()}


def test_at_most_three_of_a_hundred_months_of_a_steady_council_are_marked():
    marked = rate(list(marked_of_each_measure(last()).values()))
    assert len(marked_of_each_measure(last())) >= 75
    assert marked.value <= MOST_MARKED + 2.0 * marked.error


@pytest.mark.parametrize("kind", SEVERAL)
def test_nor_of_the_months_of_any_one_kind(kind: Kind):
    marked = rate(list(marked_of_each_measure(last(), kind=kind).values()))
    assert marked.value <= MOST_MARKED + 2.0 * marked.error


def test_no_measure_stands_out_for_years_in_which_nothing_changed():
    """Care leavers in touch, 27 of 27 month after month, stood out in every one."""
    assert max(marked_of_each_measure(last()).values()) <= 1 / 3


def test_the_front_page_lists_about_as_many_as_it_says_are_to_be_expected():
    """A council marks a Poisson number, so to say: of two, seven are a fault."""
    assert last().expected >= 1
    assert last().standing_out <= last().expected + 3.0 * np.sqrt(last().expected)


def test_a_book_of_an_earlier_day_said_what_the_last_one_still_says_of_its_months():
    earlier = book_of(COUNCIL, on=EARLIER)
    assert len(earlier.judged) > 1_000
    assert of_books([last()], earlier=earlier).as_at_the_time >= LEAST_AS_AT_THE_TIME


def test_the_council_is_steady_and_hands_over_nothing_that_had_ended_before_its_records_begin():
    tables = tables_of(COUNCIL)
    first, until = np.datetime64(COVERS_FROM), np.datetime64(AS_AT)
    referred = tables["referral"].column("referred_on").to_numpy()
    years = np.array([((referred >= first + 365 * n) & (referred < first + 365 * (n + 1))).sum() for n in range(5)])
    # Families come together and return: three deviations of twice as much as single children vary.
    assert np.abs(years - years.mean()).max() <= 3 * np.sqrt(2 * years.mean())
    assert abs(years.mean() / 12 - COUNCIL.referrals) <= 0.15 * COUNCIL.referrals
    assert tables["visit"].column("visited_on").to_numpy().min() >= first
    for name in ("child_protection_plan", "looked_after_period", "referral"):
        start, end = TABLES_BY_NAME[name].runs[0]
        ends = tables[name].column(end).to_pylist()
        assert min(day for day in ends if day is not None) >= COVERS_FROM, name
        assert max(tables[name].column(start).to_pylist()) <= AS_AT, name
        # Something was open on the first day, and about as much is on the last.
        open_then = sum(day < COVERS_FROM for day in tables[name].column(start).to_pylist())
        open_now = ends.count(None)
        assert open_then > 10 and abs(open_now - open_then) <= 4 * np.sqrt(2 * (open_now + open_then)), name
    assert until > first


def test_siblings_share_the_days_on_which_they_are_referred():
    told = tables_of(COUNCIL)["person_attribute"].to_pylist()
    family = {row["person_id"]: row["value_text"] for row in told}
    rows = tables_of(COUNCIL)["referral"].to_pylist()
    days = {(family[row["person_id"]], row["referred_on"]) for row in rows}
    assert 1.4 <= len(rows) / len(days) <= 1.75
