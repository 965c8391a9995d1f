"""The tables about looked after as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class LookedAfterPeriodRows(TableRows):
    """One unbroken period of one child being looked after."""

    looked_after_period_id: Column
    """Key of the period."""
    person_id: Column
    """The child who is looked after."""
    referral_id: Column
    """The referral that led to it; empty when the source does not say."""
    started_on: Column
    """Day on which the child began to be looked after."""
    ended_on: Column
    """Day on which the child ceased to be looked after; empty while the child still is."""
    end_reason_code: Column
    """Why the child ceased to be looked after; empty while the child still is."""
    need_code: Column
    """The main reason why the child came to be looked after."""
    is_second_period_supplied: Column
    """Whether it is a further period within 12 months, as told by the authority; a cross-check only."""
    placements_in_year_supplied: Column
    """Placements in the last 12 months, as counted by the authority, at least 1; a cross-check only."""
    missing_in_year_supplied: Column
    """Times missing in the last 12 months, as counted by the authority; a cross-check only."""
    absent_in_year_supplied: Column
    """Times absent in the last 12 months, as counted by the authority; a cross-check only."""


class LookedAfterEpisodeRows(TableRows):
    """One episode: a stretch of being looked after in which legal status and placement do not change."""

    episode_id: Column
    """An identifier for the episode; the key is child and start date, as in the return."""
    looked_after_period_id: Column
    """The period of being looked after that the episode belongs to."""
    person_id: Column
    """The child who is looked after."""
    started_on: Column
    """First day of the episode."""
    start_reason: Column
    """Why a new episode began (the return's reason for new episode)."""
    legal_status_code: Column
    """The child's legal status during the episode."""
    need_code: Column
    """The main reason why the child is looked after."""
    placement_type: Column
    """The kind of placement during the episode."""
    provider_code: Column
    """Who provides the placement; empty on temporary and other placements."""
    placement_id: Column
    """The placement; empty when it has not been worked out."""
    ended_on: Column
    """Last day of the episode; empty while it is open."""
    end_reason_code: Column
    """Why the episode ended; empty while it is open."""
    change_reason: Column
    """Why the placement that is ending changes."""
    home_postcode: Column
    """Postcode of the home the child came from."""
    placement_postcode: Column
    """Postcode of the placement."""
    provider_reference: Column
    """Ofsted's unique reference number for the provider; XXXXXX where there is none."""
    return_year: Column
    """The year in which the return ends: 2015 for 1 April 2014 to 31 March 2015."""


class PlacementRows(TableRows):
    """One placement of one child."""

    placement_id: Column
    """Key of the placement."""
    person_id: Column
    """The child who is placed."""
    looked_after_period_id: Column
    """The period of being looked after that the placement belongs to."""
    started_on: Column
    """Day on which the child moved in."""
    ended_on: Column
    """Day on which the child moved out; empty while the child lives there."""
    placement_type: Column
    """The kind of placement."""
    provider_code: Column
    """Who provides the placement."""
    provider_reference: Column
    """Ofsted's unique reference number for the provider; XXXXXX where there is none."""
    postcode: Column
    """Postcode of the placement."""
    placement_authority: Column
    """Three-digit code of the authority the placement lies in, or WAL, SCO, NIR, NUK or CON."""
    is_in_authority: Column
    """Whether the placement lies within the authority's own boundary."""
    distance_miles: Column
    """Miles from the child's home to the placement; empty or 999.90 when not known."""
    change_reason: Column
    """Why the placement ended."""
    weekly_cost: Column
    """What the placement costs a week, in pounds."""
    is_latest_only: Column
    """True when the source lists only the latest placement, so earlier ones may be missing."""


class LegalStatusRows(TableRows):
    """One unbroken span of one legal status of one child."""

    legal_status_id: Column
    """Key of the row."""
    person_id: Column
    """The child."""
    status_code: Column
    """The legal status: a code of the set legal_status, or the case system's own word."""
    started_on: Column
    """First day of the legal status."""
    ended_on: Column
    """Last day of the legal status; empty while it holds."""


class LookedAfterReviewRows(TableRows):
    """One statutory review of one looked-after child."""

    review_id: Column
    """Key of the review."""
    person_id: Column
    """The child whose case is reviewed."""
    looked_after_period_id: Column
    """The period of being looked after that the review belongs to."""
    due_on: Column
    """Last day on which the review would be in time."""
    reviewed_on: Column
    """Day on which the review was held; empty when it has not been held."""
    is_cancelled: Column
    """Whether the review was cancelled."""
    participation_code: Column
    """How the child took part in the review."""
    is_latest_only: Column
    """True when the source lists only the latest review, so earlier ones may be missing."""


class HealthCheckRows(TableRows):
    """One health or wellbeing check of one child, or one yearly answer about one."""

    check_id: Column
    """Key of the row."""
    person_id: Column
    """The child."""
    check_type: Column
    """What was checked."""
    checked_on: Column
    """Day of the check; empty on yearly answers."""
    return_year: Column
    """The year in which the return ends, on yearly answers; empty on dated checks."""
    is_met: Column
    """The yearly answer: whether the check was done, up to date, or the matter was found."""
    status: Column
    """How the check went in the words of the source: planned, refused, cancelled or completed."""
    score: Column
    """Score of the strengths and difficulties questionnaire, 0 to 40; 17 or more is a cause for concern."""
    reason_code: Column
    """Why there is no questionnaire score; empty when there is one."""
    is_intervention_received: Column
    """Whether a child who misuses substances received help for it."""
    is_intervention_offered: Column
    """Whether a child who misuses substances and received no help was offered it."""
    is_latest_only: Column
    """True when the source lists only the latest check, so earlier ones may be missing."""


class MissingEpisodeRows(TableRows):
    """One time one child was missing or away without authorisation."""

    missing_id: Column
    """Key of the row."""
    person_id: Column
    """The child."""
    missing_type: Column
    """Whether the child was missing or away without authorisation."""
    started_on: Column
    """Day on which the child went missing; empty when the source gives only the latest answers."""
    ended_on: Column
    """Day on which the child was found or came back; empty while missing."""
    return_interview_offered: Column
    """Whether a return home interview was offered."""
    return_interview_accepted: Column
    """Whether the child took the return home interview up."""
    is_latest_only: Column
    """True when the source lists only the latest episode, so earlier ones may be missing."""


class SchoolEnrolmentRows(TableRows):
    """One child on the roll of one school over a span of time."""

    school_enrolment_id: Column
    """Key of the row."""
    person_id: Column
    """The child."""
    school_reference: Column
    """The school's unique reference number, or its name where it has none."""
    started_on: Column
    """First day on the roll."""
    ended_on: Column
    """Last day on the roll; empty while the child is on it."""


class PermanenceCaseRows(TableRows):
    """One route to a permanent family for one child, or one earlier permanent home."""

    case_id: Column
    """Key of the row."""
    person_id: Column
    """The child."""
    looked_after_period_id: Column
    """The period of being looked after in which the route is followed."""
    family_id: Column
    """The birth family, shared by siblings."""
    case_type: Column
    """Which route it is."""
    entered_care_on: Column
    """Day on which the child began to be looked after: the start of the adoption timescale."""
    decision_maker_agreed_on: Column
    """Day on which the agency decision maker agreed that the child should be placed for adoption."""
    foster_to_adopt_decided_on: Column
    """Day on which fostering for adoption or concurrent planning was decided on."""
    foster_to_adopt_placed_on: Column
    """Day on which the child moved to carers who foster and are also approved to adopt."""
    placement_order_on: Column
    """Day of the court's placement order, or of a freeing order."""
    matched_on: Column
    """Day on which the match of child and adopters was agreed."""
    placed_on: Column
    """Day on which the child moved in with the adopters."""
    placed_with_foster_carer_on: Column
    """Day on which a child adopted by a foster carer first moved in with that carer."""
    ordered_on: Column
    """Day of the final order, such as the adoption order; empty until it is made."""
    order_type: Column
    """The kind of final order."""
    reversed_on: Column
    """Day on which it was decided that the child should no longer be placed for adoption."""
    reversed_reason: Column
    """Why the adoption decision was reversed; empty unless it was."""
    is_adopted_by_carer: Column
    """Whether the child was adopted by a former foster carer."""
    adopters_count: Column
    """How many adopters there are: one or two."""
    adopter_sex: Column
    """Sex of the adopter or adopters."""
    adopter_legal_status: Column
    """Whether the adopters are single, married or living together."""
    is_sibling_group: Column
    """Whether the child is to be placed as one of a group of siblings."""
    siblings_placed_together_count: Column
    """How many siblings were placed with the child."""
    siblings_placed_apart_count: Column
    """How many siblings were placed elsewhere."""
    agency_reference: Column
    """Ofsted's unique reference number for the adoption agency."""
    previous_option: Column
    """The earlier permanent home, on rows of type PREVIOUS."""
    previous_authority: Column
    """Three-digit code of the authority that arranged the earlier permanent home, or WAL, SCO, NIR or NUK."""
    previous_order_month: Column
    """When the earlier order was made, as text, since the day or month may be unknown (zz)."""
    worker_id: Column
    """The adoption or permanence worker."""


class AdopterRows(TableRows):
    """One prospective adopter."""

    adopter_id: Column
    """Key of the adopter."""
    family_id: Column
    """The adopting household, shared by a couple."""
    gender: Column
    """Gender of the adopter."""
    ethnicity_code: Column
    """Ethnic background, as one of the twenty census codes or UNKNOWN."""
    disability: Column
    """Whether the adopter has a disability."""
    is_foster_to_adopt: Column
    """Whether the adopter is also approved to foster the child first."""
    enquired_on: Column
    """Day on which the enquiry was received; empty when not known."""
    stage_1_started_on: Column
    """Day on which stage 1 (checks and training) began."""
    stage_1_ended_on: Column
    """Day on which stage 1 ended; empty while it runs."""
    stage_2_started_on: Column
    """Day on which stage 2 (assessment) began."""
    stage_2_ended_on: Column
    """Day on which stage 2 ended; empty while it runs."""
    applied_on: Column
    """Day on which the application to adopt was handed in."""
    approved_on: Column
    """Day on which the adopter was approved; empty until then."""
    matched_on: Column
    """Day on which the adopter was matched with a child or children."""
    placed_on: Column
    """Day on which the child or children moved in."""
    children_placed_count: Column
    """How many children were placed with the adopter."""
    ordered_on: Column
    """Day of the adoption order."""
    left_on: Column
    """Day on which the adopter left the process without adopting."""
    left_reason: Column
    """Why the adopter left the process; empty unless they did."""


class FosterCarerApprovalRows(TableRows):
    """One fostering household and its approval."""

    foster_carer_approval_id: Column
    """Key of the row."""
    carer_type: Column
    """Whether the household fosters any child or only one it already knows."""
    enquired_on: Column
    """Day on which the household first asked about fostering."""
    approved_on: Column
    """Day on which the household was approved to foster; empty until then."""
    ended_on: Column
    """Day on which the approval ended; empty while it is current."""
    carers_count: Column
    """How many adults of the household are approved."""
    places_count: Column
    """How many children the household may foster at once."""


looked_after_period = LookedAfterPeriodRows(tables.looked_after_period)
looked_after_episode = LookedAfterEpisodeRows(tables.looked_after_episode)
placement = PlacementRows(tables.placement)
legal_status = LegalStatusRows(tables.legal_status)
looked_after_review = LookedAfterReviewRows(tables.looked_after_review)
health_check = HealthCheckRows(tables.health_check)
missing_episode = MissingEpisodeRows(tables.missing_episode)
school_enrolment = SchoolEnrolmentRows(tables.school_enrolment)
permanence_case = PermanenceCaseRows(tables.permanence_case)
adopter = AdopterRows(tables.adopter)
foster_carer_approval = FosterCarerApprovalRows(tables.foster_carer_approval)
