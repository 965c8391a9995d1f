"""One code in one code set."""

from purplebook.tables.schema import Table, date, text

code = Table(
    name="code",
    grain="one code in one code set",
    group="system",
    key=(
        "code_set",
        "code",
    ),
    columns=(
        text("code_set", "TODO"),
        text("code", "TODO"),
        text("label", "TODO"),
        text("group_label", "TODO"),
        date("valid_from_on", "TODO", model_name="valid_from"),
        date("valid_to_on", "TODO", model_name="valid_to"),
    ),
)
