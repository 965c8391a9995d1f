"""Files that cannot be loaded at all: the message says where and what to do, and nothing of a record."""

from __future__ import annotations

import os
import zipfile
from datetime import date

import pyarrow.parquet as pq
import pytest

from purplebook.errors import BadInputError, UserError
from purplebook.sources import workbook_cells

PERSON = "person_id,la_child_id,born_on\nP1,SECRET-CHILD-99,2010-01-01\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
CONTACTS = {
    "List 1": [["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source"]]
}


def message_of(load, *paths) -> str:
    with pytest.raises(BadInputError) as caught:
        load(*paths)
    assert isinstance(caught.value, UserError) and caught.value.exit_code == 2
    assert "SECRET-CHILD-99" not in str(caught.value)
    return str(caught.value)


def test_no_path_at_all(load):
    assert "No file was given" in message_of(load)


def test_a_path_that_does_not_exist(load, tmp_path):
    assert "there is no such file or folder" in message_of(load, tmp_path / "nowhere.csv")


def test_an_empty_folder(load, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "the folder holds no file" in message_of(load, tmp_path / "empty")


def test_a_folder_means_every_file_in_it_but_hidden_ones(load, tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "person.csv").write_text(PERSON)
    (folder / "contact.csv").write_text("contact_id,person_id\nC1,P1\n")
    (folder / ".DS_Store").write_bytes(b"\x00\x01")
    (folder / "~$lock.xlsx").write_bytes(b"\x00\x01")
    result = load(folder, folder / "person.csv")
    assert set(result.loaded.table_paths) == {"person", "contact"}
    assert sum("hidden" in warning for warning in result.loaded.warnings) == 2


def test_a_file_of_no_bytes(load, write):
    assert "person.csv: the file is empty" in message_of(load, write("person.csv", b""))


def test_a_file_of_nothing_but_blank_lines(load, write):
    assert "person.csv" in message_of(load, write("person.csv", "\n\n\n"))


def test_rows_without_a_header(load, write):
    assert "person.csv" in message_of(load, write("person.csv", "P1,SECRET-CHILD-99,2010-01-01\n"))


def test_a_csv_named_xlsx(load, write):
    assert "person.xlsx: the name says workbook" in message_of(load, write("person.xlsx", PERSON))


def test_a_workbook_named_csv(load, workbook):
    assert "person.csv: the name says text" in message_of(load, workbook(CONTACTS, "person.csv"))


def test_a_workbook_that_was_cut_short(load, workbook, write):
    whole = workbook(CONTACTS).read_bytes()
    assert "cut short or damaged" in message_of(load, write("annex.xlsx", whole[: len(whole) // 2]))


@pytest.mark.parametrize("row", ["P2,SECRET-CHILD-99", "P2", '"P2\n","SECRET-CHILD-99"', "P2,SECRET-CHILD-99\u00e9"])
def test_a_csv_file_that_was_cut_short_says_at_which_line(row, load, write):
    line = 3 + row.count("\n")
    message = message_of(load, write("person.csv", PERSON + row))
    assert f"person.csv looks cut short at line {line}: " in message and "copy the file again" in message


@pytest.mark.parametrize("end", ["P2,2,2011-01-01", "P2,2,", "P2,2\n", "P2,2\r\n", "\x1a", "  "])
def test_a_last_row_that_is_whole_or_has_its_line_end_is_not_taken_for_a_cut(end, load, write):
    assert load(write("person.csv", PERSON + end)).counts[1] >= 1


def test_a_file_of_a_header_alone_is_not_cut_short(load, write):
    assert load(write("person.csv", PERSON.partition("\n")[0])).counts == (0, 0, 0)


def test_a_workbook_with_a_damaged_sheet(load, workbook, tmp_path):
    source, target = workbook(CONTACTS), tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, content[: len(content) // 2] if "sheet1.xml" in entry else content)
    assert "damaged.xlsx" in message_of(load, target)


def test_a_workbook_with_a_password(load, write):
    content = OLE + "EncryptedPackage".encode("utf-16-le")
    assert "protected by a password" in message_of(load, write("annex.xlsx", content))


def test_an_old_workbook(load, write):
    assert "save it as .xlsx" in message_of(load, write("annex.xls", OLE))


def test_a_zip_that_is_no_workbook(load, tmp_path):
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "not a workbook" in message_of(load, path)


def test_a_zip_bomb_is_refused_with_its_size_and_never_unpacked(load, workbook, tmp_path, monkeypatch):
    source, target = workbook(CONTACTS), tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry))
        new.writestr("xl/worksheets/sheet2.xml", b"0" * 30_000_000)
    monkeypatch.setattr(workbook_cells, "MOST_UNPACKED_BYTES", 20_000_000)
    assert target.stat().st_size < 100_000
    assert "unpacks to 0.0 GB" in message_of(load, target)


def test_a_part_that_unpacks_to_more_than_it_says_is_refused(load, workbook, write):
    content = bytearray(workbook(CONTACTS).read_bytes())
    entry = content.rindex(b"PK\x01\x02", 0, content.index(b"xl/worksheets/sheet1.xml", content.index(b"PK\x01\x02")))
    content[entry + 24 : entry + 28] = (50).to_bytes(4, "little")
    assert "cut short or damaged" in message_of(load, write("liar.xlsx", bytes(content)))


def test_a_workbook_without_any_list(load, workbook):
    path = workbook({"Budget": [["Month", "Cost"], ["April", 3]], "Notes": [["SECRET-CHILD-99"]]})
    message = message_of(load, path)
    assert "no sheet holds a list of Annex A" in message and "'Budget', 'Notes'" in message


def test_two_annex_a_workbooks_with_the_same_list(load, workbook):
    header = CONTACTS["List 1"][0]
    old = workbook({"List 1": [header, ["100", None, None, None, date(2015, 3, 1), "6"]]}, "old.xlsx")
    new = workbook({"List 1": [header, ["100", None, None, None, date(2015, 4, 1), "6"]]}, "new.xlsx")
    for as_at in (None, date(2015, 4, 1)):
        with pytest.raises(BadInputError, match="load one at a time") as refused:
            load(old, new, as_at=as_at)
        assert "old.xlsx" in str(refused.value) and "new.xlsx" in str(refused.value)


def test_an_annex_a_workbook_that_may_be_of_an_earlier_day_is_said_to(load, workbook):
    referrals = ["Child Unique ID", "Date of Referral", "Referral Source", "Referral NFA?"]
    new = workbook({"List 1": [CONTACTS["List 1"][0], ["100", None, None, None, date(2015, 4, 1), "6"]]}, "new.xlsx")
    for day, is_said in ((date(2015, 3, 1), False), (date(2015, 2, 28), True)):
        old = workbook({"List 3": [referrals, ["100", day, "6", "No"]]}, "old.xlsx")
        result = load(old, new, as_at=None)
        assert (len(result.rows("contact")), len(result.rows("referral"))) == (1, 1)
        assert any(warning.startswith("old.xlsx: its latest date") for warning in result.loaded.warnings) == is_said


def test_a_list_on_two_sheets(load, workbook):
    path = workbook({"List 1": CONTACTS["List 1"], "copy": CONTACTS["List 1"]})
    assert "both hold List 1" in message_of(load, path)


def test_a_semicolon_separated_file(load, write):
    assert "person.csv" in message_of(load, write("person.csv", "person_id;born_on\nP1;2010-01-01\n"))


def test_a_file_that_may_not_be_read(load, write):
    path = write("person.csv", PERSON)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert "cannot be opened" in message_of(load, path)


def test_a_refused_load_leaves_nothing_half_written(load, write, tmp_path):
    contacts = "contact_id,contacted_on\nC1,12/31/2015\nC2,12/30/2015\n"
    message_of(load, write("person.csv", PERSON), write("contact.csv", contacts))
    assert not list(tmp_path.glob("staging-*/**/*.parquet"))


@pytest.mark.parametrize("rows", [200_000, 10_000_000])
def test_a_long_file_is_loaded_whole(load, tmp_path, rows):
    if rows > 1_000_000 and not os.environ.get("PURPLEBOOK_HUGE"):
        pytest.skip("ten million rows: set PURPLEBOOK_HUGE=1")
    path = tmp_path / "contact.csv"
    with path.open("w") as stream:
        stream.write("contact_id,person_id,contacted_on,source_code,outcome_codes\n")
        for start in range(0, rows, 10_000):
            stream.write(
                "".join(
                    f"C{(number * 7_919) % rows:08d},P{number % 5_000},2015-{number % 12 + 1:02d}-15,6,NFA;ADVICE\n"
                    for number in range(start, start + 10_000)
                )
            )
    result = load(path)
    assert result.counts == (rows, rows, 0)
    stored = pq.ParquetFile(result.loaded.table_paths["contact"])
    first = next(stored.iter_batches(3, columns=["row_id", "contact_id", "source_row"])).to_pylist()
    assert stored.metadata.num_rows == rows
    assert [(row["row_id"], row["contact_id"]) for row in first] == [
        (1, "C00000000"),
        (2, "C00000001"),
        (3, "C00000002"),
    ]
    assert first[1]["source_row"] == pow(7_919, -1, rows) + 2
