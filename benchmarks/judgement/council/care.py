"""Children looked after by a steady council, from the first placement to what becomes of care leavers."""

from __future__ import annotations

import numpy as np

from benchmarks.judgement.council.days import NEVER, Answers, birthday, chosen, if_so, repeated, steps
from benchmarks.judgement.council.extract import Columns, Ids, yes
from benchmarks.judgement.council.front_door import visits
from benchmarks.judgement.council.lives import Cases, Lives

ENDS, END_WEIGHTS = ("E4A", "E13", "E45", "E46", "E41", "E8"), (45, 12, 18, 8, 7, 10)
PLACES, PLACE_WEIGHTS = ("U1", "U4", "U6", "U3", "P1", "K2", "H5"), (12, 18, 42, 10, 6, 9, 3)
ACTIVITIES = ("F1", "F2", "P2", "F4", "F5", "P5", "G4", "G5", "G6", "0")
LEAVER_UNTIL = 22


def care(rng: np.random.Generator, lives: Lives, *, first: int) -> dict[str, Columns]:
    """Everything about children while they are looked after."""
    which = np.flatnonzero((lives.cases.care_started != NEVER) & (lives.cases.care_ended >= first - 1200))
    some = lives.cases.take(which)
    of = Answers(rng, some.event)
    start, end, limit = some.care_started, some.care_ended, lives.limit[some.child]
    person, period = Ids("P", some.child), Ids("Y", which)
    reason = np.where(end >= limit, "E5", chosen(ENDS, of.place(END_WEIGHTS)))
    need = chosen(("N1", "N2", "N4", "N5", "N8"), of.place((60, 5, 10, 15, 10), share=1.0))
    periods: Columns = {
        "looked_after_period_id": period,
        "person_id": person,
        "referral_id": Ids("R", which),
        "started_on": start,
        "ended_on": end,
        "end_reason_code": reason,
        "need_code": need,
    }
    status = chosen(("V2", "C1", "C2"), of.place((35, 25, 40), share=0.9))
    placements, episodes = _placements(rng, some, which, status=status, reason=reason, need=need)
    place, day = repeated(start, end, 34 + of.gamma(8), first=2 + of.exponential(4))
    each = Answers(rng, some.event[place] * (1 << 20) + day)
    went = each.happens(0.92, share=0.8)
    seen = visits(each, some.child[place], day, "LAC", went, looked_after_period_id=Ids("Y", which[place]))
    return {
        "looked_after_period": periods,
        "looked_after_episode": episodes,
        "placement": placements,
        "looked_after_review": _reviews(rng, some, which, of),
        "health_check": _health(rng, some),
        "missing_episode": _missing(rng, some),
        "plan": _education(rng, some, of),
        "visit": seen,
    }


def _placements(
    rng: np.random.Generator,
    some: Cases,
    which: np.ndarray,
    *,
    status: np.ndarray,
    reason: np.ndarray,
    need: np.ndarray,
) -> tuple[Columns, Columns]:
    """Where children live: a few move often, most seldom; an episode for each placement."""
    restless = rng.random(len(which)) < 0.2
    place, begun, over = steps(rng, some.care_started, some.care_ended, mean=np.where(restless, 160, 1100))
    count = len(place)
    far = rng.random(count) < 0.25
    is_last = over == some.care_ended[place]
    kind = chosen(PLACES, rng.choice(len(PLACES), p=np.array(PLACE_WEIGHTS) / 100, size=count))
    own = rng.random(count) < 0.6
    provider = np.where(kind == "P1", "PR0", np.where(own & ~np.isin(kind, ("K2", "H5")), "PR1", "PR4"))
    miles = np.where(far, 20.5 + rng.exponential(25, count), rng.uniform(0.2, 19, count)).round(1)
    number, person = np.arange(count), Ids("P", some.child[place])
    placements: Columns = {
        "placement_id": Ids("Z", number),
        "person_id": person,
        "looked_after_period_id": Ids("Y", which[place]),
        "started_on": begun,
        "ended_on": over,
        "placement_type": kind,
        "provider_code": provider,
        "is_in_authority": yes(~far & (rng.random(count) < 0.85)),
        "distance_miles": miles,
        "change_reason": if_so(~is_last, chosen(("CARPL", "CREQB", "CHILD"), rng.integers(0, 3, count))),
        "weekly_cost": (300 + 10 * rng.integers(0, 60, count) + 2500 * (kind == "K2")).astype(float),
    }
    episodes: Columns = {
        "episode_id": Ids("O", number),
        "looked_after_period_id": Ids("Y", which[place]),
        "person_id": person,
        "started_on": begun,
        "start_reason": np.where(begun == some.care_started[place], "S", "P"),
        "legal_status_code": status[place],
        "need_code": need[place],
        "placement_type": kind,
        "provider_code": provider,
        "placement_id": Ids("Z", number),
        "ended_on": over,
        "end_reason_code": np.where(is_last, reason[place], "X1"),
    }
    return placements, episodes


