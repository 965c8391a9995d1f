"""The Standard Safeguarding Dataset from a folder: invented rows for every mapped table, and what they become."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import purplebook.sources.read as reading
from purplebook.errors import BadInputError
from purplebook.sources import ssd
from purplebook.sources.files import examine
from purplebook.sources.identifiers import person_id
from purplebook.sources.ssd.mapping import MAPPED
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from tests.sources.ssd_expected import EXPECTED
from tests.sources.ssd_rows import ROWS


def columns_of(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The columns of some rows, in the order in which they are first met."""
    return list(dict.fromkeys(name for row in rows for name in row))


def key_of(table: str):
    """What the rows of a table are sorted by."""
    return lambda row: [str(row[name]) for name in TABLES_BY_NAME[table].key]


def filled(result, table: str) -> list[dict[str, object]]:
    """The rows of a table, by key, without what is empty and without where they came from."""
    names = TABLES_BY_NAME[table].column_names
    rows = [
        {name: row[name] for name in names if row[name] is not None and name != "details"} for row in result.rows(table)
    ]
    return sorted(rows, key=key_of(table))


def as_csv(rows: Sequence[Mapping[str, str]], *, upper: bool = False) -> str:
    stream, names = io.StringIO(), columns_of(rows)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([name.upper() if upper else name for name in names])
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return stream.getvalue()


def write_folder(folder: Path, rows: Mapping[str, list[dict[str, str]]] = ROWS, *, kind: str = "csv") -> Path:
    """Write each table as a file of its own."""
    folder.mkdir(exist_ok=True)
    for name, each in rows.items():
        if kind == "csv":
            (folder / f"{name}.csv").write_text(as_csv(each, upper=name == "ssd_missing"), encoding="utf-8")
        else:
            columns = {column: [row.get(column) or None for row in each] for column in columns_of(each)}
            pq.write_table(pa.table(columns), folder / f"{name}.parquet")
    return folder


@pytest.fixture(autouse=True)
def only_this_format(monkeypatch):
    monkeypatch.setattr(reading, "FORMATS", (ssd,))


def test_there_are_rows_for_every_mapped_table():
    assert {table.name for table in MAPPED} == set(ROWS)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_every_mapped_table_becomes_the_rows_written_by_hand(load, tmp_path, kind):
    result = load(write_folder(tmp_path / "files", kind=kind))
    assert set(result.loaded.table_paths) == set(EXPECTED)
    for table, rows in EXPECTED.items():
        assert filled(result, table) == sorted(rows, key=key_of(table)), table
    count = sum(map(len, ROWS.values()))
    assert result.counts == (count, count, 0)


def test_what_has_no_column_is_kept_beside_the_row(load, tmp_path):
    result = load(write_folder(tmp_path / "files"))
    assert "Invented" in result.rows("person_attribute")[0]["source_cells"]
    assert "Former Relevant" in result.rows("care_leaver_snapshot")[0]["source_cells"]
    assert result.rows("pre_proceedings")[0]["details"].count('"Y"') == 1


LOCAL_ETHNICITY = {
    "A": ["WBRI", "WIRI", "WOTH", "WIRT", "WROM"],
    "B": ["MWBC", "MWBA", "MWAS", "MOTH"],
    "C": ["AIND", "APKN", "ABAN", "AOTH"],
    "D": ["BCRB", "BAFR", "BOTH"],
    "E": ["CHNE", "OOTH", "REFU", "NOBT", "UNKNOWN"],
}


def test_letters_and_digits_for_ethnicity_become_the_census_codes(load, write):
    given = {f"{letter}{at}": code for letter, codes in LOCAL_ETHNICITY.items() for at, code in enumerate(codes, 1)}
    given |= {"a1": "WBRI", " E4 ": "NOBT", "mwas": "MWAS"}
    assert set(CODE_SETS["ethnicity"].codes) == {CODE_SETS["ethnicity"].find(code) for code in given.values()}
    lines = [f"P{at:02},{written}" for at, written in enumerate(given)]
    result = load(write("p.csv", "\n".join(["pers_person_id,pers_ethnicity", *lines, ""])))
    rows = sorted(result.rows("person"), key=lambda row: row["la_child_id"])
    assert [row["ethnicity_code"] for row in rows] == list(given.values()) and not result.issues
    assert json.loads(rows[0]["source_cells"]) == {"pers_ethnicity": "A1"}


