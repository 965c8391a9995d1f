"""The three formats: the same words in each, marked up so that everybody can read them, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.errors import DefinitionError
from purplebook.outputs.paper.layout import TABLE_WIDTH_CM, column_widths
from purplebook.outputs.paper.model import Document, NumberedParagraph, Picture, PrintedTable
from purplebook.outputs.paper.paper_page import html_bytes
from purplebook.outputs.paper.pdf import pdf_bytes, png_bytes
from purplebook.outputs.paper.resolve import resolve
from purplebook.outputs.paper.three_formats import paper_files
from purplebook.outputs.paper.word import docx_bytes
from tests.support.paper_figures import paper_figures
from tests.support.said_council import all_recorded, with_its_own_words

HOSTILE = "<script>alert(1)</script> #panic() $x$ *bold* _low_ @ref \\ [x] {{ 7*7 }} & é שלום"


@pytest.fixture(scope="module")
def document() -> Document:
    paper = with_its_own_words(safeguarding_activity(date(2015, 8, 31)))
    return resolve(paper, paper_figures(paper), snapshot_id="snapshot-1", recorded=all_recorded(paper))


@pytest.fixture(scope="module")
def word(document: Document) -> bytes:
    return docx_bytes(document)


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return pdf_bytes(document)


@pytest.fixture(scope="module")
def html(document: Document) -> str:
    return html_bytes(document).decode()


def blocks(document: Document, kind: type) -> list:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def test_the_same_figures_give_the_same_bytes(document, word, pdf, html):
    assert docx_bytes(document) == word
    assert pdf_bytes(document) == pdf
    assert html_bytes(document).decode() == html


def test_files_are_named_by_paper_and_date(document):
    *made, gaps = paper_files(document).items()
    assert [name for name, _ in made] == [
        f"safeguarding-activity-report-2015-08-31.{ending}" for ending in ("docx", "pdf", "html")
    ]
    assert all(len(content) > 10_000 for _, content in made) and gaps[0] == "gaps-2015-08-31.html"


def test_every_paragraph_and_cell_is_the_same_in_all_three(document, word, pdf, html):
    in_word = docx.Document(io.BytesIO(word))
    word_text = [p.text for p in in_word.paragraphs]
    word_cells = {cell.text for table in in_word.tables for row in table.rows for cell in row.cells}
    squeezed = re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
    for paragraph in blocks(document, NumberedParagraph):
        assert paragraph.text in word_text
        assert paragraph.text.replace("'", "&#39;") in html
        assert re.sub(r"\s+", "", paragraph.text)[:60] in squeezed
    for table in blocks(document, PrintedTable):
        for row in table.rows:
            assert {row.label, *row.cells} <= word_cells


def test_word_has_real_headings_linked_numbers_header_rows_alt_text_and_language(document, word):
    made = docx.Document(io.BytesIO(word))
    headings = [p for p in made.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in headings] == [section.heading for section in document.sections]
    for name, level in (("Heading 1", 0), ("Numbered Paragraph", 1)):
        assert made.styles[name].element.pPr.numPr.ilvl.val == level
    tables = [table for table in made.tables if table.style.name == "Figures Table"]
    assert len(tables) == len(blocks(document, PrintedTable))
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    alternatives = [shape._inline.docPr.get("descr") for shape in made.inline_shapes]
    assert alternatives == [picture.description for picture in blocks(document, Picture)]
    xml = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    assert xml.count(" SEQ Table ") == len(tables)
    assert {element.get(qn("w:val")) for element in made.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert (made.core_properties.title, made.core_properties.language) == (document.title, "en-GB")


def test_word_charts_have_more_than_200_dots_to_the_inch(document):
    picture = blocks(document, Picture)[0]
    width = int.from_bytes(png_bytes(picture)[16:20], "big")
    assert width / (TABLE_WIDTH_CM / 2.54) > 200


def test_the_pdf_is_tagged_as_pdf_ua_with_a_title_alternative_text_and_header_cells(document, pdf):
    with pikepdf.open(io.BytesIO(pdf)) as made:
        metadata = made.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == document.title
        assert str(made.Root.Lang) == "en-GB"
        assert bool(made.Root.ViewerPreferences.DisplayDocTitle)
        found: dict[str, int] = {}
        alternatives: list[str] = []
        without_row_header = 0
        stack = [made.Root.StructTreeRoot]
        while stack:
            element = stack.pop()
            kind = str(element.get("/S", ""))
            found[kind] = found.get(kind, 0) + 1
            if kind == "/Figure":
                alternatives.append(str(element.get("/Alt", "")))
            kids = element.get("/K", [])
            children = [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])]
            children = [kid for kid in children if isinstance(kid, pikepdf.Dictionary)]
            if kind == "/TR" and str(children[0].S) != "/TH":
                without_row_header += 1
            stack.extend(children)
    assert found["/H1"] == len(document.sections) + 3
    assert without_row_header == 0
    assert set(alternatives) == {picture.description for picture in blocks(document, Picture)}


def test_the_pdf_uses_only_the_fonts_we_ship(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as made:
        names = {
            str(item.get("/BaseFont"))
            for item in made.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }
    assert names
    assert all("LiberationSans" in name for name in names)


class Reader(HTMLParser):
    """Collects what an HTML page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_html_stands_alone_and_can_be_read_by_everybody(document, html):
    reader = Reader()
    reader.feed(html)
    tags = [tag for tag, _ in reader.tags]
    assert not {"script", "link", "img", "iframe", "object"} & set(tags)
    assert not [attributes for _, attributes in reader.tags if "style" in attributes or "onclick" in attributes]
    assert re.findall(r'(?:href|src)="(?!#)', html) == []
    assert ("html", {"lang": "en-GB"}) in reader.tags
    assert tags.count("h1") == 1
    assert tags.count("caption") == tags.count("table") == len(blocks(document, PrintedTable))
    assert {attributes.get("scope") for tag, attributes in reader.tags if tag == "th"} == {"col", "row"}
    identifiers = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    targets = {attributes["href"][1:] for tag, attributes in reader.tags if tag == "a" and attributes.get("href")}
    assert targets <= set(identifiers)


