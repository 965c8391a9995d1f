"""The invented authority is of the size and shape of the paper's; exact equality is another issue's."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from purplebook_demo.paper_2015 import targets
from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_START
from purplebook_demo.paper_2015.generate import Tables
from tests.demo.spans import Row, day, open_on, periods_of_care


def happened(rows: list[Row], column: str, first: date, last: date) -> int:
    """Rows dated in the span."""
    return sum(1 for row in rows if row.get(column) is not None and first <= day(row, column) <= last)


def year(start: int) -> tuple[date, date]:
    """The financial year that begins in April of `start`."""
    return date(start, 4, 1), date(start + 1, 3, 31)


def by_paper(stocks: tuple[targets.Stock, ...]) -> tuple[targets.Stock, ...]:
    """The stocks that the extract of the paper's day can show."""
    return tuple(stock for stock in stocks if stock.on <= PAPER_DAY)


QUARTER_1 = (date(2015, 4, 1), date(2015, 6, 30))
JULY_AND_AUGUST = (date(2015, 7, 1), date(2015, 8, 31))


@pytest.mark.parametrize(
    ("table", "column", "span", "wanted"),
    [
        ("referral", "referred_on", year(2012), 1681),
        ("referral", "referred_on", year(2013), 1732),
        ("referral", "referred_on", year(2014), 1598),
        ("referral", "referred_on", QUARTER_1, 721),
        ("referral", "referred_on", (date(2015, 7, 1), date(2015, 7, 31)), 118),
        ("referral", "referred_on", (date(2015, 8, 1), date(2015, 8, 31)), 146),
        ("contact", "contacted_on", (date(2015, 4, 1), PAPER_DAY), 2073),
        ("early_help", "requested_on", QUARTER_1, 251),
    ],
)
def test_events_of_a_period_are_as_many_as_its_target(
    demo: Tables, table: str, column: str, span: tuple[date, date], wanted: int
) -> None:
    assert happened(demo[table], column, *span) == wanted


@pytest.mark.parametrize(
    ("span", "wanted"),
    [(year(2012), 618), (year(2013), 557), (year(2014), 577), (QUARTER_1, 177), (JULY_AND_AUGUST, 84)],
)
def test_enquiries_are_as_many_as_their_target(demo: Tables, span: tuple[date, date], wanted: int) -> None:
    enquiries = [row for row in demo["section_47_enquiry"] if row["decision"] != "NO_S47"]
    assert happened(enquiries, "strategy_discussion_on", *span) == wanted


@pytest.mark.parametrize(
    ("span", "wanted"),
    [(year(2011), 97), (year(2012), 95), (year(2013), 95), (year(2014), 85), ((date(2015, 4, 1), PAPER_DAY), 42)],
)
def test_children_who_leave_care_are_as_many_as_their_target(
    demo: Tables, span: tuple[date, date], wanted: int
) -> None:
    first, last = span
    ended = [row for row in periods_of_care(demo) if row["ended_on"] and first <= day(row, "ended_on") <= last]
    assert len({row["person_id"] for row in ended}) == wanted


@pytest.mark.parametrize(
    ("when", "protected", "looked_after"),
    [
        (date(2012, 3, 31), 204, 237),
        (date(2013, 3, 31), 161, 227),
        (date(2014, 3, 31), 157, 208),
        (date(2015, 3, 31), 203, 207),
        (date(2015, 6, 30), 237, 223),
        (PAPER_DAY, 265, 230),
    ],
)
def test_stocks_are_as_large_as_their_targets(demo: Tables, when: date, protected: int, looked_after: int) -> None:
    assert len(open_on(demo["child_protection_plan"], when)) == protected
    assert len(open_on(periods_of_care(demo), when)) == looked_after


def test_people_already_open_bring_their_history(demo: Tables) -> None:
    assert len(open_on(demo["referral"], RECORDS_START, "referred_on", "closed_on")) > 500
    assert min(day(row, "started_on") for row in demo["child_protection_plan"]) < date(2009, 7, 1)
    assert min(day(row, "contacted_on") for row in demo["contact"]) >= RECORDS_START


