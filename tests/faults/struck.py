"""Commands killed with SIGKILL at random moments, and what is left of the store afterwards.

The command runs in a fork of this process, which asks nothing of the store itself, so that a kill costs a fork and no
start of Python.  Run as a program of its own by test_struck.py and `make faults`; prints one JSON line.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from tests.support.every_command import AS_AT, CHILD, MONTH, council
from tests.support.short_book import a_short_book

TIMES = {"load": 1, "annexa": 2, "book": 2, "paper": 4}
"""The commands that are killed, and about how long each takes in units of making the council."""
KILLED = tuple(TIMES)


def say(*words: object) -> Result:
    from purplebook.cli import main

    return CliRunner().invoke(main, [str(word) for word in words])


def command(name: str, place: Path, out: Path) -> Sequence[object]:
    store = ("--store", place)
    match name:
        case "load":
            return ("load", place / "files" / f"{AS_AT}", "--as-at", AS_AT, *store)
        case "book":
            return ("book", "--as-at", AS_AT, "--out", out / "book", *store)
        case "annexa":
            return ("annexa", "--out", out / "annex-a.xlsx", "--replace", *store)
        case _:
            return ("paper", "--as-at", AS_AT, "--out", out / "paper", *store)


def in_fork(action: Callable[[], int]) -> int:
    """The process id of a fork that does something."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            code = action()
        finally:
            os._exit(code)
    return child


def struck(name: str, place: Path, out: Path, seconds: float) -> bool:
    """Run a command in a fork and kill it after so long; whether the kill struck it."""
    child = in_fork(lambda: say(*command(name, place, out)).exit_code)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, (name, status)
    return os.WIFSIGNALED(status)


def frozen(place: Path) -> dict[str, bytes]:
    """Every byte of every release that is listed."""
    root = place / "store" / "releases"
    if not (root / "releases.json").exists():
        return {}
    names = [entry["id"] for entry in json.loads((root / "releases.json").read_bytes())["releases"]]
    return {f"{name}/{path.name}": path.read_bytes() for name in names for path in (root / name).iterdir()}


def look(name: str, place: Path, out: Path, before: dict[str, bytes], answer: str) -> int:
    """What must hold after a kill, whatever it struck; 0 when it does, and a number for what does not."""
    checked = say("check", "--json", "--store", place)
    if checked.exit_code != 0 or json.loads(checked.stdout)["problems"]:
        return 11
    now = frozen(place)
    if any(now.get(file) != content for file, content in before.items()):
        return 12
    if say("figures", "--indicator", "RF01", "--period", MONTH, "--json", "--store", place).stdout != answer:
        return 13
    if say("list", "RF01", "--period", MONTH, "--store", place).exit_code != 0:
        return 14
    for path in out.rglob("*"):
        is_part = path.name.startswith(".purplebook-")
        if path.is_file() and not is_part and not is_whole(path):
            return 15
        if path.is_file() and path.stat().st_mode & 0o077:
            return 16
    again = say(*command(name, place, out))
    if again.exit_code != 0:
        return 17
    if name in ("load", "book") and json.loads(say("check", "--json", "--store", place).stdout)["notes"]:
        return 18
    return 0 if CHILD else 19


def is_whole(path: Path) -> bool:
    """Whether a file ends as its kind must."""
    content = path.read_bytes()
    ends = {".html": b"</html>", ".pdf": b"%%EOF", ".parquet": b"PAR1", ".csv": b"", ".json": b"}"}
    if path.suffix in (".xlsx", ".docx"):
        return b"PK\x05\x06" in content[-30:]
    return content.rstrip().endswith(ends[path.suffix])


def run_fork(action: Callable[[], int]) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(in_fork(action), 0)[1])


def ask(place: Path) -> str:
    """The answer of a figure, asked in a fork."""
    read, write = os.pipe()

    def answer() -> int:
        said = say("figures", "--indicator", "RF01", "--period", MONTH, "--json", "--store", place).stdout
        os.write(write, said.encode())
        return 0

    assert run_fork(answer) == 0
    os.close(write)
    with os.fdopen(read) as stream:
        return stream.read()


def usual_seconds(name: str, place: Path, out: Path) -> float:
    started = time.monotonic()
    assert run_fork(lambda: say(*command(name, place, out)).exit_code) == 0, name
    return time.monotonic() - started


def main(base: Path, *, seed: int, kills: int, seconds: float) -> dict[str, object]:
    """Kill each command so many times, or until so many seconds are over."""
    import purplebook.cli  # noqa: F401  the forks share what is imported here

    chance = random.Random(seed)
    until = time.monotonic() + seconds
    started = time.monotonic()
    assert run_fork(lambda: 0 if council(base / "first", every=9) else 1) == 0
    took = time.monotonic() - started
    first, out = base / "first", base / "out"
    out.mkdir()
    answer = ask(first)
    hit = dict.fromkeys(KILLED, 0)
    # Of a few kills it is no matter when they strike, and the time that a council takes to make says enough.
    usual = {name: times * took for name, times in TIMES.items()}
    for name in KILLED if kills > len(KILLED) else ():
        place = base / "timed"
        shutil.copytree(first, place)
        usual[name] = usual_seconds(name, place, out)
        shutil.rmtree(place)
    tries = 0
    while tries < kills and time.monotonic() < until:
        name = KILLED[tries % len(KILLED)]
        tries += 1
        place = base / "place"
        if not place.exists():
            shutil.copytree(first, place)
        before = frozen(place)
        hit[name] += struck(name, place, out, chance.uniform(0.2, 1) * usual[name])
        fault = run_fork(lambda name=name, place=place, before=before: look(name, place, out, before, answer))
        assert fault == 0, f"seed {seed}, try {tries}, {name}: {fault}"
        if len(list((place / "store" / "snapshots").iterdir())) > 12:
            shutil.rmtree(place)
    return {"tries": tries, "hit": hit}


if __name__ == "__main__":
    with a_short_book():
        found = main(Path(sys.argv[1]), seed=int(sys.argv[2]), kills=int(sys.argv[3]), seconds=float(sys.argv[4]))
    sys.stdout.write(json.dumps(found))
