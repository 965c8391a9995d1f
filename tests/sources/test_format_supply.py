"""What is said of each format's supply holds for real files: nothing that one of them fills is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.measures import Shape
from purplebook.results.formats import answers
from purplebook.results.snapshots import supply_of
from purplebook.results.supply import unsupplied
from purplebook.run.load import load_files
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.read import FORMATS, read_files
from purplebook.sources.supply import FormatSupply, RowsMade, format_supplies, together, with_all_together
from purplebook.store import Store
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.arrow import COVERS_FROM, SUPPLIED_COLUMNS
from tests.sources.test_ssd import write_folder

SAMPLES = (
    ("annex-a", "annex_a/template-2019-empty.xlsx"),
    ("cin-census", "cin_census/CIN_Census_2024.xml"),
    ("cin-census", "cin_census/CIN2rows.xml"),
    ("workforce-census", "workforce/csww_sample.xml"),
    ("ssda903", "ssda903"),
)
BY_NAME = {each.name: each for each in format_supplies()}


@pytest.fixture(scope="module")
def annex_a(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The tables of a real workbook, which is slow to read."""
    sample = shared / "samples/annex_a/Annex_A_2024_Jan.xlsx"
    staging = tmp_path_factory.mktemp("annex-a")
    return read_files([sample], staging=staging, authority_code="899", as_at=date(2021, 3, 31)).table_paths


def beyond(table: str, path: Path, said: FormatSupply) -> Iterator[str]:
    """What a loaded table holds though the format was not said to fill it."""
    columns = said.columns.get(table, frozenset())
    content = pq.read_table(path)
    filled = {name for name in TABLES_BY_NAME[table].column_names if content[name].null_count < content.num_rows}
    headed = set((pq.read_metadata(path).metadata or {}).get(SUPPLIED_COLUMNS.encode(), b"").decode().split(","))
    yield from (f"{table}.{name}" for name in sorted(filled - columns))
    yield from (f"{table}.{name} by its header" for name in sorted(headed - columns - {""}))
    for (of, name), codes in said.kinds.items():
        if of == table:
            found = set(content[name].unique().to_pylist()) - {None}
            yield from (f"{table}.{name} {code}" for code in sorted(found - codes))
    for row in content.to_pylist():
        if row.get("is_latest_only") and not any(
            way.table == table and way.is_latest_only and all(row[name] in codes for name, codes in way.same.items())
            for way in said.rows
        ):
            yield f"{table}: a row that is only the latest"


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_no_real_file_fills_more_than_its_format_is_said_to(load, shared: Path, name: str, sample: str):
    loaded = load(shared / "samples" / sample, as_at=date(2024, 3, 31)).loaded
    assert {batch.source_format for batch in loaded.batches} == {name}
    assert loaded.table_paths
    assert [lack for table, path in loaded.table_paths.items() for lack in beyond(table, path, BY_NAME[name])] == []


def test_a_real_workbook_fills_no_more_than_annex_a_is_said_to(annex_a: Mapping[str, Path]):
    assert len(annex_a) > 10
    assert [lack for table, path in annex_a.items() for lack in beyond(table, path, BY_NAME["annex-a"])] == []


def test_the_dataset_fills_what_its_mapping_says_and_no_more(load, tmp_path: Path):
    loaded = load(write_folder(tmp_path / "ssd")).loaded
    said = BY_NAME["ssd"]
    assert [lack for table, path in loaded.table_paths.items() for lack in beyond(table, path, said)] == []
    # The written rows are of every mapped table, so every table that is said to come does come.
    assert set(loaded.table_paths) == set(said.columns)


def test_a_declaration_that_forgets_something_is_found_out(load, shared: Path):
    whole = BY_NAME["cin-census"]
    paths = load(shared / "samples/cin_census/CIN_Census_2024.xml").loaded.table_paths
    forgotten = 0
    for at, rows in enumerate(whole.rows):
        if rows.table in paths:
            key = TABLES_BY_NAME[rows.table].key[0]
            less = replace(whole, rows=(*whole.rows[:at], replace(rows, columns=rows.columns - {key})))
            assert f"{rows.table}.{key}" in list(beyond(rows.table, paths[rows.table], less))
            forgotten += 1
    assert forgotten > 5


def test_a_code_and_a_latest_row_that_were_not_declared_are_found_out(annex_a: Mapping[str, Path]):
    columns = frozenset(TABLES_BY_NAME["visit"].column_names)
    said = FormatSupply("annex-a", "", (RowsMade("visit", columns, {"visit_type": frozenset({"CP"})}),), "")
    lacks = list(beyond("visit", annex_a["visit"], said))
    assert "visit.visit_type LAC" in lacks
    assert "visit: a row that is only the latest" in lacks


