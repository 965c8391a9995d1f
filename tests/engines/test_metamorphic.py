"""Laws that figures keep whatever the records are, checked without knowing any answer."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from purplebook.definitions import INDICATORS
from purplebook.language import person, referral
from purplebook.language.expressions import IsNot
from purplebook.language.indicators import Breakdown, indicator
from purplebook.language.measures import Shape, count
from purplebook.language.periods import between, month, quarter
from tests.generative.cases import Case, Figure, ReusedDuckDB, by_both, some_cases
from tests.generative.chance import Seeded
from tests.generative.tables import AUTHORITIES, write_rows

CASES = some_cases(40, seed=3)
MONTHS = tuple(month(2015 + place // 12, place % 12 + 1) for place in range(2, 16))


@pytest.fixture(scope="module")
def engine() -> Iterator[ReusedDuckDB]:
    with ReusedDuckDB() as opened:
        yield opened


def test_the_order_of_the_rows_changes_nothing(engine: ReusedDuckDB) -> None:
    for number, case in enumerate(CASES):
        shuffled = {name: random.Random(number).sample(list(rows), len(rows)) for name, rows in case.data.items()}
        assert by_both(engine, case) == by_both(engine, replace(case, data=shuffled))


def test_an_authority_split_in_two_adds_up_to_the_same_counts(engine: ReusedDuckDB) -> None:
    """Children 1 and 2 move to the second authority with everything about them."""
    items = tuple(
        indicator(f"RF{place}", "Split", count(cohort), theme="Front door", counts="rows", source="law", by=by)
        for place, cohort in enumerate(
            (
                referral.dated(referral.referred_on).where(IsNot(referral.source_code, ("A",))),
                referral.open_at_period_end(referral.referred_on, referral.closed_on),
            )
        )
        for by in [(Breakdown("sex", "Sex", person.sex),)]
    )
    compared = 0
    for seed in range(15):
        chance = Seeded(seed)
        rows = [
            row | {"authority_code": "899", "referral_id": str(n)}
            for n in range(3)
            for row in write_rows(chance, "referral")
        ]
        people = {row["person_id"]: row | {"authority_code": "899"} for row in write_rows(chance, "person")}
        data: dict[str, list[dict[str, Any]]] = {"referral": rows, "person": list(people.values())}
        split = {
            name: [row | {"authority_code": "898" if row["person_id"] in ("1", "2") else "899"} for row in some]
            for name, some in data.items()
        }
        whole = by_both(engine, Case(items, MONTHS[:4], data))
        parts: dict[tuple[str, ...], int] = defaultdict(int)
        for (name, _, *rest), (top, _, _) in by_both(engine, Case(items, MONTHS[:4], split)).items():
            parts[name, *rest] += top or 0
        joined: dict[tuple[str, ...], int] = defaultdict(int)
        for (name, _, *rest), (top, _, _) in whole.items():
            joined[name, *rest] += top or 0
        assert parts == joined
        compared += sum(joined.values())
    assert compared


def test_the_groups_of_a_breakdown_add_up_to_everyone(engine: ReusedDuckDB) -> None:
    added = (Shape.COUNT, Shape.PERCENTAGE, Shape.DIFFERENCE, Shape.MEAN, Shape.SHARE)
    compared = 0
    for case in CASES:
        figures = by_both(engine, case)
        for item in case.indicators:
            if item.measure.shape not in added or item.measure.top.kind == "children":
                continue
            sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
            for (name, area, period, breakdown, _), (top, bottom, _) in figures.items():
                if name == item.id and breakdown != "all":
                    sums[area, period, breakdown][0] += top or 0
                    sums[area, period, breakdown][1] += bottom or 0
            for (area, period, _), (top, bottom) in sums.items():
                everyone = figures[item.id, area, period, "all", "all"]
                assert top == everyone[0]
                if item.measure.shape is not Shape.SHARE:
                    assert bottom == (everyone[1] or 0)
                compared += top
    assert compared


def test_what_is_open_is_what_was_open_with_what_started_less_what_ended(engine: ReusedDuckDB) -> None:
    """For spells that do not end before or on the day they start: those are never open at the end of a day."""
    measures = {
        "RF0": referral.open_at_period_end(referral.referred_on, referral.closed_on),
        "RF1": referral.dated(referral.referred_on),
        "RF2": referral.dated(referral.closed_on),
    }
    items = tuple(
        indicator(name, "Stock", count(cohort), theme="Front door", counts="spells", source="law")
        for name, cohort in measures.items()
    )
    moved = 0
    for seed in range(25):
        rows = [
            row
            for row in write_rows(Seeded(seed), "referral")
            if row["referred_on"] and not (row["closed_on"] and row["closed_on"] <= row["referred_on"])
        ]
        figures = by_both(engine, Case(items, MONTHS, {"referral": rows}))
        for authority in AUTHORITIES:
            for before, after in pairwise(MONTHS):
                was_open, is_open = (_top(figures["RF0", authority, one.key, "all", "all"]) for one in (before, after))
                started, ended = (_top(figures[name, authority, after.key, "all", "all"]) for name in ("RF1", "RF2"))
                assert is_open == was_open + started - ended
                moved += started + ended
    assert moved


def _top(figure: Figure) -> int:
    assert figure[0] is not None
    return figure[0]


def test_the_top_of_a_percentage_is_never_more_than_its_bottom(engine: ReusedDuckDB) -> None:
    for case in CASES:
        shapes = {item.id: item.measure.shape for item in case.indicators}
        for (name, *_), (top, bottom, _) in by_both(engine, case).items():
            if shapes[name] is Shape.PERCENTAGE:
                assert top is not None and bottom is not None
                assert 0 <= top <= bottom


@pytest.mark.parametrize(
    "item", [item for item in INDICATORS if item.measure.shape is Shape.PERCENTAGE], ids=lambda i: i.id
)
def test_the_top_of_a_declared_percentage_counts_some_of_its_bottom(item: Any) -> None:
    top, bottom = item.measure.top.cohort, item.measure.bottom.cohort
    assert (top.table, top.clock) == (bottom.table, bottom.clock)
    assert top.only[: len(bottom.only)] == bottom.only


def test_periods_that_follow_one_another_add_up_to_the_longer_one(engine: ReusedDuckDB) -> None:
    item = indicator(
        "RF0", "Sum", count(referral.dated(referral.referred_on)), theme="Front door", counts="rows", source="law"
    )
    parts = (month(2015, 4), month(2015, 5), month(2015, 6))
    same = between(date(2015, 4, 1), date(2015, 6, 30))
    for seed in range(15):
        data = {"referral": write_rows(Seeded(seed), "referral")}
        found = by_both(engine, Case((item,), (*parts, quarter(2015, 1), same), data))
        for authority in AUTHORITIES:
            added = sum(_top(found["RF0", authority, part.key, "all", "all"]) for part in parts)
            assert _top(found["RF0", authority, quarter(2015, 1).key, "all", "all"]) == added
            assert _top(found["RF0", authority, same.key, "all", "all"]) == added
