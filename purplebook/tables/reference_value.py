"""One published, target, population, activity or previously reported value."""

from purplebook.tables.schema import Table, code, date, decimal, text

reference_value = Table(
    name="reference_value",
    grain="one published, target, population, activity or previously reported value",
    group="system",
    key=(
        "measure_code",
        "period",
        "area_code",
        "value_kind",
    ),
    columns=(
        text("measure_code", "TODO"),
        text("period", "TODO"),
        code("area_level", "TODO"),  # CODES LA|SN|REGION|ENGLAND
        text("area_code", "TODO"),
        decimal("value", "TODO"),
        decimal("numerator", "TODO"),
        decimal("denominator", "TODO"),
        code(
            "value_kind", "TODO"
        ),  # CODES BENCHMARK|TARGET|POPULATION|ACTIVITY|REPORTED_PROVISIONAL|REPORTED_VALIDATED
        code("polarity", "TODO"),
        code("suppressed", "TODO"),
        text("source", "TODO"),
        date("published_on", "TODO", model_name="as_published"),
    ),
)
