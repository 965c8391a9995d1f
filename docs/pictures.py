"""Takes the pictures that the documents show, and says whether they are of what the product makes today.

    python docs/pictures.py                   makes the invented council in a folder of its own and takes every picture
    python docs/pictures.py --demo FOLDER     takes them of a council that `purplebook demo --every-month` made

A picture is taken of a *sitting*: the pages of the paper, or the part of the book, that it shows.  `pictures.toml`
keeps the fingerprint of each sitting and of the picture taken of it, and a test holds the sittings of today against it.
So a picture that is out of date fails the build, and no browser is needed to know.  Only taking that of the book needs
Chromium.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import typst
from lxml import html as markup  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

FOLDER = ROOT / "docs" / "pictures"
RECORD = FOLDER / "pictures.toml"
FONTS = ROOT / "purplebook" / "outputs" / "fonts"
DAY = "2015-08-31"
PAPER, BOOK = "paper.png", "book.png"
PAGES_WITH = ("Purpose of report and executive summary", "Figure 3:", "Figure 5:")
"""What stands on each page of the paper that is shown; the first page that has it is taken."""
SHOWN_OF_BOOK = "RF01"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
BOOK_SIZE = (900, 900)
WRITTEN = "# Written by `make pictures`: what each picture was taken of. Do not change it by hand.\n"


@dataclass(frozen=True)
class Taken:
    """What the record holds of a picture: the fingerprints of its sitting and of the picture itself."""

    sitting: str
    picture: str


def paper_of(demo: Path) -> Path:
    """The paper that the demo makes."""
    return demo / "paper" / f"safeguarding-activity-report-{DAY}.pdf"


def book_of(demo: Path) -> Path:
    """The book that `purplebook book` makes of the demo's twelve extracts."""
    return demo / "store" / "releases" / f"{DAY}-v1" / "book.html"


def pages_shown(paper: Path) -> tuple[int, ...]:
    """The places of the pages that the picture shows, from 0; a page that is not there is a fault of this file."""
    texts = [page.extract_text() for page in pypdf.PdfReader(paper).pages]
    places = []
    for words in PAGES_WITH:
        place = next((place for place, text in enumerate(texts) if words in text), None)
        if place is None:
            raise SystemExit(
                f"No page of the paper holds “{words}”. Choose another for PAGES_WITH in docs/pictures.py."
            )
        places.append(place)
    return tuple(places)


def sitting_of_paper(paper: Path) -> str:
    """The fingerprint of what is drawn on the pages that the picture shows."""
    with pikepdf.open(paper) as pdf:
        drawn = [pdf.pages[place].Contents.read_bytes() for place in pages_shown(paper)]
    return hashlib.sha256(b"\n".join(drawn)).hexdigest()


def excerpt_of_book(book: Path) -> str:
    """The head of the book and one indicator as a page of its own, without what a reader must open first."""
    page = markup.fromstring(book.read_text(encoding="utf-8"))
    section = page.get_element_by_id(SHOWN_OF_BOOK)
    for hidden in section.xpath(".//details"):
        hidden.drop_tree()
    head = _text_of(page.xpath("//head/style"))
    body = _text_of([*page.xpath("//header | //main/h1 | //main/p[@class='status']"), section])
    return f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">{head}</head>\n<body>{body}</body></html>'


def _text_of(elements: Iterable[Any]) -> str:
    return "".join(str(markup.tostring(element, encoding="unicode", with_tail=False)) for element in elements)


def sitting_of_book(book: Path) -> str:
    """The fingerprint of the part of the book that the picture shows."""
    return hashlib.sha256(excerpt_of_book(book).encode()).hexdigest()


def take_paper(paper: Path, picture: Path) -> None:
    """Draw the chosen pages beside one another."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(paper, Path(folder) / "paper.pdf")
        pages = ", ".join(
            f'box(fill: white, stroke: 0.75pt + rgb("#b8b0a8"), image("paper.pdf", page: {place + 1}, width: 595pt))'
            for place in pages_shown(paper)
        )
        source = Path(folder) / "pictures.typ"
        source.write_text(
            '#set page(width: auto, height: auto, margin: 10pt, fill: rgb("#f2f1ef"))\n'
            f"#grid(columns: {len(PAGES_WITH)}, gutter: 10pt, {pages})\n",
            encoding="utf-8",
        )
        typst.compile(source, output=picture, format="png", ppi=72)


def take_book(book: Path, picture: Path) -> None:
    """Have a browser draw the excerpt, set in the fonts that ship with the product."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        raise SystemExit(
            "The picture of the book needs Chromium: apt-get install chromium, and then `make pictures` again."
        )
    faces = "".join(
        f'@font-face {{ font-family: "Liberation Sans"; font-weight: {weight}; src: url({(FONTS / name).as_uri()}); }}'
        for weight, name in (("normal", "LiberationSans-Regular.ttf"), ("bold", "LiberationSans-Bold.ttf"))
    )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "book.html"
        page.write_text(excerpt_of_book(book).replace("</head>", f"<style>{faces}</style></head>"), encoding="utf-8")
        words = [
            *(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--allow-file-access-from-files",
            ),
            *(f"--user-data-dir={folder}/profile", f"--screenshot={picture}"),
            *("--window-size={},{}".format(*BOOK_SIZE), page.as_uri()),
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=120)


def record() -> dict[str, Taken]:
    """What is recorded of each picture."""
    return {name: Taken(**facts) for name, facts in tomllib.loads(RECORD.read_text(encoding="utf-8")).items()}


def fingerprint(path: Path) -> str:
    """The fingerprint of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def take_all(demo: Path) -> None:
    """Take every picture and write down what it was taken of."""
    take_paper(paper_of(demo), FOLDER / PAPER)
    take_book(book_of(demo), FOLDER / BOOK)
    sittings = {PAPER: sitting_of_paper(paper_of(demo)), BOOK: sitting_of_book(book_of(demo))}
    lines = [
        f'\n["{name}"]\nsitting = "{sitting}"\npicture = "{fingerprint(FOLDER / name)}"\n'
        for name, sitting in sittings.items()
    ]
    RECORD.write_text(WRITTEN + "".join(lines), encoding="utf-8")
    print(*(f"took {(FOLDER / name).relative_to(ROOT)}" for name in sittings), sep="\n")


def commands(demo: Path) -> Iterator[tuple[str, ...]]:
    """What makes the council that sits for the pictures."""
    yield ("demo", "--every-month", "--out", str(demo))
    yield ("book", "--as-at", DAY, "--store", str(demo))


def main() -> None:
    """Take the pictures of the demo that is named, or of one made for it."""
    parser = argparse.ArgumentParser(description="Take the pictures that the documents show.")
    parser.add_argument("--demo", type=Path, help="a folder made by `purplebook demo --every-month`, with its book")
    chosen = parser.parse_args()
    if chosen.demo:
        take_all(chosen.demo)
        return
    with tempfile.TemporaryDirectory() as folder:
        for words in commands(Path(folder) / "demo"):
            subprocess.run(
                [sys.executable, "-m", "purplebook", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
            )
        take_all(Path(folder) / "demo")


if __name__ == "__main__":
    main()
