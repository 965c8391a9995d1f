"""The verdict on a figure from its neighbours: where it lies in the funnel."""

from __future__ import annotations

import numpy as np

from purplebook.results.judgement.exact import half_up
from purplebook.results.judgement.funnel import Funnel
from purplebook.results.judgement.thresholds import (
    FEWEST_EVENTS,
    FEWEST_IN_DENOMINATOR,
    FEWEST_NEIGHBOURS,
    SURE_95,
    SURE_998,
)
from purplebook.results.judgement.verdict import Compared, Subject, differs, not_told
from purplebook.results.judgement.word import Word


def judge_in_funnel(
    funnel: Funnel,
    place: int,
    subject: Subject,
    *,
    top: int | None,
    bottom: int | None,
    per: int | None = None,
    not_comparable: str = "",
    is_immature: bool = False,
) -> Compared:
    """A percentage (`per` None), or a rate for every `per`, at one place of a funnel.

    Only beyond the 99.8% limits is it called higher or lower: of a hundred indicators five lie beyond the 95% limits by
    chance.  Neighbours are of one year; an authority whose own figure is immature is not set beside them.
    """
    who = f"{subject.name}, {subject.when}"
    if top is None or not bottom:
        return not_told(Word.NO_FIGURE, f"{who}: there is no figure, so nothing is said of it.")
    if is_immature:
        return not_told(
            Word.FILLING,
            f"{who}: records are still to come, so it is not set beside its neighbours, whose figures are final.",
        )
    if not_comparable:
        return not_told(Word.NOT_JUDGED, f"{who}: it is not compared with its neighbours, because {not_comparable}.")
    if funnel.neighbours < FEWEST_NEIGHBOURS:
        return not_told(
            Word.NOT_JUDGED,
            f"{who}: only {_counted(funnel.neighbours)} a figure, and {FEWEST_NEIGHBOURS} are needed.",
        )
    is_small = bottom < FEWEST_IN_DENOMINATOR if per is None else funnel.centre * bottom / per < FEWEST_EVENTS
    if is_small or funnel.events < FEWEST_EVENTS:
        return not_told(Word.TOO_FEW, f"{who}: the numbers are too small to tell it from its neighbours.")
    # The same sum as that of the limits, so that a figure on a limit is on it.
    value = float(per or 100) * top / bottom
    limits_95 = funnel.lower_95[place], funnel.upper_95[place]
    limits_998 = funnel.lower_998[place], funnel.upper_998[place]
    spread = ", widened because neighbours differ by more than chance" if funnel.is_widened else ""
    numbers = (
        f"{who}: {_shown(value, subject)} beside {_shown(funnel.centre, subject)} for its {funnel.neighbours} "
        "neighbours together"
    )
    if not limits_998[0] <= value <= limits_998[1]:
        is_higher = bool(value > limits_998[1])
        limit = limits_998[1] if is_higher else limits_998[0]
        return differs(
            subject,
            f"{numbers} is {'above' if is_higher else 'below'} the {SURE_998.name} limit for its size "
            f"({_shown(limit, subject)}{spread}).",
            is_higher=is_higher,
        )
    usual = f"{_shown(limits_998[0], subject)} to {_shown(limits_998[1], subject)}{spread}"
    if not limits_95[0] <= value <= limits_95[1]:
        return not_told(
            Word.NO_SIGN,
            f"{numbers} is beyond the {SURE_95.name} limits and within the {SURE_998.name} limits ({usual}): worth "
            "watching, not yet more than chance.",
        )
    return not_told(Word.NO_SIGN, f"{numbers} is no further off than chance may put one of its size ({usual}).")


def _counted(neighbours: int) -> str:
    return "1 neighbour has" if neighbours == 1 else f"{neighbours} neighbours have"


def _shown(number: float, subject: Subject) -> str:
    return subject.value(float(half_up(np.array([number]), places=1)[0]), places=1)
