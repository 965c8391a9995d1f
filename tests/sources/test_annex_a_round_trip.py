"""Records written down as Annex A and read again are the same records, in every column that Annex A can carry."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import event, given, settings
from hypothesis import strategies as st

from purplebook.run.load import load_files
from purplebook.run.of_snapshot.annex_a import annex_a_bytes
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.identifiers import plain_number
from purplebook.sources.read import read_files
from purplebook.sources.sense import ENDS_FIRST
from purplebook.sources.still_open import OPEN_AT_18
from purplebook.store import Store
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import CODE, CODES, WHOLE_NUMBER, YES_NO
from tests.support.annex_a_caseload import (
    AS_AT,
    NO_FURTHER_ACTION,
    UNBORN,
    Caseload,
    Row,
    Tables,
    days_until_the_extract,
)

COUNTED_WHEN_WRITTEN = {
    ("referral", "earlier_referrals_supplied"),
    ("referral", "case_status_supplied"),
    ("section_47_enquiry", "earlier_enquiries_supplied"),
    ("section_47_enquiry", "earlier_conferences_supplied"),
    ("looked_after_period", "is_second_period_supplied"),
    ("looked_after_period", "placements_in_year_supplied"),
    ("looked_after_period", "missing_in_year_supplied"),
    ("looked_after_period", "absent_in_year_supplied"),
}
"""The writer works these out from the other records, so what a file once supplied does not come back."""
CARRIED = {
    (becomes.table, column)
    for each in ANNEX_A_LISTS
    for becomes in each.becomes
    for column in (
        *(name for name, _ in becomes.cells),
        *(name for name, _ in becomes.fixed),
        *(name for name, _, _ in becomes.fixed_with),
    )
} | {
    *(("person", name) for name in ("la_child_id", "sex", "ethnicity_code", "born_on", "expected_birth_on")),
    *(("person_attribute", name) for name in ("attribute_type", "code", "known_on")),
}
OF_THE_SOURCE = {
    *((table, "is_latest_only") for table, name in CARRIED if name == "is_latest_only"),
    ("child_protection_conference", "is_latest_only"),
    ("involvement", "context"),
}
"""They say what kind of file a row came from, which the first records did not come from."""
FIXED = {(becomes.table, name) for each in ANNEX_A_LISTS for becomes in each.becomes for name, _ in becomes.fixed} | {
    ("permanence_case", "order_type"),
    ("person_attribute", "attribute_type"),
    ("person_attribute", "code"),
}
"""They have one value for each list, and not every code that their column may hold."""
COMPARED = CARRIED - COUNTED_WHEN_WRITTEN - OF_THE_SOURCE
NAMES = {"team_id": "team", "worker_id": "worker"}
ODD = "AZaz019 -'’&/.,:;()=+@\"<>éŁ漢"


def kind_of(table: str, column: str) -> tuple[str, tuple[str, ...]]:
    found = TABLES_BY_NAME[table].column(column)
    # Other sources may write a legal status in words, so its column is one of text.
    code_set = "legal_status" if (table, column) == ("legal_status", "status_code") else found.code_set
    return CODE if code_set and found.kind != CODES else found.kind, tuple(
        value.code for value in (CODE_SETS[code_set].codes if code_set else ())
    )


@dataclass(frozen=True)
class Drawn:
    """Values that Hypothesis chooses."""

    draw: st.DrawFn

    def cell(self, table: str, column: str) -> object:
        kind, codes = kind_of(table, column)
        if kind in (CODE, CODES):
            return self.draw(st.sampled_from((None, *codes)))
        of_kind = {YES_NO: st.booleans(), WHOLE_NUMBER: st.integers(0, 99)}
        return self.draw(st.none() | of_kind[kind])

    def day(self, first: date) -> date:
        return self.draw(st.dates(first, AS_AT))

    def flip(self, what: str) -> bool:
        return self.draw(st.booleans())

    def text(self) -> str:
        return self.draw(texts)


@dataclass
class InTurn:
    """Every code of every column in turn, the first child having the first of each."""

    turn: int = 0

    def cell(self, table: str, column: str) -> object:
        kind, codes = kind_of(table, column)
        values = {YES_NO: (True, False), WHOLE_NUMBER: (0, 1, 12)}.get(kind, codes)
        return values[self.turn % len(values)]

    def day(self, first: date) -> date:
        return first + timedelta(days=self.turn % days_until_the_extract(first))

    def flip(self, what: str) -> bool:
        return self.turn % 2 == 1 if what == UNBORN else what != NO_FURTHER_ACTION

    def text(self) -> str:
        return f"Text {self.turn}"


texts = st.text(ODD, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
numbers = texts.filter(lambda text: text not in (".", "-"))


@st.composite
def caseloads(draw: st.DrawFn) -> Tables:
    caseload = Caseload(Drawn(draw))
    for number in draw(st.lists(numbers, min_size=1, max_size=5, unique_by=plain_number)):
        caseload.add_child(number)
    for number in draw(st.lists(numbers, max_size=2, unique=True)):
        caseload.add_adopter(number)
    return caseload.tables


def there_and_back(tables: Tables) -> Tables:
    """Load the tables, write Annex A from them, and load that: the tables as they come back, nothing left out."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "files").mkdir()
        for name, rows in tables.items():
            write_table(root / "files" / f"{name}.csv", rows)
        snapshot = load_files(Store.create(root / "store"), [root / "files"], authority_code="899", as_at=AS_AT)
        assert snapshot.manifest.rejected_count == 0
        (root / "annex.xlsx").write_bytes(annex_a_bytes(snapshot, as_at=AS_AT).content)
        loaded = read_files([root / "annex.xlsx"], staging=root / "again", authority_code="899", as_at=AS_AT)
        assert loaded.rejected_count == 0
        listed = pq.read_table(loaded.issues_path).to_pylist()
        assert {issue["reason"] for issue in listed} <= {ENDS_FIRST.reason, OPEN_AT_18.reason}
        return {name: pq.read_table(path).to_pylist() for name, path in loaded.table_paths.items()}


