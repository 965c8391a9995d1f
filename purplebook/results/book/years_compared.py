"""The verdict on a year's figure from the year before, for what has a meaning for years only."""

from __future__ import annotations

from collections.abc import Mapping

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.compare import unit_of
from purplebook.results.judgement.comparison import Comparator, Number, compare_counts, compare_percentages
from purplebook.results.judgement.verdict import Subject
from purplebook.results.judgement.verdict import Word as Compared
from purplebook.results.judgement.word import Verdict, Way, Word

WHOLE = (Shape.COUNT, Shape.RATE)
"""Shapes whose figure is a number of events, for which two years can be compared exactly."""


def subject_of(item: Indicator, period: Period) -> Subject:
    """How a comparison names an indicator and writes its values."""
    unit = unit_of(item)
    is_whole = item.measure.shape in (Shape.COUNT, Shape.SUM, Shape.DIFFERENCE)
    shown = "%" if unit == "%" else "" if unit == "number" else f" {unit}"
    return Subject(item.title, period.label, item.better, unit=shown, places=0 if is_whole else 1)


def verdict_of_years(
    item: Indicator, rows: Mapping[tuple[str, str], Mapping], latest: Period, before: Period | None
) -> Verdict:
    """The latest year beside the one before it."""
    if before is None:
        return Verdict(Word.TOO_FEW, Way.NEITHER, f"{latest.label}: one year says nothing of change.", 1, latest)
    now, year_before = (_number(rows.get((item.id, period.key)), period) for period in (latest, before))
    if now.top is None:
        return Verdict(Word.NO_FIGURE, Way.NEITHER, f"There is no figure for {latest.label}.", 1, latest)
    subject = subject_of(item, latest)
    if item.measure.shape is Shape.PERCENTAGE:
        compared = compare_percentages(now, Comparator(before.label, year_before), subject)
    elif item.measure.shape in WHOLE:
        compared = compare_counts(now, Comparator(before.label, year_before), subject, per=item.measure.per)
    else:
        why = f"{latest.label}: an average has no interval here to be compared with {before.label} by."
        return Verdict(Word.NOT_JUDGED, Way.NEITHER, why, 1, latest)
    return _as_verdict(compared.word, compared.why, now, year_before, latest)


def _as_verdict(word: Compared, why: str, now: Number, before: Number, latest: Period) -> Verdict:
    said = why.split(": ", 1)[-1]
    sentence = said[:1].upper() + said[1:]
    if word in (Compared.NO_REAL_CHANGE, Compared.TOO_SMALL, Compared.NO_VERDICT):
        plain = {Compared.NO_REAL_CHANGE: Word.NO_SIGN, Compared.TOO_SMALL: Word.TOO_FEW}.get(word, Word.NOT_JUDGED)
        return Verdict(plain, Way.NEITHER, sentence, 1, latest)
    assert now.top is not None and before.top is not None
    is_higher = now.top * (before.bottom or 1) > before.top * (now.bottom or 1)
    way = {Compared.BETTER: Way.BETTER, Compared.WORSE: Way.WORSE}.get(word, Way.NEITHER)
    return Verdict(Word.HIGHER if is_higher else Word.LOWER, way, sentence, 1, latest)


def _number(row: Mapping | None, period: Period) -> Number:
    if row is None or row["value"] is None:
        return Number(None, None)
    below = row["denominator"]
    if below is None:
        below = (period.last_day - period.first_day).days + 1
    return Number(row["numerator"], below)
