"""Writes a paper in its three formats, and the page of its gaps beside. The only file here that touches the disk."""

from __future__ import annotations

from pathlib import Path

from purplebook.outputs.paper.gaps_page import gaps_page
from purplebook.outputs.paper.model import Document
from purplebook.outputs.paper.paper_page import html_bytes
from purplebook.outputs.paper.pdf import pdf_bytes
from purplebook.outputs.paper.word import docx_bytes

WRITERS = (("docx", docx_bytes), ("pdf", pdf_bytes), ("html", html_bytes))


def write_document(document: Document, *, out: Path) -> tuple[Path, ...]:
    """Write a printed document in every format. All are made before the first is written."""
    files = [(f"{document.name}-{document.as_at.isoformat()}.{ending}", write(document)) for ending, write in WRITERS]
    return _written(files, out=out)


def write_gaps(document: Document, *, out: Path) -> Path:
    """Write the page that tells the author what the paper leaves out."""
    return _written([(f"gaps-{document.as_at.isoformat()}.html", gaps_page(document))], out=out)[0]


def _written(files: list[tuple[str, bytes]], *, out: Path) -> tuple[Path, ...]:
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (out / name).write_bytes(content)
    return tuple(out / name for name, _ in files)
