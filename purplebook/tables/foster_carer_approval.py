"""One household approved to foster."""

from purplebook.tables.schema import Table, code, date, identifier, whole_number

foster_carer_approval = Table(
    name="foster_carer_approval",
    grain="one fostering household and its approval",
    group="looked after",
    key=("foster_carer_approval_id",),
    columns=(
        identifier("foster_carer_approval_id", "TODO"),
        code("carer_type", "TODO", "foster_carer_type"),
        date("enquired_on", "TODO"),
        date("approved_on", "TODO"),
        date("ended_on", "TODO"),
        whole_number("carers_count", "TODO"),
        whole_number("places_count", "TODO"),
    ),
)
