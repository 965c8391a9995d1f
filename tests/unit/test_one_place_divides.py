"""Figures are divided and rounded in `results/values.py` alone, and written with decimals in `results/printed/` alone.

Limits, intervals, odds and what is still to come are statistics and no figures; drawings and page widths are geometry.
Every other division that stands in these rooms is named below with what it divides.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "purplebook"
ROOMS = ("results", "outputs", "commands", "run")
VALUES, PRINTED = "results/values.py", "results/printed/"

STATISTICS = ("results/judgement/", "results/lateness/")
GEOMETRY = (
    *("outputs/charts/", "outputs/paper/layout.py", "outputs/paper/word.py", "outputs/paper/word_styles.py"),
    *("outputs/annex_a/workbook.py", "outputs/sheets/write.py", "outputs/sheets/many_rows.py"),
)
NO_FIGURES = {
    "results/book/verdict_table.py": {
        "math.floor(value * 100 + 0.5) / 100": "what a judgement expects, which is no figure",
    },
    "results/compare/benchmarks.py": {
        "(len(ordered) - 1) // 2": "the place of the middle value",
        "len(ordered) // 2": "the place of the middle value",
    },
    "results/compare/earlier_periods.py": {"(first.month - 4) % 12 // 3": "the quarter of a month"},
    "results/snapshots.py": {
        "len(authorities) / max(len(snapshot.authorities), 1)": "how much work one part of a query is",
        "rows * share / most_rows": "how many parts to count in",
        "len(authorities) / count": "authorities into parts",
    },
    "outputs/book/drawn.py": {
        "(event.on - month.first_day).days / ((month.last_day - month.first_day).days + 1)": "a day in its month",
        "number // 26": "the letter of an event",
    },
    "outputs/paper/period_words.py": {"(period.first_day.month - 4) % 12 // 3": "the quarter of a month"},
    "commands/demo_at_scale.py": {
        "sum((file.size for file in snapshot.manifest.files)) // 1000000": "bytes into megabytes"
    },
}
"""What divides and is no figure, by file: the words of the code, and what it divides."""

PATHS = ("store_path", "folder", "out", "path", "place", "root", "store", "FOLDER", "parent")
"""Names of places on a disk, which the same sign joins."""
ROUNDS = ("quantize", "round", "rint", "around", "to_integral_value")


def places() -> Iterator[tuple[str, str]]:
    """Every division, rounding and format with decimals that stands outside the rooms where it is at home."""
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            if name == VALUES or name.startswith((*STATISTICS, *GEOMETRY)):
                continue
            for words in kept_apart(path.read_text("utf-8"), may_write=name.startswith(PRINTED)):
                yield name, words


def kept_apart(source: str, *, may_write: bool = False) -> Iterator[str]:
    """What in this code divides, rounds, or (unless it may) writes a number with decimals."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv) and not joins_paths(node):
            yield ast.unparse(node)
        if isinstance(node, ast.Call) and called(node.func) in ROUNDS:
            yield ast.unparse(node)
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None and not may_write:
            spec = ast.unparse(node.format_spec)
            if "." in spec and spec.rstrip("'\"")[-1] in "fgeFGE%":
                yield ast.unparse(node)


def joins_paths(node: ast.BinOp) -> bool:
    right, left = node.right, node.left
    if isinstance(right, ast.JoinedStr) or (isinstance(right, ast.Constant) and isinstance(right.value, str)):
        return True
    while isinstance(left, ast.BinOp):
        left = left.left
    is_named = ast.unparse(left).rsplit(".", 1)[-1] in PATHS or ast.unparse(right).endswith(("_FILE", "_FOLDER"))
    return isinstance(node.op, ast.Div) and is_named


def called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_no_figure_is_divided_rounded_or_written_with_decimals_elsewhere():
    assert [f"{name}: {words}" for name, words in places() if words not in NO_FIGURES.get(name, {})] == []


def test_every_exception_still_stands():
    standing = set(places())
    assert [
        (name, words) for name, allowed in NO_FIGURES.items() for words in allowed if (name, words) not in standing
    ] == []
    assert [name for name in (VALUES, PRINTED, *STATISTICS, *GEOMETRY) if not (PACKAGE / name).exists()] == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("x = a / b", 1),
        ("x = a // b", 1),
        ("x = out / name", 0),
        ("x = self.path / 'a' / name", 0),
        ("x = each / LIST_FILE", 0),
        ("x = out // name", 1),
        ("x = value.quantize(one)", 1),
        ("x = round(value)", 1),
        ("x = f'{value:,.1f}'", 1),
        ("x = f'{value:,}'", 0),
        ("x = f'{count:.{places}f}'", 1),
        ("x = f'{day:%d.%m}'", 0),
    ],
)
def test_the_check_tells_a_figure_from_a_path_and_a_day(source: str, count: int):
    assert len(list(kept_apart(source))) == count
