"""The declared indicators against the catalogue: every one of its 125, under its own id, with the same sense."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.errors import DefinitionError
from purplebook.language.describe import describe
from purplebook.language.indicators import Better


@pytest.fixture(scope="module")
def catalogue(shared: Path) -> dict[str, dict]:
    entries = yaml.safe_load((shared / "definitions" / "indicators.yaml").read_text(encoding="utf-8"))["indicators"]
    return {entry["id"]: entry for entry in entries}


def test_every_indicator_of_the_catalogue_is_declared_under_its_id(catalogue: dict[str, dict]) -> None:
    assert len(catalogue) == 125
    assert set(catalogue) - {item.id for item in INDICATORS} == set()


def test_an_id_beyond_the_catalogue_is_a_variant_of_one_in_it(catalogue: dict[str, dict]) -> None:
    assert {item.id.split("-")[0] for item in INDICATORS} <= set(catalogue)


def test_which_way_is_good_is_never_the_opposite_of_the_catalogues(catalogue: dict[str, dict]) -> None:
    for item in INDICATORS:
        if item.id == "LA23-ANSWERED":
            # The catalogue gives the score and its completion one line: low is good for the one, high for the other.
            continue
        polarity = catalogue[item.id.split("-")[0]]["polarity"]
        if polarity.startswith("high"):
            assert item.better is not Better.LOWER, item.id
        if polarity.startswith("low"):
            assert item.better is not Better.HIGHER, item.id


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_an_indicator_says_all_that_a_reader_needs(item) -> None:
    assert item.source.endswith(".") and item.counts and item.title and item.day_0.endswith(".")
    sentence = describe(item)
    assert sentence.startswith(("The ", "Of ")) and sentence.endswith(".")


def test_ids_are_unique_and_an_unknown_one_is_refused_with_near_ones() -> None:
    assert len({item.id for item in INDICATORS}) == len(INDICATORS)
    assert indicator_by_id("rf01").id == "RF01"
    with pytest.raises(DefinitionError, match="RF01, RF01-CHILDREN, RF02, RF03"):
        indicator_by_id("RF99")
