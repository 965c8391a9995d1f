"""Commands turn words into one call of `run/`; the invented council knows the product as any program would."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMANDS_MAY_KNOW = ("run", "commands", "errors", "__version__")
DEMO_MAY_KNOW = ("tables", "errors")
CALLS_THE_DEMO = {"demo.py", "demo_at_scale.py"}


def imports_of(path: Path) -> Iterator[tuple[str, str]]:
    """Every module that a file imports, in functions and for types too, with what it takes of it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are spelled out here"
            yield from ((node.module or "", alias.name) for alias in node.names)


def rooms_known_by(path: Path) -> Iterator[str]:
    """The rooms of purplebook that a file imports from; "" for a name of the public face."""
    for module, name in imports_of(path):
        package, _, rest = module.partition(".")
        if package == "purplebook":
            room = rest.split(".")[0]
            is_room = not room and (ROOT / "purplebook" / name).is_dir()
            yield room or (name if is_room or name == "__version__" else "")


def test_commands_know_only_what_runs():
    faults = [
        f"{path.name} knows {room or 'the public face'}"
        for path in sorted((ROOT / "purplebook/commands").glob("*.py"))
        for room in rooms_known_by(path)
        if room not in COMMANDS_MAY_KNOW
    ]
    assert not faults, faults


def test_the_invented_council_knows_the_public_face_and_the_tables():
    faults = [
        f"{path.relative_to(ROOT)} knows {room}"
        for path in sorted((ROOT / "purplebook_demo").rglob("*.py"))
        for room in rooms_known_by(path)
        if room and room not in DEMO_MAY_KNOW
    ]
    assert not faults, faults


def test_only_the_demo_command_knows_the_invented_council():
    known_by = {
        path.name
        for path in (ROOT / "purplebook").rglob("*.py")
        for module, _ in imports_of(path)
        if module.split(".")[0] == "purplebook_demo"
    }
    assert known_by == CALLS_THE_DEMO
