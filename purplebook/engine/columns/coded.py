"""The records as whole numbers: each column coded when it is first asked for, each link as the row that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.base import TableSource
from purplebook.engine.columns.coding import coded_column, dictionary_of, places_of
from purplebook.engine.columns.source_rows import AUTHORITY, SourceRows
from purplebook.engine.columns.values import NONE, Values, no_values, same_terms
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.arrow import ARROW_TYPES
from purplebook.tables.schema import IDENTIFIER, LINK

NO_LINK = -1


class Records:
    """The rows of some tables, or those of some authorities among them.

    `absent` names the columns that a table's files do not have: nothing of them is recorded.
    """

    def __init__(
        self,
        sources: Mapping[str, TableSource],
        *,
        authorities: Sequence[str] = (),
        absent: Mapping[str, Sequence[str]],
    ) -> None:
        self._sources, self._only, self._absent = sources, tuple(authorities), absent
        self._rows: dict[str, SourceRows] = {}
        self._authority: dict[str, np.ndarray] = {}
        self._place: dict[str, int] = {code: at for at, code in enumerate(authorities)}
        self._columns: dict[tuple[str, str], Values] = {}
        self._links: dict[tuple[str, str], np.ndarray] = {}
        self._keys: dict[str, dict[int, tuple[np.ndarray, pa.Array]]] = {}
        self._strangers: dict[str, dict[tuple[int, str], int]] = {}
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
            whole = dictionary_of(self._source(table).read(AUTHORITY))
            numbers = [self._place.setdefault(code, len(self._place)) for code in whole.dictionary.to_pylist()]
            self._authority[table] = np.array([*numbers, NO_LINK], np.int32)[places_of(whole).clip(NO_LINK)]
        return self._authority[table]

    def column(self, table: str, name: str) -> Values:
        """What a column holds; its text, where it is a link."""
        if (table, name) not in self._columns:
            kind = TABLES_BY_NAME[table].column(name).kind
            if name in self._absent.get(table, ()):
                labels = None if pa.types.is_primitive(ARROW_TYPES[kind]) else ()
                self._columns[table, name] = no_values(self.count(table), labels=labels)
            else:
                self._columns[table, name] = coded_column(self._source(table).read(name), kind)
        return self._columns[table, name]

    def link(self, table: str, name: str) -> np.ndarray:
        """For each row the number of the row that its link names, NO_LINK where it names none.

        The first of several rows with the key.  A key that no row has gets a number beyond those of the rows, the same
        wherever it is named.  A table's own key names the row itself.
        """
        if (table, name) not in self._links:
            self._links[table, name] = self._linked(table, name)
        return self._links[table, name]

    def alike(self, table: str, ours: str, other: str, theirs: str) -> tuple[np.ndarray, np.ndarray]:
        """Two columns as numbers, equal where authority and what is recorded are; NO_LINK where nothing is."""
        target = _target(table, ours)
        if target is not None and target == _target(other, theirs):
            return self.link(table, ours), self.link(other, theirs)
        key = table, ours, other, theirs
        if key not in self._alike:
            self._alike[key] = self._compared(table, ours, other, theirs)
        return self._alike[key]

    def close(self) -> None:
        """Let go of the files."""
        for rows in self._rows.values():
            rows.close()

    def _source(self, table: str) -> SourceRows:
        if table not in self._rows:
            self._rows[table] = SourceRows(self._sources[table], authorities=self._only)
        return self._rows[table]

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

    def _of_each(self, table: str) -> Iterator[tuple[int, np.ndarray]]:
        """The number of each authority that has rows in a table, and the rows."""
        place = self.authority(table)
        order = np.arange(len(place))
        if (place[1:] < place[:-1]).any():
            order = np.argsort(place, kind="stable")
        starts = np.flatnonzero(np.diff(place[order], prepend=-2))
        for start, end in zip(starts, [*starts[1:], len(place)], strict=False):
            yield int(place[order[start]]), order[start:end]

    def _keys_of(self, table: str) -> dict[int, tuple[np.ndarray, pa.Array]]:
        """For each authority the different keys of a table, and the first row that has each."""
        if table not in self._keys:
            found = self._keys[table] = {}
            if table in self._sources:
                whole = dictionary_of(self._source(table).read(TABLES_BY_NAME[table].key[0]))
                places = places_of(whole)
                for authority, rows in self._of_each(table):
                    own = rows[places[rows] != NONE]
                    used, first = np.unique(places[own], return_index=True)
                    found[authority] = own[first].astype(np.int32), whole.dictionary.take(pa.array(used))
        return self._keys[table]

    def _linked(self, table: str, name: str) -> np.ndarray:
        target = _target(table, name)
        if target is None:
            raise KeyError(f"{table}.{name} is no link and no key.")
        made = np.full(self.count(table), NO_LINK, np.int32)
        if name in self._absent.get(table, ()):
            return made
        keys = self._keys_of(target)
        size = self.count(target) if target in self._sources else 0
        strangers = self._strangers.setdefault(target, {})
        whole = dictionary_of(self._source(table).read(name))
        places = places_of(whole)
        for authority, rows in self._of_each(table):
            own = places[rows]
            is_used = np.zeros(len(whole.dictionary) + 1, bool)
            is_used[own.clip(-1)] = True
            used = np.flatnonzero(is_used[:-1])
            texts = whole.dictionary.take(pa.array(used))
            first, known = keys.get(authority, (np.zeros(0, np.int32), pa.array([], pa.string())))
            at = pc.index_in(texts, value_set=known).fill_null(-1).to_numpy()  # pyright: ignore[reportAttributeAccessIssue]
            number = np.append(first, np.int32(NO_LINK))[at]
            for lost in np.flatnonzero(at < 0):
                number[lost] = strangers.setdefault((authority, texts[int(lost)].as_py()), size + len(strangers))
            of_text = np.full(len(whole.dictionary) + 1, NO_LINK, np.int32)
            of_text[used] = number
            made[rows] = of_text[own.clip(-1)]
        return made


def _target(table: str, name: str) -> str | None:
    """The table whose rows a column names: that of a link, or its own for its key."""
    if name == AUTHORITY:
        return None
    declared = TABLES_BY_NAME[table].column(name)
    if declared.kind == LINK:
        return declared.to
    return table if declared.kind == IDENTIFIER and TABLES_BY_NAME[table].key[0] == name else None
