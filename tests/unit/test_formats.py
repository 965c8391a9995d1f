"""Which formats can supply an indicator: wholly, partly and what is lacking, or not and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.language import (
    all_of,
    count,
    count_children,
    indicator,
    linked,
    not_,
    percentage_of,
    referral,
    share_of,
    visit,
)
from purplebook.language.indicators import EVER, Breakdown, Indicator
from purplebook.language.measures import Measure, Shape
from purplebook.results.formats import Answer, Extent, answers, groups_of_share, in_words
from purplebook.sources.supply import FormatSupply, RowsMade, format_supplies, together
from purplebook.tables import TABLES_BY_NAME

ORDER = (Extent.NOT, Extent.PARTLY, Extent.WHOLLY)
RECEIVED = referral.dated(referral.referred_on)
BY_SOURCE = Breakdown("source", "Source", referral.source_code)


def example(measure: Measure, *, title: str = "Example", by: tuple[Breakdown, ...] = (), back: int = 0) -> Indicator:
    return indicator(
        "RF99", title, measure, theme="Front door", counts="referrals", source="Example.", by=by, look_back_months=back
    )


def fills(*names: str, **more: object) -> FormatSupply:
    """A format that fills these columns (`table.column`), beside every table's key and child."""
    tables = dict.fromkeys(name.partition(".")[0] for name in names)
    rows = [
        RowsMade(
            table,
            frozenset({*TABLES_BY_NAME[table].key, "person_id"} | {n.partition(".")[2] for n in names if table in n}),
        )
        for table in tables
    ]
    return FormatSupply("example", "Example", tuple(rows), "ever", **more)  # type: ignore[arg-type]


def answer(item: Indicator, each: FormatSupply) -> Answer:
    (found,) = answers([item], [each])
    return found


def visits(*kinds: str, is_latest_only: bool = True) -> FormatSupply:
    rows = RowsMade(
        "visit",
        frozenset(TABLES_BY_NAME["visit"].column_names),
        {"visit_type": frozenset(kinds)},
        is_latest_only=is_latest_only,
    )
    return FormatSupply("example", "Example", (*fills("referral.referred_on").rows, rows), "ever")


def test_a_format_with_every_column_supplies_wholly():
    assert answer(example(count(RECEIVED)), fills("referral.referred_on")).extent is Extent.WHOLLY


def test_a_format_without_the_table_or_the_date_does_not_supply():
    without_table = answer(example(count(RECEIVED)), fills("contact.contacted_on"))
    without_date = answer(example(count(RECEIVED)), fills("referral.source_code"))
    assert (without_table.extent, without_table.refused) == (Extent.NOT, ("referral records",))
    assert (without_date.extent, without_date.refused) == (Extent.NOT, ("referral.referred_on",))


def test_what_would_only_have_left_rows_out_makes_it_partly():
    item = example(count(RECEIVED.where(not_(referral.source_code.is_in("1A")))))
    refused = answer(example(count(RECEIVED.where(referral.source_code.is_in("1A")))), fills("referral.referred_on"))
    assert refused.extent is Extent.NOT
    left_out = example(count(RECEIVED.where(referral.source_code.is_not("1A"))))
    found = answer(left_out, fills("referral.referred_on"))
    assert (found.extent, found.lacking) == (Extent.PARTLY, ("referral.source_code",))
    assert answer(left_out, fills("referral.referred_on", "referral.source_code")).extent is Extent.WHOLLY
    assert answer(item, fills("referral.referred_on", "referral.source_code")).extent is Extent.WHOLLY


def test_a_breakdown_that_cannot_be_had_is_named_and_the_figure_stays_whole():
    item = example(count(RECEIVED), by=(BY_SOURCE,))
    assert answer(item, fills("referral.referred_on")).undivided == ("source",)
    assert answer(item, fills("referral.referred_on")).extent is Extent.WHOLLY
    assert answer(item, fills("referral.referred_on", "referral.source_code")).undivided == ()


def test_a_share_without_its_groups_is_no_figure():
    item = example(share_of(RECEIVED), title="Referrals by source", by=(BY_SOURCE,))
    assert answer(item, fills("referral.referred_on")).refused == ("referral.source_code",)
    assert answer(item, fills("referral.referred_on", "referral.source_code")).extent is Extent.WHOLLY


def test_every_share_names_the_groups_that_it_is_a_share_by():
    shares = [item for item in INDICATORS if item.measure.shape is Shape.SHARE]
    assert shares
    assert [item.id for item in shares if groups_of_share(item) is None] == []
    assert groups_of_share(indicator_by_id("LA08")).name == "age_band"  # type: ignore[union-attr]


def test_a_kind_of_row_that_the_format_never_writes_is_no_figure():
    seen = example(count_children(visit.dated(visit.visited_on).where(visit.visit_type.is_("CP"))))
    assert answer(seen, visits("CP", "LAC", is_latest_only=False)).extent is Extent.WHOLLY
    found = answer(seen, visits("LAC", is_latest_only=False))
    assert (found.extent, found.refused) == (Extent.NOT, ("visit.visit_type CP",))
    either = example(count_children(visit.dated(visit.visited_on).where(visit.visit_type.is_in("CP", "CIN"))))
    assert answer(either, visits("CIN", is_latest_only=False)).extent is Extent.WHOLLY
    assert answer(either, visits("LAC", is_latest_only=False)).refused == ("visit.visit_type CP/CIN",)


