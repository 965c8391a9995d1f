"""The coded files of a snapshot: opened where they are whole, and made where they are not.

They are made when records are loaded.  Those of an older snapshot, and any that is missing, cut or altered, are made
from the records by whoever first needs them; where nothing can be written, in memory.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence

from purplebook.engine.kept.coded_file import CodedFile, OneAuthority
from purplebook.engine.records.sources import Lacking, Sources
from purplebook.store import Snapshot
from purplebook.store.beside import coded_path, is_in_a_store, write_coded
from purplebook.store.pieces import AlteredError, open_pieces, pieces_of
from purplebook.store.records_hash import records_hash
from purplebook.tables import DATA_TABLES


def opened_parts(snapshot: Snapshot, authorities: Sequence[str] = ()) -> dict[str, OneAuthority] | None:
    """The files of a snapshot, or of some of its authorities; None where they cannot say what the records are."""
    wanted = tuple(dict.fromkeys(authorities)) or snapshot.authorities
    if not wanted or not set(wanted) <= set(snapshot.authorities):
        return None
    whose = records_hash(snapshot)
    parts = {code: _part(snapshot, code, whose) for code in wanted}
    if len(wanted) == len(snapshot.authorities) and not _are_all(snapshot, parts):
        # Rows of no authority are in no file.
        for part in parts.values():
            part.close()
        return None
    return parts


def keep(snapshot: Snapshot) -> None:
    """Make the coded files of a snapshot that are missing, one authority at a time; where none can be kept, none."""
    whose = records_hash(snapshot)
    for code in snapshot.authorities:
        _part(snapshot, code, whose).close()


def _part(snapshot: Snapshot, code: str, whose: str) -> OneAuthority:
    def anew() -> CodedFile:
        return _made(snapshot, code, whose)

    return OneAuthority(_opened(snapshot, code, whose) or anew(), anew=anew)


def _opened(snapshot: Snapshot, code: str, whose: str) -> CodedFile | None:
    """The file as it lies on the disk; None where it is missing, altered, or of other records."""
    try:
        file = CodedFile(open_pieces(coded_path(snapshot, code)))
    except AlteredError:
        return None
    if file.is_of(code, records_hash=whose):
        return file
    file.close()
    return None


def _made(snapshot: Snapshot, code: str, whose: str) -> CodedFile:
    """The file made from the records, and put in its place if it can be."""
    # What is made from records needs their readers; what was made before does not.
    from purplebook.engine.kept.coder import coded_bytes

    with snapshot.reading():
        content = coded_bytes(
            Sources(snapshot, (code,)),
            absent_columns(snapshot),
            said={name: snapshot.said_of(name) for name in snapshot.table_names},
            filled=frozenset(table.name for table in snapshot.manifest.tables if table.row_count),
            authority=code,
            records_hash=whose,
        )
    if is_in_a_store(snapshot):
        # A store that nobody may write to is read all the same.
        with contextlib.suppress(OSError):
            write_coded(coded_path(snapshot, code), content)
    return CodedFile(pieces_of(content))


def absent_columns(snapshot: Snapshot) -> Mapping[str, Sequence[str]]:
    """By table the columns that were introduced after a snapshot was loaded."""
    return {table: tuple(name for name, _ in columns) for table, columns in Lacking(snapshot).items()}


def _are_all(snapshot: Snapshot, parts: Mapping[str, OneAuthority]) -> bool:
    """Whether the files have every row of the snapshot."""
    counts = {table.name: table.row_count for table in snapshot.manifest.tables}
    return all(
        sum(part.file.rows(table.name) for part in parts.values()) == counts.get(table.name, 0) for table in DATA_TABLES
    )
