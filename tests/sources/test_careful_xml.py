"""Reading XML one element at a time: nothing it asks for is done, and memory does not grow with the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from purplebook.errors import BadInputError
from purplebook.sources.careful_xml import elements, start_of, text_of
from purplebook.sources.files import examine

SECRET = "SECRET-CHILD-99"


def texts(path: Path) -> list[str]:
    """What the element `id` of every child says."""
    return [text_of(child, "id") for child in elements(examine(path), named=("child",))]


def refused(path: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        texts(path)
    said = str(caught.value)
    assert said.startswith(path.name) and SECRET not in said
    return said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "us-ascii"])
def test_every_encoding_that_the_file_declares_or_shows(write, encoding):
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><all><child><id>Zoë &#x1F476; &amp; &lt;</id></child></all>'
    assert texts(write("a.xml", text.encode(encoding, "xmlcharrefreplace"))) == ["Zoë 👶 & <"]


@pytest.mark.parametrize("declared", ["utf-8", "no-such-encoding", "", "utf-16"])
def test_an_encoding_that_is_not_the_one_declared(write, declared):
    text = f'<?xml version="1.0" encoding="{declared}"?><all><child><id>{SECRET} é</id></child></all>'
    assert "the XML is broken or cut short" in refused(write("a.xml", text.encode("latin-1")))


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE all [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "<!DOCTYPE all [<!ENTITY % a \"<!ENTITY b 'ha'>\">%a;]>",
        '<!DOCTYPE all SYSTEM "http://example.invalid/a.dtd">',
        '<!DOCTYPE all [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        "<?a b?><!-- <all> -->\n<!DOCTYPE all>",
        "<!DOCTYPE all>",
        "<!--><all a='--><!DOCTYPE all>",
        "<!-- \u2d2d\u3e3c\u6161 --><!DOCTYPE all>",
        f"<!-- {'a' * 70_000} --><!DOCTYPE all>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_no_document_type_is_read_in_whatever_encoding(write, before, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{before}<all><child><id>{SECRET}</id></child></all>'
    said = refused(write("a.xml", text.encode(encoding, "xmlcharrefreplace")))
    # UTF-7 hides the words from a look at the bytes, and the parser may not know it at all.
    assert "declares a document type" in said or encoding == "utf-7"


def test_an_entity_that_nothing_declares(write):
    assert "line 2" in refused(write("a.xml", f"<all>\n<child><id>{SECRET}&b;</id></child></all>"))


def test_what_looks_like_a_declaration_but_is_text(write):
    text = "<all><child><id><![CDATA[<!DOCTYPE a>]]> &lt;!ENTITY</id></child></all>"
    assert texts(write("a.xml", text)) == ["<!DOCTYPE a> <!ENTITY"]


def test_a_number_cut_in_two_by_a_comment_is_whole(write):
    assert texts(write("a.xml", "<all><child><id>12<!-- a -->3<?b c?>4</id></child></all>")) == ["1234"]


@pytest.mark.parametrize("depth", [255, 2_000, 100_000])
def test_elements_nested_without_end(write, depth):
    """Either read or refused; a hundred thousand would take the stack of a reader that calls itself."""
    deep = "<a>" * depth + "</a>" * depth
    path = write("a.xml", f"<all><child><id>1</id>{deep}</child>{deep}<child><id>2</id></child></all>")
    try:
        assert texts(path) == ["1", "2"]
    except BadInputError as error:
        assert depth > 1_000 and str(error).startswith("a.xml, line 1")


def test_a_text_of_twenty_megabytes(write):
    long = "x" * 20_000_000
    assert texts(write("a.xml", f"<all><child><id>{long}</id></child><child><id>2</id></child></all>")) == [long, "2"]


@pytest.mark.parametrize("filling", ["<!-- " + "<a " * 20 + "-->\n", "\n" * 60, "<?a " + "b " * 30 + "?>"])
def test_megabytes_before_the_first_element_are_not_searched_for_ever(write, filling):
    path = write("a.xml", filling * (3_000_000 // len(filling)) + "<all><child><id>1</id></child></all>")
    assert "no element begins in the first megabyte" in refused(path)


def test_a_file_without_any_element(write):
    assert "the XML is broken or cut short" in refused(write("a.xml", f"<!-- {SECRET} -->"))


@pytest.mark.parametrize("place", range(1, 58, 4))
def test_a_file_cut_short_anywhere(write, place):
    whole = f"<all><child><id>{SECRET}</id></child><child><id>2</id></child></all>"
    assert "cut short" in refused(write("a.xml", whole[:place]))


def test_the_line_of_the_fault_is_told(write):
    text = "<all>\n<child><id>1</id></child>\n<child><id>2</ie></child>\n</all>"
    assert refused(write("a.xml", text)).startswith("a.xml, line 3: ")


def test_a_namespace_and_a_child_inside_a_child(write):
    text = '<x:all xmlns:x="urn:a"><x:child><x:id>1</x:id><x:child><x:id>2</x:id></x:child></x:child></x:all>'
    assert texts(write("a.xml", text)) == ["1"]


def test_the_start_is_only_that_of_xml(write):
    for content, start in (("\n <a/>", "<a/>"), ("a,b\n<a/>", ""), (b"PK\x03\x04<a/>", ""), ("", "")):
        assert start_of(examine(write("a.xml", content))) == start


_MEASURED = """
import resource, sys
from pathlib import Path
from purplebook.sources.careful_xml import elements
from purplebook.sources.files import examine
file = examine(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in elements(file, named=("child",)))
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("name", ["child", "other"])
def test_memory_does_not_grow_with_the_file_even_when_its_elements_are_not_asked_for(write, name):
    """Twelve megabytes of elements would be some hundred as a tree."""
    one = f"<{name}>" + "<id>1</id>\n" * 10 + f"</{name}>"
    count = 12_000_000 // len(one)
    path = write("a.xml", f"<all>{one * count}<child/></all>")
    done = subprocess.run([sys.executable, "-c", _MEASURED, str(path)], capture_output=True, text=True, check=True)
    found, megabytes = map(int, done.stdout.split())
    assert found == (count + 1 if name == "child" else 1)
    assert megabytes < 20
