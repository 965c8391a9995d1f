"""Early help: requests, assessments, their quality assurance, audits, and families who come back."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.language import (
    PERIOD,
    all_of,
    assessment,
    audit,
    count,
    count_children,
    early_help,
    indicator,
    linked,
    not_,
    percentage_of,
    referral,
    same_child,
    this_row,
)

THEME = "Early help"

requested = early_help.dated(early_help.requested_on).where(
    # Two entries for a child on one day are one request: the one whose identifier comes first.
    not_(
        same_child(early_help)
        .where(
            early_help.requested_on.is_(this_row(early_help.requested_on)),
            early_help.early_help_id < this_row(early_help.early_help_id),
        )
        .exists()
    )
)
completed_assessments = early_help.dated(early_help.ended_on).where(
    early_help.assessment_type.is_in("CAF", "EHA", "TARGETED")
)
source = coded("source", "Source", early_help.request_source_code)
organisation = coded("organisation", "Organisation", early_help.organisation)

EH01 = indicator(
    "EH01",
    "Early help referrals received",
    count(requested),
    theme=THEME,
    counts_each="request for early help",
    counts="requests for early help, one for each child",
    source="Local definition; no national one exists. Assumes requests never taken up are not recorded as requests. "
    "Entries for a child on the same day are one request.",
    by=(*who(early_help, on=early_help.requested_on), source),
)

EH01_OPEN = indicator(
    "EH01-OPEN",
    "Children receiving early help",
    count_children(
        early_help.open_at_period_end(early_help.started_on, early_help.ended_on).where(
            early_help.requested_on.is_recorded()
        )
    ),
    theme=THEME,
    counts_each="child",
    counts="different children with open early help",
    source="Local definition (domain knowledge, unverified): help that was asked for, has begun and has not ended. An "
    "assessment without a request is no help yet, so Ofsted's Annex A, which lists only assessments, cannot say it.",
    by=(*who(early_help, on=PERIOD.last_day), source),
)

EH02 = indicator(
    "EH02",
    "Early help assessments completed",
    count(completed_assessments),
    theme=THEME,
    counts_each="early help assessment",
    counts="assessments, one for each child",
    source="Ofsted Annex A, list 2. The completion date decides the period; unfinished assessments do not count.",
    by=(*who(early_help, on=early_help.ended_on), organisation),
)

EH03 = indicator(
    "EH03",
    "Early help assessments quality assured at submission",
    percentage_of(completed_assessments, that=early_help.is_quality_assured.is_(True)),
    theme=THEME,
    counts_each="early help assessment",
    counts="assessments, one for each child",
    source="Local definition (domain knowledge, unverified): not recorded counts as not quality assured.",
    better="higher",
    by=(*who(early_help, on=early_help.ended_on), organisation),
)

EH04 = indicator(
    "EH04",
    "Early help audits completed",
    count(audit.dated(audit.completed_on).where(audit.programme.is_("EARLY_HELP"), audit.parent_audit_id.is_missing())),
    theme=THEME,
    counts_each="audit",
    counts="audits, without moderations of them",
    source="Local definition (domain knowledge, unverified).",
    by=(coded("grade", "Grade", audit.overall_grade),),
)

EH05 = indicator(
    "EH05",
    "Early help cases that came back to social care within nine months",
    percentage_of(
        early_help.dated(early_help.ended_on, months_later=9).where(
            early_help.assessment_type.is_("EPISODE"), early_help.end_reason.is_not("STEP_UP", "TURNED_18")
        ),
        that=same_child(referral)
        .where(
            all_of(
                referral.referred_on > this_row(early_help.ended_on),
                referral.referred_on <= this_row(early_help.ended_on).add_months(9),
            ),
            linked(assessment.referral_id, referral.referral_id).exists(),
        )
        .exists(),
    ),
    theme=THEME,
    counts_each="early help episode",
    counts="closed early help episodes",
    source="Local nine-month rule of the 2015 paper (4.1), domain knowledge, unverified. Episodes count when their "
    "nine months are over, so none is judged early; step-ups to social care are left out.",
    better="lower",
    day_0="The day the early help episode closed; a referral on that day is a step-up, not a return.",
    by=(*who(early_help, on=early_help.ended_on), coded("reason", "Reason closed", early_help.end_reason)),
)

INDICATORS = (EH01, EH01_OPEN, EH02, EH03, EH04, EH05)
