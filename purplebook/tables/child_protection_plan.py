"""Child protection plans, from the initial conference that makes one to the review that ends it."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, whole_number, yes_no
from purplebook.tables.story import Story

child_protection_plan = Table(
    name="child_protection_plan",
    grain="one child protection plan for one child",
    group="child protection",
    key=("child_protection_plan_id",),
    model_name="cp_plan",
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_short=True,
    columns=(
        identifier("child_protection_plan_id", "Key of the plan.", model_name="cp_plan_id"),
        link("person_id", "The child who is subject to the plan.", to="person"),
        link("referral_id", "The referral under which the plan was made.", to="referral"),
        link(
            "initial_conference_id",
            "The initial child protection conference that made the plan; empty for a plan moved in.",
            to="child_protection_conference",
            model_name="icpc_id",
        ),
        date("started_on", "First day of the plan.", model_name="start_date"),
        date("ended_on", "Day on which the plan ended; empty while it is current.", model_name="end_date"),
        code("initial_category", "The category of abuse or neglect when the plan began.", "abuse_category"),
        code("latest_category", "The category of abuse or neglect now, or when the plan ended.", "abuse_category"),
        text("category_detail", "The categories in the words of the source file, where there are several."),
        yes_no(
            "is_other_authority_plan",
            "True when another authority owns the plan and the child only lives here.",
            model_name="other_la_plan",
        ),
        whole_number(
            "previous_plans_count",
            "How many child protection plans the child had before this one, with any authority.",
            model_name="previous_plans",
        ),
        yes_no(
            "is_protection_order_supplied",
            "Whether there was an emergency protection order or police protection in the last six months.",
            model_name="epo_pp_6m_supplied",
        ),
    ),
    story=Story(
        {
            "started_on": "Child protection plan began[: {initial_category}]"
            "[is_other_authority_plan=true?, held by another authority]",
            "ended_on": "Child protection plan ended[: {latest_category}]",
        },
    ),
)
