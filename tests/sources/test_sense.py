"""Rows that contradict themselves or one another: loaded as they are, and each listed once."""

from __future__ import annotations

import pytest

PERSONS = "person_id,la_child_id,born_on\nP1,100,2010-05-01\nP2,200,2011-05-01\n"


def found(load, write, **tables: str) -> list[tuple[object, object, object]]:
    result = load(write("person.csv", PERSONS), *(write(f"{name}.csv", text) for name, text in tables.items()))
    assert result.counts[0] == result.counts[1] and result.counts[2] == 0
    return [(issue["file_name"], issue["row"], issue["reason"]) for issue in result.issues]


@pytest.mark.parametrize(("ended", "is_wrong"), [("2015-01-01", False), ("2014-12-31", True), ("", False)])
def test_an_end_before_its_start(load, write, ended, is_wrong):
    rows = f"child_protection_plan_id,person_id,started_on,ended_on\nC1,P1,2015-01-01,{ended}\n"
    assert found(load, write, child_protection_plan=rows) == (
        [("child_protection_plan.csv", 2, "it ends before it begins")] if is_wrong else []
    )


@pytest.mark.parametrize(
    ("second", "is_wrong"),
    [
        ("P1,2015-03-01,", False),
        ("P1,2015-02-28,", True),
        ("P2,2015-02-28,", False),
        ("P1,2014-06-01,2015-01-01", False),
        ("P1,2014-06-01,2015-01-02", True),
        ("P1,2014-06-01,", True),
    ],
)
def test_two_open_at_once(load, write, second, is_wrong):
    rows = f"looked_after_period_id,person_id,started_on,ended_on\nL1,P1,2015-01-01,2015-03-01\nL2,{second}\n"
    issues = found(load, write, looked_after_period=rows)
    assert len(issues) == int(is_wrong)
    assert all("still open" in str(reason) for _, _, reason in issues)


@pytest.mark.parametrize(("legal_status", "is_wrong"), [("C2", True), ("V4", False)])
def test_short_breaks_may_run_beside_one_another(load, write, legal_status, is_wrong):
    rows = "episode_id,person_id,started_on,legal_status_code,ended_on\n"
    rows += "".join(f"E{day},P1,2015-01-0{day},{legal_status},2015-06-01\n" for day in (1, 2))
    assert len(found(load, write, looked_after_episode=rows)) == int(is_wrong)


@pytest.mark.parametrize(("miles", "kept"), [("899.99", 899.99), ("900", None), ("999.9", 999.9)])
def test_a_distance_that_is_none(load, write, miles, kept):
    rows = f"placement_id,person_id,started_on,distance_miles\nL1,P1,2015-01-01,{miles}\n"
    result = load(write("person.csv", PERSONS), write("placement.csv", rows))
    (row,) = result.rows("placement")
    assert (row["distance_miles"] is None) == (kept is None) and float(row["distance_miles"] or 0) == (kept or 0)
    assert len(result.issues) == int(kept is None)
    assert kept is not None or '"distance_miles":"900.00"' in str(row["source_cells"])
