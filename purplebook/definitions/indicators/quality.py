"""Quality assurance: complaints and compliments, audits, supervision and the access-to-resources panel."""

from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    audit,
    count,
    count_children,
    days_between,
    feedback,
    indicator,
    linked,
    panel_decision,
    percentage_of,
    referral,
    same_child,
    share_of,
    supervision,
    worker,
)
from purplebook.language.periods import PeriodKind

THEME = "Quality assurance"
LOCAL = "Local definition (domain knowledge, unverified)."
MANAGERS = ("DIRECTOR", "HEAD_OF_SERVICE", "SERVICE_MANAGER", "TEAM_MANAGER", "ASSISTANT_TEAM_MANAGER")

is_complaint = feedback.feedback_type.is_("COMPLAINT")
complaints = feedback.dated(feedback.received_on).where(is_complaint)
complaint_breakdowns = (
    coded("status", "Status", feedback.status),
    coded("route", "Route", feedback.resolution_route),
    coded("outcome", "Outcome", feedback.outcome),
    coded("theme", "Theme", feedback.theme),
    coded("complainant", "Complainant", feedback.complainant_type),
    coded("service", "Service", feedback.service_area),
)

QA01 = indicator(
    "QA01",
    "Complaints received",
    count(complaints),
    theme=THEME,
    counts_each="complaint",
    counts="complaints, each once whatever stages it went through",
    source=f"2015 paper (8.13). {LOCAL}",
    by=complaint_breakdowns,
)

QA02 = indicator(
    "QA02",
    "Complaints by theme",
    share_of(complaints),
    theme=THEME,
    counts_each="complaint",
    counts="complaints, each with one theme",
    source=f"2015 paper (8.14): a later stage repeats the theme of the first and is not counted again. {LOCAL}",
    by=complaint_breakdowns,
)

QA03 = indicator(
    "QA03",
    "Complaints from children and young people",
    percentage_of(complaints, that=feedback.complainant_type.is_in("CHILD_YP", "ADVOCATE")),
    theme=THEME,
    counts_each="complaint",
    counts="complaints",
    source=f"2015 paper (8.15): an advocate speaks for the child and counts as one. {LOCAL}",
    by=complaint_breakdowns,
)

QA04 = indicator(
    "QA04",
    "Compliments recorded",
    count(feedback.dated(feedback.received_on).where(feedback.feedback_type.is_("COMPLIMENT"))),
    theme=THEME,
    counts_each="compliment",
    counts="compliments",
    source=f"2015 paper (8.16). {LOCAL}",
    by=complaint_breakdowns,
)

QA05 = indicator(
    "QA05",
    "Managers who completed their audits in the period",
    percentage_of(
        worker.open_at_period_end(worker.started_on, worker.ended_on).where(worker.level_code.is_in(*MANAGERS)),
        that=linked(audit.auditor_id, worker.worker_id)
        .where(
            audit.parent_audit_id.is_missing(),
            audit.completed_on >= PERIOD.first_day,
            audit.completed_on <= PERIOD.last_day,
        )
        .count()
        >= standard("audits_per_manager"),
    ),
    theme=THEME,
    counts_each="manager",
    counts="managers in post at the period's end, from assistant team manager to director",
    only_for=(PeriodKind.MONTH,),
    source=f"2015 paper (10.3): at least two audits a month; moderations do not count. {LOCAL}",
    better="higher",
    by=(coded("level", "Level", worker.level_code),),
)

QA06 = indicator(
    "QA06",
    "Open cases discussed in supervision in the last four weeks",
    percentage_of(
        referral.open_at_period_end(referral.referred_on, referral.closed_on).where(
            referral.is_no_further_action.is_not(True),
            days_between(referral.referred_on, PERIOD.last_day) >= 28,
        ),
        that=same_child(supervision)
        .where(
            supervision.supervision_type.is_("CASE"),
            supervision.supervised_on <= PERIOD.last_day,
            days_between(supervision.supervised_on, PERIOD.last_day) <= standard("supervision"),
        )
        .exists(),
    ),
    theme=THEME,
    counts_each="open episode of need",
    counts="open episodes of need that began at least 28 days before the date",
    source="Local standard of the 2015 paper (10.3), partly verified: 28 calendar days. Every open case counts, "
    "whether "
    "or not it has been allocated so long.",
    better="higher",
    day_0="The day of supervision is day 0: supervision 28 days before the date is in time.",
    by=(*who(referral, on=PERIOD.last_day), own_team(referral)),
)

QA07 = indicator(
    "QA07",
    "Children reviewed by the access-to-resources panel so far",
    count_children(
        panel_decision.by_period_end(panel_decision.held_on).where(panel_decision.panel_type.is_("ACCESS_TO_RESOURCES"))
    ),
    theme=THEME,
    counts_each="child",
    counts="different children, since the panel began",
    source=f"2015 paper (10.3): a child who comes back is not counted again. {LOCAL}",
    by=(
        *who(panel_decision, on=PERIOD.last_day),
        coded("reason", "Reason", panel_decision.reason),
    ),
)

QA29 = indicator(
    "QA29",
    "Supervisions of cases written on the child's record",
    percentage_of(
        supervision.dated(supervision.supervised_on).where(supervision.supervision_type.is_("CASE")),
        that=supervision.is_recorded_on_case.is_(True),
    ),
    theme=THEME,
    counts_each="supervision",
    counts="supervisions about one child's case, one for each child",
    source=f"2015 paper (8.7): supervision. {LOCAL} Not recorded counts as not written.",
    better="higher",
    by=who(supervision, on=supervision.supervised_on),
)

INDICATORS = (QA01, QA02, QA03, QA04, QA05, QA06, QA07, QA29)
