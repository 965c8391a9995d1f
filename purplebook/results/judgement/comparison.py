"""The verdict on a figure from one other figure: the period before, the year before, a target's year, England."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.differences import chance_of_counts, of_percentages
from purplebook.results.judgement.exact import half_up
from purplebook.results.judgement.intervals import poisson
from purplebook.results.judgement.thresholds import (
    FEWEST_EVENTS,
    FEWEST_IN_DENOMINATOR,
    SURE_95,
    WIDEST_POINTS,
    WIDEST_SHARE,
)
from purplebook.results.judgement.verdict import Evidence, Subject, Verdict, Word, word_for

_UNLIKELY = 2 * SURE_95.tail


@dataclass(frozen=True)
class Number:
    """One figure: what is counted, out of what (a denominator, a population, days), and whether more is to come."""

    top: int | None
    bottom: int | None
    is_immature: bool = False


@dataclass(frozen=True)
class Comparator:
    """The other figure: what readers call it, and why it may not be compared, if it may not.

    `not_comparable` is "" or words that end "because …": "it counts plans that ended, not open ones".
    """

    name: str
    number: Number
    not_comparable: str = ""


def compare_percentages(now: Number, other: Comparator, subject: Subject) -> Verdict:
    """Two independent percentages.  Late records may move a percentage either way, so neither may be immature."""
    barred = _barred(now, other, subject, may_be_high=False)
    if barred:
        return barred
    (k, n), (c, m) = _pair(now), _pair(other.number)
    who = f"{subject.name}, {subject.when}"
    if min(n, m) < FEWEST_IN_DENOMINATOR:
        return _verdict(
            Word.TOO_SMALL, f"{who}: a percentage of {min(n, m)} is too small to compare with {other.name}."
        )
    difference = of_percentages((np.array([k]), np.array([n])), (np.array([c]), np.array([m])))
    if np.isnan(difference.value[0]):
        return _verdict(Word.NO_VERDICT, f"{who}: more is counted than there is to count from, so it is no percentage.")
    ends = difference.interval.rounded(places=1)
    lower, upper, gap = ends.lower[0], ends.upper[0], half_up(difference.value, places=1)[0]
    numbers = f"{who}: {_share(k, n)} against {_share(c, m)} for {other.name}"
    if difference.is_real[0]:
        return _verdict(
            word_for(subject.better, is_higher=bool(gap > 0)),
            f"{numbers}, a difference of {gap:+.1f} points (between {lower:+.1f} and {upper:+.1f}, "
            f"{SURE_95.name} sure).",
        )
    if max(gap - lower, upper - gap) > WIDEST_POINTS:
        return _verdict(
            Word.TOO_SMALL,
            f"{numbers}: from so few the difference is anywhere between {lower:+.1f} and {upper:+.1f} points.",
        )
    return _verdict(
        Word.NO_REAL_CHANGE,
        f"{numbers}: chance alone may explain the difference (between {lower:+.1f} and {upper:+.1f} points, "
        f"{SURE_95.name} sure).",
    )


def compare_counts(now: Number, other: Comparator, subject: Subject, *, per: int | None = None) -> Verdict:
    """Two counts for their exposure: people for a rate for every `per`, or days of their periods.

    Late records can only raise a count: an immature one may be told as higher, never as lower or the same.
    """
    barred = _barred(now, other, subject, may_be_high=True)
    if barred:
        return barred
    (k, e), (c, f) = _pair(now), _pair(other.number)
    who = f"{subject.name}, {subject.when}"
    numbers = f"{who}: {_rate(k, e, per)} against {_rate(c, f, per)} for {other.name}"
    if k + c < FEWEST_EVENTS:
        return _verdict(Word.TOO_SMALL, f"{numbers}: {k + c} in all are too few to tell a change from chance.")
    chance = float(
        chance_of_counts(np.array([k]), np.array([c]), exposure_first=np.array([e]), exposure_second=np.array([f]))[0]
    )
    is_real, is_higher = chance < _UNLIKELY, k * f > c * e
    if now.is_immature and not (is_real and is_higher):
        return _immature(subject)
    if is_real:
        odds = int(min(1.0 / max(chance, 1e-6), 1e6))
        return _verdict(
            word_for(subject.better, is_higher=is_higher),
            f"{numbers}, a difference that chance alone gives at most once in {odds:,}.",
        )
    ends = poisson(np.array([k]))
    if k == 0 or float(ends.upper[0] - ends.lower[0]) / 2 > WIDEST_SHARE * k:
        return _verdict(Word.TOO_SMALL, f"{numbers}: the numbers are too small to tell a change from chance.")
    return _verdict(Word.NO_REAL_CHANGE, f"{numbers}: chance alone may explain the difference ({SURE_95.name} sure).")


def _barred(now: Number, other: Comparator, subject: Subject, *, may_be_high: bool) -> Verdict | None:
    """What stands in the way of any comparison."""
    who = f"{subject.name}, {subject.when}"
    if now.top is None or not now.bottom:
        return _verdict(Word.NO_VERDICT, f"{who}: there is no figure, so nothing is said of it.", is_final=True)
    if now.is_immature and not may_be_high:
        return _immature(subject)
    if other.not_comparable:
        return _verdict(
            Word.NO_VERDICT, f"{who}: it is not compared with {other.name}, because {other.not_comparable}."
        )
    if other.number.top is None or not other.number.bottom:
        return _verdict(Word.NO_VERDICT, f"{who}: there is no figure for {other.name} to compare it with.")
    if other.number.is_immature:
        return _verdict(Word.NO_VERDICT, f"{who}: the figure for {other.name} is not complete yet.")
    return None


def _immature(subject: Subject) -> Verdict:
    return _verdict(
        Word.NO_VERDICT,
        f"{subject.name}, {subject.when}: records of this period are still to come, so it cannot be called a fall or a "
        "change.",
    )


def _pair(number: Number) -> tuple[int, int]:
    assert number.top is not None and number.bottom is not None
    return number.top, number.bottom


def _share(k: int, n: int) -> str:
    return f"{half_up(np.array([100.0 * k / n]), places=1)[0]:.1f}% ({k:,} of {n:,})"


def _rate(k: int, exposure: int, per: int | None) -> str:
    if per is None:
        return f"{k:,}"
    return f"{half_up(np.array([float(per) * k / exposure]), places=1)[0]:,.1f} per {per:,} ({k:,})"


def _verdict(word: Word, why: str, *, is_final: bool = False) -> Verdict:
    return Verdict(word, why, Evidence.COMPARISON, is_final)
