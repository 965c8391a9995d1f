"""When section 47 enquiries ended: moved by days between months, so that as many ended with a conference as printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import add_days, add_working_days, next_working_day, previous_working_day
from purplebook_demo.paper_2015.journeys import Enquiry, Journey
from purplebook_demo.paper_2015.margins import CannotBeMet, Part, nearest_part

LONGEST_WAIT = 32
"""Working days within which an enquiry that leads to no conference ends at the latest."""
Key = tuple[str, int, int]
"""Group of siblings, place of the child in it, place of the enquiry in the child's journey."""
Bounded = tuple[Enquiry, date, date]
"""An enquiry with the first and the last day on which it may end."""


@dataclass(frozen=True)
class Span:
    """Enquiries that ended between two days: how many led to a conference, and how many did not; None: as they fall."""

    first: date
    last: date
    to_conference: int | None
    other: int | None


def meet_enquiry_quotas(journeys: tuple[Journey, ...], spans: tuple[Span, ...]) -> tuple[Journey, ...]:
    """The same journeys with the ends of some enquiries moved across the edges of the spans, which follow one another.

    A span's surplus or want is settled with the one after it; the last span's with the one before.  CannotBeMet when a
    number cannot be met.
    """
    found = _enquiries(journeys)
    ended = {key: enquiry.ended_on for key, (enquiry, _, _) in found.items() if enquiry.ended_on is not None}
    for is_to_conference in (True, False):
        keys = [key for key, (enquiry, _, _) in found.items() if (enquiry.outcome == "ICPC") is is_to_conference]
        for index, span in enumerate(spans):
            wanted = span.to_conference if is_to_conference else span.other
            if wanted is None:
                continue
            is_last = index == len(spans) - 1
            left = _meet(keys, found, ended, span, wanted, edge_is_first_day=is_last)
            if left and is_last:
                left = _meet(keys, found, ended, span, wanted, edge_is_first_day=False)
            if left < 0 and is_to_conference:
                recommended = _recommended(found, ended, span)[:-left]
                left += len(recommended)
                for key in recommended:
                    found[key] = (replace(found[key][0], outcome="ICPC"), *found[key][1:])
            if left:
                raise CannotBeMet(f"{wanted} enquiries cannot end from {span.first} to {span.last}: {left:+d}")
    return _rewritten(journeys, {key: replace(found[key][0], ended_on=day) for key, day in ended.items()})


def _recommended(found: dict[Key, Bounded], ended: dict[Key, date], span: Span) -> list[Key]:
    """Enquiries of the span that could have recommended a conference which was then not held."""
    return [
        key
        for key, (enquiry, _, _) in found.items()
        if enquiry.outcome in ("OTHER_SERVICES", "NFA") and key in ended and span.first <= ended[key] <= span.last
    ]


def _enquiries(journeys: tuple[Journey, ...]) -> dict[Key, Bounded]:
    """Every enquiry with the first and the last day on which it may end."""
    found: dict[Key, Bounded] = {}
    places: Counter[str] = Counter()
    for journey in journeys:
        place = places[journey.group]
        places[journey.group] += 1
        for number, enquiry in enumerate(journey.enquiries):
            if enquiry.decision == "NO_S47":
                continue
            latest = add_working_days(enquiry.strategy_on, LONGEST_WAIT)
            if enquiry.outcome == "ICPC":
                held_on = journey.protection.conference_on if journey.protection else latest
                latest = min(add_working_days(enquiry.strategy_on, 20), previous_working_day(held_on))
            if journey.closed_on:
                latest = min(latest, journey.closed_on)
            found[journey.group, place, number] = (enquiry, add_working_days(enquiry.strategy_on, 1), latest)
    return found


def _meet(
    keys: list[Key],
    found: dict[Key, Bounded],
    ended: dict[Key, date],
    span: Span,
    wanted: int,
    *,
    edge_is_first_day: bool,
) -> int:
    """Move ends over one edge of the span, nearest first, until `wanted` lie within it; return how many are over."""
    outside = (
        previous_working_day(add_days(span.first, -1))
        if edge_is_first_day
        else next_working_day(add_days(span.last, 1))
    )
    inside = next_working_day(span.first) if edge_is_first_day else previous_working_day(span.last)
    within = [key for key in keys if key in ended and span.first <= ended[key] <= span.last]
    surplus = len(within) - wanted
    beyond = [
        key
        for key in keys
        if key in ended and (ended[key] < span.first if edge_is_first_day else ended[key] > span.last)
    ]
    movable, target = (within, outside) if surplus > 0 else (beyond, inside)
    away = 1 if (surplus > 0) is not edge_is_first_day else -1
    for number, key in enumerate(sorted(movable, key=lambda key: (abs((ended[key] - target).days), key))):
        _, earliest, latest = found[key]
        # Over the edge by one to four working days in turn, so that they do not all end on one day.
        days = (add_working_days(target, away * ((number + more) % 4)) for more in range(4))
        day = next((day for day in days if earliest <= day <= latest), None)
        if surplus and day is not None:
            ended[key] = day
            surplus -= 1 if surplus > 0 else -1
    return surplus


def _rewritten(journeys: tuple[Journey, ...], altered: dict[Key, Enquiry]) -> tuple[Journey, ...]:
    made: list[Journey] = []
    places: Counter[str] = Counter()
    for journey in journeys:
        place = places[journey.group]
        places[journey.group] += 1
        enquiries = tuple(
            altered.get((journey.group, place, number), enquiry) for number, enquiry in enumerate(journey.enquiries)
        )
        made.append(replace(journey, enquiries=enquiries) if enquiries != journey.enquiries else journey)
    return tuple(made)


def spans_of_paper(journeys: tuple[Journey, ...]) -> tuple[Span, ...]:
    """What the paper prints of January to August 2015, with the whole numbers nearest to those dealt."""
    (_, _, fourth_quarter), (first, last, first_quarter) = targets.ENQUIRIES_TO_CONFERENCE
    june, august = targets.ENQUIRIES_TO_CONFERENCE_SHARE
    in_june, in_august = (_nearest(journeys, *share) for share in (june, august))
    until = add_days(june[0], -1)
    return (
        Span(date(first.year, 1, 1), add_days(first, -1), fourth_quarter, None),
        Span(first, until, first_quarter - in_june.top, None),
        Span(june[0], last, in_june.top, in_june.bottom - in_june.top),
        Span(add_days(last, 1), add_days(august[0], -1), None, None),
        Span(august[0], august[1], in_august.top, in_august.bottom - in_august.top),
    )


def _nearest(journeys: tuple[Journey, ...], first: date, last: date, printed: str) -> Part:
    to_conference = [
        enquiry.outcome == "ICPC"
        for journey in journeys
        for enquiry in journey.enquiries
        if enquiry.decision != "NO_S47" and enquiry.ended_on and first <= enquiry.ended_on <= last
    ]
    return nearest_part(printed, near=Part(sum(to_conference), len(to_conference)))
