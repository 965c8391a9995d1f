"""Child protection in a steady council: strategy discussions, enquiries, conferences, plans, reviews and visits."""

from __future__ import annotations

import numpy as np

from benchmarks.judgement.council.days import NEVER, Answers, add_working_days, chosen, if_so, repeated, working_day
from benchmarks.judgement.council.extract import Columns, Ids, joined, yes
from benchmarks.judgement.council.front_door import visits
from benchmarks.judgement.council.lives import Lives

CATEGORIES, CATEGORY_WEIGHTS = ("NEG", "PHY", "SAB", "EMO"), (48, 9, 5, 38)


def protection(rng: np.random.Generator, lives: Lives, *, first: int) -> dict[str, Columns]:
    """Everything from the strategy discussion to the end of the plan."""
    cases = lives.cases
    planned = np.flatnonzero((cases.plan_started != NEVER) & (cases.plan_ended >= first - 800))
    of = Answers(rng, cases.event[planned])
    start, end = cases.plan_started[planned], cases.plan_ended[planned]
    category = chosen(CATEGORIES, of.place(CATEGORY_WEIGHTS, share=0.9))
    plans: Columns = {
        "child_protection_plan_id": Ids("L", planned),
        "person_id": Ids("P", cases.child[planned]),
        "referral_id": Ids("R", planned),
        "initial_conference_id": Ids("K", planned),
        "started_on": start,
        "ended_on": end,
        "initial_category": category,
        "latest_category": category,
        "is_other_authority_plan": np.full(len(planned), "false", object),
        "previous_plans_count": _plans_before(lives)[planned].astype(np.int64),
    }
    place, day = repeated(start, end, of.gamma(13, least=5, shape=20), first=4 + of.gamma(4))
    each = Answers(rng, cases.event[planned][place] * (1 << 20) + day)
    went = each.happens(0.9, share=0.8)
    seen = visits(
        each,
        cases.child[planned][place],
        day,
        "CP",
        went,
        child_protection_plan_id=Ids("L", planned[place]),
    )
    return {
        "section_47_enquiry": _enquiries(rng, lives),
        "child_protection_conference": joined(_initial(rng, lives), *_later(rng, lives, planned, of)),
        "child_protection_plan": plans,
        "visit": seen,
    }


def _enquiries(rng: np.random.Generator, lives: Lives) -> Columns:
    cases = lives.cases
    which = np.flatnonzero(cases.discussed != NEVER)
    some = cases.take(which)
    of = Answers(rng, some.event)
    leads = some.conference != NEVER
    outcome = np.where(leads, "ICPC", chosen(("OTHER_SERVICES", "NFA"), of.place((60, 40), share=0.8)))
    has = some.has_enquiry
    return {
        "section_47_enquiry_id": Ids("S", which),
        "person_id": Ids("P", some.child),
        "referral_id": Ids("R", which),
        "strategy_discussion_on": some.discussed,
        "has_police_attended": yes(of.happens(0.93, share=1.0)),
        "has_health_attended": yes(of.happens(0.7, share=1.0)),
        "has_education_attended": yes(of.happens(0.55, share=0.9)),
        "is_led_by_protection_team": yes(of.happens(0.6, share=1.0)),
        "decision": np.where(has, chosen(("S47_SINGLE", "S47_JOINT"), of.place((45, 55), share=1.0)), "NO_S47"),
        "ended_on": some.enquiry_ended,
        "is_no_further_action": if_so(has, yes(outcome == "NFA")),
        "outcome_codes": if_so(has, outcome),
        "is_initial_conference_not_required": if_so(has, yes(~leads)),
        "initial_conference_due_on": add_working_days(some.discussed, 15),
    }


def _initial(rng: np.random.Generator, lives: Lives) -> Columns:
    cases = lives.cases
    which = np.flatnonzero(cases.conference != NEVER)
    some = cases.take(which)
    of = Answers(rng, some.event)
    return _conference("K", which, some.child, some.event, some.conference, "ICPC", of) | {
        "section_47_enquiry_id": Ids("S", which),
        "referral_id": Ids("R", which),
        "child_protection_plan_id": Ids("L", np.where(some.plan_started != NEVER, which, -1)),
        "due_on": add_working_days(some.discussed, 15),
        "has_plan_outcome": yes(some.plan_started != NEVER),
    }


def _later(rng: np.random.Generator, lives: Lives, planned: np.ndarray, of: Answers) -> tuple[Columns, ...]:
    """Reviews after three months and then every six, and core groups every few weeks; some come late."""
    cases = lives.cases
    start, end = cases.plan_started[planned], cases.plan_ended[planned]
    made = []
    for letter, kind, first, step in (
        ("V", "REVIEW", 70 + of.gamma(14, shape=3), 150 + of.gamma(22, shape=4)),
        ("G", "CORE_GROUP", 7 + of.gamma(5), 30 + of.gamma(9)),
    ):
        place, day = repeated(start, end, step, first=first)
        # Siblings whose plans still run together meet on one day.
        event = cases.event[planned][place] * (1 << 20) + day
        each = Answers(rng, event)
        case = planned[place]
        made.append(
            _conference(letter, np.arange(len(place)), cases.child[case], event, day, kind, each)
            | {"child_protection_plan_id": Ids("L", case), "due_on": day + 10}
        )
    return tuple(made)


def _conference(
    letter: str, number: np.ndarray, child: np.ndarray, event: np.ndarray, day: np.ndarray, kind: str, of: Answers
) -> Columns:
    return {
        "conference_id": Ids(letter, number),
        "person_id": Ids("P", child),
        "conference_type": np.full(len(number), kind, object),
        "meeting_id": np.char.add(kind[0], event.astype(str)).astype(object),
        "held_on": working_day(day),
        "is_quorate": yes(of.happens(0.92, share=1.0)),
        "participation_code": chosen(("PN1", "PN2", "PN3", "PN7"), of.place((30, 25, 15, 30))),
    }


def _plans_before(lives: Lives) -> np.ndarray:
    """How many plans each child had before each case."""
    cases = lives.cases
    order = np.lexsort((cases.referred, cases.child))
    has = (cases.plan_started[order] != NEVER).astype(int)
    before = np.cumsum(has) - has
    child = cases.child[order]
    others = np.maximum.accumulate(np.where(np.diff(child, prepend=-1) != 0, before, 0))
    answer = np.empty_like(before)
    answer[order] = before - others
    return answer
