"""The registers of quality: supervision, audits and what they found, complaints and compliments, and panels."""

from purplebook.registers.declare import Register, SecondRow, child
from purplebook.registers.declare import RegisterColumn as Col

_BY_NAME = "by name, written the same way each time"

SUPERVISION = Register(
    name="supervision",
    title="Supervision of workers",
    table_name="supervision",
    about="One row for each supervision of one worker; where several cases were discussed, one row for each child.",
    dated_by=("supervised_on",),
    kind=("worker_id", "supervision_type"),
    columns=(
        Col("Supervision reference", "supervision_id", "Your own reference, if you have one."),
        Col("Worker supervised", "worker_id", f"The worker, {_BY_NAME}.", is_mandatory=True),
        Col("Supervised by", "supervisor_id", f"The manager who gave the supervision, {_BY_NAME}."),
        Col("Date of supervision", "supervised_on", "Day of the supervision.", is_mandatory=True),
        Col("Kind of supervision", "supervision_type", "Whether it was about a case, the worker or a group."),
        child("The child whose case was discussed; empty for personal and group supervision.", is_mandatory=False),
        Col("Written on the case record", "is_recorded_on_case", "Whether it is written on the child's record."),
    ),
)

AUDITS = Register(
    name="audits",
    title="Audits of case files, with moderation",
    table_name="audit",
    about=(
        "One row for each audit of one case. A moderation stands in the last three columns of the audit's row, or in a "
        "row of its own that names the audit it moderates. For audits of MARAC cases the programme is MARAC."
    ),
    also_called=("marac", "moderation"),
    columns=(
        Col("Audit reference", "audit_id", "Your own reference; findings point at it.", is_mandatory=True),
        Col(
            "Moderates audit",
            "parent_audit_id",
            "On a row that is a moderation: the reference of the audit that it moderates.",
        ),
        Col("Audit programme", "programme", "The programme of work the audit belongs to."),
        child("The child whose case was audited; empty when it is of a team or a family.", is_mandatory=False),
        Col("Service area", "service_area", "The service that holds the case."),
        Col("Team audited", "team_id", "The team that holds the case, by its name."),
        Col("Auditor", "auditor_id", f"Who audited, {_BY_NAME}."),
        Col("Auditor's level", "auditor_level", "The auditor's level in the service at the time."),
        Col("Date audit allocated", "allocated_on", "Day on which the audit was given to the auditor."),
        Col("Date audit completed", "completed_on", "Day on which it was finished; empty while open.", is_telling=True),
        Col("Overall grade", "overall_grade", "The grade given, in Ofsted's four words.", is_telling=True),
        Col("Actions due by", "action_due_on", "Day by which the actions are to be done; empty when there are none."),
        Col("Actions completed on", "action_completed_on", "Day on which they were done; empty while they are not."),
    ),
    second=SecondRow(
        kind="moderation",
        points_by="parent_audit_id",
        copies=("programme", "person_id", "service_area", "team_id"),
        columns=(
            Col("Moderated grade", "overall_grade", "The grade that the moderator gave; empty when not moderated."),
            Col("Moderated by", "auditor_id", f"Who moderated, {_BY_NAME}."),
            Col("Date of moderation", "completed_on", "Day on which the moderation was finished."),
        ),
    ),
)

AUDIT_FINDINGS = Register(
    name="audit-findings",
    title="What audits found in each domain",
    table_name="audit_finding",
    about="One row for each domain of each audit. The audit itself stands in the register of audits.",
    columns=(
        Col("Audit reference", "audit_id", "The reference of the audit in the register of audits.", is_mandatory=True),
        Col(
            "Domain audited",
            "domain",
            "What was graded, such as supervision or the voice of the child; use one word for one thing.",
            is_mandatory=True,
        ),
        Col("Domain grade", "grade", "The grade given to the domain, in Ofsted's four words.", is_telling=True),
        Col("Evidence on file", "is_evidenced", "Whether the file held evidence of it."),
        Col("Auditor's comment", "comment", "The auditor's words; never printed in a paper."),
    ),
)

FEEDBACK = Register(
    name="complaints-and-compliments",
    title="Complaints, representations and compliments",
    table_name="feedback",
    about="One row for each complaint, however many stages it goes through, each representation and each compliment.",
    also_called=("complaints", "compliments", "feedback"),
    columns=(
        Col("Complaint or compliment reference", "feedback_id", "Your own reference.", is_mandatory=True),
        Col("Complaint or compliment", "feedback_type", "Which of the three it is.", is_mandatory=True),
        Col("Date received", "received_on", "Day on which it was received.", is_mandatory=True),
        Col("Date acknowledged", "acknowledged_on", "Day on which it was acknowledged."),
        Col("Made by", "complainant_type", "Who made it."),
        child("The child concerned; empty when it is not about one child.", is_mandatory=False),
        Col("Service area", "service_area", "The service it is about."),
        Col("Main theme", "theme", "Its main theme, once, however many stages it goes through."),
        Col("Furthest route", "resolution_route", "The furthest route it was dealt with by; empty on compliments."),
        Col("Stage 1 answer due", "stage_1_due_on", "Day by which the stage 1 answer is due."),
        Col("Stage 1 answered on", "stage_1_response_on", "Day of the stage 1 answer; empty until then."),
        Col("Stage 2 started on", "stage_2_started_on", "Day on which the stage 2 investigation began."),
        Col("Stage 2 answered on", "stage_2_response_on", "Day of the stage 2 answer; empty until then."),
        Col("Stage 3 panel on", "stage_3_panel_on", "Day on which the stage 3 review panel sat."),
        Col("Status", "status", "Where the complaint stands."),
        Col("Outcome", "outcome", "What was found; empty until it is decided."),
        Col("What was learned", "learning", "What the service learned from it, in your own words."),
    ),
)

PANELS = Register(
    name="panels",
    title="Decisions of panels",
    table_name="panel_decision",
    about="One row for each child, or each matter, at each meeting of a panel.",
    dated_by=("held_on",),
    kind=("panel_type",),
    columns=(
        Col("Decision reference", "decision_id", "Your own reference, if you have one."),
        Col("Panel", "panel_type", "Which panel it was.", is_mandatory=True),
        Col("Date of panel", "held_on", "Day on which the panel met.", is_mandatory=True),
        child("The child discussed; empty when the matter is not about one child.", is_mandatory=False),
        Col("Why it came to the panel", "reason", "Why the matter came to the panel."),
        Col("Decision", "decision", "What was decided, in your panel's own list of codes."),
        Col("Recommendation", "recommendation", "What the panel recommended, in its own words."),
        Col("Carry out by", "due_on", "Day by which the decision is to be carried out."),
        Col("Carried out on", "completed_on", "Day on which it was carried out; empty while it is not."),
        Col("Weekly cost in pounds", "weekly_cost", "What was agreed will cost a week: digits with a point."),
    ),
)

QUALITY_REGISTERS = (SUPERVISION, AUDITS, AUDIT_FINDINGS, FEEDBACK, PANELS)
