"""Another council's book and paper, made of the demo's own records, hold nothing of the council it invents."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from purplebook.cli import main
from purplebook.council import council_of
from purplebook.definitions.law import LAWS
from tests.support.made_once import made_once

DAY = "2015-08-31"
NAME = "Westmarsh Council"
CODE = "330"
"""A real authority's code, which published populations are known of."""


def say(*words: object) -> Result:
    """Say words to the command line; unlike the fixture of this name it may be said once for many tests."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def other(demo_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council whose folder is as `init` made it, with the demo's records; its book and its paper lie in `made`."""

    def make(folder: Path) -> None:
        folder.mkdir()
        place = folder / "council"
        files = sorted((demo_output / "files").glob("*.csv"))
        for words in (
            ("init", place, "--authority", CODE, "--name", NAME),
            ("load", *files, "--store", place, "--as-at", DAY, "--covers-from", "2011-04-01"),
            ("book", "--as-at", DAY, "--store", place, "--out", folder / "made"),
            ("paper", "--as-at", DAY, "--store", place, "--out", folder / "made"),
        ):
            answer = say(*words)
            assert answer.exit_code == 0, answer.output

    return made_once(tmp_path_factory, "another-council", make)


@pytest.fixture(scope="module")
def texts(other: Path) -> dict[str, str]:
    """Everything that can be read in the book, the paper and the list of its gaps, by file."""
    return {path.name: words_of(path) for path in sorted((other / "made").iterdir()) if path.suffix in READERS}


def _marked_up(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def _zipped(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return " ".join(archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels")))


READERS = {
    ".html": lambda path: path.read_text("utf-8"),
    ".docx": _zipped,
    ".xlsx": _zipped,
    ".pdf": lambda path: " ".join(page.extract_text() for page in PdfReader(path).pages),
    ".csv": lambda path: path.read_text("utf-8"),
}


def words_of(path: Path) -> str:
    """What a person can read in a file."""
    return _marked_up(READERS[path.suffix](path))


def test_the_book_and_the_paper_are_all_read(texts: dict[str, str]):
    assert {Path(name).suffix for name in texts} == set(READERS)
    assert {name for name, text in texts.items() if NAME in text} >= {"book.html", "book.xlsx"}
    assert all(NAME.upper() in text or NAME in text for name, text in texts.items() if "report" in name)


def test_no_name_target_or_sentence_of_the_invented_council_stands_in_them(texts: dict[str, str], demo_output: Path):
    theirs = council_of(demo_output)
    words, in_law = theirs.words, {law.words for law in LAWS}
    said = {
        *("Reading", "Thamesbridge", theirs.words.code, "870", words.name, words.committee or ""),
        *words.officers.values(),
        *(partnership.name for partnership in words.partnerships if partnership.name not in in_law),
        *(event.words for event in words.events),
        *(series.reason for series in theirs.series),
        *(part for sentence in words.sentences for part in re.split(r"\{[^}]*\}", sentence.words) if len(part) > 20),
        *(f"{target.direction} {target.value.normalize():f}" for target in theirs.targets),
        *(target.source for target in theirs.targets),
    }
    assert len(said) > 20
    found = [
        (name, phrase)
        for name, text in texts.items()
        for phrase in said
        if phrase and is_said(phrase, text) and not is_a_count(phrase, name)
    ]
    assert found == []


def is_said(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text by itself: "at most 120" is not said by "at most 1200" or "at most 120.5"."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?![\w]|\.\d)", text) is not None


def is_a_count(phrase: str, name: str) -> bool:
    """A code of three digits may be any count in a table of counts."""
    return phrase.isdigit() and Path(name).suffix in (".xlsx", ".csv")


def test_its_rates_are_of_its_own_children_with_the_year_and_the_source(other: Path, texts: dict[str, str]):
    answer = say("figures", "--indicator", "RF02", "--period", "FY2014-15", "--store", other / "council", "--json")
    # 283,467 children aged 0 to 17 in the middle of 2014, as published.
    assert '"denominator": 283467' in answer.stdout
    assert "divided by 283,467 children aged 0 to 17 in the middle of 2014 (ONS mid-year estimates" in answer.stderr
    for name in ("book.html", "book.xlsx"):
        assert "283,467 children aged 0 to 17 in the middle of 2014 (ONS mid-year estimates" in texts[name]
    for name in (f"safeguarding-activity-report-{DAY}.html", f"safeguarding-activity-report-{DAY}.docx"):
        assert re.search(r"Rates are divided by .*children aged 0 to 17 in the middle of 2015 \(ONS", texts[name])


def test_the_demo_s_own_figures_go_by_the_populations_that_it_loads(demo_output: Path):
    answer = say("figures", "--indicator", "RF02", "--period", "FY2014-15", "--store", demo_output, "--json")
    assert '"denominator": 34700' in answer.stdout
    assert "Invented mid-year estimate" in answer.stderr


def test_whom_it_is_held_against_is_its_own_neighbours_or_nobody(demo_output: Path, other: Path):
    assert council_of(demo_output).stands_for == {"899": "870"}
    assert council_of(other / "council").stands_for == {}
