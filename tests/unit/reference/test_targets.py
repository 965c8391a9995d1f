"""Targets: dated, of one unit, one at a time, and refused in plain words when they are not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.reference import read_targets, shipped_targets, targets_with
from purplebook.errors import BadInputError
from purplebook.language.periods import PeriodKind
from purplebook.results.compare import unit_of

GOOD = """
[[target]]
indicator = "CL07"
value = 95.5
unit = "%"
direction = "at least"
since = 2015-04-01
until = 2016-03-31
only_for = ["month", "year"]
source = "Plan"
"""


@pytest.fixture
def write(tmp_path: Path):
    """Write a targets.toml and give its path."""

    def make(text: str) -> Path:
        path = tmp_path / "targets.toml"
        path.write_text(text, "utf-8")
        return path

    return make


def test_the_shipped_targets_are_of_our_indicators_and_in_their_units():
    by_id = {item.id: item for item in INDICATORS}
    assert [target.indicator for target in shipped_targets()] == ["CL07", "AD03", "AD05", "FO01"]
    for target in shipped_targets():
        assert target.unit == unit_of(by_id[target.indicator]), target


def test_a_target_is_read_exactly(write):
    (target,) = read_targets(write(GOOD))
    assert (target.value, target.since, target.until) == (Decimal("95.5"), date(2015, 4, 1), date(2016, 3, 31))


@pytest.mark.parametrize(
    ("kind", "day", "applies"),
    [
        (PeriodKind.MONTH, date(2015, 4, 1), True),
        (PeriodKind.MONTH, date(2015, 3, 31), False),
        (PeriodKind.YEAR, date(2016, 3, 31), True),
        (PeriodKind.YEAR, date(2016, 4, 1), False),
        (PeriodKind.QUARTER, date(2015, 6, 30), False),
    ],
)
def test_a_target_applies_on_its_days_and_to_its_kinds_of_period(write, kind: PeriodKind, day: date, applies: bool):
    (target,) = read_targets(write(GOOD))
    assert target.applies(kind, day) is applies


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("since = 2015-04-01\n", "", r"target 1 \(CL07\) has no date. Say from which day it applies"),
        ("since = 2015-04-01", 'since = "2015-04-01"', "since must be a day without quotes"),
        ("since = 2015-04-01", "since = 2015-04-01T10:00:00", "since must be a day without quotes"),
        ("until = 2016-03-31", "until = 2015-03-31", "ends on 2015-03-31, before it begins on 2015-04-01"),
        ('direction = "at least"', 'direction = "high"', 'direction must be "at least" or "at most"'),
        ("value = 95.5", 'value = "95.5"', "value must be a number without quotes"),
        ("value = 95.5", "value = true", "value must be a number without quotes"),
        ("value = 95.5", "value = nan", "value must be a number without quotes"),
        ('unit = "%"\n', "", "lacks unit"),
        ("unit =", "units =", "lacks unit and has units, which no target has"),
        ('["month", "year"]', '["week"]', "only_for names week"),
        ('["month", "year"]', '"month"', "only_for names month. It is a list"),
        ("[[target]]", "[[targets]]", "may hold nothing but"),
        ("[[target]]", "[target]", "may hold nothing but"),
        ("since = 2015-04-01", "since = 2015-02-30", "is not TOML"),
    ],
)
def test_a_target_that_cannot_be_used_is_refused_with_the_reason(write, old: str, new: str, message: str):
    assert old in GOOD
    with pytest.raises(BadInputError, match=message):
        read_targets(write(GOOD.replace(old, new)))


def test_two_targets_for_one_day_are_refused_and_one_after_the_other_are_not(write):
    after = GOOD.replace("2015-04-01", "2016-04-01").replace("2016-03-31", "2017-03-31")
    assert len(read_targets(write(GOOD + after))) == 2
    with pytest.raises(BadInputError, match="two targets for CL07 apply on 2015-04-01"):
        read_targets(write(GOOD + GOOD))
    other_kind = GOOD.replace('["month", "year"]', '["quarter"]')
    assert len(read_targets(write(GOOD + other_kind))) == 2


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path):
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInputError, match="UTF-8"):
        read_targets(tmp_path / "odd.toml")
    with pytest.raises(BadInputError, match="cannot be read"):
        read_targets(tmp_path / "none.toml")


def test_a_council_s_own_targets_replace_the_shipped_ones_of_the_same_indicator(write):
    own = read_targets(write(GOOD))
    assert [(target.indicator, str(target.value)) for target in targets_with(own)] == [
        ("CL07", "95.5"),
        ("AD03", "420"),
        ("AD05", "120"),
        ("FO01", "24"),
    ]
    assert targets_with(()) == shipped_targets()
