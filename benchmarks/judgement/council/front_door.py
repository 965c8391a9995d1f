"""The front door of a steady council: contacts, referrals, assessments, children in need, and early help."""

from __future__ import annotations

import numpy as np

from benchmarks.judgement.council.days import NEVER, Answers, add_working_days, chosen, if_so, repeated, working_day
from benchmarks.judgement.council.extract import Columns, Ids, families, joined, yes
from benchmarks.judgement.council.lives import WARM_UP_DAYS, Lives
from benchmarks.judgement.made_children import OF_SIZE, SIZES

SOURCES, SOURCE_WEIGHTS = ("1A", "1B", "2A", "3A", "5A", "6"), (10, 5, 25, 15, 5, 40)
ISSUES = ("N1", "N2", "N3", "N4", "N5", "N6")
NEED_WEIGHTS = (55, 8, 5, 10, 15, 7)
CONTACT_OUTCOMES = ("NFA", "ADVICE", "EARLY_HELP", "EXISTING_CASE")
HELP_SOURCES = ("SCHOOL", "HEALTH", "POLICE", "FAMILY", "OTHER")
HELP_ENDS = ("NEEDS_MET", "STEP_UP", "DISENGAGED", "OTHER")


def front_door(rng: np.random.Generator, lives: Lives, *, first: int) -> dict[str, Columns]:
    """Contacts, referrals and assessments."""
    cases = lives.cases
    of = Answers(rng, cases.event)
    source = chosen(SOURCES, of.place(SOURCE_WEIGHTS, share=0.9))
    has_worry = of.happens(0.97, share=0.9)
    referrals = {
        "referral_id": Ids("R", cases.number),
        "person_id": Ids("P", cases.child),
        "referred_on": cases.referred,
        "source_code": source,
        "is_no_further_action": yes(cases.is_refused),
        "primary_need_code": if_so(has_worry & ~cases.is_refused, chosen(ISSUES, of.place(NEED_WEIGHTS, share=0.8))),
        "closed_on": cases.closed,
        "closure_reason_code": np.where(
            cases.is_needed | (cases.plan_started != NEVER) | (cases.care_started != NEVER),
            chosen(("RC7", "RC3"), of.place((93, 7), share=0.9)),
            chosen(("RC8", "RC9"), of.place((75, 25), share=0.9)),
        ),
    }
    is_one = cases.started != NEVER
    assessed = cases.take(is_one)
    answers = Answers(rng, assessed.event)
    nothing = ~assessed.is_needed & answers.happens(0.6)
    assessments = {
        "assessment_id": Ids("A", assessed.number),
        "person_id": Ids("P", assessed.child),
        "referral_id": Ids("R", cases.number[is_one]),
        "started_on": assessed.started,
        "authorised_on": assessed.authorised,
        "child_seen": chosen(("Y", "N"), answers.place((95, 5))),
        "is_no_further_action": yes(nothing),
        "is_social_care_needed": yes(assessed.is_needed),
    }
    return {**_contacts(rng, lives, first), "referral": referrals, "assessment": assessments}


def _contacts(rng: np.random.Generator, lives: Lives, first: int) -> dict[str, Columns]:
    """One for each referral, and as many again about families that no referral follows."""
    cases = lives.cases
    many = int(0.8 * (cases.referred >= first).sum())
    family = np.repeat(np.arange(many), rng.choice(SIZES, p=OF_SIZE, size=many))
    day = working_day(first - 30 + rng.integers(0, lives.until - first + 30, many))[family]
    others = len(lives.born) + np.arange(len(day))
    child = np.concatenate([cases.child, others])
    event = np.concatenate([cases.event, cases.event.max() + 1 + family])
    on = np.concatenate([cases.referred, day])
    of = Answers(rng, event)
    is_referral = np.arange(len(on)) < len(cases.child)
    wait = of.place((85, 9, 4, 2), share=0.9)
    contacts: Columns = {
        "contact_id": Ids("C", np.arange(len(on))),
        "person_id": Ids("P", child),
        "contacted_on": on,
        "source_code": chosen(SOURCES, of.place(SOURCE_WEIGHTS, share=0.9)),
        "outcome_codes": np.where(
            is_referral, "REFERRAL", chosen(CONTACT_OUTCOMES, of.place((35, 25, 25, 15), share=0.8))
        ),
        "decided_on": np.where(wait > 0, add_working_days(on, np.maximum(wait, 1)), on),
    }
    return {"contact": contacts, "person_attribute": families("FC", others, family)}


