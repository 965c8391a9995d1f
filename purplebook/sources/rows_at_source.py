"""How many rows a file holds, counted without its reader: what becomes of them must add up to as many.

A reader that loses a row counts one less itself, so its own count proves nothing.  Each file is counted from its bytes,
which costs next to nothing; only where that differs is it counted cell by cell, for a blank line or a line break inside
a cell is no row lost.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence

import pyarrow.parquet as pq
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)
from python_calamine import CalamineWorkbook

from purplebook.errors import UserError
from purplebook.sources.cells import BLANKS
from purplebook.sources.files import CHUNK_BYTES, PARQUET, TEXT, InputFile
from purplebook.sources.raw import RawFiles, Source
from purplebook.sources.workbook_parts import errors_of, facts_of, sheet_parts

ELEMENTS: Mapping[str, tuple[str, ...]] = {
    "cin-census": ("Child",),
    "workforce-census": ("LALevelVacancies", "CSWWWorker"),
}
"""The elements of each census that are its rows.  What the return on looked-after children calls a record has no mark
of its own in its XML, so its reader's count is taken there."""


class RowsLost(UserError):
    """Rows of a file were neither loaded nor listed: a fault of ours, told plainly, and nothing may be published."""

    exit_code = 70


def count_at_source(
    files: Sequence[InputFile], raw_files: Sequence[RawFiles], *, accounted: Mapping[str, int], alike: Mapping[str, int]
) -> Mapping[str, int]:
    """The rows of each batch as its file holds them; RowsLost where a reader accounts for another number.

    `accounted` gives for each batch how many rows were taken or left out with a reason, `alike` of how many
    files it is.
    """
    by_name = {file.name: file for file in files}
    counts: dict[str, int] = {}
    lost: list[str] = []
    for raw in raw_files:
        for source in raw.sources:
            key = source.batch_id
            if key in counts:
                continue
            file = by_name.get(source.file_name)
            if key in raw.rows_at_source:
                counts[key] = raw.rows_at_source[key]
            elif file is None or file.sha256 != source.sha256:
                counts[key] = accounted[key]
                continue
            else:
                each = accounted[key] // alike[key]
                counts[key] = alike[key] * _count(file, source, above=raw.rows_above.get(key, 1), expected=each)
            if counts[key] != accounted[key]:
                lost.append(f"{source.place}: {counts[key]:,} rows, of which {accounted[key]:,} are accounted for.")
    if lost:
        raise RowsLost(
            "\n".join(lost) + "\nThis is a fault of purplebook's: rows would be lost, so nothing was loaded. "
            "Please report it, with the format of the file."
        )
    return counts


def _count(file: InputFile, source: Source, *, above: int, expected: int) -> int:
    if source.sheet is not None:
        facts = facts_of(file) or {}
        part = sheet_parts(file).get(source.sheet, "")
        if part in facts and facts[part].filled_rows - above == expected:
            return expected
        return _filled_rows(file, source.sheet) - above
    if file.kind == PARQUET:
        return pq.read_metadata(file.path).num_rows
    if file.kind != TEXT:
        return expected
    if _is_xml(file):
        names = ELEMENTS.get(source.source_format)
        return _elements(file, names, expected=expected) if names else expected
    if file.line_count - above == expected:
        return expected
    return _records(file, above=above, expected=expected)


def _is_xml(file: InputFile) -> bool:
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        return stream.read(4_096).lstrip("\ufeff \t\r\n").startswith("<")


def _elements(file: InputFile, names: Sequence[str], *, expected: int) -> int:
    if _is_plainly(file, names, expected):
        return expected
    start = re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(names)})(?=[\s/>])")
    count, tail = 0, ""
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            joined = tail + chunk
            cut = max(joined.rfind("<"), 0)
            count += len(start.findall(joined[:cut]))
            tail = joined[cut:]
    count += len(start.findall(tail))
    return count if count == expected else _parsed_elements(file, names)


def _is_plainly(file: InputFile, names: Sequence[str], count: int) -> bool:
    """Whether the file holds this many elements of these names, each told by two tags and no more: `<x>` and `</x>`.

    Looking for a few texts is ten times as quick as reading.  Where anything else follows a name, such as an attribute,
    the answer is no, whatever the count.
    """
    tags = [f"{name}>".encode() for name in names]
    other = re.compile("|".join(f"{re.escape(name)}[ /\t\r\n]" for name in names).encode())
    told, is_other = 0, False
    overlap = max(map(len, tags)) - 1
    tail = b""
    with file.path.open("rb") as stream:
        while (chunk := stream.read(CHUNK_BYTES)) and not is_other:
            joined = tail + chunk
            told += sum(joined.count(tag) for tag in tags)
            is_other = other.search(joined) is not None
            tail = joined[-overlap:]
            # What lies whole in the tail comes again with the next chunk.
            told -= sum(tail.count(tag) for tag in tags)
    told += sum(tail.count(tag) for tag in tags)
    return count > 0 and told == 2 * count and not is_other


def _parsed_elements(file: InputFile, names: Sequence[str]) -> int:
    """The same where the text misleads: an element in a comment is none, nor is one inside another."""
    count = depth = 0
    with file.path.open("rb") as stream:
        tags = tuple(f"{{*}}{name}" for name in names)
        reader = etree.iterparse(
            stream, events=("start", "end"), tag=tags, resolve_entities=False, no_network=True, huge_tree=True
        )
        for event, element in reader:
            depth += 1 if event == "start" else -1
            count += event == "end" and depth == 0
            if event == "end" and depth == 0:
                element.clear()
    return count


def _records(file: InputFile, *, above: int, expected: int) -> int:
    """A row of blanks alone is a row to some readers and none to others, and holds nothing in either case."""
    with file.path.open(encoding=file.encoding, newline="") as stream:
        rows = [row for row in csv.reader(stream) if any(row)]
    counts = len(rows) - above, sum(1 for row in rows if any(cell.strip(BLANKS) for cell in row)) - above
    return expected if expected in counts else counts[0]


def _filled_rows(file: InputFile, sheet: str) -> int:
    with CalamineWorkbook.from_path(str(file.path)) as book:
        filled = {
            number
            for number, cells in enumerate(book.get_sheet_by_name(sheet).iter_rows())
            if any(str(cell).replace("\x00", "").strip() for cell in cells if cell != "")
        }
    part = sheet_parts(file).get(sheet, "")
    facts = facts_of(file) or {}
    if part in facts and facts[part].has_errors:
        filled |= {row for row, _ in errors_of(file, part)}
    return len(filled)
