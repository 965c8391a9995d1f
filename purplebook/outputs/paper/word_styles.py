"""The styles of the Word paper: real headings and one numbering for 1. and 1.1, so that an officer can edit it."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from purplebook.outputs.paper.layout import INDENT_CM

# Word has Arial everywhere; Liberation Sans has the same widths, so pages break alike where it stands in.
FONT = "Arial"
QUIET = RGBColor(0x3B, 0x42, 0x46)
BLACK = RGBColor(0x0B, 0x0C, 0x0C)
NUMBERING_ID = "90"
TABLE_STYLE = "Figures Table"
PAIRS_STYLE = "Pairs Table"
LANGUAGE = "en-GB"
TWIPS_PER_CM = 567


def dress(file: WordFile, *, heading_colour: str) -> None:
    """Give an empty Word file the paper's page, language, styles and numbering; a colour is written as #3D2C6B."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.2)
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    _paragraph_styles(file, headings=RGBColor.from_string(heading_colour.lstrip("#")))
    _numbering(file)
    _table_styles(file, rule_colour=heading_colour.lstrip("#"))


def _paragraph_styles(file: WordFile, *, headings: RGBColor) -> None:
    normal = _style(file, "Normal", size=12, after=6)
    normal.paragraph_format.line_spacing = 1.08
    _style(file, "Title", size=17.5, colour=headings, bold=True, before=6, after=8)
    _remove_border(file, "Title")
    _style(file, "Heading 1", size=15, colour=headings, bold=True, before=18, after=8)
    small = _style(file, "Heading 2", size=12.5, colour=headings, bold=True, before=12, after=6)
    small.paragraph_format.left_indent = Cm(INDENT_CM)
    caption = _style(file, "Caption", size=11.5, colour=BLACK, bold=True, before=10, after=4)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.left_indent = Cm(INDENT_CM)
    listed = _style(file, "List Bullet", size=12, after=4)
    listed.paragraph_format.left_indent = Cm(INDENT_CM + 0.6)
    listed.paragraph_format.first_line_indent = Cm(-0.6)
    _style(file, "Footer", size=9, colour=QUIET)
    _add(file, "Numbered Paragraph", size=12, after=8)
    _add(file, "Unnumbered Heading", base="Heading 1", size=15, colour=headings, bold=True, before=18, after=8)
    source = _add(file, "Table Source", size=9.5, colour=QUIET, before=3, after=3)
    source.paragraph_format.left_indent = Cm(INDENT_CM)
    _add(file, "Table Cell", size=11, after=0).paragraph_format.line_spacing = 1.0
    _add(file, "Council", size=12, bold=True, after=2)


def _style(
    file: WordFile,
    name: str,
    *,
    size: float,
    colour: RGBColor | None = None,
    bold: bool | None = None,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = file.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False if bold else None
    if colour is not None:
        style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # the theme's fonts would win over the name
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _add(file: WordFile, name: str, *, base: str = "Normal", **look) -> ParagraphStyle:
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = file.styles[base]
    style.quick_style = True
    return _style(file, name, **look)


def _remove_border(file: WordFile, name: str) -> None:
    properties = file.styles[name].element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _numbering(file: WordFile) -> None:
    hanging = round(INDENT_CM * TWIPS_PER_CM)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for level, style, text in ((0, "Heading1", "%1."), (1, "NumberedParagraph", "%1.%2"))
    )
    numbering = file.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING_ID}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="{NUMBERING_ID}"/></w:num>')
    )
    _link(file, "Heading 1", level=0)
    _link(file, "Numbered Paragraph", level=1)
    unnumbered = file.styles["Unnumbered Heading"]
    assert isinstance(unnumbered, ParagraphStyle)
    unnumbered.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    unnumbered.paragraph_format.left_indent = unnumbered.paragraph_format.first_line_indent = Cm(0)


def _link(file: WordFile, name: str, *, level: int) -> None:
    # get_or_add keeps the order of the schema: Word calls a file corrupt when numPr stands in the wrong place.
    properties = file.styles[name].element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(NUMBERING_ID)


def _table_styles(file: WordFile, *, rule_colour: str) -> None:
    rule = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>'
    header = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{rule_colour}"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="ECE8F4"/></w:tcPr></w:tblStylePr>'
    )
    names = '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    for name, conditional in ((TABLE_STYLE, header), (PAIRS_STYLE, names)):
        file.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
                f"<w:tblPr><w:tblBorders>{rule.format(side='top')}{rule.format(side='bottom')}"
                f"{rule.format(side='insideH')}</w:tblBorders>"
                '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
                '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
                f"{conditional}</w:style>"
            )
        )


def new_element(name: str, **attributes: str) -> BaseOxmlElement:
    """A Word element with attributes, all in Word's own name space."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
