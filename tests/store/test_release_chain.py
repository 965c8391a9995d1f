"""A store cannot be talked out of a release: each is held by the list and by the release that was made after it."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from purplebook.errors import StoreError
from purplebook.store import Store
from purplebook.store.check import check_store
from purplebook.store.release_chain import AFTER, MANIFEST_FILE, unchained
from purplebook.store.releases import publish, releases
from tests.store.test_releases import DAY, FACTS, FILES, content, frozen

SEPTEMBER = date(2015, 9, 30)


@pytest.fixture
def three(store: Store) -> Path:
    """A store with releases of two days, in the order v1 of August, v1 of September, v2 of August."""
    frozen(store.path)
    frozen(store.path, day=SEPTEMBER)
    frozen(store.path, facts={**FACTS, "status": "published"})
    return store.path


def the_list(store: Path) -> Path:
    return store / "releases" / "releases.json"


def rewrite(store: Path, name: str, **changed: object) -> None:
    """Forge a manifest, and the list so that it fits."""
    path = store / "releases" / name / MANIFEST_FILE
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **changed}))
    known = json.loads(the_list(store).read_bytes())
    for entry in known["releases"]:
        if entry["id"] == name:
            entry["manifest_sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    the_list(store).write_text(json.dumps(known))


def named(store: Path) -> list[str]:
    return [problem.file for problem in check_store(Store.open(store))]


def cut_to(count: int):
    def cut(path: Path) -> None:
        known = json.loads(path.read_bytes())
        path.write_text(json.dumps({**known, "releases": known["releases"][:count]}))

    return cut


@pytest.mark.parametrize("missing", [3, 2, 1])
@pytest.mark.parametrize("how", ["taken away", "shortened"])
def test_a_list_that_lost_releases_lets_nothing_be_overwritten_and_is_named(how: str, missing: int, three: Path):
    before = {name: held for name, held in content(three / "releases").items() if name != "releases.json"}
    if how == "taken away":
        the_list(three).unlink()
        missing = 3
    else:
        cut_to(3 - missing)(the_list(three))
    for day, files in ((DAY, {**FILES, "book.html": b"<p>forged"}), (SEPTEMBER, FILES), (date(2015, 10, 31), FILES)):
        with pytest.raises(StoreError, match=r"is a release that releases.json does not name.*from a backup"):
            frozen(three, day=day, files=files)
    with pytest.raises(StoreError, match=r"does not name"):
        releases(three)
    assert {name: held for name, held in content(three / "releases").items() if name != "releases.json"} == before
    made = ["releases/2015-08-31-v1", "releases/2015-09-30-v1", "releases/2015-08-31-v2"]
    assert named(three) == sorted(made[3 - missing :])


@pytest.mark.parametrize("words", [b"", b"{", b"[]", b'{"releases": [7]}'])
def test_an_empty_or_broken_list_is_named_by_check(words: bytes, three: Path):
    the_list(three).write_bytes(words)
    assert named(three) == ["releases/releases.json"]


def test_a_copy_of_a_release_under_another_name_is_named(three: Path):
    shutil.copytree(three / "releases" / "2015-08-31-v1", three / "releases" / "2015-08-31-v3")
    assert named(three) == ["releases/2015-08-31-v3"]
    with pytest.raises(StoreError, match=r"2015-08-31-v3 is a release that releases.json does not name"):
        frozen(three, day=date(2015, 10, 31))
    known = json.loads(the_list(three).read_bytes())
    known["releases"].append({**known["releases"][0], "id": "2015-08-31-v3"})
    the_list(three).write_text(json.dumps(known))
    with pytest.raises(StoreError, match=r"2015-08-31-v3.manifest.json is not the manifest of this release"):
        releases(three)


@pytest.mark.parametrize("name", ["2015-08-31-v1", "2015-09-30-v1"])
def test_a_manifest_forged_together_with_the_list_breaks_the_chain(name: str, three: Path):
    rewrite(three, name, status="validated")
    after = {"2015-08-31-v1": "2015-09-30-v1", "2015-09-30-v1": "2015-08-31-v2"}[name]
    assert named(three) == [f"releases/{after}/{MANIFEST_FILE}"]
    with pytest.raises(StoreError, match=rf"{after}.manifest.json does not hold the hash of {name}"):
        releases(three)


def test_a_release_taken_out_with_its_folder_and_its_line_breaks_the_chain(three: Path):
    shutil.rmtree(three / "releases" / "2015-09-30-v1")
    known = json.loads(the_list(three).read_bytes())
    the_list(three).write_text(json.dumps({**known, "releases": known["releases"][::2]}))
    assert named(three) == [f"releases/2015-08-31-v2/{MANIFEST_FILE}"]


def test_a_link_that_was_taken_out_of_a_manifest_is_missed(three: Path):
    path = three / "releases" / "2015-08-31-v2" / MANIFEST_FILE
    known = json.loads(path.read_bytes())
    del known[AFTER]
    path.write_text(json.dumps(known))
    rewrite(three, "2015-08-31-v2")
    assert named(three) == [f"releases/2015-08-31-v2/{MANIFEST_FILE}"]


def test_a_list_in_another_order_breaks_the_chain(three: Path):
    known = json.loads(the_list(three).read_bytes())
    the_list(three).write_text(json.dumps({**known, "releases": known["releases"][::-1]}))
    assert named(three)


def test_releases_from_before_there_was_a_chain_are_accepted_and_held_by_the_first_since(store: Store):
    frozen(store.path)
    path = store.path / "releases" / "2015-08-31-v1" / MANIFEST_FILE
    known = json.loads(path.read_bytes())
    del known[AFTER]
    path.write_text(json.dumps({**known, "version": 1}))
    rewrite(store.path, "2015-08-31-v1")
    assert named(store.path) == [] and unchained(store.path) == ("2015-08-31-v1",)
    # The same book made again is the same release, though today's would hold a link.
    assert publish(store.path, as_at=DAY, contents=lambda _: (FILES, FACTS))[1] is False
    frozen(store.path, day=SEPTEMBER)
    assert named(store.path) == []
    rewrite(store.path, "2015-08-31-v1", status="forged")
    assert named(store.path) == [f"releases/2015-09-30-v1/{MANIFEST_FILE}"]


def test_a_name_in_the_list_is_never_a_way_out_of_the_store(store: Store):
    frozen(store.path)
    text = the_list(store.path).read_text().replace("2015-08-31-v1", "../snapshots")
    the_list(store.path).write_text(text)
    with pytest.raises(StoreError, match=r"releases.json cannot be read"):
        releases(store.path)


def test_what_a_release_is_held_against_is_worked_out_again_when_another_was_published_meanwhile(store: Store):
    asked = []

    def contents(earlier):
        asked.append([release.id for release in earlier])
        if len(asked) == 1:
            frozen(store.path)
        last = earlier[-1].id if earlier else None
        return FILES, {**FACTS, "status": "published", "previous": last}

    release, is_new = publish(store.path, as_at=DAY, contents=contents)
    assert asked == [[], ["2015-08-31-v1"]]
    assert (release.id, release.manifest["previous"], is_new) == ("2015-08-31-v2", "2015-08-31-v1", True)


def test_a_draft_that_is_a_symbolic_link_is_never_written_through(store: Store, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "book.html").write_text("another's")
    (store.path / "staging-release").symlink_to(elsewhere)
    frozen(store.path)
    assert (elsewhere / "book.html").read_text() == "another's" and len(list(elsewhere.iterdir())) == 1
    assert named(store.path) == []
