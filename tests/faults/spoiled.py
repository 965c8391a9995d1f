"""Files of a store that are flipped, cut, swapped, emptied, lost or put elsewhere: refused, or the answer is right.

Run by test_spoiled.py for a moment and by `make faults` for as long as it is given.
"""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from tests.support.every_command import AS_AT, council, questions, say
from tests.support.short_book import a_short_book

EXIT_CODES = {0, 2, 3, 4, 5}
"""How a command may end on a store that was spoiled: never with a fault of ours."""
NOT_CHECKED = ("lock", "files/", "council.toml", "targets.toml", "events.toml", "baselines.toml", "papers/")
"""What the store does not answer for: its lock, which means nothing, and the council's own files."""


def flip(path: Path, chance: random.Random, _: list[Path]) -> None:
    content = bytearray(path.read_bytes())
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def cut(path: Path, chance: random.Random, _: list[Path]) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(max(len(content), 1))])


def empty(path: Path, _: random.Random, __: list[Path]) -> None:
    path.write_bytes(b"")


def lose(path: Path, _: random.Random, __: list[Path]) -> None:
    path.unlink()


def swap(path: Path, chance: random.Random, others: list[Path]) -> None:
    other = chance.choice(others)
    one, two = path.read_bytes(), other.read_bytes()
    path.write_bytes(two)
    other.write_bytes(one)


def make_a_folder_of_it(path: Path, _: random.Random, __: list[Path]) -> None:
    path.unlink()
    path.mkdir()


def overwrite(path: Path, chance: random.Random, _: list[Path]) -> None:
    path.write_bytes(
        chance.choice([b"{}", b"[]", b"null", b"0", b'"x"', b"{" * 5000, b"[" * 100_000, b"\xff\xfe", b"\0" * 64])
    )


SPOILS: tuple[Callable[[Path, random.Random, list[Path]], None], ...] = (
    *(flip, flip, cut, empty, lose, swap, make_a_folder_of_it, overwrite),
)


def stored(place: Path) -> dict[str, bytes | None]:
    """Every file of a council's folder, by its path there."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(place.rglob("*"))
        if path.name != "lock"
    }


def asked(place: Path) -> Iterator[tuple[object, ...]]:
    """The questions, those of releases among them."""
    yield from questions(place)
    yield ("changes", AS_AT, "--store", place)


def answers(place: Path) -> Mapping[str, str]:
    """What each question answers when all is well."""
    said = {str(words[0]): say(*words) for words in asked(place)}
    assert all(answer.exit_code == 0 for answer in said.values()), said
    return {name: answer.stdout for name, answer in said.items()}


def make(folder: Path) -> Path:
    """A council with two extracts and a release."""
    place = council(folder, days=(date(2015, 7, 31), AS_AT), every=9)
    with a_short_book():
        assert say("book", "--as-at", AS_AT, "--store", place).exit_code == 0
    return place


def run(base: Path, *, seed: int, tries: int, seconds: float, questions_each: int = 2) -> dict[str, int]:
    """Spoil one file after another; every command refuses, or answers as before.  How many did which."""
    chance, until = random.Random(seed), time.monotonic() + seconds
    first = make(base / "place")
    right = answers(first)
    kept = base / "kept"
    shutil.copytree(first, kept)
    whole = stored(first)
    seen = {"tries": 0, "refused": 0, "right": 0}
    while seen["tries"] < tries and time.monotonic() < until:
        seen["tries"] += 1
        files = [path for path in sorted((first / "store").rglob("*")) if path.is_file()]
        path = chance.choice(files)
        spoil = chance.choice(SPOILS)
        spoil(path, chance, files)
        name = f"seed {seed}, try {seen['tries']}: {spoil.__name__} of {path.relative_to(first)}"
        is_spoiled = stored(first) != whole
        for words in chance.sample(list(asked(first)), questions_each):
            said = say(*words)
            assert said.exit_code in EXIT_CODES and "Traceback" not in said.output, (name, words, said.output)
            if said.exit_code == 0 and words[0] != "check":
                assert said.stdout == right[str(words[0])], (name, words)
            seen["right" if said.exit_code == 0 else "refused"] += 1
        checked = say("check", "--json", "--store", first)
        assert checked.exit_code in ((3, 2) if is_spoiled else (0,)), (name, checked.output)
        if checked.exit_code == 3 and checked.stdout.strip():
            assert json.loads(checked.stdout)["problems"], name
        shutil.rmtree(first)
        shutil.copytree(kept, first)
    return seen
