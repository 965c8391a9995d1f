"""A council's standards: laid over the shipped ones on their days, and used by every indicator that reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.standards import standards
from purplebook.language.describe import describe
from purplebook.language.standards_in import standards_in, with_standards
from tests.support.council_folder import read_folder

SHIPPED = (date(2008, 4, 1), 10)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("{ since = 2015-04-01, value = 15 }", (SHIPPED, (date(2015, 4, 1), 15))),
        (
            "{ since = 2015-04-01, until = 2016-03-31, value = 15 }",
            (SHIPPED, (date(2015, 4, 1), 15), (date(2016, 4, 1), 10)),
        ),
        (
            "{ since = 2015-04-01, until = 2016-03-31, value = 15 }, { since = 2016-04-01, value = 20 }",
            (SHIPPED, (date(2015, 4, 1), 15), (date(2016, 4, 1), 20)),
        ),
        (
            "{ since = 2015-04-01, value = 15 }, { since = 2016-04-01, value = 20 }",
            (SHIPPED, (date(2015, 4, 1), 15), (date(2016, 4, 1), 20)),
        ),
        ("{ since = 2008-04-01, value = 15 }", ((date(2008, 4, 1), 15),)),
        ("{ since = 2001-01-01, value = 15 }", ((date(2001, 1, 1), 15),)),
        ("{ since = 2015-04-01, value = 10 }", (SHIPPED,)),
    ],
)
def test_its_value_holds_from_its_first_day_to_its_last(tmp_path: Path, values: str, expected: tuple):
    council = read_folder(tmp_path, {"standards.toml": f"[child_protection_visit]\nvalues = [{values}]\n"})
    assert council.standards["child_protection_visit"].expression.values == expected
    others = {name: item for name, item in council.standards.items() if name != "child_protection_visit"}
    assert others == {name: item for name, item in standards().items() if name != "child_protection_visit"}


def test_every_indicator_that_reads_it_goes_by_it_and_no_other_is_touched(tmp_path: Path):
    council = read_folder(tmp_path, {"standards.toml": "[assessment]\nvalues = [{ since = 2015-04-01, value = 35 }]\n"})
    for ours, shipped in zip(council.indicators, INDICATORS, strict=True):
        if "assessment" in standards_in(shipped):
            assert "35 from 1 April 2015" in describe(ours), shipped.id
        else:
            assert ours is shipped
    assert {item.id for item in INDICATORS if "assessment" in standards_in(item)} >= {"AS01"}


def test_a_national_standard_of_our_own_keeps_the_indicator_from_published_figures(tmp_path: Path):
    own = read_folder(
        tmp_path / "one", {"standards.toml": "[assessment]\nvalues = [{ since = 2015-04-01, value = 35 }]\n"}
    )
    assert "AS01" in own.national_changed and "our own standard for the assessment" in own.national_changed["AS01"]
    local = read_folder(
        tmp_path / "two", {"standards.toml": "[supervision]\nvalues = [{ since = 2015-04-01, value = 30 }]\n"}
    )
    assert local.national_changed == {}


def test_every_standard_can_be_found_and_changed_in_the_indicators_that_read_it():
    changed = {item.expression.name: ((date(2000, 1, 1), 3),) for item in standards().values()}
    for item in INDICATORS:
        other = with_standards(item, changed)
        assert standards_in(other) == standards_in(item)
        assert (other is item) == (not standards_in(item)), item.id
    assert len({name for item in INDICATORS for name in standards_in(item)}) > 20


def test_a_standard_of_another_name_changes_nothing():
    item = indicator_by_id("AS01")
    assert with_standards(item, {"another": ((date(2000, 1, 1), 3),)}) is item
