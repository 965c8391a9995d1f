"""Canonical CSV files as people send them: sound, odd and broken."""

from __future__ import annotations

import hashlib
from datetime import date

import pyarrow.parquet as pq
import pytest

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.tables import COMMON_COLUMNS, DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS

PERSON = "person_id,la_child_id,born_on\n"
SECRET = "SECRET-CHILD-99"


def test_every_table_can_be_loaded_from_its_header_and_keys(load, write):
    paths = []
    for table in DATA_TABLES:
        cells = ["2015-01-01" if table.column(name).kind == "date" else "" for name in table.column_names]
        for place, name in enumerate(table.column_names):
            if name in table.key and not cells[place]:
                kind, code_set = table.column(name).kind, table.column(name).code_set
                cells[place] = CODE_SETS[code_set].codes[0].code if kind == "code" and code_set else "K1"
        paths.append(write(f"{table.name}.csv", ",".join(table.column_names) + "\n" + ",".join(cells) + "\n"))
    result = load(*paths)
    assert set(result.loaded.table_paths) == {table.name for table in DATA_TABLES}
    assert result.counts == (len(DATA_TABLES), len(DATA_TABLES), 0)


def test_the_parquet_has_the_declared_columns_in_order_and_their_arrow_types(load, write):
    result = load(write("placement.csv", "placement_id,weekly_cost,is_in_authority\nA,1.5,true\n"))
    schema = pq.read_schema(result.loaded.table_paths["placement"])
    assert tuple(schema.names) == TABLES_BY_NAME["placement"].column_names + tuple(c.name for c in COMMON_COLUMNS)
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert types["started_on"] == "date32[day]"
    assert types["weekly_cost"] == "decimal128(12, 2)"
    assert types["is_in_authority"] == "bool"
    assert types["row_id"] == types["source_row"] == "int64"
    contact = load(write("contact.csv", "contact_id\nA\n")).loaded.table_paths["contact"]
    assert str(pq.read_schema(contact).field("outcome_codes").type).startswith("list<")


def test_rows_are_stored_in_key_order_with_their_place_in_the_file(load, write):
    result = load(write("person.csv", PERSON + "P2,b,\nP1,a,\nP3,c,\n"))
    found = [(row["row_id"], row["person_id"], row["source_row"]) for row in result.rows("person")]
    assert found == [(1, "P1", 3), (2, "P2", 2), (3, "P3", 4)]


