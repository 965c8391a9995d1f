"""How far the judgement can be trusted, measured on invented children, and the page that says so.

    python -m benchmarks.judgement [--size tiny|small|full] [--only WORDS|councils] [--out docs/judgement.md]

`full` is what the page is made of; `small` is for trying a change; `tiny` measures nothing and is for tests.  Exit 1
where a bound is not kept.  `--only councils` makes whole books of steady councils alone, and writes its section anew
into the page that stands there; what is left out otherwise stays as it stands.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.judgement.books import COUNCILS, measured_books
from benchmarks.judgement.made_children import CHILDREN_EACH
from benchmarks.judgement.measured import compared, detected, steady
from benchmarks.judgement.page import faults, page
from benchmarks.judgement.page_of_books import faults_of_books, section, with_section
from benchmarks.judgement.scenarios import COMPARED, SCENARIOS
from benchmarks.measure import cpu

SIZES = {"tiny": (2, 2, 2), "small": (24, 12, 60), "full": (160, 60, 200)}
"""How many series are steady, how many have each change, and how many are compared."""

COUNCILS_OF = {"tiny": 0, "small": 2, "full": len(COUNCILS)}
"""Of how many steady councils books are made."""

ONLY_COUNCILS = "councils"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--out", type=Path, help="the page to write")
    parser.add_argument("--only", default="", help="kinds whose name has these words, or councils")
    chosen = parser.parse_args()
    series, changed, pairs = SIZES[chosen.size]
    books = None
    if COUNCILS_OF[chosen.size] and chosen.only in ("", ONLY_COUNCILS):
        books = measured_books(COUNCILS[: COUNCILS_OF[chosen.size]])
    of_books = section(books)
    if chosen.only == ONLY_COUNCILS:
        print(of_books)
        if chosen.out:
            chosen.out.write_text(with_section(chosen.out.read_text("utf-8"), of_books), "utf-8")
        print(f"{cpu():.0f} CPU seconds")
        return _told(faults_of_books(books) if books else [])
    wanted = [scenario for scenario in SCENARIOS if chosen.only in scenario.name]
    marks, changes, comparisons = [], [], []
    for scenario in wanted:
        marks.append(steady(scenario, series=series))
        print(f"{scenario.name}: {marks[-1].marked.words} of 100 steady months marked", flush=True)
        for change in scenario.changes:
            changes.append(detected(scenario, change, series=changed))
            print(f"    {change.name}: {changes[-1].share.words} of 100 found", flush=True)
        if scenario.name in COMPARED:
            comparisons += compared(scenario, series=pairs)
    text = with_section(page(marks, changes, comparisons, families=round(100 / CHILDREN_EACH)), of_books)
    if chosen.out:
        chosen.out.write_text(text, "utf-8")
    print(f"{cpu():.0f} CPU seconds")
    # Two series say nothing of a bound.
    beyond = [] if chosen.size == "tiny" else faults(marks, changes, comparisons)
    return _told(beyond + (faults_of_books(books) if books else []))


def _told(beyond: list[str]) -> int:
    for fault in beyond:
        print(f"Beyond its bound: {fault}", file=sys.stderr)
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main())
