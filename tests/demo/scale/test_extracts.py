"""An earlier extract is what was recorded by its day: late rows are not in it, and open spells are open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import duckdb
import pytest

import purplebook as pb
from purplebook.store import Store
from purplebook.store.check import check_store
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE
from purplebook_demo.scale.make import extract_days, make_snapshots
from purplebook_demo.scale.tables import TABLES
from tests.demo.scale.conftest import TINY, open_tables
from tests.demo.scale.test_lives_make_sense import SPELLS
from tests.demo.scale.test_rows_are_well_formed import MAY_LIE_AHEAD

Extracts = dict[date, duckdb.DuckDBPyConnection]


@pytest.fixture(scope="module")
def extracts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extracts]:
    store = Store.create(tmp_path_factory.mktemp("extracts") / "store")
    made = [each.snapshot for each in make_snapshots(pb.open_store(store.path), TINY, extracts=3, processes=1)]
    assert check_store(store) == ()
    assert store.latest() == made[-1]
    assert store.snapshot_for(date(2025, 2, 1)) == made[1]
    yield {snapshot.as_at: open_tables(snapshot) for snapshot in made}


def test_the_extracts_are_of_the_last_month_ends_the_oldest_first():
    assert extract_days(TINY, 4) == (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31))


def test_nothing_in_an_extract_is_dated_after_it(extracts: Extracts):
    for day, connection in extracts.items():
        for name in TABLES:
            for column in TABLES_BY_NAME[name].columns:
                if column.kind == DATE and column.name not in MAY_LIE_AHEAD:
                    found = connection.execute(
                        f"SELECT count(*) FROM {name} WHERE {column.name} > DATE '{day}'"
                    ).fetchall()
                    assert found == [(0,)], f"{day}: {name}.{column.name}"


@pytest.mark.parametrize("name", TABLES)
def test_a_later_extract_has_every_row_of_the_earlier_one_with_what_was_said_then(name: str, extracts: Extracts):
    key = TABLES_BY_NAME[name].key
    at = [TABLES_BY_NAME[name].column_names.index(column) for column in key]
    for earlier, later in pairwise(extracts.values()):
        before, after = (
            {
                tuple(row[place] for place in at): row
                for row in each.execute(f"SELECT {', '.join(TABLES_BY_NAME[name].column_names)} FROM {name}").fetchall()
            }
            for each in (earlier, later)
        )
        assert set(before) <= set(after)
        changed = {
            column
            for identity, row in before.items()
            for column, old, new in zip(TABLES_BY_NAME[name].column_names, row, after[identity], strict=True)
            if old is not None and old != new
        }
        assert not changed, "what was recorded once stays as it was; only empty cells are filled"


@pytest.mark.parametrize(
    ("name", "day"),
    [("visit", "visited_on"), ("supervision", "supervised_on"), ("contact", "contacted_on")],
)
def test_rows_of_a_month_arrive_late_so_its_count_grows(name: str, day: str, extracts: Extracts):
    january, february, march = (
        each.execute(
            f"SELECT count(*) FROM {name} WHERE {day} BETWEEN DATE '2024-12-01' AND DATE '2025-01-31'"
        ).fetchall()[0][0]
        for each in extracts.values()
    )
    assert january < february <= march
    assert january > 0.75 * march


@pytest.mark.parametrize(("name", "start", "end"), SPELLS)
def test_in_no_extract_has_a_child_two_at_once(name: str, start: str, end: str, extracts: Extracts):
    for day, connection in extracts.items():
        overlaps = connection.execute(
            f"SELECT person_id FROM (SELECT person_id, {start} AS began, lag({end}) OVER child AS before, "
            f"lag(row_id) OVER child AS earlier FROM {name} WINDOW child AS "
            f"(PARTITION BY authority_code, person_id ORDER BY {start}, row_id)) "
            "WHERE earlier IS NOT NULL AND (before IS NULL OR before > began)"
        ).fetchall()
        assert overlaps == [], day


def test_links_resolve_in_every_extract(extracts: Extracts):
    for day, connection in extracts.items():
        for name in TABLES:
            for column in TABLES_BY_NAME[name].columns:
                if column.to in TABLES:
                    key = TABLES_BY_NAME[column.to].key[0]
                    lost = connection.execute(
                        f"SELECT count(*) FROM {name} AS r WHERE r.{column.name} IS NOT NULL AND NOT EXISTS "
                        f"(SELECT 1 FROM {column.to} AS t WHERE t.{key} = r.{column.name})"
                    ).fetchall()
                    assert lost == [(0,)], f"{day}: {name}.{column.name}"
