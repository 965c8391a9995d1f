"""One 903 episode (legal status + placement unchanged)."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, whole_number

looked_after_episode = Table(
    name="looked_after_episode",
    grain="one 903 episode (legal status + placement unchanged)",
    group="looked after",
    key=(
        "person_id",
        "started_on",
    ),
    model_name="lac_episode",
    columns=(
        identifier("episode_id", "TODO"),
        link("looked_after_period_id", "TODO", to="looked_after_period", model_name="lac_period_id"),
        link("person_id", "TODO", to="person"),
        date("started_on", "TODO", model_name="start_date"),
        code("start_reason", "TODO"),  # CODES RNE
        code("legal_status_code", "TODO"),  # CODES LS
        code("need_code", "TODO"),
        code("placement_type", "TODO"),  # CODES PLACE
        code("provider_code", "TODO"),  # CODES PR0-PR5
        link("placement_id", "TODO", to="placement"),
        date("ended_on", "TODO", model_name="end_date"),
        code("end_reason_code", "TODO"),  # CODES REC
        code("change_reason", "TODO"),
        text("home_postcode", "TODO"),
        text("placement_postcode", "TODO"),
        text("provider_reference", "TODO", model_name="urn"),
        whole_number("return_year", "TODO"),
    ),
)
