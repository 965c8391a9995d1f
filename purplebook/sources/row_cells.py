"""The cells of single rows of a file, as they stand there: the way back from a canonical row to what was written."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from purplebook.sources import ssda903
from purplebook.sources.careful_csv import records
from purplebook.sources.careful_xml import elements, local_name, start_of
from purplebook.sources.files import TEXT, InputFile
from purplebook.sources.workbook_cells import is_workbook, sheets

CENSUS_ROWS = ("Child", "LALevelVacancies", "CSWWWorker")
HEADER_WITHIN = 10
"""A sheet's header is the fullest of its first rows: titles above it fill one cell or two."""

Place = tuple[str | None, int | None]
"""The sheet, where there are sheets, and the number of a row."""


def cells_of(file: InputFile, wanted: Collection[Place]) -> dict[Place, list[tuple[str, str]]]:
    """The wanted rows of a file, header by header; a row that the file does not have is left out."""
    rows: dict[Place, list[tuple[str, str]]] = {}
    if ssda903.is_xml(file):
        rows |= {
            (None, number): list(cells) for number, cells in ssda903.record_cells(file) if (None, number) in wanted
        }
    elif start_of(file):
        # The readers of the two censuses number these elements as they come; no other XML has a row to show.
        for number, element in enumerate(elements(file, named=CENSUS_ROWS), start=1):
            if (None, number) in wanted:
                texts = ((local_name(part), " ".join((part.text or "").split())) for part in element.iter())
                rows[None, number] = [(name, text) for name, text in texts if name and text]
    elif file.kind == TEXT:
        header: list[str] | None = None
        for number, record in records(file):
            header = record if header is None else header
            rows |= {place: _paired(header, record) for place in wanted if place[1] == number}
    elif is_workbook(file):
        for sheet in sheets(file):
            first = sheet.rows[:HEADER_WITHIN]
            header = list(max(first, key=lambda row: sum(map(bool, row[1])))[1]) if first else []
            for number, cells in sheet.rows:
                if (sheet.name, number) in wanted:
                    rows[sheet.name, number] = _paired(header, cells)
    return rows


def _paired(header: Sequence[str], cells: Sequence[str]) -> list[tuple[str, str]]:
    names = [*header, *(f"cell {number}" for number in range(len(header) + 1, len(cells) + 1))]
    return [(name or f"cell {at}", cell) for at, (name, cell) in enumerate(zip(names, cells, strict=False), start=1)]
