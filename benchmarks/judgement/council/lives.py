"""The children of a steady council, and each case of theirs: what was done, from which day to which.

Families come as often at the end as long before the records begin, and nothing that is done for them ever changes.
So every mark that a book of this council makes is a false one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from benchmarks.judgement.council.days import NEVER, Answers, add_working_days, birthday, working_day
from benchmarks.judgement.made_children import CHILDREN_EACH, OF_SIZE, SIZES

WARM_UP_DAYS = 22 * 365
"""So long before the records lives begin: who grew up in care is a care leaver until 21."""
ROUNDS, RETURNS = 8, 0.35
"""How often a family may come back, and how likely it does each time."""


@dataclass(frozen=True)
class Cases:
    """Each child's each case; siblings share the `event`.  `NEVER` stands where there was none."""

    child: np.ndarray
    event: np.ndarray
    referred: np.ndarray
    is_refused: np.ndarray
    started: np.ndarray
    authorised: np.ndarray
    is_needed: np.ndarray
    discussed: np.ndarray
    has_enquiry: np.ndarray
    enquiry_ended: np.ndarray
    conference: np.ndarray
    plan_started: np.ndarray
    plan_ended: np.ndarray
    care_started: np.ndarray
    care_ended: np.ndarray
    closed: np.ndarray

    @property
    def number(self) -> np.ndarray:
        return np.arange(len(self.child))

    def take(self, which: np.ndarray) -> Cases:
        """Some of the cases."""
        return Cases(*(getattr(self, each.name)[which] for each in fields(self)))


@dataclass(frozen=True)
class Lives:
    """Everybody: when born, of which family; `until` is the last day that is made."""

    born: np.ndarray
    family: np.ndarray
    cases: Cases
    until: int

    @property
    def limit(self) -> np.ndarray:
        """The eighteenth birthday of each."""
        return birthday(self.born, 18)


def lives_of(rng: np.random.Generator, *, referrals: float, first: int, until: int) -> Lives:
    """So many referrals a month, from long before the `first` day of the records `until` their last."""
    days = until - (first - WARM_UP_DAYS)
    families = rng.poisson(referrals * 12 / 365.25 * days / CHILDREN_EACH * (1 - RETURNS))
    came = working_day(first - WARM_UP_DAYS + rng.integers(0, days, families))
    family = np.repeat(np.arange(families), rng.choice(SIZES, p=OF_SIZE, size=families))
    age = np.clip(rng.integers(0, 16 * 365, families)[family] + rng.integers(-1400, 1400, len(family)), 0, 16 * 365)
    born = came[family] - age
    limit = birthday(born, 18)
    referred, child, rounds = came, np.arange(len(family)), []
    for number in range(ROUNDS):
        day = referred[family[child]]
        child = child[(day <= until) & (day < limit[child] - 60)]
        event = family[child] * ROUNDS + number
        rounds.append(_unfold(rng, child, event, referred[family[child]], limit[child]))
        closed = np.full(families, 0)
        np.maximum.at(closed, family[child], rounds[-1].closed)
        again = (rng.random(families) < RETURNS) & (closed > 0)
        gap = 1 + rng.exponential(300, families).astype(int)
        comes = again & (closed + gap <= until)
        referred = np.where(comes, working_day(np.where(comes, closed + gap, first)), NEVER)
    cases = Cases(*(np.concatenate([getattr(each, name.name) for each in rounds]) for name in fields(Cases)))
    return Lives(born, family, cases.take(np.lexsort((cases.child, cases.referred))), until)


def _unfold(
    rng: np.random.Generator, child: np.ndarray, event: np.ndarray, referred: np.ndarray, limit: np.ndarray
) -> Cases:
    """What becomes of some referrals."""
    of = Answers(rng, event)
    refused = of.happens(0.18, share=0.9)
    started = add_working_days(referred, 1 + of.place((50, 20, 15, 10, 5), share=0.9))
    authorised = add_working_days(started, np.minimum(of.gamma(30), 120))
    needed = of.happens(0.5, share=0.7)
    is_discussed = ~refused & of.happens(0.3, share=0.8)
    discussed = add_working_days(referred, 1 + np.minimum(of.exponential(6, share=0.9), 60))
    has_enquiry = is_discussed & of.happens(0.87, share=0.9)
    enquiry_ended = add_working_days(discussed, of.gamma(10, share=0.9))
    has_conference = has_enquiry & of.happens(0.45, share=0.9)
    conference = add_working_days(discussed, of.gamma(12, least=3, shape=9, share=1.0))
    has_plan = has_conference & of.happens(0.87, share=0.8)
    plan_ended = conference + of.exponential(270, least=60)
    after_plan = has_plan & of.happens(0.15)
    is_care = after_plan | (~refused & of.happens(0.045, share=0.6))
    care_started = np.where(after_plan, conference + of.exponential(150, least=10), referred + of.exponential(40))
    is_care &= care_started < limit - 30
    is_short = of.happens(0.3)
    stay = np.where(is_short, of.exponential(60, least=2), of.exponential(1000, least=20))
    care_ended = np.minimum(care_started + stay, limit)
    plan_ended = np.where(has_plan & is_care, np.minimum(plan_ended, care_started + 30), plan_ended)
    plan_ended = np.minimum(np.maximum(plan_ended, conference + 1), limit)
    closed = np.where(refused, referred, authorised + np.where(needed, of.exponential(150), 0))
    for day, is_one in ((discussed, is_discussed), (enquiry_ended, has_enquiry), (conference, has_conference)):
        closed = np.where(is_one, np.maximum(closed, day), closed)
    for day, is_one in ((plan_ended, has_plan), (care_ended, is_care)):
        closed = np.where(is_one, np.maximum(closed, day + of.exponential(60)), closed)
    closed = np.minimum(closed, limit)

    def only(is_one: np.ndarray, day: np.ndarray) -> np.ndarray:
        return np.where(is_one & (day <= limit), day, NEVER)

    return Cases(
        child=child,
        event=event,
        referred=referred,
        is_refused=refused,
        started=only(~refused, started),
        authorised=only(~refused, authorised),
        is_needed=~refused & needed,
        discussed=only(is_discussed, discussed),
        has_enquiry=has_enquiry,
        enquiry_ended=only(has_enquiry, enquiry_ended),
        conference=only(has_conference, conference),
        plan_started=only(has_plan, conference),
        plan_ended=only(has_plan & (conference <= limit), plan_ended),
        care_started=only(is_care, care_started),
        care_ended=only(is_care, care_ended),
        closed=closed,
    )
