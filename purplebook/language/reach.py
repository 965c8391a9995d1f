"""Which columns a definition may name where: those of the row's own table, and others by the way that leads to them.

What an expression needs of the row it is said about is worked out once, and then held against that row's table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purplebook.language.nodes import Column, Expression, Lookup, ThisRow
from purplebook.language.places import nearest, refuse
from purplebook.language.related import Related
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import LINK

PERSON = "person"


@dataclass(frozen=True)
class Need:
    """One thing that must be true of the table of the row in view.

    The row has the column of `part`, or the column by which `part` finds related rows.  The child that a row is about
    lends its columns to the row, unless `is_exact`.
    """

    part: Expression
    is_exact: bool = False


def check_reach(node: Expression, *, table: str) -> None:
    """Refuse a column that a row of `table` does not have."""
    for need in needs_of(node):
        check_need(need, table=table)


def needs_of(node: Expression) -> Iterator[Need]:
    """What an expression needs of the row it is said about; related rows inside it are checked on the way."""
    match node:
        case Column() | ThisRow():
            yield Need(node)
        case Lookup(_, by):
            # Its value was checked when it was written, against the one table that the link leads to.
            yield Need(by, is_exact=True)
        case Related():
            yield Need(node)
            yield from _of_this_row(node)
        case _:
            for part in node.said_here():
                yield from needs_of(part)


def _of_this_row(node: Related) -> Iterator[Need]:
    """What is said inside related rows about the row in view; the rest must be true of the related rows."""
    for part in (*node.rows.conditions, node.value, node.by):
        for need in () if part is None else needs_of(part):
            if isinstance(need.part, ThisRow) and not need.is_exact:
                yield Need(need.part, is_exact=True)
            else:
                check_need(need, table=node.rows.table)


def check_need(need: Need, *, table: str) -> None:
    """Refuse what a row of `table` cannot give."""
    part = need.part
    if isinstance(part, Column):
        if part.table != table and (need.is_exact or not _is_the_persons(part, table)):
            _refuse_column(part, table=table)
    elif isinstance(part, ThisRow):
        if not need.is_exact:
            refuse(
                f"{part.written} stands outside a condition on related rows. Write {part.column.written} for the row "
                "itself."
            )
        if part.column.table != table:
            refuse(
                f"{part.written} names a column of '{part.column.table}', and the row being counted is of '{table}'."
                f"{_own_column(part.column, table)}"
            )
    elif isinstance(part, Related):
        _check_ours(part, table)


def _check_ours(node: Related, table: str) -> None:
    rows = node.rows
    ours_of = rows.ours_of or table
    if ours_of == table and rows.ours in matched_by(table):
        return
    swapped = rows.table == table and rows.theirs in TABLES_BY_NAME[ours_of].column_names
    turned = f" Write linked({ours_of}.{rows.ours}, {table}.{rows.theirs}): theirs first." if swapped else ""
    column = f"{ours_of}.{rows.ours}" if rows.ours_of else rows.ours
    refuse(
        f"{rows.written} finds rows by '{column}', and the row in view is of '{table}', which has no such column."
        f"{turned or _ways_from(table)}"
    )


def matched_by(table: str) -> tuple[str, ...]:
    """The columns by which rows of a table can be matched with others."""
    return (*TABLES_BY_NAME[table].column_names, "authority_code")


def _is_the_persons(node: Column, table: str) -> bool:
    """A column of the child that the row is about may be named as if it were the row's own."""
    return node.table == PERSON and TABLES_BY_NAME[table].is_about_a_person


def _refuse_column(node: Column, *, table: str) -> None:
    links = [
        column.name
        for column in TABLES_BY_NAME[table].columns
        if column.kind == LINK and column.to == node.table and column.to != PERSON
    ]
    way = ""
    if links:
        way = f" Write lookup({node.written}, by={table}.{links[0]})."
    elif node.table != PERSON and all(TABLES_BY_NAME[name].is_about_a_person for name in (node.table, table)):
        way = f" For a row of the same child write same_child({node.table}).where(…).exists() or .last(…, by=…)."
    refuse(f"{node.written} is not a column of '{table}', whose rows are in view.{_own_column(node, table)}{way}")


def _own_column(node: Column, table: str) -> str:
    # Dates of any two tables are somewhat alike, and mean different things.
    near = nearest(node.name, TABLES_BY_NAME[table].column_names, likeness=0.8)
    return f" Did you mean {table}.{near}?" if near else ""


def _ways_from(table: str) -> str:
    links = [column.name for column in TABLES_BY_NAME[table].columns if column.kind == LINK]
    return f" The links of '{table}' are: {', '.join(links)}." if links else ""
