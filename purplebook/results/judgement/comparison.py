"""The verdict on a figure from one other figure: the period before, the year before, a target's year, England."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.results.judgement.differences import counts_differ, of_percentages
from purplebook.results.judgement.exact import half_up
from purplebook.results.judgement.intervals import poisson
from purplebook.results.judgement.thresholds import (
    FEWEST_EVENTS,
    FEWEST_IN_DENOMINATOR,
    SURE_95,
    WIDEST_POINTS,
    WIDEST_SHARE,
)
from purplebook.results.judgement.verdict import Compared, Subject, differs, not_told
from purplebook.results.judgement.word import Word


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


def compare_percentages(now: Number, other: Comparator, subject: Subject, *, spread: float = 1.0) -> Compared:
    """Two independent percentages of children who vary `spread` times more than single ones.

    Late records may move a percentage either way, so neither may be immature.
    """
    barred = _barred(now, other, subject, may_be_high=False)
    if barred:
        return barred
    (k, n), (c, m) = _pair(now), _pair(other.number)
    who = f"{subject.name}, {subject.when}"
    if min(n, m) < FEWEST_IN_DENOMINATOR:
        return not_told(Word.TOO_FEW, f"{who}: a percentage of {min(n, m)} is too small to compare with {other.name}.")
    difference = of_percentages((np.array([k]), np.array([n])), (np.array([c]), np.array([m])), spread=spread)
    if np.isnan(difference.value[0]):
        return not_told(Word.NOT_JUDGED, f"{who}: more is counted than there is to count from, so it is no percentage.")
    ends = difference.interval.rounded(places=1)
    lower, upper, gap = ends.lower[0], ends.upper[0], half_up(difference.value, places=1)[0]
    numbers = f"{who}: {_share(k, n)} against {_share(c, m)} for {other.name}"
    if difference.is_real[0]:
        return differs(
            subject,
            f"{numbers}, a difference of {gap:+.1f} points (between {lower:+.1f} and {upper:+.1f}, "
            f"{SURE_95.name} sure).",
            is_higher=bool(gap > 0),
        )
    if max(gap - lower, upper - gap) > WIDEST_POINTS:
        return not_told(
            Word.TOO_FEW,
            f"{numbers}: from so few the difference is anywhere between {lower:+.1f} and {upper:+.1f} points.",
        )
    return not_told(
        Word.NO_SIGN,
        f"{numbers}: chance alone may explain the difference (between {lower:+.1f} and {upper:+.1f} points, "
        f"{SURE_95.name} sure).",
    )


def compare_counts(
    now: Number, other: Comparator, subject: Subject, *, per: int | None = None, spread: float = 1.0
) -> Compared:
    """Two counts for their exposure: people for a rate for every `per`, or days of their periods.

    They are of children who vary `spread` times more than single ones, because siblings come together.

    Late records can only raise a count: an immature one may be told as higher, never as lower or the same.
    """
    barred = _barred(now, other, subject, may_be_high=True)
    if barred:
        return barred
    (k, e), (c, f) = _pair(now), _pair(other.number)
    who = f"{subject.name}, {subject.when}"
    numbers = f"{who}: {_rate(k, e, per)} against {_rate(c, f, per)} for {other.name}"
    if k + c < FEWEST_EVENTS:
        return not_told(Word.TOO_FEW, f"{numbers}: {k + c} in all are too few to tell a change from chance.")
    counts, exposures = (np.array([k]), np.array([c])), (np.array([e]), np.array([f]))
    is_beyond = counts_differ(*counts, exposure_first=exposures[0], exposure_second=exposures[1], spread=spread)
    is_real, is_higher = bool(is_beyond[0]), k * f > c * e
    if now.is_immature and not (is_real and is_higher):
        return _immature(subject)
    if is_real:
        return differs(subject, f"{numbers}, a difference beyond what chance gives.", is_higher=is_higher)
    ends = poisson(np.array([k]))
    if k == 0 or float(ends.upper[0] - ends.lower[0]) / 2 > WIDEST_SHARE * k:
        return not_told(Word.TOO_FEW, f"{numbers}: the numbers are too small to tell a change from chance.")
    return not_told(Word.NO_SIGN, f"{numbers}: chance alone may explain the difference ({SURE_95.name} sure).")


def _barred(now: Number, other: Comparator, subject: Subject, *, may_be_high: bool) -> Compared | None:
    """What stands in the way of any comparison."""
    who = f"{subject.name}, {subject.when}"
    if now.top is None or not now.bottom:
        return not_told(Word.NO_FIGURE, f"{who}: there is no figure, so nothing is said of it.")
    if now.is_immature and not may_be_high:
        return _immature(subject)
    if other.not_comparable:
        return not_told(
            Word.NOT_JUDGED, f"{who}: it is not compared with {other.name}, because {other.not_comparable}."
        )
    if other.number.top is None or not other.number.bottom:
        return not_told(Word.NOT_JUDGED, f"{who}: there is no figure for {other.name} to compare it with.")
    if other.number.is_immature:
        return not_told(Word.NOT_JUDGED, f"{who}: the figure for {other.name} is not complete yet.")
    return None


def _immature(subject: Subject) -> Compared:
    return not_told(
        Word.FILLING,
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
