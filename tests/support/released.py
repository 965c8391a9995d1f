"""A release as its readers find it: its words, its page taken apart, and everything that its files say as text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq

FILES = {
    *("book.html", "book.xlsx", "changes.csv", "comparisons.parquet", "figures.parquet", "judged.parquet"),
    *("neighbours.csv", "verdicts.csv"),
}
"""What every release holds; one that is held against another has `changes.parquet` too."""

EMPTY = {"meta", "link", "br", "img", "hr", "input", "line", "circle", "rect", "path", "polygon"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def words_of(name: str, held: bytes) -> str:
    """All that a file says, unpacked: the parts of a workbook, the cells and the metadata of a table."""
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(held)) as book:
            parts = [book.read(each).decode() for each in book.namelist()]
            return "\n".join([*parts, *(str(each.date_time) for each in book.infolist())])
    if name.endswith(".parquet"):
        table = pq.read_table(io.BytesIO(held))
        # Each thing that a column says once: a book has half a million rows, which say a few thousand things.
        said = {name: table.column(name).unique().to_pylist() for name in table.column_names}
        return json.dumps(said, default=str) + str(pq.read_metadata(io.BytesIO(held)))
    return held.decode()


@dataclass
class Table:
    """One table of a page."""

    caption: str = ""
    heads: list[dict[str, str | None]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page taken apart; `faults` are tags that do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.tables: list[Table] = []
        self.pictures: list[dict[str, str]] = []
        self.headings: list[int] = []
        self.tags: Counter[str] = Counter()
        self.faults: list[str] = []
        self._open: list[str] = []
        self._attributes: list[dict[str, str | None]] = []
        self.feed(text)
        self.close()
        self.faults += [f"{tag} is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags[tag] += 1
        if held.get("id"):
            self.ids[str(held["id"])] += 1
        self.addresses += [str(held[name]) for name in ("src", "href", "action", "data", "srcset") if name in held]
        if tag == "a":
            self.links.append(str(held.get("href")))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append(Table())
        if tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        if tag == "th":
            self.tables[-1].heads.append(held)
        if tag in ("th", "td"):
            self.tables[-1].rows[-1].append("")
        # A mark among words that say the same is hidden from those who hear the page.
        if tag == "svg" and held.get("aria-hidden") != "true":
            self.pictures.append({"labelled": str(held.get("aria-labelledby")), "role": str(held.get("role"))})
        if tag in ("title", "desc") and "svg" in self._open:
            self.pictures[-1][tag] = str(held.get("id"))
        if tag not in EMPTY:
            self._open.append(tag)
            self._attributes.append(held)

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:]} at {self.getpos()}")
        elif self._open:
            self._open.pop()
            self._attributes.pop()

    def handle_data(self, data: str) -> None:
        if "caption" in self._open:
            self.tables[-1].caption += data
        elif {"th", "td"} & set(self._open) and "table" in self._open:
            self.tables[-1].rows[-1][-1] += data


def check_page(text: str) -> Page:
    """What every page promises to those who hear it, print it or keep it on a disk of its own."""
    page = Page(text)
    assert page.faults == []
    assert [name for name, count in page.ids.items() if count > 1] == []
    assert page.tables and all(table.caption.strip() for table in page.tables)
    for table in page.tables:
        assert {str(head.get("scope")) for head in table.heads} <= {"col", "row"}
        assert len({len(row) for row in table.rows}) == 1, table.caption
        assert len([head for head in table.heads if head["scope"] == "row"]) == len(table.rows) - 1
    assert page.pictures
    for picture in page.pictures:
        assert picture["role"] == "img"
        assert picture["labelled"].split() == [picture["title"], picture["desc"]]
    assert set(page.links) and all(link[1:] in page.ids for link in page.links)
    assert [each for each in page.addresses if not each.startswith("#")] == []
    assert set(re.findall(r"(?:https?:)?//[\w.]+", text)) <= {"http://www.w3.org"}
    assert not {"script", "link", "img", "iframe", "form"} & set(page.tags)
    assert not re.search(r"@import|url\((?!#[\w-]+\))", text)
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(page.headings))
    assert '<html lang="en-GB">' in text and "<main" in text
    return page


def check_workbook(held: bytes, figures: Sequence[dict]) -> None:
    """The workbook opens and has every headline figure of the frozen table, number for number."""
    book = openpyxl.load_workbook(io.BytesIO(held))
    assert book.sheetnames == ["About", "Verdicts", "Still filling up", "Figures", "Restatements"]
    title, units, heads, *rows = book["Figures"].iter_rows(values_only=True)
    assert title[0] and units[0], "what the figures are, and of what, stands above them"
    told = [dict(zip(map(str, heads), row, strict=True)) for row in rows]
    everyone = [row for row in figures if row["breakdown"] == "all"]
    assert len(told) == len(everyone) > 1000
    for cells, row in zip(told, everyone, strict=True):
        assert (cells["Indicator"], cells["Edition"], cells["Period"]) == (
            row["indicator"],
            row["edition"],
            row["period"],
        )
        assert (cells["Of which"], cells["Of"], cells["Status"]) == (
            row["numerator"],
            row["denominator"],
            row["status"],
        )
        value = cells["Figure"]
        assert (None if value is None else Decimal(str(value))) == row["value"]
    assert not any(cell.data_type == "f" for sheet in book for line in sheet.iter_rows() for cell in line)
