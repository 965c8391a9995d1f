"""Every command that the documents tell people to type, typed in a copy of what the demo makes.

The tour is taken as a whole in test_tour.py, and what it shows is compared with what is printed.
"""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest

from docs.tour import README_END, README_START
from purplebook.run.release import make_release
from purplebook.store import Store

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "docs/guide/performance-analyst.md", "docs/guide/purple-book.md")
WANT_YOUR_OWN_FILES = (
    "purplebook load ~/extract/Annex_A.xlsx --as-at 2026-10-31",
    "purplebook load ~/returns --as-at 2026-10-31",
    "purplebook load postgresql+psycopg://server/ssd",
    "purplebook load extract/ --as-at 2015-08-31",
    "purplebook benchmarks import ~/Downloads/statistics.csv",
    "purplebook benchmarks refresh",
    "purplebook benchmarks",
)


def written_by_hand(name: str) -> str:
    """A document without the tour that `make docs` writes into it."""
    before, _, rest = (ROOT / name).read_text("utf-8").partition(README_START)
    return before + rest.partition(README_END)[2]


def commands() -> tuple[str, ...]:
    """Each `purplebook …` line of the documents' bash blocks, once, without its comment."""
    blocks = [
        block
        for name in DOCUMENTS
        for block in re.findall(r"^```bash\n(.*?)^```", written_by_hand(name), flags=re.DOTALL | re.MULTILINE)
    ]
    lines = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return tuple(dict.fromkeys(line for line in lines if line.startswith("purplebook ")))


@pytest.fixture(scope="module")
def demo_copy(demo_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo's folder that commands may write in, with the two books that some of them ask about.

    Workers share the commands out, so no command may lean on one before it.
    """
    folder = tmp_path_factory.mktemp("documents") / "demo-output"
    shutil.copytree(demo_output, folder, ignore=shutil.ignore_patterns("files"))
    store = Store.open(folder / "store")
    for day in (date(2015, 8, 31), date(2015, 9, 30)):
        make_release(store, day, status="provisional")
    return folder


@pytest.mark.parametrize("line", [line for line in commands() if line not in WANT_YOUR_OWN_FILES])
def test_a_command_of_the_documents_ends_well(line: str, demo_copy: Path, run):
    done = run(*shlex.split(line)[1:], cwd=demo_copy)
    assert done.returncode == 0, done.stderr


def test_only_commands_that_the_documents_still_have_are_left_out():
    assert set(WANT_YOUR_OWN_FILES) <= set(commands())
    assert len(commands()) > 15


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_shows_output_that_was_typed_by_hand(name: str):
    assert "```text" not in written_by_hand(name)
