"""The tables about quality as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class SupervisionRows(TableRows):
    """One supervision of one worker, about one child where it is about a case."""

    supervision_id: Column
    """Key of the row."""
    person_id: Column
    """The child whose case was discussed; empty for personal and group supervision."""
    worker_id: Column
    """The worker supervised."""
    supervisor_id: Column
    """The manager who gave the supervision."""
    supervised_on: Column
    """Day of the supervision."""
    supervision_type: Column
    """Whether it was about a case, the worker or a group."""
    is_recorded_on_case: Column
    """Whether the discussion is written on the child's record."""


class AuditRows(TableRows):
    """One audit, or one moderation, of one case."""

    audit_id: Column
    """Key of the audit."""
    parent_audit_id: Column
    """The audit that this row moderates; empty on a first audit."""
    programme: Column
    """The programme of work the audit belongs to."""
    person_id: Column
    """The child whose case was audited; empty when the audit is of a team or a family."""
    service_area: Column
    """The service that holds the case."""
    team_id: Column
    """The team that holds the case."""
    auditor_id: Column
    """The worker who audited."""
    auditor_level: Column
    """The auditor's level in the service at the time."""
    allocated_on: Column
    """Day on which the audit was given to the auditor."""
    completed_on: Column
    """Day on which the audit was finished; empty while open."""
    overall_grade: Column
    """The grade given, in Ofsted's four words."""
    action_due_on: Column
    """Day by which the actions are to be done; empty when there are none."""
    action_completed_on: Column
    """Day on which the actions were done; empty while they are not."""


class AuditFindingRows(TableRows):
    """One domain of one audit."""

    audit_id: Column
    """The audit."""
    domain: Column
    """The domain that was graded; each authority has its own list."""
    grade: Column
    """The grade given to the domain, in Ofsted's four words."""
    is_evidenced: Column
    """Whether the file held evidence of it."""
    comment: Column
    """The auditor's words; never printed in a paper."""
    audited_on: Column
    """Day on which the audit was finished; filled from the audit at the load."""


class FeedbackRows(TableRows):
    """One complaint, representation or compliment."""

    feedback_id: Column
    """Key of the row."""
    feedback_type: Column
    """Whether it is a complaint, a representation or a compliment."""
    received_on: Column
    """Day on which it was received."""
    acknowledged_on: Column
    """Day on which it was acknowledged."""
    complainant_type: Column
    """Who made it."""
    person_id: Column
    """The child concerned; empty when it is not about one child."""
    service_area: Column
    """The service it is about."""
    theme: Column
    """Its main theme, counted once however many stages it goes through."""
    resolution_route: Column
    """The furthest route it was dealt with by; empty on compliments."""
    stage_1_due_on: Column
    """Day by which the stage 1 answer is due: 10 working days, or 20 if complex."""
    stage_1_response_on: Column
    """Day of the stage 1 answer; empty until then."""
    stage_2_started_on: Column
    """Day on which the stage 2 investigation began; empty when there is none."""
    stage_2_response_on: Column
    """Day of the stage 2 answer; empty until then."""
    stage_3_panel_on: Column
    """Day on which the stage 3 review panel sat; empty when there is none."""
    status: Column
    """Where the complaint stands."""
    outcome: Column
    """What was found; empty until it is decided."""
    learning: Column
    """What the service learned from it, in its own words."""


class PanelDecisionRows(TableRows):
    """One child, or one matter, at one panel meeting."""

    decision_id: Column
    """Key of the row."""
    panel_type: Column
    """Which panel it was."""
    held_on: Column
    """Day on which the panel met."""
    person_id: Column
    """The child discussed; empty when the matter is not about one child."""
    reason: Column
    """Why the matter came to the panel."""
    decision: Column
    """What was decided, in the panel's own list of codes."""
    recommendation: Column
    """What the panel recommended, in its own words."""
    due_on: Column
    """Day by which the decision is to be carried out."""
    completed_on: Column
    """Day on which it was carried out; empty while it is not."""
    weekly_cost: Column
    """What was agreed will cost a week, in pounds."""


supervision = SupervisionRows(tables.supervision)
audit = AuditRows(tables.audit)
audit_finding = AuditFindingRows(tables.audit_finding)
feedback = FeedbackRows(tables.feedback)
panel_decision = PanelDecisionRows(tables.panel_decision)
