"""The records as whole numbers, whoever coded them: what every reader of them may ask."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np

from purplebook.engine.columns.values import Values, no_values, same_terms
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE, DECIMAL, IDENTIFIER, LINK, WHOLE_NUMBER, YES_NO

AUTHORITY = "authority_code"
NO_LINK = -1


class Records(ABC):
    """The rows of some tables as whole numbers, whoever coded them.  What was asked for is kept."""

    def __init__(self, authorities: Sequence[str]) -> None:
        self._place: dict[str, int] = {code: at for at, code in enumerate(authorities)}
        self._authority: dict[str, np.ndarray] = {}
        self._columns: dict[tuple[str, str], Values] = {}
        self._links: dict[tuple[str, str], np.ndarray] = {}
        self._alike: dict[tuple[str, str, str, str], tuple[np.ndarray, np.ndarray]] = {}

    @property
    def authorities(self) -> tuple[str, ...]:
        """The codes of the authorities whose rows were read so far, each at its number."""
        return tuple(self._place)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return len(self.authority(table))

    def authority(self, table: str) -> np.ndarray:
        """The number of each row's authority."""
        if table not in self._authority:
            self._authority[table] = self._authority_of(table)
        return self._authority[table]

    def column(self, table: str, name: str) -> Values:
        """What a column holds; its text, where it is a link."""
        if (table, name) not in self._columns:
            self._columns[table, name] = self._coded(table, name)
        return self._columns[table, name]

    def link(self, table: str, name: str) -> np.ndarray:
        """For each row the number of the row that its link names, NO_LINK where it names none.

        The first of several rows with the key.  A key that no row has gets a number beyond those of the rows, the same
        wherever it is named.  A table's own key names the row itself.
        """
        if (table, name) not in self._links:
            self._links[table, name] = self._linked(table, name)
        return self._links[table, name]

    @abstractmethod
    def close(self) -> None:
        """Let go of the files."""

    @abstractmethod
    def _authority_of(self, table: str) -> np.ndarray: ...

    @abstractmethod
    def _coded(self, table: str, name: str) -> Values: ...

    @abstractmethod
    def _linked(self, table: str, name: str) -> np.ndarray: ...

    def alike(self, table: str, ours: str, other: str, theirs: str) -> tuple[np.ndarray, np.ndarray]:
        """Two columns as numbers, equal where authority and what is recorded are; NO_LINK where nothing is."""
        target = target_of(table, ours)
        if target is not None and target == target_of(other, theirs):
            return self.link(table, ours), self.link(other, theirs)
        key = table, ours, other, theirs
        if key not in self._alike:
            self._alike[key] = self._compared(table, ours, other, theirs)
        return self._alike[key]

    def _compared(self, table: str, ours: str, other: str, theirs: str) -> tuple[np.ndarray, np.ndarray]:
        left, right = self.authority(table), self.authority(other)
        if ours != AUTHORITY or theirs != AUTHORITY:
            one, two = same_terms([self.column(table, ours), self.column(other, theirs)])
            count = len(self._place)
            left, right = (
                np.where(part.known, part.data.astype(np.int64) * count + place, np.iinfo(np.int64).min)
                for part, place in ((one, left), (two, right))
            )
            different, numbers = np.unique(np.concatenate([left, right]), return_inverse=True)
            if len(different) and different[0] == np.iinfo(np.int64).min:
                numbers = numbers - 1
            left, right = numbers[: len(left)], numbers[len(left) :]
        return left, right


def nothing_of(kind: str, count: int) -> Values:
    """A column of a kind in which nothing is recorded."""
    return no_values(count, labels=None if kind in (DATE, YES_NO, WHOLE_NUMBER, DECIMAL) else ())


def target_of(table: str, name: str) -> str | None:
    """The table whose rows a column names: that of a link, or its own for its key."""
    if name == AUTHORITY:
        return None
    declared = TABLES_BY_NAME[table].column(name)
    if declared.kind == LINK:
        return declared.to
    return table if declared.kind == IDENTIFIER and TABLES_BY_NAME[table].key[0] == name else None
