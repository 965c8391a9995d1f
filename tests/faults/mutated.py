"""Inputs of every format, mutated byte by byte and line by line: loaded with every row accounted for, or refused.

Rows are counted here with Python's own readers, which know nothing of ours.
"""

from __future__ import annotations

import csv
import io
import json
import random
import shutil
import time
from pathlib import Path

from tests.support.council_folder import INVENTED
from tests.support.every_command import say

CORPUS = Path(__file__).resolve().parents[1] / "sources" / "corpus"
FOR_ALL_FORMATS = (
    *("annex_a_good.xlsx", "annex_a_good_old.xls", "cin_good.xml"),
    *sorted(path.name for path in CORPUS.iterdir() if path.is_dir()),
)


def flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 1, 3, 30])):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(max(len(content), 1))]


def twice(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(max(len(lines), 1))
    return b"".join([*lines[: at + 1], *lines[at:]])


def without(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(max(len(lines), 1))
    return b"".join([*lines[:at], *lines[at + 1 :]])


def strewn(content: bytes, chance: random.Random) -> bytes:
    odd = [b"\x00", b'"', b"\xff", b"\r", b"\xe2\x80\xa8", b"=1+2", b"\x1b[2J", b",,,,", b"<", b"&", b"\x1a"]
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(odd) + content[at:]


MUTATIONS = (flip, cut, twice, without, strewn)


def rows_in(path: Path) -> int | None:
    """The rows of a CSV file as Python's own reader counts them; None where it is not plain enough for that to hold."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if not text.isascii() or any((sign < " " and sign != "\n") or sign == '"' for sign in text):
        return None
    return sum(any(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text))) - 1


def run(base: Path, *, seed: int, tries: int, seconds: float) -> dict[str, int]:
    """Load one mutated input after another.  How many were loaded, refused, and counted by both."""
    chance, until = random.Random(seed), time.monotonic() + seconds
    seen = {"tries": 0, "loaded": 0, "refused": 0, "counted": 0}
    place = base / "place"
    assert say("init", place, *INVENTED).exit_code == 0
    while seen["tries"] < tries and time.monotonic() < until:
        name = FOR_ALL_FORMATS[seen["tries"] % len(FOR_ALL_FORMATS)]
        seen["tries"] += 1
        folder = base / "given"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        source = CORPUS / name
        files = sorted(source.iterdir()) if source.is_dir() else [source]
        for file in files:
            shutil.copyfile(file, folder / file.name)
        spoiled = folder / chance.choice(files).name
        mutation = chance.choice(MUTATIONS)
        spoiled.write_bytes(mutation(spoiled.read_bytes(), chance))
        what = f"seed {seed}, try {seen['tries']}: {mutation.__name__} of {name}/{spoiled.name}"
        counts = [rows_in(path) for path in folder.iterdir()] if source.is_dir() else [None]
        done = say("load", folder, "--as-at", "2015-08-31", "--json", "--store", place)
        assert done.exit_code in (0, 2), (what, done.output)
        assert "\x1b" not in done.output and "Traceback" not in done.output, what
        if done.exit_code == 2:
            seen["refused"] += 1
            continue
        seen["loaded"] += 1
        answer = json.loads(done.stdout)
        assert answer["rows_read"] == answer["rows_loaded"] + answer["rows_rejected"], what
        if all(count is not None for count in counts):
            seen["counted"] += 1
            assert answer["rows_read"] == sum(count or 0 for count in counts), (what, answer, counts)
    return seen
