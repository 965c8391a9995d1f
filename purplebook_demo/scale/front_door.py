"""Contacts and referrals."""

from __future__ import annotations

import numpy as np

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.scale.allocation import posts_with_duty, team_of, worker_of
from purplebook_demo.scale.calendar import number_of, working_day
from purplebook_demo.scale.cells import Days, WordLists, Words, YesNo
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import ADOPTION, ASSESSED, GROWN_UP, GUARDIANSHIP, NEED, REFUSED
from purplebook_demo.scale.staff import ASSESSMENT, SAFEGUARDING
from purplebook_demo.scale.world import World

SOURCES = tuple(value.code for value in CODE_SETS["referral_source"].codes)
SOURCE_WEIGHTS = tuple(
    {"6": 290, "2A": 150, "2B": 10, "1A": 45, "1B": 30, "1C": 10, "1D": 8, "3A": 35, "3E": 50}.get(code, 25)
    for code in SOURCES
)
NEW_SOURCE, OLD_SOURCE = SOURCES.index("5D"), SOURCES.index("5A")
NEW_SOURCE_FROM = max(
    number_of(value.valid_from_on) for value in CODE_SETS["referral_source"].codes if value.valid_from_on
)
ISSUES = tuple(value.code for value in CODE_SETS["presenting_issue"].codes)
ISSUE_WEIGHTS = (260, 130, 60, 90, 150, 70, 70, 30, 15, 45, 80)
NEEDS = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9")
NEED_WEIGHTS = (550, 80, 35, 80, 140, 25, 10, 30, 10)
DAYS_BEFORE = (20, 45, 70, 90, 120, 150, 190, 240, 320, 520)
"""Days from a contact that led nowhere to the referral that came after it."""


def _sources(stream_places: np.ndarray, days: np.ndarray) -> np.ndarray:
    """A source that was introduced later is another before its first day."""
    return np.where((stream_places == NEW_SOURCE) & (days < NEW_SOURCE_FROM), OLD_SOURCE, stream_places)


def referral_draft(world: World) -> Draft:
    """The table `referral`."""
    stream, cases, size = world.stream("referrals"), world.episodes, world.episodes.count
    number = np.arange(size)
    source = _sources(stream.weighted(size, SOURCE_WEIGHTS), cases.referred)
    post = posts_with_duty(world, stream.below(size, 1 << 31), np.where(cases.kind >= NEED, SAFEGUARDING, ASSESSMENT))
    worker = world.staff.holder(post, cases.referred)
    closed_known = world.end_known(stream, cases.closed, case=number, after=world.recorded)
    need = np.where(world.missing(stream, size, 40) | (cases.kind == REFUSED), -1, stream.weighted(size, NEED_WEIGHTS))
    decided_known = np.where(cases.kind == REFUSED, closed_known, np.maximum(world.recorded, cases.started))
    issue = np.where(world.missing(stream, size, 60), -1, stream.weighted(size, ISSUE_WEIGHTS))
    return Draft(
        "referral",
        {
            "referral_id": world.id_of("R", number),
            "person_id": world.person_id(cases.child),
            "referred_on": Days(cases.referred),
            "source_code": Words(SOURCES, np.where(world.missing(stream, size, 15), -1, source)),
            "presenting_issue": Words(ISSUES, issue),
            "is_no_further_action": YesNo(np.where(cases.kind == REFUSED, 1, 0)),
            "primary_need_code": Words(NEEDS, need),
            "closed_on": Days(cases.closed),
            "closure_reason_code": Words(*_closure(world)),
            "team_id": team_of(world, post),
            "worker_id": worker_of(world, worker),
        },
        world.recorded,
        (
            Later(closed_known, ("closed_on", "closure_reason_code")),
            Later(decided_known, ("is_no_further_action", "primary_need_code")),
        ),
    )


def _closure(world: World) -> tuple[tuple[str, ...], np.ndarray]:
    cases = world.episodes
    reasons = ("RC1", "RC4", "RC5", "RC6", "RC7", "RC8")
    place = np.full(cases.count, 4)
    place = np.where((cases.kind == ASSESSED) | (cases.kind == REFUSED), 5, place)
    place = np.where(cases.care_goal == GROWN_UP, 3, place)
    place = np.where(cases.care_goal == GUARDIANSHIP, 1, place)
    place = np.where(cases.care_goal == ADOPTION, 0, place)
    return reasons, np.where(cases.moved_away, 2, place)


def contact_draft(world: World) -> tuple[Draft, np.ndarray]:
    """The table `contact`, and the child of each row: referrals come from contacts, and many contacts lead nowhere."""
    stream, cases, people = world.stream("contacts"), world.episodes, world.people
    size = cases.count
    in_records = np.flatnonzero(cases.referred >= world.first_day)
    taken = [(cases.child[in_records], cases.referred[in_records], np.zeros(len(in_records), dtype=np.int64))]
    entered = [world.recorded[in_records]]
    # While a case is open, more contacts about it.
    count = np.where(cases.kind >= NEED, stream.weighted(size, (500, 250, 150, 100)), 0)
    case = np.repeat(np.arange(size), count)
    day = (
        cases.referred[case] + 1 + stream.below(len(case), np.maximum(1, cases.closed[case] - cases.referred[case] - 1))
    )
    taken.append((cases.child[case], day, np.full(len(case), 1)))
    entered.append(world.late(stream, day, after=world.recorded[case]))
    # Before a referral, contacts that came to nothing; and about children who were never referred.
    count = stream.weighted(size, (550, 250, 130, 70))
    case = np.repeat(np.arange(size), count)
    day = cases.referred[case] - 8 - stream.quantile(len(case), DAYS_BEFORE)
    fits = day >= people.born[cases.child[case]]
    taken.append((cases.child[case][fits], day[fits], 2 + stream.weighted(len(case), (520, 260, 220))[fits]))
    entered.append(world.late(stream, day[fits]))
    others = np.flatnonzero(~np.isin(np.arange(people.count), cases.child) & (people.first >= world.first_day))
    taken.append(
        (
            others,
            np.maximum(people.first[others], people.born[others]),
            2 + stream.weighted(len(others), (520, 260, 220)),
        )
    )
    entered.append(world.late(stream, taken[-1][1]))
    child, day, outcome = (np.concatenate(column) for column in zip(*taken, strict=True))
    known = np.concatenate(entered)
    kept = np.flatnonzero((day >= world.first_day) & (day <= world.last_day))
    order = kept[np.lexsort((child[kept], day[kept]))]
    child, day, outcome, known = child[order], day[order], outcome[order], known[order]
    size = len(child)
    draft = Draft(
        "contact",
        {
            "contact_id": world.id_of("C", np.arange(size)),
            "person_id": world.person_id(child),
            "contacted_on": Days(day),
            "source_code": Words(
                SOURCES,
                np.where(world.missing(stream, size, 20), -1, _sources(stream.weighted(size, SOURCE_WEIGHTS), day)),
            ),
            "outcome_codes": WordLists(
                (("REFERRAL",), ("EXISTING_CASE",), ("NFA",), ("ADVICE",), ("EARLY_HELP",)), outcome
            ),
            "presenting_issue": Words(
                ISSUES, np.where(world.missing(stream, size, 80), -1, stream.weighted(size, ISSUE_WEIGHTS))
            ),
            "decided_on": Days(working_day(day)),
        },
        known,
        (Later(np.maximum(known, working_day(day)), ("decided_on", "outcome_codes")),),
    )
    return draft, child
