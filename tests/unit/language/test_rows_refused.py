"""Columns of another table, cohorts where conditions belong, and the other way round."""

from __future__ import annotations

import pytest

from purplebook.definitions.breakdowns import allocated_team, coded, own_team, who
from purplebook.language import (
    PERIOD,
    all_of,
    any_of,
    assessment,
    child_protection_plan,
    contact,
    count,
    count_children,
    days_between,
    difference,
    hundredths,
    linked,
    lookup,
    mean_of,
    median_of,
    not_,
    percentage_of,
    percentage_of_children,
    percentage_of_sum,
    person,
    rate_of,
    ratio_of,
    reference_value,
    referral,
    reported,
    same_child,
    share_of,
    sum_of,
    supervision,
    team,
    this_row,
    visit,
    worker,
    workforce_snapshot,
)
from tests.support.refusals import Wrong, check_refused

CONTACTS = contact.dated(contact.contacted_on)
REFERRALS = referral.dated(referral.referred_on)
CENSUS = workforce_snapshot.in_latest_snapshot(workforce_snapshot.snapshot_on)
CLOSED = referral.closed_on.is_recorded()
SO_LONG = days_between(referral.referred_on, PERIOD.last_day)
PEOPLE = "children aged 0 to 17"

REACH = {
    "another table's column": (
        lambda: CONTACTS.where(referral.source_code.is_("6")),
        "referral.source_code is not a column of 'contact', whose rows are in view. Did you mean contact.source_code?",
    ),
    "another table of the same child": (
        lambda: CONTACTS.where(visit.visited_on.is_recorded()),
        "For a row of the same child write same_child(visit).where(…).exists()",
    ),
    "a table that a link leads to": (
        lambda: REFERRALS.where(team.name.is_("North")),
        "Write lookup(team.name, by=referral.team_id)",
    ),
    "a person's column where there is no person": (
        lambda: CENSUS.where(person.sex.is_("F")),
        "person.sex is not a column of 'workforce_snapshot'",
    ),
    "a column deep inside": (
        lambda: CONTACTS.where(all_of(contact.person_id.is_recorded(), not_(any_of(CLOSED)))),
        "referral.closed_on is not a column of 'contact'",
    ),
    "the row being counted, not said so": (
        lambda: same_child(visit).where(visit.visited_on >= referral.referred_on),
        "Write this_row(referral.referred_on)",
    ),
    "this_row of the wrong table": (
        lambda: CONTACTS.where(same_child(visit).where(visit.visited_on >= this_row(referral.referred_on)).exists()),
        "this_row(referral.referred_on) names a column of 'referral', and the row being counted is of 'contact'",
    ),
    "this_row outside related rows": (
        lambda: REFERRALS.where(this_row(referral.closed_on).is_recorded()),
        "Write referral.closed_on for the row itself",
    ),
    "this_row of a value": (lambda: this_row(SO_LONG), "this_row() takes a column of the row being counted"),
    "rows linked from another table": (
        lambda: CONTACTS.where(linked(assessment.referral_id, referral.referral_id).exists()),
        "finds rows by 'referral.referral_id', and the row in view is of 'contact'",
    ),
    "linked turned round": (
        lambda: REFERRALS.where(linked(referral.referral_id, assessment.referral_id).exists()),
        "Write linked(assessment.referral_id, referral.referral_id): theirs first",
    ),
    "the same child where there is none": (
        lambda: CENSUS.where(same_child(visit).exists()),
        "the row in view is of 'workforce_snapshot', which has no such column",
    ),
    "a value of another table": (lambda: mean_of(SO_LONG, among=CONTACTS), "referral.referred_on is not a column of"),
    "a part of another table": (lambda: percentage_of(CONTACTS, that=CLOSED), "referral.closed_on is not a column of"),
    "a register told by another table": (
        lambda: workforce_snapshot.in_latest_snapshot(workforce_snapshot.snapshot_on, among=(CLOSED,)),
        "referral.closed_on is not a column of 'workforce_snapshot'",
    ),
    "a look-up of the wrong table": (
        lambda: lookup(worker.level_code, by=referral.team_id),
        "is not a column of 'team'",
    ),
    "a look-up by a date": (lambda: lookup(team.name, by=referral.referred_on), "is not a link to another table"),
    "a look-up by a name": (
        lambda: lookup(team.name, by="team_id"),
        "takes a link column, such as by=referral.team_id",
    ),
    "a look-up of a name": (lambda: lookup("name", by=referral.team_id), "lookup() takes a value of 'team'"),
    "links to two tables": (lambda: linked(assessment.referral_id, referral.person_id), "they are never the same"),
    "links of two kinds": (lambda: linked(assessment.started_on, referral.source_code), "two columns of one kind"),
    "linked tables": (lambda: linked(assessment, referral), "linked() takes two columns, theirs and ours"),
    "the same child's team": (lambda: same_child(team), "Rows of 'team' are about no child"),
    "the same child's cohort": (lambda: same_child(CONTACTS), "same_child() takes a table, such as same_child(visit)"),
    "a related value of another table": (
        lambda: same_child(visit).latest(referral.referred_on),
        "latest() on related rows of 'visit' names 'referral.referred_on'. It takes a value of the related rows",
    ),
    "the latest code": (
        lambda: same_child(supervision).latest(supervision.person_id),
        "latest() needs what has an order, and supervision.person_id has none. Write .last(supervision.person_id, by=",
    ),
    "the last by a code": (
        lambda: same_child(referral).last(referral.referred_on, by=referral.source_code),
        "last(…, by=…) needs a date, and referral.source_code is a code",
    ),
    "the latest of a text": (lambda: same_child(visit).latest("visited_on"), "takes a value of the related rows"),
    "a breakdown by a name": (lambda: coded("source", "Source", "source_code"), "coded() takes a column, such as"),
    "a team that a table does not name": (lambda: own_team(contact), "There is no column 'team_id' in 'contact'"),
    "who, of rows about nobody": (lambda: who(team, on=PERIOD.last_day), "There is no column 'person_id' in 'team'"),
    "a team on a code": (lambda: allocated_team(on=referral.source_code), "cannot be compared"),
}

