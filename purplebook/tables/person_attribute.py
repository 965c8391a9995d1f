"""Facts about a person that hold for a span of time, one row each.

A new fact (a new flag in a return, say) is a new `attribute_type` here, not a new column in `person`.
"""

from purplebook.tables.schema import Table, code, date, identifier, link, text
from purplebook.tables.story import NotTold, Story

person_attribute = Table(
    name="person_attribute",
    grain="one fact about one person over a span of time, such as a disability, a ward or membership of a family",
    group="core",
    key=("attribute_id",),
    nouns=("recorded fact", "recorded facts"),
    happens_on="started_on",
    runs=(("started_on", "ended_on"),),
    columns=(
        identifier("attribute_id", "Key of the row."),
        link("person_id", "The person the fact is about.", to="person"),
        code(
            "attribute_type",
            "What kind of fact it is; it decides how `code` and `value_text` are read.",
            "attribute_type",
        ),
        text(
            "code",
            "The fact as a code: a disability code, Y for an unaccompanied asylum-seeking child, a ward name.",
            is_empty_an_answer=True,
        ),
        text("value_text", "The fact as text, where it has no code: a family identifier, another number, an address."),
        date(
            "started_on",
            "First day on which the fact held; empty when not known.",
            model_name="start_date",
            is_empty_an_answer=True,
        ),
        date(
            "ended_on",
            "Last day on which the fact held; empty while it still holds.",
            model_name="end_date",
            is_empty_an_answer=True,
        ),
        date(
            "known_on", "Day on which the source said so, for formats that give no start and end.", model_name="as_at"
        ),
    ),
    story=Story(
        {
            "started_on": "Recorded from this day[: {attribute_type}][code!=Y?, {code}]",
            "ended_on": "No longer so[: {attribute_type}][code!=Y?, {code}]",
            "known_on": NotTold("The day on which a source said so; the fact may have held long before."),
        },
    ),
)
