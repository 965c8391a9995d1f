"""When assessments were authorised: moved by days, so that as many of a quarter were in time as the paper prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015.calendar import (
    PAPER_DAY,
    add_days,
    add_working_days,
    next_working_day,
    working_days_between,
)
from purplebook_demo.paper_2015.journeys import Journey
from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part
from purplebook_demo.paper_2015.target_kinds import TimelyShare

IN_TIME = 45
"""Working days within which an assessment is in time."""


def assessment_started_on(journey: Journey) -> date:
    """The day an assessment began: that of the referral, or the working day after."""
    lead = journey.referred_on.toordinal() % 2
    started_on = min(add_working_days(journey.referred_on, lead), journey.last_day)
    # Those of the paper's last day begin on it, or it would not know that they go on to assessment.
    return journey.referred_on if journey.referred_on <= PAPER_DAY < started_on else started_on


def meet_assessment_quotas(journeys: tuple[Journey, ...], quotas: tuple[TimelyShare, ...]) -> tuple[Journey, ...]:
    """The same journeys with every quota met, one after the other."""
    for quota in quotas:
        journeys = _meet(journeys, first=quota.first, last=quota.last, printed=quota.printed)
    return journeys


def _meet(journeys: tuple[Journey, ...], *, first: date, last: date, printed: str) -> tuple[Journey, ...]:
    """The same journeys, with `printed` per cent of the assessments authorised between two days in time."""
    assessed = dict(enumerate(journeys))
    done = [
        index
        for index, journey in assessed.items()
        if journey.has_assessment and journey.assessed_on and first <= journey.assessed_on <= last
    ]
    in_time = sum(_is_in_time(assessed[index]) for index in done)
    aim = nearest_part(printed, near=Part(in_time, len(done)))
    done = _with_fewer(assessed, done, len(done) - aim.bottom, last)
    surplus = sum(_is_in_time(assessed[index]) for index in done) - aim.top
    for index in sorted(done, key=lambda index: abs(_days(assessed[index]) - IN_TIME)):
        if surplus == 0:
            break
        journey = assessed[index]
        if _is_in_time(journey) is (surplus > 0):
            moved_to = add_working_days(assessment_started_on(journey), IN_TIME + (1 if surplus > 0 else 0))
            if first <= moved_to <= min(last, journey.last_day):
                assessed[index] = replace(journey, assessed_on=moved_to)
                surplus -= 1 if surplus > 0 else -1
    if surplus:
        raise CannotBeMet(f"{printed}% of assessments in time cannot be met from {first}: {surplus:+d}")
    return tuple(assessed.values())


def _with_fewer(assessed: dict[int, Journey], done: list[int], fewer: int, last: date) -> list[int]:
    """Authorise some late assessments of the span's last days after it, or some of those after it within it."""
    left = list(done)
    after = next_working_day(add_days(last, 1))
    if fewer > 0:
        late = [
            index for index in reversed(done) if not _is_in_time(assessed[index]) and _may_wait(assessed[index], after)
        ]
        for number, index in enumerate(late[:fewer]):
            waited = min(add_working_days(after, number % 4), assessed[index].last_day)
            assessed[index] = replace(assessed[index], assessed_on=waited)
            left.remove(index)
    else:
        for index, journey in assessed.items():
            is_next = journey.assessed_on is not None and after <= journey.assessed_on <= add_days(after, 40)
            on_last = working_days_between(assessment_started_on(journey), last) > IN_TIME
            if len(left) < len(done) - fewer and is_next and on_last and journey.has_assessment:
                early = add_working_days(after, -1 - len(left) % 4)
                is_still_late = working_days_between(assessment_started_on(journey), early) > IN_TIME
                sooner = early if is_still_late else add_working_days(after, -1)
                assessed[index] = replace(journey, assessed_on=sooner)
                left.append(index)
    if len(left) != len(done) - fewer:
        raise CannotBeMet(f"{len(done) - fewer} assessments cannot be authorised by {last}")
    return left


def _may_wait(journey: Journey, day: date) -> bool:
    return journey.last_day >= day


def _is_in_time(journey: Journey) -> bool:
    return _days(journey) <= IN_TIME


def _days(journey: Journey) -> int:
    assert journey.assessed_on is not None
    return working_days_between(assessment_started_on(journey), journey.assessed_on)
