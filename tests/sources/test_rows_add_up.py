"""Every row of a file is loaded or listed, and the file is counted by nobody who reads it: a reader that loses a row
publishes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.sources import careful_csv, rows_at_source
from purplebook.sources.annex_a import journey
from purplebook.sources.cin_census import read_census
from purplebook.sources.files import examine
from purplebook.sources.local_registers import rows as register_rows
from purplebook.sources.read import read_files
from purplebook.sources.rows_at_source import RowsLost
from purplebook.sources.ssda903 import read_tables
from tests.sources.test_same_row_twice import list_sheet

CONTACT = {"Child Unique ID": "1", "Date of Contact": date(2015, 6, 1), "Contact Source": "6"}
CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2015</Year>
<ReferenceDate>2015-03-31</ReferenceDate></CollectionDetails></Header><Children>{}<!-- <Child> is no child -->
</Children></Message>"""
CHILD = """<Child><ChildIdentifiers><LAchildID>{}</LAchildID></ChildIdentifiers>
<CINdetails><CINreferralDate>2014-05-01</CINreferralDate></CINdetails></Child>"""


def test_a_list_that_loses_a_row_in_silence_is_not_loaded(load, workbook, monkeypatch):
    path = workbook({"List 1": list_sheet(1, CONTACT, CONTACT | {"Child Unique ID": "2"})})
    assert load(path).counts == (2, 2, 0)
    add_list = journey.Journeys.add_list

    def losing(self, sheet, *, source):
        object.__setattr__(sheet, "rows", sheet.rows[:-1])
        return add_list(self, sheet, source=source)

    monkeypatch.setattr(journey.Journeys, "add_list", losing)
    with pytest.raises(RowsLost, match="2 rows, of which 1 are accounted for"):
        load(path)


def test_a_return_that_loses_a_row_in_silence_is_not_loaded(load, write, monkeypatch):
    path = write("2014-15.csv", 'CHILD,DOB,REVIEW,REVIEW_CODE\nA1,,05/05/2014,PN1\n\nA2,,"06/05/2014",PN1\n')
    assert load(path).counts == (2, 2, 0)
    given = read_tables.without_repeats
    monkeypatch.setattr(read_tables, "without_repeats", lambda rows, **more: given(rows[1:]))
    with pytest.raises(RowsLost):
        load(path)


def test_a_census_that_loses_a_child_in_silence_is_not_loaded(load, write, monkeypatch):
    path = write("cin.xml", CENSUS.format(CHILD.format(1) + CHILD.format(2)))
    assert load(path).counts == (2, 2, 0)
    every = read_census.elements
    monkeypatch.setattr(
        read_census, "elements", lambda file, named: (one for at, one in enumerate(every(file, named=named)) if at != 1)
    )
    with pytest.raises(RowsLost):
        load(path)


@pytest.mark.parametrize("size", [1, 7, 11, 1_000_000])
def test_tags_that_say_no_more_are_counted_wherever_a_chunk_ends(write, monkeypatch, size):
    monkeypatch.setattr(rows_at_source, "CHUNK_BYTES", size)
    plain = examine(write("plain.xml", "<a><Child>Children</Child><b:Child></b:Child><ChildX/></a>"))
    assert rows_at_source._is_plainly(plain, ("Child",), 2)
    assert not any(rows_at_source._is_plainly(plain, ("Child",), count) for count in (0, 1, 3))


@pytest.mark.parametrize("more", ['<Child a="1"></Child>', "<Child/>", "<Child\n></Child>", "<!-- <Child> -->"])
def test_any_other_tag_is_left_to_the_sure_count(write, more):
    """With one lost, the two that are left must not be taken for all that there are."""
    file = examine(write("odd.xml", f"<a><Child></Child><Child></Child>{more}</a>"))
    assert not any(rows_at_source._is_plainly(file, ("Child",), count) for count in range(4))


def test_a_table_that_loses_a_row_in_silence_is_not_loaded(load, write, monkeypatch):
    path = write("person.csv", 'person_id,la_child_id\nP1,"a\nb"\nP2\nP3,3\n,\n')
    assert load(path).counts == (3, 2, 1)
    every = careful_csv.records
    monkeypatch.setattr(careful_csv, "records", lambda file: (row for row in every(file) if row[0] != 4))
    with pytest.raises(RowsLost):
        load(path)


def test_a_register_that_loses_a_row_in_silence_is_not_loaded(load, write, monkeypatch):
    path = write("contacts.csv", "Child's number,Date of contact,Presenting issue\n1,2015-08-03,\n2,2015-08-04,\n")
    assert load(path).counts == (2, 2, 0)
    add = register_rows.RegisterRows.add

    def losing(self, heading, *, number, **more):
        if number != 3:
            add(self, heading, number=number, **more)

    monkeypatch.setattr(register_rows.RegisterRows, "add", losing)
    with pytest.raises(RowsLost):
        load(path)


def test_two_years_whose_file_is_the_same_to_the_byte_have_each_its_own_rows(tmp_path: Path):
    episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n"
    for year, dec, rec in (("2022-23", "", ""), ("2023-24", "01/02/2024", "E4A")):
        folder = tmp_path / year
        folder.mkdir()
        (folder / "header.csv").write_text("CHILD,SEX,DOB,ETHNIC\n71,1,02/03/2012,WBRI\n", encoding="utf-8")
        line = f"71,01/05/2022,S,C2,N1,U6,PR1,{dec},{rec}\n"
        (folder / "episodes.csv").write_text(episodes + line, encoding="utf-8")
    folders = [tmp_path / "2022-23", tmp_path / "2023-24"]
    loaded = read_files(folders, staging=tmp_path / "staging", authority_code="899", as_at=None)
    headers = [batch for batch in loaded.batches if batch.file_name.endswith("header.csv")]
    assert [(batch.rows_read, batch.rows_loaded, batch.rows_rejected) for batch in headers] == [(1, 1, 0), (1, 1, 0)]
