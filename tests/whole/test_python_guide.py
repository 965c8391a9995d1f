"""The guide to purplebook from Python and its notebook: every block is run, and gives what stands under it."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import purplebook as pb

ROOT = Path(__file__).resolve().parents[2]
GUIDE, NOTEBOOK = ROOT / "docs/guide/python.md", ROOT / "docs/guide/purplebook.ipynb"
BLOCK = re.compile(r"^```(python|text)\n(.*?)^```", flags=re.DOTALL | re.MULTILINE)


def shown(code: str, names: dict[str, Any]) -> tuple[str, Any]:
    """What a block prints, or the text of its last line's value, and that value; its names are left in `names`."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<block>", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<block>", "eval"), names)
    return printed.getvalue() or f"{value!r}\n", value


@pytest.fixture(scope="module")
def council(demo_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `make demo` has been run, that the blocks may write in."""
    folder = tmp_path_factory.mktemp("python")
    shutil.copytree(demo_output, folder / "demo-output", ignore=shutil.ignore_patterns("other-months", "paper"))
    return folder


def test_every_block_of_the_guide_gives_what_stands_under_it(council: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(council)
    blocks = BLOCK.findall(GUIDE.read_text("utf-8"))
    names: dict[str, Any] = {}
    given, checked = "", 0
    for kind, text in blocks:
        if kind == "python":
            given, _ = shown(text, names)
        else:
            assert given == text
            checked += 1
    assert checked == len(blocks) / 2 > 8


def test_the_notebook_gives_a_figure_and_its_children_in_ten_lines(council: Path, monkeypatch: pytest.MonkeyPatch):
    place = council / "docs/guide"
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    cells = ["".join(cell["source"]) for cell in notebook()["cells"] if cell["cell_type"] == "code"]
    assert sum(bool(line.strip()) for cell in cells for line in cell.splitlines()) <= 10
    names: dict[str, Any] = {}
    values = [shown(cell, names)[1] for cell in cells]
    figures, rows = names["figures"], names["rows"]
    assert isinstance(figures, pb.Figures) and isinstance(rows, pb.Rows)
    figure = figures.figure("CP01", "2015-08-31")
    assert figure is not None and len(rows) == figure.value == 265
    assert [value for value in values if isinstance(value, bool)] == [True]


def test_the_notebook_is_one_that_jupyter_opens_and_holds_no_output():
    book = notebook()
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in book["cells"]]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name) for name in ids)
    for cell in book["cells"]:
        assert cell["cell_type"] in ("markdown", "code") and isinstance(cell["source"], list)
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None


def notebook() -> dict[str, Any]:
    return json.loads(NOTEBOOK.read_text("utf-8"))
