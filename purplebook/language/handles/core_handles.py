"""The tables about core as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class PersonRows(TableRows):
    """One child, young person, adopter or carer known to the authority."""

    person_id: Column
    """Our own key for the person, the same in every table and every load."""
    la_child_id: Column
    """The authority's own number for the child; a child who is adopted gets a new one."""
    person_role: Column
    """Why the person is recorded: as a child, an adopter or a carer."""
    upn: Column
    """The unique pupil number: a letter, eleven digits and a digit or letter; empty when there is none."""
    former_upn: Column
    """The unique pupil number the child had before, where it has changed."""
    upn_unknown_code: Column
    """Why there is no unique pupil number; empty when there is one."""
    nhs_number: Column
    """The ten-digit National Health Service number, as text."""
    legacy_id: Column
    """The number the child had in an earlier case system."""
    forename: Column
    """First name; never printed in a paper, a log or an error."""
    surname: Column
    """Family name; never printed in a paper, a log or an error."""
    sex: Column
    """Sex as recorded; returns up to 2023-24 sent 1 and 2, which are read as M and F."""
    gender_code: Column
    """Gender as the source wrote it, kept where it says more than sex."""
    ethnicity_code: Column
    """Ethnic background, as one of the twenty census codes or UNKNOWN."""
    born_on: Column
    """Date of birth; empty for a child not yet born."""
    expected_birth_on: Column
    """Expected date of birth of an unborn child; empty once the child is born."""
    died_on: Column
    """Date of death; empty while the person lives."""
    is_mother: Column
    """Whether the young person has given birth to a child."""
    first_child_born_on: Column
    """Date of birth of the young person's first child; empty when there is none."""
    nationality: Column
    """Nationality as the source wrote it."""


class PersonAttributeRows(TableRows):
    """One fact about one person over a span of time, such as a disability, a ward or membership of a family."""

    attribute_id: Column
    """Key of the row."""
    person_id: Column
    """The person the fact is about."""
    attribute_type: Column
    """What kind of fact it is; it decides how `code` and `value_text` are read."""
    code: Column
    """The fact as a code: a disability code, Y for an unaccompanied asylum-seeking child, a ward name."""
    value_text: Column
    """The fact as text, where it has no code: a family identifier, another number, an address."""
    started_on: Column
    """First day on which the fact held; empty when not known."""
    ended_on: Column
    """Last day on which the fact held; empty while it still holds."""
    known_on: Column
    """Day on which the source said so, for formats that give no start and end."""


class VisitRows(TableRows):
    """One visit to, or contact with, one child."""

    visit_id: Column
    """Key of the visit."""
    person_id: Column
    """The child who was visited."""
    visit_type: Column
    """Why the visit was made, which decides how often one is due."""
    visited_on: Column
    """Day of the visit."""
    child_protection_plan_id: Column
    """The child protection plan the visit was made under; empty on other visits."""
    looked_after_period_id: Column
    """The period of being looked after the visit was made in; empty on other visits."""
    seen: Column
    """Whether the child was seen."""
    seen_alone: Column
    """Whether the child was seen without a parent or carer in the room."""
    bedroom_seen: Column
    """Whether the child's bedroom was seen."""
    is_latest_only: Column
    """True when the source lists only the latest visit, so earlier ones may be missing."""


class PlanRows(TableRows):
    """One version of one child in need, care, permanence or pathway plan."""

    plan_id: Column
    """Key of the plan."""
    person_id: Column
    """The child or young person whose plan it is."""
    plan_type: Column
    """Which kind of plan it is."""
    referral_id: Column
    """The referral under which the plan was made; empty when the source does not say."""
    started_on: Column
    """First day of the plan."""
    ended_on: Column
    """Day on which the plan ended or was replaced; empty while it is current."""
    last_reviewed_on: Column
    """Day on which the plan was last reviewed."""
    goal_codes: Column
    """Where the child is meant to live in the long run; filled on care and permanence plans."""
    team_id: Column
    """The team responsible for the plan."""
    worker_id: Column
    """The worker responsible for the plan."""


person = PersonRows(tables.person)
person_attribute = PersonAttributeRows(tables.person_attribute)
visit = VisitRows(tables.visit)
plan = PlanRows(tables.plan)
