"""Small published files to read, and figures to compare, for tests."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from purplebook.definitions.reference import areas, published_measures
from purplebook.language.periods import Period
from purplebook.results.figures import EVERYONE, FIGURE_SCHEMA
from purplebook.sources.published import PUBLISHED_SCHEMA, Known

PLACES = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
)
READING = ("Financial year", "Local authority", "E92000001", "England", "E12000008", "South East", "870", "E06000038")
SOUTH_EAST = ("Financial year", "Regional", "E92000001", "England", "E12000008", "South East", "", "")
ENGLAND = ("Financial year", "National", "E92000001", "England", "", "", "", "")


def known() -> Known:
    """The areas and measures that ship with the product, as a reader is told of them."""

    def find_area(code: str, name: str) -> str | None:
        found = areas().find(code, name=name)
        return None if found is None else found.code

    return Known(find_area, {item.measure: item.unit for item in published_measures().items})


def at(place: Sequence[str], year: object, name: str = "") -> list[str]:
    """The cells that say where and when."""
    return [str(year), *place, name]


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """A CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([headers, *rows])
    return path


def figures(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """A table of figures: each row needs an indicator, a period and a value; the rest is filled in."""
    made = []
    for row in rows:
        period: Period = row["period"]
        value = row.get("value")
        made.append(
            {
                "indicator": row["indicator"],
                "edition": row.get("edition", 1),
                "area": row.get("area", "870"),
                "period": period.key,
                "period_start": period.first_day,
                "period_end": period.last_day,
                "breakdown": row.get("breakdown", EVERYONE),
                "group": row.get("group", EVERYONE),
                "numerator": None,
                "denominator": None,
                "value": None if value is None else Decimal(str(value)),
                "status": row.get("status", "provisional"),
            }
        )
    return pa.Table.from_pylist(made, schema=FIGURE_SCHEMA)


def held(rows: Iterable[tuple[str, str, int, object]], *, group: str = "", edition: str = "DfE test 2015") -> pa.Table:
    """Published figures: measure, area, year, and a number or a symbol."""
    units = known().units
    made = []
    for measure, area, year, value in rows:
        is_symbol = isinstance(value, str)
        made.append(
            {
                "measure": measure,
                "group": group,
                "area": area,
                "year": year,
                "value": None if is_symbol else Decimal(str(value)),
                "symbol": value if is_symbol else None,
                "unit": units[measure],
                "edition": edition,
                "is_derived": False,
            }
        )
    return pa.Table.from_pylist(made, schema=PUBLISHED_SCHEMA)
