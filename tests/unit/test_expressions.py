"""A definition that cannot mean what its writer thinks is refused, with the words that put it right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from purplebook.errors import DefinitionError
from purplebook.language import assessment, linked, lookup, person, referral, same_child, team, visit
from purplebook.language import expressions as ex
from purplebook.language.expressions import PERIOD, all_of, any_of, depends_on_period, first_of, not_, this_row, walk
from purplebook.language.indicators import Breakdown, indicator
from purplebook.language.measures import count, percentage_of, rate_of

REFERRED = referral.dated(referral.referred_on)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: (referral.referred_on >= date(2015, 4, 1)) and referral.closed_on.is_missing(),
        lambda: referral.closed_on.is_missing() or referral.source_code.is_("6"),
        lambda: not referral.closed_on.is_missing(),
        lambda: date(2015, 4, 1) <= referral.referred_on <= date(2015, 4, 30),
    ],
    ids=["and", "or", "not", "a chain of comparisons"],
)
def test_and_or_and_not_say_what_to_write_instead(wrong) -> None:
    with pytest.raises(DefinitionError, match=r"all_of\(x, y\), any_of\(x, y\) or not_\(x\)"):
        wrong()


def test_two_equals_signs_say_to_write_is() -> None:
    for wrong in (referral.source_code == "6", referral.source_code != "6"):
        with pytest.raises(DefinitionError, match=r'Write column\.is_\("value"\)'):
            REFERRED.where(wrong)


@pytest.mark.parametrize("wrong", ["closed", None, 1, referral.closed_on], ids=["text", "None", "number", "column"])
def test_what_is_not_a_condition_is_refused_wherever_one_is_wanted(wrong: object) -> None:
    for write in (
        lambda: REFERRED.where(wrong),  # type: ignore[arg-type]
        lambda: all_of(wrong),  # type: ignore[arg-type]
        lambda: any_of(wrong),  # type: ignore[arg-type]
        lambda: not_(wrong),  # type: ignore[arg-type]
        lambda: ex.when(wrong, "label"),  # type: ignore[arg-type]
        lambda: ex.called("a phrase", wrong),  # type: ignore[arg-type]
        lambda: same_child(visit).where(wrong),  # type: ignore[arg-type]
    ):
        with pytest.raises(DefinitionError, match="Expected a condition"):
            write()


def test_a_count_of_related_rows_is_not_a_condition_but_that_there_are_some_is() -> None:
    with pytest.raises(DefinitionError, match="Expected a condition"):
        REFERRED.where(same_child(visit).count())
    assert REFERRED.where(same_child(visit).exists()).only


def test_a_column_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(
        DefinitionError, match=r"no column 'finished_on' in 'assessment'\. Its columns are: assessment_id"
    ):
        assessment.finished_on  # noqa: B018


@pytest.mark.parametrize("day", [assessment.started_on, referral.source_code], ids=["other table", "not a date"])
def test_only_a_date_of_its_own_places_a_row_in_a_period(day: ex.Column) -> None:
    for write in (
        lambda: referral.dated(day),
        lambda: referral.by_period_end(day),
        lambda: referral.open_at_period_end(day, referral.closed_on),
        lambda: referral.open_at_period_end(referral.referred_on, day),
        lambda: referral.in_latest_snapshot(day),
    ):
        with pytest.raises(DefinitionError, match="must be one of its own dates"):
            write()


def test_a_related_row_cannot_speak_of_the_row_being_counted_without_saying_so() -> None:
    with pytest.raises(DefinitionError, match=r"Write this_row\(referral\.referred_on\)"):
        same_child(visit).where(visit.visited_on >= referral.referred_on)
    assert same_child(visit).where(visit.visited_on >= this_row(referral.referred_on)).conditions


def test_a_look_inside_a_look_at_related_rows_cannot_change_with_the_period() -> None:
    inner = same_child(visit).where(visit.visited_on <= PERIOD.last_day).exists()
    with pytest.raises(DefinitionError, match="Move the PERIOD condition out of the inner one"):
        same_child(assessment).where(inner)


def test_only_a_link_can_be_looked_up() -> None:
    with pytest.raises(DefinitionError, match=r"'referral\.referred_on' is not a link"):
        lookup(team.name, by=referral.referred_on)


@pytest.mark.parametrize("value", [1.5, [1], b"x"], ids=["float", "list", "bytes"])
def test_a_value_that_is_not_exact_cannot_be_compared_with(value: object) -> None:
    with pytest.raises(DefinitionError, match="use a whole number, Decimal, text, True/False or a date"):
        referral.earlier_referrals_supplied >= value  # noqa: B015


@pytest.mark.parametrize("value", [1, "6", True, date(2015, 4, 1), Decimal("2.50")], ids=str)
def test_an_exact_value_is_wrapped_as_it_is(value: ex.LiteralValue) -> None:
    assert ex.literal(value) == ex.Literal(value)


def test_two_definitions_that_say_the_same_are_equal_and_can_be_found_again() -> None:
    def written() -> ex.Expression:
        return all_of(referral.source_code.is_in("1A", "6"), not_(referral.closed_on.is_missing()))

    assert written() == written()
    assert len({written(), written()}) == 1
    assert written() != all_of(referral.source_code.is_in("1A"), not_(referral.closed_on.is_missing()))


def test_whether_a_value_changes_with_the_period_is_seen_however_deep_it_lies() -> None:
    assert depends_on_period(same_child(visit).where(visit.visited_on <= PERIOD.last_day).exists())
    assert depends_on_period(ex.Standard("visits", "days", ((date(2015, 4, 1), 10),)))
    assert not depends_on_period(same_child(visit).where(visit.visited_on <= this_row(referral.referred_on)).exists())


def test_walking_finds_what_stands_inside_related_rows_and_look_ups() -> None:
    found = list(walk(lookup(team.name, by=referral.team_id)))
    assert team.name in found
    assert referral.team_id in found


def test_an_indicator_that_cannot_mean_anything_is_refused() -> None:
    words = {"theme": "Front door", "counts": "referrals", "source": "s"}
    sex = Breakdown("sex", "Sex", person.sex)
    with pytest.raises(DefinitionError, match="not an indicator id"):
        indicator("rf1", "Referrals", count(REFERRED), **words)
    with pytest.raises(DefinitionError, match="higher, lower or neither"):
        indicator("RF01", "Referrals", count(REFERRED), better="up", **words)
    with pytest.raises(DefinitionError, match="two breakdowns have the same name"):
        indicator("RF01", "Referrals", count(REFERRED), by=(sex, sex), **words)
    with pytest.raises(DefinitionError, match="a rate has no breakdowns"):
        indicator("RF01", "Rate", rate_of(REFERRED, per=10_000, population="children aged 0 to 17"), by=(sex,), **words)
    with pytest.raises(DefinitionError, match="positive number of people"):
        rate_of(REFERRED, per=0, population="children aged 0 to 17")


def test_a_breakdown_that_is_not_there_lists_those_that_are() -> None:
    item = indicator(
        "RF01",
        "Referrals",
        percentage_of(REFERRED, that=referral.closed_on.is_missing()),
        theme="Front door",
        counts="referrals",
        source="s",
        by=(Breakdown("sex", "Sex", person.sex),),
    )
    with pytest.raises(DefinitionError, match=r"RF01 has no breakdown 'team'\. Its breakdowns: sex\."):
        item.breakdown("team")


def test_an_empty_all_of_any_of_or_first_of_is_refused() -> None:
    for empty in (all_of, any_of, first_of):
        with pytest.raises(DefinitionError, match="needs at least one"):
            empty()


def test_a_look_that_changes_with_the_period_cannot_be_nested() -> None:
    then = linked(assessment.referral_id, referral.referral_id).where(assessment.started_on <= PERIOD.last_day)
    with pytest.raises(DefinitionError, match="Move the PERIOD condition"):
        same_child(referral).latest(then.earliest(assessment.started_on))
    with pytest.raises(DefinitionError, match="Move the PERIOD condition"):
        same_child(referral).where(then.exists())
    with pytest.raises(DefinitionError, match="Move the PERIOD condition"):
        lookup(then.earliest(assessment.started_on), by=assessment.referral_id)
