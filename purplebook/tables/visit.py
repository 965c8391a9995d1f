"""Visits to children by social workers, reviewing officers and personal advisers.

One table with a type, because visits under a child protection plan, to a child in need and to a child looked after are
checked in the same way, each against its own interval.
"""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no
from purplebook.tables.story import Routine, Story

visit = Table(
    name="visit",
    grain="one visit to, or contact with, one child",
    group="core",
    key=("visit_id",),
    happens_on="visited_on",
    dealt_with_on="visited_on",
    columns=(
        identifier("visit_id", "Key of the visit."),
        link("person_id", "The child who was visited.", to="person"),
        code("visit_type", "Why the visit was made, which decides how often one is due.", "visit_type"),
        date("visited_on", "Day of the visit.", model_name="visit_date"),
        link(
            "child_protection_plan_id",
            "The child protection plan the visit was made under; empty on other visits.",
            to="child_protection_plan",
            model_name="cp_plan_id",
        ),
        link(
            "looked_after_period_id",
            "The period of being looked after the visit was made in; empty on other visits.",
            to="looked_after_period",
            model_name="lac_period_id",
        ),
        code("seen", "Whether the child was seen.", "yes_no_unknown"),
        code("seen_alone", "Whether the child was seen without a parent or carer in the room.", "yes_no_unknown"),
        code("bedroom_seen", "Whether the child's bedroom was seen.", "yes_no_unknown"),
        yes_no(
            "is_latest_only",
            "True when the source lists only the latest visit, so earlier ones may be missing.",
            model_name="latest_only",
        ),
    ),
    story=Story(
        {
            "visited_on": "{visit_type|visit}[seen=Y&seen_alone!=Y?, child seen][seen=N?, child not seen]"
            "[seen_alone=Y?, child seen alone][bedroom_seen=Y?, bedroom seen]",
        },
        routine=Routine(
            "visits",
            (
                "seen=Y? child seen",
                "seen_alone=Y? seen alone",
            ),
        ),
    ),
)
