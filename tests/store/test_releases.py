"""Releases are written once, whole or not at all, are the same bytes anywhere, and tell when they were altered."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from purplebook.errors import NoDataError, StoreError
from purplebook.store import Store
from purplebook.store.releases import Release, publish, release_named, releases
from tests.store.test_damage import change_a_byte

DAY = date(2015, 8, 31)
FILES = {"figures.parquet": b"figures", "book.html": b"<p>book", "changes.csv": b"indicator\n"}
FACTS = {"status": "provisional", "previous": None, "targets_sha256": ""}


def frozen(store: Path, *, day: date = DAY, files=FILES, facts=FACTS, made_at: datetime | None = None) -> Release:
    return publish(store, as_at=day, contents=lambda _: (files, facts), made_at=made_at)[0]


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_release_in_two_stores_at_two_times_is_the_same_bytes_but_for_the_list(tmp_path: Path):
    stores = [Store.create(tmp_path / name).path for name in ("one", "another place")]
    made = [
        frozen(store, files=dict(files), made_at=datetime(year, 1, 2, tzinfo=UTC))
        for store, files, year in zip(stores, (FILES.items(), reversed(FILES.items())), (2020, 2031), strict=True)
    ]
    one, other = (content(release.path) for release in made)
    assert one == other and set(one) == {*FILES, "manifest.json"}
    assert [release.made_at[:4] for release in made] == ["2020", "2031"]
    told = one["manifest.json"].decode()
    assert "2020" not in told and "2031" not in told and str(tmp_path) not in told


def test_the_same_things_twice_are_one_release_and_anything_else_is_another(store: Store):
    first = frozen(store.path)
    before = content(store.path / "releases")
    again, is_new = publish(store.path, as_at=DAY, contents=lambda _: (FILES, {**FACTS, "previous": first.id}))
    assert (again.id, is_new) == (first.id, False)
    assert content(store.path / "releases") == before
    assert frozen(store.path, facts={**FACTS, "status": "published"}).id == "2015-08-31-v2"
    assert frozen(store.path, facts={**FACTS, "targets_sha256": "ab"}).id == "2015-08-31-v3"
    assert frozen(store.path, files={**FILES, "book.html": b"<p>boot"}).id == "2015-08-31-v4"
    # Only the latest counts: what was published and then changed is published anew.
    assert frozen(store.path).id == "2015-08-31-v5"
    assert frozen(store.path, day=date(2015, 9, 30)).id == "2015-09-30-v1"
    assert content(store.path / "releases" / first.id) == {
        name.split("/")[1]: held for name, held in before.items() if name.startswith(first.id)
    }


def test_a_release_is_asked_for_by_its_name_or_its_day(store: Store):
    with pytest.raises(NoDataError, match="none yet; make one with `purplebook book"):
        release_named(store.path, "2015-08-31")
    frozen(store.path)
    second = frozen(store.path, facts={**FACTS, "status": "validated"})
    assert release_named(store.path, "2015-08-31-v1").manifest["status"] == "provisional"
    assert release_named(store.path, "2015-08-31").id == second.id
    assert second.as_at == DAY
    with pytest.raises(NoDataError, match="There are: 2015-08-31-v1, 2015-08-31-v2"):
        release_named(store.path, "2015-09-30")


@pytest.mark.parametrize("name", sorted(FILES))
def test_an_altered_file_is_refused_by_its_name(name: str, store: Store):
    made = frozen(store.path)
    assert made.file(name).read_bytes() == FILES[name]
    change_a_byte(made.path / name)
    with pytest.raises(StoreError, match=rf"{name} is not as it was published"):
        release_named(store.path, made.id).file(name)


def test_a_missing_file_one_that_never_was_and_a_broken_manifest_are_named(store: Store):
    made = frozen(store.path)
    with pytest.raises(
        StoreError, match=r"has no file 'children.csv'\. It has: book.html, changes.csv, figures.parquet"
    ):
        made.file("children.csv")
    (made.path / "book.html").unlink()
    with pytest.raises(StoreError, match=r"book.html cannot be read"):
        made.file("book.html")
    (made.path / "manifest.json").unlink()
    with pytest.raises(StoreError, match=r"2015-08-31-v1.manifest.json cannot be read"):
        releases(store.path)


def test_a_manifest_made_to_fit_an_altered_file_is_named_because_the_list_holds_its_hash(store: Store):
    made = frozen(store.path)
    known = json.loads((made.path / "manifest.json").read_bytes())
    known["status"] = "published"
    (made.path / "manifest.json").write_text(json.dumps(known))
    with pytest.raises(StoreError, match=r"2015-08-31-v1.manifest.json is not as it was published"):
        releases(store.path)


@pytest.mark.parametrize(
    "words", [b"", b"[", b"[]", b'{"version": 1}', b'{"releases": [{"id": "2015-08-31-v1"}]}', b'{"releases": [1]}']
)
def test_a_broken_list_is_named_and_nothing_is_published_over_it(words: bytes, store: Store):
    frozen(store.path)
    listed = store.path / "releases" / "releases.json"
    listed.write_bytes(words)
    for attempt in (lambda: releases(store.path), lambda: frozen(store.path, day=date(2015, 9, 30))):
        with pytest.raises(StoreError, match=r"releases.json cannot be read"):
            attempt()
    assert listed.read_bytes() == words
    assert [path.name for path in listed.parent.iterdir() if path.is_dir()] == ["2015-08-31-v1"]


def test_only_the_owner_can_read_a_release(store: Store):
    made = frozen(store.path)
    held = [made.path, made.path.parent, *made.path.iterdir(), made.path.parent / "releases.json"]
    assert {path.stat().st_mode & 0o077 for path in held} == {0}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not known on Windows")
def test_a_release_killed_before_any_of_its_steps_is_there_whole_or_not_at_all(tmp_path: Path, root: Path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_releases", str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["killed"] == seen["steps"] - 1 > 15
    # Killed after it was in its place, a release is kept; killed before, it never was.
    assert 1 < seen["kept"] < seen["killed"]
