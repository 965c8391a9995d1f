"""Whatever the product offers, the product uses: a function that only a test calls is kept alive by its test."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PLACES = ("purplebook", "purplebook_demo", "docs", "benchmarks")

WANTED = {
    "convert": "click asks a kind of option for it",
    "find_spec": "Python asks it where a module lies",
    "writelines": "standard output is a stream to whoever prints, and what it lacks would go past it",
    "printed_2015": "what the paper of 2015 printed beside its figures: tests hold the published statistics against it",
    "is_of_words": "the template of the paper asks which columns of a table hold sentences",
    "sentences_printed": "the paper sentence by sentence: what takes a register away and looks which of them go",
}
"""Names that nothing of ours uses yet, each with the reason why it stays."""

CALLED_BY_OTHERS = re.compile(r"__\w+__|visit_\w+|_repr_\w+_|to_(arrow|pandas|polars)")
"""Names that Python, a library or a notebook calls."""


def declared(tree: ast.Module) -> Iterator[str]:
    """The public functions, classes and methods of a module; those that a decorator hands on are used by it."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not _is_handed_on(node):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (
                part.name for part in node.body if isinstance(part, ast.FunctionDef) and not _is_handed_on(part)
            )


def _is_handed_on(node: ast.FunctionDef | ast.ClassDef) -> bool:
    names = {ast.unparse(decorator).split("(")[0] for decorator in node.decorator_list}
    return any(name.startswith(("click.", "pytest.")) or name.endswith((".command", ".group")) for name in names)


def used(tree: ast.Module) -> Iterator[str]:
    """Every name that a module mentions: as a name, after a dot, in an import, or in an annotation written as text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names if alias.asname)


def unused(sources: dict[str, str]) -> set[str]:
    """The declared names that nothing mentions but the place where they are declared."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    mentions = Counter(name for tree in trees.values() for name in set(used(tree)))
    return {
        f"{module}: {name}"
        for module, tree in trees.items()
        for name in declared(tree)
        if not name.startswith("_") and not CALLED_BY_OTHERS.fullmatch(name) and not mentions[name]
    }


def ours(root: Path) -> dict[str, str]:
    """Every Python file of the product, its documents and its benchmarks."""
    paths = (path for place in PLACES for path in sorted((root / place).rglob("*.py")))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}


def test_nothing_is_there_for_tests_alone(root: Path):
    strangers = {name for name in unused(ours(root)) if name.rpartition(" ")[2] not in WANTED}
    assert not strangers, "Only tests call these. Use them or delete them:\n" + "\n".join(sorted(strangers))


def test_what_is_wanted_is_there_and_still_unused(root: Path):
    names = {name.rpartition(" ")[2] for name in unused(ours(root))}
    assert set(WANTED) <= names, "Take these from WANTED: they are used, or gone."


def test_the_check_tells_what_is_used_from_what_is_not():
    sources = {
        "a": "def one():\n    pass\ndef two():\n    return one()\nclass Three:\n    def four(self):\n        pass",
        "b": "import a\na.two()\n",
    }
    assert unused(sources) == {"a: Three", "a: four"}
