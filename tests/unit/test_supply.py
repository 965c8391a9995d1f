"""What no file supplied is never shown as nought, and what no definition needs stops nothing."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.language import any_of, count, indicator, linked, not_, percentage_of, referral, section_47_enquiry
from purplebook.language.expressions import Expression
from purplebook.language.periods import between, financial_year, month
from purplebook.results.supply import Supply, is_covered, unsupplied, why_not_covered

NOTHING_MISSING = Supply()


def without(*names: str) -> Supply:
    tables = {name for name in names if "." not in name}
    columns = {tuple(name.split(".")) for name in names if "." in name}
    return Supply(frozenset(tables), frozenset(columns))  # type: ignore[arg-type]


def of_referrals(that: Expression) -> tuple[str, ...]:
    item = indicator(
        "RF99",
        "Example",
        percentage_of(referral.dated(referral.referred_on), that=that),
        theme="Front door",
        counts="referrals",
        source="Example.",
    )
    return unsupplied(item, without("referral.source_code", "section_47_enquiry"))


def test_every_indicator_can_be_worked_out_when_everything_was_supplied() -> None:
    assert [item.id for item in INDICATORS if unsupplied(item, NOTHING_MISSING)] == []


@pytest.mark.parametrize(
    ("name", "missing", "said"),
    [
        ("RF01", "referral", "referral records"),
        ("RF01", "referral.referred_on", "referral.referred_on"),
        ("CP01", "child_protection_plan.ended_on", "child_protection_plan.ended_on"),
        ("EH03", "early_help.is_quality_assured", "early_help.is_quality_assured"),
        ("IC03", "section_47_enquiry.strategy_discussion_on", "section_47_enquiry.strategy_discussion_on"),
        ("LA11", "placement.is_in_authority", "placement.is_in_authority"),
        ("QA05", "audit", "audit records"),
        ("AD03", "permanence_case.entered_care_on", "permanence_case.entered_care_on"),
        ("CP13", "visit.seen", "visit.seen"),
    ],
)
def test_an_indicator_without_what_it_counts_says_what_is_missing(name: str, missing: str, said: str) -> None:
    assert said in unsupplied(indicator_by_id(name), without(missing))


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("LA01", "looked_after_episode"),  # only leaves short breaks out
        ("CP01", "child_protection_plan.is_other_authority_plan"),  # only leaves others' plans out
        ("RF01", "team"),  # only divides
        ("CP09", "child_protection_plan.previous_plans_count"),  # our own earlier plans still tell
        ("S403", "section_47_enquiry.outcome_codes"),  # the linked conference still tells
        ("CN03", "plan.last_reviewed_on"),  # the plan's start still tells
    ],
)
def test_an_indicator_that_can_do_without_is_still_shown(name: str, missing: str) -> None:
    assert unsupplied(indicator_by_id(name), without(missing)) == ()


def test_one_of_two_ways_to_be_true_is_enough_and_both_are_needed_for_all() -> None:
    enquiry = linked(section_47_enquiry.referral_id, referral.referral_id).exists()
    police = referral.source_code.is_("6")
    nothing_done = referral.is_no_further_action.is_(True)
    assert of_referrals(any_of(police, nothing_done)) == ()
    assert of_referrals(not_(enquiry)) == ()
    assert of_referrals(any_of(police, enquiry)) == ("referral.source_code", "section 47 enquiry records")
    assert of_referrals(referral.source_code.is_not("6")) == ()
    assert of_referrals(not_(police)) == ("referral.source_code",)


def test_a_count_needs_the_columns_of_its_conditions() -> None:
    item = indicator(
        "RF98",
        "Example",
        count(referral.dated(referral.referred_on).where(referral.source_code.is_in("6"))),
        theme="Front door",
        counts="referrals",
        source="Example.",
    )
    assert unsupplied(item, without("referral.source_code")) == ("referral.source_code",)


def test_a_figure_is_covered_only_as_far_back_as_the_records_are_complete() -> None:
    supply = Supply(covers_from={"referral": date(2015, 3, 1), "early_help": date(2015, 3, 1)})
    events, open_at_end, followed = indicator_by_id("RF01"), indicator_by_id("QA06"), indicator_by_id("EH05")
    assert is_covered(events, month(2015, 3), supply)
    assert not is_covered(events, financial_year(2014), supply)
    # What is open is counted on the last day alone.
    assert is_covered(open_at_end, financial_year(2014), supply)
    assert not is_covered(open_at_end, month(2015, 2), supply)
    # The cases of December closed in March.
    assert is_covered(followed, month(2015, 12), supply)
    assert not is_covered(followed, month(2015, 11), supply)


def test_nothing_is_counted_up_from_a_table_that_holds_only_the_latest_row() -> None:
    supply = Supply(latest_only=frozenset({"placement"}))
    assert unsupplied(indicator_by_id("LA13"), supply) == ("the history of placements",)
    assert unsupplied(indicator_by_id("LA14"), supply) != ()
    assert unsupplied(indicator_by_id("LA12"), supply) == ()


def test_a_kind_of_fact_that_nobody_has_was_not_asked_about() -> None:
    supply = Supply(known_facts=frozenset({"UASC", "DISABILITY"}))
    assert unsupplied(indicator_by_id("LA10"), supply) == ("person_attribute.attribute_type SEN",)
    assert unsupplied(indicator_by_id("LA09"), supply) == ()


def test_a_kind_of_row_that_nobody_has_was_not_recorded_and_hides_no_other_kind() -> None:
    conferences = {("child_protection_conference", "conference_type"): frozenset({"ICPC", "REVIEW"})}
    supply = Supply(known_kinds=conferences)
    assert unsupplied(indicator_by_id("CP15"), supply) == ("child_protection_conference.conference_type CORE_GROUP",)
    assert unsupplied(indicator_by_id("CP11"), supply) == ()
    assert unsupplied(indicator_by_id("IC03"), supply) == ()
    assert unsupplied(indicator_by_id("CP15"), Supply()) == ()
    early_help = Supply(known_kinds={("early_help", "assessment_type"): frozenset({"EPISODE"})})
    assert unsupplied(indicator_by_id("FH01"), early_help) == ("early_help.assessment_type FAMILY_HELP",)
    assert unsupplied(indicator_by_id("EH01-OPEN"), early_help) == ()


def test_a_register_says_nothing_of_a_day_before_it_was_first_taken():
    supply = Supply(first_taken={"care_leaver_snapshot": date(2015, 8, 31)})
    leavers, referrals = indicator_by_id("CL01"), indicator_by_id("RF01")
    assert is_covered(leavers, month(2015, 8), supply)
    assert not is_covered(leavers, month(2015, 7), supply)
    assert is_covered(referrals, month(2015, 7), supply)


def test_no_figure_of_a_period_that_ends_after_the_records_do_is_covered():
    tables = ("referral", "looked_after_period", "care_leaver_snapshot", "early_help")
    supply = Supply(covers_to=dict.fromkeys(tables, date(2015, 3, 31)))
    events, stock, register, followed = map(indicator_by_id, ("RF01", "LA01", "CL01", "EH05"))
    for item in (events, stock, register, followed):
        assert is_covered(item, month(2015, 3), supply)
        assert not is_covered(item, month(2015, 4), supply)
        assert why_not_covered(item, month(2015, 4), supply) == "the records go only to 31 March 2015"
    # A year that the records break off in is not covered by what they have of it.
    assert not is_covered(events, between(date(2014, 4, 1), date(2015, 4, 1)), supply)
    assert is_covered(indicator_by_id("CP01"), month(2015, 4), supply)


def test_a_figure_needs_the_tables_that_its_conditions_look_at_up_to_its_end_too():
    visits = Supply(covers_to={"visit": date(2015, 3, 31)})
    # CP12 is of children who were visited in time: without the visits of April nobody was.  CP01 looks at none.
    assert not is_covered(indicator_by_id("CP12"), month(2015, 4), visits)
    assert is_covered(indicator_by_id("CP12"), month(2015, 3), visits)
    assert is_covered(indicator_by_id("CP01"), month(2015, 4), visits)
    # Without episodes nobody is taken for being on a short break: as when no file held them, the figure is given.
    episodes = Supply(covers_to={"looked_after_episode": date(2015, 3, 31)})
    assert is_covered(indicator_by_id("LA01"), month(2015, 4), episodes)
