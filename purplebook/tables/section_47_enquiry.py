"""Strategy discussions and the child protection enquiries that follow them.

An enquiry under section 47 of the Children Act 1989 begins with a strategy discussion, so both are one row; where the
discussion decided against an enquiry, `decision` is NO_S47.
"""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text, whole_number, yes_no
from purplebook.tables.story import NotTold, Story

section_47_enquiry = Table(
    name="section_47_enquiry",
    grain="one strategy discussion about one child, with the section 47 enquiry it led to, if any",
    group="child protection",
    key=("section_47_enquiry_id",),
    model_name="strategy_s47",
    nouns=("section 47 enquiry", "section 47 enquiries"),
    happens_on="strategy_discussion_on",
    dealt_with_on="strategy_discussion_on",
    runs=(("strategy_discussion_on", "ended_on"),),
    is_short=True,
    columns=(
        identifier("section_47_enquiry_id", "Key of the enquiry.", model_name="s47_id"),
        link("person_id", "The child concerned.", to="person"),
        link(
            "referral_id", "The referral under which it took place; empty when the source does not say.", to="referral"
        ),
        date(
            "strategy_discussion_on",
            "Day of the strategy discussion, which starts the enquiry and is day 0 of the 15 working days.",
            model_name="strategy_date",
        ),
        yes_no(
            "has_police_attended",
            "Whether the police took part in the strategy discussion.",
            model_name="police_attended",
        ),
        yes_no(
            "has_health_attended",
            "Whether a health service took part in the strategy discussion.",
            model_name="health_attended",
        ),
        yes_no(
            "has_education_attended",
            "Whether a school or education service took part in the strategy discussion.",
            model_name="education_attended",
        ),
        yes_no(
            "is_led_by_protection_team",
            "Whether a lead practitioner of the multi-agency child protection team led it; empty where there is none.",
        ),
        text("other_agencies", "Other agencies that took part, in the words of the source file."),
        code("decision", "What the strategy discussion decided.", "strategy_decision"),
        date("ended_on", "Day on which the enquiry ended; empty while it is open.", model_name="end_date"),
        yes_no("is_no_further_action", "Whether the enquiry ended with nothing more to do.", model_name="nfa"),
        codes("outcome_codes", "What the enquiry led to.", "section_47_outcome"),
        yes_no(
            "is_initial_conference_not_required",
            "True when no initial child protection conference was needed; note the direction.",
            model_name="icpc_not_required",
            hangs_on="ended_on",
        ),
        date(
            "initial_conference_due_on",
            "Last day on which the initial child protection conference would be in time.",
            model_name="icpc_target_date",
            is_planned=True,
        ),
        whole_number(
            "earlier_enquiries_supplied",
            "Earlier enquiries in the 12 months before, as counted by the authority; a cross-check only.",
            model_name="prior_s47_12m_supplied",
        ),
        whole_number(
            "earlier_conferences_supplied",
            "Earlier initial conferences in the 12 months before, as counted by the authority.",
            model_name="prior_icpc_12m_supplied",
        ),
        link("team_id", "The team that made the enquiry.", to="team"),
        link("worker_id", "The worker who led the enquiry.", to="worker"),
    ),
    story=Story(
        {
            "strategy_discussion_on": "Strategy discussion[: {decision}]",
            "ended_on": "Section 47 enquiry ended[: {outcome_codes}][is_initial_conference_not_required=true?, "
            "no conference needed]",
            "initial_conference_due_on": NotTold(
                "The last day on which the conference would be in time: a limit, no event."
            ),
        },
    ),
)
