"""One legal status spell (incl. DoLO)."""

from purplebook.tables.schema import Table, date, identifier, link, text

legal_status = Table(
    name="legal_status",
    grain="one legal status spell (incl. DoLO)",
    group="looked after",
    key=("legal_status_id",),
    columns=(
        identifier("legal_status_id", "TODO"),
        link("person_id", "TODO", to="person"),
        text("status_code", "TODO"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
    ),
)
