"""Writes purplebook/language/handles/ from the tables, so that editors and pyright know every column of every table.

    python docs/handles.py            writes the modules that differ
    python docs/handles.py --check    writes nothing; fails and names those that are stale

It reads the tables alone: a table that was just declared has its handle before any definition can speak of it.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from purplebook.tables import DATA_TABLES  # noqa: E402
from purplebook.tables.schema import COMMON_COLUMNS, Column, Table  # noqa: E402

FOLDER = "purplebook/language/handles"
WIDTH = 120
WRITTEN = "Written by `make docs`: do not edit."


def class_name(table: Table) -> str:
    """The type of a table's handle: ContactRows."""
    return "".join(word.capitalize() for word in table.name.split("_")) + "Rows"


def module_name(group: str) -> str:
    """The module that holds the handles of a group of tables."""
    return f"{group.replace(' ', '_')}_handles"


def column_lines(column: Column) -> list[str]:
    """One column as an attribute, with its meaning for an editor to show."""
    return [f"    {column.name}: Column", docstring(column.meaning, indent="    ")]


def docstring(text: str, *, indent: str) -> str:
    """The text as a docstring whose lines are short enough for the house."""
    one_line = f'{indent}"""{text}"""'
    if len(one_line) <= WIDTH:
        return one_line
    lines = textwrap.wrap(f'"""{text}', WIDTH - len(indent))
    return "\n".join([*(indent + line for line in lines), f'{indent}"""'])


def table_lines(table: Table) -> list[str]:
    """One table as a class of its rows."""
    head = [f"class {class_name(table)}(TableRows):", docstring(f"{sentence(table.grain)}", indent="    "), ""]
    return ["", "", *head, *(line for column in table.columns for line in column_lines(column))]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return text[0].upper() + text[1:] + "."


def group_module(group: str, tables: Sequence[Table]) -> str:
    """The module with the handles of one group of tables."""
    lines = [
        f'"""The tables about {group} as definitions speak of them.  {WRITTEN}"""',
        "",
        "from purplebook import tables",
        "from purplebook.language.expressions import Column",
        "from purplebook.language.handles.common_columns import TableRows",
        *(line for table in tables for line in table_lines(table)),
        "",
        "",
        *(f"{table.name} = {class_name(table)}(tables.{table.name})" for table in tables),
    ]
    return "\n".join(lines) + "\n"


def common_module() -> str:
    """The module with the columns that every table has."""
    lines = [
        f'"""The columns that every table has after its own.  {WRITTEN}"""',
        "",
        "from purplebook.language.expressions import Column",
        "from purplebook.language.rows import Rows",
        "",
        "",
        "class TableRows(Rows):",
        '    """The rows of one table, with where each came from."""',
        "",
        *(line for column in COMMON_COLUMNS for line in column_lines(column)),
    ]
    return "\n".join(lines) + "\n"


def all_modules() -> dict[str, str]:
    """Every generated module: its path from the root, and its text."""
    groups: dict[str, list[Table]] = {}
    for table in DATA_TABLES:
        groups.setdefault(table.group, []).append(table)
    modules = {f"{FOLDER}/{module_name(group)}.py": group_module(group, tables) for group, tables in groups.items()}
    names = sorted(table.name for table in DATA_TABLES)
    lines = [f'"""A handle for every table, with its columns.  {WRITTEN}"""', ""]
    for group, tables in sorted(groups.items(), key=lambda item: module_name(item[0])):
        lines += import_lines(f"purplebook.language.handles.{module_name(group)}", sorted(item.name for item in tables))
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in names), "]"]
    common = {f"{FOLDER}/common_columns.py": common_module()}
    return modules | common | {f"{FOLDER}/__init__.py": "\n".join(lines) + "\n"}


def import_lines(module: str, names: Sequence[str]) -> list[str]:
    """An import as the formatter writes it."""
    one_line = f"from {module} import {', '.join(names)}"
    if len(one_line) <= WIDTH:
        return [one_line]
    return [f"from {module} import (", *(f"    {name}," for name in names), ")"]


def main(check: bool) -> int:
    """Write the modules that differ, or with `check` name them; the exit code."""
    modules = all_modules()
    stray = [path for path in (ROOT / FOLDER).glob("*.py") if path.relative_to(ROOT).as_posix() not in modules]
    stale = [path for path, text in modules.items() if not (ROOT / path).exists() or (ROOT / path).read_text() != text]
    for path in stale:
        if check:
            print(f"{path} is stale. Run `make docs`.", file=sys.stderr)
            continue
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(modules[path], encoding="utf-8")
        print(f"wrote {path}")
    for path in stray:
        if check:
            print(f"{path.relative_to(ROOT)} holds no table any more. Run `make docs`.", file=sys.stderr)
        else:
            path.unlink()
    return 1 if check and (stale or stray) else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
