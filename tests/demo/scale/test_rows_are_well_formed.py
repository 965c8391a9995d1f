"""Every key is unique in the whole snapshot, every link resolves within its authority, every code fits its day."""

from __future__ import annotations

import pytest

from purplebook.definitions import INDICATORS
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import CODE, CODES, DATE
from purplebook_demo.scale.tables import TABLES
from tests.demo.scale.conftest import Asked
from tests.support.code_days import accepts
from tests.support.definitions import tables_named

MAY_LIE_AHEAD = {"due_on", "initial_conference_due_on", "stage_1_due_on", "expected_birth_on"}
NOT_KEPT = {
    "audit_finding",
    "health_check",
    "pre_proceedings",
    "private_fostering",
    "school_enrolment",
    "workforce_snapshot",
}
"""Tables that some indicator reads and the authorities of a region do not keep: its figures are not supplied."""

every_table = pytest.mark.parametrize("name", TABLES)


def test_every_table_that_an_indicator_reads_is_filled(small: Asked):
    assert set(tables_named(INDICATORS)) - set(TABLES) == NOT_KEPT
    counts = {name: small.number(f"SELECT count(*) FROM {name}") for name in TABLES}
    assert all(counts.values()), counts
    assert small.snapshot.missing_tables == set(small.snapshot.table_names) - set(TABLES) - {"code", "load_batch"}


def test_every_column_said_to_be_supplied_holds_something(small: Asked):
    empty = [
        f"{name}.{column}"
        for name in TABLES
        for column in TABLES_BY_NAME[name].column_names
        if column not in small.snapshot.missing_columns(name)
        and not small.number(f'SELECT count("{column}") FROM {name}')
    ]
    assert not empty


@every_table
def test_keys_are_unique_in_the_whole_snapshot(name: str, small: Asked):
    # Reference values and registers are told apart by more than one column.
    key = ", ".join(TABLES_BY_NAME[name].key)
    assert small.rows(f"SELECT {key} FROM {name} GROUP BY ALL HAVING count(*) > 1 LIMIT 1") == []


@every_table
def test_every_link_resolves_within_its_authority(name: str, small: Asked):
    for column in TABLES_BY_NAME[name].columns:
        if column.to and column.name not in small.snapshot.missing_columns(name):
            key = TABLES_BY_NAME[column.to].key[0]
            lost = small.number(
                f"SELECT count(*) FROM {name} AS r WHERE r.{column.name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                f"{column.to} AS t WHERE t.authority_code = r.authority_code AND t.{key} = r.{column.name})"
            )
            assert lost == 0, f"{name}.{column.name}"


@every_table
def test_rows_are_numbered_in_stored_order_through_all_parts(name: str, small: Asked):
    assert small.snapshot.read(name, columns=["row_id"]).column(0).to_pylist() == list(
        range(1, small.number(f"SELECT count(*) FROM {name}") + 1)
    )
    assert (
        small.rows(
            f"SELECT authority_code FROM {name} GROUP BY ALL "
            "HAVING min(source_row) <> 2 OR max(source_row) <> count(*) + 1"
        )
        == []
    ), "a row is found again by its number in what its authority handed over"


@every_table
def test_every_code_is_one_that_could_be_used_on_the_day(name: str, small: Asked):
    table = TABLES_BY_NAME[name]
    dates = [column.name for column in table.columns if column.kind == DATE and column.name not in MAY_LIE_AHEAD]
    latest = f"greatest({', '.join(dates)})" if dates else "NULL"
    for column in table.columns:
        if column.kind in (CODE, CODES) and column.code_set:
            cell = f"unnest({column.name})" if column.kind == CODES else column.name
            code_set = CODE_SETS[column.code_set]
            used = small.rows(
                f"SELECT code, min(day), max(day) FROM (SELECT {cell} AS code, {latest} AS day FROM {name}) "
                "GROUP BY ALL"
            )
            for code, first, last in used:
                assert code is None or code in {value.code for value in code_set.codes}, f"{name}.{column.name}"
                for day in (first, last):
                    assert code is None or day is None or accepts(code_set, code, on=day), (
                        f"{name}.{column.name} {code}"
                    )


@every_table
def test_nothing_is_dated_after_the_last_day_except_what_is_due(name: str, small: Asked):
    for column in TABLES_BY_NAME[name].columns:
        if column.kind == DATE and column.name not in MAY_LIE_AHEAD:
            ahead = f"SELECT count(*) FROM {name} WHERE {column.name} > DATE '{small.snapshot.as_at}'"
            assert small.number(ahead) == 0, f"{name}.{column.name}"


@every_table
def test_no_span_ends_before_it_starts(name: str, small: Asked):
    columns = TABLES_BY_NAME[name].column_names
    for start, end in (
        ("started_on", "ended_on"),
        ("referred_on", "closed_on"),
        ("started_on", "authorised_on"),
        ("requested_on", "started_on"),
        ("strategy_discussion_on", "ended_on"),
        ("received_on", "stage_1_response_on"),
        ("allocated_on", "completed_on"),
        ("entered_care_on", "decision_maker_agreed_on"),
        ("decision_maker_agreed_on", "placement_order_on"),
        ("decision_maker_agreed_on", "matched_on"),
        ("matched_on", "placed_on"),
        ("placed_on", "ordered_on"),
        ("decision_maker_agreed_on", "reversed_on"),
        ("applied_on", "preferred_on"),
        ("preferred_on", "offered_on"),
        ("offered_on", "accepted_on"),
        ("accepted_on", "started_on"),
        ("enquired_on", "approved_on"),
        ("approved_on", "ended_on"),
    ):
        if start in columns and end in columns:
            assert small.number(f"SELECT count(*) FROM {name} WHERE {end} < {start}") == 0, f"{name}: {start}, {end}"


def test_authorities_differ_in_size_and_have_populations_to_match(small: Asked):
    counts = small.rows(
        "SELECT p.authority_code, count(*), (SELECT max(value) FROM reference_value AS v "
        "WHERE v.area_code = p.authority_code AND value_kind = 'POPULATION') FROM person AS p GROUP BY ALL"
    )
    children = [people for _, people, _ in counts]
    assert len(counts) == 6 and max(children) > 20 * min(children)
    assert all(2 < float(population) / people < 6 for _, people, population in counts)
    assert {code for code, _, _ in counts} == {"501", "502", "503", "504", "505", "506"}


def test_some_cells_are_empty_as_in_life_and_more_of_them_in_some_authorities(small: Asked):
    shares = small.rows(
        "SELECT authority_code, avg(CAST(ethnicity_code IS NULL AS INT)) FROM person GROUP BY ALL ORDER BY 2"
    )
    assert 0 < shares[0][1] < shares[-1][1] < 0.2
    for name, column in (
        ("referral", "primary_need_code"),
        ("placement", "distance_miles"),
        ("contact", "source_code"),
        ("assessment", "started_on"),
        ("care_leaver_snapshot", "activity_code"),
    ):
        found = small.number(f"SELECT count(*) FILTER ({column} IS NULL) / count(*) FROM {name}")
        assert 0 < found < 0.3, f"{name}.{column}"
