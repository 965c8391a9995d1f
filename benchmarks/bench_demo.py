"""How much CPU the whole flow takes: inventing the council, loading its files, the figures and the paper.

    python benchmarks/bench_demo.py

Beside it stands a rival in the same run: reading the same files with Python's csv module into lists and doing nothing
with them.  Only the ratios count: machines differ and are noisy.

At the tiny size nothing is invented: the files beside the store are loaded.
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import TINY, arguments, keep


def main() -> None:
    """Measure each step as a process of its own, start-up included."""
    chosen = arguments(__doc__ or "")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        help_cpu = _cpu("--help")
        if chosen.size == TINY:
            whole, folder_of_files = 0.0, chosen.data.parent / "files"
        else:
            whole, folder_of_files = _cpu("demo", "--out", str(place / "demo")), place / "demo" / "files"
        files = sorted(folder_of_files.glob("*.csv"))
        _cpu("init", str(place / "again"))
        store = str(place / "again" / "store")
        load = _cpu("load", *map(str, files), "--as-at", "2015-08-31", "--store", store)
        paper = _cpu("paper", "--as-at", "2015-08-31", "--out", str(place / "paper"), "--store", store)
        rows, plain = _plain_read(files)
    found = {"rows": rows, "files": len(files), "help": help_cpu, "load": load, "paper": paper, "whole": whole}
    keep("demo", chosen, {**{name: round(spent, 2) for name, spent in found.items()}, "plain": round(plain, 2)})
    print(f"{rows:,} rows in {len(files)} files")
    print(f"purplebook --help                          {help_cpu:5.2f} CPU seconds")
    print(f"demo: invent, write, load, figures, paper  {whole:5.2f}")
    print(f"load: files to snapshot                    {load:5.2f}   {load / plain:.1f} times reading them with csv")
    print(f"paper: snapshot to Word, PDF and HTML      {paper:5.2f}   {paper / plain:.1f} times")
    print(f"files to paper                             {load + paper:5.2f}   {(load + paper) / plain:.1f} times")


def _cpu(*words: str) -> float:
    """CPU seconds, user and system, of one purplebook command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "purplebook", *words], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _plain_read(files: list[Path]) -> tuple[int, float]:
    before = resource.getrusage(resource.RUSAGE_SELF)
    rows = 0
    for file in files:
        with file.open(encoding="utf-8", newline="") as text:
            rows += len(list(csv.DictReader(text)))
    after = resource.getrusage(resource.RUSAGE_SELF)
    return rows, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
