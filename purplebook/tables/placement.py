"""Where looked-after children live.

A placement may run through several episodes when only the legal status changes.
"""

from purplebook.tables.schema import Table, code, date, decimal, identifier, link, text, yes_no
from purplebook.tables.story import Story

placement = Table(
    name="placement",
    grain="one placement of one child",
    group="looked after",
    key=("placement_id",),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_only_after_birth=True,
    columns=(
        identifier("placement_id", "Key of the placement."),
        link("person_id", "The child who is placed.", to="person"),
        link(
            "looked_after_period_id",
            "The period of being looked after that the placement belongs to.",
            to="looked_after_period",
            model_name="lac_period_id",
        ),
        date("started_on", "Day on which the child moved in.", model_name="start_date"),
        date("ended_on", "Day on which the child moved out; empty while the child lives there.", model_name="end_date"),
        code("placement_type", "The kind of placement.", "placement_type"),
        code("provider_code", "Who provides the placement.", "placement_provider"),
        text(
            "provider_reference",
            "Ofsted's unique reference number for the provider; XXXXXX where there is none.",
            model_name="urn",
        ),
        text("postcode", "Postcode of the placement."),
        text(
            "placement_authority",
            "Three-digit code of the authority the placement lies in, or WAL, SCO, NIR, NUK or CON.",
            model_name="la_of_placement",
        ),
        yes_no(
            "is_in_authority", "Whether the placement lies within the authority's own boundary.", model_name="in_la"
        ),
        decimal("distance_miles", "Miles from the child's home to the placement; empty or 999.90 when not known."),
        code("change_reason", "Why the placement ended.", "placement_change_reason"),
        decimal("weekly_cost", "What the placement costs a week, in pounds."),
        yes_no(
            "is_latest_only",
            "True when the source lists only the latest placement, so earlier ones may be missing.",
            model_name="latest_only",
        ),
    ),
    story=Story(
        {
            "started_on": "Placement began[: {placement_type}][; {provider_code}]"
            "[is_in_authority=false?, outside the authority]"
            "[distance_miles!=999.90?, {distance_miles} miles from home]",
            "ended_on": "Placement ended[: {change_reason}]",
        },
    ),
)
