"""Statutory reviews of looked-after children, chaired by an independent reviewing officer."""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no
from purplebook.tables.story import Story, Told

looked_after_review = Table(
    name="looked_after_review",
    grain="one statutory review of one looked-after child",
    group="looked after",
    key=("review_id",),
    model_name="lac_review",
    nouns=("looked-after review", "looked-after reviews"),
    happens_on="reviewed_on",
    dealt_with_on="reviewed_on",
    is_only_after_birth=True,
    columns=(
        identifier("review_id", "Key of the review."),
        link("person_id", "The child whose case is reviewed.", to="person"),
        link(
            "looked_after_period_id",
            "The period of being looked after that the review belongs to.",
            to="looked_after_period",
            model_name="lac_period_id",
        ),
        date("due_on", "Last day on which the review would be in time.", model_name="due_date", is_planned=True),
        date(
            "reviewed_on",
            "Day on which the review was held; empty when it has not been held.",
            model_name="review_date",
        ),
        yes_no("is_cancelled", "Whether the review was cancelled.", model_name="cancelled"),
        code("participation_code", "How the child took part in the review.", "participation"),
        yes_no(
            "is_latest_only",
            "True when the source lists only the latest review, so earlier ones may be missing.",
            model_name="latest_only",
        ),
    ),
    story=Story(
        {
            "reviewed_on": "Looked-after review[is_cancelled=true? cancelled]"
            "[participation_code!=PN0?; the child {participation_code}]",
            "due_on": Told(
                "Looked-after review due by this day[is_cancelled=true?, cancelled]; no record that it was held",
                unless="reviewed_on",
            ),
        },
    ),
)
