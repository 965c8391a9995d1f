"""One child in one pre-proceedings/FGDM episode."""

from purplebook.tables.schema import Table, code, date, details, identifier, link, text, whole_number, yes_no

pre_proceedings = Table(
    name="pre_proceedings",
    grain="one child in one pre-proceedings/FGDM episode",
    group="child protection",
    key=("pre_proceedings_id",),
    columns=(
        identifier("pre_proceedings_id", "TODO", model_name="pp_id"),
        link("person_id", "TODO", to="person"),
        link("referral_id", "TODO", to="referral"),
        text("family_id", "TODO"),
        date("decided_on", "TODO", model_name="decision_date"),
        date("letter_before_proceedings_on", "TODO", model_name="letter_before_proceedings_date"),
        yes_no("is_family_meeting_offered", "TODO", model_name="fgdm_offered"),
        yes_no("is_family_meeting_held", "TODO", model_name="fgdm_held"),
        date("initial_meeting_on", "TODO", model_name="initial_meeting_date"),
        whole_number("review_meetings_count", "TODO", model_name="review_meetings"),
        date("step_decided_on", "TODO", model_name="step_decision_date"),
        code("outcome_code", "TODO"),
        code("gateway_outcome", "TODO"),  # CODES A-D
        date("court_application_on", "TODO", model_name="court_application_date"),
        date("care_proceedings_letter_on", "TODO", model_name="care_proceedings_letter_date"),
        text("court_reference", "TODO"),
        whole_number("hearings_count", "TODO", model_name="hearings"),
        code("short_notice", "TODO"),
        code("initial_care_plan", "TODO"),
        code("final_care_plan", "TODO"),
        details("details", "TODO", model_name="detail_json"),
    ),
)
