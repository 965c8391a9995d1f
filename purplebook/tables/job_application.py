"""Applications for posts in the service, from application to first day: a local register, without names."""

from purplebook.tables.schema import Table, code, date, identifier

job_application = Table(
    name="job_application",
    grain="one application for one post",
    group="workforce",
    key=("job_application_id",),
    columns=(
        identifier("job_application_id", "Key of the application."),
        code("post_type", "The kind of post applied for.", "post_type"),
        date("applied_on", "Day on which the application was received."),
        date("preferred_on", "Day on which the applicant became the preferred candidate; empty otherwise."),
        date("offered_on", "Day on which the post was offered; empty when it was not."),
        date("accepted_on", "Day on which the offer was accepted, which fills the post; empty otherwise."),
        date("started_on", "First day in post; empty until then.", is_planned=True),
    ),
)
