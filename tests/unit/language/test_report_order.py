"""An indicator exists when its file's tuple names it, and its id gives it its place in a report."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from purplebook.definitions import indicator_by_id, indicators
from purplebook.definitions.indicators import FILES as NAMES
from purplebook.definitions.indicators import INDICATORS, the_indicator
from purplebook.errors import DefinitionError
from purplebook.language.indicators import Indicator

FOLDER = Path(indicators.__file__).parent


FILES = tuple(import_module(f"purplebook.definitions.indicators.{name}") for name in NAMES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.__name__.split(".")[-1])
def test_every_indicator_that_a_file_declares_is_in_its_tuple_in_the_order_declared(file) -> None:
    here = f"{Path(file.__file__).name}:"
    own = [value for value in vars(file).values() if isinstance(value, Indicator) and here in value.declared_at]
    assert [item.id for item in file.INDICATORS] == [item.id for item in own]


def test_every_file_of_indicators_is_read() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - {"__init__"} == {
        file.__name__.split(".")[-1] for file in FILES
    }


def test_all_indicators_stand_in_the_report_once() -> None:
    assert len(INDICATORS) == sum(len(file.INDICATORS) for file in FILES) == len({item.id for item in INDICATORS})


def test_a_report_begins_with_early_help_and_variants_follow_their_indicator() -> None:
    ids = [item.id for item in INDICATORS]
    assert ids[:3] == ["EH01", "EH01-OPEN", "EH02"]
    # The three files of child protection are told in one run of numbers.
    numbered = [name.split("-")[0] for name in ids if name.startswith("CP")]
    assert numbered == sorted(numbered)
    assert ids.index("S401") < ids.index("IC01") < ids.index("CP01") < ids.index("LA01") < ids.index("OF01")


def test_one_indicator_that_is_asked_for_by_its_id_is_the_one_among_all_of_them():
    for item in INDICATORS:
        assert indicator_by_id(item.id) is indicator_by_id(item.id.lower()) is item
        # Some ids are put together where they are declared, and only reading all files finds them.
        assert the_indicator(item.id) in (item, None)
    assert the_indicator("cp01") is not None


@pytest.mark.parametrize("name", ["", "CP", "CP0", "CP01 ", '"CP01"', "Child protection", "child_protection_visit"])
def test_what_is_no_id_is_no_indicator_though_a_file_says_it(name: str):
    assert the_indicator(name) is None
    with pytest.raises(DefinitionError):
        indicator_by_id(name)
