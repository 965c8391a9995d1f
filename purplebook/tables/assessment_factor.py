"""One factor found at one assessment."""

from purplebook.tables.schema import Table, code, link

assessment_factor = Table(
    name="assessment_factor",
    grain="one factor found at one assessment",
    group="front door",
    key=(
        "assessment_id",
        "factor_code",
    ),
    columns=(
        link("assessment_id", "TODO", to="assessment"),
        code("factor_code", "TODO"),  # CODES 1A-24A
    ),
)