def test_words_are_never_taken_for_code_in_any_format(document):
    hostile = replace(document, head=(("To", HOSTILE),), glossary=((HOSTILE, HOSTILE),))
    page = html_bytes(hostile).decode()
    assert "<script>" not in page and "&lt;script&gt;" in page and "{{ 7*7 }}" in page
    made = docx.Document(io.BytesIO(docx_bytes(hostile)))
    assert made.tables[0].rows[0].cells[1].text == HOSTILE
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf_bytes(hostile))).pages)
    assert "#panic() $x$ *bold* _low_ @ref" in text


def test_a_character_that_the_font_cannot_show_is_refused_with_what_to_do(document):
    with pytest.raises(DefinitionError, match="Change that text in the paper"):
        pdf_bytes(replace(document, head=(("To", "👶"),)))


def test_a_table_is_never_wider_than_the_page_and_narrow_columns_stay_readable(document):
    for table in blocks(document, PrintedTable):
        widths = column_widths(table)
        assert sum(widths) <= TABLE_WIDTH_CM + 0.05
        assert min(widths) >= 1.5


def test_headings_have_the_colour_of_the_council_in_every_format(document):
    green = replace(document, heading_colour="#00573D")
    headings = {
        style.name: style.font.color.rgb
        for style in docx.Document(io.BytesIO(docx_bytes(green))).styles
        if style.name in ("Title", "Heading 1", "Heading 2")
    }
    assert {str(colour) for colour in headings.values()} == {"00573D"}
    assert "#00573D" in html_bytes(green).decode() and "#00573D" not in html_bytes(document).decode()
    # 0x57 of 0xff and 0x3d of 0xff, as a PDF writes the parts of a colour.
    drawn = b"".join(page.get_contents().get_data() for page in PdfReader(io.BytesIO(pdf_bytes(green))).pages)
    assert b"0 0.34117648 0.23921569" in drawn


def test_the_paper_of_a_council_takes_its_colour():
    paper = with_its_own_words(safeguarding_activity(date(2015, 8, 31)))
    recorded = all_recorded(paper)
    own = replace(recorded, council=replace(recorded.council, colours={"heading": "#00573D"}))
    made = resolve(paper, paper_figures(paper), snapshot_id="snapshot-1", recorded=own)
    assert made.heading_colour == "#00573D"
