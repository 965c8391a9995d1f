"""Annex A of the invented council: it agrees with the figures, reads back as it was written, and stays private."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from purplebook.cli import main
from purplebook.commands.annexa import annexa
from purplebook.engine.annex_a.records_of_day import lists_of_day
from purplebook.engine.annex_a.scope import Scope
from purplebook.errors import NoDataError
from purplebook.outputs.annex_a.lists import LABELS_OF
from purplebook.results.annex_a.reconcile import AGREES, EXPLAINED, NOT_COMPARED, UNEXPLAINED, reconcile
from purplebook.run.of_snapshot.annex_a import annex_a_bytes
from purplebook.sources.annex_a.labels import read_code
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.store import Store
from purplebook.tables.annex_a_words import HEADERS, LABELS

DAYS = (date(2015, 8, 31), date(2014, 11, 15), date(2012, 6, 30))
NUMBERS = range(1, 12)
Rows = dict[int, list[tuple[object, ...]]]


def say(command: object, *words: object) -> Result:
    answer = CliRunner().invoke(command, [str(word) for word in words])  # pyright: ignore[reportArgumentType]
    assert answer.exit_code == 0, answer.output
    return answer


def rows_of(content: bytes) -> Rows:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {number: list(book[f"List {number}"].iter_rows(values_only=True)) for number in NUMBERS}


@pytest.mark.parametrize("as_at", DAYS)
def test_every_list_agrees_with_the_figures(demo_output: Path, as_at: date):
    snapshot = Store.open(demo_output / "store").snapshot_for(as_at)
    checked = annex_a_bytes(snapshot, as_at=as_at).reconciliation
    assert {each.number for each in checked} == set(NUMBERS)
    exact = {each.indicator for each in checked if each.outcome == AGREES and each.counted == each.figure}
    same = {"FD01", "EH02", "RF01", "AS01", "CN01", "CP01", "LA01", "CL01", "AD09"}
    assert same <= exact
    for each in checked:
        assert each.outcome in (AGREES, EXPLAINED, NOT_COMPARED)
        assert each.outcome == AGREES or each.sentence


def test_an_explanation_holds_only_where_the_rest_is_behind_the_figure(demo_output: Path):
    snapshot = Store.open(demo_output / "store").snapshot_for(DAYS[0])
    lists = {each.number: each for each in lists_of_day(snapshot, Scope("899", DAYS[0])).lists}
    care = lists[8]
    at = care.headers.index("Date Ceased to be Looked After")
    wrong = [(*row[:at], DAYS[0], *row[at + 1 :]) if n == 0 else row for n, row in enumerate(care.rows)]
    assert care.rows[0][at] is None
    lists[8] = replace(care, rows=tuple(wrong))
    checked = {each.indicator: each for each in reconcile(snapshot, Scope("899", DAYS[0]), lists, not_supplied={})}
    assert checked["LA01"].outcome == UNEXPLAINED and checked["LA01"].difference == -1
    lists[8] = replace(care, rows=(*wrong, *wrong[:1]))
    checked = {each.indicator: each for each in reconcile(snapshot, Scope("899", DAYS[0]), lists, not_supplied={})}
    assert checked["LA05"].outcome == UNEXPLAINED


@pytest.mark.parametrize("as_at", DAYS)
def test_nothing_is_dated_after_the_day(demo_output: Path, as_at: date):
    snapshot = Store.open(demo_output / "store").snapshot_for(as_at)
    for each in annex_a_bytes(snapshot, as_at=as_at).lists:
        for at, header in enumerate(each.headers):
            if header != "Date of Birth":
                assert all(row[at] <= as_at for row in each.rows if isinstance(row[at], date)), header  # pyright: ignore


def test_the_workbook_reads_back_as_it_was_written(demo_output: Path, tmp_path: Path):
    day, first, second, place = "2015-08-31", tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "place"
    say(annexa, "--as-at", day, "--out", first, "--store", demo_output / "store")
    say(main, "init", place, "--authority", "899", "--invented")
    say(main, "load", first, "--store", place, "--as-at", day)
    manifest = Store.open(place / "store").latest().manifest
    assert (manifest.issue_count, manifest.rejected_count) == (0, 0)
    written = rows_of(first.read_bytes())
    for batch in manifest.batches:
        number = int(str(batch.sheet).removeprefix("List "))
        assert batch.loaded_count == len(written[number]) - 1
    say(annexa, "--as-at", day, "--out", second, "--store", place / "store")
    again = rows_of(second.read_bytes())
    for number in NUMBERS:
        assert len(written[number]) > 20
        assert Counter(written[number]) == Counter(again[number]), number
    with pytest.raises(NoDataError, match="complete only from"):
        annex_a_bytes(Store.open(place / "store").latest(), as_at=date(2015, 8, 30))


def test_the_same_records_give_the_same_bytes_and_another_hand_cannot_read_them(demo_output: Path, tmp_path: Path):
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for out in (first, second):
        say(annexa, "--as-at", "2015-08-31", "--out", out, "--store", demo_output / "store")
        assert out.stat().st_mode & 0o777 == 0o600
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_file_is_never_written_over_unasked(demo_output: Path, tmp_path: Path):
    out = tmp_path / "a.xlsx"
    out.write_text("mine")
    words = ["--as-at", "2015-08-31", "--out", str(out), "--store", str(demo_output / "store")]
    refused = CliRunner().invoke(annexa, words)
    assert refused.exit_code != 0 and "--replace" in str(refused.exception or refused.output)
    assert out.read_text() == "mine"
    say(annexa, *words, "--replace")
    assert out.read_bytes().startswith(b"PK") and out.stat().st_mode & 0o777 == 0o600


def test_the_sheets_are_as_ofsted_lays_them_out(demo_output: Path):
    snapshot = Store.open(demo_output / "store").snapshot_for(DAYS[0])
    book = openpyxl.load_workbook(io.BytesIO(annex_a_bytes(snapshot, as_at=DAYS[0]).content))
    assert book.sheetnames == [*(f"List {number}" for number in NUMBERS), "Reconciliation", "Manifest"]
    for number in NUMBERS:
        sheet = book[f"List {number}"]
        assert tuple(cell.value for cell in sheet[1]) == HEADERS[number]
        assert sheet.freeze_panes == "A2" and all(cell.font.b for cell in sheet[1])
    assert book["List 3"]["F2"].number_format == "dd/mm/yyyy" and book["List 3"]["F2"].is_date
    said = {row[0]: row[1] for row in book["Manifest"].iter_rows(values_only=True)}
    assert said["Snapshot"] == snapshot.id and said["List 3"] == book["List 3"].max_row - 1
    assert any(str(row[2]).startswith("SHA-256 ") for row in book["Manifest"].iter_rows(values_only=True))


def test_every_word_we_write_is_one_our_reader_knows():
    for each in ANNEX_A_LISTS:
        for column in each.all_columns:
            # Our headers have Ofsted's curly quotation marks, the reader's declarations straight ones.
            if column.code_set and column.header in LABELS_OF:
                for code, label in LABELS[LABELS_OF[column.header]].items():
                    assert read_code(label, code_set=column.code_set) is not None, (column.header, code)
