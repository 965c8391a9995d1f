"""Reading XML of any size one element at a time, and believing nothing that it asks for.

A return needs no entities and no document type, so a file that declares one is refused: entities can unpack to fill any
memory, or ask the reader to open other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.errors import BadInputError
from purplebook.sources.files import TEXT, InputFile

_START_BYTES = 65_536
_NAME = re.compile(r"(?:[\w.-]+:)?([^\W\d][\w.-]*)[\s/>]")
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
    root_name = refuse_declarations(file)
    with file.path.open("rb") as stream:
        yield from _each(stream, named, root_name=root_name, name=file.name)


def _each(stream: BinaryIO, named: tuple[str, ...], *, root_name: str, name: str) -> Iterator[etree._Element]:
    depth, root = 0, None
    # Only the root and what is named are shown to us: to be shown every element took as long as all the rest.
    reader = etree.XMLPullParser(
        events=("start", "end"),
        tag=tuple(f"{{*}}{each}" for each in (root_name, *named) if each),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        chunk = b"."
        while chunk:
            chunk = stream.read(_START_BYTES)
            if chunk:
                reader.feed(chunk)
            else:
                last = reader.close()
                if root is None:
                    _refuse_hidden(last, name=name)
            for event, element in reader.read_events():
                if root is None:
                    _refuse_hidden(element, name=name)
                    root = element.getroottree().getroot()
                if _local(element.tag) not in named:
                    continue
                depth += 1 if event == "start" else -1
                if event == "end" and depth == 0:
                    yield element
                    element.clear()
            if root is not None and depth == 0:
                _forget_what_ended(root)
    except etree.XMLSyntaxError as error:
        # For some faults the error itself tells no line, only the reader's own list of them.
        line = error.lineno or max((entry.line for entry in reader.feed_error_log), default=0) or 1
        raise BadInputError(
            f"{name}, line {line:,}: the XML is broken or cut short there. Export or copy the file again."
        ) from error


def _forget_what_ended(root: etree._Element) -> None:
    """Take away all that ended before what is being read: left hanging there it would grow to the size of the file."""
    element = root
    while len(element):
        del element[:-1]
        element = element[-1]


def _refuse_hidden(element: etree._Element, *, name: str) -> None:
    """Raise BadInputError for a declaration that the text did not show: an encoding hides it, such as UTF-7."""
    if element.getroottree().docinfo.doctype:
        raise BadInputError(_DECLARES.format(name=name))


def refuse_declarations(file: InputFile) -> str:
    """Raise BadInputError when the file declares a document type or entities; they can only stand before the root.

    A file in which no element begins for very long is refused too.  Returns the root's name without its namespace.
    """
    start = ""
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        while chunk := stream.read(_START_BYTES):
            start += chunk
            opening = _opening(start)
            if opening is not None and start.startswith("<!", opening):
                raise BadInputError(_DECLARES.format(name=file.name))
            if opening is not None:
                root = _NAME.match(start, opening + 1)
                return root[1] if root else ""
            if len(start) > _BEFORE_ROOT:
                raise BadInputError(_NO_ROOT.format(name=file.name))
    return ""


def _opening(start: str) -> int | None:
    """Where the first thing begins that is neither `<?…?>` nor `<!--…-->`; None when more must be read to say."""
    at = 0
    while (at := start.find("<", at)) >= 0:
        opening = start[at : at + 4]
        if len(opening) < 4:
            return None
        is_comment = opening == "<!--"
        if not is_comment and not opening.startswith("<?"):
            return at
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
    if not text:
        return ""
    words = text.split()
    return words[0] if len(words) == 1 else " ".join(words)


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
