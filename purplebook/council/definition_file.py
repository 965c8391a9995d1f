"""Reads one file of a council's `definitions/`: looked over before a line of it runs, then run by itself.

A definition says what is counted and needs nothing but the words for it. A file that imports anything else, or reaches
round them, is refused unread: it could read or send records.
"""

from __future__ import annotations

import ast
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from purplebook.council.faults import Fault, nearest
from purplebook.council.toml_file import text_of
from purplebook.errors import DefinitionError
from purplebook.language.indicators import Breakdown, Indicator

MAY_IMPORT = ("purplebook.language", "purplebook.definitions", "purplebook.tables")
PLAIN_HELP = ("datetime", "__future__")
"""Days and annotations: they reach nothing."""
FORBIDDEN = (
    *("open", "eval", "exec", "compile", "input", "breakpoint", "getattr", "setattr", "delattr", "globals", "locals"),
    *("vars", "memoryview", "exit", "quit", "help", "print"),
)
REACHING = (
    *("os", "sys", "io", "subprocess", "socket", "shutil", "pathlib", "importlib", "builtins", "ctypes", "inspect"),
    *("modules", "system", "popen"),
)
"""What a room of ours knows for its own work, and a definition could only come by round it."""
NAMES = ("INDICATORS", "BREAKDOWNS")
HOW_INDICATORS = "Write: INDICATORS = (my_indicator,), a list of what `indicator(…)` gave."
HOW_BREAKDOWNS = 'Write: BREAKDOWNS = {"CP01": (my_breakdown,)}, the indicators that each is added to.'


@dataclass(frozen=True)
class DefinitionFile:
    """What one file declares: indicators, and the breakdowns it adds to shipped ones, with the line of each name."""

    path: Path
    indicators: tuple[Indicator, ...] = ()
    breakdowns: tuple[tuple[str, Breakdown], ...] = ()
    lines: Mapping[str, int] | None = None
    faults: tuple[Fault, ...] = ()

    def line_of(self, words: str) -> int | None:
        """The line that first names an id or a breakdown."""
        return (self.lines or {}).get(words)


def read_definitions(path: Path) -> DefinitionFile:
    """What the file declares; where it has faults it was not run, or nothing it gave is used."""
    text = text_of(path)
    if isinstance(text, Fault):
        return DefinitionFile(path, faults=(text,))
    try:
        tree = ast.parse(text, str(path))
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        return DefinitionFile(
            path, faults=(Fault(path, line, f"this is not Python: {getattr(error, 'msg', error)}.", "Mend this line."),)
        )
    if all(isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) for part in tree.body):
        # Remarks alone, as in a new folder: nothing is declared yet, and nobody is misled.
        return DefinitionFile(path)
    faults = tuple(_forbidden(tree, path))
    if faults:
        return DefinitionFile(path, faults=faults)
    space: dict[str, Any] = {"__name__": f"council_definitions_{path.stem}", "__file__": str(path)}
    try:
        exec(compile(tree, str(path), "exec", dont_inherit=True), space)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        # SystemExit too: a file that stops the program would otherwise end the command without a word.
        return DefinitionFile(path, faults=(_failed(error, path),))
    return _declared(space, path, _lines_of_words(tree))


