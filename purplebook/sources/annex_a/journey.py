"""From rows of the lists to canonical rows, still in text: the children merged, events given lasting identifiers.

    List 7, one row   →   person · child_protection_plan · visit (latest only) · conference (latest only) · involvement

An identifier is a hash of the child's own number, the kind of event, its date and its place among events of the same
date, so the same workbook gives the same identifiers every time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

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
from purplebook.sources.annex_a.groups import CodeGroup
from purplebook.sources.annex_a.headers import ListSheet
from purplebook.sources.annex_a.labels import IN_OR_OUT, read_code, read_group
from purplebook.sources.annex_a.lists_of_children import UASC_HEADERS
from purplebook.sources.days import FIRST_DAY, LAST_DAY, any_day, iso_day
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERROR_IN_KEY, EXCEL_ERRORS, is_excel_error
from purplebook.sources.faults import Fault, is_totals
from purplebook.sources.identifiers import person_id
from purplebook.sources.known_codes import unknown_code
from purplebook.sources.raw import Source, short_hash
from purplebook.store.loaded import RowIssue
from purplebook.tables import TABLES_BY_NAME

_CLASH = Fault(
    "another list gives this child a different {what}",
    "The first list's was kept. Correct the record that is wrong in the case system.",
)
_ONLY_A_GROUP = Fault(
    "the text names a group of codes and not one of them",
    "Write one of the group's codes: {codes}. The cell was left empty.",
)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_PERSON_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "la_child_id": CHILD,
        "sex": GENDER,
        "gender_code": GENDER,
        "ethnicity_code": ETHNICITY,
        "born_on": BIRTH,
    }
)
_SHOWN_CLASH = {BIRTH: "date of birth", GENDER: "sex", DISABILITY: "answer about disability"}


class CanonicalRow(NamedTuple):
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

    extracted_on: date | None
    rows: dict[tuple[str, str], CanonicalRow] = field(default_factory=dict)
    issues: list[RowIssue] = field(default_factory=list)
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    only_groups: Counter[tuple[Source, str, str]] = field(default_factory=Counter)
    """How many cells of each sheet and header name only a group of codes and were read as the given code."""

    def add_list(self, sheet: ListSheet, *, source: Source) -> int:
        """Add every row of one list; return how many became records, or a part of some.

        A row that is like an earlier one of the sheet in every cell is that row again, and is left out; one that
        differs in any cell is another event, even on the same day.
        """
        plan = _ListPlan.of(sheet, extracted_on=self.extracted_on)
        count = 0
        first_of: dict[tuple[str, ...], int] = {}
        for number, cells in sheet.rows:
            if len(cells) >= plan.width:
                texts = {header: text for header, at in sheet.places if (text := cells[at])}
            else:
                texts = {header: cells[at] for header, at in sheet.places if at < len(cells) and cells[at]}
            row = _ListRow(self, plan, source, number, cells, texts)
            is_key_told = not EXCEL_ERRORS.isdisjoint(cells) and row.take_out_errors()
            key = row.text(plan.key_header)
            if is_totals(key or next(filter(None, row.cells), "")):
                row.report(plan.key_header, key or None, faults.TOTALS_LINE, is_rejected=True)
            elif not key:
                if not is_key_told:
                    row.report(plan.key_header, None, faults.NO_KEY, is_rejected=True)
                row.tell_faults()
            elif (first := first_of.setdefault(tuple(cells), number)) != number:
                value = faults.like_row(first)
                row.report(plan.key_header, value, faults.SAME_ROW_TWICE, is_rejected=True)
            else:
                row.read()
                self._add_row(row)
                count += 1
        return count

    def _add_row(self, row: _ListRow) -> None:
        if row.plan.sheet.annex_list.has_child:
            row.person_id = _child_key(row.texts[CHILD])
            self._add_person(row)
        keys: dict[str, str] = {}
        extra: Mapping[str, str] = row.left_over()
        for row_plan in row.plan.becomes:
            becomes = row_plan.becomes
            if not becomes.only_with or any(header in row.texts for header in becomes.only_with):
                key = self._add_event(row, row_plan, keys=keys, extra=extra)
                keys.setdefault(becomes.table, key)
            extra = _NOTHING

    def _add_event(
        self, row: _ListRow, row_plan: _RowPlan, *, keys: Mapping[str, str], extra: Mapping[str, str]
    ) -> str:
        becomes, values, texts = row_plan.becomes, row.values, row.texts
        cells = {column: values[header] for column, header in row_plan.pairs if header in values}
        cells.update(row_plan.fixed)
        for column, value, header in becomes.fixed_with:
            if header in texts:
                cells[column] = value
        for column, table in becomes.links:
            if table in keys:
                cells[column] = keys[table]
        if row_plan.has_person:
            cells["person_id"] = row.person_id
        day = any_day(cells.get(becomes.dated_by, "")) if becomes.dated_by else ""
        happened = (texts[row.plan.key_header], *row_plan.kind, day)
        if becomes.joins_earlier:
            key = short_hash(*happened, "1")
            if day and (becomes.table, key) in self.rows:
                self._join(row, (becomes.table, key), cells=cells, headers=row_plan.headers, extra=extra)
                return key
        self.seen[happened] = ordinal = self.seen.get(happened, 0) + 1
        key = short_hash(*happened, str(ordinal))
        if row_plan.own_key and row_plan.own_key not in cells:
            cells[row_plan.own_key] = key
        self.rows[(becomes.table, key)] = CanonicalRow(
            becomes.table, row.source, row.number, cells, row_plan.headers, extra
        )
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
            if TABLES_BY_NAME[key[0]].column(column).kind == DATE and value and not any_day(value):
                row.report(headers[column], value, faults.unread_date(value))
                kept[headers[column]] = value
            elif not earlier.cells.get(column):
                added[column] = value
        new_headers = {column: header for column, header in headers.items() if column in added}
        listed = {f"{header} (List {row.plan.sheet.annex_list.number})": value for header, value in kept.items()}
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
        key = ("person", row.person_id)
        birth = row.values.get(BIRTH, "")
        if birth and (fault := _birth_fault(birth)):
            row.report(BIRTH, birth, fault)
            birth = ""
        cells = {
            "person_id": row.person_id,
            "la_child_id": own_number,
            "person_role": "CHILD",
            "sex": row.values.get(GENDER, ""),
            "gender_code": row.text(GENDER),
            "ethnicity_code": row.values.get(ETHNICITY, ""),
            "born_on": birth,
        }
        earlier = self.rows.get(key)
        if earlier is None:
            self.rows[key] = CanonicalRow("person", row.source, row.number, cells, _PERSON_HEADERS, _NOTHING)
        elif cells != earlier.cells:
            before = earlier.cells
            if birth and before["born_on"] and any_day(birth) != any_day(before["born_on"]):
                row.report(BIRTH, birth, _clash(BIRTH))
            if {cells["sex"], before["sex"]} == {"M", "F"}:
                row.report(GENDER, row.text(GENDER), _clash(GENDER))
            merged = {column: before[column] or cells[column] for column in cells}
            if before["sex"] in ("", "U") and cells["sex"] not in ("", "U"):
                merged |= {"sex": cells["sex"], "gender_code": cells["gender_code"]}
            if merged != before:
                self.rows[key] = CanonicalRow(
                    "person", earlier.source, earlier.source_row, merged, _PERSON_HEADERS, _NOTHING
                )
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
        key = ("person_attribute", _fact_id(row.texts[CHILD], attribute))
        if key in self.rows:
            if self.rows[key].cells["code"] != value:
                row.report(header, row.text(header), _clash(header))
            return
        cells = {
            "attribute_id": key[1],
            "person_id": row.person_id,
            "attribute_type": attribute,
            "code": value,
            "value_text": row.text(header),
            "known_on": str(self.extracted_on or ""),
        }
        headers = {"code": header, "value_text": header}
        self.rows[key] = CanonicalRow("person_attribute", row.source, row.number, cells, headers, {})

    def add_named(self, row: _ListRow, table: str, *, name: str, header: str) -> str:
        """Add a team or a worker once; return its identifier."""
        identifier = _named_id(table, name.casefold())
        if (table, identifier) not in self.rows:
            cells = {f"{table}_id": identifier, "name": name}
            self.rows[(table, identifier)] = CanonicalRow(
                table, row.source, row.number, cells, {"name": header}, _NOTHING
            )
        return identifier


@dataclass(frozen=True)
class _RowPlan:
    """What is the same for every row that a list's rows become: worked out once for a list and not once for a row."""

    becomes: Becomes
    headers: Mapping[str, str]
    fixed: Mapping[str, str]
    kind: tuple[str, ...]
    has_person: bool
    own_key: str
    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, becomes: Becomes, *, places: Mapping[str, int], extracted_on: date | None) -> _RowPlan:
        table = TABLES_BY_NAME[becomes.table]
        key = table.key[0]
        today = str(extracted_on or "")
        headers = {column: header for column, header in becomes.cells if header in places}
        return cls(
            becomes=becomes,
            headers=headers,
            pairs=tuple(headers.items()),
            fixed={column: today if value == EXTRACTED_ON else value for column, value in becomes.fixed},
            kind=(becomes.table, *(value for _, value in becomes.fixed)),
            has_person="person_id" in table.column_names,
            own_key=key if key.endswith("_id") and key != "person_id" else "",
        )


