"""The house rules that a program can check: imports point down, files stay small, no address of a package registry."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = (
    *("tables", "registers", "store", "sources", "language", "definitions", "council", "engine", "results", "outputs"),
)
"""From the ground up.  A file may import its own layer and those before it."""

ABOVE_ALL = ("", "run", "cli", "commands", "manual", "__main__")
FOR_ALL = ("errors",)
NOT_FOR = {"language": ("sources", "store"), "definitions": ("sources", "store")}
"""Definitions are what analysts edit: they may know what the data is and the words, not where it is kept."""

LONGEST_FILE = 500

# Put together from halves, so that this file does not hold what it looks for.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted"),
        ("registry", "npmjs"),
        ("deb", "debian"),
        ("security", "debian"),
    )
)

PACKAGE = Path(__file__).resolve().parents[2] / "purplebook"


def layer_of(module: str) -> str:
    """The part of the package that a dotted module name belongs to; "" for the package itself."""
    return ([*module.split("."), ""])[1]


def imports_of(source: str, *, module: str, is_package: bool = False) -> Iterator[str]:
    """Every module of ours that `source` imports, also inside functions, with relative imports spelled out."""
    home = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(home[: len(home) - node.level + 1]) if node.level else ""
            base = ".".join(part for part in (start, node.module or "") if part)
            # `from purplebook import store` imports a layer by a name, not by a path.
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "purplebook" else [base]
            names = [name for name in names if name != "purplebook.__version__"]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "purplebook")


def fault(importer: str, imported: str) -> str | None:
    """Why the module `importer` may not import `imported`, or None when it may."""
    home, target = layer_of(importer), layer_of(imported)
    if target in ("", *FOR_ALL) or home == target or home in ABOVE_ALL:
        return None
    if target not in LAYERS:
        return f"{importer} imports {imported}, which is not for the layers below it"
    if home not in LAYERS:
        return f"{importer} is in no layer, and imports {imported}"
    if LAYERS.index(target) > LAYERS.index(home) or target in NOT_FOR.get(home, ()):
        return f"{importer} imports {imported}: {home} may not know {target}"
    return None


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package as a dotted name and its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def test_no_import_points_up():
    faults = [
        why
        for module, path in modules()
        for imported in imports_of(path.read_text("utf-8"), module=module, is_package=path.name == "__init__.py")
        if (why := fault(module, imported))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("importer", "source", "is_allowed"),
    [
        ("purplebook.store.snapshot", "from purplebook.tables import DATA_TABLES", True),
        ("purplebook.store.snapshot", "from purplebook.language.periods import month", False),
        ("purplebook.tables.arrow", "def f():\n    import purplebook.cli", False),
        ("purplebook.tables.arrow", "from purplebook import store", False),
        ("purplebook.store.snapshot", "from ..engine import plan", False),
        ("purplebook.store.snapshot", "from .locks import lock", True),
        ("purplebook.definitions.indicators.referrals", "from purplebook.sources import read", False),
        ("purplebook.language.words", "import purplebook.store", False),
        ("purplebook.definitions.breakdowns", "from purplebook.language import words", True),
        ("purplebook.tables.arrow", "from purplebook.errors import UserError", True),
    ],
)
def test_the_layer_check_tells_right_from_wrong(importer: str, source: str, is_allowed: bool):
    faults = [fault(importer, imported) for imported in imports_of(source, module=importer)]
    assert faults and all((why is None) == is_allowed for why in faults)


def test_no_file_is_too_long_to_read_in_one_sitting():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for _, path in modules()}
    assert not [f"{path.relative_to(PACKAGE)}: {n} lines" for path, n in lengths.items() if n > LONGEST_FILE]


def test_no_tracked_file_names_a_package_registry(root: Path):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout.decode()
    found = [
        f"{name}: {registry}"
        for name in filter(None, listed.split("\0"))
        if (root / name).is_file()
        for registry in REGISTRIES
        if registry.encode() in (root / name).read_bytes()
    ]
    assert not found, found
