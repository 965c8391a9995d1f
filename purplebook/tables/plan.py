"""Plans other than child protection plans: child in need, care, permanence and pathway plans.

When a plan is brought up to date it is a new row, and the earlier row ends on the same day.
"""

from purplebook.tables.schema import Table, code, codes, date, identifier, link
from purplebook.tables.story import Story

plan = Table(
    name="plan",
    grain="one version of one child in need, care, permanence or pathway plan",
    group="core",
    key=("plan_id",),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    columns=(
        identifier("plan_id", "Key of the plan."),
        link("person_id", "The child or young person whose plan it is.", to="person"),
        code("plan_type", "Which kind of plan it is.", "plan_type"),
        link(
            "referral_id",
            "The referral under which the plan was made; empty when the source does not say.",
            to="referral",
        ),
        date("started_on", "First day of the plan.", model_name="start_date"),
        date(
            "ended_on", "Day on which the plan ended or was replaced; empty while it is current.", model_name="end_date"
        ),
        date(
            "last_reviewed_on",
            "Day on which the plan was last reviewed.",
            model_name="last_review_date",
            is_empty_an_answer=True,
        ),
        codes(
            "goal_codes",
            "Where the child is meant to live in the long run; filled on care and permanence plans.",
            "care_plan_goal",
        ),
        link("team_id", "The team responsible for the plan.", to="team"),
        link("worker_id", "The worker responsible for the plan.", to="worker"),
    ),
    story=Story(
        {
            "started_on": "{plan_type|plan} began[: {goal_codes}]",
            "ended_on": "{plan_type|plan} ended or was replaced",
            "last_reviewed_on": "{plan_type|plan} reviewed",
        },
    ),
)