def in_need(rng: np.random.Generator, lives: Lives, *, first: int) -> dict[str, Columns]:
    """Plans of children in need, brought up to date every few months, and visits to them."""
    cases = lives.cases
    since = np.where(cases.authorised != NEVER, cases.authorised, cases.closed)
    until = np.minimum(np.minimum(cases.plan_started, cases.care_started), cases.closed)
    kept = np.flatnonzero(cases.is_needed & (since < until) & (until >= first - 400))
    of = Answers(rng, cases.event[kept])
    place, day = repeated(since[kept], until[kept], 60 + of.exponential(80), first=3 + of.exponential(15))
    last = np.append(place[1:] != place[:-1], True)
    plans = {
        "plan_id": Ids("N", np.arange(len(place))),
        "person_id": Ids("P", cases.child[kept][place]),
        "plan_type": np.full(len(place), "CIN", object),
        "referral_id": Ids("R", kept[place]),
        "started_on": day,
        "ended_on": np.where(last, until[kept][place], np.append(day[1:], 0)),
    }
    place, day = repeated(since[kept], until[kept], 18 + of.gamma(9), first=2 + of.exponential(8))
    each = Answers(rng, cases.event[kept][place] * (1 << 20) + day)
    went = each.happens(0.9)
    return {"plan": plans, "visit": visits(each, cases.child[kept][place], day, "CIN", went)}


def visits(each: Answers, child: np.ndarray, day: np.ndarray, kind: str, went: np.ndarray, **links: Ids) -> Columns:
    """Visits of one kind that were made; to some no child was seen."""
    seen = each.happens(0.95)
    alone = each.happens(0.7)
    columns: Columns = {
        "person_id": Ids("P", child[went]),
        "visit_type": np.full(int(went.sum()), kind, object),
        "visited_on": working_day(day[went]),
        "seen": np.where(seen, "Y", "N")[went],
        "seen_alone": if_so(seen, np.where(alone, "Y", "N"))[went],
    }
    return columns | {name: Ids(ids.letter, ids.number[went]) for name, ids in links.items()}


def early_help(rng: np.random.Generator, lives: Lives, *, first: int) -> dict[str, Columns]:
    """Requests for early help with their assessments and episodes: of families of their own, and after closed cases."""
    cases = lives.cases
    begins = first - 1500
    many = int(0.5 * len(lives.born) * (lives.until - begins) / (lives.until - first + WARM_UP_DAYS))
    family = np.repeat(np.arange(many), rng.choice(SIZES, p=OF_SIZE, size=many))
    others = len(lives.born) + 1_000_000 + np.arange(len(family))
    down = (
        Answers(rng, cases.event).happens(0.15, share=0.9) & cases.is_needed & (cases.closed < lives.limit[cases.child])
    )
    down &= (cases.closed >= begins) & (cases.closed <= lives.until)
    child = np.concatenate([cases.child[down], others])
    event = np.concatenate([cases.event[down], cases.event.max() + 1 + family])
    asked = working_day(begins + rng.integers(0, lives.until - begins, many))[family]
    asked = np.concatenate([cases.closed[down], asked])
    of = Answers(rng, event)
    is_down = np.arange(len(child)) < int(down.sum())
    started = asked + 2 + of.exponential(8, share=0.9)
    done = started + of.gamma(30, share=0.9)
    helped = of.happens(0.7, share=0.9)
    ended = done + of.gamma(200, shape=2)
    kind = chosen(("CAF", "EHA", "TARGETED"), of.place((25, 55, 20), share=0.9))
    is_family_help = of.happens(0.3, share=1.0)
    number = np.arange(len(child))
    worker = if_so(of.happens(0.9), "W1")
    source = np.where(is_down, "SOCIAL_CARE", chosen(HELP_SOURCES, of.place((35, 25, 15, 15, 10), share=1.0)))
    assessments: Columns = {
        "early_help_id": Ids("H", number),
        "person_id": Ids("P", child),
        "assessment_type": kind,
        "started_on": started,
        "ended_on": done,
        "is_quality_assured": yes(of.happens(0.75)),
    }
    episodes: Columns = {
        "early_help_id": Ids("J", number[helped]),
        "person_id": Ids("P", child[helped]),
        "requested_on": asked[helped],
        "request_source_code": source[helped],
        "assessment_type": np.where(is_family_help, "FAMILY_HELP", "EPISODE")[helped],
        "started_on": done[helped],
        "ended_on": ended[helped],
        "end_reason": chosen(HELP_ENDS, of.place((62, 12, 16, 10), share=0.9))[helped],
        "worker_id": worker[helped],
    }
    return {"early_help": joined(assessments, episodes), "person_attribute": families("FH", others, family)}
