"""How long one short question takes from cold, beside an older purplebook.

    python benchmarks/bench_starts.py [--old TREE] [--data STORE]

TREE is a checkout of an older commit.  Without one, only this purplebook is measured, and nothing is kept.  Each
command is a process of its own; old and new take turns, each on a copy of the store, and the median of their CPU
seconds is kept.  `from scratch` is the first figure from a store without coded columns, such as an older
purplebook made: it codes them.  `only its libraries` imports what a figure cannot do without, and does nothing.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from measure import TINY, arguments, keep, show
from old_tree import HERE, command_cpu, commit_of

ROUNDS = 3
AIM = 0.25
PERIOD = ("--period", "2015-08-31")
COMMANDS = {
    "one figure": ("figures", "--indicator", "CP01", *PERIOD),
    "one figure, divided": ("figures", "--indicator", "CP01", *PERIOD, "--by", "category"),
    "a list": ("list", "CP01", *PERIOD),
    "explain": ("explain", "CP01"),
    "indicators": ("indicators",),
}
CODED = "coded"
"""The folder of a store in which coded columns lie."""


def main() -> None:
    """Measure each command, print the table and keep it."""
    chosen = arguments(
        __doc__ or "", lambda parser: parser.add_argument("--old", type=Path, help="a checkout of an older commit")
    )
    trees = {"new": HERE, **({"old": chosen.old.resolve()} if chosen.old else {})}
    rounds = 1 if chosen.size == TINY else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        stores = {which: _copy(chosen.data, Path(name) / which) for which in trees}
        spent = {what: _alternated(words, trees, stores, rounds=rounds) for what, words in COMMANDS.items()}
        spent["from scratch"] = _from_scratch(trees, stores, rounds=rounds)
        spent["--help"] = _alternated(("--help",), trees, {}, rounds=rounds)
    found: dict[str, Any] = {"aim": AIM, "commits": {which: commit_of(tree) for which, tree in trees.items()}}
    found |= {"spent": spent, "libraries": _of_libraries(rounds)}
    lines = [("CPU seconds", *trees, "new / old")]
    for what, one in spent.items():
        ratio = f"{one['new'] / one['old']:.2f}" if "old" in one else ""
        lines.append((what, *(f"{one[which]:.2f}" for which in trees), ratio))
    show(lines)
    print(f"only its libraries: {found['libraries']:.2f} CPU seconds; the aim is {AIM} of the old")
    if chosen.old:
        keep("starts", chosen, found)


def _copy(store: Path, folder: Path) -> Path:
    return shutil.copytree(store, folder, ignore=shutil.ignore_patterns("releases", "spill-*"))


def _alternated(
    words: tuple[str, ...], trees: dict[str, Path], stores: dict[str, Path], *, rounds: int
) -> dict[str, float]:
    """The median of each tree's CPU seconds; a first round that is not counted compiles what was never compiled."""
    spent: dict[str, list[float]] = {which: [] for which in trees}
    for number in range(rounds + 1):
        for which, tree in trees.items():
            more = ("--store", str(stores[which])) if which in stores else ()
            cpu = command_cpu((*words, *more), tree=tree, folder=stores.get(which, Path.cwd()))
            spent[which] += [cpu] if number else []
    return {which: round(statistics.median(times), 3) for which, times in spent.items()}


def _from_scratch(trees: dict[str, Path], stores: dict[str, Path], *, rounds: int) -> dict[str, float]:
    """The same for a figure that finds no coded columns; an older purplebook never does."""
    spent: dict[str, list[float]] = {which: [] for which in trees}
    for _ in range(rounds):
        for which, tree in trees.items():
            shutil.rmtree(stores[which] / CODED, ignore_errors=True)
            words = (*COMMANDS["one figure"], "--store", str(stores[which]))
            spent[which].append(command_cpu(words, tree=tree, folder=stores[which]))
    return {which: round(statistics.median(times), 3) for which, times in spent.items()}


def _of_libraries(rounds: int) -> float:
    script = "import resource, click, numpy, pyarrow\nused = resource.getrusage(resource.RUSAGE_SELF)\n"
    words = [sys.executable, "-c", script + "print(used.ru_utime + used.ru_stime)"]
    times = [float(subprocess.run(words, check=True, capture_output=True, text=True).stdout) for _ in range(rounds)]
    return round(statistics.median(times), 3)


if __name__ == "__main__":
    main()
