"""Who reads the book and the paper of a day side by side finds one story: the same verdicts, the same so far."""

from __future__ import annotations

import csv
import io
import re
import shutil
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from lxml import html as markup  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.definitions import indicator_by_id
from purplebook.store.releases import release_named
from tests.whole.conftest import Say

DAYS = ("2015-07-31", "2015-08-31")


@pytest.fixture(scope="module", params=DAYS)
def both(request, story: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A day's release, and the words of its book and of its paper."""
    from click.testing import CliRunner

    from purplebook.cli import main

    out = tmp_path_factory.mktemp("paper")
    answer = CliRunner().invoke(main, ["paper", "--as-at", request.param, "--store", str(story), "--out", str(out)])
    assert answer.exit_code == 0, answer.output
    (paper,) = out.glob("*report*.html")
    release = release_named(story / "store", request.param)
    return release.path, words_of(release.file("book.html").read_text()), words_of(paper.read_text())


def words_of(page: str) -> str:
    """What a reader reads of a page, cells and paragraphs apart."""
    tree = markup.fromstring(page)
    for hidden in tree.xpath("//style | //svg"):
        hidden.drop_tree()
    for block in tree.xpath("//p | //td | //th | //li | //h1 | //h2 | //h3 | //caption | //figcaption | //summary"):
        block.tail = f"\n{block.tail or ''}"
    return re.sub(r"[ \t\N{NO-BREAK SPACE}]+", " ", tree.text_content())


def verdicts(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "verdicts.csv").read_text())))


def test_each_verdict_that_the_paper_gives_is_the_books_word_for_word(both: tuple[Path, str, str]):
    folder, book, paper = both
    given = 0
    for row in verdicts(folder):
        title = indicator_by_id(row["indicator"]).title
        for said in re.findall(rf"{re.escape(title)}: ([a-z ,]+)\. (.+)", paper):
            assert said[0].startswith(row["verdict"]), (row["indicator"], said)
            assert said[1].startswith(row["sentence"]), (row["indicator"], said)
            assert row["sentence"] in book, row["indicator"]
            given += 1
    assert given >= 10, "the paper says of many of its measures how they stand"


def test_what_the_book_calls_still_filling_up_the_paper_calls_so_far(both: tuple[Path, str, str]):
    folder, _, paper = both
    rows = pq.read_table(folder / "judged.parquet").to_pylist()
    day = date.fromisoformat(folder.name[:10])
    last = f"{day:%Y-%m}"
    filling = {row["indicator"] for row in rows if row["period"] == last and row["verdict"] == "still filling up"}
    assert {"RF01", "CP01"} <= filling, "the newest month of referrals is never complete on its last day"
    text = next(line for line in paper.splitlines() if "children with a child protection plan. That" in line)
    assert "what is given for" in text and "so far" in text
    key_figures = paper[paper.index("Key figures:") : paper.index("Events are counted over")]
    lines = [line.strip() for line in key_figures.splitlines() if line.strip()]
    at = lines.index("Referrals to social care")
    assert lines[at + 2].endswith(" so far") and lines[at + 3] == "not yet"


def test_neither_claims_a_change_but_by_a_verdict(both: tuple[Path, str, str]):
    _, book, paper = both
    claim = re.compile(r"\b(fell|rose|fallen|risen|a (?:fall|rise) of|continues? to be high)\b")
    assert claim.findall(paper) == []
    # What an indicator counts may speak of the month that a referral falls in; verdicts may not.
    said = [line for line in book.splitlines() if re.match(r"(Higher|Lower|No sign|Has changed|Still filling)", line)]
    assert said and not [line for line in said if claim.search(line)]


def test_the_months_that_the_paper_of_2015_took_for_a_fall_are_so_far_in_both(story: Path, tmp_path: Path, say: Say):
    shutil.copytree(story, tmp_path / "place", symlinks=True)
    answer = say("paper", "--as-at", "2015-08-31", "--store", tmp_path / "place", "--out", tmp_path / "out")
    assert answer.exit_code == 0, answer.output
    (page,) = (tmp_path / "out").glob("*report*.html")
    paper = words_of(page.read_text())
    assert "July and August 2015, so far" in paper
    assert re.search(r"Still filling up: what is given for July and August 2015 is so far\.", paper)
    book = words_of(release_named(story / "store", "2015-08-31").file("book.html").read_text())
    assert re.search(r"Still filling up: 118 so far in July 2015", book)
    assert re.search(r"Still filling up: 146 so far in August 2015", book)