_Read = tuple[str | None, bool, Fault | None]
"""A coded cell's value, whether it names only a group of codes, and what is wrong with it."""


@dataclass(frozen=True)
class _ListPlan:
    """What is the same for every row of a list."""

    sheet: ListSheet
    places: Mapping[str, int]
    width: int
    """How many cells a row has that reaches to the last column of the list."""
    key_header: str
    becomes: tuple[_RowPlan, ...]
    valued: tuple[AnnexColumn, ...]
    """Columns whose cells stand for something else than their text."""
    coded: tuple[AnnexColumn, ...]
    dated: tuple[str, ...]
    may_be_kept: tuple[tuple[str, bool], ...]
    """Headers whose text may have to be kept aside, and whether they go to a column of ours."""
    known: dict[tuple[str, str], _Read] = field(default_factory=dict)
    """What the texts of coded columns mean, by header and text: each is looked up once."""

    @classmethod
    def of(cls, sheet: ListSheet, *, extracted_on: date | None) -> _ListPlan:
        own, places = sheet.annex_list, dict(sheet.places)
        columns = tuple(column for column in own.all_columns if column.header in places)
        used = {header for becomes in own.becomes for _, header in becomes.cells}
        return cls(
            sheet=sheet,
            places=places,
            width=max(places.values(), default=-1) + 1,
            key_header=own.key_header,
            becomes=tuple(_RowPlan.of(becomes, places=places, extracted_on=extracted_on) for becomes in own.becomes),
            valued=tuple(column for column in columns if column.reads in (CODE, YES_NO, TEAM, WORKER)),
            coded=tuple(column for column in columns if column.reads in (CODE, YES_NO)),
            dated=tuple(column.header for column in columns if column.reads == DATE),
            may_be_kept=tuple(
                (column.header, column.header in used)
                for column in columns
                if column.header not in (CHILD, BIRTH) and (column.header not in used or column.reads in (CODE, YES_NO))
            ),
        )


