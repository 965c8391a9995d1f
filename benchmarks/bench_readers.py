"""What `purplebook load` of each format costs, beside an older purplebook and a library that only reads the same files.

    python benchmarks/bench_readers.py [--old TREE] [--data STORE] [--size council]

TREE is a checkout of an older commit (`git worktree add TREE COMMIT`), which is run with this environment's libraries.
Without one, only this purplebook is measured.  The canonical CSVs are the files of the demo, beside STORE; the other
formats' files are made for the run.

CPU seconds are user and system of the whole command and of the process in which it reads, starting Python twice
included; old and new take turns, and the median is kept.  The library is started as a process of its own too, and
stops when it holds the cells: nobody has looked at one.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench_annex_a_reading import ROWS, TINY_ROWS, write_workbook
from bench_cin_census_reading import write_census
from bench_ssda903_reading import write_returns
from measure import TINY, arguments, keep, show
from old_tree import HERE, command_cpu, commit_of, python_cpu

ARROW = (
    "import sys, pyarrow.csv as csv\n"
    "for path in sys.argv[1:]: csv.read_csv(path, parse_options=csv.ParseOptions(newlines_in_values=True))"
)
LXML = "import sys\nfrom lxml import etree\nfor path in sys.argv[1:]: etree.parse(path)"
CALAMINE = "import sys, pandas\nfor path in sys.argv[1:]: pandas.read_excel(path, sheet_name=None, engine='calamine')"


@dataclass(frozen=True)
class Format:
    """Files of one format: how they come into a folder, the day they are of, and a library that reads them."""

    name: str
    title: str
    write: Callable[[Path, argparse.Namespace], None]
    as_at: str
    library: str
    script: str
    aim: str
    rounds: int = 3


def _csv(folder: Path, chosen: argparse.Namespace) -> None:
    for path in sorted((chosen.data.parent / "files").glob("*.csv")):
        (folder / path.name).symlink_to(path.resolve())


def _returns(folder: Path, chosen: argparse.Namespace) -> None:
    write_returns(folder, children=20 if chosen.size == TINY else 2_500)


def _census(folder: Path, chosen: argparse.Namespace) -> None:
    write_census(folder / "cin.xml", children=100 if chosen.size == TINY else 50_000)


def _workbook(folder: Path, chosen: argparse.Namespace) -> None:
    write_workbook(folder / "annex-a.xlsx", rows=TINY_ROWS if chosen.size == TINY else ROWS)


FORMATS = (
    Format("csv", "canonical CSVs: the demo's", _csv, "2015-08-31", "pyarrow", ARROW, "half of the old"),
    Format("ssda903", "SSDA903, five years", _returns, "2024-03-31", "pyarrow", ARROW, "a third of the old"),
    Format("cin", "CIN Census, 50,000 children", _census, "2025-03-31", "lxml", LXML, "half of the old", rounds=1),
    Format(
        "annex-a", "Annex A, 24,000 rows", _workbook, "2016-03-31", "pandas and calamine", CALAMINE, "1.5 × library"
    ),
)


def load_cpu(folder: Path, one: Format, *, tree: Path) -> float:
    """CPU seconds of loading the files of a folder into an empty store."""
    with tempfile.TemporaryDirectory() as place:
        command_cpu(("init", place, "--authority", "899", "--invented"), tree=tree, folder=tree)
        store = str(Path(place) / "store")
        return command_cpu(("load", str(folder), "--store", store, "--as-at", one.as_at), tree=tree, folder=tree)


def measured(one: Format, chosen: argparse.Namespace) -> dict[str, Any]:
    """What one format costs: the new, the library, and the old where there is one."""
    trees = {"new": HERE, **({"old": chosen.old.resolve()} if chosen.old else {})}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one.write(folder, chosen)
        files = sorted(str(path.resolve()) for path in folder.rglob("*") if path.is_file())
        spent: dict[str, list[float]] = {}
        for _ in range(1 if chosen.size == TINY else one.rounds):
            for which, tree in trees.items():
                spent.setdefault(which, []).append(load_cpu(folder, one, tree=tree))
            spent.setdefault("library", []).append(python_cpu(("-c", one.script, *files), tree=HERE, folder=HERE))
        size = sum(Path(file).stat().st_size for file in files)
    return {"megabytes": round(size / 1e6, 1), **{name: round(median(times), 2) for name, times in spent.items()}}


def main() -> None:
    """Measure each format, print the table and keep it."""
    chosen = arguments(
        __doc__ or "", lambda parser: parser.add_argument("--old", type=Path, help="a checkout of an older commit")
    )
    found: dict[str, Any] = {"new_commit": commit_of(HERE)}
    if chosen.old:
        found["old_commit"] = commit_of(chosen.old)
    lines = [("CPU seconds", "MB", "old", "new", "new / old", "library alone", "new / library", "the aim")]
    for one in FORMATS:
        got = measured(one, chosen)
        found[one.name] = {"title": one.title, "library_is": one.library, "aim": one.aim, **got}
        old = (f"{got['old']:.2f}", f"{got['new'] / got['old']:.2f}") if "old" in got else ("", "")
        library = (f"{got['library']:.2f} ({one.library})", f"{got['new'] / got['library']:.1f}")
        lines.append((one.title, f"{got['megabytes']}", old[0], f"{got['new']:.2f}", old[1], *library, one.aim))
    show(lines)
    # The table sets old beside new, so a run without the old one is only looked at.
    if chosen.old:
        keep("readers", chosen, found)


if __name__ == "__main__":
    main()
