"""Households that foster for the authority, from enquiry through approval to ending: a local register."""

from purplebook.tables.schema import Table, code, date, identifier, once, where, whole_number

foster_carer_approval = Table(
    name="foster_carer_approval",
    grain="one fostering household and its approval",
    group="looked after",
    key=("foster_carer_approval_id",),
    nouns=("fostering household", "fostering households"),
    runs=(("approved_on", "ended_on"),),
    columns=(
        identifier("foster_carer_approval_id", "Key of the row."),
        code(
            "carer_type", "Whether the household fosters any child or only one it already knows.", "foster_carer_type"
        ),
        date("enquired_on", "Day on which the household first asked about fostering."),
        date("approved_on", "Day on which the household was approved to foster; empty until then."),
        date("ended_on", "Day on which the approval ended; empty while it is current."),
        whole_number("carers_count", "How many adults of the household are approved."),
        where(whole_number("places_count", "How many children the household may foster at once."), once("approved_on")),
    ),
)
