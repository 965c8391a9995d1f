"""What two tables of figures do not share: which figures, by how much, and why."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.periods import Period, financial_year, month
from purplebook.results.book.ledger import CHANGE_SCHEMA, changes, restated, shared_periods
from purplebook.results.figures import EVERYONE, FIGURE_SCHEMA
from purplebook.store import Snapshot

JULY, AUGUST, YEAR = month(2015, 7), month(2015, 8), financial_year(2014)


def row(indicator: str, period: Period, value: object, *, of: int | None = None, **more: Any) -> Mapping[str, Any]:
    """One figure: a count, or with `of` a part of so many."""
    return {
        "indicator": indicator,
        "edition": 1,
        "area": "899",
        "period": period.key,
        "period_start": period.first_day,
        "period_end": period.last_day,
        "breakdown": EVERYONE,
        "group": EVERYONE,
        "numerator": None if value is None else int(str(value).split(".")[0]),
        "denominator": of,
        "value": None if value is None else Decimal(str(value)),
        "status": "provisional",
    } | more


def table(*rows: Mapping[str, Any]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=FIGURE_SCHEMA)


def why(changed: pa.Table) -> dict[tuple[str, str, str], str]:
    return {(each["indicator"], each["period"], each["group"]): each["why"] for each in changed.to_pylist()}


def test_two_tables_that_are_the_same_differ_in_nothing_whatever_their_order():
    rows = [row("RF01", JULY, 5), row("RF01", AUGUST, None), row("CP01", JULY, 7, breakdown="sex", group="F")]
    changed = changes(table(*rows), table(*reversed(rows)))
    assert changed.num_rows == 0 and changed.schema.equals(CHANGE_SCHEMA)


def test_each_kind_of_difference_is_told_with_both_values():
    old = table(
        row("RF01", JULY, 5),
        row("RF01", AUGUST, 6),
        row("RF05", JULY, "20.00", of=5, numerator=1),
        row("CP01", JULY, 7, breakdown="sex", group="F"),
        row("LA01", JULY, 9),
        row("AS01", JULY, None, status="not supplied", numerator=None),
        row("CN01", JULY, 3, status="provisional"),
        row("CP06", JULY, 4),
    )
    new = table(
        row("RF01", JULY, 8),
        row("RF01", AUGUST, 6),
        row("RF05", JULY, "20.00", of=10, numerator=2),
        row("CP01", JULY, 7, breakdown="sex", group="M"),
        row("LA01", JULY, 9, edition=2),
        row("AS01", JULY, 2),
        row("CN01", JULY, None, status="not covered", numerator=None),
        row("CP06", JULY, 4, status="published"),
    )
    changed = changes(old, new)
    assert why(changed) == {
        ("RF01", "2015-07", "all"): "the records changed",
        ("RF05", "2015-07", "all"): "the records changed",
        ("CP01", "2015-07", "M"): "not in the earlier release",
        ("CP01", "2015-07", "F"): "no longer in the release",
        ("LA01", "2015-07", "all"): "the definition changed: edition 1 became 2",
        ("AS01", "2015-07", "all"): "it was not supplied and is provisional",
        ("CN01", "2015-07", "all"): "it was provisional and is not covered",
    }
    held = {(each["indicator"], each["group"]): each for each in changed.to_pylist()}
    assert (held["RF01", "all"]["old_value"], held["RF01", "all"]["new_value"]) == (Decimal("5.00"), Decimal("8.00"))
    part = held["RF05", "all"]
    assert [part[f"{age}_{what}"] for what in ("numerator", "denominator") for age in ("old", "new")] == [1, 2, 5, 10]
    assert held["CP01", "F"]["new_value"] is None and held["CP01", "M"]["old_value"] is None


def test_the_changes_stand_in_the_order_of_the_new_figures_and_what_is_gone_comes_last():
    old = table(row("AA01", JULY, 1), row("CP01", JULY, 1), row("RF01", JULY, 1), row("RF01", AUGUST, 1))
    new = table(row("RF01", AUGUST, 2), row("CP01", JULY, 2), row("RF01", JULY, 2))
    found = [(each["indicator"], each["period"]) for each in changes(old, new).to_pylist()]
    assert found == [("RF01", "2015-08"), ("CP01", "2015-07"), ("RF01", "2015-07"), ("AA01", "2015-07")]


def test_a_period_that_only_one_of_them_has_is_no_restatement_and_an_indicator_is():
    old = table(row("RF01", JULY, 1), row("RF01", YEAR, 1), row("CP01", JULY, 1))
    new = table(row("RF01", JULY, 2), row("RF01", AUGUST, 2), row("CP02", JULY, 3))
    kept = shared_periods(changes(old, new), old=old, new=new)
    assert why(kept) == {
        ("RF01", "2015-07", "all"): "the records changed",
        ("CP02", "2015-07", "all"): "not in the earlier release",
        ("CP01", "2015-07", "all"): "no longer in the release",
    }


@pytest.fixture
def no_snapshot() -> Snapshot:
    """Asked of nothing: without the old records no child is counted, so the new ones are not opened."""
    return None  # pyright: ignore[reportReturnType]


def test_only_headline_figures_with_a_value_are_restated_and_unknown_children_are_not_nought(no_snapshot: Snapshot):
    old = table(
        row("RF01", JULY, 5),
        row("RF01", JULY, 3, breakdown="sex", group="F"),
        row("RF02", JULY, None, numerator=5),
        row("GONE", JULY, 1),
    )
    new = table(
        row("RF01", JULY, 8),
        row("RF01", JULY, 6, breakdown="sex", group="F"),
        row("RF02", JULY, None, numerator=8),
    )
    changed = changes(old, new)
    assert changed.num_rows == 4
    found = restated(changed, INDICATORS, old=None, new=no_snapshot)
    assert [(each.indicator, each.old_value, each.new_value) for each in found] == [
        ("RF01", Decimal("5.00"), Decimal("8.00")),
        ("GONE", Decimal("1.00"), None),
    ]
    for each in found:
        assert (each.entered, each.left, each.base_entered, each.base_left) == (None, None, None, None)
    assert found[0].title == "Referrals to children's social care" and found[0].old_parts == (5, None)
