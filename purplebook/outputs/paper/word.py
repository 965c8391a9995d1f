"""Writes the printed document as a Word file that an officer can go on editing."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy

import docx
from docx.document import Document as WordFile
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from purplebook.outputs.paper.layout import INDENT_CM, TABLE_WIDTH_CM, TEXT_WIDTH_CM, column_widths
from purplebook.outputs.paper.model import (
    BulletList,
    Document,
    NumberedParagraph,
    Picture,
    PrintedBlock,
    PrintedTable,
    SmallHeading,
)
from purplebook.outputs.paper.pdf import png_bytes
from purplebook.outputs.paper.word_styles import (
    LANGUAGE,
    PAIRS_STYLE,
    TABLE_STYLE,
    TWIPS_PER_CM,
    dress,
    new_element,
)

PAIRS_FIRST_CM = 4.6
STANDARDS_FIRST_CM = 11.6
ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def docx_bytes(document: Document) -> bytes:
    """The document as Word; the same document always gives the same bytes."""
    file = docx.Document()
    dress(file, heading_colour=document.heading_colour)
    _properties(file, document)
    _footer(file, document)
    _say(file, document.council.upper(), style="Council")
    if document.author_line:
        file.add_paragraph(document.author_line)
    _say(file, document.title, style="Title")
    _pairs(file, document.head, description="Who the report is for, who brings it, and when it is heard")
    for section in document.sections:
        _say(file, section.heading, style="Heading 1")
        for block in section.blocks:
            _block(file, block)
    if document.glossary:
        _say(file, "Glossary", style="Unnumbered Heading")
        _pairs(file, document.glossary, description="Terms used in this report and their meaning")
    _say(file, "How these figures were made", style="Unnumbered Heading")
    for note in document.making_notes:
        file.add_paragraph(note)
    _pairs(file, document.making, description="Where the figures of this report come from")
    if document.standards:
        _say(file, "Standards used", style="Unnumbered Heading")
        _pairs(file, document.standards, description="Practice standards and what they are", first=STANDARDS_FIRST_CM)
    written = io.BytesIO()
    file.save(written)
    return _without_clock(written.getvalue())


def _properties(file: WordFile, document: Document) -> None:
    day = datetime.datetime.combine(document.as_at, datetime.time())
    properties = file.core_properties
    properties.title = document.title
    properties.subject = f"{document.status} figures"
    properties.author = properties.last_modified_by = document.council
    properties.comments = properties.keywords = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = day
    properties.revision = 1


def _footer(file: WordFile, document: Document) -> None:
    footer = file.sections[0].footer.paragraphs[0]
    footer.paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{document.title} · {document.status} figures\tPage ")
    _field(footer, "PAGE", "1")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES", "1")


def _block(file: WordFile, block: PrintedBlock) -> None:
    match block:
        case NumberedParagraph(text=text):
            _say(file, text, style="Numbered Paragraph")
        case BulletList(items):
            for item in items:
                _say(file, item, style="List Bullet")
        case SmallHeading(text):
            _say(file, text, style="Heading 2")
        case PrintedTable():
            _table(file, block)
        case Picture():
            _picture(file, block)


def _table(file: WordFile, block: PrintedTable) -> None:
    _caption(file, "Table", block.number, block.caption)
    widths = column_widths(block)
    table = file.add_table(rows=0, cols=len(widths), style=TABLE_STYLE)
    _settle(table, widths, description=block.caption, indent=INDENT_CM, has_header_row=True)
    _row(table, block.header, is_header=True)
    like: dict[bool, CT_Row] = {}
    for row in block.rows:
        words = (row.label, *row.cells)
        if row.is_total in like:
            _row_like(table, like[row.is_total], words)
        else:
            _row(table, words, is_bold=row.is_total)
            like[row.is_total] = table.rows[-1]._tr
    _say(file, block.source, style="Table Source").paragraph_format.space_after = Cm(0.4)


def _picture(file: WordFile, block: Picture) -> None:
    _caption(file, "Figure", block.number, block.title)
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(INDENT_CM)
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(io.BytesIO(png_bytes(block)), width=Cm(TABLE_WIDTH_CM))
    properties = picture._inline.docPr
    properties.set("name", f"Figure {block.number}")
    properties.set("title", block.title)
    properties.set("descr", block.description)
    _say(file, block.source, style="Table Source").paragraph_format.space_after = Cm(0.4)


def _pairs(
    file: WordFile, pairs: Sequence[tuple[str, str]], *, description: str, first: float = PAIRS_FIRST_CM
) -> None:
    table = file.add_table(rows=0, cols=2, style=PAIRS_STYLE)
    widths = (first, TEXT_WIDTH_CM - first)
    _settle(table, widths, description=description, indent=0, has_header_row=False)
    for number, pair in enumerate(pairs):
        if number:
            _row_like(table, table.rows[0]._tr, pair)
            continue
        cells = _row(table, pair)
        cells[1].alignment = WD_ALIGN_PARAGRAPH.LEFT
        for cell in table.rows[-1].cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.TOP
        for paragraph in cells:
            paragraph.paragraph_format.keep_with_next = False


def _row(
    table: WordTable, words: Sequence[str], *, is_header: bool = False, is_bold: bool = False
) -> list[WordParagraph]:
    """Add a row that stays whole and stays with the next one; only the first column is on the left."""
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    properties.append(new_element("cantSplit"))
    if is_header:
        properties.append(new_element("tblHeader"))
    paragraphs = []
    for index, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = cell.paragraphs[0]
        paragraph._p.style = _style_id("Table Cell")
        paragraph.add_run(text).bold = True if is_bold else None
        paragraph.paragraph_format.keep_with_next = True
        if index:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraphs.append(paragraph)
    return paragraphs


def _row_like(table: WordTable, row: CT_Row, words: Sequence[str]) -> None:
    """Add a row that is set as another one is, with other words: python-docx takes a thousand calls for a new one."""
    copied = deepcopy(row)
    table._tbl.append(copied)
    for cell, text in zip(copied.tc_lst, words, strict=True):
        cell.p_lst[0].r_lst[0].text = text


def _settle(
    table: WordTable, widths: Sequence[float], *, description: str, indent: float, has_header_row: bool
) -> None:
    """Fix a table's widths, and say what it is to those who hear it: the order of the elements is the schema's."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    properties = table._tbl.tblPr
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "dxa")
    width.set(qn("w:w"), str(round(sum(widths) * TWIPS_PER_CM)))
    width.addnext(new_element("tblInd", w=str(round(indent * TWIPS_PER_CM)), type="dxa"))
    look = properties.find(qn("w:tblLook"))
    look.attrib.clear()
    look.set(qn("w:val"), "0420" if has_header_row else "0480")
    look.set(qn("w:firstRow"), "1" if has_header_row else "0")
    look.set(qn("w:firstColumn"), "0" if has_header_row else "1")
    look.set(qn("w:noVBand"), "1")
    look.set(qn("w:noHBand"), "1")
    properties.append(new_element("tblCaption", val=description))
    properties.append(new_element("tblDescription", val=description))


