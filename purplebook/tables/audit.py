"""One audit or moderation of one case."""

from purplebook.tables.schema import Table, code, date, identifier, link, text

audit = Table(
    name="audit",
    grain="one audit or moderation of one case",
    group="quality",
    key=("audit_id",),
    columns=(
        identifier("audit_id", "TODO"),
        link("parent_audit_id", "TODO", to="audit"),
        code("programme", "TODO"),
        link("person_id", "TODO", to="person"),
        text("service_area", "TODO"),
        link("team_id", "TODO", to="team"),
        link("auditor_id", "TODO", to="worker"),
        code("auditor_level", "TODO"),
        date("allocated_on", "TODO", model_name="allocated_date"),
        date("completed_on", "TODO", model_name="completed_date"),
        code("overall_grade", "TODO"),  # CODES O|G|RI|I
        date("action_due_on", "TODO", model_name="action_due_date"),
        date("action_completed_on", "TODO", model_name="action_completed_date"),
    ),
)