def test_the_same_files_give_the_same_bytes(load, write):
    path = write("person.csv", PERSON + "".join(f"P{number},c{number},2010-01-01\n" for number in range(5000, 0, -1)))
    first, second = (load(path).loaded.table_paths["person"].read_bytes() for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_a_row_without_its_key_is_left_out_and_listed(load, write):
    result = load(write("person.csv", PERSON + "P1,a,\n,b,2010-01-01\n"))
    assert result.counts == (2, 1, 1)
    assert [(i["row"], i["column"], i["reason"], i["is_rejected"]) for i in result.issues] == [
        (3, "person_id", faults.NO_KEY.reason, True)
    ]


def test_of_two_rows_with_one_key_the_first_stays(load, write):
    result = load(write("person.csv", PERSON + "P1,first,\nP2,b,\nP1,second,\nP1,third,\n"))
    assert result.counts == (4, 2, 2)
    assert [row["la_child_id"] for row in result.rows("person")] == ["first", "b"]
    assert [(i["row"], i["reason"]) for i in result.issues] == [
        (4, faults.REPEATED_KEY.reason),
        (5, faults.REPEATED_KEY.reason),
    ]


def test_the_same_key_in_two_authorities_is_two_rows(load, write):
    result = load(write("person.csv", "person_id,authority_code\nP1,870\nP1,\nP1,zz\n"))
    assert [row["authority_code"] for row in result.rows("person")] == ["870", "899"]
    assert [(i["row"], i["reason"]) for i in result.issues] == [
        (4, faults.NOT_AN_AUTHORITY.reason),
        (4, faults.REPEATED_KEY.reason),
    ]


def test_the_line_of_vacancies_needs_no_worker(load, write):
    result = load(write("workforce_snapshot.csv", "snapshot_on,row_kind,worker_id\n2015-09-30,LA_VACANCY,\n"))
    assert result.counts == (1, 1, 0)


def test_a_link_that_points_nowhere_is_kept_and_listed(load, write):
    people = write("person.csv", PERSON + "P1,a,\n")
    contacts = write("contact.csv", "contact_id,person_id\nC1,P1\nC2,P9\nC3,\n")
    result = load(people, contacts)
    assert [row["person_id"] for row in result.rows("contact")] == ["P1", "P9", None]
    assert [(i["file_name"], i["row"], i["column"], i["value"], i["reason"]) for i in result.issues] == [
        ("contact.csv", 3, "person_id", "P9", faults.POINTS_NOWHERE.reason)
    ]


def test_a_link_into_another_authority_points_nowhere(load, write):
    people = write("person.csv", "person_id,authority_code\nP1,870\n")
    result = load(people, write("contact.csv", "contact_id,person_id\nC1,P1\n"))
    assert [issue["reason"] for issue in result.issues] == [faults.POINTS_NOWHERE.reason]


def test_links_to_a_table_that_no_file_held_give_one_warning(load, write):
    result = load(write("contact.csv", "contact_id,person_id\nC1,P1\nC2,P2\n"))
    assert result.issues == []
    assert any("'person'" in warning and "contact.person_id" in warning for warning in result.loaded.warnings)


def test_missing_columns_are_null_and_named(load, write):
    result = load(write("person.csv", "person_id\nP1\n"))
    assert result.rows("person")[0]["born_on"] is None
    assert any("person.csv" in warning and "born_on" in warning for warning in result.loaded.warnings)


def test_extra_columns_are_kept_aside_and_named(load, write):
    result = load(write("person.csv", 'person_id,Shoe size,\nP1,"=4,5",x\nP2,,\n'))
    assert [row["source_cells"] for row in result.rows("person")] == [
        '{"Shoe size":"=4,5","column 3, without a name":"x"}',
        None,
    ]
    assert any("Shoe size" in warning for warning in result.loaded.warnings)


def test_columns_without_a_name_and_columns_called_so_are_told_apart(load, write):
    header = 'person_id,,"column 2, without a name"\n'
    with pytest.raises(BadInputError, match="more than once"):
        load(write("person.csv", header + "P1,a,b\n"))
    assert load(write("person.csv", "person_id,,\nP1,a,b\n")).counts == (1, 1, 0)


def test_a_missing_key_column_is_refused(load, write):
    with pytest.raises(BadInputError, match=r"person\.csv: the key column 'person_id' is missing"):
        load(write("person.csv", "la_child_id\nx\n"))


def test_headers_may_have_capitals_and_blanks(load, write):
    result = load(write("person.csv", " Person_ID , BORN_ON \nP1,2010-01-01\n"))
    assert result.rows("person")[0]["born_on"] == date(2010, 1, 1)


def test_a_header_that_names_a_column_twice_is_refused(load, write):
    with pytest.raises(BadInputError, match="'born_on' more than once"):
        load(write("person.csv", "person_id,born_on,Born_on\nP1,2010-01-01,2011-01-01\n"))


def test_a_header_without_rows_makes_an_empty_table_and_a_warning(load, write):
    result = load(write("person.csv", PERSON))
    assert result.counts == (0, 0, 0)
    assert result.rows("person") == []
    assert any("no rows" in warning for warning in result.loaded.warnings)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "end"])
def test_line_ends_and_byte_order_marks_change_nothing(load, write, line_end, mark, last):
    lines = ["person_id,la_child_id", "P1,a", "P2,b"]
    text = mark + line_end.join(lines) + (line_end if last else "")
    result = load(write("person.csv", text))
    assert [(row["person_id"], row["la_child_id"]) for row in result.rows("person")] == [("P1", "a"), ("P2", "b")]
    assert result.issues == []


def test_blank_rows_are_no_rows_but_keep_their_numbers(load, write):
    result = load(write("person.csv", PERSON + "\nP1,a,\n,,\n\nP2,b,\n\n"))
    assert result.counts == (2, 2, 0)
    assert [row["source_row"] for row in result.rows("person")] == [3, 6]


