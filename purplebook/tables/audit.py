"""Audits of case files, and moderations, which are second audits of the same case: a local register."""

from purplebook.tables.schema import Table, code, date, identifier, link, text
from purplebook.tables.story import Story, Told

audit = Table(
    name="audit",
    grain="one audit, or one moderation, of one case",
    group="quality",
    key=("audit_id",),
    runs=(("allocated_on", "completed_on"),),
    columns=(
        identifier("audit_id", "Key of the audit."),
        link("parent_audit_id", "The audit that this row moderates; empty on a first audit.", to="audit"),
        code("programme", "The programme of work the audit belongs to.", "audit_programme"),
        link(
            "person_id", "The child whose case was audited; empty when the audit is of a team or a family.", to="person"
        ),
        text("service_area", "The service that holds the case."),
        link("team_id", "The team that holds the case.", to="team"),
        link("auditor_id", "The worker who audited.", to="worker"),
        code("auditor_level", "The auditor's level in the service at the time.", "worker_level"),
        date("allocated_on", "Day on which the audit was given to the auditor.", model_name="allocated_date"),
        date("completed_on", "Day on which the audit was finished; empty while open.", model_name="completed_date"),
        code("overall_grade", "The grade given, in Ofsted's four words.", "audit_grade"),
        date(
            "action_due_on",
            "Day by which the actions are to be done; empty when there are none.",
            model_name="action_due_date",
            is_planned=True,
        ),
        date(
            "action_completed_on",
            "Day on which the actions were done; empty while they are not.",
            model_name="action_completed_date",
        ),
    ),
    story=Story(
        {
            "allocated_on": "Case chosen for audit[: {programme}]",
            "completed_on": "Audit completed[: {programme}][; graded {overall_grade}]",
            "action_due_on": Told(
                "The audit's actions due; no record that they were done", unless="action_completed_on"
            ),
            "action_completed_on": "The audit's actions done",
        },
    ),
)
