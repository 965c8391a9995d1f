"""Referrals to children's social care, each of which opens an episode of need (a case).

A referral is open until `closed_on`; everything that follows in the child's journey can point back to it.
"""

from purplebook.tables.schema import (
    Table,
    code,
    codes,
    date,
    identifier,
    link,
    text,
    unless,
    where,
    whole_number,
    yes_no,
)
from purplebook.tables.story import Story

referral = Table(
    name="referral",
    grain="one referral about one child, which is also one episode of need",
    group="front door",
    key=("referral_id",),
    happens_on="referred_on",
    dealt_with_on="referred_on",
    runs=(("referred_on", "closed_on"),),
    columns=(
        identifier("referral_id", "Key of the referral."),
        link("person_id", "The child who was referred.", to="person"),
        date("referred_on", "Day on which the referral was received.", model_name="referral_date"),
        code("source_code", "Who referred the child, in the codes of the children in need census.", "referral_source"),
        text("source_text", "Who referred the child, in the words of the source file."),
        code(
            "presenting_issue",
            "The main worry that was reported, in our local list; no national return holds it.",
            "presenting_issue",
        ),
        yes_no(
            "is_no_further_action", "Whether the referral was closed at once with nothing more to do.", model_name="nfa"
        ),
        codes("outcome_codes", "What the referral led to, in the codes of the source."),
        where(
            code("primary_need_code", "The main reason why the child is in need.", "primary_need"),
            unless("is_no_further_action", "true"),
        ),
        date(
            "closed_on", "Day on which the episode of need closed; empty while it is open.", model_name="closure_date"
        ),
        code(
            "closure_reason_code",
            "Why the episode of need closed; empty while it is open.",
            "closure_reason",
            hangs_on="closed_on",
        ),
        whole_number(
            "earlier_referrals_supplied",
            "Earlier referrals in the 12 months before, as counted by the authority; a cross-check only.",
            model_name="prior_referrals_12m_supplied",
        ),
        code("case_status_supplied", "What the authority says the case is now; a cross-check only.", "case_status"),
        link("team_id", "The team that took the referral.", to="team"),
        link("worker_id", "The worker who took the referral.", to="worker"),
    ),
    story=Story(
        {
            "referred_on": "Referral[ from {source_code}][: {presenting_issue}]"
            "[is_no_further_action=true?, no further action]",
            "closed_on": "Case closed[: {closure_reason_code}]",
        },
    ),
)
