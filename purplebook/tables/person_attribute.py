"""One fact about a person over a time span (disability, UASC, immigration, EHCP/SEN, family id, other identifier, address, conviction, motherhood)."""

from purplebook.tables.schema import Table, code, date, identifier, link, text

person_attribute = Table(
    name="person_attribute",
    grain="one fact about a person over a time span (disability, UASC, immigration, EHCP/SEN, family id, other identifier, address, conviction, motherhood)",
    group="core",
    key=("attribute_id",),
    columns=(
        identifier("attribute_id", "TODO"),
        link("person_id", "TODO", to="person"),
        code("attribute_type", "TODO"),
        text("code", "TODO"),
        text("value_text", "TODO"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        date("known_on", "TODO", model_name="as_at"),
    ),
)
