"""Which school a child is on the roll of, and since when: the virtual school's register."""

from purplebook.tables.schema import Table, date, identifier, link, text
from purplebook.tables.story import Story

school_enrolment = Table(
    name="school_enrolment",
    grain="one child on the roll of one school over a span of time",
    group="looked after",
    key=("school_enrolment_id",),
    nouns=("place on a school's roll", "places on a school's roll"),
    columns=(
        identifier("school_enrolment_id", "Key of the row."),
        link("person_id", "The child.", to="person"),
        text("school_reference", "The school's unique reference number, or its name where it has none."),
        date("started_on", "First day on the roll."),
        date("ended_on", "Last day on the roll; empty while the child is on it."),
    ),
    story=Story(
        {
            "started_on": "Joined a school[: {school_reference}]",
            "ended_on": "Left a school[: {school_reference}]",
        },
    ),
)
