"""Files that hold others, damaged in every way: refused in words, or read as they were; never a fault of ours.

What cannot be told from sound is read: an old workbook and a database keep no checksum of a cell.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.errors import BadInputError, UserError
from purplebook.sources.files import examine
from purplebook.sources.read import read_files
from purplebook.sources.workbook_cells import sheets, workbook_fault
from tests.sources.conftest import AS_AT
from tests.support.old_excel import old_workbook
from tests.support.small_workbook import small_workbook, zipped

HEADER = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Source"]
ROWS = [[f"SECRET-{n}", "1", "WBRI", None, "2015-03-01", "6"] for n in range(1, 120)]
CONTACTS = {"List 1": [HEADER, *ROWS]}
XLSX, XLS = small_workbook(CONTACTS), old_workbook(CONTACTS)
LOADED = len(ROWS)


def parquet() -> bytes:
    stream = io.BytesIO()
    rows = {"cont_contact_id": ["1", "2"], "cont_person_id": ["SECRET-1", "2"], "cont_contact_date": ["2015-01-01"] * 2}
    pq.write_table(pa.table(rows), stream)
    return stream.getvalue()


WHOLE = {"annex.xlsx": XLSX, "annex.xls": XLS, "ssd_contacts.parquet": parquet()}


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 5, 50])):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def without_its_beginning(content: bytes, chance: random.Random) -> bytes:
    return content[chance.randrange(1, len(content)) :]


def emptied_in_the_middle(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) - 200)
    return content[:at] + bytes(200) + content[at + 200 :]


def with_something_between(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(30) + content[at:]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("damage", [flipped, cut, without_its_beginning, emptied_in_the_middle, with_something_between])
def test_damage_is_said_in_words_or_nothing_is_lost(load, write, name: str, damage: Callable[..., bytes]):
    chance = random.Random(f"{name} {damage.__name__}")
    for _ in range(6):
        try:
            result = load(write(name, damage(WHOLE[name], chance)))
        except UserError as refused:
            assert refused.exit_code == 2 and "SECRET" not in str(refused) and name in str(refused)
        else:
            read, loaded, rejected = result.counts
            assert read == loaded + rejected
            assert read == LOADED or name.endswith(".xls") or damage is flipped


def test_an_old_workbook_that_lacks_its_end_is_refused_wherever_it_was_cut(tmp_path: Path):
    """The library reads the rows that are there, so the last were lost without a word."""
    path = tmp_path / "annex.xls"
    path.write_bytes(XLS)
    assert workbook_fault(examine(path)) is None and len(sheets(examine(path))[0].rows) == LOADED + 1
    for missing in (513, 1024, 5000, len(XLS) // 2, len(XLS) - 1600):
        path.write_bytes(XLS[:-missing])
        assert "cut short or damaged" in (workbook_fault(examine(path)) or ""), missing


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_file_that_is_packed_is_refused_in_words(load, write, pack: Callable[[bytes], bytes], ending: str):
    content = pack(XLSX)
    for given in (content, content[: len(content) // 2]):
        with pytest.raises(BadInputError, match=f"annex.xlsx{ending}: "):
            load(write(f"annex.xlsx{ending}", given))


def _another_way_of_packing(number: int) -> bytes:
    changed = bytearray(XLSX)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 10 : at + 12] = struct.pack("<H", number)
        at = changed.find(b"PK\x01\x02", at + 1)
    return bytes(changed)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("annex.xlsx", b"PK\x05\x06" + bytes(18)),
        ("annex.xlsx", b"PK\x03\x04" + bytes(3000)),
        ("annex.xlsx", zipped({"xl/workbook.xml": b"<x/>"})),
        ("annex.xlsx", zipped({"xl/workbook.xml": b"\x00\x01"})),
        ("annex.xlsx", zipped({"annex.xlsx": XLSX})),
        ("annex.zip", zipped({"annex.xlsx": XLSX})),
        ("annex.zip", zipped({"annex.zip": zipped({"annex.xlsx": XLSX})})),
        ("annex.zip", zipped({"annex.xlsx": XLSX})[:-30]),
        ("annex.ods", zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})),
        ("letter.docx", zipped({"word/document.xml": b"<x/>"})[:-7]),
        ("annex.xlsx", b""),
        *(("annex.xlsx", _another_way_of_packing(number)) for number in (1, 9, 14, 93, 99)),
    ],
)
def test_what_is_no_sound_workbook_is_refused_by_name(load, write, name: str, content: bytes):
    with pytest.raises(BadInputError, match=f"{name}: "):
        load(write(name, content))


def test_a_damaged_database_is_refused_in_words(tmp_path: Path):
    pytest.importorskip("sqlalchemy")
    path = tmp_path / "ssd.db"
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TABLE ssd_contacts (cont_contact_id TEXT, cont_person_id TEXT, cont_contact_date TEXT)"
        )
        rows = [(str(n), f"SECRET-{n}", "2015-01-01") for n in range(500)]
        database.executemany("INSERT INTO ssd_contacts VALUES (?, ?, ?)", rows)
    database.close()
    whole, chance = path.read_bytes(), random.Random(31)
    for number in range(12):
        damage = (cut, emptied_in_the_middle, flipped, without_its_beginning)[number % 4]
        path.write_bytes(damage(whole, chance))
        words = {"authority_code": "899", "as_at": AS_AT, "databases": [f"sqlite:///{path}"]}
        try:
            loaded = read_files((), staging=tmp_path / f"staging-{number}", **words)
        except UserError as refused:
            assert refused.exit_code == 2 and "SECRET" not in str(refused)
        else:
            (batch,) = loaded.batches
            assert batch.rows_read == batch.rows_loaded + batch.rows_rejected
