"""The shell of every page: one frame, nothing from elsewhere, and no word taken for code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from purplebook import __version__
from purplebook.outputs import pages
from purplebook.outputs.pages import Page, page_bytes, table
from purplebook.outputs.pages.tables import breakable
from tests.support.released import Page as Taken

FOLDER = Path(pages.__file__).parent
STYLES = sorted(path.stem for path in FOLDER.glob("*.css") if path.stem != "page")
HOSTILE = "<script>alert('x')</script> & {braces} \"quotes\" é"


def written(**changed: object) -> str:
    facts = {"title": "A page", "body": (), "style": "book", "skip": "Skip", "status": "Provisional"} | changed
    return page_bytes(Page(**facts)).decode()  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("style", STYLES)
def test_every_page_has_a_language_a_title_a_way_past_its_head_and_what_it_was_made_from(style: str):
    text = written(style=style, owner="A council", byline="By the director", made_from=("provisional", "snapshot S1"))
    page = Taken(text)
    assert page.faults == [] and page.headings == [1]
    assert '<html lang="en-GB">' in text and "<title>A page – A council</title>" in text
    assert page.links == ["#main"] and page.ids["main"] == 1
    assert 'content="width=device-width, initial-scale=1"' in text
    assert f"<footer><p>A page · provisional · snapshot S1 · purplebook {__version__}</p></footer>" in text
    assert [page.tags[tag] for tag in ("header", "main", "footer", "style")] == [1, 1, 1, 1]


def test_a_page_without_an_owner_has_no_empty_head():
    assert "<header>" not in written() and "<title>A page</title>" in written()


@pytest.mark.parametrize("place", ["title", "skip", "status", "owner", "byline", "description"])
def test_words_are_never_taken_for_code(place: str):
    text = written(**{place: HOSTILE})
    assert "<script" not in text and "&lt;script&gt;" in text and "{braces}" in text
    assert "<script" not in written(made_from=(HOSTILE,)) and "<script" not in written(body=(HOSTILE,))
    assert "<i>ours</i>" in written(body=(Markup("<i>ours</i>"),))


@pytest.mark.parametrize("name", ["page", *STYLES])
def test_no_stylesheet_asks_for_anything_from_elsewhere(name: str):
    style = (FOLDER / f"{name}.css").read_text("utf-8")
    assert not re.search(r"@import|url\(|//|expression|</", style)
    assert style.count("{") == style.count("}")


def test_every_page_prints_and_fits_a_phone():
    style = (FOLDER / "page.css").read_text("utf-8")
    assert "@media print" in style and "@media (max-width: 40rem)" in style
    assert re.search(r"\.scrolls \{ overflow-x: auto; \}", style)


def test_a_table_can_be_heard_and_scrolls_in_its_own_box():
    text = str(table("What <there> is", ("Name", "Count", "Why"), [(HOSTILE, 1, "so"), ("b", 2, HOSTILE)], words=(2,)))
    page = Taken(text)
    assert page.faults == [] and page.tables[0].caption == "What <there> is"
    assert [head.get("scope") for head in page.tables[0].heads] == ["col"] * 3 + ["row"] * 2
    assert text.count('class="words"') == 3 and "<script" not in text
    assert text.startswith('<div class="scrolls" tabindex="0" role="region" aria-label="What &lt;there&gt; is">')


def test_a_long_name_breaks_after_dots_and_underlines_alone():
    assert breakable("child_protection.started_on") == "child_<wbr>protection.<wbr>started_<wbr>on"
    assert breakable("<b>.x") == "&lt;b&gt;.<wbr>x"


def test_no_other_file_of_ours_builds_a_page():
    shells = [path for path in FOLDER.parents[1].rglob("*") if path.suffix in (".py", ".jinja", ".html")]
    assert {path.name for path in shells if "<html" in path.read_text("utf-8").lower()} == {"page.py"}
