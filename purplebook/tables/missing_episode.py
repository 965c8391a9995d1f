"""One missing/away episode."""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no

missing_episode = Table(
    name="missing_episode",
    grain="one missing/away episode",
    group="looked after",
    key=("missing_id",),
    columns=(
        identifier("missing_id", "TODO"),
        link("person_id", "TODO", to="person"),
        code("missing_type", "TODO"),  # CODES M|A
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        code("return_interview_offered", "TODO", model_name="rhi_offered"),
        code("return_interview_accepted", "TODO", model_name="rhi_accepted"),
        yes_no("is_latest_only", "TODO", model_name="latest_only"),
    ),
)
