"""The catalogue of ids, and the declared indicators against the one that they were first written from."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import yaml

from docs.build import INDEX, page_of
from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.catalogue import SERIES, WITHDRAWN, is_variant, next_free_ids, series_of
from purplebook.errors import DefinitionError
from purplebook.language.describe import describe
from purplebook.language.indicators import Better

IDS = {item.id for item in INDICATORS}


@pytest.fixture(scope="module")
def catalogue(shared: Path) -> dict[str, dict]:
    entries = yaml.safe_load((shared / "definitions" / "indicators.yaml").read_text(encoding="utf-8"))["indicators"]
    return {entry["id"]: entry for entry in entries}


def test_every_indicator_of_the_first_catalogue_is_declared_or_withdrawn_with_a_reason(
    catalogue: dict[str, dict],
) -> None:
    assert set(catalogue) - IDS - set(WITHDRAWN) == set()


def test_every_id_is_of_a_series_and_a_variant_is_of_an_indicator() -> None:
    assert {series_of(identifier) for identifier in IDS} == set(SERIES)
    assert {identifier.split("-")[0] for identifier in IDS if is_variant(identifier)} <= IDS | set(WITHDRAWN)


def test_the_next_free_id_follows_the_last_of_its_series() -> None:
    last = max(identifier for identifier in IDS if identifier.startswith("CP") and not is_variant(identifier))
    free = next_free_ids(INDICATORS)
    assert int(free["CP"][2:]) == int(last[2:]) + 1
    assert not set(free.values()) & (IDS | set(WITHDRAWN))
    new = dataclasses.replace(indicator_by_id("CP01"), id=free["CP"])
    assert int(next_free_ids([*INDICATORS, new])["CP"][2:]) == int(last[2:]) + 2


@pytest.mark.parametrize("identifier", ["ZZ01", "CP1", "CP001", "LOCAL-CP01", "cp01", ""])
def test_an_id_of_no_series_is_refused_with_the_series_that_there_are(identifier: str) -> None:
    with pytest.raises(DefinitionError, match=r"Write one of EH, FH, .* and two digits"):
        series_of(identifier)


def test_no_withdrawn_id_is_given_out_again() -> None:
    assert not set(WITHDRAWN) & IDS
    assert all(reason.endswith(".") for reason in WITHDRAWN.values())


def test_every_indicator_has_a_page_and_no_page_is_of_anything_else(root: Path) -> None:
    index = (root / INDEX).read_text(encoding="utf-8")
    assert all(f"[{item.id}](indicators/{item.id}.md)" in index for item in INDICATORS)
    pages = {path.relative_to(root).as_posix() for path in (root / INDEX).with_suffix("").iterdir()}
    assert pages == {page_of(item) for item in INDICATORS}


def test_which_way_is_good_is_never_the_opposite_of_the_catalogues(catalogue: dict[str, dict]) -> None:
    for item in INDICATORS:
        if item.id in ("LA23-ANSWERED", "CP14-AUDITED"):
            # The catalogue has no line for how complete a record is: low is good for the score, or the long plans, and
            # high for the share that has a score, or an audit.
            continue
        if item.id.split("-")[0] not in catalogue:
            continue  # one that we added ourselves
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
    with pytest.raises(DefinitionError, match=r"these\? RF01, Referrals to .*; RF02, Referrals per .*; RF03, "):
        indicator_by_id("RF99")
