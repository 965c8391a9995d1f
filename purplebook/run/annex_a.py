"""The records as they were known on a day → Ofsted's Annex A workbook, held against the figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.results.annex_a import Reconciled
from purplebook.run.endings import ending_of
from purplebook.run.of_snapshot.annex_a import AnnexA, annex_a_bytes
from purplebook.run.place import Place
from purplebook.run.words import read_day, several
from purplebook.run.written import write_file

WHERE = "Name a file in a folder where you may write and that has room, such as --out ~/annex-a.xlsx."


def annex_a(place: Place, *, as_at: str | date | None = None, authority: str | Iterable[str] = ()) -> AnnexA:
    """The eleven lists of one authority as bytes of a workbook, of the snapshot's own day unless one is named."""
    day = read_day(as_at)
    snapshot = place.snapshot(day)
    return annex_a_bytes(snapshot, as_at=day or snapshot.as_at, authorities=several(authority))


def write_annex_a(
    place: Place,
    *,
    out: Path,
    as_at: str | date | None = None,
    authority: str | Iterable[str] = (),
    may_replace: bool = False,
) -> AnnexA:
    """Write the workbook to a file that the owner alone can read, and say what is in it."""
    check_place(out, may_replace=may_replace)
    workbook = annex_a(place, as_at=as_at, authority=authority)
    try:
        write_file(out, workbook.content, may_replace=may_replace, what_to_do=WHERE)
    except FileExistsError as fault:
        raise BadInputError(f"{out} is there already. Name another file, or say --replace to write over it.") from fault
    return workbook


def check_place(out: Path, *, may_replace: bool) -> None:
    """Refuse a name that is no workbook's, a folder that is not there, and a file that is."""
    ending_of(out, (".xlsx",), what="Annex A", example="annex-a")
    if out.is_dir() or not out.parent.is_dir():
        raise BadInputError(f"{out} cannot be written. Name a file in a folder that is there: --out annex-a.xlsx.")
    if out.exists() and not may_replace:
        raise BadInputError(f"{out} is there already. Name another file, or say --replace to write over it.")


__all__ = ["AnnexA", "Reconciled", "annex_a", "write_annex_a"]
