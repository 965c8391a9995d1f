"""Whose records a paper or a book is made of: never one council's words over another council's children."""

from __future__ import annotations

from purplebook.council import Council
from purplebook.errors import BadInputError
from purplebook.store import Snapshot


def check_whose(council: Council | None, snapshot: Snapshot, *, authority: str | None = None) -> None:
    """Refuse records that are not of the council whose folder speaks: BadInputError says both codes."""
    code = council.words.code if council else ""
    owners = (authority,) if authority else snapshot.authorities
    if not code or not owners or code in owners:
        return
    listed = ", ".join(owners[:3]) + (" …" if len(owners) > 3 else "")
    raise BadInputError(
        f"council.toml says that these are the records of authority {code}, and those of snapshot {snapshot.id} are of "
        f"{listed}. Put the right code into council.toml, or load the records of {code} into a folder of its own."
    )
