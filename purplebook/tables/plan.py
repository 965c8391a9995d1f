"""One CIN, care/permanence or pathway plan."""

from purplebook.tables.schema import Table, code, codes, date, identifier, link

plan = Table(
    name="plan",
    grain="one CIN, care/permanence or pathway plan",
    group="core",
    key=("plan_id",),
    columns=(
        identifier("plan_id", "TODO"),
        link("person_id", "TODO", to="person"),
        code("plan_type", "TODO"),  # CODES CIN|CARE|PERMANENCE|PATHWAY
        link("referral_id", "TODO", to="referral"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        date("last_reviewed_on", "TODO", model_name="last_review_date"),
        codes("goal_codes", "TODO"),
        link("team_id", "TODO", to="team"),
        link("worker_id", "TODO", to="worker"),
    ),
)
