"""What a command writes is its owner's alone, whole, and nowhere half; on a disk that fills, the words are true."""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.store.files import PART, clear_parts, write_together, write_whole
from tests.support.every_command import AS_AT, CHILD, MONTH, council, files_of, say


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council(tmp_path_factory.mktemp("written") / "place", every=3)


def is_whole(path: Path) -> bool:
    """Whether a file ends as its kind must."""
    content = path.read_bytes()
    match path.suffix:
        case ".parquet":
            return pq.read_table(io.BytesIO(content)) is not None
        case ".xlsx" | ".docx":
            return zipfile.ZipFile(io.BytesIO(content)).testzip() is None
        case ".pdf":
            return content.rstrip().endswith(b"%%EOF")
        case ".html":
            return content.rstrip().endswith(b"</html>")
        case ".json":
            return json.loads(content) is not None
        case _:
            return content.endswith(b"\n") or not content


def test_every_file_of_every_command_is_private_and_whole(place: Path, tmp_path: Path):
    old = os.umask(0o022)
    try:
        for words, path in files_of(place, tmp_path):
            done = say(*words)
            assert done.exit_code == 0, (words, done.stderr)
            written = sorted(path.iterdir()) if path.is_dir() else [path]
            assert written and {file.stat().st_mode & 0o777 for file in written} == {0o600}, words
            assert all(map(is_whole, written)), words
            assert path.is_file() or path.stat().st_mode & 0o777 == 0o700, words
    finally:
        os.umask(old)
    assert not list(tmp_path.rglob(PART)) and not list(place.rglob(PART))
    kept = [path for path in (place / "store").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in kept if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in kept if path.is_dir()} == {0o700}


@contextlib.contextmanager
def a_full_disk(limit: int) -> Iterator[None]:
    """No file can be made longer than the limit: as on a disk that fills while somebody writes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_fills_leaves_nothing_cut_and_what_was_there_before(place: Path, tmp_path: Path):
    store = ("--store", place)
    for name, words in (
        ("list.csv", ("list", "RF01", "--period", MONTH)),
        ("chronology.txt", ("chronology", CHILD)),
        ("figures.parquet", ("figures", "--indicator", "RF01")),
        ("annex-a.xlsx", ("annexa", "--replace")),
        ("paper", ("paper", "--as-at", AS_AT)),
    ):
        out = tmp_path / name
        if out.suffix:
            out.write_text("as it was")
        with a_full_disk(64):
            done = say(*words, "--out", out, *store)
        assert done.exit_code == 2, (words, done.stderr)
        assert "File too large. What was there before is as it was." in done.stderr, done.stderr
        assert out.read_text() == "as it was" if out.suffix else not list(out.iterdir())
        assert not list(tmp_path.rglob(PART))


def test_a_book_on_a_full_disk_publishes_nothing(tmp_path: Path):
    place = council(tmp_path / "place", every=3)
    before = say("check", "--store", place)
    with a_full_disk(2000):
        done = say("book", "--as-at", AS_AT, "--store", place)
    assert done.exit_code == 3 and "What was there before is unchanged" in done.stderr, done.stderr
    assert say("check", "--store", place).output == before.output
    assert say("book", "--as-at", AS_AT, "--store", place).exit_code == 0
    assert [path.name for path in (place / "store" / "releases").iterdir() if path.is_dir()] == [f"{AS_AT}-v1"]


def test_nothing_is_written_through_a_symbolic_link_and_a_pipe_is_no_file_to_replace(tmp_path: Path):
    another = tmp_path / "another's"
    another.write_text("another's")
    link = tmp_path / "answer.csv"
    link.symlink_to(another)
    write_whole(link, b"mine")
    assert another.read_text() == "another's" and link.read_bytes() == b"mine" and not link.is_symlink()
    write_whole(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()


def test_of_several_files_none_takes_its_place_when_one_cannot_be_written(tmp_path: Path):
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError):
        write_together(tmp_path, {"a": b"x", "b": b"a folder is there"})
    assert not (tmp_path / "a").exists() and not list(tmp_path.glob(PART))


def test_a_part_that_a_killed_command_left_is_cleared_and_one_in_use_is_not(tmp_path: Path):
    left = tmp_path / PART.replace("*", "0123")
    left.write_text("half")
    clear_parts(tmp_path)
    assert not left.exists()
    script = f"""
import os
from pathlib import Path
from purplebook.store import files
part, handle = files._new_part(Path({str(tmp_path)!r}))
print(part, flush=True); input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        part = Path(writer.stdout.readline().strip())
        clear_parts(tmp_path)
        assert part.exists()
        writer.kill()
    clear_parts(tmp_path)
    assert not part.exists()
