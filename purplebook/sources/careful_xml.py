"""Reading XML of any size one element at a time, and believing nothing that it asks for.

A return needs no entities and no document type, so a file that declares one is refused: entities can unpack to fill any
memory, or ask the reader to open other files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.errors import BadInputError
from purplebook.sources.files import TEXT, InputFile

_START_BYTES = 65_536
_DECLARES = (
    "{name}: the file declares a document type or entities, which no return needs and which can do harm. "
    "It was not opened. Export it again from the case system."
)


def start_of(file: InputFile) -> str:
    """The beginning of a file that looks like XML; empty for any other."""
    if file.kind != TEXT:
        return ""
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        start = stream.read(_START_BYTES).lstrip()
    return start if start.startswith("<") else ""


def elements(file: InputFile, *, named: tuple[str, ...]) -> Iterator[etree._Element]:
    """Yield each element of these names as it ends, and forget it when the next is asked for.

    Names are without their namespace; an element inside another that is yielded is not yielded itself.  Raises
    BadInputError for a file that declares entities or a document type, or that is no sound XML.
    """
    refuse_declarations(file.path, name=file.name)
    try:
        with file.path.open("rb") as stream:
            yield from _each(stream, named, name=file.name)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise BadInputError(
            f"{file.name}, line {line:,}: the XML is broken or cut short there. Export or copy the file again."
        ) from error


def _each(stream: BinaryIO, named: tuple[str, ...], *, name: str) -> Iterator[etree._Element]:
    depth = 0
    reader = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    for event, element in reader:
        if element.getparent() is None and element.getroottree().docinfo.doctype:
            # The bytes did not show it: the file is in an encoding that hides it, such as UTF-7.
            raise BadInputError(_DECLARES.format(name=name))
        if local_name(element) not in named:
            continue
        depth += 1 if event == "start" else -1
        if event == "end" and depth == 0:
            yield element
            element.clear()
            # What came before is done with; left hanging there it would grow to the size of the file.
            while element.getprevious() is not None:
                del element.getparent()[0]


def refuse_declarations(path: Path, *, name: str) -> None:
    """Raise BadInputError when the file declares a document type or entities; they can only stand before the root."""
    start = b""
    with path.open("rb") as stream:
        while chunk := stream.read(_START_BYTES):
            start += chunk.replace(b"\x00", b"")
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                raise BadInputError(_DECLARES.format(name=name))
            if _has_root(start):
                return


def _has_root(start: bytes) -> bool:
    """Whether the first element has begun: what may stand before it are only `<?…?>` and `<!--…-->`."""
    rest = start
    while (at := rest.find(b"<")) >= 0:
        opening = rest[at : at + 4]
        end = b"?>" if opening.startswith(b"<?") else b"-->" if opening == b"<!--" else None
        if end is None:
            return len(opening) > 1 and not opening.startswith(b"<!")
        closed = rest.find(end, at)
        if closed < 0:
            return False
        rest = rest[closed + len(end) :]
    return False


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; empty for what has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """The children of this name, without regard to namespaces."""
    return [child for child in element if local_name(child) == name]


def text_of(element: etree._Element | None, name: str) -> str:
    """The text of the first child of this name; empty when there is none."""
    if element is not None:
        for child in element:
            if local_name(child) == name:
                return " ".join((child.text or "").split())
    return ""