def _forbidden(tree: ast.AST, path: Path) -> Iterator[Fault]:
    """Every import of what a definition may not know, and every way round the words."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = ["." * node.level + (node.module or "")]
            yield from (_reaches(path, node.lineno, part.name) for part in node.names if _is_round(part.name))
        for name in names:
            if not _may_import(name):
                yield Fault(
                    path,
                    getattr(node, "lineno", None),
                    f"it imports {name}, which a definition may not know.",
                    f"Import only from {', '.join(MAY_IMPORT)}.",
                )
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            yield Fault(
                path,
                node.lineno,
                f"it sets {ast.unparse(node)}, and what others read may not be changed.",
                "Give it a name of its own, without a dot.",
            )
        if isinstance(node, ast.Name) and node.id in FORBIDDEN:
            yield _reaches(path, node.lineno, node.id)
        elif isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name.startswith("__") or (isinstance(node, ast.Attribute) and _is_round(name)):
                yield _reaches(path, node.lineno, name)


def _is_round(name: str) -> bool:
    """Whether a name of another module leads round the words: what is private there, or what reaches files."""
    return name.startswith("_") or name in REACHING


def _may_import(name: str) -> bool:
    return name in PLAIN_HELP or any(name == room or name.startswith(f"{room}.") for room in MAY_IMPORT)


def _reaches(path: Path, line: int, name: str) -> Fault:
    return Fault(
        path,
        line,
        f"it uses {name}, which a definition may not.",
        "Say what is counted in the words of purplebook.language.",
    )


def _failed(error: BaseException, path: Path) -> Fault:
    """The fault at the line of the file that was running."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    line = frames[-1].lineno if frames else None
    words = _words_of(error)
    if isinstance(error, DefinitionError):
        # A word of the language says where it stands itself; the fault says it for all.
        return Fault(path, line, " ".join(getattr(error, "problem", words).split()), "")
    if isinstance(error, ImportError | AttributeError | NameError):
        return Fault(
            path, line, f"{words}.", "Write a name that there is: docs/generated/tables.md has the tables and columns."
        )
    return Fault(path, line, f"it stops here: {type(error).__name__}: {words}.", "Mend this line.")


def _words_of(error: BaseException) -> str:
    try:
        return " ".join(str(error).split()) or "it says no more"
    except Exception:
        return "it says no more"


def _lines_of_words(tree: ast.AST) -> Mapping[str, int]:
    lines: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            lines[node.value] = min(node.lineno, lines.get(node.value, node.lineno))
        elif isinstance(node, ast.Name):
            lines.setdefault(node.id, node.lineno)
    return lines


def _declared(space: Mapping[str, Any], path: Path, lines: Mapping[str, int]) -> DefinitionFile:
    faults: list[Fault] = []
    listed = space.get("INDICATORS", ())
    if not isinstance(listed, tuple | list) or not all(isinstance(item, Indicator) for item in listed):
        faults.append(Fault(path, lines.get("INDICATORS"), "INDICATORS is not a list of indicators.", HOW_INDICATORS))
        listed = None
    added = space.get("BREAKDOWNS", {})
    pairs: list[tuple[str, Breakdown]] = []
    if not isinstance(added, Mapping):
        faults.append(
            Fault(path, lines.get("BREAKDOWNS"), "BREAKDOWNS does not say of which indicators.", HOW_BREAKDOWNS)
        )
        added = {}
    for name, parts in added.items():
        for part in parts if isinstance(parts, tuple | list) else (parts,):
            if isinstance(part, Breakdown):
                pairs.append((str(name), part))
            else:
                faults.append(
                    Fault(path, lines.get(str(name)), f"what is added to {name} is no breakdown.", HOW_BREAKDOWNS)
                )
    unlisted = [
        value.id
        for value in space.values()
        if listed is not None and isinstance(value, Indicator) and value.id.startswith("LOCAL-") and value not in listed
    ]
    faults += [
        Fault(path, lines.get(name), f"{name} is declared and not listed, so nobody would see it.", HOW_INDICATORS)
        for name in dict.fromkeys(unlisted)
    ]
    if not any(name in space for name in NAMES) and not faults:
        near = next((name for name in space if nearest(name, NAMES) and not name.startswith("_")), None)
        faults.append(
            Fault(
                path,
                lines.get(near or ""),
                f"it declares nothing{f': there is {near}' if near else ''}.",
                HOW_INDICATORS,
            )
        )
    return DefinitionFile(path, tuple(listed or ()), tuple(pairs), lines, tuple(faults))
