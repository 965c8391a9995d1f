"""What CONTRIBUTING.md says of adding something, done as its pages say it, in a scratch copy of the repository."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.change_tasks import do, insert, steps_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "contributing").glob("*.md"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """What the repository holds, and nothing that was made in it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    folder = tmp_path / "copy"
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    # Some tests ask git which files there are.
    subprocess.run("git init --quiet && git add --all", shell=True, cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_tells_to_do_can_be_done_and_works(page: Path, copy: Path, tiny_store: Path):
    do(page.read_text("utf-8"), copy, store=tiny_store)


def test_contributing_leads_to_every_page_and_to_no_other():
    named = re.findall(r"\]\(docs/contributing/([^)]+)\)", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert sorted(set(named)) == [page.name for page in PAGES]
    assert {"an-indicator", "a-register", "a-format", "a-section", "a-command"} <= {page.stem for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_adds_something_and_sees_it_work(page: Path):
    kinds = [step.says.split(" ")[0] if step.says else step.kind for step in steps_of(page.read_text("utf-8"))]
    assert {"New", "bash"} <= set(kinds)
    assert "It" in kinds, "nothing is looked at"


def test_a_line_that_is_there_twice_is_no_place_to_put_anything(tmp_path: Path):
    (tmp_path / "x.py").write_text("a = 1\nb = 2\na = 3\n")
    with pytest.raises(AssertionError, match="2 lines that start with “a =”"):
        insert(tmp_path / "x.py", "c = 4\n", side="after", line="a =")
    insert(tmp_path / "x.py", "c = 4\n", side="before", line="b =")
    assert (tmp_path / "x.py").read_text() == "a = 1\nc = 4\nb = 2\na = 3\n"