ROWS = {
    "a column misspelt": (lambda: contact.sourcecode, "Did you mean contact.source_code?"),  # type: ignore[attr-defined]
    "conditions before a day": (
        lambda: contact.where(contact.source_code.is_("6")),  # type: ignore[attr-defined]
        "Write contact.dated(day).where(…), with one of contact.contacted_on, contact.decided_on",
    ),
    "a column of a cohort": (lambda: CONTACTS.source_code, "Write contact.source_code inside .where(…)"),  # type: ignore[attr-defined]
    "dated by a name": (lambda: contact.dated("contacted_on"), "Did you mean 'contact.contacted_on'?"),
    "dated by a code": (lambda: contact.dated(contact.source_code), "'contact.source_code' is not a date column"),
    "dated by another table": (lambda: contact.dated(referral.referred_on), "must be one of its own dates"),
    "later by text": (lambda: contact.dated(contact.contacted_on, months_later="6"), "is a whole number, not '6'"),
    "a spell from its end": (
        lambda: referral.open_at_period_end(referral.closed_on, referral.referred_on),
        "A spell runs from its start to its end, not from referral.closed_on to referral.referred_on",
    ),
    "a spell from its end, during": (
        lambda: child_protection_plan.open_during_period(
            child_protection_plan.ended_on, child_protection_plan.started_on
        ),
        "A spell runs from its start to its end",
    ),
    "a spell of one day": (
        lambda: referral.open_at_period_end(referral.referred_on, referral.referred_on),
        "A spell runs from its start to its end",
    ),
    "a register told by one condition": (
        lambda: workforce_snapshot.in_latest_snapshot(
            workforce_snapshot.snapshot_on, among=workforce_snapshot.row_kind.is_("WORKER")
        ),
        "among=(condition,)",
    ),
    "a cohort among conditions": (
        lambda: CONTACTS.where(CONTACTS),
        "Expected a condition such as `column >= 1`, got a cohort",
    ),
    "two cohorts with and": (lambda: CONTACTS and REFERRALS, "`a and b` would mean b"),
    "two cohorts with &": (lambda: CONTACTS & REFERRALS, "A cohort is neither true nor false"),
    "not a cohort": (lambda: not CONTACTS, "A cohort is neither true nor false"),
    "two tables with or": (lambda: contact or referral, "The rows of two tables cannot be joined"),
}

