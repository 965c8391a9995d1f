"""One application for one social work post."""

from purplebook.tables.schema import Table, code, date, identifier

job_application = Table(
    name="job_application",
    grain="one application for one post",
    group="workforce",
    key=("job_application_id",),
    columns=(
        identifier("job_application_id", "TODO"),
        code("post_type", "TODO", "post_type"),
        date("applied_on", "TODO"),
        date("preferred_on", "TODO"),
        date("offered_on", "TODO"),
        date("accepted_on", "TODO"),
        date("started_on", "TODO"),
    ),
)
