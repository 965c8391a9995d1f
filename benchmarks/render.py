"""Writes the tables of docs/performance.md from benchmarks/results/, so that no figure in it is typed.

python benchmarks/render.py            write them
python benchmarks/render.py --check    say whether they are as they would be written
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from code_measured import ROOMS, has_changed

HOME = Path(__file__).resolve().parent
PAGE = HOME.parent / "docs" / "performance.md"
NAMES = {"council": "a council", "region": "a region", "england": "England"}

Result = dict[str, Any]


def results(name: str) -> list[Result]:
    """What a benchmark found at each size, the smallest first."""
    paths = [HOME / "results" / f"{name}-{size}.json" for size in NAMES]
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths if path.exists()]


def table(headings: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def all_indicators() -> str:
    """Fused against one query per indicator and per cell."""
    rows = []
    for found in results("all-indicators"):
        part = "" if found["apart"]["authorities"] == found["authorities"] else "*"
        rows.append(
            [
                NAMES[found["size"]],
                f"{found['fused']['rows']:,}",
                f"{found['figures']['figures']:,}",
                seconds(found["fused"]["cpu"]),
                seconds(found["figures"]["cpu"]),
                f"{seconds(found['apart_cpu'])}{part}",
                f"{found['apart_ratio']:.1f}",
                f"{seconds(found['cells_cpu'])}{part}",
                f"{found['cells_ratio']:,}",
            ]
        )
    headings = ["", "rows", "figures", "fused: totals", "fused: figures", "one per indicator", "ratio"]
    return table([*headings, "one per cell", "ratio"], rows)


def distance() -> str:
    """The fused run as a multiple of decoding and hashing once, and what both hold in memory."""
    rows = [
        [
            NAMES[found["size"]],
            f"{found['hashing']['values']:,}",
            seconds(found["hashing"]["cpu"]),
            seconds(found["fused"]["cpu"]),
            f"**{found['distance']:.1f}**",
            f"{found['fused']['megabytes']:,} MB",
        ]
        for found in results("distance")
    ]
    return table(["", "values read", "decode and hash once", "fused: totals", "distance", "most memory"], rows)


def memory() -> str:
    """The most memory each way of asking ever held."""
    rows = [
        [NAMES[found["size"]], *(f"{found[name]['megabytes']:,}" for name in ("fused", "figures", "apart"))]
        for found in results("all-indicators")
    ]
    return table(["megabytes", "fused: totals", "fused: figures", "one query per indicator"], rows)


def rivals() -> str:
    """Ours against pandas and Polars."""
    rows = []
    for found in results("rivals"):
        pandas = found["pandas"]
        part = "" if pandas["authorities"] == found["authorities"] else "*"
        rows.append(
            [
                NAMES[found["size"]],
                f"{seconds(found['ours']['cpu'])}, {found['ours']['megabytes']:,} MB",
                f"{seconds(found['polars']['cpu_whole'])}, {found['polars']['megabytes']:,} MB",
                f"{found['polars']['ratio']:.2f}",
                f"{seconds(pandas['cpu_whole'])}{part}, {pandas['megabytes']:,} MB{part}",
                f"{pandas['ratio']:.2f}",
                f"{found['polars']['cells_equal']:,}",
                f"{pandas['cells_equal']:,}",
            ]
        )
    headings = ["", "ours", "Polars", "ratio", "pandas", "ratio", "cells equal: Polars", "cells equal: pandas"]
    return table(headings, rows)


def demo() -> str:
    """From files to paper."""
    (found,) = results("demo")
    steps = [
        ("`purplebook --help`", found["help"], False),
        (f"load: {found['files']} files to a checked snapshot", found["load"], True),
        ("paper: snapshot to Word, PDF and HTML", found["paper"], True),
        ("files to paper", found["load"] + found["paper"], True),
        ("`purplebook demo`: invents the council as well", found["whole"], False),
    ]
    rows = [[name, seconds(cpu), f"{cpu / found['plain']:.1f}" if compared else ""] for name, cpu, compared in steps]
    return table(["", "CPU seconds", "times reading the same files with Python's csv module"], rows)


def book() -> str:
    """The purple book of a council: all of it, and with fewer and more of what it is made from."""
    (found,) = results("book")
    rows = [["`purplebook book`", "", "", "", "", "", "", seconds(found["whole"]), ""]]
    names = ("half the indicators", "twice the indicators", "half the rows", "twice the rows")
    base = found["all"]
    for name in ("all", *names):
        one = found[name]
        counts = [f"{one[what]:,}" for what in ("rows", "indicators", "figures", "passes")]
        spent = [(one[what], one[what] / base[what]) for what in ("counting", "cpu")]
        rows.append([name, *counts, *(text for cpu, ratio in spent for text in (seconds(cpu), f"{ratio:.2f}"))])
    return table(["", "rows", "indicators", "figures", "passes", "counting", "ratio", "the book", "ratio"], rows)


def book_steps() -> str:
    """Where the time of a book goes."""
    (found,) = results("book")
    steps = found["all"]["steps"]
    return table(list(steps), [[seconds(spent) for spent in steps.values()]])


def machine() -> str:
    """What it was measured on and when."""
    found = [one for name in ("all-indicators", "distance", "rivals", "demo") for one in results(name)]
    days = sorted({one["measured_on"] for one in found})
    last = found[-1]
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"Measured {when} on {last['cores']} cores: Python {last['python']}, DuckDB {last['duckdb']}."


def measured() -> str:
    """On which code each result was measured, and whether what it measures has changed since."""
    rows = []
    for name in ROOMS:
        for found in results(name):
            since = "changed since" if has_changed(name, found) else "the same today"
            commit = f"`{found['commit']}`" if "commit" in found else "not kept"
            rows.append([f"{name}, {NAMES[found['size']]}", found["measured_on"], commit, since])
    return table(["", "measured on", "commit", "the code it measures"], rows)


TABLES: dict[str, Callable[[], str]] = {
    "machine": machine,
    "measured": measured,
    "all-indicators": all_indicators,
    "memory": memory,
    "distance": distance,
    "rivals": rivals,
    "demo": demo,
    "book": book,
    "book-steps": book_steps,
}


def seconds(cpu: float) -> str:
    """CPU seconds with as many places as they deserve."""
    return f"{cpu:.2f}" if cpu < 10 else f"{cpu:,.0f}"


def rendered(page: str) -> str:
    """The page with every table written anew between its markers."""
    for name, make in TABLES.items():
        parts = re.split(rf"(<!-- results: {name} -->\n)", page)
        count = len(parts) // 2
        if count != 1:
            raise SystemExit(f"docs/performance.md has {count} places for the table '{name}'; it needs one.")
        before, marker, after = parts
        page = before + marker + make() + "\n" + after[after.index("<!-- end -->") :]
    return page


def main() -> None:
    """Write the tables, or say whether they are up to date."""
    page = PAGE.read_text(encoding="utf-8")
    made = rendered(page)
    if "--check" in sys.argv[1:]:
        if made != page:
            raise SystemExit("docs/performance.md is not what the results say. Run: python benchmarks/render.py")
        return
    PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
