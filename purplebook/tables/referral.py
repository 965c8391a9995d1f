"""One referral = one CIN episode of need."""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text, whole_number, yes_no

referral = Table(
    name="referral",
    grain="one referral = one CIN episode of need",
    group="front door",
    key=("referral_id",),
    columns=(
        identifier("referral_id", "TODO"),
        link("person_id", "TODO", to="person"),
        date("referred_on", "TODO", model_name="referral_date"),
        code("source_code", "TODO"),
        text("source_text", "TODO"),
        code("presenting_issue", "TODO"),
        yes_no("is_no_further_action", "TODO", model_name="nfa"),
        codes("outcome_codes", "TODO"),
        code("primary_need_code", "TODO"),  # CODES N0-N9
        date("closed_on", "TODO", model_name="closure_date"),
        code("closure_reason_code", "TODO"),  # CODES RC1-RC9
        whole_number("earlier_referrals_supplied", "TODO", model_name="prior_referrals_12m_supplied"),
        code("case_status_supplied", "TODO"),  # CODES LAC|CPP|CIN|ASSESS|CLOSED
        link("team_id", "TODO", to="team"),
        link("worker_id", "TODO", to="worker"),
    ),
)
