"""Reads the rows of a file that the Department publishes: one for each area and year, known by their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from purplebook.errors import BadInputError
from purplebook.sources.careful_csv import records
from purplebook.sources.files import InputFile
from purplebook.sources.published.layout_of import layout_of
from purplebook.sources.published.layouts import Labelled, Wide, spelled, words
from purplebook.store.loaded import RowIssue
from purplebook.store.published_rows import (
    PLACES,
    Cell,
    Known,
    NotANumber,
    PublishedRead,
    cell,
    left_out,
    table_of,
)

LEVELS = {
    "national": (("country_code",), "country_name"),
    "regional": (("region_code",), "region_name"),
    "local authority": (("old_la_code", "new_la_code"), "la_name"),
}
ASK_AGAIN = "Download the file again; if it stays so, tell the Department."

Figure = dict[str, Any]


@dataclass
class _Reading:
    """What has been made of the rows so far."""

    figures: dict[tuple[str, str, str, int], Figure] = field(default_factory=dict)
    first_row: dict[tuple[str, str, str, int], int] = field(default_factory=dict)
    issues: list[RowIssue] = field(default_factory=list)
    rows_read: int = 0
    rows_held: int = 0


def read_csv(file: InputFile, *, known: Known) -> PublishedRead:
    """Every figure of the file that is a known measure, and every row that holds none with the reason."""
    body = records(file)
    first = next(body, None)
    if first is None:
        raise BadInputError(f"{file.name}: the file is empty. Download it again.")
    headers = [header.strip() for header in first[1]]
    return read_rows(file.name, headers, body, sha256=file.sha256, known=known)


def read_rows(
    name: str, headers: Sequence[str], body: Iterable[tuple[int, Sequence[str]]], *, sha256: str, known: Known
) -> PublishedRead:
    """Every figure among numbered rows under published headers, wherever they come from."""
    layout = layout_of(name, headers)
    columns = [spelled(header) for header in headers]
    reading = _Reading()
    for number, cells in body:
        reading.rows_read += 1
        if len(cells) != len(columns):
            fault = left_out(
                name,
                number,
                reason="the row has more or fewer cells than the header",
                what_to_do=f"The row was left out. {ASK_AGAIN}",
            )
        else:
            fault = _take(reading, name, number, dict(zip(columns, cells, strict=True)), layout, known)
        if fault is None:
            reading.rows_held += 1
        else:
            reading.issues.append(fault)
    years = [year for _, _, _, year in reading.figures]
    edition = f"{layout.publication} {max(years)}" if years else layout.publication
    return PublishedRead(
        name=name,
        layout=layout.title,
        sha256=sha256,
        table=table_of({**figure, "edition": edition} for figure in reading.figures.values()),
        rows_read=reading.rows_read,
        rows_held=reading.rows_held,
        issues=tuple(reading.issues),
    )


def _take(
    reading: _Reading, name: str, number: int, row: Mapping[str, str], layout: Wide | Labelled, known: Known
) -> RowIssue | None:
    """Add the figures of one row; return why there are none."""
    year = year_of(row["time_period"])
    if year is None:
        return left_out(
            name,
            number,
            column="time_period",
            value=row["time_period"],
            reason="the time_period is not a year",
            what_to_do="Write it as 2024 or 202324. " + ASK_AGAIN,
        )
    area = _area(row, known)
    if area is None:
        return left_out(
            name,
            number,
            column="geographic_level",
            value=row["geographic_level"],
            reason="the area is not one that purplebook knows",
            what_to_do="Only authorities, regions and England are held. Update purplebook if an authority is new.",
        )
    try:
        figures = list(_figures(row, layout))
    except NotANumber as fault:
        return left_out(
            name,
            number,
            column=str(fault),
            value=row.get(str(fault)),
            reason=f"the cell under {fault} is neither a number nor one of the symbols c, z, x, k, low, u and -",
            what_to_do="The row was left out. " + ASK_AGAIN,
        )
    if not figures:
        return left_out(
            name,
            number,
            reason="the row holds no measure that purplebook compares with",
            what_to_do="Nothing needs to be done.",
        )
    for figure in figures:
        key = (figure["measure"], figure["group"], area, year)
        if key in reading.figures:
            return left_out(
                name,
                number,
                reason="the row gives a measure for an area and year that an earlier row gives",
                what_to_do="The earlier row was held. Take out one of the two.",
            )
    for figure in figures:
        key = (figure["measure"], figure["group"], area, year)
        reading.figures[key] = {**figure, "area": area, "year": year, "unit": known.units[figure["measure"]]}
    return None


def year_of(text: str) -> int | None:
    """The year in which a published period ends: 2024, 202324 and 2023/2024 all end in 2024."""
    if re.fullmatch(r"(19|20)\d\d", text.strip()):
        return int(text)
    if match := re.fullmatch(r"((?:19|20)\d\d)[/-]?(?:20)?(\d\d)", text.strip()):
        start = int(match[1])
        return start + 1 if (start + 1) % 100 == int(match[2]) else None
    return None


def _area(row: Mapping[str, str], known: Known) -> str | None:
    codes, name = LEVELS.get(row["geographic_level"].strip().casefold(), ((), ""))
    for column in codes:
        code = row.get(column, "").strip()
        area = known.find_area(code, row.get(name, "")) if code else None
        if area is not None:
            return area
    return None


def _figures(row: Mapping[str, str], layout: Wide | Labelled) -> Iterator[Figure]:
    return _wide(row, layout) if isinstance(layout, Wide) else _labelled(row, layout)


def _wide(row: Mapping[str, str], layout: Wide) -> Iterator[Figure]:
    for column, kept in layout.kept.items():
        value = _cell(row, column)
        if not value.is_blank:
            top, bottom = _cell(row, kept.top).value, _cell(row, kept.bottom).value
            yield _figure(kept.measure, kept.group, value, top=top, bottom=bottom)
    for derived in layout.derived:
        parts = [_cell(row, column) for column in derived.parts]
        whole = _cell(row, derived.whole)
        value, top = percentage(parts, whole)
        if not value.is_blank:
            yield _figure(derived.measure, derived.group, value, top=top, bottom=whole.value, is_derived=True)


def _labelled(row: Mapping[str, str], layout: Labelled) -> Iterator[Figure]:
    topic = words(row.get(layout.topic, ""))
    shown = " ".join(row.get(layout.label, "").split())
    label = words(shown)
    named = layout.labels.get((topic, label)) or layout.labels.get(("", label))
    if named is None and topic in layout.by_topic and not label.startswith("total"):
        named = (layout.by_topic[topic], shown)
    if named is None:
        return
    for column, measure in layout.kept.items():
        value = _cell(row, column)
        if not value.is_blank:
            top = _cell(row, "number").value if column != "number" else None
            yield _figure(measure.format(named[0]), named[1], value, top=top)


def _figure(
    measure: str,
    group: str,
    value: Cell,
    *,
    top: Decimal | None = None,
    bottom: Decimal | None = None,
    is_derived: bool = False,
) -> Figure:
    return {
        "measure": measure,
        "group": group,
        "value": value.value,
        "symbol": value.symbol or None,
        "numerator": top,
        "denominator": bottom,
        "is_derived": is_derived,
    }


def _cell(row: Mapping[str, str], column: str) -> Cell:
    try:
        return cell(row.get(column, ""))
    except NotANumber:
        raise NotANumber(column) from None


def percentage(parts: list[Cell], whole: Cell) -> tuple[Cell, Decimal | None]:
    """The sum of the parts ÷ the whole × 100 to one place, and the sum; a symbol in any of them is the answer."""
    every = [*parts, whole]
    symbols = [part.symbol for part in every if part.symbol]
    if symbols:
        return Cell(symbol=symbols[0]), None
    numbers = [part.value for part in every if part.value is not None]
    if len(numbers) < len(every) or not whole.value:
        return Cell(), None
    top = sum((part.value for part in parts if part.value is not None), Decimal(0))
    return Cell((top * 100 / whole.value).quantize(Decimal("0.1"), ROUND_HALF_UP).quantize(_SMALLEST)), top


_SMALLEST = Decimal(1).scaleb(-PLACES)
