"""One supervision event."""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no

supervision = Table(
    name="supervision",
    grain="one supervision event",
    group="quality",
    key=("supervision_id",),
    columns=(
        identifier("supervision_id", "TODO"),
        link("person_id", "TODO", to="person"),
        link("worker_id", "TODO", to="worker"),
        link("supervisor_id", "TODO", to="worker"),
        date("supervised_on", "TODO", model_name="supervision_date"),
        code("supervision_type", "TODO"),  # CODES CASE|PERSONAL|GROUP
        yes_no("is_recorded_on_case", "TODO", model_name="recorded_on_case"),
    ),
)