@pytest.mark.parametrize(("name", "sample"), (SAMPLES[1], SAMPLES[-1]))
def test_a_figure_that_a_real_load_gives_is_never_said_to_be_refused(shared: Path, tmp_path: Path, name: str, sample):
    snapshot = load_files(
        Store.create(tmp_path / "store"), [shared / "samples" / sample], authority_code="899", as_at=date(2024, 1, 31)
    )
    held = supply_of(snapshot)
    given = [item for item in INDICATORS if not unsupplied(item, held) and item.measure.shape is not Shape.SHARE]
    assert len(given) > 5
    for answer in answers(given, [BY_NAME[name]]):
        # A load cannot know that a kind of row, or a time so far back, is never in such a file: it finds no rows.
        refused = [lack for lack in answer.refused if "." not in lack or " " not in lack]
        assert [lack for lack in refused if "before the period" not in lack] == [], answer.indicator.id


def test_every_format_that_can_be_loaded_says_what_it_supplies():
    assert {each.NAME for each in FORMATS} == BY_NAME.keys()  # type: ignore[attr-defined]
    for each in FORMATS:
        # A long name is written in full, but names the same thing.
        said = BY_NAME[each.NAME].title.casefold()  # type: ignore[attr-defined]
        assert each.TITLE.casefold().rstrip("s") in said


def test_annex_a_reaches_back_as_far_as_its_reader_says(annex_a: Mapping[str, Path]):
    for table, path in annex_a.items():
        since = date.fromisoformat(pq.read_metadata(path).metadata[COVERS_FROM.encode()].decode())
        assert since == {6: date(2020, 10, 1), 12: date(2020, 4, 1)}[BY_NAME["annex-a"].months[table]], table


def test_every_list_and_every_column_that_is_said_exists():
    for each in format_supplies():
        for rows in each.rows:
            table = TABLES_BY_NAME[rows.table]
            assert rows.columns <= set(table.column_names), (each.name, rows.table)
            assert rows.same.keys() <= rows.columns, (each.name, rows.table)
            assert all(rows.same.values()), (each.name, rows.table)
    made = {becomes.table for each in ANNEX_A_LISTS for becomes in each.becomes}
    assert made <= BY_NAME["annex-a"].columns.keys()


def test_canonical_csv_holds_whatever_there_is():
    assert BY_NAME["canonical-csv"].columns == {table.name: frozenset(table.column_names) for table in DATA_TABLES}
    assert BY_NAME["canonical-csv"].kinds == {}


def test_some_things_that_are_known_of_the_formats():
    assert BY_NAME["annex-a"].kinds["plan", "plan_type"] == {"PATHWAY", "PERMANENCE"}
    assert BY_NAME["ssd"].kinds["person_attribute", "attribute_type"] >= {"UASC", "IMMIGRATION", "SEN", "DISABILITY"}
    assert ("permanence_case", "case_type") not in BY_NAME["ssd"].kinds  # one part fixes it, the other takes any
    assert {rows.table for rows in BY_NAME["annex-a"].rows if rows.is_latest_only} >= {"visit", "placement"}
    assert "referral_id" not in BY_NAME["annex-a"].columns["assessment"]
    assert {"score", "is_met", "reason_code"} <= BY_NAME["ssda903"].columns["health_check"]


def test_together_formats_fill_what_each_of_them_fills():
    lasting = RowsMade("visit", frozenset({"visit_id", "visited_on"}), {"visit_type": frozenset({"CP"})})
    last = RowsMade("visit", frozenset({"visit_id", "seen"}), {"visit_type": frozenset({"CP"})}, is_latest_only=True)
    other = RowsMade("visit", frozenset({"visit_id"}), {"visit_type": frozenset({"IRO"})}, is_latest_only=True)
    one = FormatSupply("one", "One", (lasting,), "years")
    two = FormatSupply("two", "Two", (last, other), "months", months={"visit": 6})
    both = together((one, two))
    assert both.name == "one + two"
    assert both.columns == {"visit": {"visit_id", "visited_on", "seen"}}
    assert both.kinds == {("visit", "visit_type"): {"CP", "IRO"}}
    assert [rows.is_latest_only for rows in both.rows] == [False, False, True]
    assert both.months == {}
    assert together((two,)).months == {"visit": 6}
    assert [each.name for each in with_all_together(format_supplies())][-2:] == ["all of these", "canonical-csv"]
