"""Contacts, referrals, assessments and early help."""

from __future__ import annotations

import numpy as np

from purplebook.demo.scale.calendar import BEYOND, NEVER, number_of, working_day
from purplebook.demo.scale.cells import Days, WordLists, Words, YesNo
from purplebook.demo.scale.drafts import Draft, Later
from purplebook.demo.scale.episodes import (
    ADOPTION,
    ASSESSED,
    GROWN_UP,
    GUARDIANSHIP,
    NEED,
    REFUSED,
    Episodes,
)
from purplebook.demo.scale.staff import ASSESSMENT, EARLY_HELP, SAFEGUARDING
from purplebook.demo.scale.world import World
from purplebook.tables.codes import CODE_SETS

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
FACTORS = (
    "3B",
    "4B",
    "1B",
    "2B",
    "13A",
    "14A",
    "15A",
    "16A",
    "5A",
    "6A",
    "8B",
    "10A",
    "11A",
    "12A",
    "20",
    "21",
    "22A",
    "23A",
)
"""Factors that could be recorded in all of these years."""
HELP_DAYS = (20, 45, 70, 90, 120, 150, 190, 240, 320, 520)


def _sources(stream_places: np.ndarray, days: np.ndarray) -> np.ndarray:
    """A source that was introduced later is another before its first day."""
    return np.where((stream_places == NEW_SOURCE) & (days < NEW_SOURCE_FROM), OLD_SOURCE, stream_places)


def referral_drafts(world: World) -> tuple[Draft, ...]:
    """The tables `referral`, `assessment` and `assessment_factor`."""
    stream, cases, size = world.stream("referrals"), world.episodes, world.episodes.count
    number = np.arange(size)
    source = _sources(stream.weighted(size, SOURCE_WEIGHTS), cases.referred)
    post = stream_pick(world, stream.below(size, 1 << 31), np.where(cases.kind >= NEED, SAFEGUARDING, ASSESSMENT))
    worker = world.staff.holder(post, cases.referred)
    closed_known = world.end_known(stream, cases.closed, case=number, after=world.recorded)
    need = np.where(world.missing(stream, size, 40) | (cases.kind == REFUSED), -1, stream.weighted(size, NEED_WEIGHTS))
    decided_known = np.where(cases.kind == REFUSED, closed_known, np.maximum(world.recorded, cases.started))
    issue = np.where(world.missing(stream, size, 60), -1, stream.weighted(size, ISSUE_WEIGHTS))
    referrals = Draft(
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
            "team_id": world_team(world, post),
            "worker_id": world_worker(world, worker),
        },
        world.recorded,
        (
            Later(closed_known, ("closed_on", "closure_reason_code")),
            Later(decided_known, ("is_no_further_action", "primary_need_code")),
        ),
    )
    return referrals, *_assessment_drafts(world)


def stream_pick(world: World, draws: np.ndarray, duty: np.ndarray) -> np.ndarray:
    """A practitioner's post with the duty wanted, for each draw."""
    posts = np.zeros(len(draws), dtype=np.int64)
    for each in np.unique(duty).tolist():
        known = world.staff.posts_with(each)
        wanted = duty == each
        posts[wanted] = known[draws[wanted] % len(known)]
    return posts


def world_team(world: World, post: np.ndarray) -> Words:
    """The identifiers of the posts' teams."""
    count = len(world.staff.duty_of_team)
    return Words(tuple(f"{world.authority.code}T{team:03}" for team in range(count)), world.staff.team_of_post[post])


def world_worker(world: World, worker: np.ndarray) -> Words:
    """The identifiers of workers."""
    count = len(world.staff.post)
    return Words(tuple(f"{world.authority.code}W{place:06}" for place in range(count)), worker)


def _closure(world: World) -> tuple[tuple[str, ...], np.ndarray]:
    cases = world.episodes
    reasons = ("RC1", "RC4", "RC5", "RC6", "RC7", "RC8")
    place = np.full(cases.count, 4)
    place = np.where((cases.kind == ASSESSED) | (cases.kind == REFUSED), 5, place)
    place = np.where(cases.care_goal == GROWN_UP, 3, place)
    place = np.where(cases.care_goal == GUARDIANSHIP, 1, place)
    place = np.where(cases.care_goal == ADOPTION, 0, place)
    return reasons, np.where(cases.moved_away, 2, place)


