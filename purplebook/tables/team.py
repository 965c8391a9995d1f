"""One team."""

from purplebook.tables.schema import Table, identifier, link, text

team = Table(
    name="team",
    grain="one team",
    group="workforce",
    key=("team_id",),
    columns=(
        identifier("team_id", "TODO"),
        text("name", "TODO"),
        link("parent_team_id", "TODO", to="team"),
        text("parent_name", "TODO"),
        text("service_area", "TODO"),
    ),
)
