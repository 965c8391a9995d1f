"""However a file of the dataset is spelled, encoded or broken: its rows are loaded or listed, or the user is told."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from purplebook.errors import UserError
from purplebook.sources import ssd
from purplebook.sources.files import examine
from purplebook.sources.identifiers import person_id
from purplebook.sources.read import read_files

# Of broken input the first that fails will do: making it smaller takes minutes.
QUICK = settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
COLUMNS: tuple[str, ...] = ("cont_contact_id", "cont_person_id", "cont_contact_date", "cont_contact_source_desc")
ROWS = (("C1", "A1", "2015-01-02", "École, Zoë"), ("C2", "A2", "2015-01-03", "the police"))
MARKS = (
    '"',
    '""',
    ",",
    "\n",
    "\r\n",
    "\r",
    "\x00",
    "\ufeff",
    "\u00a0",
    "\t",
    "\x1a",
    "NULL",
    "{",
    "[]",
    "1900-01-01",
    "é",
)
SCRAPS = st.lists(st.sampled_from(MARKS) | st.text(max_size=3), max_size=20).map("".join)


class Outcome:
    """What became of one file of this content."""

    def __init__(self, content: bytes, *, name: str = "file.csv") -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            loaded = read_files([path], staging=Path(folder) / "staging", authority_code="899", as_at=None)
            self.batches = loaded.batches
            self.tables = {table: pq.read_table(place).to_pylist() for table, place in loaded.table_paths.items()}
            self.issues = pq.read_table(loaded.issues_path).to_pylist()
            self.warnings = loaded.warnings

    @property
    def contacts(self) -> list[tuple[object, ...]]:
        names = ("contact_id", "person_id", "source_text")
        return sorted(tuple(row[name] for name in names) for row in self.tables["contact"])


EXPECTED = [(row[0], person_id(row[1]), row[3]) for row in ROWS]


def as_csv(header: list[str], rows: list[list[str]], *, line_end: str = "\n") -> str:
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator=line_end)
    out.writerows([header, *rows])
    return stream.getvalue()


@QUICK
@given(data=st.data())
def test_case_order_blanks_and_other_columns_of_a_header_do_not_matter(data: st.DataObject):
    others = data.draw(st.lists(st.sampled_from(["", "Notes", "cont_other", "ÉTAT", "c0"]), unique=True, max_size=3))
    order = data.draw(st.permutations([*COLUMNS, *others]))
    header = []
    for name in order:
        letters = [data.draw(st.sampled_from([each.upper(), each])) for each in name]
        header.append(data.draw(st.sampled_from(["", " ", "\t", "\u00a0"])) + "".join(letters))
    rows = [[dict(zip(COLUMNS, row, strict=True)).get(name, "kept aside") for name in order] for row in ROWS]
    line_end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    outcome = Outcome(as_csv(header, rows, line_end=line_end).encode(data.draw(st.sampled_from(ENCODINGS))))
    assert outcome.contacts == EXPECTED and not outcome.issues
    assert all(("kept aside" in str(row["source_cells"])) == bool(others) for row in outcome.tables["contact"])


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_that_excel_writes_gives_the_same_text(encoding: str, line_end: str):
    outcome = Outcome(as_csv(list(COLUMNS), [list(row) for row in ROWS], line_end=line_end).encode(encoding))
    assert outcome.contacts == EXPECTED and not outcome.issues
    assert any("Windows-1252" in each for each in outcome.warnings) == (encoding == "cp1252")


@QUICK
@example(text="C1,A1\x00,2015-01-02,x\n")
@example(text='C1,A1,"2015-01-02,x\n')
@example(text="C1,A1,2015-01-02,x\rC2,A1,2015-01-02,y\n")
@given(text=SCRAPS)
def test_whatever_follows_the_header_every_row_is_loaded_or_listed(text: str):
    content = f"{','.join(COLUMNS)}\n{text}".encode("utf-8", "surrogatepass")
    try:
        outcome = Outcome(content)
    except UserError:
        return
    (batch,) = outcome.batches
    assert batch.rows_loaded == len(outcome.tables.get("contact", []))
    assert batch.rows_rejected == len({issue["row"] for issue in outcome.issues if issue["is_rejected"]})
    if '"' not in text and "\x00" not in text:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert batch.rows_read == sum(1 for line in lines if line)


@QUICK
@given(data=st.data())
def test_a_header_of_the_dataset_with_scraps_in_it_is_read_or_refused_in_words(data: st.DataObject):
    names = data.draw(st.lists(st.sampled_from(COLUMNS) | SCRAPS, min_size=1, max_size=6))
    content = as_csv(names, [["x"] * len(names)]).encode("utf-8", "surrogatepass")
    try:
        Outcome(content)
    except UserError as error:
        assert str(error).startswith("file.csv") or "file.csv" in str(error)


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=200), is_headed=st.booleans())
def test_recognising_never_fails_whatever_the_bytes(content: bytes, is_headed: bool):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes((",".join(COLUMNS).encode() + b"\n" if is_headed else b"") + content)
        assert ssd.recognise(examine(path)) in (True, False)


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("cont_contact_id,CONT_CONTACT_ID,cont_person_id", "more than once"),
        ("cont_person_id,cont_contact_date,cont_contact_source_desc", "'cont_contact_id' of ssd_contacts is missing"),
    ],
)
def test_a_header_that_cannot_be_read_is_named_with_what_to_do(header: str, says: str):
    with pytest.raises(UserError, match=f"^file\\.csv: .*{says}"):
        Outcome(f"{header}\nSECRET,SECRET,SECRET\n".encode())
