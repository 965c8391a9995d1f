"""Which worker and team held a child's case, and when: the basis of breakdowns by team and of caseloads."""

from purplebook.tables.schema import Table, code, date, identifier, link, text
from purplebook.tables.story import Story

involvement = Table(
    name="involvement",
    grain="one worker or team allocated to one child over a span of time",
    group="workforce",
    key=("involvement_id",),
    happens_on="started_on",
    runs=(("started_on", "ended_on"),),
    columns=(
        identifier("involvement_id", "Key of the row."),
        link("person_id", "The child.", to="person"),
        link(
            "referral_id", "The referral the allocation belongs to; empty when the source does not say.", to="referral"
        ),
        link("worker_id", "The worker allocated; empty when only a team is.", to="worker"),
        link("team_id", "The team allocated.", to="team"),
        text("role_code", "The worker's part in the case, in the words of the source."),
        date("started_on", "First day of the allocation.", model_name="start_date"),
        date("ended_on", "Last day of the allocation; empty while it runs.", model_name="end_date"),
        code("change_reason", "Why the worker changed; empty while the allocation runs.", "worker_change_reason"),
        code("context", "The piece of work the allocation is for.", "involvement_context"),
    ),
    story=Story(
        {
            "started_on": "Case allocated[: {context}]",
            "ended_on": "Allocation ended[: {context}][; {change_reason}]",
        },
    ),
)
