"""Periods of being looked after (in care): from the day a child comes in to the day the child leaves.

A change of placement or of legal status does not end a period; those are episodes and placements, in tables of their
own.
"""

from purplebook.tables.schema import Table, code, date, identifier, link, whole_number, yes_no
from purplebook.tables.story import Story

looked_after_period = Table(
    name="looked_after_period",
    grain="one unbroken period of one child being looked after",
    group="looked after",
    key=("looked_after_period_id",),
    model_name="lac_period",
    nouns=("period of care", "periods of care"),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_only_after_birth=True,
    columns=(
        identifier("looked_after_period_id", "Key of the period.", model_name="lac_period_id"),
        link("person_id", "The child who is looked after.", to="person"),
        link("referral_id", "The referral that led to it; empty when the source does not say.", to="referral"),
        date("started_on", "Day on which the child began to be looked after.", model_name="start_date"),
        date(
            "ended_on",
            "Day on which the child ceased to be looked after; empty while the child still is.",
            model_name="end_date",
        ),
        code(
            "end_reason_code",
            "Why the child ceased to be looked after; empty while the child still is.",
            "episode_end_reason",
            hangs_on="ended_on",
        ),
        code("need_code", "The main reason why the child came to be looked after.", "looked_after_need"),
        yes_no(
            "is_second_period_supplied",
            "Whether it is a further period within 12 months, as told by the authority; a cross-check only.",
            model_name="second_in_12m_supplied",
        ),
        whole_number(
            "placements_in_year_supplied",
            "Placements in the last 12 months, as counted by the authority, at least 1; a cross-check only.",
            model_name="placements_12m_supplied",
        ),
        whole_number(
            "missing_in_year_supplied",
            "Times missing in the last 12 months, as counted by the authority; a cross-check only.",
            model_name="missing_12m_supplied",
        ),
        whole_number(
            "absent_in_year_supplied",
            "Times absent in the last 12 months, as counted by the authority; a cross-check only.",
            model_name="absent_12m_supplied",
        ),
    ),
    story=Story(
        {
            "started_on": "Began to be looked after[: {need_code}]",
            "ended_on": "Ceased to be looked after[: {end_reason_code}]",
        },
    ),
)
