"""Reading XML of any size one element at a time, and believing nothing that it asks for.

A return needs no entities and no document type, so a file that declares one is refused: entities can unpack to fill any
memory, or ask the reader to open other files.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.errors import BadInputError
from purplebook.sources.files import TEXT, InputFile

_START_BYTES = 65_536
_BEFORE_ROOT = 1 << 20
"""No return has so much to say before its first element; a file that has would be searched for ever."""
_DECLARES = (
    "{name}: the file declares a document type or entities, which no return needs and which can do harm. "
    "It was not opened. Export it again from the case system."
)
_NO_ROOT = (
    "{name}: no element begins in the first megabyte, so this is no return. It was not opened. "
    "Export it again from the case system."
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
    refuse_declarations(file)
    with file.path.open("rb") as stream:
        yield from _each(stream, named, name=file.name)


def _each(stream: BinaryIO, named: tuple[str, ...], *, name: str) -> Iterator[etree._Element]:
    depth = 0
    # Only what is named is shown to us: to be shown every element took as long as all the rest.
    reader = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=tuple(f"{{*}}{each}" for each in named),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    is_looked_at = False
    try:
        for event, element in reader:
            if not is_looked_at:
                _refuse_hidden(element, name=name)
                is_looked_at = True
            depth += 1 if event == "start" else -1
            if event == "end" and depth == 0:
                yield element
                element.clear()
                # What came before is done with; left hanging there it would grow to the size of the file.
                while element.getprevious() is not None:
                    del element.getparent()[0]
        if not is_looked_at and reader.root is not None:
            _refuse_hidden(reader.root, name=name)
    except etree.XMLSyntaxError as error:
        # For some faults the error itself tells no line, only the reader's own list of them.
        line = error.lineno or max((entry.line for entry in reader.error_log), default=0) or 1
        raise BadInputError(
            f"{name}, line {line:,}: the XML is broken or cut short there. Export or copy the file again."
        ) from error


def _refuse_hidden(element: etree._Element, *, name: str) -> None:
    """Raise BadInputError for a declaration that the text did not show: an encoding hides it, such as UTF-7."""
    if element.getroottree().docinfo.doctype:
        raise BadInputError(_DECLARES.format(name=name))


def refuse_declarations(file: InputFile) -> None:
    """Raise BadInputError when the file declares a document type or entities; they can only stand before the root.

    A file in which no element begins for very long is refused too.
    """
    start = ""
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        while chunk := stream.read(_START_BYTES):
            start += chunk
            opening = _opening(start)
            if opening is not None and opening.startswith("<!"):
                raise BadInputError(_DECLARES.format(name=file.name))
            if opening is not None:
                return
            if len(start) > _BEFORE_ROOT:
                raise BadInputError(_NO_ROOT.format(name=file.name))


def _opening(start: str) -> str | None:
    """How the first thing begins that is neither `<?…?>` nor `<!--…-->`; None when more must be read to say."""
    at = 0
    while (at := start.find("<", at)) >= 0:
        opening = start[at : at + 4]
        if len(opening) < 4:
            return None
        is_comment = opening == "<!--"
        if not is_comment and not opening.startswith("<?"):
            return opening
        # From after the opening: the comment `<!-->` has only begun.
        closed = start.find("-->", at + 4) if is_comment else start.find("?>", at + 2)
        if closed < 0:
            return None
        at = closed + 2
    return None


@lru_cache(maxsize=10_000)
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; empty for what has none."""
    return _local(element.tag)


def children_by_name(element: etree._Element | None) -> dict[str, list[etree._Element]]:
    """The children by their names, without regard to namespaces, in the order of the file."""
    by_name: dict[str, list[etree._Element]] = {}
    for child in element if element is not None else ():
        name = _local(child.tag)
        if name in by_name:
            by_name[name].append(child)
        else:
            by_name[name] = [child]
    return by_name


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """The children of this name, without regard to namespaces."""
    return [child for child in element if _local(child.tag) == name]


def own_text(element: etree._Element) -> str:
    """The text that an element begins with, each run of blanks as one."""
    text = element.text
    return " ".join(text.split()) if text else ""


def first_texts(element: etree._Element | None) -> dict[str, str]:
    """The text of the first child of each name, without regard to namespaces."""
    texts: dict[str, str] = {}
    for child in element if element is not None else ():
        name = _local(child.tag)
        if name not in texts:
            texts[name] = own_text(child)
    return texts


def text_of(element: etree._Element | None, name: str) -> str:
    """The text of the first child of this name; empty when there is none."""
    if element is not None:
        for child in element:
            if _local(child.tag) == name:
                return own_text(child)
    return ""
