"""The steps before care proceedings, under the Public Law Outline, and family group decision-making meetings."""

from purplebook.tables.schema import Table, code, date, details, identifier, link, text, whole_number, yes_no
from purplebook.tables.story import Story

pre_proceedings = Table(
    name="pre_proceedings",
    grain="one child in one episode of pre-proceedings work",
    group="child protection",
    key=("pre_proceedings_id",),
    nouns=("pre-proceedings case", "pre-proceedings cases"),
    happens_on="decided_on",
    dealt_with_on="decided_on",
    runs=(("decided_on", "court_application_on"),),
    columns=(
        identifier("pre_proceedings_id", "Key of the episode.", model_name="pp_id"),
        link("person_id", "The child concerned.", to="person"),
        link("referral_id", "The referral under which the work takes place.", to="referral"),
        text("family_id", "The family, shared by siblings in the same episode."),
        date("decided_on", "Day on which the authority decided to start pre-proceedings.", model_name="decision_date"),
        date(
            "letter_before_proceedings_on",
            "Day on which the letter before proceedings was sent to the parents.",
            model_name="letter_before_proceedings_date",
        ),
        yes_no(
            "is_family_meeting_offered",
            "Whether a family group decision-making meeting was offered.",
            model_name="fgdm_offered",
        ),
        yes_no(
            "is_family_meeting_held", "Whether a family group decision-making meeting was held.", model_name="fgdm_held"
        ),
        date("initial_meeting_on", "Day of the first pre-proceedings meeting.", model_name="initial_meeting_date"),
        whole_number("review_meetings_count", "How many review meetings were held.", model_name="review_meetings"),
        date(
            "step_decided_on",
            "Day on which it was decided to step down or to go to court; empty while undecided.",
            model_name="step_decision_date",
        ),
        code("outcome_code", "What pre-proceedings led to; no list of codes is published yet."),
        code("gateway_outcome", "What the legal gateway meeting decided.", "legal_gateway_outcome"),
        date(
            "court_application_on",
            "Day on which the authority applied to the court; empty when it did not.",
            model_name="court_application_date",
        ),
        date(
            "care_proceedings_letter_on",
            "Day on which the parents were told by letter that care proceedings would begin.",
            model_name="care_proceedings_letter_date",
        ),
        text("court_reference", "The court's number for the case."),
        whole_number("hearings_count", "How many court hearings there were.", model_name="hearings"),
        code("short_notice", "Whether the application was made at short notice, in the codes of the source."),
        code(
            "initial_care_plan", "The authority's plan for the child at the first hearing, in the codes of the source."
        ),
        code("final_care_plan", "The authority's plan for the child at the final hearing, in the codes of the source."),
        details(
            "details",
            "Further answers about the proceedings that no indicator reads, as JSON.",
            model_name="detail_json",
        ),
    ),
    story=Story(
        {
            "decided_on": "Decision to start pre-proceedings",
            "letter_before_proceedings_on": "Letter before proceedings sent",
            "initial_meeting_on": "First pre-proceedings meeting",
            "step_decided_on": "Pre-proceedings decided[: {gateway_outcome}]",
            "court_application_on": "Application to the court",
            "care_proceedings_letter_on": "Parents told by letter that care proceedings would begin",
        },
    ),
)
