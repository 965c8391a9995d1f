"""What the paper's own words give, where a figure fits only under another reading, worked out by another hand.

Queries over the invented council's files as they lie, without the product; and sums from the printed page alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest

from tests.support.hand.files import open_files
from tests.support.hand.printed import number_of

LONG_TERM = "('Safeguarding East', 'Safeguarding West', 'Safeguarding South', 'Children with Disabilities')"

VISITS = """
    WITH during AS (
        SELECT plan.child_protection_plan_id AS id, plan.started_on, visit.visited_on
        FROM child_protection_plan AS plan JOIN visit USING (person_id)
        WHERE visit.visit_type = 'CP' AND visit.seen = 'Y' AND NOT coalesce(plan.is_other_authority_plan, false)
          AND visit.visited_on BETWEEN plan.started_on AND coalesce(plan.ended_on, DATE '2099-01-01')
    ), gaps AS (
        SELECT visited_on, coalesce(lag(visited_on) OVER (PARTITION BY id ORDER BY visited_on), started_on) AS before
        FROM during
    )
    SELECT count(*) FILTER (later.number - earlier.number <= 10), count(*)
    FROM gaps JOIN working_day AS later ON later.day = visited_on JOIN working_day AS earlier ON earlier.day = before
    WHERE date_trunc('month', visited_on) = DATE '{month}'
"""
LOOKED_AFTER = """
    looked_after_period JOIN person USING (person_id)
    WHERE looked_after_period.started_on <= DATE '2015-08-31'
      AND coalesce(looked_after_period.ended_on, DATE '2099-01-01') > DATE '2015-08-31'
      AND looked_after_period_id NOT IN (
          SELECT looked_after_period_id FROM looked_after_episode
          WHERE legal_status_code IN ('V3', 'V4') AND started_on <= DATE '2015-08-31'
            AND coalesce(ended_on, DATE '2099-01-01') > DATE '2015-08-31'
      )
