"""The house rules that a program can check: who may import whom, where SQL stands, how long files are."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("purplebook", "purplebook_demo")
FACE, FOR_ALL = "purplebook", ("tables", "errors")
KEEP_RECORDS = ("engine", "store", "sources")
"""The rooms that may hold SQL and connections to a database."""

DATABASES = ("duckdb", "sqlalchemy", "sqlite3", "psycopg", "pyodbc")
SQL = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bCREATE\s+(OR\s+REPLACE\s+)?(TEMP\s+)?(TABLE|VIEW)\b|\bINSERT\s+INTO\b|\bGROUP\s+BY\b"
    r"|\bread_parquet\(",
    re.DOTALL,
)
"""Text that a database would run; SQL is written with capitals here, so English is not taken for it."""

ONE_OF_A_NAME = ("periods",)
"""Names of files of which there is one: elsewhere a file is called by what is in it."""

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


@cache
def allowed() -> Mapping[str, frozenset[str]]:
    """The table of allowed imports in ARCHITECTURE.md: each room with the rooms that it may import."""
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = page.partition("<!-- The table of allowed imports.")[2].partition("<!-- The end of the table. -->")[0]
    rows = (re.findall(r"[^|]+", line) for line in table.splitlines() if line.startswith("| `"))
    return {room.strip(" `"): frozenset(re.findall(r"`(\w+)`", rooms)) for room, rooms, _ in rows}


def room_of(module: str) -> str:
    """The room that a dotted module name belongs to; the package itself is the public face."""
    package, *rest = module.split(".")
    if package != "purplebook":
        return package
    room = rest[0] if rest else FACE
    # `purplebook.open_store` is a name of the face, and no room.
    is_room = (ROOT / "purplebook" / room).is_dir() or (ROOT / "purplebook" / f"{room}.py").is_file()
    return {"__main__": "cli"}.get(room, room) if is_room else FACE


def imports_of(source: str, *, module: str, is_package: bool = False) -> Iterator[str]:
    """Every module of ours that `source` imports, also inside functions, with relative imports spelled out."""
    home = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(home[: len(home) - node.level + 1]) if node.level else ""
            base = ".".join(part for part in (start, node.module or "") if part)
            # `from purplebook import store` imports a room by a name, not by a path.
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "purplebook" else [base]
            names = [name for name in names if name != "purplebook.__version__"]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in PACKAGES)


def fault(importer: str, imported: str) -> str | None:
    """Why the module `importer` may not import `imported`, or None when it may."""
    home, target = room_of(importer), room_of(imported)
    if home == target or (target in FOR_ALL and home != "errors"):
        return None
    if home not in allowed():
        return f"{importer} is in no room of ARCHITECTURE.md, and imports {imported}"
    if target not in allowed()[home]:
        return f"{importer} imports {imported}: {home} may not know {target}"
    return None


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the packages as a dotted name and its file."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


@cache
def imports() -> tuple[tuple[str, str], ...]:
    """Every import of the packages: who imports what."""
    return tuple(
        (module, imported)
        for module, path in modules()
        for imported in imports_of(path.read_text("utf-8"), module=module, is_package=path.name == "__init__.py")
    )


def loaded_with(source: str, *, module: str, known: frozenset[str]) -> Iterator[str]:
    """The modules that are imported while a module loads: not inside functions, and not for types alone."""

    def of(body: list[ast.stmt]) -> Iterator[str]:
        for node in body:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield inner if inner in known else node.module
            elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                yield from of(node.orelse)
            elif isinstance(node, ast.If | ast.Try | ast.With | ast.ClassDef):
                yield from of([*node.body, *getattr(node, "orelse", [])])

    yield from (name for name in of(ast.parse(source).body) if name in known and name != module)


def round_trip(graph: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Names that lead back to themselves, in order, or () where none does."""
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> tuple[str, ...]:
        if name in way:
            return way[way.index(name) :]
        if name not in done:
            for following in sorted(graph.get(name, ())):
                if circle := walk(following, (*way, name)):
                    return circle
            done.add(name)
        return ()

    return next((circle for name in sorted(graph) if (circle := walk(name, ()))), ())