@dataclass(slots=True)
class _ListRow:
    """One row of a list while it is being read: its cells' text, and the values they stand for."""

    journeys: Journeys
    plan: _ListPlan
    source: Source
    number: int
    cells: Sequence[str]
    texts: dict[str, str]
    values: dict[str, str] = field(default_factory=dict)
    person_id: str = ""

    def take_out_errors(self) -> bool:
        """List each cell that holds an Excel error, and take it for empty; return whether the key is one."""
        headers = {at: name for name, at in (*self.plan.sheet.places, *self.plan.sheet.extra)}
        errors = {at: cell for at, cell in enumerate(self.cells) if is_excel_error(cell)}
        for at, cell in errors.items():
            header = headers.get(at, f"column {at + 1}")
            is_key = header == self.plan.key_header
            self.report(header, cell, EXCEL_ERROR_IN_KEY if is_key else EXCEL_ERROR, is_rejected=is_key)
            self.texts.pop(header, None)
        self.cells = ["" if at in errors else cell for at, cell in enumerate(self.cells)]
        return self.plan.places[self.plan.key_header] in errors

    def text(self, header: str) -> str:
        """The cell under `header` as it was written; empty when the sheet has no such column."""
        return self.texts.get(header, "")

    def read(self) -> None:
        """Find the value of every cell; a code that means nothing is listed and left empty."""
        texts = self.texts
        # Most columns are text or dates, whose value for now is what was written.
        self.values = values = dict(texts)
        for column in self.plan.valued:
            header = column.header
            text = texts.get(header)
            if not text:
                continue
            reads = column.reads
            if reads in (TEAM, WORKER):
                values[header] = self.journeys.add_named(self, reads, name=text, header=header)
                continue
            value, is_group, fault = self.plan.known.get((header, text)) or self._look_up(text, column)
            if value is None:
                del values[header]
            else:
                values[header] = value
            if is_group:
                self.journeys.only_groups[self.source, header, value or ""] += 1
            if fault is not None:
                self.report(header, text, fault)

    def _look_up(self, text: str, column: AnnexColumn) -> _Read:
        code_set = _code_set(column)
        code = read_code(text, code_set=code_set)
        if code is not None and column.reads == CODE:
            read = (code, text != code and read_group(text, code_set=code_set) is not None, None)
        elif code in ("Y", "N", "NA"):
            read = ("true" if code == "Y" else "false", False, None)
        else:
            read = (None, False, _code_fault(text, column))
        self.plan.known[column.header, text] = read
        return read

    def tell_faults(self) -> None:
        """List what else is wrong with a row that is left out, so that one correction is enough."""
        for column in self.plan.coded:
            text = self.texts.get(column.header)
            if text and (fault := _code_fault(text, column)) is not None:
                self.report(column.header, text, fault)
        for header in self.plan.dated:
            text = self.texts.get(header)
            if text and not iso_day(text):
                self.report(header, text, faults.unread_date(text))

    def left_over(self) -> dict[str, str]:
        """Cells without a column of their own, and coded cells whose text is not the bare code."""
        plan, cells, values, texts = self.plan, self.cells, self.values, self.texts
        kept = {header: cells[at] for header, at in plan.sheet.extra if at < len(cells) and cells[at]}
        for header, is_used in plan.may_be_kept:
            if header not in texts:
                continue
            text = texts[header]
            if not (is_used and values.get(header) == text):
                kept[header] = text
        return kept

    def report(self, header: str, value: str | None, fault: Fault, *, is_rejected: bool = False) -> None:
        """List a fault of this row."""
        at = self.plan.places.get(header)
        self.journeys.issues.append(
            fault.in_row(
                file_name=self.source.file_name,
                sheet=self.source.sheet,
                row=self.number,
                column=self.plan.sheet.header[at] if at is not None else header,
                value=value,
                is_rejected=is_rejected,
            )
        )


