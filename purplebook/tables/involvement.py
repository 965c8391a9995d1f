"""One worker/team allocated to one child for a span."""

from purplebook.tables.schema import Table, code, date, identifier, link, text

involvement = Table(
    name="involvement",
    grain="one worker/team allocated to one child for a span",
    group="workforce",
    key=("involvement_id",),
    columns=(
        identifier("involvement_id", "TODO"),
        link("person_id", "TODO", to="person"),
        link("referral_id", "TODO", to="referral"),
        link("worker_id", "TODO", to="worker"),
        link("team_id", "TODO", to="team"),
        text("role_code", "TODO"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        code("change_reason", "TODO"),
        code("context", "TODO"),  # CODES REFERRAL|ASSESSMENT|S47|CIN|CP|LAC|CL
    ),
)
