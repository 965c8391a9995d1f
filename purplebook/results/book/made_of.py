"""What a release was made of, so that anyone can tell whether another would be the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from purplebook import __version__
from purplebook.council import Council
from purplebook.results.book.make import Book
from purplebook.store.records_hash import records_hash


def release_facts(
    book: Book,
    *,
    previous: str | None,
    published: Mapping[str, str],
    council: Council,
) -> dict[str, Any]:
    """What the release was made of: records, definitions, standards, published figures, the council, and the program.

    Of what the council says of itself there is a hash for each part that was used, and none for a part it left out.
    """
    return {
        "authority": book.authority,
        "status": book.status,
        "purplebook": __version__,
        "snapshot": {"id": book.snapshot.id, "sha256": records_hash(book.snapshot)},
        "editions": {item.id: item.edition for item in book.indicators},
        "definitions_sha256": _hash([repr(item) for item in book.indicators]),
        "standards_sha256": _hash([f"{name} {item!r}" for name, item in council.standards.items()]),
        "published_sha256": dict(published),
        "council_sha256": {name: sha256 for name, sha256 in council.used.items() if sha256},
        "lateness": book.lateness.note or "learnt from the extracts loaded before",
        "learnt_from": {snapshot.id: records_hash(snapshot) for snapshot in book.learnt_from},
        "previous": previous,
    }


def _hash(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
