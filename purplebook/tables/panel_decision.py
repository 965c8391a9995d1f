"""What panels decided: access to resources, legal gateway, fostering, adoption and performance challenge."""

from purplebook.tables.schema import Table, code, date, decimal, identifier, link, text
from purplebook.tables.story import Story, Told

panel_decision = Table(
    name="panel_decision",
    grain="one child, or one matter, at one panel meeting",
    group="quality",
    key=("decision_id",),
    columns=(
        identifier("decision_id", "Key of the row."),
        code("panel_type", "Which panel it was.", "panel_type"),
        date("held_on", "Day on which the panel met.", model_name="panel_date"),
        link("person_id", "The child discussed; empty when the matter is not about one child.", to="person"),
        code("reason", "Why the matter came to the panel.", "panel_reason"),
        code("decision", "What was decided, in the panel's own list of codes."),
        text("recommendation", "What the panel recommended, in its own words."),
        date("due_on", "Day by which the decision is to be carried out.", model_name="due_date", is_planned=True),
        date("completed_on", "Day on which it was carried out; empty while it is not.", model_name="completed_date"),
        decimal("weekly_cost", "What was agreed will cost a week, in pounds."),
    ),
    story=Story(
        {
            "held_on": "{panel_type|panel}[reason!=OTHER?, {reason}][: {decision}]",
            "due_on": Told("The panel's decision due to be carried out; no record that it was", unless="completed_on"),
            "completed_on": "The panel's decision carried out",
        },
    ),
)
