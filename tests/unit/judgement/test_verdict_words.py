"""What is said of a month, word for word: what was seen, what is usual, and what could not have been seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from purplebook.definitions import indicator_by_id
from purplebook.language.indicators import Indicator
from purplebook.language.periods import PeriodKind, periods_up_to
from purplebook.results.judgement.judge import Asked, JudgedMonth, JudgedSeries
from purplebook.results.judgement.kind import Kind, kind_of
from purplebook.results.judgement.word import Way, Word
from purplebook.results.lateness import ToCome
from purplebook.results.printed.verdict_words import SeriesInWords, head_text, verdict_of

MONTHS = periods_up_to(date(2015, 8, 31), PeriodKind.MONTH, since=date(2014, 9, 1))
"""September 2014 to August 2015: twelve months, so April is place 7 and August place 11."""
RF01, AS01, CP01, CP13, AS02, CP02 = map(indicator_by_id, ("RF01", "AS01", "CP01", "CP13", "AS02", "CP02"))


def judged(
    item: Indicator,
    kind: Kind,
    month: JudgedMonth,
    *,
    top: Sequence[float],
    bottom: Sequence[float] | None = None,
    value: Sequence[float] | None = None,
    level: float | None = None,
) -> SeriesInWords:
    """A series whose months at the end are given; what is judged of each of them is the same."""
    tops = np.array(top, float)
    below = None if bottom is None else np.array(bottom, float)
    values = np.array(value, float) if value else tops if below is None else np.round(100 * tops / below, 2)
    asked = Asked(kind, tops, below, values, None, covered_from=0, judged_to=len(tops) - 1)
    return SeriesInWords(item, MONTHS[-len(tops) :], asked, JudgedSeries((month,) * len(tops), kind, level=level))


def said(series: SeriesInWords, *, to_come: ToCome | None = None) -> str:
    return verdict_of(series, len(series.months) - 1, to_come=to_come).sentence


def test_a_count_is_told_with_its_months_what_is_usual_and_the_range_of_that():
    month = JudgedMonth(Word.HIGHER, 3, observed=612, expected=440.2, low=390, high=495, is_higher=True)
    series = judged(RF01, Kind.COUNT, month, top=[200, 202, 210])
    verdict = verdict_of(series, 2)
    assert verdict.sentence == "612 from June to August 2015, where about 440 is usual (390 to 495)."
    assert (verdict.word, verdict.way, verdict.months) == (Word.HIGHER, Way.NEITHER, 3)
    assert head_text(verdict) == "Higher than usual"


def test_a_window_that_reaches_over_the_new_year_names_both_years():
    month = JudgedMonth(Word.LOWER, 12, observed=4, expected=9.7, low=5, high=17, is_higher=False)
    series = judged(RF01, Kind.RARE, month, top=[0, 1, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0])
    assert said(series) == "4 from September 2014 to August 2015, where about 9.7 is usual (5 to 17)."


def test_a_percentage_stands_with_its_numbers_those_of_the_whole_window():
    month = JudgedMonth(Word.LOWER, 3, observed=52.1, expected=80.2, low=71.94, high=88.25, is_higher=False)
    series = judged(AS01, Kind.SHARE, month, top=[80, 73, 70], bottom=[140, 145, 143])
    verdict = verdict_of(series, 2)
    # 223 of 428 by a pencil: 52.10%.
    assert verdict.sentence == (
        "52.1% (223 of 428) from June to August 2015, where about 80% is usual (71.9% to 88.3%)."
    )
    assert verdict.way is Way.WORSE
    assert head_text(verdict) == "Lower than usual, which is worse"


def test_a_stock_is_told_by_what_its_arrivals_and_leavers_would_give():
    month = JudgedMonth(Word.HIGHER, 6, observed=265, expected=212, low=198, high=233, is_higher=True)
    series = judged(CP01, Kind.STOCK, month, top=[203, 210, 220, 230, 240, 250, 265])
    assert said(series) == (
        "265 on 31 August 2015, 62 more than six months before. "
        "Usual arrivals and leavers would give 5 fewer to 30 more."
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(203, 208, "0 to 5 more"), (208, 233, "5 to 30 more"), (190, 200, "3 to 13 fewer"), (190, 203, "0 to 13 fewer")],
)
def test_a_range_of_changes_is_read_from_the_smaller_number_of_children_to_the_larger(low: int, high: int, words: str):
    month = JudgedMonth(Word.NO_SIGN, 1, observed=203, expected=203, low=low, high=high)
    assert f"would give {words}." in said(judged(CP01, Kind.STOCK, month, top=[203, 203]))


def test_a_stock_that_stands_where_it_stood_says_so():
    month = JudgedMonth(Word.NO_SIGN, 1, observed=203, expected=203, low=198, high=208)
    assert said(judged(CP01, Kind.STOCK, month, top=[203, 203])).startswith(
        "203 on 31 August 2015, as many as a month before."
    )


def test_a_percentage_of_a_stock_is_told_from_where_it_was():
    month = JudgedMonth(Word.LOWER, 6, observed=16.5, expected=29.0, low=22.04, high=36.1, is_higher=False)
    series = judged(CP13, Kind.STOCK_SHARE, month, top=[70, 60, 55, 50, 45, 43, 41], bottom=[233] * 6 + [249])
    assert said(series) == (
        "20.8% (294 of 1,414) on average from March to August 2015, where about 29% is usual (22.0% to 36.1%) after "
        "30.0% six months before."
    )


def test_an_average_says_of_how_many_it_is():
    month = JudgedMonth(Word.HIGHER, 1, observed=47, expected=32, low=27.5, high=38.25, is_higher=True)
    series = judged(AS02, Kind.AVERAGE, month, top=[6000], bottom=[143], value=[47.0])
    assert said(series) == "47.0 working days (from 143) in August 2015, where about 32 is usual (27.5 to 38.3)."


def test_a_rate_is_told_as_children_and_as_the_rate():
    month = JudgedMonth(Word.NO_SIGN, 1, observed=265, expected=265, low=250, high=280)
    series = judged(CP02, Kind.STOCK, month, top=[265], bottom=[34700], value=[76.37])
    assert said(series).startswith("265 (76.4 per 10,000) on 31 August 2015")


@pytest.mark.parametrize(
    ("kind", "item", "least", "words"),
    [
        (Kind.COUNT, RF01, 0.448, "A change of less than about 45% would not show yet."),
        (Kind.COUNT, RF01, 0.127, "A change of less than about 13% would not show yet."),
        (Kind.COUNT, RF01, 1.3, "Even a doubling would not show yet."),
        (Kind.SHARE, AS01, 7.2, "A change of less than about 7 points would not show yet."),
    ],
)
def test_no_sign_of_a_change_says_what_would_not_have_shown(kind: Kind, item: Indicator, least: float, words: str):
    month = JudgedMonth(Word.NO_SIGN, 1, observed=20, expected=19, low=8, high=30, smallest_seen=least)
    sentence = said(judged(item, kind, month, top=[20], bottom=[25] if kind is Kind.SHARE else None))
    assert sentence.endswith(words)


def test_a_range_that_begins_at_nought_says_up_to_what():
    month = JudgedMonth(Word.HIGHER, 1, observed=9, expected=3, low=0, high=8, is_higher=True)
    assert said(judged(RF01, Kind.COUNT, month, top=[9])) == "9 in August 2015, where about 3 is usual (up to 8)."


def test_where_it_is_not_known_what_would_show_nothing_is_said_of_it():
    month = JudgedMonth(Word.NO_SIGN, 1, observed=20, expected=19, low=8, high=30)
    assert said(judged(RF01, Kind.COUNT, month, top=[20])) == "20 in August 2015, where about 19 is usual (8 to 30)."


def test_a_changed_level_names_both_levels_and_the_newest_month():
    month = JudgedMonth(
        Word.CHANGED_LEVEL, 12, observed=3180, expected=2244, low=2100, high=2400, since=1, is_higher=True
    )
    series = judged(RF01, Kind.COUNT, month, top=[187, 264, 265, 266], level=187.2)
    assert said(series) == ("Since June 2015 about 265 a month; before, about 187 a month. It was 266 in August 2015.")
    share = judged(AS01, Kind.SHARE, month, top=[80, 50, 52], bottom=[100, 100, 104], level=80.0)
    # 102 of 204 since then.
    assert said(share).startswith("Since July 2015 about 50%; before, about 80%.")


def test_a_changed_level_that_is_over_says_that_it_is_back():
    month = JudgedMonth(Word.CHANGED_LEVEL, 12, since=1, is_higher=True, alone_low=5.8, alone_high=20.5)
    series = judged(CP13, Kind.STOCK_SHARE, month, top=[30, 60, 55, 27], bottom=[230, 230, 220, 212], level=13.1)
    assert said(series).endswith("It is back where it was before: 12.7% (27 of 212) on 31 August 2015.")
    few = JudgedMonth(Word.CHANGED_LEVEL, 12, since=1, is_higher=True, alone_low=5.8, alone_high=60.0)
    series = judged(CP13, Kind.STOCK_SHARE, few, top=[30, 60, 55, 57], bottom=[230, 230, 220, 212], level=13.1)
    assert "It was 26.9%" in said(series), "a wide range of a few children is no way back"
    above = JudgedMonth(Word.CHANGED_LEVEL, 12, since=1, is_higher=True, alone_low=5.8, alone_high=12.6)
    series = judged(CP13, Kind.STOCK_SHARE, above, top=[30, 60, 55, 27], bottom=[230, 230, 220, 212], level=13.1)
    assert said(series).endswith("It was 12.7% (27 of 212) on 31 August 2015.")


def test_a_month_that_is_filling_up_says_so_far_and_what_usually_comes():
    month = JudgedMonth(Word.FILLING, 1, low=112, high=190)
    series = judged(RF01, Kind.COUNT, month, top=[146])
    assert said(series, to_come=ToCome(30, 20, 45, 0.83)) == (
        "146 so far in August 2015; 20 to 45 more usually come. When it is complete, 112 to 190 is usual."
    )
    bare = judged(RF01, Kind.COUNT, JudgedMonth(Word.FILLING), top=[146])
    assert said(bare) == "146 so far in August 2015; records of it are still to come."
    above = judged(RF01, Kind.COUNT, JudgedMonth(Word.FILLING, is_higher=True, low=60, high=100), top=[146])
    assert "and it is already higher than usual" in said(above)
    share = judged(AS01, Kind.SHARE, JudgedMonth(Word.FILLING), top=[70], bottom=[143])
    assert said(share, to_come=ToCome(9, 4, 15, 0.9)) == (
        "49.0% (70 of 143) so far in August 2015; 4 to 15 more are usually added to what it is out of."
    )
    late = verdict_of(share, 0, to_come=ToCome(0, 0, 0, 1.0), part_to_come=ToCome(5, 3, 8, 0.9)).sentence
    assert late == "49.0% (70 of 143) so far in August 2015; 3 to 8 more are usually found later to count in it."
    both = verdict_of(share, 0, to_come=ToCome(9, 4, 15, 0.9), part_to_come=ToCome(5, 3, 8, 0.9)).sentence
    assert "4 to 15 more are usually added to what it is out of, and 3 to 8 more are usually found later" in both


@pytest.mark.parametrize(
    ("name", "value", "top", "bottom", "words"),
    [
        ("QA20", 15474.0, 1547400, None, "15,474"),
        ("SP02", 118973.1, 11897310, None, "118,973"),
        ("LA03", 7.0, 15, None, "7"),
        ("WF02", 7.01, 640, 9130, "7.0% (6.4 of 91.3)"),
        ("WF05", 24.17, 1269, 5250, "24.2 cases per FTE (from 52.5)"),
    ],
)
def test_what_is_kept_in_hundredths_or_as_a_difference_is_said_as_it_is_printed(name, value, top, bottom, words):
    item = indicator_by_id(name)
    assert kind_of(item) is not Kind.COUNT
    month = JudgedMonth(Word.NOT_JUDGED, why_none="there is no rule for such a figure")
    kind = Kind.STOCK_SHARE if name == "WF02" else Kind.NOT_JUDGED
    series = judged(item, kind, month, top=[top], bottom=None if bottom is None else [bottom], value=[value])
    assert said(series).startswith(f"{words} "), said(series)


def test_groups_that_divide_everyone_have_no_one_number():
    month = JudgedMonth(Word.NOT_JUDGED, why_none="there is no rule for such a figure")
    series = judged(indicator_by_id("RF03"), Kind.NOT_JUDGED, month, top=[118], value=[100.0])
    assert said(series) == ("August 2015: everyone is divided into groups, which are not judged.")


def test_too_few_have_their_numbers_and_no_way():
    verdict = verdict_of(judged(AS01, Kind.SHARE, JudgedMonth(Word.TOO_FEW), top=[3], bottom=[7]), 0)
    assert verdict.sentence == "42.9% (3 of 7) in August 2015: so few cannot tell a change from chance."
    assert verdict.way is Way.NEITHER
    nobody = judged(AS01, Kind.SHARE, JudgedMonth(Word.TOO_FEW), top=[0], bottom=[0], value=[float("nan")])
    assert said(nobody).startswith("nothing in August 2015")


def test_what_is_not_covered_or_has_no_figure_says_why():
    assert said(judged(RF01, Kind.COUNT, JudgedMonth(Word.NOT_COVERED), top=[3])) == (
        "August 2015: the records do not reach back far enough to count it."
    )
    none = judged(RF01, Kind.COUNT, JudgedMonth(Word.NO_FIGURE), top=[float("nan")])
    assert said(none) == "There is no figure for August 2015."


def test_no_sentence_gives_odds_or_the_name_of_a_rule():
    words = (
        "astronomical",
        "sigma",
        "limit",
        "significant",
        "special cause",
        "chance alone",
        "once in",
        "no real change",
    )
    for word in Word:
        month = JudgedMonth(word, 1, 20, 19, 8, 30, True, 0.4, 0)
        sentence = said(judged(RF01, Kind.COUNT, month, top=[20], level=18.0)).lower()
        assert not [each for each in words if each in sentence], sentence
