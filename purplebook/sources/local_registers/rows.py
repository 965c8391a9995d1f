"""From rows of registers to canonical rows, still in text: children, workers and teams once, every row with a key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from purplebook.registers.all_registers import REGISTERS
from purplebook.registers.declare import CHILD_FIELD, CHILD_HEADER, Register, RegisterColumn
from purplebook.sources import faults
from purplebook.sources.annex_a.labels import read_code
from purplebook.sources.days import any_day, iso_day
from purplebook.sources.excel_errors import EXCEL_ERROR, EXCEL_ERROR_IN_KEY, EXCEL_ERRORS, is_excel_error
from purplebook.sources.faults import Fault, is_totals
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.known_codes import unknown_code
from purplebook.sources.local_registers.find import Found, plain_header
from purplebook.sources.raw import Source, short_hash
from purplebook.sources.row_writer import RowWriter
from purplebook.store.loaded import RowIssue
from purplebook.tables.schema import CODE, CODES, DATE

MISSING = Fault("a cell that must be filled is empty", "The row was left out. Fill the cell, or remove the row.")
NOT_A_NUMBER = Fault(
    "not a child's number", "Write the number of the case system, not a name. The cell was left empty."
)
NO_CHILD = Fault(NOT_A_NUMBER.reason, "Write the number of the case system, not a name. The row was left out.")
HEADER_AGAIN = Fault("the row repeats the headers", "The row was left out. Keep one row of headers.")


def columns_written() -> dict[str, dict[str, str]]:
    """For each canonical table, the columns that registers can fill and what each is called on the sheet."""
    written: dict[str, dict[str, str]] = {
        "person": {"person_id": CHILD_HEADER, "la_child_id": CHILD_HEADER, "person_role": CHILD_HEADER},
        "worker": {"worker_id": "name", "name": "name"},
        "team": {"team_id": "name", "name": "name"},
    }
    for register in REGISTERS:
        own = written.setdefault(register.table_name, {})
        own.update({name: name for name in register.table.key})
        own.update({name: name for name, _ in register.fixed})
        own.update({column.fills: column.header for column in register.columns})
    return written


@dataclass
class RegisterRows:
    """Takes rows and writes them; what was seen before is kept, so that nobody is written twice."""

    writer: RowWriter
    issues: list[RowIssue] = field(default_factory=list)
    known: set[tuple[str, ...]] = field(default_factory=set)
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)
    first_of: dict[tuple[Source, tuple[str, ...]], int] = field(default_factory=dict)
    taken: Counter[Source] = field(default_factory=Counter)

    def add(self, heading: Found, *, source: Source, number: int, cells: Sequence[str], is_exact: bool) -> None:
        """Write one row, or list why it was left out; with `is_exact` it must have as many cells as the header."""
        row = _Row(self, heading, source, number, [" ".join(cell.split()) for cell in cells])
        if is_exact and len(cells) != len(heading.header):
            row.report(None, None, faults.WRONG_CELL_COUNT, is_rejected=True)
        elif row.is_totals_line:
            row.report(None, None, faults.TOTALS_LINE, is_rejected=True)
        elif [plain_header(cell) for cell in cells] == [plain_header(cell) for cell in heading.header]:
            row.report(None, None, HEADER_AGAIN, is_rejected=True)
        else:
            errors = row.take_out_errors()
            empty = [column for column in heading.register.columns if column.is_mandatory and not row.text(column)]
            for column in empty:
                if column.header not in errors:
                    row.report(column.header, None, MISSING, is_rejected=True)
            # A row that is left out is read too, so that all of its faults are told at once.
            if row.read() and not empty:
                self._write(row)
            else:
                row.tell_days()

    def _write(self, row: _Row) -> None:
        register = row.heading.register
        values = row.values | dict(register.fixed)
        key = register.table.key
        if len(key) == 1 and not values.get(key[0]):
            # A row that names nobody, such as a matter at a panel, may truly be like another.
            names_somebody = bool(row.child or row.named)
            first = self.first_of.setdefault((row.source, tuple(row.cells)), row.number)
            if names_somebody and first != row.number:
                row.report(None, faults.like_row(first), faults.SAME_ROW_TWICE, is_rejected=True)
                return
            values[key[0]] = self._key(row, values)
        # Days are compared as days, or one list with 01/04/2015 and 2015-04-01 would hold a key twice.
        told_by = tuple(any_day(values.get(name, "")) or values.get(name, "") for name in key)
        if (register.table_name, *told_by) in self.known:
            header = next((column.header for column in register.columns if column.fills == key[0]), None)
            row.report(header, None, faults.REPEATED_KEY, is_rejected=True)
            return
        self.known.add((register.table_name, *told_by))
        if row.child:
            cells = {"person_id": person_id(row.child), "la_child_id": row.child, "person_role": "CHILD"}
            self._write_once("person", cells, row)
        for table, identifier, name in row.named:
            self._write_once(table, {f"{table}_id": identifier, "name": name}, row)
        self.writer.add(register.table_name, source=row.source, row=row.number, cells=values, extra=row.left_over())
        self.taken[row.source] += 1
        second = register.second
        if second is not None and row.second_values:
            copied = {name: values[name] for name in second.copies if name in values}
            own = {
                key[0]: short_hash(register.table_name, second.kind, values[key[0]]),
                second.points_by: values[key[0]],
            }
            cells = copied | own | row.second_values
            self.writer.add(register.table_name, source=row.source, row=row.number, cells=cells)

    def _key(self, row: _Row, values: Mapping[str, str]) -> str:
        register = row.heading.register
        kind = tuple(values.get(name, "") for name in register.kind)
        days = (any_day(values.get(name, "")) for name in register.dated_by)
        day = next((day for day in days if day), "")
        happened = (row.child, register.table_name, *kind, day)
        self.seen[happened] += 1
        return event_id(row.child, register.table_name, *kind, day=day, ordinal=self.seen[happened])

    def _write_once(self, table: str, cells: Mapping[str, str], row: _Row) -> None:
        key = (table, cells[f"{table}_id"])
        if key not in self.known:
            self.known.add(key)
            self.writer.add(table, source=row.source, row=row.number, cells=cells)


@dataclass
class _Row:
    """One row while it is being read."""

    rows: RegisterRows
    heading: Found
    source: Source
    number: int
    cells: Sequence[str]
    values: dict[str, str] = field(default_factory=dict)
    second_values: dict[str, str] = field(default_factory=dict)
    named: list[tuple[str, str, str]] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    child: str = ""

    def text(self, column: RegisterColumn) -> str:
        """The cell under the column; empty when the sheet has no such column."""
        at = self.heading.places.get(column.header)
        return self.cells[at] if at is not None and at < len(self.cells) else ""

    @property
    def is_totals_line(self) -> bool:
        """Whether the row sums up the list: its first cell says so, and cells that every row must have are empty."""
        first = next(filter(None, self.cells), "")
        if not is_totals(first):
            return False
        must = [column for column in self.heading.register.columns if column.is_mandatory]
        return any(self.text(column) in ("", first) for column in must)

    def take_out_errors(self) -> frozenset[str]:
        """List each cell that holds an Excel error, which is then as if it were empty; return their headers."""
        if EXCEL_ERRORS.isdisjoint(self.cells):
            return frozenset()
        mandatory = {column.header for column in self.heading.register.columns if column.is_mandatory}
        headers = {at: header for header, at in self.heading.places.items()}
        errors = {
            headers.get(at, self.heading.header[at] if at < len(self.heading.header) else f"column {at + 1}"): cell
            for at, cell in enumerate(self.cells)
            if is_excel_error(cell)
        }
        for header, cell in errors.items():
            is_needed = header in mandatory
            self.report(header, cell, EXCEL_ERROR_IN_KEY if is_needed else EXCEL_ERROR, is_needed)
        self.cells = ["" if is_excel_error(cell) else cell for cell in self.cells]
        return frozenset(errors)

    def read(self) -> bool:
        """Find the value of every cell; False when the row was left out."""
        register = self.heading.register
        is_kept = True
        for column in register.columns:
            if not (text := self.text(column)):
                continue
            if column.fills == CHILD_FIELD:
                if any(letter.isdigit() for letter in text):
                    self.child, self.values[CHILD_FIELD] = text, person_id(text)
                    continue
                self.report(column.header, text, NO_CHILD if column.is_mandatory else NOT_A_NUMBER, column.is_mandatory)
                is_kept = is_kept and not column.is_mandatory
                self.changed[column.header] = text
            elif (value := self._value(register, column, text)) is not None:
                self.values[column.fills] = value
        for column in register.second.columns if register.second else ():
            text = self.text(column)
            value = self._value(register, column, text) if text else None
            # Its column is called otherwise on the first row, so a bad date is listed here, under its own header.
            if value and register.canonical(column).kind == DATE and not any_day(value):
                self.report(column.header, text, faults.unread_date(text))
                self.changed[column.header] = text
            elif value:
                self.second_values[column.fills] = value
        return is_kept

    def _value(self, register: Register, column: RegisterColumn, text: str) -> str | None:
        """The value that the text stands for; None when it stands for none."""
        code_set = register.code_set(column)
        if code_set is not None:
            is_list = register.canonical(column).kind == CODES
            parts = [part.strip() for part in text.split(";") if part.strip()] if is_list else [text]
            codes = [read_any_code(part, code_set=code_set.name) for part in parts]
            if None in codes:
                fault = unknown_code(code_set.name, is_list=is_list, register=register.name)
                self.report(column.header, text, fault)
            value = ";".join(code for code in codes if code)
            if value != text:
                self.changed[column.header] = text
            return value or None
        if (table := register.names(column)) is not None:
            # The same hash as the formats that give workers by name, so that the same name is the same worker.
            identifier = short_hash(table, text.casefold())
            self.named.append((table, identifier, text))
            return identifier
        if register.canonical(column).kind == CODE:
            # A list of the authority's own: "Voice of the child" and "voice of the child" must count as one.
            code = re.sub(r"\W+", "_", text).strip("_").upper()
            if code != text:
                self.changed[column.header] = text
            return code or None
        return text

    def tell_days(self) -> None:
        """List the dates that cannot be read of a row that is left out; those of a row that is kept are told later."""
        register = self.heading.register
        for column in register.columns:
            text = self.text(column)
            is_day = column.fills != CHILD_FIELD and register.canonical(column).kind == DATE
            if is_day and text and not iso_day(text):
                self.report(column.header, text, faults.unread_date(text))

    def left_over(self) -> dict[str, str]:
        """Cells without a column of their own, and cells that reading changed."""
        used = set(self.heading.places.values())
        header = [name.strip() for name in self.heading.header]
        kept = {
            header[at] if at < len(header) and header[at] else f"column {at + 1}": cell
            for at, cell in enumerate(self.cells)
            if cell and at not in used
        }
        return kept | self.changed

    def report(self, header: str | None, value: str | None, fault: Fault, is_rejected: bool = False) -> None:
        """List a fault of this row."""
        self.rows.issues.append(
            fault.in_row(
                file_name=self.source.file_name,
                sheet=self.source.sheet,
                row=self.number,
                column=header,
                value=value,
                is_rejected=is_rejected,
            )
        )


_CODE_FIRST = re.compile(r"^([A-Za-z0-9_]+)\s*:")


def read_any_code(text: str, *, code_set: str) -> str | None:
    """The bare code of 'CODE', 'CODE: label' or 'label'; None when the text means no code of the set."""
    start = _CODE_FIRST.match(text)
    own = read_code(start[1], code_set=code_set) if start else None
    return own or read_code(text, code_set=code_set)
