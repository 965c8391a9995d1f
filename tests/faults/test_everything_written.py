"""What a command writes is its owner's alone, whole, and nowhere half."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.store.files import PART, clear_parts, write_together, write_whole
from tests.support.every_command import council, files_of, say
from tests.support.short_book import a_short_book


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
            with a_short_book():
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
