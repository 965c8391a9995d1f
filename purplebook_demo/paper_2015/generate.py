"""The whole demo on one screen: deal journeys out, give them children, write every canonical table, take an extract.

    python -m purplebook_demo.paper_2015 OUT

Each stage has a stream of its own, so a change in one stage leaves the chance of the others alone.  Everything
is made to the end of the records; an extract of a day is what the case system held of it on that evening.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from string import ascii_uppercase

from purplebook.tables import TABLES_BY_NAME
from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_END
from purplebook_demo.paper_2015.care import adoption, care_checks, leaving_care, looked_after, short_breaks
from purplebook_demo.paper_2015.care.care_after_paper import deal_care_after_paper
from purplebook_demo.paper_2015.care.care_deal import deal_care
from purplebook_demo.paper_2015.care.episodes import deal_episodes
from purplebook_demo.paper_2015.care.leaving_care_quotas import meet_register_targets
from purplebook_demo.paper_2015.care.placement_quotas import meet_distances, meet_moves
from purplebook_demo.paper_2015.care.spell_quotas import meet_babies, meet_long_stays, meet_register_size
from purplebook_demo.paper_2015.care.stability_quotas import meet_far_inside, meet_stability
from purplebook_demo.paper_2015.chance import stream
from purplebook_demo.paper_2015.files import own_registers, workforce_census
from purplebook_demo.paper_2015.files.extracts import Records, as_it_stood
from purplebook_demo.paper_2015.files.recording import recorded_days
from purplebook_demo.paper_2015.files.returns import deal_returns
from purplebook_demo.paper_2015.front_door import assessments, early_help, late_referrals
from purplebook_demo.paper_2015.front_door import contacts_and_referrals as front_door
from purplebook_demo.paper_2015.front_door.assessment_quotas import meet_assessment_quotas
from purplebook_demo.paper_2015.front_door.enquiry_quotas import meet_enquiry_quotas, spans_of_paper
from purplebook_demo.paper_2015.front_door.repeat_quotas import meet_repeat_plans
from purplebook_demo.paper_2015.journeys import World
from purplebook_demo.paper_2015.margins import CannotBeMet
from purplebook_demo.paper_2015.people import persons
from purplebook_demo.paper_2015.people.attribute_quotas import meet_special_needs
from purplebook_demo.paper_2015.people.grown_ups import grown_up_rows
from purplebook_demo.paper_2015.people.origin_quotas import meet_origin_quotas
from purplebook_demo.paper_2015.people.people import deal_people, more_children
from purplebook_demo.paper_2015.people.people_quotas import looked_after_on, meet_people_quotas
from purplebook_demo.paper_2015.people.population import reference_rows
from purplebook_demo.paper_2015.protection import child_protection, panels, plans, visits
from purplebook_demo.paper_2015.protection.need_plan_quotas import meet_need_plans
from purplebook_demo.paper_2015.protection.protection_deal import deal_protection
from purplebook_demo.paper_2015.protection.visit_quotas import meet_visit_quotas
from purplebook_demo.paper_2015.quality import audits, feedback, supervision
from purplebook_demo.paper_2015.workforce import allocation, recruitment
from purplebook_demo.paper_2015.workforce import posts as workforce

Row = dict[str, object]
Tables = dict[str, list[Row]]

YEAR_END = date(2015, 3, 31)
DEALS = 30
"""How often everything is dealt before giving up; about every other deal meets every figure."""
OTHER_CHILDREN = 4200
"""Children whom only the front door or early help knows."""


def everything(seed: int = 2015) -> Records:
    """All that happened up to the end of the records, and when each row of it was recorded.

    When what chance dealt leaves no way to a printed figure, everything is dealt again: always the same way for a seed.
    """
    for deal in range(DEALS - 1):
        try:
            return _deal(f"{seed}, deal {deal}" if deal else seed)
        except CannotBeMet:
            continue
    return _deal(f"{seed}, deal {DEALS - 1}")


def _deal(seed: int | str) -> Records:
    protection = deal_protection(stream(seed, "protection"))
    spells = deal_care(stream(seed, "care"), protection)
    spells = deal_care_after_paper(stream(seed, "care after the paper"), protection, spells)
    spells = deal_returns(stream(seed, "returns"), spells)
    spells = meet_babies(
        stream(seed, "babies"), spells, before=YEAR_END, on=PAPER_DAY, more=targets.MORE_BABIES_THAN_IN_MARCH
    )
    spells = meet_long_stays(spells, on=PAPER_DAY, printed=targets.LONG_STAYS_IN_ONE_PLACE)
    planned_on, planned = targets.LEAVERS_PLANNED_BEFORE_DRIVE
    spells = meet_register_size(spells, on=planned_on, printed=planned)
    journeys = deal_episodes(stream(seed, "episodes"), protection=protection, spells=spells)
    journeys = meet_assessment_quotas(journeys, targets.ASSESSMENTS_IN_TIME)
    journeys = meet_enquiry_quotas(journeys, spans_of_paper(journeys))
    journeys = meet_origin_quotas(
        stream(seed, "origins"), journeys, sources=targets.REFERRALS_BY_SOURCE, issues=targets.REFERRALS_BY_ISSUE
    )
    world = deal_people(stream(seed, "people"), journeys)
    world = meet_people_quotas(
        stream(seed, "looked-after people"),
        world,
        on=PAPER_DAY,
        boys=targets.LOOKED_AFTER_BOYS,
        white=targets.LOOKED_AFTER_WHITE,
    )
    world = more_children(stream(seed, "more children"), world, OTHER_CHILDREN)
    breaks = short_breaks.deal_short_breaks(stream(seed, "short breaks"), world)
    disabled = persons.deal_disabled(stream(seed, "disability"), world) | {item.child.person_id for item in breaks}
    mothers = persons.deal_mothers(stream(seed, "mothers"), world)

    staff = workforce.deal_workforce(stream(seed, "workforce"))
    held = allocation.allocate(stream(seed, "allocation"), world, staff, disabled=disabled)
    periods = looked_after.deal_periods(stream(seed, "placements"), world)
    periods = meet_moves(stream(seed, "moves"), periods)
    periods = meet_stability(stream(seed, "stability"), periods, on=PAPER_DAY, printed=targets.LONG_STAYS_IN_ONE_PLACE)
    periods = meet_distances(stream(seed, "distances"), periods)
    periods = meet_far_inside(
        stream(seed, "far inside"), periods, days=(YEAR_END, PAPER_DAY), count=targets.FAR_INSIDE_THE_BOUNDARY
    )
    leavers = leaving_care.deal_leavers(stream(seed, "leavers"), periods)

    protected = child_protection.protection_rows(stream(seed, "conferences"), world, held)
    assessed, factors = assessments.assessment_rows(stream(seed, "assessments"), world, held)
    planned = plans.plan_rows(stream(seed, "plans"), world, periods, held)
    visit_rows = visits.visit_rows(
        stream(seed, "visits"), world, periods=periods, leavers=leavers, plan_of_journey=protected.plan_of_journey
    )
    visit_rows = meet_visit_quotas(
        stream(seed, "visits in time"),
        visit_rows,
        world,
        quotas=targets.SEEN_IN_TIME,
        plan_of_journey=protected.plan_of_journey,
    )
    snapshots = leaving_care.snapshot_rows(
        stream(seed, "care leavers"),
        leavers,
        held,
        pathway_dates=planned.pathway_dates,
        contact_days=_contact_days(visit_rows),
    )
    born_on = {leaver.person_id: leaver.born_on for leaver in leavers}
    snapshots = meet_register_targets(stream(seed, "register"), snapshots, born_on)
    missing = care_checks.missing_rows(stream(seed, "missing"), periods)
    placements, statuses, episodes = looked_after.home_rows((*periods, *breaks))
    cases = adoption.permanence_rows(stream(seed, "permanence"), periods, held)
    adopters = adoption.adopter_rows(stream(seed, "adopters"), cases)
    audited, findings = audits.audit_rows(stream(seed, "audits"), held, staff)
    contacts = front_door.contact_rows(stream(seed, "contacts"), world)
    helped = early_help.early_help_rows(stream(seed, "early help"), world, staff)
    world = _with_records(world, contacts, helped)
    cases_on = {date(year, 9, 30): allocation.cases_on(held, date(year, 9, 30)) for year in range(2011, 2016)}
    late = late_referrals.deal_late(stream(seed, "late"), world)
    world = late_referrals.with_late_children(world, late)
    tables: Tables = {
        "person": [*persons.person_rows(world, mothers=mothers), *grown_up_rows(stream(seed, "adults"), adopters)],
        "person_attribute": meet_special_needs(
            stream(seed, "special needs"),
            persons.attribute_rows(stream(seed, "attributes"), world, disabled=disabled, mothers=mothers),
            mine=looked_after_on(world, PAPER_DAY),
            born_on=born_on_of(world),
            on=PAPER_DAY,
            wanted=targets.LOOKED_AFTER_WITH_SPECIAL_NEEDS,
        ),
        "contact": contacts,
        "early_help": helped,
        "referral": front_door.referral_rows(stream(seed, "referrals"), world, held),
        "assessment": assessed,
        "assessment_factor": factors,
        "section_47_enquiry": protected.enquiries,
        "child_protection_conference": protected.conferences,
        "child_protection_plan": meet_repeat_plans(
            stream(seed, "repeat plans"), protected.plans, targets.REPEAT_PLANS_IN_ALL, born_on_of(world)
        ),
        "visit": visit_rows,
        "plan": planned.rows,
        "pre_proceedings": child_protection.pre_proceedings_rows(stream(seed, "pre-proceedings"), world),
        "looked_after_period": looked_after.period_rows((*periods, *breaks), missing),
        "looked_after_episode": episodes,
        "placement": placements,
        "legal_status": statuses,
        "looked_after_review": care_checks.review_rows(stream(seed, "reviews"), (*periods, *breaks)),
        "health_check": care_checks.health_rows(stream(seed, "health"), periods),
        "missing_episode": missing,
        "permanence_case": cases,
        "adopter": adopters,
        "care_leaver_snapshot": snapshots,
        "involvement": allocation.involvement_rows(held),
        "supervision": supervision.supervision_rows(stream(seed, "supervision"), held, staff),
        "audit": audited,
        "audit_finding": findings,
        "feedback": feedback.feedback_rows(stream(seed, "feedback"), world),
        "panel_decision": panels.panel_rows(stream(seed, "panels"), world, periods),
        "team": workforce.team_rows(),
        "worker": workforce.worker_rows(staff, caseloads=allocation.cases_on(held, RECORDS_END)),
        "workforce_snapshot": workforce_census.workforce_snapshot_rows(
            stream(seed, "census"), staff, cases_on=cases_on
        ),
        "job_application": recruitment.job_application_rows(stream(seed, "recruitment")),
        "foster_carer_approval": recruitment.foster_carer_approval_rows(stream(seed, "fostering")),
        "reference_value": reference_rows(),
        "private_fostering": own_registers.private_fostering_rows(stream(seed, "private fostering"), world),
        "school_enrolment": own_registers.school_enrolment_rows(stream(seed, "schools"), periods),
    }
    draft = Records(tables, recorded_days(stream(seed, "recording"), tables, {}))
    tables |= meet_need_plans(
        stream(seed, "current plans"),
        tables,
        as_it_stood(draft, on=PAPER_DAY),
        {journey.journey_id: journey for journey in world.journeys},
        held,
        targets.CURRENT_NEED_PLANS,
    )
    added = late_referrals.late_rows(seed, late, staff, disabled=disabled)
    not_before: dict[str, list[date | None]] = {
        name: [*(None for _ in tables[name]), *late_referrals.not_before(late, name, rows)]
        for name, rows in added.items()
    }
    counts = {name: len(rows) for name, rows in tables.items()} | {"assessment_factor": len(assessed)}
    tables |= {name: [*tables[name], *_numbered_on(name, rows, after=counts[name])] for name, rows in added.items()}
    return Records(tables, recorded_days(stream(seed, "recording"), tables, not_before))


def _numbered_on(name: str, rows: list[Row], *, after: int) -> list[Row]:
    """The rows with identifiers that go on after so many; referrals have theirs already."""
    if name == "referral":
        return rows
    key = TABLES_BY_NAME[name].key[0]
    return [row | {key: _later_number(str(row[key]), after)} for row in rows]


def _later_number(identifier: str, after: int) -> str:
    digits = identifier.lstrip(ascii_uppercase)
    return f"{identifier.removesuffix(digits)}{int(digits) + after:0{len(digits)}d}"


def _with_records(world: World, *tables: list[Row]) -> World:
    """The world without children about whom nothing was ever recorded."""
    known = {journey.person_id for journey in world.journeys}
    known.update(str(row["person_id"]) for rows in tables for row in rows)
    children = {person_id: child for person_id, child in world.children.items() if person_id in known}
    return replace(world, children=children)


def born_on_of(world: World) -> dict[str, date]:
    """Every child's birthday."""
    return {child.person_id: child.born_on for child in world.children.values()}


def _contact_days(visit_rows: list[Row]) -> dict[str, tuple[date, ...]]:
    """The days on which each care leaver was seen by a personal adviser."""
    days: dict[str, list[date]] = {}
    for row in visit_rows:
        visited_on = row["visited_on"]
        if row["visit_type"] == "PA" and row["seen"] == "Y" and isinstance(visited_on, date):
            days.setdefault(str(row["person_id"]), []).append(visited_on)
    return {person_id: tuple(sorted(found)) for person_id, found in days.items()}
