"""One worker."""

from purplebook.tables.schema import Table, code, date, decimal, identifier, text, whole_number, yes_no

worker = Table(
    name="worker",
    grain="one worker",
    group="workforce",
    key=("worker_id",),
    columns=(
        identifier("worker_id", "TODO"),
        text("staff_id", "TODO"),
        text("social_work_england_number", "TODO", model_name="swe_number"),
        text("name", "TODO"),
        code("level_code", "TODO", "worker_level"),
        date("started_on", "TODO"),
        date("ended_on", "TODO"),
        text("job_title", "TODO"),
        text("department", "TODO"),
        yes_no("is_agency", "TODO", model_name="agency"),
        decimal("full_time_equivalent", "TODO", model_name="fte"),
        whole_number("caseload_supplied", "TODO"),
    ),
)