def test_august_and_december_are_quiet(demo: Tables) -> None:
    for start in (2011, 2012, 2013):
        august = happened(demo["referral"], "referred_on", date(start, 8, 1), date(start, 8, 31))
        october = happened(demo["referral"], "referred_on", date(start, 10, 1), date(start, 10, 31))
        assert august < 0.8 * october


def test_there_are_about_a_quarter_of_a_million_rows(demo: Tables) -> None:
    assert 220_000 < sum(len(rows) for rows in demo.values()) < 350_000


def test_another_seed_makes_another_authority(demo: Tables, other: Tables) -> None:
    assert other["referral"] != demo["referral"]
    assert len(open_on(periods_of_care(other), PAPER_DAY)) == 230


@pytest.mark.parametrize("target", by_paper(targets.PLACED_FAR), ids=lambda target: str(target.on))
def test_children_placed_far_away_are_as_many_as_their_target(demo: Tables, target: targets.Stock) -> None:
    far = [
        row
        for row in open_on(demo["placement"], target.on)
        if row["is_in_authority"] is False and 20 < float(str(row["distance_miles"])) < 999
    ]
    assert len(far) == target.count


@pytest.mark.parametrize("target", by_paper(targets.MOVED_OFTEN), ids=lambda target: str(target.on))
def test_children_who_moved_often_are_as_many_as_their_target(demo: Tables, target: targets.Stock) -> None:
    looked_after = {row["person_id"] for row in open_on(periods_of_care(demo), target.on)}
    year_before = target.on.replace(year=target.on.year - 1)
    lived = Counter(
        row["person_id"]
        for row in demo["placement"]
        if day(row, "started_on") <= target.on
        and (row["ended_on"] is None or day(row, "ended_on") > year_before)
        and row["placement_type"] not in ("A3", "A5")
    )
    assert sum(lived[person_id] >= 3 for person_id in looked_after) == target.count


def test_few_protection_plans_last_two_years(demo: Tables) -> None:
    plans = demo["child_protection_plan"]
    for target in targets.LONG_PLANS_OPEN:
        aged = [row for row in open_on(plans, target.on) if (target.on - day(row, "started_on")).days >= 729]
        assert len(aged) == target.count
    for start, (wanted_long, wanted) in {2011: (16, 195), 2012: (18, 202), 2013: (17, 200), 2014: (7, 207)}.items():
        ended = [row for row in plans if row["ended_on"] and year(start)[0] <= day(row, "ended_on") <= year(start)[1]]
        long = [row for row in ended if (day(row, "ended_on") - day(row, "started_on")).days >= 729]
        assert (len(long), len(ended)) == (wanted_long, wanted)


def test_the_last_register_of_care_leavers_is_as_its_targets_say(demo: Tables) -> None:
    born_on = {row["person_id"]: row["born_on"] for row in demo["person"]}
    oldest, youngest = date(1993, 8, 31), date(1996, 8, 31)
    register = [
        row
        for row in demo["care_leaver_snapshot"]
        if row["snapshot_on"] == PAPER_DAY and oldest < date.fromisoformat(str(born_on[row["person_id"]])) <= youngest
    ]
    assert len(register) == 71
    assert sum(row["accommodation_suitable"] == "1" for row in register) == targets.LEAVERS_IN_SUITABLE_HOMES
    assert sum(row["activity_code"] in ("F1", "P1") for row in register) == targets.LEAVERS_IN_HIGHER_EDUCATION
    assert sum(row["activity_code"] in ("G4", "G5", "G6") for row in register) == targets.LEAVERS_NOT_IN_WORK
    current = [row for row in register if row["pathway_plan_on"] and day(row, "pathway_plan_on") >= date(2015, 3, 1)]
    assert len(current) == targets.LEAVERS_WITH_CURRENT_PLAN
