"""Deal out episodes of need: one journey for each child in protection or care, then as many more as the targets ask.

The last step before children are dealt to journeys: counts of referrals, assessments and enquiries are settled here.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.authority import PRESENTING_ISSUES, SOURCES_FROM_2015, SOURCES_TO_2015, sources_on
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    RECORDS_START,
    add_days,
    add_working_days,
    first_of_month,
    known,
    months,
    next_working_day,
    previous_working_day,
    working_day_in_month,
)
from purplebook_demo.paper_2015.care.care_deal import Spell
from purplebook_demo.paper_2015.chance import Dealer, between, group_sizes, pick, spread, weighted
from purplebook_demo.paper_2015.journeys import ASSESSED, IN_NEED, NO_ACTION, Enquiry, Journey, Protection
from purplebook_demo.paper_2015.margins import CannotBeMet
from purplebook_demo.paper_2015.protection.protection_deal import ConferenceGroup, ProtectionDeal, reviews_held

CLOSED_AFTER_CARE = {
    "E11": "RC1",
    "E12": "RC1",
    "E43": "RC4",
    "E44": "RC4",
    "E17": "RC7",
    "E3": "RC5",
    "E7": "RC6",
    "E5": "RC7",
    "E6": "RC7",
}
"""Leaving care in these ways ends the episode of need on the same day; who lives alone goes over to leaving care."""
JOINT: tuple[tuple[str, float], ...] = (("S47_JOINT", 0.62), ("S47_SINGLE", 0.38))
NO_ENQUIRY_SHARE = 0.16
"""Share of assessed referrals with a strategy discussion that starts no enquiry."""
HISTORY_REFERRALS_A_MONTH = 22
LONGEST_NEED = 2400
"""Days for which a child stays in need at the most."""
LONGEST_LEAD_OF_RETURN = 6
"""Days from a new referral to a return to care."""


def deal_episodes(rng: random.Random, *, protection: ProtectionDeal, spells: tuple[Spell, ...]) -> tuple[Journey, ...]:
    """Every journey, in order of its referral; whose they are is not yet known."""
    found: list[Journey] = []
    spells_of_group: dict[str, list[Spell]] = {}
    for spell in spells:
        spells_of_group.setdefault(spell.start.group, []).append(spell)
    for group in protection.groups:
        if group.conference_on > RECORDS_END:
            found += _conference_to_come(rng, group)
            continue
        found += _protection_journeys(rng, group, protection, spells_of_group.pop(group.meeting_id, []))
    for name, members in spells_of_group.items():
        found += _care_journeys(rng, name, members)
    found += _enquiry_journeys(rng, found)
    found += _other_journeys(rng, found)
    found.sort(key=lambda journey: (journey.referred_on, journey.group))
    return with_origins(rng, found)


def with_origins(rng: random.Random, journeys: list[Journey]) -> tuple[Journey, ...]:
    """Who referred and why: the same for all siblings."""
    sizes = Counter(journey.group for journey in journeys)
    sources = {shares: Dealer(rng, shares) for shares in (SOURCES_TO_2015, SOURCES_FROM_2015)}
    issues = Dealer(rng, PRESENTING_ISSUES)
    origins: dict[str, tuple[str, str]] = {}
    for journey in journeys:
        if journey.group not in origins:
            size = sizes[journey.group]
            if journey.care is not None and journey.care.entry == "UNACCOMPANIED":
                origins[journey.group] = (pick(rng, ("6", "7", "8")), "OTHER")
            else:
                source = sources[sources_on(journey.referred_on)].deal(size)
                origins[journey.group] = (source, issues.deal(size))
    return tuple(
        replace(
            journey,
            source_code=origins[journey.group][0],
            presenting_issue=origins[journey.group][1],
            # An assessment is finished at the latest when the episode closes.
            assessed_on=min(journey.assessed_on, journey.last_day) if journey.assessed_on else None,
        )
        for journey in journeys
    )


def _protection_journeys(
    rng: random.Random, group: ConferenceGroup, protection: ProtectionDeal, spells: list[Spell]
) -> list[Journey]:
    ended_on = protection.ended_on.get(group.meeting_id)
    if group.is_transfer_in:
        referred_on = add_working_days(group.conference_on, -between(rng, 4, 14))
    elif rng.random() < 0.76:
        referred_on = add_working_days(group.strategy_on, -between(rng, 0, 3))
    else:
        referred_on = next_working_day(add_days(group.strategy_on, -between(rng, 35, 260)))
    plan_end = ended_on if group.has_plan else group.conference_on
    stay = between(rng, 25, 240) if group.has_plan else between(rng, 5, 160)
    closed_on = known(next_working_day(add_days(plan_end, stay))) if plan_end else None
    outcome = Protection(
        meeting_id=group.meeting_id,
        conference_on=group.conference_on,
        is_transfer_in=group.is_transfer_in,
        has_plan=group.has_plan,
        category=group.category,
        review_dates=reviews_held(group, ended_on) if group.has_plan else (),
        ended_on=ended_on,
    )
    decided_on = min(add_working_days(group.strategy_on, between(rng, 4, 10)), RECORDS_END)
    enquiry = Enquiry(group.strategy_on, weighted(rng, JOINT), decided_on, "ICPC")
    assessed_on = _authorised(rng, referred_on)
    base = Journey(
        group=f"P{group.meeting_id}",
        referred_on=referred_on,
        closed_on=closed_on,
        closure_reason="RC7" if closed_on else None,
        kind=IN_NEED,
        assessed_on=assessed_on,
        enquiries=() if group.is_transfer_in or not group.has_enquiry else (enquiry,),
        protection=outcome,
        need_code=weighted(rng, (("N1", 0.9), ("N5", 0.07), ("N4", 0.03))),
    )
    journeys: list[Journey] = []
    for index in range(group.size):
        is_unborn = not group.is_transfer_in and not spells and index == group.size - 1 and rng.random() < 0.07
        journey = replace(base, age_range=_protection_age(rng), is_unborn=is_unborn)
        if index < len(spells):
            journey = _into_care(rng, journey, spells[index])
        journeys.append(journey)
    return journeys


def _conference_to_come(rng: random.Random, group: ConferenceGroup) -> list[Journey]:
    """Enquiries before the end of the records that recommended a conference after it."""
    if group.strategy_on > RECORDS_END or group.is_transfer_in:
        return []
    referred_on = add_working_days(group.strategy_on, -between(rng, 0, 3))
    ended_on = known(add_working_days(group.strategy_on, between(rng, 4, 10)))
    enquiry = Enquiry(group.strategy_on, weighted(rng, JOINT), ended_on, "ICPC")
    base = Journey(f"P{group.meeting_id}", referred_on, None, None, ASSESSED, enquiries=(enquiry,), need_code="N1")
    base = replace(base, assessed_on=_authorised(rng, referred_on))
    return [replace(base, age_range=_protection_age(rng)) for _ in range(group.size)]


def _protection_age(rng: random.Random) -> tuple[float, float]:
    return weighted(rng, (((0.0, 1.0), 0.2), ((1.0, 5.0), 0.3), ((5.0, 10.0), 0.27), ((10.0, 16.0), 0.23)))


def _into_care(rng: random.Random, journey: Journey, spell: Spell) -> Journey:
    """The journey once the child is looked after: care decides when and why it closes."""
    care = spell.care
    closed_on, reason = None, None
    if care.ended_on and care.end_reason:
        reason = CLOSED_AFTER_CARE.get(care.end_reason)
        closed_on = care.ended_on if reason else known(next_working_day(add_days(care.ended_on, between(rng, 30, 210))))
        reason = reason or ("RC7" if closed_on else None)
        eighteenth = date(care.born_on.year + 18, care.born_on.month, min(care.born_on.day, 28))
        if reason in (None, "RC7") and eighteenth <= (closed_on or RECORDS_END):
            closed_on, reason = max(care.ended_on, add_days(eighteenth, -1)), "RC7"
    if spell.returned_on:
        # The case is closed by the time that the child is referred again.
        latest = previous_working_day(add_days(spell.returned_on, -LONGEST_LEAD_OF_RETURN - 1))
        closed_on, reason = min(closed_on or latest, latest), "RC7"
    return replace(journey, care=care, closed_on=closed_on, closure_reason=reason)


def _care_journeys(rng: random.Random, name: str, members: list[Spell]) -> list[Journey]:
    first = members[0].care
    if first.entry == "UNACCOMPANIED":
        lead = between(rng, 0, 1)
    elif members[0].follows:
        lead = between(rng, 1, LONGEST_LEAD_OF_RETURN)
    elif rng.random() < 0.4:
        lead = between(rng, 1, 6)
    else:
        lead = between(rng, 20, 380)
    referred_on = add_days(first.started_on, -lead)
    enquiries: tuple[Enquiry, ...] = ()
    if first.entry in ("POLICE", "COURT") and rng.random() < 0.6 and referred_on >= RECORDS_START:
        strategy_on = next_working_day(referred_on)
        if strategy_on <= first.started_on:
            ended_on = min(add_working_days(strategy_on, between(rng, 3, 9)), RECORDS_END)
            enquiries = (Enquiry(strategy_on, weighted(rng, JOINT), ended_on, "LEGAL_ACTION"),)
    base = Journey(
        group=name,
        referred_on=referred_on,
        closed_on=None,
        closure_reason=None,
        kind=IN_NEED,
        assessed_on=_authorised(rng, referred_on),
        enquiries=enquiries,
        follows=members[0].follows,
        need_code="N8"
        if first.entry == "UNACCOMPANIED"
        else weighted(rng, (("N1", 0.62), ("N5", 0.14), ("N4", 0.1), ("N3", 0.05), ("N6", 0.04), ("N2", 0.05))),
    )
    return [_into_care(rng, replace(base, age_range=(0.0, 17.0)), spell) for spell in members]


def _authorised(rng: random.Random, referred_on: date) -> date | None:
    """When an assessment that began with this referral was authorised; nothing if still open, or never recorded."""
    if rng.random() < targets.share_on(targets.ASSESSED_IN_TIME, referred_on):
        days = int(rng.triangular(4, 46, 40))
    else:
        days = 46 + int(rng.expovariate(1 / 17))
        if rng.random() < 0.05:
            return None
    return known(add_working_days(referred_on, days))


def _enquiry_journeys(rng: random.Random, found: list[Journey]) -> list[Journey]:
    """Enquiries that led to no conference, until each month has as many enquiries as its target."""
    wanted = targets.monthly(targets.SECTION_47_ENQUIRIES)
    for journey in found:
        for enquiry in journey.enquiries:
            month = first_of_month(enquiry.strategy_on)
            wanted[month] = wanted.get(month, 0) - 1
    journeys: list[Journey] = []
    for month in months(RECORDS_START, RECORDS_END):
        if wanted[month] < 0:
            raise CannotBeMet(f"there are more enquiries before conferences in {month:%B %Y} than enquiries in all")
        for size in group_sizes(rng, wanted[month]):
            strategy_on = working_day_in_month(rng, month)
            is_new = rng.random() < 0.74
            lead = between(rng, 0, 3) if is_new else between(rng, 25, 170)
            referred_on = add_working_days(strategy_on, -lead)
            ended_on = known(add_working_days(strategy_on, between(rng, 3, 15)))
            outcome = weighted(rng, (("OTHER_SERVICES", 0.62), ("NFA", 0.34), ("LEGAL_ACTION", 0.04)))
            enquiry = Enquiry(strategy_on, weighted(rng, JOINT), ended_on, outcome)
            base = _assessed_journey(rng, f"E{month:%y%m}{len(journeys):05d}", referred_on, 0.5 if is_new else 1.0)
            base = replace(base, enquiries=(enquiry,), need_code="N1")
            if base.closed_on and base.closed_on < (ended_on or RECORDS_END):
                base = replace(base, closed_on=ended_on, closure_reason="RC8" if ended_on else None)
            journeys += [replace(base, age_range=_age(rng)) for _ in range(size)]
    return journeys


def _age(rng: random.Random) -> tuple[float, float]:
    bands = (((0.0, 1.0), 0.09), ((1.0, 5.0), 0.25), ((5.0, 10.0), 0.29), ((10.0, 16.0), 0.33), ((16.0, 17.6), 0.04))
    return weighted(rng, bands)


def _assessed_journey(rng: random.Random, group: str, referred_on: date, in_need_share: float) -> Journey:
    """A journey that was assessed and then closed, or went on as a child in need."""
    assessed_on = _authorised(rng, referred_on)
    ready_on = assessed_on or add_working_days(referred_on, between(rng, 60, 100))
    if rng.random() < in_need_share:
        stay = 45 + min(int(rng.expovariate(1 / 480)), LONGEST_NEED)
        closed_on = known(next_working_day(add_days(ready_on, stay)))
        reason = weighted(rng, (("RC7", 0.9), ("RC5", 0.06), ("RC3", 0.03), ("RC6", 0.01)))
        kind = IN_NEED
    else:
        closed_on = known(add_working_days(ready_on, between(rng, 0, 8)))
        reason = "RC8"
        kind = ASSESSED
    return Journey(
        group=group,
        referred_on=referred_on,
        closed_on=closed_on,
        closure_reason=reason if closed_on else None,
        kind=kind,
        assessed_on=assessed_on,
    )


def _other_journeys(rng: random.Random, found: list[Journey]) -> list[Journey]:
    """Referrals that came to neither an enquiry nor care, until each month has as many referrals as its target."""
    wanted = targets.monthly(targets.REFERRALS)
    taken: dict[date, int] = {}
    for journey in found:
        month = first_of_month(journey.referred_on)
        taken[month] = taken.get(month, 0) + 1
    journeys: list[Journey] = []
    for month in months(date(2010, 2, 1), add_days(RECORDS_START, -1)):
        for size in group_sizes(rng, HISTORY_REFERRALS_A_MONTH):
            journeys += sibling_group(rng, month, size, len(journeys), is_assessed=True, in_need_share=0.85)
    assessed_in = _assessed_by_month(wanted, taken)
    for month in months(RECORDS_START, RECORDS_END):
        already = taken.get(month, 0)
        filler = max(0, wanted[month] - already)
        assessed = assessed_in[month] - already
        for size in group_sizes(rng, assessed):
            journeys += sibling_group(rng, month, size, len(journeys), is_assessed=True, in_need_share=0.44)
        for size in group_sizes(rng, filler - assessed):
            journeys += sibling_group(rng, month, size, len(journeys), is_assessed=False, in_need_share=0.0)
    return journeys


def _assessed_by_month(wanted: dict[date, int], taken: dict[date, int]) -> dict[date, int]:
    """How many of each month's referrals go on to assessment: exact for each span of the targets.

    Those `taken` by protection and care do so in any case; the others of a span follow the months' referrals.
    """
    found: dict[date, int] = {}
    for flow in targets.ASSESSED_REFERRALS:
        span = months(flow.first, flow.last)
        found |= dict(zip(span, spread(flow.count, [wanted[month] for month in span]), strict=True))
        for month in span:
            found[month] = min(max(found[month], taken.get(month, 0)), wanted[month])
        short = flow.count - sum(found[month] for month in span)
        for month in sorted(span, key=lambda month: -wanted[month]):
            room = (wanted[month] if short > 0 else taken.get(month, 0)) - found[month]
            moved = min(short, room) if short > 0 else max(short, room)
            found[month] += moved
            short -= moved
        if short:
            raise CannotBeMet(f"{flow.count} referrals cannot go on to assessment from {flow.first}: {short:+d}")
    return found


def sibling_group(
    rng: random.Random, month: date, size: int, number: int, *, is_assessed: bool, in_need_share: float
) -> list[Journey]:
    """The journeys of `size` siblings who were referred on a day of the month."""
    referred_on = working_day_in_month(rng, month)
    group = f"R{month:%y%m}{number:05d}"
    if is_assessed:
        base = _assessed_journey(rng, group, referred_on, in_need_share)
        if rng.random() < NO_ENQUIRY_SHARE and referred_on >= RECORDS_START:
            strategy_on = add_working_days(referred_on, between(rng, 0, 4))
            if strategy_on <= base.last_day:
                outcome = pick(rng, ("OTHER_SERVICES", "NFA"))
                base = replace(base, enquiries=(Enquiry(strategy_on, "NO_S47", strategy_on, outcome),))
    else:
        closed_on = known(add_working_days(referred_on, between(rng, 0, 1)))
        reason = "RC8" if closed_on else None
        base = Journey(group, referred_on, closed_on, reason, NO_ACTION, has_assessment=False)
    return [replace(base, age_range=_age(rng)) for _ in range(size)]
