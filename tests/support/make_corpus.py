"""Makes tests/sources/corpus: small files with every awkward thing that councils' files hold.  All children invented.

python -m tests.support.make_corpus        writes the files anew; a test checks that the kept ones are the same
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.support.corpus_returns import RETURNS
from tests.support.corpus_tables import TABLES
from tests.support.corpus_workbooks import WORKBOOKS

CORPUS = Path(__file__).resolve().parent.parent / "sources" / "corpus"


def corpus_files() -> Mapping[str, bytes]:
    """Every file by its path within the corpus."""
    parts = (TABLES, RETURNS, WORKBOOKS)
    files = {name: content for part in parts for name, content in part.items()}
    assert len(files) == sum(map(len, parts)), "two files have one name"
    return files


def main() -> None:
    """Write every file of the corpus."""
    for name, content in corpus_files().items():
        path = CORPUS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