def test_a_row_with_too_many_or_too_few_cells_is_left_out_and_listed(load, write):
    result = load(write("person.csv", PERSON + "P1,a,\nP2,b\nP3,c,,,\nP4,d,2010-01-01,oops\n"))
    assert result.counts == (4, 2, 2)
    assert [row["person_id"] for row in result.rows("person")] == ["P1", "P3"]
    assert [(i["row"], i["value"], i["is_rejected"]) for i in result.issues] == [
        (3, "P2,b", True),
        (5, "P4,d,2010-01-01,oops", True),
    ]


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_row(load, write):
    with pytest.raises(BadInputError, match=r"person\.csv, row 3: a quotation mark"):
        load(write("person.csv", PERSON + 'P1,a,\nP2,"b,\nP3,c,\n'))


def test_a_quotation_mark_inside_a_cell_is_text(load, write):
    result = load(write("person.csv", PERSON + 'P1,5" tall,\n'))
    assert result.rows("person")[0]["la_child_id"] == '5" tall'


def test_a_nul_byte_is_taken_out_and_listed(load, write):
    result = load(write("person.csv", PERSON + "P1,a\x00b,\nP2,c,\n"))
    assert [row["la_child_id"] for row in result.rows("person")] == ["ab", "c"]
    assert [(i["row"], i["column"], i["value"], i["is_rejected"]) for i in result.issues] == [
        (2, "la_child_id", "a␀b", False)
    ]


def test_windows_1252_is_read_with_a_warning(load, write):
    result = load(write("worker.csv", "worker_id,name\nW1,Zoë O’Neill\n".encode("cp1252")))
    assert result.rows("worker")[0]["name"] == "Zoë O’Neill"
    assert any("Windows-1252" in warning for warning in result.loaded.warnings)


def test_text_in_utf_16_is_read_as_it_is(load, write):
    result = load(write("person.csv", "person_id,surname\r\nP1,Ångström\r\n".encode("utf-16")))
    assert [row["surname"] for row in result.rows("person")] == ["Ångström"]
    assert not any("Windows-1252" in warning for warning in result.loaded.warnings)


@pytest.mark.parametrize("content", [b"\xff\xfep\x00e", b"person_id,name\nP1,\x81\x01\xff\n"])
def test_bytes_of_no_known_text_are_refused(load, write, content):
    with pytest.raises(BadInputError, match=r"person\.csv: this is neither a text file in UTF-8"):
        load(write("person.csv", content))


def test_a_byte_that_windows_1252_does_not_have_is_refused(load, write):
    with pytest.raises(BadInputError, match=r"person\.csv"):
        load(write("person.csv", b"person_id,la_child_id\nP1,a\x81\n"))


def test_a_column_of_month_first_dates_is_named_as_wrong_date_order(load, write):
    with pytest.raises(BadInputError, match=r"person\.csv, column 'born_on': wrong date order") as caught:
        load(write("person.csv", PERSON + "P1,a,12/31/2010\nP2,b,01/02/2011\nP3,c,12/30/2010\n"))
    assert "12/31" not in str(caught.value)


def test_one_month_first_date_among_sound_ones_is_an_issue_of_its_row(load, write):
    result = load(write("person.csv", PERSON + "P1,a,31/12/2010\nP2,b,12/31/2010\n"))
    assert [(i["row"], i["reason"]) for i in result.issues] == [(3, faults.NOT_A_DATE.reason)]


def test_every_fault_of_every_file_is_told_at_once_and_no_record_is_quoted(load, write):
    paths = [
        write("person.csv", f"la_child_id\n{SECRET}\n"),
        write("contact.csv", f"contact_id,contacted_on\n{SECRET},12/31/2015\nC2,12/30/2015\n"),
        write("visits.csv", f"visit_id,visited_on\n{SECRET},2015-01-01\n"),
    ]
    with pytest.raises(BadInputError) as caught:
        load(*paths)
    message = str(caught.value)
    assert "person.csv" in message and "visits.csv" in message and "rename it to visit.csv" in message
    assert SECRET not in message


def test_text_in_brackets_in_a_file_name_is_no_pattern(load, write, tmp_path):
    folder = tmp_path / "files[1]"
    folder.mkdir()
    path = folder / "person.csv"
    path.write_text(PERSON + "P1,a,\n")
    assert load(path).counts == (1, 1, 0)


def test_two_files_of_one_table_are_one_table(load, write, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "person.csv").write_text(PERSON + "P2,b,\nP1,again,\n")
    result = load(write("person.csv", PERSON + "P1,a,\n"), other / "person.csv")
    assert [row["la_child_id"] for row in result.rows("person")] == ["a", "b"]
    assert [batch.rows_rejected for batch in result.loaded.batches] == [0, 1]
