"""From rows of the lists to canonical rows, still in text: the children merged, events given lasting identifiers.

    List 7, one row   →   person · child_protection_plan · visit (latest only) · conference (latest only) · involvement

An identifier is a hash of the child's own number, the kind of event, its date and its place among events of the same
date, so the same workbook gives the same identifiers every time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from purplebook.sources import faults
from purplebook.sources.annex_a.declare import (
    BIRTH,
    CHILD,
    CODE,
    DATE,
    DISABILITY,
    ETHNICITY,
    EXTRACTED_ON,
    GENDER,
    TEAM,
    WORKER,
    YES_NO,
    AnnexColumn,
    Becomes,
)
from purplebook.sources.annex_a.headers import ListSheet
from purplebook.sources.annex_a.labels import read_code
from purplebook.sources.annex_a.lists_of_children import UASC_HEADERS
from purplebook.sources.faults import Fault
from purplebook.sources.identifiers import person_id
from purplebook.sources.loaded import RowIssue
from purplebook.sources.raw import Source, short_hash
from purplebook.tables import TABLES_BY_NAME

_DAY_FIRST = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})\b")
_CLASH = Fault(
    "another list gives this child a different {what}",
    "The first list's was kept. Correct the record that is wrong in the case system.",
)
_SHOWN_CLASH = {BIRTH: "date of birth", GENDER: "sex", DISABILITY: "answer about disability"}


@dataclass(frozen=True)
class CanonicalRow:
    """One row of a canonical table in text; `headers` says which column of the sheet each cell came from."""

    table: str
    source: Source
    source_row: int
    cells: Mapping[str, str]
    headers: Mapping[str, str]
    extra: Mapping[str, str]


@dataclass
class Journeys:
    """What the lists have given so far.  It is filled by `add_list`, list after list, and then only read."""

    file_name: str
    extracted_on: date | None
    rows: dict[tuple[str, str], CanonicalRow] = field(default_factory=dict)
    issues: list[RowIssue] = field(default_factory=list)
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def add_list(self, found: ListSheet, *, source: Source) -> int:
        """Add every row of one list; return how many rows were read."""
        places = dict(found.places)
        columns = [column for column in found.annex_list.all_columns if column.header in places]
        count = 0
        for number, cells in found.rows:
            count += 1
            row = _ListRow(self, found, source, number, cells, places)
            if not row.text(found.annex_list.key_header):
                row.report(found.annex_list.key_header, None, faults.NO_KEY, is_rejected=True)
                continue
            row.read(columns)
            self._add_row(row)
        return count

    def _add_row(self, row: _ListRow) -> None:
        if row.found.annex_list.has_child:
            self._add_person(row)
        made: dict[str, str] = {}
        for at, becomes in enumerate(row.found.annex_list.becomes):
            if becomes.only_with and not any(row.text(header) for header in becomes.only_with):
                continue
            key = self._add_event(row, becomes, made=made, extra=row.left_over() if at == 0 else {})
            made.setdefault(becomes.table, key)

    def _add_event(self, row: _ListRow, becomes: Becomes, *, made: Mapping[str, str], extra: Mapping[str, str]) -> str:
        headers = {column: header for column, header in becomes.cells if header in row.places}
        cells = {column: row.values[header] for column, header in headers.items() if header in row.values}
        for column, value in becomes.fixed:
            cells[column] = value if value != EXTRACTED_ON else str(self.extracted_on or "")
        cells |= {column: value for column, value, header in becomes.fixed_with if row.text(header)}
        cells |= {column: made[table] for column, table in becomes.links if table in made}
        table = TABLES_BY_NAME[becomes.table]
        if "person_id" in table.column_names:
            cells["person_id"] = person_id(row.text(CHILD))
        day = plain_date(cells.get(becomes.dated_by, "")) if becomes.dated_by else None
        kind = (becomes.table, *(value for _, value in becomes.fixed))
        happened = (row.text(row.found.annex_list.key_header), *kind, day or "")
        if becomes.joins_earlier:
            key = short_hash(*happened, "1")
            if day and (becomes.table, key) in self.rows:
                self._join(row, (becomes.table, key), cells=cells, headers=headers, extra=extra)
                return key
        self.seen[happened] += 1
        key = short_hash(*happened, str(self.seen[happened]))
        if table.key[0].endswith("_id") and table.key[0] not in ("person_id", *cells):
            cells[table.key[0]] = key
        self.rows[(becomes.table, key)] = CanonicalRow(becomes.table, row.source, row.number, cells, headers, extra)
        return key

    def _join(
        self,
        row: _ListRow,
        key: tuple[str, str],
        *,
        cells: Mapping[str, str],
        headers: Mapping[str, str],
        extra: Mapping[str, str],
    ) -> None:
        """Fill what an earlier list left empty; a date that cannot be read is listed here, under its own sheet."""
        earlier, kept, added = self.rows[key], dict(extra), {}
        for column, value in cells.items():
            if TABLES_BY_NAME[key[0]].column(column).kind == DATE and value and plain_date(value) is None:
                row.report(headers[column], value, faults.NOT_A_DATE)
                kept[headers[column]] = value
            elif not earlier.cells.get(column):
                added[column] = value
        new_headers = {column: header for column, header in headers.items() if column in added}
        listed = {f"{header} (List {row.found.annex_list.number})": value for header, value in kept.items()}
        self.rows[key] = CanonicalRow(
            earlier.table,
            earlier.source,
            earlier.source_row,
            {**earlier.cells, **added},
            {**earlier.headers, **new_headers},
            {**earlier.extra, **listed},
        )

    def _add_person(self, row: _ListRow) -> None:
        own_number = row.text(CHILD)
        key = ("person", person_id(own_number))
        birth = row.values.get(BIRTH, "")
        if birth and plain_date(birth) is None:
            row.report(BIRTH, birth, faults.NOT_A_DATE)
            birth = ""
        cells = {
            "person_id": person_id(own_number),
            "la_child_id": own_number,
            "person_role": "CHILD",
            "sex": row.values.get(GENDER, ""),
            "gender_code": row.text(GENDER),
            "ethnicity_code": row.values.get(ETHNICITY, ""),
            "born_on": birth,
        }
        headers = {
            "la_child_id": CHILD,
            "sex": GENDER,
            "gender_code": GENDER,
            "ethnicity_code": ETHNICITY,
            "born_on": BIRTH,
        }
        earlier = self.rows.get(key)
        if earlier is None:
            self.rows[key] = CanonicalRow("person", row.source, row.number, cells, headers, {})
        else:
            before = earlier.cells
            if birth and before["born_on"] and plain_date(birth) != plain_date(before["born_on"]):
                row.report(BIRTH, birth, _clash(BIRTH))
            if {cells["sex"], before["sex"]} == {"M", "F"}:
                row.report(GENDER, row.text(GENDER), _clash(GENDER))
            merged = {column: before[column] or cells[column] for column in cells}
            if before["sex"] in ("", "U") and cells["sex"] not in ("", "U"):
                merged |= {"sex": cells["sex"], "gender_code": cells["gender_code"]}
            self.rows[key] = CanonicalRow("person", earlier.source, earlier.source_row, merged, headers, {})
        self._add_facts(row)

    def _add_facts(self, row: _ListRow) -> None:
        """Disability and unaccompanied asylum-seeking status, once for each child; No to the second is no fact."""
        disability = row.values.get(DISABILITY, "")
        if disability in ("Y", "N"):
            self._add_fact(row, DISABILITY, attribute="DISABILITY", value="Y" if disability == "Y" else "NONE")
        for header in UASC_HEADERS:
            if row.values.get(header) == "true":
                self._add_fact(row, header, attribute="UASC", value="Y")

    def _add_fact(self, row: _ListRow, header: str, *, attribute: str, value: str) -> None:
        key = ("person_attribute", short_hash(row.text(CHILD), attribute))
        if key in self.rows:
            if self.rows[key].cells["code"] != value:
                row.report(header, row.text(header), _clash(header))
            return
        cells = {
            "attribute_id": key[1],
            "person_id": person_id(row.text(CHILD)),
            "attribute_type": attribute,
            "code": value,
            "value_text": row.text(header),
            "known_on": str(self.extracted_on or ""),
        }
        headers = {"code": header, "value_text": header}
        self.rows[key] = CanonicalRow("person_attribute", row.source, row.number, cells, headers, {})

    def add_named(self, row: _ListRow, table: str, *, name: str, header: str) -> str:
        """Add a team or a worker once; return its identifier."""
        identifier = short_hash(table, name.casefold())
        if (table, identifier) not in self.rows:
            cells = {f"{table}_id": identifier, "name": name}
            self.rows[(table, identifier)] = CanonicalRow(table, row.source, row.number, cells, {"name": header}, {})
        return identifier


@dataclass
class _ListRow:
    """One row of a list while it is being read: its cells' text, and the values they stand for."""

    journeys: Journeys
    found: ListSheet
    source: Source
    number: int
    cells: Sequence[str]
    places: Mapping[str, int]
    values: dict[str, str] = field(default_factory=dict)

    def text(self, header: str) -> str:
        """The cell under `header` as it was written; empty when the sheet has no such column."""
        at = self.places.get(header)
        return self.cells[at] if at is not None and at < len(self.cells) else ""

    def read(self, columns: Sequence[AnnexColumn]) -> None:
        """Find the value of every cell; a code that means nothing is listed and left empty."""
        for column in columns:
            text = self.text(column.header)
            if not text:
                continue
            if column.reads in (CODE, YES_NO):
                code = read_code(text, code_set=column.code_set or "yes_no_unknown")
                if code is None:
                    self.report(
                        column.header, text, faults.UNKNOWN_CODE if column.reads == CODE else faults.NOT_YES_OR_NO
                    )
                elif column.reads == CODE:
                    self.values[column.header] = code
                elif code != "U":
                    self.values[column.header] = "true" if code == "Y" else "false"
            elif column.reads in (TEAM, WORKER):
                self.values[column.header] = self.journeys.add_named(
                    self, column.reads, name=text, header=column.header
                )
            else:
                self.values[column.header] = text

    def left_over(self) -> dict[str, str]:
        """Cells without a column of their own, and coded cells whose text is not the bare code."""
        used = {header for becomes in self.found.annex_list.becomes for _, header in becomes.cells}
        kept = {header: self.cells[at] for header, at in self.found.extra if at < len(self.cells) and self.cells[at]}
        for column in self.found.annex_list.all_columns:
            text = self.text(column.header)
            is_own = column.header in (CHILD, BIRTH)
            is_changed = column.reads in (CODE, YES_NO) and self.values.get(column.header) != text
            if text and not is_own and (column.header not in used or is_changed):
                kept[column.header] = text
        return kept

    def report(self, header: str, value: str | None, fault: Fault, *, is_rejected: bool = False) -> None:
        """List a fault of this row."""
        at = self.places.get(header)
        self.journeys.issues.append(
            RowIssue(
                file_name=self.source.file_name,
                sheet=self.source.sheet,
                row=self.number,
                column=self.found.header[at] if at is not None else header,
                value=value,
                reason=fault.reason,
                what_to_do=fault.what_to_do,
                is_rejected=is_rejected,
            )
        )


def plain_date(text: str) -> str | None:
    """The date as YYYY-MM-DD, read day first; None when the text is not a date."""
    if found := _ISO.match(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.match(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _clash(header: str) -> Fault:
    return Fault(_CLASH.reason.format(what=_SHOWN_CLASH.get(header, "answer")), _CLASH.what_to_do)
