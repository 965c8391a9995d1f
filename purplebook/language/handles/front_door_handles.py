"""The tables about front door as definitions speak of them.  Written by `make docs`: do not edit."""

from purplebook import tables
from purplebook.language.expressions import Column
from purplebook.language.handles.common_columns import TableRows


class ContactRows(TableRows):
    """One contact about one child."""

    contact_id: Column
    """Key of the contact."""
    person_id: Column
    """The child the contact is about."""
    contacted_on: Column
    """Day on which the contact was received."""
    source_code: Column
    """Who made the contact, in the codes of the children in need census."""
    source_text: Column
    """Who made the contact, in the words of the source file."""
    outcome_codes: Column
    """What was decided about the contact; several when more than one thing was done."""
    presenting_issue: Column
    """The main worry that was reported, in our local list; no national return holds it."""
    decided_on: Column
    """Day on which the front door decided what to do; empty while undecided."""


class EarlyHelpRows(TableRows):
    """One early help assessment or one episode of help, with its request, for one child."""

    early_help_id: Column
    """Key of the row."""
    person_id: Column
    """The child who is helped."""
    requested_on: Column
    """Day on which help was asked for; filled on episodes only."""
    request_source_code: Column
    """Who asked for help, in our local list."""
    assessment_type: Column
    """Whether the row is an episode of help or an assessment, and of which kind."""
    started_on: Column
    """Day on which the episode or the assessment began; empty when the request led to nothing."""
    ended_on: Column
    """Day on which the episode closed or the assessment was completed; empty while open."""
    organisation: Column
    """The organisation that leads the help or completed the assessment."""
    reason: Column
    """Why help was asked for, in the words of the source file."""
    end_reason: Column
    """Why the episode closed; empty while open and on assessments."""
    is_quality_assured: Column
    """Whether the assessment was checked for quality when it was handed in."""
    worker_id: Column
    """The lead worker."""


class ReferralRows(TableRows):
    """One referral about one child, which is also one episode of need."""

    referral_id: Column
    """Key of the referral."""
    person_id: Column
    """The child who was referred."""
    referred_on: Column
    """Day on which the referral was received."""
    source_code: Column
    """Who referred the child, in the codes of the children in need census."""
    source_text: Column
    """Who referred the child, in the words of the source file."""
    presenting_issue: Column
    """The main worry that was reported, in our local list; no national return holds it."""
    is_no_further_action: Column
    """Whether the referral was closed at once with nothing more to do."""
    outcome_codes: Column
    """What the referral led to, in the codes of the source."""
    primary_need_code: Column
    """The main reason why the child is in need."""
    closed_on: Column
    """Day on which the episode of need closed; empty while it is open."""
    closure_reason_code: Column
    """Why the episode of need closed; empty while it is open."""
    earlier_referrals_supplied: Column
    """Earlier referrals in the 12 months before, as counted by the authority; a cross-check only."""
    case_status_supplied: Column
    """What the authority says the case is now; a cross-check only."""
    team_id: Column
    """The team that took the referral."""
    worker_id: Column
    """The worker who took the referral."""


class AssessmentRows(TableRows):
    """One assessment of one child."""

    assessment_id: Column
    """Key of the assessment."""
    person_id: Column
    """The child who is assessed."""
    referral_id: Column
    """The referral that led to the assessment; empty when the source does not say."""
    started_on: Column
    """Day on which the assessment began."""
    internal_review_on: Column
    """Day on which a manager is to review progress."""
    authorised_on: Column
    """Day on which a manager signed the assessment off, that is, completed it; empty while open."""
    child_seen: Column
    """Whether the child was seen during the assessment."""
    outcome_codes: Column
    """What the assessment led to, in the codes of the source."""
    is_no_further_action: Column
    """Whether the assessment ended with nothing more to do."""
    is_social_care_needed: Column
    """Whether the child was found to need the support of children's social care."""
    team_id: Column
    """The team that carried the assessment out."""
    worker_id: Column
    """The worker who carried the assessment out."""


class AssessmentFactorRows(TableRows):
    """One factor found at one assessment."""

    assessment_id: Column
    """The assessment."""
    factor_code: Column
    """The factor that was found."""
    person_id: Column
    """The child who was assessed; filled from the assessment at the load."""
    assessed_on: Column
    """Day on which the assessment was completed; filled from the assessment at the load."""


class PrivateFosteringRows(TableRows):
    """One private arrangement for one child."""

    private_fostering_id: Column
    """Key of the arrangement."""
    person_id: Column
    """The child."""
    notified_on: Column
    """Day on which the authority was told of the arrangement."""
    started_on: Column
    """Day on which the child moved in."""
    ended_on: Column
    """Day on which the arrangement ended; empty while it runs."""
    worker_id: Column
    """The worker responsible."""


contact = ContactRows(tables.contact)
early_help = EarlyHelpRows(tables.early_help)
referral = ReferralRows(tables.referral)
assessment = AssessmentRows(tables.assessment)
assessment_factor = AssessmentFactorRows(tables.assessment_factor)
private_fostering = PrivateFosteringRows(tables.private_fostering)
