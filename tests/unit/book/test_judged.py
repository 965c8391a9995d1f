"""Which months are judged: those that the records cover and that are complete; the rest is shown as what it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.language.periods import Period, month
from purplebook.results.book.judged import Judged, judge_all
from purplebook.results.book.series import SeriesKey, SeriesTable
from purplebook.results.book.verdict_table import verdict_table
from purplebook.results.figures import EVERYONE
from purplebook.results.judgement.baselines import NewBaseline
from purplebook.results.judgement.word import Word
from purplebook.results.lateness import Lateness, ToCome
from purplebook.results.supply import Supply

NOTHING_KNOWN = Lateness({}, {}, "one extract")
LAST = date(2014, 8, 31)
USUAL = [100.0, 104.0, 98.0, 103.0, 97.0, 101.0, 99.0, 105.0, 96.0, 102.0, 100.0, 103.0, 98.0, 101.0] * 3


def months(count: int) -> tuple[Period, ...]:
    """So many months, the last of them August 2014."""
    return tuple(month((24175 - n) // 12, (24175 - n) % 12 + 1) for n in range(count))[::-1]


def judged(
    name: str,
    values: Sequence[float],
    *,
    of: float | None = None,
    late: Lateness = NOTHING_KNOWN,
    seen_on: date = LAST,
    supply: Supply | None = None,
    groups: Sequence[str] = (),
    starts: Sequence[NewBaseline] = (),
) -> Judged:
    keys = [SeriesKey(name, EVERYONE, EVERYONE), *(SeriesKey(name, "team", group) for group in groups)]
    known = np.array([values] * len(keys), float)
    below = np.full(known.shape, math.nan if of is None else of)
    series = SeriesTable(tuple(keys), months(len(values)), known, below, known if of is None else known * of / 100)
    return judge_all(
        series,
        INDICATORS,
        children={},
        supply=supply or Supply(),
        lateness=late,
        seen_on=seen_on,
        baselines={name: tuple(starts)} if starts else {},
    )


def newest(book: Judged, name: str) -> Period:
    return book.series.months[book.newest(name)]


def words(book: Judged, name: str) -> list[Word]:
    return [one.word for one in book.of[name].judged.months]


@pytest.mark.parametrize(
    ("name", "seen_on", "label"),
    [
        ("RF01", date(2014, 8, 31), "July 2014"),  # Events: a month after the month's end.
        ("RF01", date(2014, 9, 29), "July 2014"),
        ("RF01", date(2014, 9, 30), "August 2014"),
        ("LA01", date(2014, 8, 31), "June 2014"),  # Open at a date: two months, as starts and ends both come late.
        ("LA01", date(2014, 9, 30), "July 2014"),
        ("CL01", date(2014, 8, 31), "August 2014"),  # A register is taken once, and never fills up.
    ],
)
def test_from_one_extract_the_newest_judged_month_is_a_month_old_or_two(name: str, seen_on: date, label: str):
    book = judged(name, USUAL, seen_on=seen_on)
    assert newest(book, name).label == label
    if name == "RF01":
        place = book.newest(name)
        assert set(words(book, name)[place + 1 :]) <= {Word.FILLING} and words(book, name)[place] is not Word.FILLING


def come(high: int, *, of_part: int | None = None, name: str = "RF01", when: str = "2014-08") -> Lateness:
    """What is still to come of one month."""
    part = {} if of_part is None else {(name, when): ToCome(0, 0, of_part, 0.99)}
    return Lateness({}, {(name, when): ToCome(high // 2, 0, high, 0.9)}, of_part=part)


def test_a_month_of_which_at_most_one_in_fifty_may_come_is_judged_however_new_it_is():
    assert newest(judged("RF01", USUAL, late=come(2)), "RF01").label == "August 2014", "2 of 101 is no more than 2%"
    assert newest(judged("RF01", USUAL, late=come(3)), "RF01").label == "July 2014"


def test_no_month_is_judged_after_one_that_is_still_filling_up():
    """Windows are of complete months only: an August that is complete waits for its July."""
    assert newest(judged("RF01", USUAL, late=come(3, when="2014-07")), "RF01").label == "June 2014"


def test_a_percentage_waits_for_what_it_counts_as_for_what_it_is_of():
    shares = [value - 20 for value in USUAL]
    late = come(0, of_part=3, name="RF05")
    assert newest(judged("RF05", shares, of=100.0, late=late), "RF05").label == "July 2014"
    late = come(0, of_part=2, name="RF05")
    assert newest(judged("RF05", shares, of=100.0, late=late), "RF05").label == "August 2014"


def test_every_month_that_is_filling_up_carries_its_range():
    book = judged("RF01", USUAL, late=come(14))
    (row,) = [row for row in verdict_table(book).to_pylist() if row["period"] == "2014-08"]
    assert (row["verdict"], row["come_low"], row["come_high"]) == ("still filling up", 0, 14)
    assert "0 to 14 more usually come" in row["sentence"]
    assert [row["period"] for row in verdict_table(book).to_pylist() if row["is_newest"]] == ["2014-07"]


def test_a_month_whose_look_back_the_records_do_not_cover_is_not_yet_covered():
    """Re-referrals look back twelve months: records from April 2012 can tell of April 2013 first."""
    shares = [value - 80 for value in USUAL]
    supply = Supply(covers_from={"referral": date(2012, 4, 1)})
    book = judged("RF07", shares, of=100.0, supply=supply)
    place = book.of["RF07"].asked.covered_from
    assert book.series.months[place].label == "April 2013"
    referrals = judged("RF01", USUAL, supply=supply)
    assert referrals.series.months[referrals.of["RF01"].asked.covered_from].label == "April 2012"


def test_what_looks_back_for_ever_is_not_covered_before_records_hold_a_whole_childhood():
    shares = [value - 80 for value in USUAL]
    young = judged("CN05", shares, of=100.0, supply=Supply(covers_from={"referral": date(2004, 4, 1)}))
    assert young.of["CN05"].asked.covered_from == len(USUAL)
    old = judged("CN05", shares, of=100.0, supply=Supply(covers_from={"referral": date(1990, 4, 1)}))
    assert old.of["CN05"].asked.covered_from == 0


def test_where_nothing_says_when_records_begin_they_begin_with_the_first_that_are_counted():
    values = [0.0] * 10 + USUAL
    assert judged("RF01", values).of["RF01"].asked.covered_from == 10
    shares = [20.0] * len(values)
    of = [0.0] * 10 + [100.0] * len(USUAL)
    keys = (SeriesKey("RF07", EVERYONE, EVERYONE),)
    known = np.where(np.array([of]) > 0, np.array([shares]), np.nan)
    series = SeriesTable(keys, months(len(values)), known, np.array([of]), known)
    book = judge_all(
        series, INDICATORS, children={}, supply=Supply(), lateness=NOTHING_KNOWN, seen_on=LAST, baselines={}
    )
    assert book.of["RF07"].asked.covered_from == 22, "and twelve months more where it looks back twelve"


def test_groups_are_drawn_and_not_judged():
    book = judged("RF01", USUAL, groups=("North", "South"))
    assert len(book.series.keys) == 3 and list(book.of) == ["RF01"]
    assert {row["indicator"] for row in verdict_table(book).to_pylist()} == {"RF01"}
    assert verdict_table(book).num_rows == len(USUAL)


def test_what_has_a_meaning_for_years_only_has_no_monthly_verdict():
    assert indicator_by_id("RF02").only_for
    assert "RF02" not in judged("RF02", USUAL).of


def test_a_baseline_that_a_person_accepted_starts_in_the_first_month_on_or_after_its_day():
    book = judged("RF01", USUAL, starts=[NewBaseline(date(2013, 1, 15), "One front door.")])
    (place,) = book.of["RF01"].asked.starts
    assert book.series.months[place].label == "February 2013"


def test_a_month_without_a_figure_does_not_keep_later_ones_from_being_judged():
    gap = [*USUAL[:-3], math.nan, math.nan, USUAL[-1]]
    assert newest(judged("RF01", gap, seen_on=date(2014, 9, 30)), "RF01").label == "August 2014"
    assert words(judged("RF01", gap), "RF01")[-2] is Word.NO_FIGURE


def test_where_nothing_was_counted_in_the_newest_complete_month_the_newest_with_a_figure_is_told():
    """Nobody was adopted in July, so there are no days to average: June's verdict is the newest there is."""
    values = [*USUAL[:-2], math.nan, 101.0]
    assert newest(judged("AD03", values, of=3.0), "AD03").label == "June 2014"
    none = [*USUAL[:-8], *[math.nan] * 7, 101.0]
    assert newest(judged("AD03", none, of=3.0), "AD03").label == "July 2014", "half a year back, and no further"


def test_no_more_can_join_a_part_than_its_whole_holds_besides():
    shares = [value - 20 for value in USUAL]
    late = Lateness(
        {}, {("RF05", "2014-08"): ToCome(4, 1, 6, 0.9)}, of_part={("RF05", "2014-08"): ToCome(50, 2, 931, 0.1)}
    )
    book = judged("RF05", shares, of=100.0, late=late)
    part = book.part_to_come["RF05", "2014-08"]
    room = 100 - int(shares[-1]) + 6
    assert (part.low, part.expected, part.high) == (2, min(50, room), room)
