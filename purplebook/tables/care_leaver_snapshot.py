"""One care leaver at one date/return year."""

from purplebook.tables.schema import Table, code, date, link, text, whole_number

care_leaver_snapshot = Table(
    name="care_leaver_snapshot",
    grain="one care leaver at one date/return year",
    group="leaving care",
    key=(
        "person_id",
        "snapshot_on",
        "basis",
    ),
    columns=(
        link("person_id", "TODO", to="person"),
        date("snapshot_on", "TODO", model_name="as_at"),
        whole_number("return_year", "TODO"),
        code("basis", "TODO"),  # CODES OC3_BIRTHDAY|CURRENT
        code("eligibility", "TODO"),
        code("in_touch", "TODO"),
        date("last_contact_on", "TODO", model_name="last_contact_date"),
        code("accommodation_code", "TODO"),  # CODES B-Z
        code("accommodation_suitable", "TODO"),  # CODES 1|2|U
        code("activity_code", "TODO"),
        date("pathway_plan_on", "TODO", model_name="pathway_plan_date"),
        text("personal_adviser", "TODO"),
        link("team_id", "TODO", to="team"),
        link("worker_id", "TODO", to="worker"),
    ),
)
