"""The records as counting sees them: the coded files of some authorities, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

import numpy as np

from purplebook.engine.columns.numbered import AUTHORITY, NO_LINK, Records, target_of
from purplebook.engine.columns.values import Values, same_terms
from purplebook.engine.kept.coded_file import CodedFile
from purplebook.store.pieces import AlteredError
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import IDENTIFIER

if TYPE_CHECKING:
    from purplebook.engine.columns.coded import CodedRows

Found = TypeVar("Found")
Anew = Callable[[], CodedFile]


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


class OneAuthority:
    """The rows of one authority: its file, which is made anew where it was altered, and the records themselves."""

    def __init__(self, file: CodedFile, *, anew: Anew, read: Callable[[], CodedRows]) -> None:
        self.file, self._anew, self._read = file, anew, read

    def ask(self, question: Callable[[CodedFile], Found]) -> Found:
        """What the file answers, or the one that takes its place where it is not as it was written."""
        try:
            return question(self.file)
        except AlteredError:
            self.file.close()
            self.file = self._anew()
            return question(self.file)

    def column(self, table: str, name: str) -> Values:
        """A column, whether or not the file has it."""
        kept = self.ask(lambda file: file.column(table, name))
        if kept is None:
            return self.records.column(table, name)
        if TABLES_BY_NAME[table].column(name).kind != IDENTIFIER:
            return kept
        labels = LaterLabels(lambda: self.ask(lambda file: file.labels(table, name)) or ())
        return Values(kept.data, labels)  # type: ignore[arg-type]

    @cached_property
    def records(self) -> CodedRows:
        """The records themselves, for what the file has not."""
        return self._read()

    def close(self) -> None:
        """Let go of the files."""
        self.file.close()
        if "records" in vars(self):
            self.records.close()


class KeptRecords(Records):
    """The rows of some authorities, each authority's together, out of their coded files.

    `looked_at` is called with a table's name before its rows are used, and refuses records that are not as they were
    loaded.
    """

    def __init__(self, parts: Mapping[str, OneAuthority], *, looked_at: Callable[[str], object]) -> None:
        super().__init__(tuple(parts))
        self._parts, self._looked_at = tuple(parts.values()), looked_at

    def close(self) -> None:
        """Let go of the files."""
        for part in self._parts:
            part.close()

    def empty_cells(self, table: str) -> dict[str, tuple[int, ...]]:
        """By column what `EmptyCells` says of a table's rows, as it was counted when they were coded."""
        found: dict[str, tuple[int, ...]] = {}
        for part in self._parts:
            for name, counts in part.file.empty(table).items():
                before = found.get(name, (0,) * len(counts))
                found[name] = tuple(map(sum, zip(before, counts, strict=True)))
        return found

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
        parts = [part.column(table, name) for part in self._parts]
        if len(parts) == 1:
            return parts[0]
        alike = same_terms(parts)
        return alike[0].like(np.concatenate([part.data for part in alike]))

    def _linked(self, table: str, name: str) -> np.ndarray:
        target = target_of(table, name)
        if target is None:
            raise KeyError(f"{table}.{name} is no link and no key.")
        self.authority(table)
        self._looked_at(target)
        made = [part.ask(lambda file: file.link(table, name)) for part in self._parts]
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
