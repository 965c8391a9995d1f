"""The reference pages of the manual, written from the declarations so that they cannot say anything else.

`python -m purplebook.manual` writes the pages under docs/generated/; with `--check` it writes nothing and fails when a
page is not what the declarations say.  To add a page, write a function that returns it and name it in PAGES.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from pathlib import Path

import click

from purplebook.tables import COMMON_COLUMNS, DATA_TABLES, SYSTEM_TABLES, Column, Table
from purplebook.tables.codes import ALL_CODE_SETS, CodeSet, CodeValue

ALL_TABLES = DATA_TABLES + SYSTEM_TABLES
FROM_DECLARATIONS = "<!-- Written from the declarations by `make docs`. Change those, not this page. -->"
KIND_WORDS = {"yes_no": "yes or no", "whole_number": "whole number", "codes": "list of codes"}
GROUP_MEANINGS = {
    "core": "The child, and what several parts of the service share.",
    "front door": "How children come to notice: contacts, early help, referrals, assessments.",
    "child protection": "Enquiries, conferences and plans to keep children from harm, and the steps before court.",
    "looked after": "Children in the authority's care, and those who foster and adopt them.",
    "leaving care": "Young people who have left care.",
    "workforce": "Who does the work.",
    "quality": "The service's own registers of how well the work is done.",
    "reference": "Published values, targets and populations, which come in files like any record.",
    "system": "What purplebook keeps beside the records.",
}


def tables_page() -> str:
    """The page of canonical tables: a section for each group, a table of columns for each table."""
    parts = [
        FROM_DECLARATIONS,
        "# The canonical tables",
        "Every file that is loaded is turned into these tables, and every figure is worked out from them. "
        f"There are {len(DATA_TABLES)} tables of records and {len(SYSTEM_TABLES)} that purplebook keeps for itself. "
        "Rows are things that happened or spans of time, never counts. An empty cell means that the value is not "
        "known, or that what it describes has not happened.",
        "A *code* column holds the bare code; its meaning stands in [the code sets](codes.md). A *link* holds the key "
        "of a row in another table.",
        table_index(),
        "## On every table of records",
        "Where a row came from. These columns follow the table's own.",
        column_table(COMMON_COLUMNS),
    ]
    for group in dict.fromkeys(table.group for table in ALL_TABLES):
        parts += [f"## {group.capitalize()}", GROUP_MEANINGS[group]]
        parts += [table_section(table) for table in ALL_TABLES if table.group == group]
    return page(parts)


def code_sets_page() -> str:
    """The page of code sets: what every code means, its group, and the days on which it may be used."""
    parts = [
        FROM_DECLARATIONS,
        "# The code sets",
        f"The {len(ALL_CODE_SETS)} lists of codes that columns of [the canonical tables](tables.md) hold. "
        "A code without days may be used at any time. Groups are what breakdowns and papers report under.",
        *(code_set_section(code_set) for code_set in ALL_CODE_SETS),
    ]
    return page(parts)


PAGES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("docs/generated/tables.md", tables_page),
    ("docs/generated/codes.md", code_sets_page),
)
"""Every generated page: its path from the root of the repository, and the function that writes it."""


def stale_pages(root: Path) -> tuple[str, ...]:
    """The paths of pages under `root` that are missing or differ from what the declarations say."""
    return tuple(path for path, write in PAGES if read(root / path) != write())


def write_pages(root: Path) -> tuple[str, ...]:
    """Write every page that is stale and return the paths written."""
    stale = stale_pages(root)
    for path, write in PAGES:
        if path in stale:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(write(), encoding="utf-8", newline="\n")
    return stale


def table_index() -> str:
    """A list of the tables with what one row is, each leading to its section."""
    rows = [(f"[{table.name}](#{table.name})", table.group, upper_first(table.grain)) for table in ALL_TABLES]
    return markdown_table(("Table", "Group", "One row is"), rows)


def table_section(table: Table) -> str:
    """One table: why it exists, what a row is, how rows are told apart, and its columns."""
    key = " and ".join(f"`{name}`" for name in table.key)
    facts = f"One row is {table.grain}. Key: {key}."
    if table.model_name:
        facts += f" In the canonical model: `{table.model_name}`."
    return "\n\n".join([f"### {table.name}", reason_of(table), facts, column_table(table.columns)])


def column_table(columns: Iterable[Column]) -> str:
    """The columns as a table: name, kind, meaning, code set and link."""
    rows = [
        (
            f"`{column.name}`",
            KIND_WORDS.get(column.kind, column.kind),
            column.meaning,
            f"[{column.code_set}](codes.md#{column.code_set})" if column.code_set else "",
            f"[{column.to}](#{column.to})" if column.to else "",
        )
        for column in columns
    ]
    return markdown_table(("Column", "Kind", "Meaning", "Codes", "Link to"), rows)


def code_set_section(code_set: CodeSet) -> str:
    """One code set: what it is, which columns hold it, and its codes."""
    holders = [
        f"`{table.name}.{column.name}`"
        for table in ALL_TABLES
        for column in table.columns
        if column.code_set == code_set.name
    ]
    rows = [(f"`{value.code}`", value.label, value.group, validity(value)) for value in code_set.codes]
    used = f"Held by {', '.join(holders)}." if holders else "Held by `person_attribute.code`."
    table = markdown_table(("Code", "Meaning", "Group", "May be used"), rows)
    return "\n\n".join([f"## {code_set.name}", code_set.meaning, used, table])


def validity(value: CodeValue) -> str:
    """The days on which a code may be used, in words; "" for always."""
    first = f"from {in_words(value.valid_from_on)}" if value.valid_from_on else ""
    last = f"to {in_words(value.valid_to_on)}" if value.valid_to_on else ""
    return " ".join(filter(None, (first, last)))


def in_words(day: date) -> str:
    """A day as people write it: 31 March 2018."""
    return f"{day.day} {day:%B %Y}"


def reason_of(table: Table) -> str:
    """Why the table exists: the description at the top of the file that declares it."""
    description = import_module(f"purplebook.tables.{table.name}").__doc__ or ""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in description.strip().split("\n\n"))


def markdown_table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; a bar inside a cell would end the cell, so it is escaped."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def upper_first(text: str) -> str:
    """The text with a capital at its start and the rest as it was."""
    return text[:1].upper() + text[1:]


def page(parts: Iterable[str]) -> str:
    """The parts of a page with a blank line between them and one line end at its foot."""
    return "\n\n".join(parts) + "\n"


def read(path: Path) -> str | None:
    """What the file holds, or None when there is no such file."""
    return path.read_text(encoding="utf-8") if path.is_file() else None


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 and name the pages that are stale.")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(__file__).resolve().parents[1],
    help="The root of the repository, where docs/ lies.",
)
def main(check: bool, root: Path) -> None:
    """Write the generated pages of the manual, or check that they are current."""
    stale = stale_pages(root) if check else write_pages(root)
    for path in stale:
        click.echo(f"{path}: stale. Run: python -m purplebook.manual" if check else f"wrote {path}")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
