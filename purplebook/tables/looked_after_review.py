"""One statutory LAC review."""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no

looked_after_review = Table(
    name="looked_after_review",
    grain="one statutory LAC review",
    group="looked after",
    key=("review_id",),
    model_name="lac_review",
    columns=(
        identifier("review_id", "TODO"),
        link("person_id", "TODO", to="person"),
        link("looked_after_period_id", "TODO", to="looked_after_period", model_name="lac_period_id"),
        date("due_on", "TODO", model_name="due_date"),
        date("reviewed_on", "TODO", model_name="review_date"),
        yes_no("is_cancelled", "TODO", model_name="cancelled"),
        code("participation_code", "TODO"),  # CODES PN0-PN7
        yes_no("is_latest_only", "TODO", model_name="latest_only"),
    ),
)
