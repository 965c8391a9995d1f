"""The people who do the work: social workers, managers, advisers. Pay and personal details have no place here."""

from purplebook.tables.schema import Table, code, date, decimal, identifier, text, whole_number, yes_no

worker = Table(
    name="worker",
    grain="one worker",
    group="workforce",
    key=("worker_id",),
    runs=(("started_on", "ended_on"),),
    columns=(
        identifier("worker_id", "Key of the worker."),
        text("staff_id", "The authority's own staff number."),
        text(
            "social_work_england_number",
            "The worker's registration number as a social worker; empty when not registered.",
            model_name="swe_number",
        ),
        text("name", "The worker's name; never printed in a paper, where officers appear by role."),
        code("level_code", "The worker's level in the service.", "worker_level"),
        date("started_on", "First day in post."),
        date("ended_on", "Last day in post; empty while in post."),
        text("job_title", "The worker's job title."),
        text("department", "The part of the authority the worker belongs to."),
        yes_no("is_agency", "Whether the worker is supplied by an agency.", model_name="agency"),
        decimal("full_time_equivalent", "Hours worked as a share of full time, from 0 to 1.", model_name="fte"),
        whole_number(
            "caseload_supplied", "How many cases the worker holds, as counted by the authority; a cross-check only."
        ),
    ),
)
