"""Child protection conferences: the initial one (ICPC), the reviews, and those for a plan moved in from elsewhere.

A meeting about three siblings is three rows that share a `meeting_id`.
"""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text, yes_no
from purplebook.tables.story import Story, Told

child_protection_conference = Table(
    name="child_protection_conference",
    grain="one child at one child protection conference",
    group="child protection",
    key=("conference_id",),
    model_name="cp_conference",
    happens_on="held_on",
    dealt_with_on="held_on",
    columns=(
        identifier("conference_id", "Key of the row."),
        link("person_id", "The child the conference is about.", to="person"),
        code("conference_type", "Whether it is an initial conference, a review or a transfer in.", "conference_type"),
        text("meeting_id", "The meeting, shared by siblings who were discussed together."),
        link(
            "section_47_enquiry_id",
            "The enquiry that led to an initial conference; empty on reviews and transfers in.",
            to="section_47_enquiry",
            model_name="s47_id",
        ),
        link("referral_id", "The referral under which it was held.", to="referral"),
        link(
            "child_protection_plan_id",
            "The plan that was made or reviewed; empty when no plan was made.",
            to="child_protection_plan",
            model_name="cp_plan_id",
        ),
        date("due_on", "Last day on which the conference would be in time.", model_name="due_date", is_planned=True),
        date(
            "held_on",
            "Day on which the conference was held; empty when it has not been held.",
            model_name="conference_date",
        ),
        yes_no(
            "has_plan_outcome",
            "Whether the child was, or remained, subject to a child protection plan afterwards.",
            model_name="outcome_cp_plan",
        ),
        codes("outcome_codes", "What the conference led to, in the codes of the source."),
        yes_no("is_quorate", "Whether enough agencies were there for the conference to decide.", model_name="quorate"),
        code("participation_code", "How the child took part; empty where the source does not say.", "participation"),
        yes_no(
            "is_latest_only",
            "True when the source lists only the latest conference, so earlier ones may be missing.",
            model_name="latest_only",
        ),
        link("team_id", "The team responsible at the time.", to="team"),
        link("worker_id", "The worker responsible at the time.", to="worker"),
    ),
    story=Story(
        {
            "held_on": "{conference_type|conference}[has_plan_outcome=true?: child protection plan]"
            "[has_plan_outcome=false?: no child protection plan][is_quorate=false?, not quorate]"
            "[participation_code!=PN0?; the child {participation_code}]",
            "due_on": Told(
                "{conference_type|conference} due by this day; no record that it was held", unless="held_on"
            ),
        },
    ),
)
