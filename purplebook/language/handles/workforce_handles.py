"""The tables about workforce as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class InvolvementRows(TableRows):
    """One worker or team allocated to one child over a span of time."""

    involvement_id: Column
    """Key of the row."""
    person_id: Column
    """The child."""
    referral_id: Column
    """The referral the allocation belongs to; empty when the source does not say."""
    worker_id: Column
    """The worker allocated; empty when only a team is."""
    team_id: Column
    """The team allocated."""
    role_code: Column
    """The worker's part in the case, in the words of the source."""
    started_on: Column
    """First day of the allocation."""
    ended_on: Column
    """Last day of the allocation; empty while it runs."""
    change_reason: Column
    """Why the worker changed; empty while the allocation runs."""
    context: Column
    """The piece of work the allocation is for."""


class TeamRows(TableRows):
    """One team."""

    team_id: Column
    """Key of the team."""
    name: Column
    """The team's name."""
    parent_team_id: Column
    """The team or service it belongs to; empty at the top."""
    parent_name: Column
    """The name of the team or service it belongs to."""
    service_area: Column
    """The service area, such as early help, child protection or looked after."""


class WorkerRows(TableRows):
    """One worker."""

    worker_id: Column
    """Key of the worker."""
    staff_id: Column
    """The authority's own staff number."""
    social_work_england_number: Column
    """The worker's registration number as a social worker; empty when not registered."""
    name: Column
    """The worker's name; never printed in a paper, where officers appear by role."""
    level_code: Column
    """The worker's level in the service."""
    started_on: Column
    """First day in post."""
    ended_on: Column
    """Last day in post; empty while in post."""
    job_title: Column
    """The worker's job title."""
    department: Column
    """The part of the authority the worker belongs to."""
    is_agency: Column
    """Whether the worker is supplied by an agency."""
    full_time_equivalent: Column
    """Hours worked as a share of full time, from 0 to 1."""
    caseload_supplied: Column
    """How many cases the worker holds, as counted by the authority; a cross-check only."""


class WorkforceSnapshotRows(TableRows):
    """One social worker, or the authority's line of vacancies, on the day of the census."""

    snapshot_on: Column
    """The day of the census: 30 September."""
    row_kind: Column
    """Whether the row is a worker or the authority's line of vacancies."""
    worker_id: Column
    """The worker; empty on the line of vacancies."""
    social_work_england_number: Column
    """The worker's registration number as a social worker."""
    is_agency: Column
    """Whether the worker is supplied by an agency."""
    full_time_equivalent: Column
    """Contracted hours as a share of full time, from 0 to 1."""
    full_time_equivalent_at_census: Column
    """Hours as a share of full time on 30 September; empty for those who had left."""
    born_on: Column
    """The worker's date of birth."""
    gender: Column
    """The worker's gender, in the census's digits."""
    ethnicity_code: Column
    """The worker's ethnic background."""
    qualification_institution: Column
    """Where the worker qualified."""
    qualification_level: Column
    """The level of the worker's social work qualification."""
    is_step_up: Column
    """Whether the worker trained through the Step Up to Social Work programme."""
    is_frontline: Column
    """Whether the worker trained through the Frontline programme."""
    role_code: Column
    """The worker's role in the organisation."""
    role_started_on: Column
    """Day on which the worker began in the role."""
    start_origin: Column
    """Where the worker came from."""
    role_ended_on: Column
    """Day on which the worker left the role; empty while in it."""
    leaver_destination: Column
    """Where the worker went; empty while in the role."""
    leave_reason: Column
    """Why the worker left; empty while in the role."""
    cases_at_census_count: Column
    """How many cases the worker held on 30 September."""
    days_lost: Column
    """Working days lost to sickness in the year to the census."""
    contract_weeks: Column
    """Weeks of the worker's contract, where the census asks for them."""
    is_absent_at_census: Column
    """Whether the worker was absent on 30 September."""
    absence_reason: Column
    """Why the worker was absent; empty when present."""
    accreditation_status: Column
    """The worker's level under the knowledge and skills statements."""
    vacancies_full_time_equivalent: Column
    """Vacant posts as full-time equivalents; on the line of vacancies only."""
    agency_full_time_equivalent: Column
    """Agency workers as full-time equivalents; on the line of vacancies only."""
    agency_count: Column
    """How many agency workers there are; on the line of vacancies only."""


class JobApplicationRows(TableRows):
    """One application for one post."""

    job_application_id: Column
    """Key of the application."""
    post_type: Column
    """The kind of post applied for."""
    applied_on: Column
    """Day on which the application was received."""
    preferred_on: Column
    """Day on which the applicant became the preferred candidate; empty otherwise."""
    offered_on: Column
    """Day on which the post was offered; empty when it was not."""
    accepted_on: Column
    """Day on which the offer was accepted, which fills the post; empty otherwise."""
    started_on: Column
    """First day in post; empty until then."""


involvement = InvolvementRows(tables.involvement)
team = TeamRows(tables.team)
worker = WorkerRows(tables.worker)
workforce_snapshot = WorkforceSnapshotRows(tables.workforce_snapshot)
job_application = JobApplicationRows(tables.job_application)
