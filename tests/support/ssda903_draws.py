"""What made-up looked-after children are drawn from, and the canonical rows that gather as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st

from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS

YEAR = 2020
FIRST, LAST = date(2012, 4, 1), date(2020, 3, 31)
Row = dict[str, Any]


@dataclass
class Council:
    """Rows of each table; every column of the table is there, empty unless given."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **cells: object) -> None:
        row: Row = dict.fromkeys(TABLES_BY_NAME[table].column_names)
        assert cells.keys() <= row.keys(), cells.keys() - row.keys()
        self.tables.setdefault(table, []).append({**row, **cells})


def codes(name: str) -> st.SearchStrategy[str]:
    """Any code of a set."""
    return st.sampled_from([value.code for value in CODE_SETS[name].codes])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or none."""
    return st.none() | strategy


def words(*, longest: int = 8) -> st.SearchStrategy[str]:
    """Text as it stands in such files, with what trips readers up: commas, quotation marks, accents, leading zeros."""
    return st.text("ABXYabxy0179 -/',\"\n;é", min_size=1, max_size=longest).filter(lambda text: text == text.strip())


def days(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """Days of the plan."""
    return st.dates(first, last)
