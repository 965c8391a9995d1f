"""Assessments under section 17 of the Children Act 1989: the single, or continuous, assessment.

The national limit runs in working days from `started_on` to `authorised_on`.
"""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, once, where, yes_no
from purplebook.tables.story import NotTold, Story

assessment = Table(
    name="assessment",
    grain="one assessment of one child",
    group="front door",
    key=("assessment_id",),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "authorised_on"),),
    is_short=True,
    columns=(
        identifier("assessment_id", "Key of the assessment."),
        link("person_id", "The child who is assessed.", to="person"),
        link(
            "referral_id", "The referral that led to the assessment; empty when the source does not say.", to="referral"
        ),
        date("started_on", "Day on which the assessment began.", model_name="start_date"),
        date(
            "internal_review_on",
            "Day on which a manager is to review progress.",
            model_name="internal_review_date",
            is_planned=True,
        ),
        date(
            "authorised_on",
            "Day on which a manager signed the assessment off, that is, completed it; empty while open.",
            model_name="authorised_date",
        ),
        code("child_seen", "Whether the child was seen during the assessment.", "yes_no_unknown"),
        codes("outcome_codes", "What the assessment led to, in the codes of the source."),
        where(
            yes_no("is_no_further_action", "Whether the assessment ended with nothing more to do.", model_name="nfa"),
            once("authorised_on"),
        ),
        where(
            yes_no(
                "is_social_care_needed",
                "Whether the child was found to need the support of children's social care.",
                model_name="needs_csc_service",
                hangs_on="authorised_on",
            ),
            once("authorised_on"),
        ),
        link("team_id", "The team that carried the assessment out.", to="team"),
        link("worker_id", "The worker who carried the assessment out.", to="worker"),
    ),
    story=Story(
        {
            "started_on": "Assessment began",
            "internal_review_on": NotTold(
                "A day set beforehand for a manager to look at progress; no record says if it was."
            ),
            "authorised_on": "Assessment completed[is_social_care_needed=true?: needs social care]"
            "[is_no_further_action=true?: no further action][child_seen=N?, child not seen]"
            "[; found: {assessment_factor.factor_code}]",
        },
    ),
)
