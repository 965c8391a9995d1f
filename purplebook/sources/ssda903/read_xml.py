"""The return as one XML file: the same rows as the CSV files hold, found in elements.

A `source_row` is the record's ordinal in the file.  One HEADER element may hold several records: the child, and what
the CSV files tell in files of their own (UASC, AD1, OC3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.errors import BadInputError
from purplebook.sources.files import TEXT, InputFile
from purplebook.sources.raw import Source
from purplebook.sources.ssda903 import layout
from purplebook.sources.ssda903.given import Given, GivenRow, given_row, without_repeats
from purplebook.sources.ssda903.layout import Layout
from purplebook.store.loaded import RowIssue

_HEAD_CHARACTERS = 65_536
_ROOT = re.compile(r"<(?:[\w.-]+:)?EXPSSDA903[\s/>]")
_RENAMED = {"CHILDID": "CHILD", "PL": "PLACE"}
_NAMES_IN_XML = {ours: name for name, ours in _RENAMED.items()}
_RECORDS: Mapping[str, Layout] = {
    "EPISODE": layout.EPISODES,
    "AREVIEW": layout.REVIEWS,
    "AMISSING": layout.MISSING,
    "PERMANENCE": layout.PREVIOUS_PERMANENCE,
    "OC2": layout.OC2,
    "AD_PLACED": layout.PLACED_FOR_ADOPTION,
}
_IN_HEADER = (layout.AD1, layout.OC3)
_LAYOUTS = (layout.HEADER, layout.UASC, *_RECORDS.values(), *_IN_HEADER)
_SHARED = ("CHILD", "DOB", "SEX")


def is_xml(file: InputFile) -> bool:
    """Whether the file is XML whose root is the return's."""
    if file.kind != TEXT:
        return False
    head = _head(file)
    return head.lstrip("\ufeff \t\r\n").startswith("<") and _ROOT.search(head) is not None


def read_xml(file: InputFile, *, format_name: str) -> Given:
    """Every record of the file; raises BadInputError when it is no sound XML or declares a document type."""
    source = Source(file.name, None, format_name, file.sha256)
    rows: list[GivenRow] = []
    issues: list[RowIssue] = []
    count = 0
    for count, (kind, cells, extra) in enumerate(_records(file), start=1):
        if kind is None:
            issues.append(_unknown(source, count))
            continue
        row, faulty = given_row(cells, source=source, number=count, layout=kind, extra=extra)
        issues += faulty
        if row is not None:
            rows.append(row)
    kept, repeats = without_repeats(rows)
    return Given(source, kept, 0, (*issues, *repeats), layouts=_LAYOUTS)


def record_cells(file: InputFile) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    """Each record's number, as a row's `source_row` gives it, and its texts by the names of the elements.

    A record of the header's is shown with the header's elements that it holds; one that was left out has no texts.
    """
    for number, (_, cells, extra) in enumerate(_records(file), start=1):
        both = {**cells, **extra}
        yield number, tuple((_NAMES_IN_XML.get(name, name), text) for name, text in both.items() if text)


def _records(file: InputFile) -> Iterator[tuple[Layout | None, dict[str, str], dict[str, str]]]:
    root = _ROOT.search(head := _head(file))
    if "<!DOCTYPE" in head[: root.start() if root else None]:
        raise _document_type(file)
    try:
        for child in _children(file):
            yield from _records_of(child)
    except etree.XMLSyntaxError as error:
        # The parser's own words may quote the file, so only the line is told.
        raise BadInputError(
            f"{file.name}, line {error.lineno}: the XML is cut short or damaged there. Export it again."
        ) from error


def _document_type(file: InputFile) -> BadInputError:
    return BadInputError(
        f"{file.name}: the file declares a document type (DOCTYPE), which the return does not have and which could "
        "draw in other files. Export it again without."
    )


def _head(file: InputFile) -> str:
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        return stream.read(_HEAD_CHARACTERS)


def _children(file: InputFile) -> Iterator[Any]:
    """Each child's element, dropped when it was read, so that a file of any size needs little memory."""
    with file.path.open("rb") as stream:
        parser = etree.iterparse(
            stream, events=("end",), tag="{*}CHILD", resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, element in parser:
            # A declaration may hide behind a comment that names the root; nothing in it was resolved.
            if element.getroottree().docinfo.doctype:
                raise _document_type(file)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _records_of(child: Any) -> Iterator[tuple[Layout | None, dict[str, str], dict[str, str]]]:
    """The records of one child: the header's first, then the others in the order of the file."""
    header = next((element for element in child if _name(element) == "HEADER"), None)
    given = {} if header is None else _leaves(header)
    shared = {name: given[name] for name in _SHARED if given.get(name)}
    if header is not None:
        known = {name: given[name] for name in layout.HEADER.columns if name in given}
        header_names = {*layout.HEADER.columns, "UASC", "DUC", *(name for kind in _IN_HEADER for name in kind.columns)}
        yield layout.HEADER, known, {name: text for name, text in given.items() if name not in header_names and text}
        if given.get("UASC", "").lower() in ("1", "true") or given.get("DUC"):
            yield layout.UASC, _of(layout.UASC, given, shared=shared), {}
        for header_kind in _IN_HEADER:
            own = _of(header_kind, given, shared={})
            if any(own[name] for name in own if name not in _SHARED):
                yield header_kind, _of(header_kind, given, shared=shared), {}
    for element in (*(header if header is not None else ()), *child):
        name = _name(element)
        if not len(element) or name == "HEADER":
            continue
        kind = _RECORDS.get(name)
        cells = _leaves(element)
        if kind is None:
            matched = layout.match_header(("CHILD", *cells))
            kind = matched.layout if matched else None
        if kind is None:
            yield None, {}, {}
            continue
        extra = {name: text for name, text in cells.items() if name not in kind.columns and text}
        yield kind, _of(kind, cells, shared=shared), extra


def _of(kind: Layout, cells: Mapping[str, str], *, shared: Mapping[str, str]) -> dict[str, str]:
    both = {**shared, **cells}
    return {name: both[name] for name in kind.columns if name in both}


def _leaves(element: Any) -> dict[str, str]:
    """The texts of the elements that hold no others, by the names of the CSV files."""
    leaves = ((_name(leaf), leaf) for leaf in element)
    return {_RENAMED.get(name, name): (leaf.text or "").strip() for name, leaf in leaves if name and not len(leaf)}


def _name(element: Any) -> str:
    """The element's name without its namespace; empty for a comment."""
    return etree.QName(element).localname.upper() if isinstance(element.tag, str) else ""


def _unknown(source: Source, number: int) -> RowIssue:
    return RowIssue(
        file_name=source.file_name,
        sheet=None,
        row=number,
        column=None,
        value=None,
        reason="the element is not one of the return",
        what_to_do="The element was left out. Check that the file is an SSDA903 return.",
        is_rejected=True,
    )