MEASURES = {
    "the count of a number": (
        lambda: count(3),
        "count() needs rows to count, such as contact.dated(contact.contacted_on)",
    ),
    "the count of a table": (
        lambda: count(contact),
        "Write contact.dated(contact.contacted_on), or another of its dates",
    ),
    "the count of a condition": (lambda: count(CLOSED), "is a condition of one row"),
    "the count of a column": (lambda: count(referral.source_code), "Write referral.dated(…).where(a condition)"),
    "the count of related rows": (lambda: count(same_child(visit)), "Write .count() or .exists()"),
    "the count of a count": (lambda: count(count(CONTACTS)), "not a measure (count), which is worked out already"),
    "the share of a table": (lambda: share_of(contact), "share_of() is given all rows of 'contact'"),
    "children in a census of workers": (lambda: count_children(CENSUS), "rows of 'workforce_snapshot' are about none"),
    "a percentage of children who are workers": (
        lambda: percentage_of_children(CENSUS, that=workforce_snapshot.is_agency.is_(True)),
        "are about none",
    ),
    "the mean of a code": (lambda: mean_of(contact.source_code, among=CONTACTS), "percentage_of(…, that=…)"),
    "the mean of a date": (lambda: mean_of(referral.closed_on, among=REFERRALS), "A length of time is days_between"),
    "the mean of a decimal": (
        lambda: mean_of(workforce_snapshot.full_time_equivalent, among=CENSUS),
        "Write hundredths(workforce_snapshot.full_time_equivalent)",
    ),
    "the mean of a condition": (lambda: mean_of(CLOSED, among=REFERRALS), "is a condition"),
    "the median of a word": (lambda: median_of("days", among=REFERRALS), "needs a whole number of each row"),
    "the sum of yes and no": (lambda: sum_of(referral.is_no_further_action, among=REFERRALS), "is yes or no"),
    "the mean among a condition": (lambda: mean_of(SO_LONG, among=CLOSED), "mean_of() among needs rows to count"),
    "a reported code": (
        lambda: reported(reference_value.measure_code, among=reference_value.dated(reference_value.period_ended_on)),
        "reported() needs a whole number",
    ),
    "a part that is a cohort": (lambda: percentage_of(REFERRALS, that=REFERRALS), "not another cohort"),
    "a part that is several": (lambda: percentage_of(REFERRALS, that=(CLOSED,)), "Join several with all_of(x, y)"),
    "a part that is the whole": (
        lambda: percentage_of(REFERRALS.where(CLOSED), that=CLOSED),
        "the percentage would always be 100",
    ),
    "a part of a sum that is a cohort": (
        lambda: percentage_of_sum(SO_LONG, among=REFERRALS, that=REFERRALS),
        "not another cohort",
    ),
    "a part that excludes its whole": (
        lambda: percentage_of(REFERRALS.where(CLOSED), that=referral.closed_on.is_missing()),
        "cannot both be true",
    ),
    "a difference from itself": (lambda: difference(REFERRALS, REFERRALS), "always be nought"),
    "a difference from a table": (lambda: difference(REFERRALS, referral), "difference() is given all rows"),
    "a rate of nobody": (lambda: rate_of(REFERRALS, per=0, population=PEOPLE), "positive number of people"),
    "a rate of text": (lambda: rate_of(REFERRALS, per="10,000", population=PEOPLE), "Write per=10_000"),
    "a population misspelt": (
        lambda: rate_of(REFERRALS, per=10_000, population="children aged 0 to 71"),
        "Write 'children aged 0 to 17', or the measure code",
    ),
    "a unit in words": (lambda: mean_of(SO_LONG, among=REFERRALS, unit_days="months"), 'write unit_days="30.4375"'),
    "a unit misspelt": (lambda: mean_of(SO_LONG, among=REFERRALS, unit_days="wekes"), 'For weeks write unit_days="7"'),
    "an inexact unit": (lambda: mean_of(SO_LONG, among=REFERRALS, unit_days=30.4375), "unit_days is exact text"),
    "a unit of no days": (lambda: median_of(SO_LONG, among=REFERRALS, unit_days="0"), "must be above nought"),
    "a ratio to a code": (
        lambda: ratio_of(SO_LONG, among=REFERRALS, to=referral.source_code, of=REFERRALS),
        "ratio_of(…, to=…, of=…) needs a whole number",
    ),
}

ALL = {**REACH, **ROWS, **MEASURES}


@pytest.mark.parametrize(("wrong", "says"), ALL.values(), ids=ALL)
def test_rows_that_are_not_reached_or_wanted_are_refused(wrong: Wrong, says: str) -> None:
    check_refused(wrong, says)


def test_the_rows_that_are_reached_properly_are_let_through() -> None:
    of_the_team = lookup(team.name, by=referral.team_id).is_("North")
    visited = same_child(visit).where(visit.visited_on >= this_row(referral.referred_on)).exists()
    assert len(REFERRALS.where(of_the_team, visited, person.sex.is_("F")).only) == 3
    assert rate_of(REFERRALS, per=10_000, population="POPULATION_5_15").population == "POPULATION_5_15"
    assert hundredths(reference_value.value).gives == "whole_number"
