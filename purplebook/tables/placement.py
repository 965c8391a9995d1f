"""One placement (may span several episodes)."""

from purplebook.tables.schema import Table, code, date, decimal, identifier, link, text, yes_no

placement = Table(
    name="placement",
    grain="one placement (may span several episodes)",
    group="looked after",
    key=("placement_id",),
    columns=(
        identifier("placement_id", "TODO"),
        link("person_id", "TODO", to="person"),
        link("looked_after_period_id", "TODO", to="looked_after_period", model_name="lac_period_id"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        code("placement_type", "TODO"),
        code("provider_code", "TODO"),
        text("provider_reference", "TODO", model_name="urn"),
        text("postcode", "TODO"),
        text("placement_authority", "TODO", model_name="la_of_placement"),
        yes_no("is_in_authority", "TODO", model_name="in_la"),
        decimal("distance_miles", "TODO"),
        code("change_reason", "TODO"),
        decimal("weekly_cost", "TODO"),
        yes_no("is_latest_only", "TODO", model_name="latest_only"),
    ),
)
