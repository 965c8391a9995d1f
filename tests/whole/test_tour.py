"""The guided tour, taken as a reader takes it: ten commands from the paper's front page to one child and back."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from docs import tour as guide
from docs.tour import DAY, DEMO_FOLDER, PAGE, README, Tour

ROOT = Path(__file__).resolve().parents[2]
ANEW = "is not what the commands print today. Run `make docs` and look at what changed."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tour")


@pytest.fixture(scope="module")
def taken(folder: Path) -> Tour:
    """The tour, its commands run one after another; a command that fails stops it with what it said."""
    return guide.take(folder)


@pytest.mark.parametrize("path", [PAGE, README])
def test_what_the_pages_show_is_what_the_commands_print(path: str, taken: Tour):
    assert guide.pages_of(taken)[path] == (ROOT / path).read_text("utf-8"), f"{path} {ANEW}"


def test_the_readme_has_the_same_ten_commands_as_the_page(taken: Tour):
    in_readme = [line for line in taken.readme.splitlines() if line.startswith("purplebook ")]
    assert in_readme == list(taken.commands)
    assert len(taken.commands) == 10
    assert {command.split()[1] for command in taken.commands} == {
        *("demo", "figures", "explain", "list", "chronology", "counted", "paper")
    }


def test_every_command_of_the_page_is_one_that_was_run(taken: Tour):
    blocks = re.findall(r"^```bash\n(.*?)^```", taken.page, flags=re.DOTALL | re.MULTILINE)
    typed = [line for block in blocks for line in block.splitlines()]
    assert typed == [taken.commands[0], f"cd {DEMO_FOLDER}", *taken.commands[1:]]


def test_the_front_page_the_figure_and_the_list_say_the_same_number(taken: Tour, folder: Path):
    children = taken.facts["children"]
    assert f"there were {children} children with a child protection plan" in taken.facts["sentence"]
    listed = guide.run(f"purplebook list CP01 --period {DAY} --format csv", cwd=folder / DEMO_FOLDER)
    rows = list(csv.DictReader(io.StringIO(listed)))
    assert len(rows) == int(children) > 100
    assert rows[0]["la_child_id"] == taken.facts["child"]


def test_the_tour_ends_with_the_very_paper_it_began_with(taken: Tour, folder: Path):
    first, again = folder / DEMO_FOLDER / "paper", folder / DEMO_FOLDER / "again"
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted(path.name for path in again.iterdir()) and len(names) == 4
    for name in names:
        assert (first / name).read_bytes() == (again / name).read_bytes(), name


def test_the_child_of_the_tour_is_counted_by_the_figure_it_began_with(taken: Tour):
    counted = taken.page.partition("## 8.")[2].partition("## 9.")[0]
    assert re.search(r"^CP01 .* 1 +counted$", counted, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("", "a\nb\nc"), (" first=2", "a\nb\n…"), (" first=1 last=1", "a\n…\nc"), (" first=2 last=1", "a\nb\nc")],
)
def test_an_excerpt_marks_what_it_leaves_out(shown: str, expected: str):
    assert guide.excerpt("a\nb\nc\n", shown) == expected


def test_a_command_that_fails_stops_the_tour(tmp_path: Path):
    with pytest.raises(RuntimeError, match="ended with 3"):
        guide.run("purplebook list CP01", cwd=tmp_path)