def test_columns_of_rows_that_are_never_written_are_not_listed_beside_them():
    to_child = linked(visit.person_id, referral.person_id)
    seen = all_of(visit.visit_type.is_("CP"), visit.seen.is_("Y"))
    item = example(percentage_of(RECEIVED, that=to_child.where(seen).exists()))
    rows = RowsMade("visit", frozenset({"visit_id", "person_id", "visit_type"}), {"visit_type": frozenset({"LAC"})})
    of_another_kind = FormatSupply("example", "Example", (*fills("referral.referred_on").rows, rows), "ever")
    assert answer(item, of_another_kind).refused == ("visit.visit_type CP",)
    without_column = FormatSupply("example", "Example", (*of_another_kind.rows[:-1], replace(rows, same={})), "ever")
    assert answer(item, without_column).refused == ("visit.seen",)


def test_last_dates_cannot_be_counted_up_and_give_other_figures_in_part():
    to_child = linked(visit.person_id, referral.person_id)
    counted = example(percentage_of(RECEIVED, that=to_child.count() >= 2))
    seen = example(percentage_of(RECEIVED, that=to_child.exists()))
    assert "the history of visits" in answer(counted, visits("CP")).refused
    assert answer(counted, visits("CP", is_latest_only=False)).extent is Extent.WHOLLY
    assert answer(seen, visits("CP")).lacking == ("visits before the latest",)
    # The last date of another kind of visit takes nothing from this figure.
    of_kind = example(percentage_of(RECEIVED, that=to_child.where(visit.visit_type.is_("CP")).exists()))
    mixed = FormatSupply(
        "m", "M", (*visits("CP", is_latest_only=False).rows, *visits("IRO", is_latest_only=True).rows), "ever"
    )
    assert answer(of_kind, mixed).extent is Extent.WHOLLY
    assert answer(seen, mixed).extent is Extent.PARTLY


def test_children_cannot_be_followed_for_longer_than_the_records_reach():
    followed = example(count(referral.dated(referral.referred_on, months_later=6)))
    assert answer(followed, fills("referral.referred_on")).extent is Extent.WHOLLY
    assert answer(followed, fills("referral.referred_on", months={"referral": 7})).extent is Extent.WHOLLY
    assert answer(followed, fills("referral.referred_on", months={"referral": 6})).extent is Extent.NOT


@pytest.mark.parametrize(("back", "extent"), [(6, Extent.WHOLLY), (7, Extent.PARTLY), (EVER, Extent.PARTLY)])
def test_an_indicator_that_looks_further_back_than_the_records_reach_is_partly(back: int, extent: Extent):
    item = example(count(RECEIVED), back=back)
    assert answer(item, fills("referral.referred_on", months={"referral": 6})).extent is extent
    assert answer(item, fills("referral.referred_on")).extent is Extent.WHOLLY


def test_canonical_csv_can_supply_every_indicator_wholly_by_every_breakdown():
    canonical = [each for each in format_supplies() if each.name == "canonical-csv"]
    found = answers(INDICATORS, canonical)
    assert [each.indicator.id for each in found if each.extent is not Extent.WHOLLY or each.undivided] == []


def test_another_format_in_the_same_load_never_makes_an_indicator_worse():
    formats = format_supplies()
    alone = {(each.format.name, each.indicator.id): each.extent for each in answers(INDICATORS, formats)}
    for one, other in combinations(formats, 2):
        for both in answers(INDICATORS, [together((one, other))]):
            best = max((alone[each.name, both.indicator.id] for each in (one, other)), key=ORDER.index)
            assert ORDER.index(both.extent) >= ORDER.index(best), (one.name, other.name, both.indicator.id)


def test_what_analysts_know_of_the_national_returns():
    known = {
        ("annex-a", "RF08"): "not",  # no link from an assessment to its referral
        ("annex-a", "CP12"): "not",  # the last visit alone
        ("annex-a", "LA13"): "not",  # no history of placements
        ("cin-census", "RF01"): "wholly",
        ("cin-census", "CP12"): "not",  # no visits
        ("ssda903", "LA13"): "wholly",
        ("ssda903", "CL07"): "not",  # no pathway plans
        ("ssd", "LA10"): "wholly",
        ("local-register", "QA01"): "wholly",
        ("workforce-census", "RF01"): "not",
    }
    found = {(each.format.name, each.indicator.id): each.extent for each in answers(INDICATORS, format_supplies())}
    assert {place: found[place].value for place in known} == known


def test_lacks_are_said_in_plain_english():
    assert in_words("assessment.referral_id") == "link from assessments to referrals"
    assert in_words("looked after period records") == "periods of care"
    assert in_words("plan.plan_type CIN") == "plans whose plan type is Child in need plan (CIN)"
    assert in_words("the history of visits") == "visits before the latest"
    assert in_words("early_help.is_quality_assured") == '"quality assured" of early help records'
    assert in_words("referral.referred_on") == "referral date of referrals"
    for each in answers(INDICATORS, format_supplies()):
        for lack in (*each.refused, *each.lacking):
            assert "_" not in in_words(lack).split(" is ")[0], lack
