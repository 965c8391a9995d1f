"""The numbers of a coded file, made as wide as counting has them."""

from __future__ import annotations

from typing import Any

import numpy as np

from purplebook.engine.columns.numbered import NO_LINK, nothing_of
from purplebook.engine.columns.values import NONE, Values
from purplebook.engine.kept.coded_file import CodedFile
from purplebook.store.pieces import AlteredError
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import IDENTIFIER


def column_of(file: CodedFile, table: str, name: str) -> Values | None:
    """A column; None where it was not coded.  A key comes without labels: mostly its order is asked."""
    kind = TABLES_BY_NAME[table].column(name).kind
    if file.is_nothing(table, name):
        return nothing_of(kind, file.rows(table))
    said = file.tables[table]["columns"].get(name)
    if said is None:
        return None
    data = _numbers(file, said, file.rows(table), none=NONE)
    return Values(data, () if kind == IDENTIFIER else file.labels(table, name), said.get("scale", 1))


def link_of(file: CodedFile, table: str, name: str) -> np.ndarray:
    """For each row the number of the row that its link names."""
    if file.is_nothing(table, name):
        return np.full(file.rows(table), NO_LINK, np.int32)
    return _numbers(file, file.tables[table]["links"][name], file.rows(table), none=NO_LINK)


def _numbers(file: CodedFile, said: dict[str, Any], count: int, *, none: int) -> np.ndarray:
    if "own" in said:
        return np.arange(count, dtype=np.int32)
    if "nothing" in said:
        return np.full(count, none, np.int32)
    least, most = said["least"], said["most"]
    # As narrow as `values.narrow` makes them: what does not fit beside the mark of what is not recorded is wide.
    width = np.int32 if least >= NONE and most < -NONE else np.int64
    stored = np.frombuffer(file.pieces.read(said["piece"]), said["type"])
    if len(stored) != count:
        raise AlteredError
    made = stored.astype(width)
    made += least - 1
    if "gaps" in said:
        made[stored == 0] = none
    return made
