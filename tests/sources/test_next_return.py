"""What a yearly return lacks that the one before it left open: each fate by hand."""

from __future__ import annotations

import pytest

from purplebook.sources.next_return import Fate, Span, fates

Y23, Y24, Y25 = "2023-03-31", "2024-03-31", "2025-03-31"


def became(*spans: Span, alike: bool = True, returns: tuple[str, ...] = (Y23, Y24)) -> dict[object, Fate]:
    return fates(spans, returns=returns, is_alike=lambda one, other: alike)


OPEN = Span("old", "2022-05-01", "", (Y23,))


def test_what_the_next_return_lacks_ended_on_the_day_after_the_last_that_tells_of_it():
    assert became(OPEN) == {"old": Fate(ended_on="2023-04-01")}


@pytest.mark.parametrize(
    "span",
    [
        Span("closed", "2022-05-01", "2022-06-01", (Y23,)),
        Span("told again", "2022-05-01", "", (Y23, Y24)),
        Span("only in the last", "2022-05-01", "", (Y24,)),
        Span("without a day", "", "", (Y23,)),
        Span("after its own return", "2023-05-01", "", (Y23,)),
    ],
)
def test_what_is_closed_or_told_again_or_of_the_last_return_stays(span):
    assert became(span) == {}


def test_a_year_that_is_not_there_changes_nothing():
    assert became(OPEN, returns=(Y23, Y25)) == {"old": Fate(ended_on="2023-04-01")}


@pytest.mark.parametrize("start", ["2022-05-03", "2022-04-29"])
def test_another_first_day_of_the_same_thing_takes_its_place(start):
    assert became(OPEN, Span("new", start, "", (Y24,))) == {"old": Fate(replaced_by="new")}


def test_one_that_began_later_and_is_not_alike_ended_it():
    assert became(OPEN, Span("new", "2023-02-10", "", (Y24,)), alike=False) == {"old": Fate(ended_on="2023-02-10")}


def test_one_that_began_earlier_and_runs_over_it_takes_its_place_whatever_it_is():
    assert became(OPEN, Span("new", "2022-04-01", "", (Y24,)), alike=False) == {"old": Fate(replaced_by="new")}


@pytest.mark.parametrize(
    "other",
    [
        Span("ended before the next return", "2022-05-03", "2023-03-31", (Y24,)),
        Span("begun within the next return", "2023-04-01", "", (Y24,)),
        Span("known to the earlier return", "2022-05-03", "", (Y23, Y24)),
    ],
)
def test_what_does_not_run_from_one_return_into_the_next_takes_no_place(other):
    assert became(OPEN, other) == {"old": Fate(ended_on="2023-04-01")}


def test_one_span_takes_the_place_of_one_the_nearest():
    far, near = Span("far", "2022-01-01", "", (Y23,)), Span("near", "2022-05-02", "", (Y23,))
    assert became(far, near, Span("new", "2022-05-03", "", (Y24,))) == {
        "near": Fate(replaced_by="new"),
        "far": Fate(ended_on="2023-04-01"),
    }
