"""Early help: support offered before, beside or after statutory social work.

Requests, episodes of help and assessments (the common assessment framework, CAF) are different things that councils
keep in one register; `assessment_type` tells them apart.
"""

from purplebook.tables.schema import Table, code, date, identifier, link, once, only_for, text, unless, where, yes_no
from purplebook.tables.story import Story

early_help = Table(
    name="early_help",
    grain="one early help assessment or one episode of help, with its request, for one child",
    group="front door",
    key=("early_help_id",),
    nouns=("early help record", "early help records"),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("requested_on", "started_on"), ("started_on", "ended_on")),
    columns=(
        identifier("early_help_id", "Key of the row.", model_name="eh_id"),
        link("person_id", "The child who is helped.", to="person"),
        where(
            date(
                "requested_on", "Day on which help was asked for; filled on episodes only.", model_name="request_date"
            ),
            only_for("assessment_type", "EPISODE"),
        ),
        where(
            code(
                "request_source_code",
                "Who asked for help, in our local list.",
                "early_help_source",
                model_name="request_source",
            ),
            only_for("assessment_type", "EPISODE"),
        ),
        code(
            "assessment_type",
            "Whether the row is an episode of help or an assessment, and of which kind.",
            "early_help_type",
        ),
        date(
            "started_on",
            "Day on which the episode or the assessment began; empty when the request led to nothing.",
            model_name="start_date",
        ),
        date(
            "ended_on",
            "Day on which the episode closed or the assessment was completed; empty while open.",
            model_name="end_date",
        ),
        text("organisation", "The organisation that leads the help or completed the assessment."),
        text("reason", "Why help was asked for, in the words of the source file."),
        code("end_reason", "Why the episode closed; empty while open and on assessments.", "early_help_end_reason"),
        where(
            yes_no(
                "is_quality_assured",
                "Whether the assessment was checked for quality when it was handed in.",
                model_name="qa_checked",
            ),
            unless("assessment_type", "EPISODE"),
            once("ended_on"),
        ),
        link("worker_id", "The lead worker.", to="worker"),
    ),
    story=Story(
        {
            "requested_on": "Early help asked for[ by {request_source_code}][: {reason}]",
            "started_on": "Early help: {assessment_type|work} began[ with {organisation}]",
            "ended_on": "Early help: {assessment_type|work} ended[: {end_reason}]",
        },
    ),
)
