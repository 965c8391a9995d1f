"""Figures from elsewhere that ours stand beside: published comparators, targets, populations, earlier reports."""

from purplebook.tables.schema import Table, code, date, decimal, text

reference_value = Table(
    name="reference_value",
    grain="one published, target, population, activity or earlier reported value",
    group="reference",
    key=(
        "measure_code",
        "period",
        "area_code",
        "value_kind",
    ),
    nouns=("value reported elsewhere", "values reported elsewhere"),
    may_be_negative=True,
    columns=(
        text("measure_code", "What is measured: an indicator's code, or a name such as population_0_17."),
        text("period", "The period the value is for, by its short name, such as FY2014-15."),
        date(
            "period_ended_on",
            "Last day of that period; filled from its name at the load where the file does not give it.",
        ),
        code("area_level", "The kind of area.", "area_level"),
        text("area_code", "The area: a three-digit authority code, or the national code of a region or of England."),
        decimal("value", "The value, in the measure's own unit; empty when it was withheld."),
        decimal("numerator", "The number above the line, where the source gives it."),
        decimal("denominator", "The number below the line, where the source gives it."),
        code(
            "value_kind",
            "What kind of value it is, so that a target is never taken for a result.",
            "reference_value_kind",
        ),
        code("polarity", "Which direction is better.", "polarity"),
        code("suppressed", "Why there is no value; empty when there is one.", "suppression"),
        text("source", "Where the value was published."),
        date(
            "published_on",
            "Day on which it was published; later editions are rows of their own.",
            model_name="as_published",
        ),
    ),
)
