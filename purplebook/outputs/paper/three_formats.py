"""A paper in its three formats, and the page of its gaps beside: the names of the files and their bytes."""

from __future__ import annotations

from purplebook.outputs.paper.gaps_page import gaps_page
from purplebook.outputs.paper.model import Document
from purplebook.outputs.paper.paper_page import html_bytes
from purplebook.outputs.paper.pdf import pdf_bytes
from purplebook.outputs.paper.word import docx_bytes

WRITERS = (("docx", docx_bytes), ("pdf", pdf_bytes), ("html", html_bytes))


def paper_files(document: Document) -> dict[str, bytes]:
    """A printed document in every format, and last the page that tells its author what it leaves out."""
    day = document.as_at.isoformat()
    files = {f"{document.name}-{day}.{ending}": write(document) for ending, write in WRITERS}
    return {**files, f"gaps-{day}.html": gaps_page(document)}
