"""The tally: the figures of the paper of 2015 come out of the invented council's files, through store and engine."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

import purplebook as pb
from purplebook.errors import NoDataError
from purplebook.run.load import load_files
from purplebook.store import Store
from purplebook_demo.paper_2015.tally.as_printed import as_printed
from purplebook_demo.paper_2015.tally.extract import Extract
from purplebook_demo.paper_2015.tally.printed import printed_figures
from purplebook_demo.paper_2015.tally.verdicts import contradictions, tally, tally_words

PAPER_DAY, AFTER_PAPER = date(2015, 8, 31), date(2015, 9, 30)


@pytest.fixture(scope="module")
def rows(demo_output: Path) -> dict[str, dict[str, str]]:
    """The rows of `tally.csv` by figure."""
    with (demo_output / "tally.csv").open(encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def later(demo_output: Path) -> Extract:
    return Extract(pb.open_store(demo_output / "store"), AFTER_PAPER)


def test_the_file_has_a_row_for_each_figure_and_the_columns_promised(rows: dict[str, dict[str, str]]):
    assert list(rows) == [item.id for item in printed_figures()]
    assert list(rows["F001"]) == ["id", "indicator", "place", "printed", "computed", "as_printed", "verdict", "reason"]


def test_every_figure_that_can_be_worked_out_is_reproduced_but_those_proven_impossible(rows: dict[str, dict[str, str]]):
    missing = {name: (row["printed"], row["computed"]) for name, row in rows.items() if row["verdict"] == "missing"}
    assert missing == {}
    verdicts = Counter(row["verdict"] for row in rows.values())
    assert verdicts == {
        "reproduced": 230,
        "fits only under another reading": 25,
        "contradicted": 8,
        "not derivable": 35,
    }
    assert {name for name, row in rows.items() if row["verdict"] == "not derivable"} == {
        item.id for item in printed_figures() if item.kind != "figure"
    }


def test_what_fits_only_under_another_reading_is_not_what_its_own_words_give(rows: dict[str, dict[str, str]]):
    readings = as_printed()
    printed = {item.id: item for item in printed_figures()}
    assert {name for name, row in rows.items() if row["verdict"] == "fits only under another reading"} == set(readings)
    for name, reading in readings.items():
        row = rows[name]
        by_its_words, number = Decimal(row["as_printed"].rstrip("%")), printed[name].number
        if row["printed"] == "500 days":  # "in excess of"
            assert number is not None and by_its_words < number < Decimal(row["computed"])
        else:
            assert by_its_words.quantize(number or Decimal(1), rounding=ROUND_HALF_UP) != number, name
        assert row["reason"].endswith(reading.why)


def test_what_is_reproduced_is_what_its_own_words_give(rows: dict[str, dict[str, str]]):
    for row in rows.values():
        if row["verdict"] == "reproduced":
            assert row["as_printed"] == row["computed"]
            decimals = row["printed"].rstrip("% ").partition(".")[2]
            if row["id"] not in {"F195"} and decimals.isdigit():
                assert len(row["computed"].rstrip("%").partition(".")[2]) == len(decimals), row["id"]


def test_what_is_contradicted_came_out_as_its_proof_says(rows: dict[str, dict[str, str]]):
    for item in contradictions():
        row = rows[item.id]
        assert (row["verdict"], row["printed"], row["computed"]) == ("contradicted", item.printed, item.computed)
        assert row["reason"] == item.proof


def test_a_standard_target_or_comparator_that_is_printed_is_in_the_reference_data(rows: dict[str, dict[str, str]]):
    printed = {item.id: item for item in printed_figures()}
    for name, row in rows.items():
        item = printed[name]
        if item.kind in ("standard", "benchmark", "target", "activity"):
            number = row["computed"].split(" ")[0].rstrip("%")
            assert number, name
            if item.kind != "standard":
                assert float(number) == float(item.number or -1), name


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("F053", "15 working days"),
        ("F099", "10 working days"),
        ("F104", "28 days"),
        ("F105", "6 months"),
        ("F295", "2 audits a month"),
        ("F296", "28 days"),
    ],
)
def test_the_printed_standards_are_those_the_definitions_use(rows: dict[str, dict[str, str]], printed: str, kept: str):
    assert rows[printed]["computed"] == kept


def test_every_row_says_why_in_a_sentence(rows: dict[str, dict[str, str]]):
    assert [name for name, row in rows.items() if not row["reason"].strip().endswith(".")] == []


def test_one_referral_less_is_noticed(demo_output: Path, later: Extract, tmp_path: Path):
    files = []
    for path in sorted((demo_output / "files").glob("*.csv")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        if path.stem == "referral":
            of_july = next(place for place, line in enumerate(lines) if line.split(",")[2].startswith("2015-07-"))
            del lines[of_july]
        files.append(tmp_path / path.name)
        files[-1].write_text("".join(lines), encoding="utf-8")
    store = Store.create(tmp_path / "store")
    load_files(store, files, authority_code="899", as_at=PAPER_DAY, covers_from=date(2011, 4, 1))
    verdicts = {item.id: item for item in tally([Extract(pb.open_store(store.path), PAPER_DAY), later])}
    assert (verdicts["F014"].computed, verdicts["F014"].verdict) == ("117", "missing")
    assert verdicts["F015"].verdict == "reproduced"
    assert "missing" in tally_words(tuple(verdicts.values()))


def test_a_figure_of_a_day_that_no_extract_reaches_is_refused(demo_output: Path):
    with pytest.raises(NoDataError, match="F293"):
        tally([Extract(pb.open_store(demo_output / "store"), PAPER_DAY)])