"""


def _rows(name: str) -> dict[str, dict[str, str]]:
    path = Path(__file__).resolve().parents[2] / "purplebook_demo" / "paper_2015" / "tally" / name
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


PRINTED = {
    name: number_of(row["printed"]) for name, row in _rows("printed_figures.csv").items() if row["kind"] == "figure"
}


@pytest.fixture(scope="module")
def files(demo_output: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = open_files(demo_output / "files")
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def by_its_words(demo_output: Path) -> dict[str, str]:
    with (demo_output / "tally.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["as_printed"] for row in csv.DictReader(file)}


def _one(part: int, whole: int) -> str:
    return f"{(100 * Decimal(part) / whole).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}%"


@pytest.mark.parametrize(
    ("figure", "month", "part", "whole", "share"),
    [
        ("F100", "2015-03-01", 445, 484, "91.9%"),
        ("F101", "2015-06-01", 239, 380, "62.9%"),
        ("F102", "2015-08-01", 458, 531, "86.3%"),
    ],
)
def test_of_the_visits_themselves_fewer_were_in_time(
    figure: str,
    month: str,
    part: int,
    whole: int,
    share: str,
    files: duckdb.DuckDBPyConnection,
    by_its_words: dict[str, str],
):
    assert files.execute(VISITS.format(month=month)).fetchall() == [(part, whole)]
    assert by_its_words[figure] == share == _one(part, whole)


@pytest.mark.parametrize(("figure", "day"), [("F180", "2015-08-31"), ("F181", "2015-04-30")])
def test_nearly_every_care_leaver_had_some_pathway_plan(
    figure: str, day: str, files: duckdb.DuckDBPyConnection, by_its_words: dict[str, str]
):
    [(part, whole)] = files.execute(
        f"""SELECT count(pathway_plan_on), count(*) FROM care_leaver_snapshot JOIN person USING (person_id)
        WHERE snapshot_on = DATE '{day}' AND date_diff('year', born_on, DATE '{day}')
            - (strftime(DATE '{day}', '%m%d') < strftime(born_on, '%m%d'))::INTEGER BETWEEN 19 AND 21"""
    ).fetchall()
    assert by_its_words[figure] == _one(part, whole)


@pytest.mark.parametrize(("figure", "youngest", "oldest"), [("F132", 0, 3), ("F134", 11, 15)])
def test_the_bands_as_they_are_labelled_leave_children_out(
    figure: str, youngest: int, oldest: int, files: duckdb.DuckDBPyConnection, by_its_words: dict[str, str]
):
    [(number,)] = files.execute(
        f"""SELECT count(DISTINCT person_id) FROM {LOOKED_AFTER}
        AND date_diff('year', born_on, DATE '2015-08-31')
            - (strftime(DATE '2015-08-31', '%m%d') < strftime(born_on, '%m%d'))::INTEGER BETWEEN {youngest} AND {oldest}
        AND person_id NOT IN (
            SELECT person_id FROM person_attribute
            WHERE attribute_type = 'UASC' AND coalesce(started_on, DATE '1900-01-01') <= DATE '2015-08-31'
            AND coalesce(ended_on, DATE '2099-01-01') > DATE '2015-08-31'
        )"""
    ).fetchall()
    assert by_its_words[figure] == str(number) != str(PRINTED[figure])


def test_two_years_in_one_place_or_placed_for_adoption_are_fewer_than_a_third_of_all_children(
    files: duckdb.DuckDBPyConnection, by_its_words: dict[str, str]
):
    [(stable, everyone)] = files.execute(
        f"""SELECT count(DISTINCT person_id) FILTER (placement.started_on <= DATE '2013-08-31'
                OR placement.placement_type IN ('A3', 'A4', 'A5', 'A6')), count(DISTINCT person_id)
        FROM (SELECT looked_after_period_id, person_id FROM {LOOKED_AFTER})
        JOIN (SELECT * EXCLUDE (person_id) FROM placement) AS placement USING (looked_after_period_id)
        WHERE placement.started_on <= DATE '2015-08-31'
          AND coalesce(placement.ended_on, DATE '2099-01-01') > DATE '2015-08-31'"""
    ).fetchall()
    assert by_its_words["F156"] == _one(stable, everyone)


def test_no_number_of_230_children_is_73_6_percent():
    assert not any(_one(part, 230) == "73.6%" for part in range(231))


def test_one_average_of_open_plans_cannot_rise_from_8_9_to_12_months_in_a_quarter():
    """Every plan of 31 March stays open for three months more, and 34 begin on 1 April: nothing gives a higher one."""
    longest = (203 * (Decimal("8.95") + 3) + 34 * 3) / 237
    assert longest < Decimal("11.5")


def test_a_share_printed_to_two_places_is_of_no_whole_number():
    for part, printed in ((16, "8.20"), (18, "8.90")):
        shares = [
            (100 * Decimal(part) / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP) for whole in range(16, 1000)
        ]
        assert Decimal(printed) not in shares


def test_the_children_printed_as_of_quarter_4_are_as_many_as_in_august():
    of_quarter_4 = sum(PRINTED[name] for name in ("F127", "F128", "F129", "F130"))
    assert of_quarter_4 == PRINTED["F110"] == 230
    assert PRINTED["F108"] - PRINTED["F109"] == PRINTED["F152"] == 207


def test_the_rows_of_placement_3_print_29_percent_and_say_33_and_32():
    assert [_one(61, 207), _one(67, 230)] == ["29.5%", "29.1%"]
    assert [PRINTED["F150"], PRINTED["F153"]] == [33, 32]


def test_more_were_adopted_than_the_average_of_the_adopted_is_of():
    assert PRINTED["F199"] == 19 and PRINTED["F230"] == 18


def test_nobody_who_waited_less_than_426_days_waited_in_excess_of_500(by_its_words: dict[str, str]):
    assert int(by_its_words["F195"]) < 426 < PRINTED["F195"]
