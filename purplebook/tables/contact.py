"""One contact about one child."""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text

contact = Table(
    name="contact",
    grain="one contact about one child",
    group="front door",
    key=("contact_id",),
    columns=(
        identifier("contact_id", "TODO"),
        link("person_id", "TODO", to="person"),
        date("contacted_on", "TODO", model_name="contact_date"),
        code("source_code", "TODO"),
        text("source_text", "TODO"),
        codes("outcome_codes", "TODO"),
        code("presenting_issue", "TODO"),
        date("decided_on", "TODO", model_name="decision_at"),
    ),
)
