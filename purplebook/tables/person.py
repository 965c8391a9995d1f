"""One child, young person or adopter known to the LA."""

from purplebook.tables.schema import Table, code, date, identifier, text, yes_no

person = Table(
    name="person",
    grain="one child, young person or adopter known to the LA",
    group="core",
    key=("person_id",),
    columns=(
        identifier("person_id", "TODO"),
        text("la_child_id", "TODO"),
        code("person_role", "TODO"),  # CODES CHILD|ADOPTER|CARER
        text("upn", "TODO"),
        text("former_upn", "TODO"),
        code("upn_unknown_code", "TODO"),
        text("nhs_number", "TODO"),
        text("legacy_id", "TODO"),
        text("forename", "TODO"),
        text("surname", "TODO"),
        code("sex", "TODO"),  # CODES M|F|U
        text("gender_code", "TODO"),
        code("ethnicity_code", "TODO"),  # CODES (20+UNKNOWN)
        date("born_on", "TODO", model_name="dob"),
        date("expected_birth_on", "TODO", model_name="expected_dob"),
        date("died_on", "TODO", model_name="death_date"),
        yes_no("is_mother", "TODO"),
        date("first_child_born_on", "TODO", model_name="first_child_dob"),
        text("nationality", "TODO"),
    ),
)
