"""Writes a paper in its three formats. The only file here that touches the disk."""

from __future__ import annotations

from pathlib import Path

from purplebook.language.papers import Paper
from purplebook.outputs.paper.model import Document
from purplebook.outputs.paper.paper_page import html_bytes
from purplebook.outputs.paper.pdf import pdf_bytes
from purplebook.outputs.paper.resolve import resolve
from purplebook.outputs.paper.word import docx_bytes
from purplebook.results.figures import Figures

WRITERS = (("docx", docx_bytes), ("pdf", pdf_bytes), ("html", html_bytes))


def write_paper(paper: Paper, figures: Figures, *, out: Path, snapshot_id: str) -> tuple[Path, ...]:
    """Write the paper as Word, PDF and HTML in the folder `out`; the same figures give the same bytes."""
    return write_document(resolve(paper, figures, snapshot_id=snapshot_id), out=out)


def write_document(document: Document, *, out: Path) -> tuple[Path, ...]:
    """Write a printed document in every format. All are made before the first is written."""
    made = [(f"{document.name}-{document.as_at.isoformat()}.{ending}", write(document)) for ending, write in WRITERS]
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made:
        (out / name).write_bytes(content)
    return tuple(out / name for name, _ in made)
