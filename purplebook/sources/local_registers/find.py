"""Finding a register by what its headers say, whatever the file or sheet is called.

The header may stand under title rows or merged banners; spaces, capitals, curly quotation marks and a star or question
mark at the end make no difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from purplebook.registers.all_registers import REGISTERS
from purplebook.registers.declare import Register, RegisterColumn

HEADER_WITHIN_ROWS = 10
_LEAST_SHARE = 0.6

Rows = Sequence[tuple[int, Sequence[str]]]


@dataclass(frozen=True)
class Found:
    """A register in a file or on a sheet: where each of its headers stands, and what is odd about them."""

    register: Register
    header_row: int
    header: tuple[str, ...]
    places: dict[str, int]
    missing: tuple[str, ...]
    extra: tuple[tuple[str, int], ...]
    repeated: tuple[str, ...]


def find(rows: Rows) -> Found | None:
    """The register whose header stands within the first ten rows, or None.

    Where headers suit several registers, it is the one of which most headers are there.
    """
    for number, cells in rows:
        if number > HEADER_WITHIN_ROWS:
            return None
        plain = [plain_header(cell) for cell in cells]
        known = _known(plain)
        suited = [at for at, needed in enumerate(_needed()) if needed <= known[at]]
        if suited:
            best = max(suited, key=lambda at: len(known[at]))
            return _placed(REGISTERS[best], number=number, cells=cells, plain=plain)
    return None


def find_nearly(rows: Rows) -> tuple[Register, tuple[str, ...]] | None:
    """The register that most headers of some row belong to, with the needed headers that are not there; or None."""
    best: tuple[float, Register, tuple[str, ...]] | None = None
    for number, cells in rows:
        if number > HEADER_WITHIN_ROWS:
            break
        for at, known in enumerate(_known([plain_header(cell) for cell in cells])):
            columns = REGISTERS[at].all_columns
            share = len(known) / len(columns)
            if len(known) >= 3 and share >= _LEAST_SHARE and (best is None or share > best[0]):
                lost = tuple(columns[place].header for place in sorted(_needed()[at] - known))
                best = (share, REGISTERS[at], lost)
    return None if best is None else best[1:]


@lru_cache(maxsize=5_000)
def plain_header(text: str) -> str:
    """A header without the differences that mean nothing."""
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split()).strip(" ?.:*")


def _known(plain: Sequence[str]) -> list[set[int]]:
    """For each register, the places of those of its columns that have one of these headers.

    Every line of every text file is asked of, whatever it is, so no column is looked at whose header is not there.
    """
    known: list[set[int]] = [set() for _ in REGISTERS]
    for name in plain:
        for register, column in _columns_called().get(name, ()):
            known[register].add(column)
    return known


@lru_cache(maxsize=1)
def _columns_called() -> dict[str, list[tuple[int, int]]]:
    """By a plain header, the registers that know it and their columns, each by its place."""
    called: dict[str, list[tuple[int, int]]] = {}
    for at, register in enumerate(REGISTERS):
        for place, column in enumerate(register.all_columns):
            for name in _names_of(column):
                called.setdefault(name, []).append((at, place))
    return called


@lru_cache(maxsize=1)
def _needed() -> tuple[frozenset[int], ...]:
    """For each register, the places of the columns without which it is not that register."""
    return tuple(
        frozenset(
            register.all_columns.index(column)
            for column in register.columns
            if column.is_mandatory or column.is_telling
        )
        for register in REGISTERS
    )


def _place(column: RegisterColumn, plain: Sequence[str]) -> int | None:
    return next((plain.index(name) for name in _names_of(column) if name in plain), None)


@lru_cache(maxsize=2_000)
def _names_of(column: RegisterColumn) -> tuple[str, ...]:
    return tuple(plain_header(name) for name in (column.header, *column.also))


def _placed(register: Register, *, number: int, cells: Sequence[str], plain: Sequence[str]) -> Found:
    placed = [(column.header, _place(column, plain)) for column in register.all_columns]
    places = {header: at for header, at in placed if at is not None}
    used = set(places.values())
    return Found(
        register=register,
        header_row=number,
        header=tuple(cells),
        places=places,
        missing=tuple(header for header, at in placed if at is None),
        extra=tuple((cell, at) for at, cell in enumerate(cells) if cell.strip() and at not in used),
        repeated=tuple(sorted({cells[at] for at, name in enumerate(plain) if name and plain.count(name) > 1})),
    )
