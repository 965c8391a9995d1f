"""One continuous period of being looked after."""

from purplebook.tables.schema import Table, code, date, identifier, link, whole_number, yes_no

looked_after_period = Table(
    name="looked_after_period",
    grain="one continuous period of being looked after",
    group="looked after",
    key=("looked_after_period_id",),
    model_name="lac_period",
    columns=(
        identifier("looked_after_period_id", "TODO", model_name="lac_period_id"),
        link("person_id", "TODO", to="person"),
        link("referral_id", "TODO", to="referral"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        code("end_reason_code", "TODO"),  # CODES REC
        code("need_code", "TODO"),  # CODES N1-N8
        yes_no("is_second_period_supplied", "TODO", model_name="second_in_12m_supplied"),
        whole_number("placements_in_year_supplied", "TODO", model_name="placements_12m_supplied"),
        whole_number("missing_in_year_supplied", "TODO", model_name="missing_12m_supplied"),
        whole_number("absent_in_year_supplied", "TODO", model_name="absent_12m_supplied"),
    ),
)
