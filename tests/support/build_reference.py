"""Writes the reference data that ships with the product, from the public benchmark extract beside the repository.

`python tests/support/build_reference.py [EXTRACT] [FOLDER]` reads areas.csv, stat_neighbours.csv and
population_0_17.csv and writes our own three tables.  `tests/unit/reference/` holds what ships against what this writes.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXTRACT = ROOT.parent / "shared" / "benchmarks"
SHIPPED = ROOT / "purplebook" / "definitions" / "reference"

LEVELS = {
    "Local authority": "authority",
    "Local authority (joint return)": "joint return",
    "National": "country",
    "Regional": "region",
    "Sub-region": "part of a region",
}
CLOSENESS = {"extremely close": "E", "very close": "V", "close": "C", "somewhat close": "S", "not close": "N"}

Rows = Iterable[Mapping[str, str]]


def areas(rows: Rows) -> str:
    """One line for each area: what it is, where it lies, its codes then and now, and what became of it."""
    rows = list(rows)
    region_of = {row["area_code"]: row["old_la_code"] for row in rows if row["geographic_level"] == "Regional"}
    lines = []
    for row in rows:
        level = LEVELS[row["geographic_level"]]
        in_region = level in ("authority", "joint return", "part of a region")
        gone = row["status"].removeprefix("abolished ") if row["status"].startswith("abolished ") else ""
        lines.append(
            (
                row["old_la_code"].replace(" / ", "+"),
                row["area_name"].replace(" / ", " and ").removesuffix(" (pre-2019)"),
                level,
                region_of[row["region_code"]] if in_region else "",
                row["area_code"].replace(" / ", "+"),
                " ".join(row["other_ons_codes"].split(";")),
                gone,
                " ".join(row["successor_old_codes"].strip(";").split(";")),
            )
        )
    header = ("code", "name", "level", "region", "ons_code", "earlier_ons_codes", "ended_on", "successors")
    return _text(header, sorted(lines))


def neighbours(rows: Rows) -> str:
    """One line for each list: its month, the authority, its ten neighbours from the closest, and how close each is."""
    lists: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
    for row in rows:
        entry = (int(row["rank"]), row["neighbour_old_la_code"], CLOSENESS[row["closeness"].casefold()])
        lists.setdefault((row["model"], row["old_la_code"]), []).append(entry)
    lines = [
        (vintage, area, " ".join(code for _, code, _ in sorted(found)), "".join(close for _, _, close in sorted(found)))
        for (vintage, area), found in sorted(lists.items())
    ]
    return _text(("vintage", "area", "neighbours", "closeness"), lines)


def population(rows: Rows, *, code_of: Mapping[str, str]) -> str:
    """One line for each area, one column for each mid-year; a symbol stands where no number is published."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        found.setdefault(code_of[row["area_code"]], {})[row["mid_year"]] = row["population"] or row["suppression_code"]
    years = sorted({year for known in found.values() for year in known})
    lines = [(area, *(known.get(year, "") for year in years)) for area, known in sorted(found.items())]
    return _text(("area", *years), lines)


def build(extract: Path) -> dict[str, str]:
    """The text of each shipped table by the name of its file."""
    read = {name: _rows(extract / f"{name}.csv") for name in ("areas", "stat_neighbours", "population_0_17")}
    code_of = {row["area_code"]: row["old_la_code"] for row in read["areas"]}
    return {
        "areas.csv": areas(read["areas"]),
        "neighbours.csv": neighbours(read["stat_neighbours"]),
        "population.csv": population(read["population_0_17"], code_of=code_of),
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _text(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return out.getvalue()


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:]]
    target = given[1] if len(given) > 1 else SHIPPED
    for name, text in build(given[0] if given else EXTRACT).items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
