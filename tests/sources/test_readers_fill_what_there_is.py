"""A reader that fills a column which its table lacks is refused when it is declared, not when a file is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from purplebook.errors import DefinitionError
from purplebook.registers.declare import Register, RegisterColumn, SecondRow
from purplebook.sources.annex_a.declare import Becomes
from purplebook.sources.raw import RawTable, Source
from purplebook.sources.row_writer import RowWriter
from purplebook.sources.ssd.declare import Through, own, part
from purplebook.sources.supply import format_supplies
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.filled import filling


def register(*columns: RegisterColumn, second: SecondRow | None = None) -> Register:
    return Register("audits", "Audits", "audit", "Audits.", columns, second=second)


@pytest.mark.parametrize(
    ("declare", "table", "column"),
    [
        (lambda: filling({"visit": {"visited": "Date"}}, by="A census"), "visit", "visited"),
        (lambda: Becomes("visit", (("visited", "Date"),)), "visit", "visited"),
        (lambda: Becomes("visit", (), fixed=(("kind", "CP"),)), "visit", "kind"),
        (lambda: Becomes("visit", (), fixed_with=(("kind", "CP", "Date"),)), "visit", "kind"),
        (lambda: Becomes("visit", (), links=(("plan", "plan"),)), "visit", "plan"),
        (lambda: part("visit", own("visited", "date")), "visit", "visited"),
        (
            lambda: part("visit", through=(Through("visited", "a", "b", "c", "d"),)),
            "visit",
            "visited",
        ),
        (lambda: register(RegisterColumn("Grade", "grade", "The grade.")), "audit", "grade"),
        (
            lambda: register(second=SecondRow("again", "parent", (), ())),
            "audit",
            "parent",
        ),
        (
            lambda: RawTable(TABLES_BY_NAME["visit"], Source("a.csv", None, "csv", ""), "rows", {"visited": "Date"}),
            "visit",
            "visited",
        ),
        (lambda: RowWriter(Path(), name="census", columns={"visit": {"visited": "Date"}}), "visit", "visited"),
    ],
)
def test_a_column_that_the_table_lacks_is_refused_at_once(declare: Callable[[], object], table: str, column: str):
    with pytest.raises(DefinitionError, match=f"'{column}', which is no column of '{table}'"):
        declare()


def test_the_message_says_who_and_names_the_nearest_column():
    with pytest.raises(DefinitionError, match=r"A census fills 'visited_at'.* Did you mean 'visited_on'\?"):
        filling({"visit": {"visited_at": "Date"}}, by="A census")


def test_a_table_that_there_is_not_is_refused_with_the_nearest():
    with pytest.raises(DefinitionError, match=r"'visits', which is no table. Did you mean 'visit'\?"):
        filling({"visits": {}}, by="A census")


def test_what_each_format_says_that_it_fills_is_there():
    for supply in format_supplies():
        for table, columns in supply.columns.items():
            assert columns <= set(TABLES_BY_NAME[table].column_names), (supply.name, table)
