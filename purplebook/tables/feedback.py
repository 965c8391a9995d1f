"""Complaints, representations and compliments, with the stages a complaint goes through: a local register."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, unless, where
from purplebook.tables.story import Story, Told

feedback = Table(
    name="feedback",
    grain="one complaint, representation or compliment",
    group="quality",
    key=("feedback_id",),
    nouns=("complaint or compliment", "complaints and compliments"),
    runs=(("received_on", "stage_1_response_on"),),
    is_short=True,
    columns=(
        identifier("feedback_id", "Key of the row."),
        code("feedback_type", "Whether it is a complaint, a representation or a compliment.", "feedback_type"),
        date("received_on", "Day on which it was received.", model_name="received_date"),
        date("acknowledged_on", "Day on which it was acknowledged.", model_name="acknowledged_date"),
        code("complainant_type", "Who made it.", "complainant_type"),
        link("person_id", "The child concerned; empty when it is not about one child.", to="person"),
        text("service_area", "The service it is about."),
        where(
            code("theme", "Its main theme, counted once however many stages it goes through.", "complaint_theme"),
            unless("feedback_type", "COMPLIMENT"),
        ),
        code("resolution_route", "The furthest route it was dealt with by; empty on compliments.", "resolution_route"),
        date(
            "stage_1_due_on",
            "Day by which the stage 1 answer is due: 10 working days, or 20 if complex.",
            model_name="stage1_due_date",
            is_planned=True,
        ),
        date("stage_1_response_on", "Day of the stage 1 answer; empty until then.", model_name="stage1_response_date"),
        date(
            "stage_2_started_on",
            "Day on which the stage 2 investigation began; empty when there is none.",
            model_name="stage2_start_date",
        ),
        date("stage_2_response_on", "Day of the stage 2 answer; empty until then.", model_name="stage2_response_date"),
        date(
            "stage_3_panel_on",
            "Day on which the stage 3 review panel sat; empty when there is none.",
            model_name="stage3_panel_date",
        ),
        where(code("status", "Where the complaint stands.", "complaint_status"), unless("feedback_type", "COMPLIMENT")),
        code("outcome", "What was found; empty until it is decided.", "complaint_outcome"),
        text("learning", "What the service learned from it, in its own words."),
    ),
    story=Story(
        {
            "received_on": "{feedback_type|feedback}[ from {complainant_type}][: {theme}]",
            "acknowledged_on": "{feedback_type|feedback} acknowledged",
            "stage_1_due_on": Told("Stage 1 answer due; none is recorded", unless="stage_1_response_on"),
            "stage_1_response_on": "Stage 1 answer given",
            "stage_2_started_on": "Stage 2 investigation began",
            "stage_2_response_on": "Stage 2 answer given",
            "stage_3_panel_on": "Stage 3 review panel sat",
        },
    ),
)