def _reviews(rng: np.random.Generator, some: Cases, which: np.ndarray, of: Answers) -> Columns:
    """The first within 20 working days, the second after three months, then every six; some come late."""
    ones = np.full(len(which), 1 << 14)
    parts = [
        repeated(some.care_started, np.minimum(some.care_ended, some.care_started + until), step, first=first)
        for first, step, until in (
            (18 + of.gamma(8), ones, 90),
            (100 + of.gamma(10), ones, 180),
            (260 + of.gamma(15), 150 + of.gamma(24), 1 << 14),
        )
    ]
    place, day = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    each = Answers(rng, some.event[place] * (1 << 20) + day)
    return {
        "review_id": Ids("W", np.arange(len(place))),
        "person_id": Ids("P", some.child[place]),
        "looked_after_period_id": Ids("Y", which[place]),
        "reviewed_on": day,
        "is_cancelled": np.full(len(place), "false", object),
        "participation_code": chosen(("PN1", "PN2", "PN3", "PN4", "PN7"), each.place((40, 20, 20, 6, 14))),
    }


def _health(rng: np.random.Generator, some: Cases) -> Columns:
    """Health assessments, dentists and questionnaires about once a year; a few go without for long."""
    parts = []
    for kind, first, step in (("HEALTH_ASSESSMENT", 15, 330), ("DENTAL", 60, 300), ("SDQ", 90, 350)):
        begin = first + rng.gamma(3, 6, len(some.child)).astype(int)
        place, day = repeated(some.care_started, some.care_ended, step + rng.integers(0, 60, len(begin)), first=begin)
        kept = rng.random(len(place)) < 0.92
        score = rng.integers(2, 26, len(place)).astype(str).astype(object)
        parts.append((some.child[place][kept], day[kept], kind, score[kept]))
    kinds = np.concatenate([np.full(len(part[0]), part[2], object) for part in parts])
    score = np.concatenate([part[3] for part in parts])
    return {
        "check_id": Ids("X", np.arange(len(kinds))),
        "person_id": Ids("P", np.concatenate([part[0] for part in parts])),
        "check_type": kinds,
        "checked_on": np.concatenate([part[1] for part in parts]),
        "score": if_so(kinds == "SDQ", score),
    }


def _missing(rng: np.random.Generator, some: Cases) -> Columns:
    """Times at which some children go missing, again and again."""
    often = np.where(rng.random(len(some.child)) < 0.12, 120, 6000)
    place, begun, _ = steps(rng, some.care_started, some.care_ended, mean=often)
    kept = begun > some.care_started[place]
    place, begun = place[kept], begun[kept]
    offered = rng.random(len(place)) < 0.85
    return {
        "missing_id": Ids("M", np.arange(len(place))),
        "person_id": Ids("P", some.child[place]),
        "missing_type": chosen(("M", "A"), (rng.random(len(place)) < 0.15).astype(int)),
        "started_on": begun,
        "ended_on": begun + rng.choice(4, p=(0.5, 0.35, 0.1, 0.05), size=len(place)),
        "return_interview_offered": np.where(offered, "Y", "N"),
        "return_interview_accepted": if_so(offered, np.where(rng.random(len(place)) < 0.8, "Y", "N")),
    }


def _education(rng: np.random.Generator, some: Cases, of: Answers) -> Columns:
    """Personal education plans, each in force until the next."""
    place, day = repeated(some.care_started, some.care_ended, 95 + of.gamma(20), first=10 + of.gamma(10))
    last = np.append(place[1:] != place[:-1], True)
    return {
        "plan_id": Ids("E", np.arange(len(place))),
        "person_id": Ids("P", some.child[place]),
        "plan_type": np.full(len(place), "PERSONAL_EDUCATION", object),
        "started_on": day,
        "ended_on": np.where(last, some.care_ended[place], np.append(day[1:], 0)),
    }


def leaving_care(rng: np.random.Generator, lives: Lives, *, month_ends: np.ndarray) -> dict[str, Columns]:
    """The register of care leavers at each month's end: answers last for about a year and a half."""
    cases = lives.cases
    grown = (cases.care_ended == lives.limit[cases.child]) & (cases.care_ended - cases.care_started > 91)
    which = np.flatnonzero(grown & (cases.care_started != NEVER))
    child, eighteen = cases.child[which], cases.care_ended[which]
    adult = birthday(lives.born[child], LEAVER_UNTIL)
    place, begun, over = steps(rng, eighteen, adult, mean=540)
    size = len(place)
    first, last = (np.searchsorted(month_ends, day, side="left") for day in (begun, over))
    answer = np.repeat(np.arange(size), last - first)
    taken = month_ends[
        first[answer] + np.arange(len(answer)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
    ]
    touch = chosen(("YES", "NO", "REFU"), rng.choice(3, p=(0.92, 0.05, 0.03), size=size))
    odds = np.array((6, 19, 3, 5, 15, 5, 9, 23, 7, 8)) / 100
    step = 120 + rng.integers(0, 90, size)
    return {
        "care_leaver_snapshot": {
            "person_id": Ids("P", child[place][answer]),
            "snapshot_on": taken,
            "basis": np.full(len(answer), "CURRENT", object),
            "eligibility": np.full(len(answer), "FORMER_RELEVANT", object),
            "in_touch": touch[answer],
            "last_contact_on": taken - rng.choice(80, size=len(answer)),
            "accommodation_code": chosen(("B", "C", "D", "U", "Z"), rng.integers(0, 5, size))[answer],
            "accommodation_suitable": chosen(("1", "2"), (rng.random(size) < 0.1).astype(int))[answer],
            "activity_code": chosen(ACTIVITIES, rng.choice(len(ACTIVITIES), p=odds, size=size))[answer],
            "pathway_plan_on": begun[answer] + (taken - begun[answer]) // step[answer] * step[answer],
        }
    }
