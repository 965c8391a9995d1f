"""Published files: known by their columns, every row held or listed, a symbol never a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.definitions.reference import published_measures
from purplebook.errors import BadInputError
from purplebook.sources.published import SYMBOLS, PublishedRead, read_published
from purplebook.sources.published.layout_of import LAYOUTS, layout_of
from purplebook.sources.published.layouts import Wide, spelled
from purplebook.sources.published.read_csv import year_of
from purplebook.store.published_rows import reasons
from tests.support.published import ENGLAND, PLACES, READING, SOUTH_EAST, at, known, write_csv

C1 = ("Referrals", "Referrals_rate", "Re_referrals", "Re_referrals_percent", "No_Further_Action_percent")


def read(path: Path) -> PublishedRead:
    """Read a file with the shipped areas and measures."""
    return read_published(path, known=known())


def c1(tmp_path: Path, *rows: Sequence[object], headers: Sequence[str] = (*PLACES, *C1)) -> Path:
    """A file of referrals."""
    return write_csv(tmp_path / "c1.csv", headers, rows)


def held_in(found: PublishedRead) -> dict[tuple[str, str, str, int], dict[str, Any]]:
    """The figures by measure, group, area and year."""
    return {(row["measure"], row["group"], row["area"], row["year"]): row for row in found.table.to_pylist()}


def test_a_file_of_referrals_is_read_by_its_columns(tmp_path: Path):
    found = read(
        c1(
            tmp_path,
            [*at(READING, 2015, "Reading"), 1673, 465.1, 355, 21.2, 5.0],
            [*at(SOUTH_EAST, 2015), "95,280", 512.1, "z", "z", "x"],
            [*at(ENGLAND, 202324), 635600, 548.3, 152290, 24.0, ""],
        )
    )
    rows = held_in(found)
    assert (found.rows_read, found.rows_held, found.issues) == (3, 3, ())
    reading = rows["referrals_number", "", "870", 2015]
    assert (reading["value"], reading["unit"], reading["edition"]) == (Decimal(1673), "number", "DfE CIN 2024")
    again = rows["rereferrals_pct", "", "870", 2015]
    assert (again["value"], again["numerator"], again["denominator"]) == (Decimal("21.2"), Decimal(355), Decimal(1673))
    assert rows["referrals_number", "", "989", 2015]["value"] == Decimal(95280)
    region = rows["rereferrals_pct", "", "989", 2015]
    assert (region["value"], region["symbol"], region["numerator"]) == (None, "z", None)
    assert ("referrals_nfa_pct", "", "970", 2024) not in rows
    assert rows["referrals_rate", "", "970", 2024]["value"] == Decimal("548.3")


@pytest.mark.parametrize("symbol", [*SYMBOLS, "C", " x "])
def test_every_symbol_is_kept_and_is_no_number(tmp_path: Path, symbol: str):
    found = read(c1(tmp_path, [*at(READING, 2015), symbol, 1, 1, 1, 1]))
    row = held_in(found)["referrals_number", "", "870", 2015]
    assert (row["value"], row["symbol"]) == (None, symbol.strip().lower())


def test_a_nought_is_a_number(tmp_path: Path):
    row = held_in(read(c1(tmp_path, [*at(READING, 2015), 0, 0, 0, 0, 0])))["referrals_number", "", "870", 2015]
    assert (row["value"], row["symbol"]) == (Decimal(0), None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([*at(READING, 2015), "about 1600", 1, 1, 1, 1], "the cell under referrals is neither a number nor one of"),
        ([*at(READING, 2015), "1e400", 1, 1, 1, 1], "the cell under referrals is neither a number nor one of"),
        ([*at(READING, 2015), "inf", 1, 1, 1, 1], "the cell under referrals is neither a number nor one of"),
        ([*at(READING, 2015), 1, 1, "?", 1, 1], "the cell under re_referrals is neither a number nor one of"),
        ([*at(READING, "2014-16"), 1, 1, 1, 1, 1], "the time_period is not a year"),
        ([*at(READING, ""), 1, 1, 1, 1, 1], "the time_period is not a year"),
        ([*at((*READING[:6], "999", "E06999999"), 2015), 1, 1, 1, 1, 1], "the area is not one that purplebook knows"),
        ([*at(("", "Ward", *READING[2:]), 2015), 1, 1, 1, 1, 1], "the area is not one that purplebook knows"),
        ([*at(READING, 2015), "", "", "", "", ""], "the row holds no measure that purplebook compares with"),
        ([*at(READING, 2015), 1], "the row has more or fewer cells than the header"),
    ],
)
def test_a_row_that_cannot_be_held_is_listed_with_the_reason(tmp_path: Path, row: list[object], reason: str):
    found = read(c1(tmp_path, [*at(ENGLAND, 2015), 1, 1, 1, 1, 1], row))
    assert (found.rows_read, found.rows_held) == (2, 1)
    (issue,) = found.issues
    assert issue.reason.startswith(reason) and issue.row == 3 and issue.is_rejected and issue.what_to_do


def test_the_same_figure_twice_is_held_once_and_the_second_listed(tmp_path: Path):
    row = [*at(READING, 2015), 1673, 465.1, 355, 21.2, 5.0]
    found = read(c1(tmp_path, row, [*row[:-5], 9999, 1, 1, 1, 1]))
    assert held_in(found)["referrals_number", "", "870", 2015]["value"] == Decimal(1673)
    assert [reason for reason, _, _ in reasons(found.issues)] == [
        "the row gives a measure for an area and year that an earlier row gives"
    ]


def test_an_unknown_header_stops_the_file_and_names_the_nearest_known(tmp_path: Path):
    path = c1(tmp_path, [*at(READING, 2015), 1, 1, 1, 1, 1, 1], headers=(*PLACES, *C1, "Re_referrals_pct"))
    with pytest.raises(BadInputError) as fault:
        read(path)
    assert "looks like referrals (table C1)" in str(fault.value)
    assert "'Re_referrals_pct' (nearest: re_referrals" in str(fault.value)
    assert "nothing was taken from it" in str(fault.value)


def test_a_renamed_measure_is_refused_and_not_read_as_missing(tmp_path: Path):
    # A release that renames a column must not turn into a file without that measure.
    headers = (*PLACES, "Referrals_total", *C1[1:])
    with pytest.raises(BadInputError, match="'Referrals_total' \\(nearest: referrals"):
        read(c1(tmp_path, [*at(READING, 2015), 1, 1, 1, 1, 1], headers=headers))


def test_a_file_of_something_else_is_refused_with_the_files_that_are_known(tmp_path: Path):
    with pytest.raises(
        BadInputError, match=r"no published file that purplebook knows.*'child' .*referrals \(table C1\)"
    ):
        read(write_csv(tmp_path / "odd.csv", ("child", "born"), [("a", "b")]))


def test_two_columns_of_the_same_meaning_are_refused(tmp_path: Path):
    headers = (*PLACES, *C1, "RE-REFERRALS PERCENT")
    with pytest.raises(BadInputError, match="columns say the same: RE-REFERRALS PERCENT, Re_referrals_percent"):
        read(c1(tmp_path, [*at(READING, 2015), 1, 1, 1, 1, 1, 1], headers=headers))


def test_percentages_are_worked_out_from_the_published_numbers(tmp_path: Path):
    headers = (*PLACES, "Section47", "ICPC", "Duration_0-10_days", "Duration_11-15_days")
    found = read(
        write_csv(
            tmp_path / "c4.csv",
            headers,
            [
                [*at(READING, 2015), 579, 301, 100, 157],
                [*at(SOUTH_EAST, 2015), 20000, 9000, "c", 100],
                [*at(ENGLAND, 2015), 160000, 0, 0, 0],
            ],
        )
    )
    rows = held_in(found)
    reading = rows["icpc_15d_pct", "", "870", 2015]
    # 257 of 301, as published.
    assert (reading["value"], reading["numerator"], reading["is_derived"]) == (Decimal("85.4"), Decimal(257), True)
    assert (rows["icpc_15d_pct", "", "989", 2015]["value"], rows["icpc_15d_pct", "", "989", 2015]["symbol"]) == (
        None,
        "c",
    )
    assert ("icpc_15d_pct", "", "970", 2015) not in rows
    assert rows["s47_number", "", "870", 2015]["is_derived"] is False


def test_plans_of_two_years_are_told_apart_by_the_other_columns(tmp_path: Path):
    band = ("2_years_or_more", "2_years_or_more_percent")
    ended = read(write_csv(tmp_path / "d7.csv", (*PLACES, "CPP_End", *band), [[*at(READING, 2015), 217, 15, 6.9]]))
    still = read(write_csv(tmp_path / "d5.csv", (*PLACES, "CPP_At31", *band), [[*at(READING, 2015), 204, 7, 3.4]]))
    assert list(held_in(ended)) == [("cpp_2y_ended_pct", "", "870", 2015)]
    assert list(held_in(still)) == [("cpp_2y_open_pct", "", "870", 2015)]


@pytest.mark.parametrize("number", ["number", "children_count"])
@pytest.mark.parametrize("percent", ["percentage", "children_percent", "Percent"])
def test_rows_with_labels_are_read_under_the_names_of_any_release(tmp_path: Path, number: str, percent: str):
    headers = (*PLACES, "cla_group", "characteristic", number, percent)
    found = read(
        write_csv(
            tmp_path / "cla.csv",
            headers,
            [
                [*at(READING, 2024), "Sex", "Female", 120, 44.1],
                [*at(READING, 2024), "Sex", "Total", 272, 100],
                [*at(READING, 2024), "Reason episode ceased", "Adopted", 12, "c"],
                [*at(READING, 2024), "Motherhood status", "Mother", 3, 1],
            ],
        )
    )
    rows = held_in(found)
    assert set(rows) == {("cla_by_sex_pct", "Female", "870", 2024), ("cla_ceased_adopted_pct", "", "870", 2024)}
    assert rows["cla_by_sex_pct", "Female", "870", 2024]["numerator"] == Decimal(120)
    assert rows["cla_ceased_adopted_pct", "", "870", 2024]["symbol"] == "c"
    assert [issue.row for issue in found.issues] == [3, 5]


def test_numbers_and_rates_of_children_looked_after(tmp_path: Path):
    headers = (*PLACES, "population_count", "number", "rate_per_10000")
    label = "Children looked after on 31 March each year"
    found = read(write_csv(tmp_path / "rate.csv", headers, [[*at(READING, 2024), label, 272, 73]]))
    rows = held_in(found)
    assert rows["cla_number", "", "870", 2024]["value"] == Decimal(272)
    assert rows["cla_rate", "", "870", 2024]["value"] == Decimal(73)


def test_the_workforce_and_a_code_that_was_replaced(tmp_path: Path):
    headers = (*PLACES, "turnover_rate_fte_perc", "vacancy_rate_fte", "agency_worker_rate_fte_perc", "caseload_fte")
    barnsley = ("Reporting year", "Local authority", "E92000001", "England", "", "", "", "E08000016")
    found = read(write_csv(tmp_path / "csww.csv", headers, [[*at(barnsley, 2024), 14.2, "u", 3.1, 15.9]]))
    rows = held_in(found)
    assert rows["workforce_turnover_pct", "", "370", 2024]["value"] == Decimal("14.2")
    assert rows["workforce_vacancy_pct", "", "370", 2024]["symbol"] == "u"
    assert rows["workforce_agency_pct", "", "370", 2024]["edition"] == "DfE CSWW 2024"


def test_every_measure_of_a_layout_is_one_that_ships():
    names = set(published_measures().names)
    for layout in LAYOUTS:
        if isinstance(layout, Wide):
            found = {kept.measure for kept in layout.kept.values()} | {each.measure for each in layout.derived}
        else:
            bases = {base for base, _ in layout.labels.values()} | set(layout.by_topic.values())
            found = {measure.format(base) for measure in layout.kept.values() for base in bases}
        assert found and found <= names, layout.title


def test_the_headers_of_the_real_files_are_known(shared: Path):
    import csv

    with (shared / "formats" / "benchmark_dfe_ees.csv").open(encoding="utf-8", newline="") as stream:
        headers = {row["file"]: row["columns"].split("|") for row in csv.DictReader(stream)}
    kept = {}
    for file, columns in headers.items():
        try:
            kept[file[:2]] = layout_of(file, columns).title
        except BadInputError:
            continue
    wanted = {"b1", "c1", "c2", "c4", "c5", "d1", "d3", "d5", "d6", "d7", "on"}
    assert set(kept) == wanted
    assert all(f"table {name.upper()}" in title for name, title in kept.items() if name != "on")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024", 2024),
        ("202324", 2024),
        ("2023/24", 2024),
        ("2023/2024", 2024),
        ("2023-24", 2024),
        ("199900", 2000),
        ("202325", None),
        ("2023-25", None),
        ("24", None),
        ("", None),
    ],
)
def test_the_year_is_the_one_in_which_the_period_ends(text: str, year: int | None):
    assert year_of(text) == year


def test_a_header_is_known_however_it_is_written():
    assert spelled(" Re-Referrals Percent ") == spelled("re_referrals_percent") == "re_referrals_percent"


EXTRACT = {
    "our_indicator": ["cla_rate", "cla_rate", "cla_rate"],
    "area_code": ["E06000038", "E92000001", "E12000007"],
    "area_name": ["Reading", "England", "Inner London"],
    "time_period": ["2015", "2015", "2015"],
    "value": [58.0, 60.0, None],
    "suppression_code": ["", "", "c"],
    "unit": ["per 10,000 aged 0-17"] * 3,
    "source_publication": ["DfE LAIT"] * 3,
}


def extract(tmp_path: Path, **changed: list[Any]) -> Path:
    """An extract as a Parquet file, with some columns changed."""
    pq.write_table(pa.table({**EXTRACT, **changed}), tmp_path / "extract.parquet")
    return tmp_path / "extract.parquet"


def test_an_extract_is_read_as_parquet_and_as_text(tmp_path: Path):
    first = read(extract(tmp_path))
    rows = [["" if cell is None else cell for cell in row] for row in zip(*EXTRACT.values(), strict=True)]
    second = read(write_csv(tmp_path / "extract.csv", list(EXTRACT), rows))
    assert first.table.equals(second.table) and first.rows_held == 3
    assert set(held_in(first)) == {("cla_rate", "", code, 2015) for code in ("870", "970", "987")}
    assert held_in(first)["cla_rate", "", "987", 2015]["symbol"] == "c"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"our_indicator": ["cla_rates", "cla_rate", "cla_rate"]}, "the measure is not one that purplebook knows"),
        ({"area_code": ["E06999999", "E92000001", "E12000007"]}, "the area is not one that purplebook knows"),
        ({"time_period": ["15", "2015", "2015"]}, "the time_period is not a year"),
        ({"value": [float("nan"), 60.0, None]}, "a cell is neither a number nor one of the symbols"),
        ({"suppression_code": ["q", "", "c"]}, "a cell is neither a number nor one of the symbols"),
        ({"suppression_code": ["c", "", "c"]}, "the row has a value and a symbol at once"),
        ({"value": [None, 60.0, None]}, "the row has neither a value nor a symbol"),
        ({"unit": ["%", *["per 10,000"] * 2]}, "the unit is not the measure's"),
        ({"unit": [None, *["per 10,000"] * 2]}, "the unit is not the measure's"),
        (
            {"area_code": ["E92000001", "E06000038", "E06000038"], "suppression_code": ["", "", "c"]},
            "the row gives a measure for an area and year that an earlier row gives",
        ),
    ],
)
def test_a_row_of_an_extract_that_cannot_be_held_is_listed(tmp_path: Path, changed: dict[str, list[Any]], reason: str):
    found = read(extract(tmp_path, **changed))
    assert (found.rows_read, found.rows_held) == (3, 2)
    (issue,) = found.issues
    assert issue.reason.startswith(reason)
    assert issue.row == (4 if "earlier row" in reason else 2)


def test_an_extract_with_an_unknown_or_missing_column_is_refused(tmp_path: Path):
    with pytest.raises(BadInputError, match="'supression' \\(nearest: suppression_code"):
        read(extract(tmp_path, supression=["", "", ""]))
    kept = {name: column for name, column in EXTRACT.items() if name != "unit"}
    pq.write_table(pa.table(kept), tmp_path / "less.parquet")
    with pytest.raises(BadInputError, match="lacks the column unit"):
        read(tmp_path / "less.parquet")


def test_an_extract_with_two_columns_of_a_name_is_refused_in_the_same_words_in_each_format(tmp_path: Path):
    headers, columns = [*EXTRACT, "value"], [*EXTRACT.values(), EXTRACT["value"]]
    pq.write_table(pa.Table.from_arrays(list(map(pa.array, columns)), names=headers), tmp_path / "twice.parquet")
    write_csv(tmp_path / "twice.csv", headers, list(zip(*columns, strict=True)))
    for name in ("twice.parquet", "twice.csv"):
        with pytest.raises(BadInputError, match=f"{name} has two columns of the same name"):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("value", [[1], [2], [3]]),
        ("value", [True, False, None]),
        ("area_name", [{"a": 1}] * 3),
        ("area_code", [b"870", b"970", b"987"]),
    ],
)
def test_a_column_of_neither_text_nor_numbers_is_refused(tmp_path: Path, column: str, cells: list[Any]):
    with pytest.raises(BadInputError, match=f"the column {column} holds .* holds text or numbers"):
        read(extract(tmp_path, **{column: cells}))


@pytest.mark.parametrize(
    "changed",
    [
        {"time_period": [2015, 2015, 2015]},
        {"value": [Decimal("58.0"), Decimal("60.0"), None]},
        {"value": ["58", "60", "c"], "suppression_code": [None, None, None]},
        {"area_name": pa.array(["Reading", "England", "Inner London"]).dictionary_encode()},
    ],
)
def test_an_extract_may_be_written_with_other_kinds_of_columns(tmp_path: Path, changed: dict[str, Any]):
    expected = read(extract(tmp_path)).table
    assert read(extract(tmp_path, **changed)).table.equals(expected)


def test_an_extract_without_rows_holds_nothing(tmp_path: Path):
    pq.write_table(pa.table(EXTRACT).slice(0, 0), tmp_path / "none.parquet")
    found = read(tmp_path / "none.parquet")
    assert (found.rows_read, found.table.num_rows, found.issues) == (0, 0, ())


def test_a_file_that_is_none_is_refused(tmp_path: Path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "cut.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04 a workbook")
    for name, message in (
        ("empty.csv", "the file is empty"),
        ("cut.parquet", "cut short or damaged"),
        ("book.xlsx", "Save a workbook as 'CSV UTF-8'"),
        ("none.csv", "cannot be read"),
        ("", "is a folder"),
    ):
        with pytest.raises(BadInputError, match=message):
            read(tmp_path / name)
