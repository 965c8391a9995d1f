"""Everyone the authority holds a record for: children and young people, and the adults who adopt or care for them.

Facts that change over time (disability, ward, family) stand in `person_attribute`, so that a person is one row for
ever.
"""

from purplebook.tables.schema import Table, code, date, identifier, text, yes_no
from purplebook.tables.story import Story, Told

person = Table(
    name="person",
    grain="one child, young person, adopter or carer known to the authority",
    group="core",
    key=("person_id",),
    nouns=("person", "people"),
    is_only_after_birth=True,
    columns=(
        identifier("person_id", "Our own key for the person, the same in every table and every load."),
        text("la_child_id", "The authority's own number for the child; a child who is adopted gets a new one."),
        code("person_role", "Why the person is recorded: as a child, an adopter or a carer.", "person_role"),
        text(
            "upn", "The unique pupil number: a letter, eleven digits and a digit or letter; empty when there is none."
        ),
        text("former_upn", "The unique pupil number the child had before, where it has changed."),
        code(
            "upn_unknown_code",
            "Why there is no unique pupil number; empty when there is one.",
            "pupil_number_unknown_reason",
        ),
        text("nhs_number", "The ten-digit National Health Service number, as text."),
        text("legacy_id", "The number the child had in an earlier case system."),
        text("forename", "First name; never printed in a paper, a log or an error."),
        text("surname", "Family name; never printed in a paper, a log or an error."),
        code("sex", "Sex as recorded; returns up to 2023-24 sent 1 and 2, which are read as M and F.", "sex"),
        text("gender_code", "Gender as the source wrote it, kept where it says more than sex."),
        code("ethnicity_code", "Ethnic background, as one of the twenty census codes or UNKNOWN.", "ethnicity"),
        date("born_on", "Date of birth; empty for a child not yet born.", model_name="dob", is_birth=True),
        date(
            "expected_birth_on",
            "Expected date of birth of an unborn child; empty once the child is born.",
            model_name="expected_dob",
            is_planned=True,
            is_birth=True,
        ),
        date("died_on", "Date of death; empty while the person lives.", model_name="death_date"),
        yes_no("is_mother", "Whether the young person has given birth to a child."),
        date(
            "first_child_born_on",
            "Date of birth of the young person's first child; empty when there is none.",
            model_name="first_child_dob",
            is_birth=True,
        ),
        text("nationality", "Nationality as the source wrote it."),
    ),
    story=Story(
        {
            "born_on": "Born",
            "expected_birth_on": Told("Expected to be born", unless="born_on"),
            "died_on": "Died",
            "first_child_born_on": "The young person's first child was born",
        },
    ),
)
