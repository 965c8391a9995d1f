"""Recruiting social workers and foster carers."""

from purplebook.definitions.breakdowns import coded
from purplebook.language import count, foster_carer_approval, indicator, job_application
from purplebook.language.expressions import Column
from purplebook.language.measures import Measure

THEME = "Recruitment"
SOURCE = (
    "2015 paper (9.1 and 10.3), domain knowledge, unverified: roles of qualified social workers, newly "
    "qualified included."
)
SOCIAL_WORK = ("SOCIAL_WORKER", "ASYE")
post = coded("post", "Post", job_application.post_type)


def _applications(day: Column) -> Measure:
    return count(job_application.dated(day).where(job_application.post_type.is_in(*SOCIAL_WORK)))


WF01 = indicator(
    "WF01",
    "Applications for social work roles",
    _applications(job_application.applied_on),
    theme=THEME,
    counts_each="job application",
    counts="applications",
    source=SOURCE,
    better="higher",
    by=(post,),
)

WF01_PREFERRED = indicator(
    "WF01-PREFERRED",
    "Preferred candidates for social work roles",
    _applications(job_application.preferred_on),
    theme=THEME,
    counts_each="job application",
    counts="applicants, on the day they were preferred",
    source=SOURCE,
    better="higher",
    by=(post,),
)

WF01_FILLED = indicator(
    "WF01-FILLED",
    "Social work posts filled",
    _applications(job_application.accepted_on),
    theme=THEME,
    counts_each="job application",
    counts="applicants, on the day they accepted",
    source=SOURCE,
    better="higher",
    by=(post,),
)

WF01_MANAGERS = indicator(
    "WF01-MANAGERS",
    "Service manager posts with employment offered",
    count(job_application.dated(job_application.offered_on).where(job_application.post_type.is_("SERVICE_MANAGER"))),
    theme=THEME,
    counts_each="job application",
    counts="offers, on the day the post was offered",
    source="2015 paper (10.3), domain knowledge, unverified: service managers only, accepted or not.",
    better="higher",
    by=(post,),
)

FO01 = indicator(
    "FO01",
    "Foster carers approved",
    count(foster_carer_approval.dated(foster_carer_approval.approved_on)),
    theme=THEME,
    counts_each="fostering household",
    counts="households approved, connected persons included",
    source="2015 paper (5.5), domain knowledge, unverified: households; connected persons are in and can be told "
    "apart.",
    better="higher",
    by=(coded("type", "Type", foster_carer_approval.carer_type),),
)

INDICATORS = (WF01, WF01_PREFERRED, WF01_FILLED, WF01_MANAGERS, FO01)
