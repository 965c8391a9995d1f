"""The canonical tables as definitions speak of them: `referral.referred_on`, `referral.dated(...)`."""

from __future__ import annotations

from purplebook import tables
from purplebook.errors import DefinitionError
from purplebook.language.expressions import (
    Column,
    Expression,
    Lookup,
    PeriodDay,
    Related,
    RelatedRows,
    Standard,
    check_nesting,
    condition,
    walk,
)
from purplebook.language.measures import Cohort, During, InLatestSnapshot, OpenAtEnd, OpenDuring
from purplebook.tables.schema import DATE, LINK, Table


class Rows:
    """The rows of one canonical table; each attribute is a column."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __getattr__(self, name: str) -> Column:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            column = self.table.column(name)
        except KeyError as unknown:
            raise DefinitionError(str(unknown.args[0])) from None
        return Column(self.table.name, name, column.kind)

    def dated(self, day: Column, *, months_later: int = 0) -> Cohort:
        """Rows counted in the period in which `day` falls, or in which that day some months later falls."""
        return Cohort(self.table.name, During(self._own_date(day), months_later))

    def open_at_period_end(self, start: Column, end: Column) -> Cohort:
        """Rows started on or before the last day of the period and not ended on or before it."""
        return Cohort(self.table.name, OpenAtEnd(self._own_date(start), self._own_date(end)))

    def open_during_period(self, start: Column, end: Column) -> Cohort:
        """Rows open on some day of the period; a row that ended on its first day was."""
        return Cohort(self.table.name, OpenDuring(self._own_date(start), self._own_date(end)))

    def by_period_end(self, day: Column) -> Cohort:
        """Rows whose `day` is on or before the last day of the period: everything so far."""
        return Cohort(self.table.name, OpenAtEnd(self._own_date(day), None))

    def in_latest_snapshot(self, taken_on: Column, *, among: tuple[Expression, ...] = ()) -> Cohort:
        """Rows of the latest taking of a register on or before the last day of the period.

        Rows that do not meet the conditions of `among` are left out, and say nothing about when it was taken.
        """
        for term in among:
            if any(isinstance(node, Lookup | Related | PeriodDay | Standard) for node in walk(condition(term))):
                raise DefinitionError("Which rows belong to a register may be told only by the row's own columns.")
        return Cohort(self.table.name, InLatestSnapshot(self._own_date(taken_on), among), among)

    def _own_date(self, column: Column) -> Column:
        if column.table != self.table.name or column.kind != DATE:
            raise DefinitionError(
                f"'{column.table}.{column.name}' is not a date column of '{self.table.name}'. "
                "The date that places a row in a period must be one of its own dates."
            )
        return column


def same_child(rows: Rows) -> RelatedRows:
    """Rows of another table (or the same one) about the same child."""
    return RelatedRows(rows.table.name, "person_id", "person_id")


def linked(theirs: Column, ours: Column) -> RelatedRows:
    """Rows of another table whose column `theirs` equals `ours` on the row in view."""
    return RelatedRows(theirs.table, theirs.name, ours.name)


def lookup(value: Expression, *, by: Column) -> Lookup:
    """A value of the one row that a link column points at."""
    declared = tables.TABLES_BY_NAME[by.table].column(by.name)
    if declared.kind != LINK:
        raise DefinitionError(f"'{by.table}.{by.name}' is not a link to another table, so nothing can be looked up.")
    check_nesting(value, table=declared.to or "")
    return Lookup(value, by)


person = Rows(tables.person)
person_attribute = Rows(tables.person_attribute)
contact = Rows(tables.contact)
early_help = Rows(tables.early_help)
referral = Rows(tables.referral)
assessment = Rows(tables.assessment)
assessment_factor = Rows(tables.assessment_factor)
section_47_enquiry = Rows(tables.section_47_enquiry)
child_protection_conference = Rows(tables.child_protection_conference)
child_protection_plan = Rows(tables.child_protection_plan)
visit = Rows(tables.visit)
plan = Rows(tables.plan)
pre_proceedings = Rows(tables.pre_proceedings)
looked_after_period = Rows(tables.looked_after_period)
looked_after_episode = Rows(tables.looked_after_episode)
placement = Rows(tables.placement)
legal_status = Rows(tables.legal_status)
looked_after_review = Rows(tables.looked_after_review)
health_check = Rows(tables.health_check)
missing_episode = Rows(tables.missing_episode)
workforce_snapshot = Rows(tables.workforce_snapshot)
reference_value = Rows(tables.reference_value)
private_fostering = Rows(tables.private_fostering)
school_enrolment = Rows(tables.school_enrolment)
permanence_case = Rows(tables.permanence_case)
adopter = Rows(tables.adopter)
care_leaver_snapshot = Rows(tables.care_leaver_snapshot)
involvement = Rows(tables.involvement)
supervision = Rows(tables.supervision)
audit = Rows(tables.audit)
audit_finding = Rows(tables.audit_finding)
feedback = Rows(tables.feedback)
panel_decision = Rows(tables.panel_decision)
team = Rows(tables.team)
worker = Rows(tables.worker)
job_application = Rows(tables.job_application)
foster_carer_approval = Rows(tables.foster_carer_approval)
