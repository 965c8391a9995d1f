"""A disk that is read-only, a folder that is another's, a disk that fills: words, the right exit code, nothing lost."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import resource
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from purplebook.store.files import PART
from tests.support.every_command import AS_AT, CHILD, MONTH, council, questions, say
from tests.support.read_only import nothing_may_be_written_to
from tests.support.short_book import a_short_book

CORPUS = Path(__file__).resolve().parents[1] / "sources" / "corpus"
RELEASE = f"{AS_AT}-v1"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council with two months' extracts and a book of each: what the second restated has children behind it."""
    days = (date(2015, 7, 31), AS_AT)
    place = council(tmp_path_factory.mktemp("refused") / "place", days=days, every=9)
    with a_short_book():
        for day in days:
            assert say("book", "--as-at", day, "--store", place).exit_code == 0
    return place


def files_for_a_person(out: Path) -> Iterator[tuple[tuple[object, ...], Path]]:
    """Commands that write a file or a folder, and which."""
    for name, words in (
        ("list.csv", ("list", "RF01", "--period", MONTH)),
        ("chronology.txt", ("chronology", CHILD)),
        ("figures.parquet", ("figures", "--indicator", "RF01", "--period", MONTH)),
        ("issues.csv", ("issues", "--rows")),
    ):
        yield (*words, "--out", out / name), out / name
    yield ("changes", RELEASE, "--indicator", "RF01", "--period", "2015-07", "--children", out / "c.csv"), out / "c.csv"
    yield ("annexa", "--replace", "--out", out / "annex-a.xlsx"), out / "annex-a.xlsx"
    yield ("paper", "--as-at", AS_AT, "--out", out / "paper"), out / "paper"


def stored(place: Path) -> dict[str, bytes]:
    """Every file of the store but its lock, which means nothing."""
    files = (path for path in sorted((place / "store").rglob("*")) if path.is_file() and path.name != "lock")
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


def plain_words(said: str) -> str:
    """What was said, which must be words and name no child."""
    assert "Traceback" not in said and "inside purplebook" not in said and CHILD not in said, said
    return said


REASONS = (errno.EROFS, errno.EACCES)


def test_no_file_is_cut_or_lost_where_nothing_may_be_written_and_its_name_is_said(place: Path, tmp_path: Path):
    for (words, path), reason in zip(files_for_a_person(tmp_path), itertools.cycle(REASONS), strict=False):
        if path.suffix:
            path.write_text("as it was")
        before = sorted(tmp_path.rglob("*"))
        with nothing_may_be_written_to(tmp_path, reason):
            done = say(*words, "--store", place)
        assert done.exit_code == 2, (words, done.output)
        said = plain_words(done.stderr)
        assert str(path) in said and "cannot be written" in said, said
        assert os.strerror(reason) in said or "no right to write there, or its disk is read-only" in said, said
        assert sorted(tmp_path.rglob("*")) == before
        assert not path.suffix or path.read_text() == "as it was"


def test_a_store_where_nothing_may_be_written_answers_every_question(place: Path):
    before = stored(place)
    asked = [words for words in questions(place) if words[0] != "check"]
    right = [say(*words).stdout for words in asked]
    with nothing_may_be_written_to(place / "store", errno.EROFS):
        assert [say(*words).stdout for words in asked] == right
        assert say("check", "--store", place).exit_code == 0
    assert stored(place) == before


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("load", CORPUS / "cin_good.xml", "--as-at", AS_AT, "--replace"), errno.EROFS),
        (("load", CORPUS / "cin_good.xml", "--add", "--as-at", AS_AT), errno.EACCES),
        (("book", "--as-at", AS_AT, "--status", "validated"), errno.EROFS),
        (("book", "--as-at", AS_AT, "--status", "validated"), errno.EACCES),
    ],
)
def test_a_store_where_nothing_may_be_written_takes_no_load_and_no_book(
    place: Path, words: tuple[object, ...], reason: int
):
    before = stored(place)
    with nothing_may_be_written_to(place / "store", reason), a_short_book():
        done = say(*words, "--store", place)
    assert done.exit_code == 3, done.output
    assert os.strerror(reason) in plain_words(done.stderr), done.stderr
    assert stored(place) == before


def test_a_book_is_refused_before_it_is_worked_out(place: Path, monkeypatch: pytest.MonkeyPatch):
    def worked_out(*_: object, **__: object) -> None:
        raise AssertionError("the book was worked out, and then thrown away")

    monkeypatch.setattr("purplebook.run.release.make_book", worked_out)
    with nothing_may_be_written_to(place / "store", errno.EROFS):
        done = say("book", "--as-at", AS_AT, "--status", "validated", "--store", place)
    assert done.exit_code == 3 and os.strerror(errno.EROFS) in plain_words(done.stderr), done.output


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
    for words, path in files_for_a_person(tmp_path):
        if path.suffix:
            path.write_text("as it was")
        with a_full_disk(8):
            done = say(*words, "--store", place)
        assert done.exit_code == 2, (words, done.output)
        assert "File too large. What was there before is as it was." in plain_words(done.stderr), done.stderr
        assert path.read_text() == "as it was" if path.suffix else not list(path.iterdir())
        assert not list(tmp_path.rglob(PART))


@pytest.mark.parametrize("limit", [0, 500, 4000])
@pytest.mark.parametrize("name", ["annex_a_good.xlsx", "cin_good.xml"])
def test_a_load_on_a_disk_that_fills_changes_nothing_whenever_it_fills(place: Path, name: str, limit: int):
    before = stored(place)
    with a_full_disk(limit):
        done = say("load", CORPUS / name, "--as-at", AS_AT, "--replace", "--store", place)
    assert done.exit_code in (2, 3), done.output
    said = plain_words(done.stderr)
    assert "disk" in said or "File too large" in said, said
    assert "staging-" not in said, "a folder that is gone is no place to make room in"
    assert stored(place) == before


def test_a_book_on_a_full_disk_publishes_nothing(place: Path):
    before = stored(place)
    with a_full_disk(2000), a_short_book():
        done = say("book", "--as-at", AS_AT, "--status", "validated", "--store", place)
    assert done.exit_code == 3 and "What was there before is unchanged" in plain_words(done.stderr), done.stderr
    assert stored(place) == before
    with a_short_book():
        assert say("book", "--as-at", AS_AT, "--status", "validated", "--store", place).exit_code == 0
    assert f"{AS_AT}-v2" in {path.name for path in (place / "store" / "releases").iterdir()}
