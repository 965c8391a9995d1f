"""The records as counting sees them: the coded files of some authorities, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

import numpy as np

from purplebook.engine.columns.numbered import AUTHORITY, NO_LINK, Records, target_of
from purplebook.engine.columns.values import Values, same_terms
from purplebook.engine.kept.beside import absent_columns, opened_parts
from purplebook.engine.kept.coded_file import OneAuthority
from purplebook.engine.kept.decoded import column_of, link_of
from purplebook.engine.records.sources import Sources
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import IDENTIFIER

if TYPE_CHECKING:
    from purplebook.engine.columns.coded import CodedRows


def kept_records(snapshot: Snapshot, authorities: Sequence[str] = ()) -> KeptRecords | None:
    """The coded records of a snapshot, or of some of its authorities; None where no file can say what they are."""
    parts = opened_parts(snapshot, authorities)
    if parts is None:
        return None

    def read(code: str) -> CodedRows:
        from purplebook.engine.columns.coded import CodedRows

        return CodedRows(Sources(snapshot, (code,)), authorities=(code,), absent=absent_columns(snapshot))

    def look_at(table: str) -> None:
        if table in snapshot.table_names:
            snapshot.table_paths(table)

    return KeptRecords(parts, read=read, looked_at=look_at)


class LaterLabels(Sequence[str]):
    """The labels of a key, read when somebody looks at them: most who ask for a key want its order alone."""

    def __init__(self, read: Callable[[], tuple[str, ...]]) -> None:
        self._read = read

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return self._read()

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        return self._labels[place]

    def __len__(self) -> int:
        return len(self._labels)

    def __eq__(self, other: object) -> bool:
        return self._labels == (other._labels if isinstance(other, LaterLabels) else other)

    __hash__ = None  # type: ignore[assignment]


class KeptRecords(Records):
    """The rows of some authorities, each authority's together, out of their coded files.

    `read` gives the records of an authority, for what its file has not.  `looked_at` is called with a table's name
    before its rows are used, and refuses records that are not as they were loaded.
    """

    def __init__(
        self,
        parts: Mapping[str, OneAuthority],
        *,
        read: Callable[[str], CodedRows],
        looked_at: Callable[[str], object],
    ) -> None:
        super().__init__(tuple(parts))
        self._of, self._parts, self._looked_at = parts, tuple(parts.values()), looked_at
        self._read = read
        self._rows: dict[str, CodedRows] = {}

    def close(self) -> None:
        """Let go of the files."""
        for opened in (*self._parts, *self._rows.values()):
            opened.close()

    def _counts(self, table: str) -> list[int]:
        return [part.file.rows(table) for part in self._parts]

    def _authority_of(self, table: str) -> np.ndarray:
        self._looked_at(table)
        return np.repeat(np.arange(len(self._parts), dtype=np.int32), self._counts(table))

    def _coded(self, table: str, name: str) -> Values:
        number = self.authority(table)
        if name == AUTHORITY:
            labels = tuple(sorted(self.authorities))
            place = np.array([labels.index(code) for code in self.authorities], np.int32)
            return Values(place[number], labels)
        parts = [self._column(code, table, name) for code in self.authorities]
        if len(parts) == 1:
            return parts[0]
        alike = same_terms(parts)
        return alike[0].like(np.concatenate([part.data for part in alike]))

    def _column(self, code: str, table: str, name: str) -> Values:
        """A column of one authority, whether or not its file has it."""
        part = self._of[code]
        kept = part.ask(lambda file: column_of(file, table, name))
        if kept is None:
            if code not in self._rows:
                self._rows[code] = self._read(code)
            return self._rows[code].column(table, name)
        if TABLES_BY_NAME[table].column(name).kind != IDENTIFIER:
            return kept
        labels = LaterLabels(lambda: part.ask(lambda file: file.labels(table, name)) or ())
        return Values(kept.data, labels)  # type: ignore[arg-type]

    def _linked(self, table: str, name: str) -> np.ndarray:
        target = target_of(table, name)
        if target is None:
            raise KeyError(f"{table}.{name} is no link and no key.")
        self.authority(table)
        self._looked_at(target)
        made = [part.ask(lambda file: link_of(file, table, name)) for part in self._parts]
        sizes = self._counts(target)
        strangers = [part.file.strangers(target) for part in self._parts]
        before, unknown = 0, sum(sizes)
        for one, size, more in zip(made, sizes, strangers, strict=True):
            assert one is not None
            if before or unknown != size:
                is_row = (one != NO_LINK) & (one < size)
                is_stranger = one >= size
                one[is_row] += before
                one[is_stranger] += unknown - size
            before += size
            unknown += more
        return made[0] if len(made) == 1 else np.concatenate(made)  # type: ignore[arg-type]
