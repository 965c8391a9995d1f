"""Who the child is, and who holds the case."""

from purplebook.outputs.chronology.telling import about, not_told, routine, told

PEOPLE = (
    about(
        "person",
        born_on="Born",
        expected_birth_on=told("Expected to be born", unless="born_on"),
        died_on="Died",
        first_child_born_on="The young person's first child was born",
    ),
    about(
        "person_attribute",
        started_on="Recorded from this day[: {attribute_type}][code!=Y?, {code}]",
        ended_on="No longer so[: {attribute_type}][code!=Y?, {code}]",
        known_on=not_told("The day on which a source said so; the fact may have held long before."),
    ),
    about(
        "involvement",
        started_on="Case allocated[: {context}]",
        ended_on="Allocation ended[: {context}][; {change_reason}]",
    ),
    about(
        "supervision",
        gathered=routine("supervisions", unwritten="is_recorded_on_case=false? not written on the case"),
        supervised_on="Supervision of the case[is_recorded_on_case=false?, not written on the case]",
    ),
)
