"""One authority's file of coded columns: what its index tells without a column being read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from purplebook.engine.kept.meaning import CODING, declared
from purplebook.store.pieces import AlteredError, Pieces
from purplebook.store.snapshot import Said
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import CODES

Found = TypeVar("Found")


class CodedFile:
    """The columns of one authority.  AlteredError where what is read is not what was written."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces, self.about = pieces, pieces.about

    def is_of(self, authority: str, *, records_hash: str) -> bool:
        """Whether it holds an authority's rows of some records, coded as they are coded today."""
        said = self.about
        whose = said.get("coding"), said.get("records"), said.get("authority")
        return whose == (CODING, records_hash, authority) and all(
            declared(name) == table["declared"] for name, table in said["tables"].items()
        )

    @property
    def tables(self) -> dict[str, Any]:
        """What is told of each table."""
        return self.about["tables"]

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return self.tables[table]["rows"]

    def strangers(self, table: str) -> int:
        """How many keys of a table are named that none of its rows has."""
        return self.about["strangers"][table]

    def is_nothing(self, table: str, name: str) -> bool:
        """Whether nothing can be recorded in a column: there is no row, or it was introduced since."""
        known = self.tables[table]
        return not known["rows"] or name in known["absent"]

    def labels(self, table: str, name: str) -> tuple[Any, ...] | None:
        """The different values of a column of text or codes, in order."""
        said = self.tables[table]["columns"].get(name)
        if said is None or "labels" not in said:
            return None
        known = said["labels"]
        if isinstance(known, int):
            known = json.loads(zlib.decompress(self.pieces.read(known)))
        return tuple(map(tuple, known)) if TABLES_BY_NAME[table].column(name).kind == CODES else tuple(known)

    def said(self, table: str) -> Said | None:
        """What the files of a table say of it; None where the snapshot has no such table."""
        known = self.tables[table]["said"]
        if known is None:
            return None
        columns, since, until, supplied = known
        first, last = (None if day is None else date.fromisoformat(day) for day in (since, until))
        return Said(tuple(columns), first, last, None if supplied is None else frozenset(supplied))

    def close(self) -> None:
        """Let go of the file."""
        self.pieces.close()


class OneAuthority:
    """The file of one authority, which is made anew where it was altered."""

    def __init__(self, file: CodedFile, *, anew: Callable[[], CodedFile]) -> None:
        self.file, self._anew = file, anew

    def ask(self, question: Callable[[CodedFile], Found]) -> Found:
        """What the file answers, or the one that takes its place where it is not as it was written."""
        try:
            return question(self.file)
        except AlteredError:
            self.file.close()
            self.file = self._anew()
            return question(self.file)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()
