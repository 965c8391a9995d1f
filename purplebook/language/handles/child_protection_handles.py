"""The tables about child protection as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class Section47EnquiryRows(TableRows):
    """One strategy discussion about one child, with the section 47 enquiry it led to, if any."""

    section_47_enquiry_id: Column
    """Key of the enquiry."""
    person_id: Column
    """The child concerned."""
    referral_id: Column
    """The referral under which it took place; empty when the source does not say."""
    strategy_discussion_on: Column
    """Day of the strategy discussion, which starts the enquiry and is day 0 of the 15 working days."""
    has_police_attended: Column
    """Whether the police took part in the strategy discussion."""
    has_health_attended: Column
    """Whether a health service took part in the strategy discussion."""
    has_education_attended: Column
    """Whether a school or education service took part in the strategy discussion."""
    is_led_by_protection_team: Column
    """Whether a lead practitioner of the multi-agency child protection team led it; empty where there is none."""
    other_agencies: Column
    """Other agencies that took part, in the words of the source file."""
    decision: Column
    """What the strategy discussion decided."""
    ended_on: Column
    """Day on which the enquiry ended; empty while it is open."""
    is_no_further_action: Column
    """Whether the enquiry ended with nothing more to do."""
    outcome_codes: Column
    """What the enquiry led to."""
    is_initial_conference_not_required: Column
    """True when no initial child protection conference was needed; note the direction."""
    initial_conference_due_on: Column
    """Last day on which the initial child protection conference would be in time."""
    earlier_enquiries_supplied: Column
    """Earlier enquiries in the 12 months before, as counted by the authority; a cross-check only."""
    earlier_conferences_supplied: Column
    """Earlier initial conferences in the 12 months before, as counted by the authority."""
    team_id: Column
    """The team that made the enquiry."""
    worker_id: Column
    """The worker who led the enquiry."""


class ChildProtectionConferenceRows(TableRows):
    """One child at one child protection conference."""

    conference_id: Column
    """Key of the row."""
    person_id: Column
    """The child the conference is about."""
    conference_type: Column
    """Whether it is an initial conference, a review or a transfer in."""
    meeting_id: Column
    """The meeting, shared by siblings who were discussed together."""
    section_47_enquiry_id: Column
    """The enquiry that led to an initial conference; empty on reviews and transfers in."""
    referral_id: Column
    """The referral under which it was held."""
    child_protection_plan_id: Column
    """The plan that was made or reviewed; empty when no plan was made."""
    due_on: Column
    """Last day on which the conference would be in time."""
    held_on: Column
    """Day on which the conference was held; empty when it has not been held."""
    has_plan_outcome: Column
    """Whether the child was, or remained, subject to a child protection plan afterwards."""
    outcome_codes: Column
    """What the conference led to, in the codes of the source."""
    is_quorate: Column
    """Whether enough agencies were there for the conference to decide."""
    participation_code: Column
    """How the child took part; empty where the source does not say."""
    is_latest_only: Column
    """True when the source lists only the latest conference, so earlier ones may be missing."""
    team_id: Column
    """The team responsible at the time."""
    worker_id: Column
    """The worker responsible at the time."""


class ChildProtectionPlanRows(TableRows):
    """One child protection plan for one child."""

    child_protection_plan_id: Column
    """Key of the plan."""
    person_id: Column
    """The child who is subject to the plan."""
    referral_id: Column
    """The referral under which the plan was made."""
    initial_conference_id: Column
    """The initial child protection conference that made the plan; empty for a plan moved in."""
    started_on: Column
    """First day of the plan."""
    ended_on: Column
    """Day on which the plan ended; empty while it is current."""
    initial_category: Column
    """The category of abuse or neglect when the plan began."""
    latest_category: Column
    """The category of abuse or neglect now, or when the plan ended."""
    category_detail: Column
    """The categories in the words of the source file, where there are several."""
    is_other_authority_plan: Column
    """True when another authority owns the plan and the child only lives here."""
    previous_plans_count: Column
    """How many child protection plans the child had before this one, with any authority."""
    is_protection_order_supplied: Column
    """Whether there was an emergency protection order or police protection in the last six months."""


class PreProceedingsRows(TableRows):
    """One child in one episode of pre-proceedings work."""

    pre_proceedings_id: Column
    """Key of the episode."""
    person_id: Column
    """The child concerned."""
    referral_id: Column
    """The referral under which the work takes place."""
    family_id: Column
    """The family, shared by siblings in the same episode."""
    decided_on: Column
    """Day on which the authority decided to start pre-proceedings."""
    letter_before_proceedings_on: Column
    """Day on which the letter before proceedings was sent to the parents."""
    is_family_meeting_offered: Column
    """Whether a family group decision-making meeting was offered."""
    is_family_meeting_held: Column
    """Whether a family group decision-making meeting was held."""
    initial_meeting_on: Column
    """Day of the first pre-proceedings meeting."""
    review_meetings_count: Column
    """How many review meetings were held."""
    step_decided_on: Column
    """Day on which it was decided to step down or to go to court; empty while undecided."""
    outcome_code: Column
    """What pre-proceedings led to; no list of codes is published yet."""
    gateway_outcome: Column
    """What the legal gateway meeting decided."""
    court_application_on: Column
    """Day on which the authority applied to the court; empty when it did not."""
    care_proceedings_letter_on: Column
    """Day on which the parents were told by letter that care proceedings would begin."""
    court_reference: Column
    """The court's number for the case."""
    hearings_count: Column
    """How many court hearings there were."""
    short_notice: Column
    """Whether the application was made at short notice, in the codes of the source."""
    initial_care_plan: Column
    """The authority's plan for the child at the first hearing, in the codes of the source."""
    final_care_plan: Column
    """The authority's plan for the child at the final hearing, in the codes of the source."""
    details: Column
    """Further answers about the proceedings that no indicator reads, as JSON."""


section_47_enquiry = Section47EnquiryRows(tables.section_47_enquiry)
child_protection_conference = ChildProtectionConferenceRows(tables.child_protection_conference)
child_protection_plan = ChildProtectionPlanRows(tables.child_protection_plan)
pre_proceedings = PreProceedingsRows(tables.pre_proceedings)
