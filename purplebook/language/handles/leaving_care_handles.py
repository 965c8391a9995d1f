"""The tables about leaving care as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class CareLeaverSnapshotRows(TableRows):
    """One care leaver on one day, on one basis."""

    person_id: Column
    """The care leaver."""
    snapshot_on: Column
    """The day the row describes: a month end, or the birthday."""
    return_year: Column
    """The year in which the return ends, on birthday rows; empty on monthly rows."""
    basis: Column
    """Which young people and which day the row is about."""
    eligibility: Column
    """What the young person is entitled to under the leaving care law."""
    in_touch: Column
    """Whether the authority is in touch with the young person."""
    last_contact_on: Column
    """Day of the latest contact; empty when there has been none."""
    accommodation_code: Column
    """Where the young person lives."""
    accommodation_suitable: Column
    """Whether the accommodation is suitable."""
    activity_code: Column
    """What the young person does: education, employment, training or none."""
    pathway_plan_on: Column
    """Date of the current pathway plan, or of its latest review; empty when there is none."""
    personal_adviser: Column
    """The personal adviser in the words of the source; empty when none is allocated."""
    team_id: Column
    """The team responsible."""
    worker_id: Column
    """The personal adviser or social worker responsible."""


care_leaver_snapshot = CareLeaverSnapshotRows(tables.care_leaver_snapshot)
