"""One visit/contact to a child."""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no

visit = Table(
    name="visit",
    grain="one visit/contact to a child",
    group="core",
    key=("visit_id",),
    columns=(
        identifier("visit_id", "TODO"),
        link("person_id", "TODO", to="person"),
        code("visit_type", "TODO"),  # CODES CP|CIN|LAC|IRO|PA|LAST_SEEN
        date("visited_on", "TODO", model_name="visit_date"),
        link("child_protection_plan_id", "TODO", to="child_protection_plan", model_name="cp_plan_id"),
        link("looked_after_period_id", "TODO", to="looked_after_period", model_name="lac_period_id"),
        code("seen", "TODO"),
        code("seen_alone", "TODO"),
        code("bedroom_seen", "TODO"),
        yes_no("is_latest_only", "TODO", model_name="latest_only"),
    ),
)
