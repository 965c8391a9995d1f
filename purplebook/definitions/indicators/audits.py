"""Audits of case files: how many, how they were graded, what they found, and whether a second look agreed."""

from purplebook.definitions.breakdowns import coded, own_team
from purplebook.definitions.indicators.quality import LOCAL, THEME
from purplebook.language import (
    EVER,
    PERIOD,
    Breakdown,
    all_of,
    any_of,
    audit,
    audit_finding,
    count,
    indicator,
    linked,
    lookup,
    not_,
    percentage_of,
)

is_first = audit.parent_audit_id.is_missing()
programme = coded("programme", "Programme", audit.programme)
level = coded("level", "Auditor's level", audit.auditor_level)
grade = coded("grade", "Grade", audit.overall_grade)
service = coded("service", "Service", audit.service_area)
audit_breakdowns = (programme, grade, service, own_team(audit), level)

completed = audit.dated(audit.completed_on).where(is_first)
good = audit.overall_grade.is_in("O", "G")
AUDITS = "audits, without moderations of them"

first_grade = lookup(audit.overall_grade, by=audit.parent_audit_id)
moderations = audit.dated(audit.completed_on).where(audit.overall_grade.is_recorded(), first_grade.is_recorded())
same_grade = first_grade.is_(audit.overall_grade)
lower = any_of(
    first_grade.is_("O"),
    audit.overall_grade.is_("I"),
    all_of(first_grade.is_("G"), audit.overall_grade.is_("RI")),
)
first_given = Breakdown("first", "First grade", first_grade, code_set="audit_grade", order=("O", "G", "RI", "I"))

QA08 = indicator(
    "QA08",
    "Audits completed",
    count(completed),
    theme=THEME,
    counts_each="audit",
    counts=AUDITS,
    source=f"2015 paper (8.7). {LOCAL}",
    by=audit_breakdowns,
)

QA09 = indicator(
    "QA09",
    "Audits graded good or outstanding",
    percentage_of(completed.where(audit.overall_grade.is_recorded()), that=good),
    theme=THEME,
    counts_each="audit",
    counts="audits with a grade, without moderations of them",
    source=f"2015 paper (8.7): the grade that the first auditor gave. {LOCAL}",
    better="higher",
    by=audit_breakdowns,
)

QA10 = indicator(
    "QA10",
    "Audits that were moderated",
    percentage_of(
        completed, that=linked(audit.parent_audit_id, audit.audit_id).where(audit.completed_on.is_recorded()).exists()
    ),
    theme=THEME,
    counts_each="audit",
    counts=AUDITS,
    source=f"2015 paper (8.2): cases are re-audited by a manager or peer. {LOCAL} A moderation counts whenever it was "
    "finished.",
    better="higher",
    by=audit_breakdowns,
    note="The latest months may understate it: a moderation follows its audit.",
)

QA11 = indicator(
    "QA11",
    "Moderations that gave the same grade",
    percentage_of(moderations, that=same_grade),
    theme=THEME,
    counts_each="moderation",
    counts="moderations finished, where both looks have a grade",
    source=f"2015 paper (8.2). {LOCAL} The registers do not say whether a case was drawn at random, nor whether the "
    "moderator knew the first grade.",
    look_back_months=3,
    by=(programme, first_given, service, own_team(audit)),
)

QA12 = indicator(
    "QA12",
    "Moderations with a lower grade, among those that differ",
    percentage_of(moderations.where(not_(same_grade)), that=lower),
    theme=THEME,
    counts_each="moderation",
    counts="moderations finished whose grade is not the first one",
    source=f"2015 paper (8.2). {LOCAL} About half would be expected where moderators are no stricter than auditors.",
    look_back_months=3,
    by=(programme, first_given, service, own_team(audit)),
)

QA13 = indicator(
    "QA13",
    "Audit findings below good",
    percentage_of(
        audit_finding.dated(audit_finding.audited_on).where(
            audit_finding.grade.is_recorded(),
            lookup(audit.parent_audit_id, by=audit_finding.audit_id).is_missing(),
        ),
        that=audit_finding.grade.is_in("RI", "I"),
    ),
    theme=THEME,
    counts_each="audit finding",
    counts="findings with a grade, one for each theme of each audit, without those of moderations",
    source=f"2015 paper (8.7 and 8.8). {LOCAL} Each authority has its own list of themes; the day of the audit decides "
    "the period.",
    better="lower",
    by=(
        coded("theme", "Theme", audit_finding.domain),
        coded("grade", "Grade", audit_finding.grade),
        coded("evidence", "Evidence on file", audit_finding.is_evidenced),
        Breakdown(
            "programme",
            "Programme",
            lookup(audit.programme, by=audit_finding.audit_id),
            code_set="audit_programme",
            order=programme.order,
        ),
    ),
)

QA14 = indicator(
    "QA14",
    "Audits whose actions are overdue",
    percentage_of(
        audit.by_period_end(audit.completed_on).where(is_first, audit.action_due_on.is_recorded()),
        that=all_of(
            audit.action_due_on < PERIOD.last_day,
            any_of(audit.action_completed_on.is_missing(), audit.action_completed_on > PERIOD.last_day),
        ),
    ),
    theme=THEME,
    counts_each="audit",
    counts="audits completed so far that set a day for their actions, without moderations of them",
    source=f"2015 paper (8.4). {LOCAL}",
    better="lower",
    day_0="The day by which the actions are to be done is in time: on that day they are not overdue.",
    look_back_months=EVER,
    by=audit_breakdowns,
)

INDICATORS = (QA08, QA09, QA10, QA11, QA12, QA13, QA14)
