"""One authority's coded columns, read out of their file a column at a time, each held against its hash."""

from __future__ import annotations

import json
import zlib
from typing import Any

import numpy as np

from purplebook.engine.columns.numbered import NO_LINK, nothing_of
from purplebook.engine.columns.values import NONE, Values
from purplebook.engine.kept.meaning import CODING, declared
from purplebook.store.pieces import AlteredError, Pieces
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import CODES, IDENTIFIER


class CodedFile:
    """The columns of one authority.  AlteredError where what is read is not what was written."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces, self.about = pieces, pieces.about

    def is_of(self, authority: str, *, records_hash: str) -> bool:
        """Whether it holds an authority's rows of some records, coded as they are coded today."""
        said = self.about
        is_theirs = (said.get("coding"), said.get("records"), said.get("authority")) == (
            CODING,
            records_hash,
            authority,
        )
        return is_theirs and all(declared(name) == table["declared"] for name, table in said["tables"].items())

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return self.about["tables"][table]["rows"]

    def strangers(self, table: str) -> int:
        """How many keys of a table are named that none of its rows has."""
        return self.about["strangers"][table]

    def empty(self, table: str) -> dict[str, list[int]]:
        """By column, what `EmptyCells` says of the rows."""
        return self.about["tables"][table]["empty"]

    def said(self, table: str, name: str) -> dict[str, Any] | None:
        """What is told of a column without reading it; None where it was not coded."""
        return self.about["tables"][table]["columns"].get(name)

    def labels(self, table: str, name: str) -> tuple[Any, ...] | None:
        """The different values of a column of text or codes, in order."""
        said = self.said(table, name)
        if said is None or "labels" not in said:
            return None
        known = json.loads(zlib.decompress(self.pieces.read(said["labels"])))
        return tuple(map(tuple, known)) if TABLES_BY_NAME[table].column(name).kind == CODES else tuple(known)

    def column(self, table: str, name: str) -> Values | None:
        """A column; None where it was not coded.  A key comes without labels: mostly its order is asked."""
        said = self.said(table, name)
        if self._is_nothing(table, name):
            return nothing_of(TABLES_BY_NAME[table].column(name).kind, self.rows(table))
        if said is None:
            return None
        data = self._numbers(said, self.rows(table), none=NONE)
        is_key = TABLES_BY_NAME[table].column(name).kind == IDENTIFIER
        labels = () if is_key else self.labels(table, name)
        return Values(data, labels, said.get("scale", 1))

    def link(self, table: str, name: str) -> np.ndarray | None:
        """For each row the number of the row that its link names; None where it was not coded."""
        said = self.about["tables"][table]["links"].get(name)
        if self._is_nothing(table, name):
            return np.full(self.rows(table), NO_LINK, np.int32)
        return None if said is None else self._numbers(said, self.rows(table), none=NO_LINK)

    def close(self) -> None:
        """Let go of the file."""
        self.pieces.close()

    def _is_nothing(self, table: str, name: str) -> bool:
        """Whether nothing can be recorded in a column: there is no row, or it was introduced since."""
        known = self.about["tables"][table]
        return not known["rows"] or name in known["absent"]

    def _numbers(self, said: dict[str, Any], count: int, *, none: int) -> np.ndarray:
        if "own" in said:
            return np.arange(count, dtype=np.int32)
        if "nothing" in said:
            return np.full(count, none, np.int32)
        least, most = said["least"], said["most"]
        # As narrow as `values.narrow` makes them: what does not fit beside the mark of what is not recorded is wide.
        width = np.int32 if least >= NONE and most < -NONE else np.int64
        stored = np.frombuffer(self.pieces.read(said["piece"]), said["type"])
        if len(stored) != count:
            raise AlteredError
        made = stored.astype(width)
        made += least - 1
        if "gaps" in said:
            made[stored == 0] = none
        return made