def _assessment_drafts(world: World) -> tuple[Draft, Draft]:
    stream, cases = world.stream("assessments"), world.episodes
    case = np.flatnonzero(cases.started != NEVER)
    size = len(case)
    started, authorised = cases.started[case], cases.authorised[case]
    entered = np.maximum(started, world.recorded[case])
    signed = np.where(authorised == NEVER, BEYOND, world.late(stream, authorised, after=entered))
    post = stream_pick(world, stream.below(size, 1 << 31), np.full(size, ASSESSMENT))
    is_needed = cases.kind[case] >= NEED
    assessments = Draft(
        "assessment",
        {
            "assessment_id": world.id_of("A", case),
            "person_id": world.person_id(cases.child[case]),
            "referral_id": world.id_of("R", case),
            "started_on": Days(np.where(world.missing(stream, size, 3), NEVER, started)),
            "authorised_on": Days(authorised),
            "child_seen": Words(("Y", "N", "U"), stream.weighted(size, (930, 50, 20))),
            "is_no_further_action": YesNo(np.where(is_needed, 0, 1)),
            "is_social_care_needed": YesNo(np.where(is_needed, 1, 0)),
            "team_id": world_team(world, post),
            "worker_id": world_worker(world, world.staff.holder(post, started)),
        },
        entered,
        (Later(signed, ("authorised_on", "child_seen", "is_no_further_action", "is_social_care_needed")),),
    )
    count = np.where(authorised == NEVER, 0, stream.weighted(size, (60, 300, 330, 220, 90)))
    row = np.repeat(np.arange(size), count)
    turn = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    # Steps of 5 through 18 factors meet none twice.
    factor = (stream.below(size, len(FACTORS))[row] + 5 * turn) % len(FACTORS)
    factors = Draft(
        "assessment_factor",
        {"assessment_id": world.id_of("A", case[row]), "factor_code": Words(FACTORS, factor)},
        signed[row],
    )
    return assessments, factors


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
    day = cases.referred[case] - 8 - stream.quantile(len(case), HELP_DAYS)
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


def _gone(cases: Episodes) -> np.ndarray:
    """Whether the child is known under this name no more: moved away, or adopted."""
    return cases.moved_away | (cases.care_goal == ADOPTION)


def early_help_draft(world: World) -> tuple[Draft, np.ndarray]:
    """The table `early_help`, and the child of each row: an assessment, then for most an episode of help."""
    stream, cases, people = world.stream("early help"), world.episodes, world.people
    # Some come from social care when a case closes, some come to social care in the end.
    after = np.flatnonzero(stream.happens(cases.count, 110) & (cases.kind != REFUSED) & ~_gone(cases))
    before = np.flatnonzero(stream.happens(cases.count, 110) & ~cases.is_transfer_in)
    child = np.concatenate([cases.child[after], cases.child[before]])
    asked = np.concatenate([cases.closed[after], cases.referred[before] - 60 - stream.quantile(len(before), HELP_DAYS)])
    fits = (asked >= people.born[child]) & (asked >= world.first_day) & (asked <= world.last_day)
    fits &= asked < people.limit[child] - 200
    place = np.flatnonzero(fits)
    place = place[np.lexsort((child[place], asked[place]))]
    came_from_care = (place < len(after)).astype(np.int64)
    child, asked = child[place], asked[place]
    size = len(child)
    started = working_day(asked + 2 + stream.below(size, 12))
    assessed = started + 10 + stream.below(size, 40)
    is_helped = stream.happens(size, 720)
    ended = assessed + stream.quantile(size, HELP_DAYS)
    limit = people.limit[child]
    entered = world.late(stream, asked)
    done = world.late(stream, assessed, after=entered)
    over = world.late(stream, np.minimum(ended, limit), after=done)
    both = np.concatenate([np.arange(size), np.flatnonzero(is_helped)])
    is_episode = np.arange(len(both)) >= size
    order = np.lexsort((is_episode, both))
    both, is_episode = both[order], is_episode[order]
    source = np.where(came_from_care[both] == 1, 3, stream.weighted(size, (330, 100, 60, 0, 220, 120, 120, 50))[both])
    kind = np.where(is_episode, 0, 1 + stream.weighted(size, (250, 550, 200))[both])
    reason = np.where(ended >= limit, 4, stream.weighted(size, (600, 130, 150, 60, 0, 60)))
    post = stream_pick(world, stream.below(size, 1 << 31), np.full(size, EARLY_HELP))
    words = {name: tuple(value.code for value in CODE_SETS[name].codes) for name in (
        "early_help_source", "early_help_type", "early_help_end_reason",
    )}  # fmt: skip
    draft = Draft(
        "early_help",
        {
            "early_help_id": world.id_of("E", np.arange(len(both))),
            "person_id": world.person_id(child[both]),
            "requested_on": Days(asked[both]),
            "request_source_code": Words(words["early_help_source"], source),
            "assessment_type": Words(words["early_help_type"], kind),
            "started_on": Days(np.where(is_episode, assessed[both], started[both])),
            "ended_on": Days(np.where(is_episode, np.minimum(ended, limit)[both], assessed[both])),
            "organisation": Words(
                ("School", "Children's centre", "Authority", "Health", "Charity"),
                np.where(world.missing(stream, size, 50), -1, stream.weighted(size, (320, 120, 400, 100, 60)))[both],
            ),
            "end_reason": Words(words["early_help_end_reason"], np.where(is_episode, reason[both], -1)),
            "is_quality_assured": YesNo(np.where(is_episode, -1, stream.weighted(size, (80, 200, 720))[both] - 1)),
            "worker_id": world_worker(world, world.staff.holder(post, started)[both]),
        },
        np.where(is_episode, np.maximum(done, assessed)[both], entered[both]),
        (
            Later(np.maximum(entered, started)[both], ("worker_id",)),
            Later(np.where(is_episode, done[both], np.maximum(entered, started)[both]), ("started_on",)),
            Later(np.where(is_episode, over[both], done[both]), ("ended_on", "end_reason", "is_quality_assured")),
        ),
    )
    return draft, child[both]
