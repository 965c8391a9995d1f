"""The parts of an .xlsx workbook as bytes: whether they are sound, how far each sheet reaches, where its errors stand.

Looked at before the library opens the workbook: it makes room for every cell up to the last one, filled or not, and it
gives an Excel error as an empty cell.
"""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.sources.files import CHUNK_BYTES, InputFile

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(ValueError, IndexError, KeyError, NotImplementedError, OverflowError, RuntimeError),
)
"""What Python's own reader of zips makes of damage: a place before the file's beginning is an OSError to it."""
MOST_CELLS = 25_000_000
"""Rows times columns up to the last cell of a sheet: more is no list of a council but a cell that strayed."""

_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br=["\'](\d{1,9})["\']')
_PLAIN_ROW = re.compile(rb'<row\b[^>]*?\br=["\'](\d{1,9})["\']')
_PERHAPS_THREE_LETTERS, _PERHAPS_ERROR = re.compile(rb'r=["\'][A-Z]{3}\d'), (b't="e', b"t='e")
"""What a sheet has that may have one: a look that costs next to nothing."""
_TWO_LETTERS, _THREE_LETTERS = (re.compile(rb'\br=["\']([A-Z]{%d})\d' % count) for count in (2, 3))
_FILLED = re.compile(rb"<(?:\w+:)?(?:v|t)\b")
_ROW_END = re.compile(rb"</(?:\w+:)?row>")
_ERROR = re.compile(rb'<(?:\w+:)?c\b[^>]*\bt=["\']e["\']')
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\b(?P<start>[^>]*)\bt=["\']e["\'](?P<end>[^>]*)>.*?<(?:\w+:)?v>(?P<text>[^<]*)<', re.DOTALL
)
_PLACE = re.compile(rb'\br=["\']([A-Z]{1,3})(\d{1,7})["\']')
_MOST_IN_ONE_TAG = 4_096
_SHEETS = "xl/worksheets/"

Errors = Mapping[tuple[int, int], str]
"""The Excel errors of a sheet by row and column, both counted from 0."""


@dataclass(frozen=True)
class PartFacts:
    """What one pass over a worksheet's XML tells.  `filled_rows` counts the rows with anything written in a cell."""

    last_row: int
    last_column: int
    filled_rows: int
    has_errors: bool

    @property
    def cells(self) -> int:
        """How many cells there are up to the last."""
        return self.last_row * self.last_column


@lru_cache(maxsize=1)
def facts_of(file: InputFile) -> Mapping[str, PartFacts] | None:
    """The facts of each worksheet by its part's name; None when the zip is cut short or damaged.

    Every part is unpacked, since a stated size could lie about a bomb and a checksum is looked at by no one else.
    """
    facts: dict[str, PartFacts] = {}
    try:
        with zipfile.ZipFile(file.path) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as part:
                    if entry.filename.startswith(_SHEETS) and entry.filename.endswith(".xml"):
                        facts[entry.filename] = _scan(iter(lambda part=part: part.read(CHUNK_BYTES), b""))
                    else:
                        while part.read(CHUNK_BYTES):
                            pass
    except DAMAGED:
        return None
    return facts


def _scan(chunks: Iterator[bytes]) -> PartFacts:
    last_row = filled = two = three = 0
    has_errors = False
    tail = row = b""
    for chunk in chunks:
        joined = tail + chunk
        last_row = max([last_row, *map(int, _rows_in(joined))])
        if _PERHAPS_THREE_LETTERS.search(joined):
            three = max([three, *map(_column, set(_THREE_LETTERS.findall(joined)))])
        # Without a third letter a sheet has 702 columns at most, so few sheets need to know more.
        if last_row * 702 > MOST_CELLS:
            two = max([two, *map(_column, set(_TWO_LETTERS.findall(joined)))])
        is_any_likely = any(sign in joined for sign in _PERHAPS_ERROR)
        has_errors = has_errors or (is_any_likely and _ERROR.search(joined) is not None)
        tail = joined[-_MOST_IN_ONE_TAG:]
        # A row that two chunks share is put together before it is looked at.
        *rows, row = _cut_at_row_ends(row + chunk)
        filled += sum(1 for each in rows if _FILLED.search(each))
    return PartFacts(last_row, three or two or 26, filled, has_errors)


def _rows_in(xml: bytes) -> list[bytes]:
    """The number of each row.  Few workbooks have a name before `row`, and looking for one takes longest."""
    return (_ROW if b":row" in xml else _PLAIN_ROW).findall(xml)


def _cut_at_row_ends(xml: bytes) -> list[bytes]:
    return _ROW_END.split(xml) if b":row>" in xml else xml.split(b"</row>")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def sheet_parts(file: InputFile) -> Mapping[str, str]:
    """The part that holds each sheet, by the sheet's name; empty when the workbook does not say."""
    try:
        with zipfile.ZipFile(file.path) as archive:
            book = etree.fromstring(archive.read("xl/workbook.xml"), _parser())
            links = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), _parser())
    except (etree.XMLSyntaxError, *DAMAGED):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts = {}
    for sheet in book.iter("{*}sheet"):
        link = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)
        target = targets.get(link, "")
        parts[sheet.get("name", "")] = target[1:] if target.startswith("/") else str(PurePosixPath("xl") / target)
    return parts


def errors_of(file: InputFile, part: str) -> Errors:
    """Every cell of a worksheet that holds an Excel error."""
    with zipfile.ZipFile(file.path) as archive:
        content = archive.read(part)
    errors: dict[tuple[int, int], str] = {}
    for match in _ERROR_CELL.finditer(content):
        place = _PLACE.search(match["start"] + b" " + match["end"])
        if place is None:
            return _errors_counted(content)
        errors[int(place[2]) - 1, _column(place[1]) - 1] = match["text"].decode("ascii", "replace").strip()
    return errors


def _errors_counted(content: bytes) -> Errors:
    """The same where cells do not say where they stand, and are counted instead."""
    errors: dict[tuple[int, int], str] = {}
    at_row = -1
    for row in etree.fromstring(content, _parser()).iter("{*}row"):
        at_row = int(row.get("r", at_row + 2)) - 1
        at = -1
        for cell in row.iter("{*}c"):
            place = _PLACE.search(f'r="{cell.get("r", "")}"'.encode())
            at = _column(place[1]) - 1 if place else at + 1
            if cell.get("t") == "e":
                errors[at_row, at] = "".join(cell.find("{*}v").itertext()) if cell.find("{*}v") is not None else ""
    return errors


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
