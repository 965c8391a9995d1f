"""Indicators and breakdowns that cannot be what their writer meant."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.catalogue import SERIES
from purplebook.errors import DefinitionError
from purplebook.language import (
    PERIOD,
    Breakdown,
    age_on,
    contact,
    count,
    difference,
    indicator,
    percentage_of,
    person,
    rate_of,
    referral,
    same_child,
    visit,
)
from purplebook.language.periods import PeriodKind
from purplebook.language.report_order import in_report_order
from tests.support.refusals import Wrong, check_refused

CONTACTS = contact.dated(contact.contacted_on)
REFERRALS = referral.dated(referral.referred_on)
SOURCE = coded("source", "Source", contact.source_code)


def declared(identifier: Any = "FD09", title: Any = "Contacts", measure: Any = None, **changed: Any) -> Any:
    words: dict[str, Any] = {"theme": "Front door", "counts": "contacts", "source": "Invented."}
    return indicator(identifier, title, count(CONTACTS) if measure is None else measure, **(words | changed))


def together(*items: Any, **changed: Any) -> Any:
    return in_report_order(*items, series=tuple(SERIES), **changed)


WORDS = {
    "a theme misspelt": ({"theme": "Frnt door"}, "FD09: there is no theme 'Frnt door'. Did you mean 'Front door'?"),
    "a theme in small letters": ({"theme": "front door"}, "Did you mean 'Front door'?"),
    "a direction misspelt": ({"better": "hihger"}, "Did you mean 'higher'?"),
    "a direction in other words": ({"better": "up"}, "Did you mean 'higher'?"),
    "a direction as yes": ({"better": True}, "must be higher, lower or neither, not True"),
    "an id in small letters": ({"identifier": "fd09"}, "'fd09' is not an indicator id. Write one like RF01"),
    "an id as a number": ({"identifier": 9}, "is not an indicator id"),
    "a title that says nothing": ({"title": " "}, "title=… needs words for a reader"),
    "a unit of count that is a cohort": ({"counts": CONTACTS}, "counts=… needs words for a reader"),
    "no source": ({"source": ""}, "source=… needs words for a reader"),
    "an edition of nought": ({"edition": 0}, "edition is a whole number from 1"),
    "a look-back in words": ({"look_back_months": "12"}, "look_back_months is a whole number of months or EVER"),
    "a look-ahead in words": ({"look_ahead_months": "3"}, "look_ahead_months is a whole number of months, not '3'"),
    "a look-ahead to ever": ({"look_ahead_months": -1}, "look_ahead_months is a whole number of months, not -1"),
    "a kind of period in words": ({"only_for": "year"}, "Write (PeriodKind.YEAR,)"),
    "one kind of period": ({"only_for": PeriodKind.YEAR}, "in brackets with a comma: (PeriodKind.YEAR,)"),
    "a cohort for a measure": ({"measure": CONTACTS}, "FD09 needs a measure, and is given a cohort"),
    "a table for a measure": ({"measure": contact}, "is given all rows of 'contact'"),
    "a condition for a measure": ({"measure": contact.decided_on.is_missing()}, "Write count(…), or percentage_of"),
    "a number for a measure": ({"measure": 3}, "FD09 needs a measure, and is given 3"),
    "one breakdown alone": ({"by": SOURCE}, "by=… takes breakdowns in brackets with a comma"),
    "breakdowns in a list": ({"by": [SOURCE]}, "by=… takes breakdowns in brackets with a comma"),
    "a column for a breakdown": ({"by": (contact.source_code,)}, "Write coded('name', 'Title', contact.source_code)"),
    "a word for a breakdown": ({"by": ("source",)}, "by=… takes breakdowns, and 'source' is none"),
    "a breakdown twice": ({"by": (SOURCE, SOURCE)}, "two breakdowns have the same name, 'source'"),
    "a breakdown of another table": (
        {"by": (coded("need", "Need", referral.primary_need_code),)},
        "referral.primary_need_code is not a column of 'contact'",
    ),
    "a team of another table": ({"by": (own_team(referral),)}, "referral.team_id is not a column of 'contact'"),
    "people of another table": ({"by": who(referral, on=referral.referred_on)}, "is not a column of 'contact'"),
    "a breakdown that half of a difference lacks": (
        {"measure": difference(CONTACTS, REFERRALS), "by": (SOURCE,)},
        "contact.source_code is not a column of 'referral'",
    ),
    "a rate that is divided": (
        {
            "measure": rate_of(CONTACTS, per=10_000, population="children aged 0 to 17"),
            "by": (SOURCE,),
        },
        "a rate has no breakdowns",
    ),
    "a percentage of fewer rows than it counts": (
        {
            "measure": dataclasses.replace(
                percentage_of(CONTACTS, that=contact.decided_on.is_recorded()),
                bottom=percentage_of(CONTACTS, that=contact.source_code.is_("6")).top,
            )
        },
        "the rows above are not all among the rows below. Write percentage_of(whole, that=…)",
    ),
    "a percentage of another table": (
        {
            "measure": dataclasses.replace(
                percentage_of(CONTACTS, that=contact.decided_on.is_recorded()), bottom=count(REFERRALS).top
            )
        },
        "the rows above are not all among the rows below",
    ),
}


@pytest.mark.parametrize(("changed", "says"), WORDS.values(), ids=WORDS)
def test_an_indicator_that_cannot_be_meant_is_refused(changed: dict[str, Any], says: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        declared(**changed)
    assert says in str(caught.value)
    assert str(caught.value).startswith("tests/unit/language/test_declarations_refused.py:")


BREAKDOWNS = {
    "a name with a capital": (lambda: Breakdown("Sex", "Sex", person.sex), "such as age_band"),
    "no title": (lambda: Breakdown("sex", "", person.sex), "needs a title for readers"),
    "a word for a column": (lambda: Breakdown("sex", "Sex", "sex"), "needs a column or what is worked out from one"),  # type: ignore[arg-type]
    "a date": (lambda: Breakdown("born", "Born", person.born_on), "Write …in_bands(1, 5, 10)"),
    "a list of codes": (lambda: Breakdown("outcome", "Outcome", contact.outcome_codes), "makes no groups"),
    "rows": (lambda: Breakdown("visit", "Visit", same_child(visit)), "are rows. Write .last("),
    "a code set misspelt": (
        lambda: Breakdown("source", "Source", contact.source_code, "referal_source"),
        "Did you mean 'referral_source'?",
    ),
    "a group twice": (lambda: Breakdown("sex", "Sex", person.sex, order=("F", "F")), "takes each group once"),
    "an order of one word": (lambda: Breakdown("sex", "Sex", person.sex, order="F"), "takes each group once"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("wrong", "says"), BREAKDOWNS.values(), ids=BREAKDOWNS)
def test_a_breakdown_that_makes_no_groups_is_refused(wrong: Wrong, says: str) -> None:
    check_refused(wrong, says)


def test_an_id_stands_for_one_indicator_and_both_places_are_named() -> None:
    first, second = declared("FD09"), declared("FD09", "Other contacts")
    with pytest.raises(DefinitionError, match=r"\.py:\d+: FD09 is declared already, at .*\.py:\d+\."):
        together(first, second)


def test_only_a_councils_own_ids_start_with_local_and_all_of_theirs_do() -> None:
    ours, local = declared("FD09"), declared("LOCAL-FD09")
    with pytest.raises(DefinitionError, match=r"Only a council's own ids start with LOCAL-.*Write FD09"):
        together(local)
    with pytest.raises(DefinitionError, match=r"A council's own ids start with LOCAL-.*Write LOCAL-FD09"):
        together(ours, beside=INDICATORS, local=True)
    assert together(local, beside=INDICATORS, local=True) == (local,)
    with pytest.raises(DefinitionError, match="LOCAL-FD09 is declared already"):
        together(local, local, beside=INDICATORS, local=True)


def test_what_is_no_indicator_cannot_stand_among_them() -> None:
    with pytest.raises(DefinitionError, match="INDICATORS holds a measure"):
        together(count(CONTACTS))  # type: ignore[arg-type]


def test_a_breakdowns_name_means_one_thing_for_the_same_rows() -> None:
    ages = age_on(contact.contacted_on, born=person.born_on)
    one = declared("FD09", by=(Breakdown("age", "Age", ages.in_bands(1, 5)),))
    other = declared("FD10", by=(Breakdown("age", "Age", ages.in_bands(10)),))
    with pytest.raises(DefinitionError, match="breakdown 'age' of FD10 means something else in FD09"):
        together(one, other)
    later = age_on(PERIOD.last_day, born=person.born_on)
    referred = declared("RF09", measure=count(REFERRALS), by=(Breakdown("age", "Age", later.in_bands(10)),))
    assert together(one, referred) == (one, referred)


def test_a_report_goes_by_the_letters_of_the_id_and_then_its_number() -> None:
    made = [declared(name) for name in ("OF02", "ZZ01", "CP12-NATIONAL", "CP12", "FD10", "EH01", "S401", "FD09")]
    ordered = [item.id for item in together(*made)]
    # Variants of one number stay as they were named.
    assert ordered == ["EH01", "FD09", "FD10", "S401", "CP12-NATIONAL", "CP12", "OF02", "ZZ01"]
