"""How long five years of the SSDA903 return take to load, beside the csv module reading the cells and no more.

    python benchmarks/bench_ssda903_reading.py

The returns are made for the run: 1,500 invented children a year, each year telling again the episodes that were open.
Times are CPU seconds of this process.
"""

from __future__ import annotations

import csv
import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from measure import TINY, arguments

from purplebook.sources.read import read_files

YEARS, CHILDREN, TINY_CHILDREN = range(2019, 2024), 1_500, 20


def write_returns(folder: Path, *, children: int) -> int:
    """Write a folder for each year; return how many rows there are."""
    chance = random.Random(1)
    starts = {child: date(2019, 4, 1) + timedelta(days=chance.randrange(300)) for child in range(children)}
    return sum(_write_year(folder / f"{year}-{year % 100 + 1}", year, starts) for year in YEARS)


def _write_year(folder: Path, year: int, starts: dict[int, date]) -> int:
    folder.mkdir()
    born, day = "01/05/2010", lambda each: each.strftime("%d/%m/%Y")
    files: dict[str, list[list[str]]] = {
        "header": [["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]],
        "episodes": [
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN".split(",")
        ],
        "reviews": [["CHILD", "DOB", "REVIEW", "REVIEW_CODE"]],
        "oc2": [
            "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
            "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED".split(",")
        ],
    }
    for child, start in starts.items():
        begins = start + timedelta(days=365 * (year - 2019))
        reason = "S" if year == 2019 else "P"
        files["header"].append([str(child), "M", born, "WBRI", "UN1", "0", ""])
        if year > 2019:
            before = day(begins - timedelta(days=365)), "S" if year == 2020 else "P"
            rest = ["C2", "N1", "U6", "PR1", day(begins), "X1", "OTHER", "", "", ""]
            files["episodes"].append([str(child), *before, *rest])
        files["episodes"].append([str(child), day(begins), reason, "C2", "N1", "U6", "PR1", *[""] * 6])
        for month in (7, 12):
            files["reviews"].append([str(child), born, f"15/{month:02}/{year}", "PN1"])
        files["oc2"].append([str(child), born, "12", "", "0", "", "1", "1", "1", "0", "", ""])
    for name, rows in files.items():
        with (folder / f"{name}.csv").open("w", newline="") as stream:
            csv.writer(stream).writerows(rows)
    return sum(len(rows) - 1 for rows in files.values())


def main() -> None:
    """Print the rows and the CPU seconds."""
    children = TINY_CHILDREN if arguments(__doc__ or "").size == TINY else CHILDREN
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "returns"
        folder.mkdir()
        rows = write_returns(folder, children=children)
        before = time.process_time()
        loaded = read_files([folder], staging=Path(name) / "read", authority_code="899", as_at=None)
        spent = time.process_time() - before
        read = sum(batch.rows_read for batch in loaded.batches)
        before = time.process_time()
        for path in sorted(folder.rglob("*.csv")):
            with path.open(newline="") as stream:
                list(csv.reader(stream))
        plain = time.process_time() - before
        print(f"{rows:,} rows written, {read:,} read; purplebook load {spent:.1f} CPU s, csv module {plain:.2f} CPU s")


if __name__ == "__main__":
    main()
