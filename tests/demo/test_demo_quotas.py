"""What is printed is met for any seed, counted straight over the rows; and months look like those around them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import median

import pytest

from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_START, age_on, first_of_month, working_days_between
from purplebook_demo.paper_2015.generate import Tables
from tests.demo.spans import by, day, open_on, periods_of_care

FIRST = date(2015, 4, 1)
DATED = {
    "contact": "contacted_on",
    "referral": "referred_on",
    "assessment": "started_on",
    "section_47_enquiry": "strategy_discussion_on",
    "child_protection_conference": "held_on",
    "child_protection_plan": "started_on",
    "visit": "visited_on",
    "plan": "started_on",
    "placement": "started_on",
    "looked_after_review": "reviewed_on",
    "supervision": "supervised_on",
    "early_help": "started_on",
    "involvement": "started_on",
}


@pytest.fixture(params=[2015, 7])
def council(request: pytest.FixtureRequest, demo: Tables, other: Tables) -> Tables:
    return demo if request.param == 2015 else other


def in_care(council: Tables, when: date) -> set[object]:
    return {row["person_id"] for row in open_on(periods_of_care(council), when)}


def test_referrals_by_source_and_reason(council: Tables) -> None:
    recent = [row for row in council["referral"] if FIRST <= day(row, "referred_on") <= PAPER_DAY]
    sources = Counter(row["source_code"] for row in recent)
    reasons = Counter(row["presenting_issue"] for row in recent)
    assert (len(recent), sources["6"], sources["2A"]) == (985, 343, 196)
    assert [reasons[name] for name in ("DOMESTIC_ABUSE", "PHYSICAL_ABUSE", "SEXUAL_ABUSE")] == [175, 105, 107]
    named = {name: count for name, count in reasons.items() if name != "OTHER"}
    assert max(named, key=lambda name: named[name]) == "DOMESTIC_ABUSE"


def test_siblings_are_referred_by_the_same_source(council: Tables) -> None:
    families = {
        row["person_id"]: row["value_text"] for row in council["person_attribute"] if row["attribute_type"] == "FAMILY"
    }
    together: dict[object, set[object]] = {}
    for row in council["referral"]:
        if day(row, "referred_on") >= RECORDS_START:
            together.setdefault((families[row["person_id"]], row["referred_on"]), set()).add(row["source_code"])
    assert sum(len(codes) > 1 for codes in together.values()) < 0.01 * len(together)


def test_conferences_in_time(council: Tables) -> None:
    enquiries = by(council["section_47_enquiry"], "section_47_enquiry_id")
    waits = [
        working_days_between(
            day(enquiries[row["section_47_enquiry_id"]], "strategy_discussion_on"), day(row, "held_on")
        )
        for row in council["child_protection_conference"]
        if row["conference_type"] == "ICPC" and row["section_47_enquiry_id"] and FIRST <= day(row, "held_on")
    ]
    assert (sum(wait <= 15 for wait in waits), len(waits)) == (115, 144)


@pytest.mark.parametrize(
    ("when", "printed"), [(date(2015, 3, 31), 95), (date(2015, 6, 30), 68), (PAPER_DAY, 90)], ids=str
)
@pytest.mark.parametrize("grace", [10, 11], ids="plans of {} working days or more".format)
def test_children_on_plans_seen_in_ten_working_days(council: Tables, when: date, printed: int, grace: int) -> None:
    # The last day of August 2015 was a bank holiday.
    due = {
        row["person_id"]
        for row in open_on(council["child_protection_plan"], when)
        if working_days_between(day(row, "started_on"), when) >= grace
    }
    seen = {
        row["person_id"]
        for row in council["visit"]
        if (row["visit_type"], row["seen"]) == ("CP", "Y")
        and day(row, "visited_on") <= when
        and working_days_between(day(row, "visited_on"), when) <= 10
    }
    assert int(100 * len(due & seen) / len(due) + 0.5) == printed


def test_categories_of_open_plans(council: Tables) -> None:
    for when, wanted in ((date(2015, 6, 30), [118, 17, 35, 67]), (PAPER_DAY, [119, 20, 28, 98])):
        found = Counter(row["latest_category"] for row in open_on(council["child_protection_plan"], when))
        assert [found[name] for name in ("NEG", "PHY", "SAB", "EMO")] == wanted
        assert sum(found.values()) == sum(wanted)


def test_time_on_plans_is_on_average_as_printed(council: Tables) -> None:
    for when, low, high in ((date(2015, 3, 31), 8.85, 8.95), (PAPER_DAY, 7.65, 7.75)):
        days = [(when - day(row, "started_on")).days for row in open_on(council["child_protection_plan"], when)]
        assert low <= sum(days) / len(days) / 30.4375 < high
    ended = [row for row in council["child_protection_plan"] if row["ended_on"]]
    days = [
        (day(row, "ended_on") - day(row, "started_on")).days
        for row in ended
        if FIRST <= day(row, "ended_on") <= date(2015, 6, 30)
    ]
    assert len(days) == 70 and 11.5 <= sum(days) / len(days) / 30.4375 < 12.5


def test_children_looked_after_by_age_sex_and_needs(council: Tables) -> None:
    people = by(council["person"], "person_id")
    mine = in_care(council, PAPER_DAY)
    alone = {row["person_id"] for row in council["person_attribute"] if row["attribute_type"] == "UASC"} & mine
    ages = [age_on(day(people[person], "born_on"), PAPER_DAY) for person in mine - alone]
    assert [sum(low <= age < high for age in ages) for low, high in ((0, 5), (5, 10), (10, 16), (16, 18))] == [
        53,
        51,
        75,
        45,
    ]
    assert len(alone) == 6
    assert Counter(people[person]["sex"] for person in mine) == {"M": 117, "F": 113}
    needs = {row["person_id"] for row in council["person_attribute"] if row["attribute_type"] == "SEN"}
    assert len(needs & mine) == 102
    march = in_care(council, date(2015, 3, 31))
    babies = [
        sum(age_on(day(people[person], "born_on"), when) == 0 for person in group)
        for when, group in ((date(2015, 3, 31), march), (PAPER_DAY, mine))
    ]
    assert babies[1] - babies[0] == 7


def test_days_to_adoption(council: Tables) -> None:
    adopted = [row for row in council["permanence_case"] if row["case_type"] == "ADOPTION" and row.get("ordered_on")]
    for first, last, wanted in (
        (date(2011, 4, 1), date(2012, 3, 31), (9800, 18, 3553, 16)),
        (date(2012, 4, 1), date(2013, 3, 31), (10651, 18, 3877, 16)),
        (date(2013, 4, 1), date(2014, 3, 31), (17713, 26, 8475, 26)),
        (date(2014, 4, 1), date(2015, 3, 31), (11610, 19, 5429, 19)),
        (FIRST, date(2015, 6, 30), (7362, 10, 3769, 10)),
    ):
        mine = [row for row in adopted if first <= day(row, "ordered_on") <= last]
        moved_in = [row for row in mine if row["placed_on"]]
        to_family = [(day(row, "placed_on") - day(row, "entered_care_on")).days for row in moved_in]
        ordered = [row for row in moved_in if row["placement_order_on"]]
        to_match = [(day(row, "matched_on") - day(row, "placement_order_on")).days for row in ordered]
        assert (sum(to_family), len(to_family), sum(to_match), len(to_match)) == wanted
        assert min(to_family) >= 180 and min(to_match) >= 0


@pytest.mark.parametrize("name", DATED)
def test_no_month_of_a_table_is_unlike_the_months_around_it(demo: Tables, name: str) -> None:
    months = Counter(
        first_of_month(value)
        for row in demo[name]
        if isinstance(value := row[DATED[name]], date) and RECORDS_START <= value <= PAPER_DAY
    )
    counts = [months[month] for month in sorted(months)]
    assert len(counts) == 53
    for place, count in enumerate(counts):
        around = median(counts[max(0, place - 6) : place + 7])
        assert 0.3 * around <= count <= 2.6 * around, (name, sorted(months)[place], count, around)
