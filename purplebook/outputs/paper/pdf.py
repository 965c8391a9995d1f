"""Writes the printed document as a tagged PDF (PDF/UA-1) with Typst, and charts as pictures for Word."""

from __future__ import annotations

import datetime
import io
import json
from functools import cache
from pathlib import Path

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name

from purplebook.errors import DefinitionError
from purplebook.outputs.fonts import FONT_FAMILY, FONT_FOLDER
from purplebook.outputs.paper.layout import INDENT_CM, column_widths
from purplebook.outputs.paper.model import (
    BulletList,
    Document,
    NumberedParagraph,
    Picture,
    PrintedBlock,
    PrintedTable,
    SmallHeading,
)

TEMPLATE = Path(__file__).with_name("paper.typ")
PICTURE_PPI = 240.0


def pdf_bytes(document: Document) -> bytes:
    """The document as PDF; the same document always gives the same bytes."""
    midnight = datetime.datetime.combine(document.as_at, datetime.time(), tzinfo=datetime.UTC)
    try:
        content = typst.compile(
            TEMPLATE.read_bytes(),
            format="pdf",
            font_paths=_fonts(),
            sys_inputs={"document": json.dumps(_as_data(document), ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=midnight,
        )
    except typst.TypstError as cause:
        # An accessible PDF may not hold a character that its font cannot show.
        raise DefinitionError(f"The paper cannot be written as PDF: {cause}. Change that text in the paper.") from cause
    return _with_row_headers(content)


def png_bytes(picture: Picture) -> bytes:
    """A chart as a picture for Word, at more than 200 dots per inch of the printed page."""
    page = (
        f"#set page(width: {picture.width}pt, height: {picture.height}pt, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    )
    return typst.compile(
        page.encode(), format="png", ppi=PICTURE_PPI, font_paths=_fonts(), sys_inputs={"svg": picture.svg}
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER])


def _as_data(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "council": document.council,
        "author_line": document.author_line,
        "as_at": [document.as_at.year, document.as_at.month, document.as_at.day],
        "description": f"{document.title}. {document.status} figures.",
        "footer": f"{document.title} · {document.status} figures",
        "font": FONT_FAMILY,
        "indent_cm": INDENT_CM,
        "heading_colour": document.heading_colour,
        "head": document.head,
        "sections": [
            {"number": section.number, "heading": section.heading, "blocks": [_block(b) for b in section.blocks]}
            for section in document.sections
        ],
        "glossary": document.glossary,
        "standards": document.standards,
        "making": document.making,
        "making_notes": document.making_notes,
    }


def _block(block: PrintedBlock) -> dict[str, object]:
    match block:
        case NumberedParagraph(number, text):
            return {"kind": "paragraph", "number": number, "text": text}
        case BulletList(items):
            return {"kind": "bullets", "items": items}
        case SmallHeading(text):
            return {"kind": "heading", "text": text}
        case PrintedTable():
            return {
                "kind": "table",
                "number": block.number,
                "caption": block.caption,
                "header": block.header,
                "rows": [{"label": r.label, "cells": r.cells, "is_total": r.is_total} for r in block.rows],
                "source": block.source,
                "widths": column_widths(block),
            }
        case Picture():
            return {
                "kind": "chart",
                "number": block.number,
                "title": block.title,
                "svg": block.svg,
                "description": block.description,
                "source": block.source,
            }


def _with_row_headers(content: bytes) -> bytes:
    """Tag the first cell of each table row as that row's header, which Typst cannot say yet."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        _retag(pdf, pdf.Root.StructTreeRoot)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, fix_metadata_version=False)
    return written.getvalue()


def _retag(pdf: pikepdf.Pdf, element: pikepdf.Object) -> None:
    for child in _children(element):
        cells = _children(child)
        if child.get("/S") == Name.TR and cells and cells[0].get("/S") == Name.TD:
            attributes = cells[0].get("/A")
            kept = [a for a in (attributes if isinstance(attributes, Array) else [attributes]) if a is not None]
            kept.append(pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name.Row)))
            cells[0].S = Name.TH
            cells[0].A = Array(kept)
        _retag(pdf, child)


def _children(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]