def write_table(path: Path, rows: Sequence[Row]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(names)
        writer.writerows([written(row.get(name)) for name in names] for row in rows)


def written(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def compare(before: Tables, after: Tables) -> None:
    for table in sorted({table for table, _ in COMPARED}):
        columns = sorted(column for name, column in COMPARED if name == table)
        first, second = (Counter(projected(tables, table, columns)) for tables in (before, after))
        if table == "involvement":
            # The same allocation stands on each list that the child is on.
            first, second = Counter(set(first)), Counter(set(second))
        assert first == second, (table, columns, first - second, second - first)


def projected(tables: Tables, table: str, columns: list[str]) -> Iterator[tuple[object, ...]]:
    children = {row["person_id"]: row["la_child_id"] for row in tables.get("person", ())}
    names = {name: {row[name]: row["name"] for row in tables.get(of, ())} for name, of in NAMES.items()}
    for row in tables.get(table, ()):
        cells = [plain(names[name].get(row.get(name)) if name in NAMES else row.get(name)) for name in columns]
        yield (children.get(row.get("person_id")), *cells)


def listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def plain(value: object) -> object:
    return ";".join(value) if isinstance(value, list) else value


@given(caseloads())
@settings(max_examples=7)
def test_any_records_that_annex_a_can_carry_come_back(tables: Tables):
    event(f"{len(tables['person'])} children")
    compare(tables, there_and_back(tables))


def test_every_code_of_every_column_comes_back():
    pick = InTurn()
    caseload = Caseload(pick)
    for pick.turn in range(max(len(kind_of(table, column)[1]) for table, column in COMPARED)):
        caseload.add_child(f"C{pick.turn:03}")
        caseload.add_adopter(f"A{pick.turn:03}")
    again = there_and_back(caseload.tables)
    compare(caseload.tables, again)
    for table, column in COMPARED - FIXED:
        held = {code for row in again[table] for code in listed(row[column])}
        assert set(kind_of(table, column)[1]) <= held, (table, column)


def test_no_column_of_the_lists_is_left_out_of_the_comparison():
    assert COMPARED | COUNTED_WHEN_WRITTEN | OF_THE_SOURCE == CARRIED
    pick = InTurn()
    caseload = Caseload(pick)
    for pick.turn in range(2):
        caseload.add_child(f"C{pick.turn}")
    caseload.add_adopter("2")
    filled = {
        (table, name)
        for table, rows in caseload.tables.items()
        for row in rows
        for name in row
        if row[name] is not None
    }
    assert {each for each in COMPARED if each not in filled} == set()
