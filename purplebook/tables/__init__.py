"""What the data is: the canonical tables, in the order a child's journey meets them."""

from purplebook.tables.adopter import adopter
from purplebook.tables.assessment import assessment
from purplebook.tables.assessment_factor import assessment_factor
from purplebook.tables.audit import audit
from purplebook.tables.audit_finding import audit_finding
from purplebook.tables.care_leaver_snapshot import care_leaver_snapshot
from purplebook.tables.child_protection_conference import child_protection_conference
from purplebook.tables.child_protection_plan import child_protection_plan
from purplebook.tables.code import code
from purplebook.tables.contact import contact
from purplebook.tables.early_help import early_help
from purplebook.tables.feedback import feedback
from purplebook.tables.foster_carer_approval import foster_carer_approval
from purplebook.tables.health_check import health_check
from purplebook.tables.involvement import involvement
from purplebook.tables.job_application import job_application
from purplebook.tables.legal_status import legal_status
from purplebook.tables.load_batch import load_batch
from purplebook.tables.looked_after_episode import looked_after_episode
from purplebook.tables.looked_after_period import looked_after_period
from purplebook.tables.looked_after_review import looked_after_review
from purplebook.tables.missing_episode import missing_episode
from purplebook.tables.panel_decision import panel_decision
from purplebook.tables.permanence_case import permanence_case
from purplebook.tables.person import person
from purplebook.tables.person_attribute import person_attribute
from purplebook.tables.placement import placement
from purplebook.tables.plan import plan
from purplebook.tables.pre_proceedings import pre_proceedings
from purplebook.tables.private_fostering import private_fostering
from purplebook.tables.reference_value import reference_value
from purplebook.tables.referral import referral
from purplebook.tables.schema import COMMON_COLUMNS, Column, Table
from purplebook.tables.school_enrolment import school_enrolment
from purplebook.tables.section_47_enquiry import section_47_enquiry
from purplebook.tables.supervision import supervision
from purplebook.tables.team import team
from purplebook.tables.visit import visit
from purplebook.tables.worker import worker
from purplebook.tables.workforce_snapshot import workforce_snapshot

DATA_TABLES: tuple[Table, ...] = (
    person,
    person_attribute,
    contact,
    early_help,
    referral,
    assessment,
    assessment_factor,
    section_47_enquiry,
    child_protection_conference,
    child_protection_plan,
    visit,
    plan,
    pre_proceedings,
    private_fostering,
    looked_after_period,
    looked_after_episode,
    placement,
    legal_status,
    looked_after_review,
    health_check,
    missing_episode,
    school_enrolment,
    permanence_case,
    adopter,
    care_leaver_snapshot,
    involvement,
    supervision,
    audit,
    audit_finding,
    feedback,
    panel_decision,
    team,
    worker,
    workforce_snapshot,
    job_application,
    foster_carer_approval,
    reference_value,
)
"""Tables that files supply: the 32 of the canonical model, four registers of our own, and reference values."""

SYSTEM_TABLES: tuple[Table, ...] = (
    code,
    load_batch,
)
TABLES_BY_NAME: dict[str, Table] = {table.name: table for table in DATA_TABLES + SYSTEM_TABLES}

__all__ = [
    "COMMON_COLUMNS",
    "Column",
    "DATA_TABLES",
    "SYSTEM_TABLES",
    "TABLES_BY_NAME",
    "Table",
    "adopter",
    "assessment",
    "assessment_factor",
    "audit",
    "audit_finding",
    "care_leaver_snapshot",
    "child_protection_conference",
    "child_protection_plan",
    "code",
    "contact",
    "early_help",
    "feedback",
    "foster_carer_approval",
    "health_check",
    "involvement",
    "job_application",
    "legal_status",
    "load_batch",
    "looked_after_episode",
    "looked_after_period",
    "looked_after_review",
    "missing_episode",
    "panel_decision",
    "permanence_case",
    "person",
    "person_attribute",
    "placement",
    "plan",
    "pre_proceedings",
    "private_fostering",
    "reference_value",
    "referral",
    "school_enrolment",
    "section_47_enquiry",
    "supervision",
    "team",
    "visit",
    "worker",
    "workforce_snapshot",
]