@lru_cache(maxsize=50_000)
def _child_key(own_number: str) -> str:
    """A child stands in many rows, so the key is worked out once."""
    return person_id(own_number)


@lru_cache(maxsize=50_000)
def _fact_id(own_number: str, attribute: str) -> str:
    return short_hash(own_number, attribute)


@lru_cache(maxsize=10_000)
def _named_id(table: str, name: str) -> str:
    return short_hash(table, name)


def _birth_fault(text: str) -> Fault | None:
    """Why a date of birth is none, so that a placeholder in one list does not hide the true one in another."""
    day = any_day(text)
    if not day:
        return faults.unread_date(text)
    return None if FIRST_DAY <= day <= LAST_DAY else faults.DATE_OUT_OF_RANGE


def _code_set(column: AnnexColumn) -> str:
    return column.code_set or "yes_no_unknown"


def _code_fault(text: str, column: AnnexColumn) -> Fault | None:
    """Why the text of a coded cell means no code; None where it means one."""
    code_set = _code_set(column)
    if read_code(text, code_set=code_set) is not None:
        return None
    if group := read_group(text, code_set=code_set):
        return _only_a_group(group)
    if column.reads == YES_NO:
        return faults.NOT_YES_OR_NO
    return faults.NOT_IN_OR_OUT if code_set == IN_OR_OUT else unknown_code(code_set)


def _only_a_group(group: CodeGroup) -> Fault:
    return Fault(_ONLY_A_GROUP.reason, _ONLY_A_GROUP.what_to_do.format(codes=", ".join(group.codes)))


def _clash(header: str) -> Fault:
    return Fault(_CLASH.reason.format(what=_SHOWN_CLASH.get(header, "answer")), _CLASH.what_to_do)
