"""Each month is judged by the months before it alone: what comes later changes nothing that was said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.judgement.scenarios import SCENARIOS, Scenario, made
from purplebook.results.judgement.judge import Asked, JudgedMonth, judged_series


def until(asked: Asked, last: int) -> Asked:
    """What would have been asked when a month was the newest."""
    cut = slice(0, last + 1)
    children = asked.children
    assert children is not None
    known = children.month <= last
    values = None if children.value is None else children.value[known]
    return replace(
        asked,
        top=asked.top[cut],
        bottom=None if asked.bottom is None else asked.bottom[cut],
        value=asked.value[cut],
        months=asked.months[cut],
        judged_to=min(asked.judged_to, last),
        children=replace(
            children,
            month=children.month[known],
            child=children.child[known],
            family=children.family[known],
            top=children.top[known],
            bottom=children.bottom[known],
            value=values,
        ),
    )


def said(month: JudgedMonth) -> dict[str, object]:
    """All that is said of a month; sums of the same numbers may differ in their last digit."""
    return {
        name: pytest.approx(part, rel=1e-9, nan_ok=True) if isinstance(part, float) else part
        for name in month.__dataclass_fields__
        for part in (getattr(month, name),)
    }


def plain(month: JudgedMonth) -> dict[str, object]:
    return {name: getattr(month, name) for name in month.__dataclass_fields__}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario.name for scenario in SCENARIOS])
def test_what_is_said_of_a_month_is_what_was_said_when_it_was_the_newest(scenario: Scenario):
    change = scenario.changes[0] if scenario.changes else None
    asked = made(scenario, 1, change)
    whole = judged_series(asked).months
    for last in (11, 12, 17, 23, 24, 35, 36, 43, 46, 55):
        assert plain(judged_series(until(asked, last)).months[last]) == said(whole[last]), last


def test_a_baseline_that_is_accepted_leaves_what_was_said_before_it():
    scenario = next(each for each in SCENARIOS if each.name.startswith("count 60"))
    asked = made(scenario, 0, scenario.changes[0])
    before, after = judged_series(asked), judged_series(replace(asked, starts=(42,)))
    assert [plain(month) for month in before.months[:54]] == [said(month) for month in after.months[:54]]
    assert after.baseline == (42, 59)
    assert before.baseline == (0, 23)
