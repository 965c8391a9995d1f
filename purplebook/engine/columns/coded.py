"""Records coded when they are asked for: each column as whole numbers, each link as the row that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.base import TableSource
from purplebook.engine.columns.coding import coded_column, dictionary_of, places_of
from purplebook.engine.columns.numbered import AUTHORITY, NO_LINK, Records, nothing_of, target_of
from purplebook.engine.columns.source_rows import SourceRows
from purplebook.engine.columns.values import NONE, Values
from purplebook.tables import TABLES_BY_NAME


class CodedRows(Records):
    """Rows that are coded when they are asked for, out of files or memory; or those of some authorities among them.

    `absent` names the columns that a table's files do not have: nothing of them is recorded.
    """

    def __init__(
        self,
        sources: Mapping[str, TableSource],
        *,
        authorities: Sequence[str] = (),
        absent: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__(authorities)
        self._sources, self._only, self._absent = sources, tuple(authorities), absent
        self._rows: dict[str, SourceRows] = {}
        self._keys: dict[str, dict[int, tuple[np.ndarray, pa.Array]]] = {}
        self._strangers: dict[str, dict[tuple[int, str], int]] = {}

    def stranger_count(self, table: str) -> int:
        """How many keys of a table that no row has were named so far."""
        return len(self._strangers.get(table, ()))

    def close(self) -> None:
        """Let go of the files."""
        for rows in self._rows.values():
            rows.close()

    def raw(self, table: str, name: str) -> pa.ChunkedArray:
        """A column as it was read."""
        return self._source(table).read(name)[name]

    def raws(self, table: str, names: Sequence[str]) -> dict[str, pa.ChunkedArray]:
        """Columns as they were read."""
        return self._source(table).read(*names)

    def _source(self, table: str) -> SourceRows:
        if table not in self._rows:
            self._rows[table] = SourceRows(self._sources[table], authorities=self._only)
        return self._rows[table]

    def _authority_of(self, table: str) -> np.ndarray:
        whole = dictionary_of(self.raw(table, AUTHORITY))
        numbers = [self._place.setdefault(code, len(self._place)) for code in whole.dictionary.to_pylist()]
        return np.array([*numbers, NO_LINK], np.int32)[places_of(whole).clip(NO_LINK)]

    def _coded(self, table: str, name: str) -> Values:
        kind = TABLES_BY_NAME[table].column(name).kind
        if name in self._absent.get(table, ()):
            return nothing_of(kind, self.count(table))
        return coded_column(self.raw(table, name), kind)

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
                whole = dictionary_of(self.raw(table, TABLES_BY_NAME[table].key[0]))
                places = places_of(whole)
                for authority, rows in self._of_each(table):
                    own = rows[places[rows] != NONE]
                    used, first = np.unique(places[own], return_index=True)
                    found[authority] = own[first].astype(np.int32), whole.dictionary.take(pa.array(used))
        return self._keys[table]

    def _linked(self, table: str, name: str) -> np.ndarray:
        target = target_of(table, name)
        if target is None:
            raise KeyError(f"{table}.{name} is no link and no key.")
        made = np.full(self.count(table), NO_LINK, np.int32)
        if name in self._absent.get(table, ()):
            return made
        keys = self._keys_of(target)
        size = self.count(target) if target in self._sources else 0
        strangers = self._strangers.setdefault(target, {})
        whole = dictionary_of(self.raw(table, name))
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
