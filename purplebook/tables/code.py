"""Code sets as rows, for those who open the store with other tools.

The sets are declared in `purplebook.tables.codes`.
"""

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
        text("code_set", "The name of the code set."),
        text("code", "The bare code, as stored."),
        text("label", "What the code means."),
        text("group_label", "The broader group it is reported under; empty when there is none."),
        date(
            "valid_from_on",
            "First day on which the code may be used; empty when it always could.",
            model_name="valid_from",
        ),
        date("valid_to_on", "Last day on which the code may be used; empty while it still may.", model_name="valid_to"),
    ),
)
