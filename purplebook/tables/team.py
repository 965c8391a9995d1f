"""The teams of the service, each with the team or service it belongs to."""

from purplebook.tables.schema import Table, identifier, link, text

team = Table(
    name="team",
    grain="one team",
    group="workforce",
    key=("team_id",),
    columns=(
        identifier("team_id", "Key of the team."),
        text("name", "The team's name."),
        link("parent_team_id", "The team or service it belongs to; empty at the top.", to="team"),
        text("parent_name", "The name of the team or service it belongs to."),
        text("service_area", "The service area, such as early help, child protection or looked after."),
    ),
)