@pytest.mark.parametrize("local", ["A6", "B5", "C5", "D4", "F1", "A", "A1.1", "White"])
def test_other_local_ethnicities_are_listed_and_kept(load, write, local):
    result = load(write("p.csv", f"pers_person_id,pers_ethnicity\nP1,{local}\n"))
    (row,), (issue,) = result.rows("person"), result.issues
    assert row["ethnicity_code"] is None and json.loads(row["source_cells"])["pers_ethnicity"] == local
    assert (issue["row"], issue["column"], issue["is_rejected"]) == (2, "pers_ethnicity", False)
    assert issue["reason"] == "not a code that this column may hold"


def test_a_cell_that_is_not_json_is_listed_and_the_row_loaded(load, write):
    path = write("ssd_contacts.csv", "cont_contact_id,cont_person_id,cont_contact_outcome_json\nC1,A1,SECRET\nC2,A1,\n")
    result = load(path)
    assert [row["contact_id"] for row in result.rows("contact")] == ["C1", "C2"]
    issue = next(each for each in result.issues if each["reason"] == "not JSON")
    assert (issue["row"], issue["column"], issue["is_rejected"]) == (2, "cont_contact_outcome_json", False)


def test_a_row_of_factors_without_a_factor_is_listed(load, write):
    path = write("f.csv", 'cinf_assessment_id,cinf_assessment_factors_json\nAS1,"[""1A""]"\nAS2,[]\nAS3,nonsense\n')
    result = load(path)
    assert [row["assessment_id"] for row in result.rows("assessment_factor")] == ["AS1"]
    assert result.counts == (3, 1, 2)


def test_a_ragged_row_is_listed_and_the_others_loaded(load, write):
    path = write("x.csv", "cont_contact_id,cont_person_id\nC1,A1\nC2\nC3,A1\n")
    result = load(path)
    assert [row["contact_id"] for row in result.rows("contact")] == ["C1", "C3"]
    assert result.counts == (3, 2, 1)


def test_other_column_names_and_rows_that_name_only_the_plan(load, write):
    plans = write("plans.csv", "cin_plan_id,cinp_person_id,cinp_referral_id,cinp_cin_plan_start_date\nP1,A1,R1,\n")
    visits = write("visits.csv", "cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date\nV1,P1,2015-01-01\nV2,P2,\n")
    result = load(plans, visits)
    assert [row["plan_id"] for row in result.rows("plan")] == ["P1"]
    assert [row["person_id"] for row in result.rows("visit")] == [person_id("A1"), None]


def test_tables_without_a_place_are_named(load, write):
    version = write("ssd_version_log.csv", "version_number,release_date,is_current\n1,2020-01-01,1\n")
    contact = write("ssd_contacts.csv", "cont_contact_id,cont_person_id\nC1,A1\n")
    result = load(version, contact)
    assert any("ssd_version_log.csv" in warning for warning in result.loaded.warnings)


def test_a_missing_key_column_stops_the_load(load, write):
    with pytest.raises(BadInputError, match="cont_contact_id"):
        load(write("ssd_contacts.csv", "cont_person_id,cont_contact_date\nA1,2015-01-01\n"))


def test_care_leavers_need_a_day(load, tmp_path):
    with pytest.raises(BadInputError, match="--as-at"):
        load(write_folder(tmp_path / "files"), as_at=None)


def test_recognition_looks_at_the_header_only(write):
    assert ssd.recognise(examine(write("any.csv", "CINE_Referral_ID,cine_person_id\n")))
    assert not ssd.recognise(examine(write("ssd_person.csv", "person_id,la_child_id\n")))
    assert not ssd.recognise(examine(write("bad.parquet", b"PAR1\x00\x01\x02\x03")))


def test_a_damaged_parquet_file_is_named(load, tmp_path):
    folder = write_folder(tmp_path / "files", {"ssd_contacts": ROWS["ssd_contacts"] * 2000}, kind="parquet")
    path = folder / "ssd_contacts.parquet"
    content = bytearray(path.read_bytes())
    content[4:200] = b"\xff" * 196
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=r"ssd_contacts\.parquet"):
        load(folder)
