"""Local registers: audits by managers, complaints and compliments, and the access-to-resources panel."""

from __future__ import annotations

import numpy as np

from purplebook.tables.codes import CODE_SETS
from purplebook_demo.scale.allocation import team_of, worker_of
from purplebook_demo.scale.calendar import BEYOND, NEVER, add_working_days, month_ends, working_day
from purplebook_demo.scale.care import Care
from purplebook_demo.scale.cells import Days, Hundredths, Words
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.episodes import REFUSED, SHORT_BREAKS
from purplebook_demo.scale.staff import DUTIES, LEVELS, SAFEGUARDING
from purplebook_demo.scale.world import World

GRADES, GRADE_WEIGHTS = ("O", "G", "RI", "I"), (40, 420, 430, 110)
PROGRAMMES = ("MONTHLY", "DEEP_DIVE", "THEMATIC", "EARLY_HELP")
CHILDREN_A_COMPLAINT = 1300
"""Children living in the authority for each complaint in a year."""
ANSWER_DAYS = (2, 6, 9, 11, 14, 18, 24, 38)


def audit_draft(world: World) -> Draft:
    """The table `audit`: two a month from most managers, and now and then a second audit of the same case."""
    stream, cases, staff = world.stream("audits"), world.episodes, world.staff
    ends = month_ends(world.first_day, world.last_day + 31)
    managers = staff.manager_posts
    count = stream.weighted(len(ends) * len(managers), (60, 190, 560, 190))
    slot = np.repeat(np.arange(len(count)), count)
    month_end = ends[slot // len(managers)]
    day = working_day(month_end - 29 + stream.below(len(slot), 26))
    post = managers[slot % len(managers)]
    case = stream.below(len(slot), max(1, cases.count))
    again = np.flatnonzero(stream.happens(len(slot), 80))
    # A moderation follows its audit, by another manager.
    parent = np.concatenate([np.full(len(slot), -1), again])
    day = np.concatenate([day, add_working_days(day[again], 12)])
    post = np.concatenate([post, managers[stream.below(len(again), len(managers))]])
    case = np.concatenate([case, case[again]])
    size = len(day)
    auditor = staff.holder(post, day)
    about_child = cases.referred[case] <= day
    programme = np.where(parent >= 0, 0, stream.weighted(size, (640, 130, 130, 100)))
    programme = np.where(parent >= 0, programme[np.maximum(parent, 0)], programme)
    team = np.flatnonzero(staff.duty_of_team == SAFEGUARDING)[0]
    entered = world.late(stream, day - 8)
    done = world.late(stream, day, after=entered)
    entered = np.where(parent >= 0, np.maximum(entered, entered[np.maximum(parent, 0)]), entered)
    entered = np.where(about_child, np.maximum(entered, world.recorded[case]), entered)
    return Draft(
        "audit",
        {
            "audit_id": world.id_of("Z", np.arange(size)),
            "parent_audit_id": world.id_of("Z", parent),
            "programme": Words(PROGRAMMES, programme),
            "person_id": world.person_id(np.where(about_child, cases.child[case], -1)),
            "service_area": Words(DUTIES, np.where(programme == 3, 4, stream.weighted(size, (300, 450, 200, 50)))),
            "team_id": team_of(world, np.full(size, np.flatnonzero(staff.team_of_post == team)[0])),
            "auditor_id": worker_of(world, auditor),
            "auditor_level": Words(LEVELS, staff.level_of_post[post]),
            "allocated_on": Days(day - 8),
            "completed_on": Days(np.where(stream.happens(size, 30), NEVER, day)),
            "overall_grade": Words(GRADES, stream.weighted(size, GRADE_WEIGHTS)),
        },
        np.maximum(entered, staff.started[auditor]),
        (Later(np.maximum(done, entered), ("completed_on", "overall_grade")),),
    )


def feedback_draft(world: World) -> Draft:
    """The table `feedback`."""
    stream, cases = world.stream("feedback"), world.episodes
    years = (world.last_day - world.first_day) // 365 + 1
    size = max(6, world.authority.population * years // CHILDREN_A_COMPLAINT)
    day = np.sort(
        working_day(world.first_day + stream.below(size, world.last_day - world.first_day - 3)), kind="stable"
    )
    kind = stream.weighted(size, (560, 60, 380))
    is_complaint = kind == 0
    case = stream.below(size, max(1, cases.count))
    entered = world.late(stream, day)
    named = (cases.referred[case] <= day) & ~world.missing(stream, size, 250)
    entered = np.where(named, np.maximum(entered, world.recorded[case]), entered)
    route = stream.weighted(size, (300, 600, 60, 10, 30))
    answered = add_working_days(day, 1 + stream.quantile(size, ANSWER_DAYS))
    known = np.maximum(world.late(stream, answered), entered)
    words = {name: tuple(value.code for value in CODE_SETS[name].codes) for name in (
        "feedback_type", "complainant_type", "complaint_theme", "resolution_route", "complaint_outcome",
    )}  # fmt: skip

    def if_complaint(places: np.ndarray) -> np.ndarray:
        return np.where(is_complaint, places, -1)

    return Draft(
        "feedback",
        {
            "feedback_id": world.id_of("D", np.arange(size)),
            "feedback_type": Words(words["feedback_type"], kind),
            "received_on": Days(day),
            "complainant_type": Words(words["complainant_type"], stream.weighted(size, (560, 90, 60, 20, 140, 90, 40))),
            "person_id": world.person_id(np.where(named, cases.child[case], -1)),
            "service_area": Words(DUTIES, stream.weighted(size, (300, 400, 200, 60, 40))),
            "theme": Words(
                words["complaint_theme"],
                np.where(
                    is_complaint & ~world.missing(stream, size, 50),
                    stream.weighted(size, (30, 190, 80, 20, 50, 150, 150, 30, 140, 160)),
                    -1,
                ),
            ),
            "resolution_route": Words(words["resolution_route"], if_complaint(route)),
            "stage_1_due_on": Days(np.where(is_complaint, add_working_days(day, 10), NEVER)),
            "stage_1_response_on": Days(np.where(is_complaint, answered, NEVER)),
            # An open complaint has neither an answer nor an outcome yet.
            "status": Words(("OPEN", "INVESTIGATED", "RESOLVED_ADR"), if_complaint(np.where(route == 0, 2, 1))),
            "outcome": Words(words["complaint_outcome"], if_complaint(stream.weighted(size, (190, 310, 420, 80)))),
        },
        entered,
        (Later(np.where(is_complaint, known, BEYOND), ("stage_1_response_on", "status", "outcome")),),
    )


def panel_draft(world: World, care: Care) -> Draft:
    """The table `panel_decision`: most children who come into care, some again when their placement is dear or far."""
    stream, cases = world.stream("panels"), world.episodes
    first = np.flatnonzero((care.goal != SHORT_BREAKS) & stream.happens(len(care.case), 800))
    again = first[stream.happens(len(first), 350)]
    # The edge of care: discussed, and not looked after in the end.
    edge = np.flatnonzero((cases.kind != REFUSED) & (cases.care_started == NEVER) & stream.happens(cases.count, 12))
    held = np.concatenate(
        [
            care.started[first] + 3 + stream.below(len(first), 20),
            care.started[again] + 120 + stream.below(len(again), 400),
            cases.referred[edge] + 20 + stream.below(len(edge), 60),
        ]
    )
    held = working_day(held)
    case = np.concatenate([care.case[first], care.case[again], edge])
    reason = np.concatenate(
        [
            np.zeros(len(first), dtype=np.int64),
            1 + stream.weighted(len(again), (500, 300, 200)),
            np.full(len(edge), 3),
        ]
    )
    order = np.lexsort((case, held))
    held, case, reason = held[order], case[order], reason[order]
    size = len(case)
    kept = np.flatnonzero(held <= cases.closed[case])
    weekly = (300 + stream.quantile(size, (0, 150, 350, 600, 900, 1500, 3200, 6400))) * 100
    draft = {
        "decision_id": world.id_of("O", np.arange(size)),
        "panel_type": Words(("ACCESS_TO_RESOURCES",), np.zeros(size, dtype=np.int64)),
        "held_on": Days(held),
        "person_id": world.person_id(cases.child[case]),
        "reason": Words(("NEW_ENTRY", "HIGH_COST", "AT_DISTANCE", "OTHER"), reason),
        "weekly_cost": Hundredths(np.where(world.missing(stream, size, 150), NEVER, weekly)),
    }
    entered = world.late(stream, held, after=world.recorded[case])
    return Draft("panel_decision", {name: cells.take(kept) for name, cells in draft.items()}, entered[kept])