def test_every_room_is_in_the_architecture_and_imports_only_what_it_may():
    faults = [why for importer, imported in imports() if (why := fault(importer, imported))]
    assert not faults, "\n".join(faults)


def test_every_room_that_is_named_is_there():
    rooms = {room_of(module) for module, _ in modules()} - {"errors"}
    assert rooms == set(allowed())


def test_no_two_rooms_import_each_other():
    graph: dict[str, set[str]] = defaultdict(set)
    for importer, imported in imports():
        if room_of(importer) != room_of(imported) and room_of(imported) != FACE:
            graph[room_of(importer)].add(room_of(imported))
    assert not round_trip(graph)


def test_no_module_waits_for_itself_to_load():
    known = frozenset(module for module, _ in modules())
    graph = {
        module: set(loaded_with(path.read_text("utf-8"), module=module, known=known)) for module, path in modules()
    }
    assert not round_trip(graph)


def sql_or_connection(source: str) -> Iterator[str]:
    """Each piece of SQL, and each import of a database, in a source; what documents a module is no SQL."""
    tree = ast.parse(source)
    told = {
        node.value
        for parent in ast.walk(tree)
        if isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef)
        for node in parent.body
        if isinstance(node, ast.Expr)
    }
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "?" for part in node.values)
            if SQL.search(text):
                yield f"line {node.lineno}: SQL"
        elif isinstance(node, ast.Constant) and node not in told and node not in parts:
            if SQL.search(str(node.value)):
                yield f"line {node.lineno}: SQL"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            yield from (f"line {node.lineno}: {name}" for name in names if name.split(".")[0] in DATABASES)


def test_sql_and_connections_stand_only_where_records_are_kept():
    strangers = [
        f"{module} {what}"
        for module, path in modules()
        if room_of(module) not in KEEP_RECORDS
        for what in sql_or_connection(path.read_text("utf-8"))
    ]
    assert not strangers, "Ask engine/records/ instead:\n" + "\n".join(strangers)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('run(f"SELECT {x} FROM visit")', 1),
        ('QUERY = """\nSELECT a\nFROM visit\n"""', 1),
        ('run("CREATE TEMP VIEW a AS b")', 1),
        ("def f():\n    import duckdb", 1),
        ("from sqlalchemy.engine import Engine", 1),
        ('"""We SELECT rows FROM a table."""\nx = 1', 0),
        ('say("Select the rows from the list")', 0),
    ],
)
def test_sql_is_told_from_english(source: str, count: int):
    assert len(list(sql_or_connection(source))) == count


def test_only_one_place_chooses_the_engine():
    outside = [importer for importer, imported in imports() if imported.startswith("purplebook.engine.duckdb")]
    outside = [name for name in outside if not name.startswith("purplebook.engine.duckdb")]
    assert set(outside) == {"purplebook.engine.chosen"}


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
        ("purplebook.errors", "from purplebook.tables import DATA_TABLES", False),
        ("purplebook.outputs.annex_a.write", "from purplebook.store import Snapshot", False),
        ("purplebook.results.figures", "from purplebook.sources import read", False),
        ("purplebook.commands.book", "from purplebook.results.book import make", False),
        ("purplebook_demo.scale.make", "from purplebook import open_store", True),
        ("purplebook_demo.scale.make", "from purplebook.store import Store", False),
        ("purplebook.somewhere.new", "from purplebook.store import Store", False),
    ],
)
def test_the_check_of_imports_tells_right_from_wrong(importer: str, source: str, is_allowed: bool):
    faults = [fault(importer, imported) for imported in imports_of(source, module=importer)]
    assert faults and all((why is None) == is_allowed for why in faults)


def test_a_way_round_is_found():
    assert round_trip({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ("b", "c")
    assert round_trip({"a": {"b", "c"}, "b": {"c"}}) == ()


def test_a_name_that_says_little_is_given_once():
    for stem in ONE_OF_A_NAME:
        named = [path.relative_to(ROOT).as_posix() for _, path in modules() if path.stem == stem]
        assert len(named) <= 1, f"Call each by what is in it: {', '.join(named)}"


def test_no_file_is_too_long_to_read_in_one_sitting():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for _, path in modules()}
    assert not [f"{path.relative_to(ROOT)}: {n} lines" for path, n in lengths.items() if n > LONGEST_FILE]


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