def _say(file: WordFile, words: str, *, style: str) -> WordParagraph:
    paragraph = file.add_paragraph(words)
    # By its id, because python-docx looks a style's name up among all styles for each paragraph: two seconds a paper.
    paragraph._p.style = _style_id(style)
    return paragraph


def _style_id(name: str) -> str:
    return name.replace(" ", "")


def _caption(file: WordFile, kind: str, number: int, words: str) -> None:
    caption = _say(file, f"{kind} ", style="Caption")
    _field(caption, f"SEQ {kind} \\* ARABIC", str(number))
    caption.add_run(f": {words}")


def _field(paragraph: WordParagraph, instruction: str, shown: str) -> None:
    """A field that Word counts anew, with what it shows until then."""
    paragraph.add_run()._r.append(new_element("fldChar", fldCharType="begin"))
    asked = new_element("instrText")
    asked.set(qn("xml:space"), "preserve")
    asked.text = f" {instruction} "
    paragraph.add_run()._r.append(asked)
    paragraph.add_run()._r.append(new_element("fldChar", fldCharType="separate"))
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(new_element("fldChar", fldCharType="end"))


def _without_clock(content: bytes) -> bytes:
    """The same Word file without the time of day that each of its parts was written at."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            fixed = zipfile.ZipInfo(part.filename, date_time=ZIP_DAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(part.filename))
    return written.getvalue()
