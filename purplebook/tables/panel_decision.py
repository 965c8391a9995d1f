"""One child (or matter) at one panel."""

from purplebook.tables.schema import Table, code, date, decimal, identifier, link, text

panel_decision = Table(
    name="panel_decision",
    grain="one child (or matter) at one panel",
    group="quality",
    key=("decision_id",),
    columns=(
        identifier("decision_id", "TODO"),
        code("panel_type", "TODO"),
        date("held_on", "TODO", model_name="panel_date"),
        link("person_id", "TODO", to="person"),
        code("reason", "TODO"),
        code("decision", "TODO"),
        text("recommendation", "TODO"),
        date("due_on", "TODO", model_name="due_date"),
        date("completed_on", "TODO", model_name="completed_date"),
        decimal("weekly_cost", "TODO"),
    ),
)
