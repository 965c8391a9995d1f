"""Kinds of value that do not go together, and codes that no set holds: each would count nothing, in silence."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    assessment,
    called,
    child_protection_plan,
    contact,
    days_between,
    first_of,
    hundredths,
    involvement,
    lookup,
    not_,
    person,
    placement,
    reference_value,
    referral,
    same_child,
    team,
    visit,
    when,
    working_days_between,
)
from tests.support.refusals import Wrong, check_refused

AGE = age_on(PERIOD.last_day, born=person.born_on)
OPEN = referral.closed_on.is_missing()

CODES = {
    "a code that no set holds": (lambda: contact.source_code.is_("ZZZ"), "'ZZZ' is not a code of contact.source_code"),
    "a code in small letters": (lambda: contact.source_code.is_("1a"), "Did you mean '1A' (Family member"),
    "a label for a code": (lambda: contact.source_code.is_("Police"), "Did you mean '6' (Police)?"),
    "a code of another set": (lambda: contact.source_code.is_in("6", "NEG"), "'NEG' is not a code of contact.source"),
    "a wrong code among right ones": (lambda: contact.source_code.is_not("6", "XX"), "'XX' is not a code of"),
    "codes split into letters": (lambda: contact.source_code.is_in(*"1A"), "'1' is not a code of contact.source_code"),
    "a wrong code in a list": (lambda: contact.outcome_codes.contains("REFFERAL"), "Did you mean 'REFERRAL'"),
    "a relabelled code that is none": (
        lambda: contact.source_code.relabelled({"66": "Police"}, otherwise="Other"),
        "'66' is not a code of contact.source_code",
    ),
    "a code looked up that is none": (
        lambda: lookup(referral.source_code, by=assessment.referral_id).is_("ZZ"),
        "'ZZ' is not a code of lookup(referral.source_code",
    ),
    "a latest code that is none": (
        lambda: same_child(placement).last(placement.placement_type, by=placement.started_on).is_("U99"),
        "'U99' is not a code of same_child(placement).last",
    ),
    "codes of two different sets": (
        lambda: referral.source_code.is_(referral.primary_need_code),
        "equal codes would mean different things",
    ),
    "the same code twice": (lambda: contact.source_code.is_in("6", "6"), "names '6' twice"),
}

KINDS = {
    "a number among codes": (lambda: contact.source_code.is_in(5), "Codes are text: write '5' with quotation marks"),
    "the order of a code": (
        lambda: contact.source_code >= 5,
        "codes have no order. Write contact.source_code.is_in('5'",
    ),
    "the order of a code as text": (lambda: contact.source_code < "5A", "codes have no order"),
    "the order of two codes": (lambda: contact.source_code < contact.presenting_issue, "codes have no order"),
    "the order of words": (lambda: team.name > "M", "words have no order"),
    "a word for a date": (lambda: contact.contacted_on <= "yes", "Write a date such as date(2015, 4, 1)"),
    "a date as text": (lambda: referral.referred_on >= "2015-04-01", "Write date(2015, 4, 1), or a day such as PERIOD"),
    "a year for a date": (lambda: referral.referred_on >= 2015, "such as date(2015, 4, 1)"),
    "a moment for a date": (
        lambda: referral.referred_on >= datetime(2015, 4, 1, 9),
        "Write date(2015, 4, 1): records hold days, not hours",
    ),
    "a number as text": (lambda: AGE >= "18", "Write 18 without quotation marks"),
    "an inexact number": (lambda: AGE >= 17.5, "Write Decimal('17.5')"),
    "a yes for a number": (lambda: AGE.is_(True), "age_on(…) is a whole number and True is yes or no"),
    "a word for yes": (
        lambda: referral.is_no_further_action.is_("yes"),
        "Write referral.is_no_further_action.is_(True)",
    ),
    "a number for yes": (lambda: referral.is_no_further_action.is_(1), "Write referral.is_no_further_action.is_(True)"),
    "the order of yes and no": (lambda: referral.is_no_further_action >= True, "is yes or no, which have no order"),
    "None": (lambda: referral.closed_on.is_(None), "Write referral.closed_on.is_missing() or .is_recorded()"),
    "None in an order": (lambda: referral.closed_on > None, "Write referral.closed_on.is_missing() or .is_recorded()"),
    "None among values": (lambda: contact.source_code.is_not(None), "Nothing is equal to None"),
    "no values at all": (lambda: contact.source_code.is_in(), "is_in() names no value"),
    "a list of values": (lambda: contact.source_code.is_in(["6", "7"]), "Write is_in(*codes) with a star"),
    "a column among values": (
        lambda: contact.source_code.is_in(referral.source_code),
        "is_in() takes fixed values only",
    ),
    "one of several codes with is_": (
        lambda: contact.outcome_codes.is_("REFERRAL"),
        "contact.outcome_codes.contains('",
    ),
    "one of several codes with is_in": (lambda: contact.outcome_codes.is_in("REFERRAL"), ".contains('REFERRAL')"),
    "contains of one code": (lambda: contact.source_code.contains("6"), "Write contact.source_code.is_('6')"),
    "contains of a number": (lambda: contact.outcome_codes.contains(5), "takes one code as text, not 5"),
    "a date and a number": (lambda: referral.referred_on <= AGE, "is a date and age_on(…) is a whole number"),
    "a child and a team": (lambda: referral.person_id.is_(referral.team_id), "they are never the same"),
    "a column with itself": (lambda: referral.referred_on <= referral.referred_on, "is compared with itself"),
    "a condition compared": (lambda: OPEN.is_(True), "is true or false already"),
    "source cells": (lambda: referral.source_cells.is_("x"), "structured text that no indicator reads"),
}

LENGTHS = {
    "days from a code": (lambda: days_between(contact.source_code, contact.contacted_on), "is a code"),
    "days to a number": (lambda: days_between(contact.contacted_on, 45), "days_between() needs a date, and 45 is"),
    "working days from text": (lambda: working_days_between("2015-04-01", PERIOD.last_day), "needs a date"),
    "no days at all": (lambda: days_between(contact.contacted_on, contact.contacted_on), "always be nought"),
    "less than no working days": (
        lambda: working_days_between(referral.referred_on, referral.closed_on) <= -1,
        "less than no time. To ask which day came first, compare the dates",
    ),
    "a negative age": (lambda: AGE < -1, "less than no time"),
    "working days with a standard in days": (
        lambda: working_days_between(visit.visited_on, PERIOD.last_day) <= standard("child_in_need_visit"),
        "is in working days, and standard('child_in_need_visit') in days. Write a standard in working days",
    ),
    "days with a standard in working days": (
        lambda: days_between(assessment.started_on, PERIOD.last_day) <= standard("assessment"),
        "working_days_between(start, end)",
    ),
    "days with a standard in months": (
        lambda: days_between(assessment.started_on, PERIOD.last_day) <= standard("child_protection_review"),
        "Write end <= start.add_months(standard('child_protection_review'))",
    ),
    "months by a standard in days": (
        lambda: referral.referred_on.add_months(standard("assessment")),
        "needs a standard in months, and standard('assessment') is in working days",
    ),
    "months as text": (lambda: referral.referred_on.add_months("6"), "takes a whole number of months"),
    "months of a code": (lambda: referral.source_code.add_months(6), "add_months() needs a date"),
    "a standard on no date": (lambda: standard("assessment").in_force(referral.source_code), "in_force() needs a date"),
    "a standard on a fixed day": (lambda: standard("assessment").in_force(date(2015, 4, 1)), "takes a date of the row"),
    "a standard that does not exist": (lambda: standard("asessment"), "Did you mean 'assessment'?"),
    "age turned round": (lambda: age_on(person.born_on, born=PERIOD.last_day), "takes the day first"),
    "age from a code": (
        lambda: age_on(PERIOD.last_day, born=person.sex),
        "age_on() needs a date, and person.sex is a code",
    ),
    "time by subtraction": (lambda: referral.closed_on - referral.referred_on, "days_between(start, end)"),
    "days added": (lambda: referral.referred_on + 45, "another day is date.add_months(6)"),
    "numbers divided": (lambda: AGE / 2, "Measures such as ratio_of(…) divide and add up"),
}

GROUPS = {
    "bands of a date": (
        lambda: person.born_on.in_bands(1, 5),
        "in_bands() needs a whole number, and person.born_on is",
    ),
    "bands that fall": (lambda: AGE.in_bands(16, 10), "needs whole numbers that rise"),
    "no bands": (lambda: AGE.in_bands(), "needs whole numbers that rise"),
    "bands of a decimal": (lambda: reference_value.value.in_bands(1), "Write hundredths(reference_value.value)"),
    "hundredths of a whole number": (lambda: hundredths(AGE), "hundredths() needs a decimal number"),
    "at least, as a condition": (lambda: AGE.at_least(Decimal("1.5")), "For a condition write age_on(…) >= 1"),
    "a group without a name": (lambda: when(OPEN, ""), "the group's name in quotation marks"),
    "a group's name first": (lambda: when("Open", OPEN), "Expected a condition"),
    "values of two kinds": (lambda: first_of(person.born_on, person.sex), "takes values of one kind"),
    "a name as a last resort": (lambda: first_of(person.sex, "Not known"), "To name a group write when(condition"),
    "a phrase last": (lambda: called(OPEN, "open"), "called() takes the phrase first"),
    "relabelled dates": (lambda: person.born_on.relabelled({}, otherwise="x"), "needs text or a code"),
}

EXCLUDED = {
    "two codes at once": (
        lambda: all_of(contact.source_code.is_("6"), contact.source_code.is_("7")),
        "contact.source_code.is_('6') and contact.source_code.is_('7') cannot both be true",
    ),
    "a code and none of it": (
        lambda: all_of(contact.source_code.is_in("6", "7"), contact.source_code.is_("8")),
        "cannot both be true",
    ),
    "between, backwards": (
        lambda: all_of(referral.referred_on >= date(2015, 12, 1), referral.referred_on <= date(2015, 4, 1)),
        "put the limits the other way round",
    ),
    "ages, backwards": (lambda: all_of(AGE >= 21, AGE <= 19), "put the limits the other way round"),
    "ages with nothing between": (lambda: all_of(AGE > 18, AGE < 18), "cannot both be true"),
    "missing and before a day": (lambda: all_of(OPEN, referral.closed_on < date(2015, 4, 1)), "cannot both be true"),
    "across two calls of where": (
        lambda: (
            child_protection_plan.dated(child_protection_plan.started_on)
            .where(child_protection_plan.initial_category.is_("NEG"))
            .where(child_protection_plan.initial_category.is_("PHY"))
        ),
        "cannot both be true",
    ),
}

PYTHON = {
    "and": (lambda: OPEN and OPEN, "Write all_of(x, y), any_of(x, y) or not_(x)"),
    "or": (lambda: OPEN or OPEN, "Write all_of(x, y), any_of(x, y) or not_(x)"),
    "not": (lambda: not OPEN, "Write all_of(x, y), any_of(x, y) or not_(x)"),
    "if on a column": (lambda: 1 if referral.closed_on else 2, "cannot be used in a definition"),
    "bool of related rows": (lambda: bool(same_child(visit)), "cannot be used in a definition"),
    "a chain of comparisons": (lambda: 16 <= AGE <= 18, "Between two limits: all_of(day >= first, day <= last)"),
    "&": (lambda: OPEN & OPEN, "`&` is not a word of definitions"),
    "|": (lambda: OPEN | OPEN, "`|` is not a word of definitions"),
    "~": (lambda: ~OPEN, "`~` is not a word of definitions"),
    "in": (lambda: "6" in contact.source_code, "Write contact.source_code.is_in('6')"),
    "a word of pandas": (lambda: contact.source_code.isin("6"), "Did you mean 'is_in'?"),  # type: ignore[attr-defined]
    "a word of SQL": (lambda: referral.closed_on.is_null(), "Did you mean 'is_missing'?"),  # type: ignore[attr-defined]
    "a word misspelt": (lambda: referral.closed_on.is_mising(), "Did you mean 'is_missing'?"),  # type: ignore[attr-defined]
}

CONDITIONS = {
    "two equals signs": (lambda: not_(contact.source_code == "6"), 'Write column.is_("value")'),
    "a yes or no column alone": (
        lambda: not_(referral.is_no_further_action),
        "Write referral.is_no_further_action.is_(True)",
    ),
    "a code alone": (lambda: any_of(contact.source_code), "Write contact.source_code.is_(…) or"),
    "a date alone": (lambda: not_(referral.closed_on), "or write referral.closed_on.is_recorded()"),
    "related rows alone": (lambda: not_(same_child(visit)), "Write same_child(visit).exists()"),
    "how many related rows": (lambda: not_(same_child(visit).count()), "Expected a condition"),
    "a cohort": (lambda: all_of(contact.dated(contact.contacted_on)), "got a cohort, which says who of 'contact'"),
    "a table": (lambda: not_(involvement), "got all rows of 'involvement'"),
}

ALL = {**CODES, **KINDS, **LENGTHS, **GROUPS, **EXCLUDED, **PYTHON, **CONDITIONS}


@pytest.mark.parametrize(("wrong", "says"), ALL.values(), ids=ALL)
def test_what_cannot_be_meant_is_refused_at_its_line_with_the_right_word(wrong: Wrong, says: str) -> None:
    check_refused(wrong, says)


def test_what_is_meant_is_let_through() -> None:
    meant = (
        all_of(AGE >= 16, AGE <= 18),
        all_of(contact.source_code.is_in("6", "7"), contact.source_code.is_not("7")),
        any_of(contact.source_code.is_("6"), contact.source_code.is_("7")),
        not_(referral.is_no_further_action.is_(True)),
        hundredths(reference_value.value) >= 100,
    )
    assert all(term.is_condition for term in meant)
