"""Every number that the documents tell a reader is worked out again: from the declarations, the demo or a measurement.

A number that nothing works out must be a fact of somebody else's (a law, a date, a version), named in SOMEBODY_ELSES.
What commands print, and the tables that a command writes into a page, are held by the tests of those pages.
"""

from __future__ import annotations

import csv
import importlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from purplebook.cli import main
from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.results.book.months_of_book import MONTHS
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.store import Store
from purplebook_demo.scale.authorities import SCALES
from tests.support.document_numbers import numbers_of, words_of
from tests.unit.test_layers import LONGEST_FILE

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results"
HELD_ELSEWHERE = {
    "docs/guide/tour.md": "test_tour.py takes the tour again and compares the page",
}
DOCUMENTS = sorted(
    name
    for path in (
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "TENETS.md")),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs" / "guide").glob("*.md"),
        *(ROOT / "docs" / "contributing").glob("*.md"),
    )
    if (name := path.relative_to(ROOT).as_posix()) not in HELD_ELSEWHERE
)
WORDS = {name: words_of((ROOT / name).read_text("utf-8")) for name in DOCUMENTS}


@dataclass(frozen=True)
class Facts:
    """What the product says of itself and of the invented council today."""

    demo: Path
    story: Callable[[], Path]

    @cached_property
    def tally(self) -> Counter[str]:
        with (self.demo / "tally.csv").open(encoding="utf-8-sig", newline="") as file:
            return Counter(row["verdict"] for row in csv.DictReader(file))

    @cached_property
    def rows(self) -> int:
        return sum(
            table.row_count for table in Store.open(self.demo / "store").snapshot_for(date(2015, 8, 31)).manifest.tables
        )

    def numerator(self, indicator: str, period: str, as_at: str) -> int:
        words = ("figures", "--indicator", indicator, "--period", period, "--as-at", as_at, "--json")
        answer = CliRunner().invoke(main, [*words, "--store", str(self.demo / "store")])
        assert answer.exit_code == 0, answer.output
        return json.loads(answer.stdout)[0]["numerator"]

    @staticmethod
    def measured(name: str) -> dict:
        return json.loads((RESULTS / f"{name}.json").read_text("utf-8"))


def longest_line() -> int:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["line-length"]


def length_of_most_files() -> int:
    """The least round number of lines that three files in four keep within."""
    lengths = sorted(
        len(path.read_text("utf-8").splitlines())
        for room in ("purplebook", "purplebook_demo")
        for path in (ROOT / room).rglob("*.py")
    )
    return -(-lengths[len(lengths) * 3 // 4] // 100) * 100


def benchmark(name: str) -> ModuleType:
    """A file of benchmarks/, which import one another by their bare names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        return importlib.import_module(name)


def months_of_sizes() -> tuple[int, ...]:
    """The months that are asked of the council, and of the larger sizes."""
    years = benchmark("records").YEARS
    assert years["region"] == years["england"]
    return years["council"] * 12, years["region"] * 12


def cells_of_sizes() -> tuple[int, int]:
    """The fewest and the most cells that are measured apart, of the sizes that measure."""
    cells = [count for size, count in benchmark("bench_all_indicators").CELLS.items() if size != "tiny"]
    return min(cells), max(cells)


Work = Callable[[Facts], tuple[object, ...]]
CLAIMS: tuple[tuple[str, Work], ...] = (
    (r"loads its ([\d,]+) records", lambda facts: (f"{facts.rows // 100_000 * 100_000:,}",)),
    (r"(\d+) figures were printed in such a paper", lambda facts: (facts.tally.total(),)),
    (
        r"(\d+) are reproduced as printed, (\d+) fit only when the words are read as another count "
        r"\(with what the words give beside it\), (\d+) contradict the rest of the paper \(each with the proof\), and "
        r"(\d+) are not",
        lambda facts: tuple(
            facts.tally[name]
            for name in ("reproduced", "fits only under another reading", "contradicted", "not derivable")
        ),
    ),
    (
        r"(\d+) authorities, or all of England's (\d+) with (\d+) million rows",
        lambda facts: (
            SCALES["region"].authority_count,
            SCALES["england"].authority_count,
            facts.measured("all-indicators-england")["fused"]["rows"] // 1_000_000,
        ),
    ),
    (r"works out (\d+) indicators", lambda facts: (len(INDICATORS),)),
    (
        r"July was (\d+) referrals, and is (\d+)",
        lambda facts: tuple(facts.numerator("RF01", "2015-07", day) for day in ("2015-08-31", "2015-09-30")),
    ),
    (r"most under (\d+) lines, none over (\d+)\.", lambda facts: (length_of_most_files(), LONGEST_FILE)),
    (r"No file is longer than (\d+) lines", lambda facts: (LONGEST_FILE,)),
    (r"Lines up to (\d+) characters", lambda facts: (longest_line(),)),
    (r"Ofsted's (\w+) lists, layouts", lambda facts: ({11: "eleven"}[len(ANNEX_A_LISTS)],)),
    (
        r"more than (\d+) days, with the first and the last day both counted",
        lambda facts: re.findall(r"more than (\d+) days with the first and the last", indicator_by_id("CP06").source),
    ),
    (r"every figure: (\d+) months, quarters", lambda facts: (MONTHS,)),
    (r"all indicators, (\d+) months with their quarters", lambda facts: (MONTHS,)),
    (r"a region \| (\d+) invented authorities", lambda facts: (SCALES["region"].authority_count,)),
    (r"\((\d+) for the council, (\d+) for the others\)", lambda facts: months_of_sizes()),
    (r"an even sample of (\d+) to (\d+) cells", lambda facts: cells_of_sizes()),
    (r"England \| (\d+) invented authorities", lambda facts: (SCALES["england"].authority_count,)),
)
"""Words of a document with a group for each number, and what works the numbers out, in their order."""

SOMEBODY_ELSES: tuple[tuple[str, str], ...] = (
    (r"\b(19|20)\d\d\b", "a year"),
    (r"\d+ (January|March|June|July|August|September|December)", "a day"),
    (r"Python 3\.11", "the version that pyproject.toml asks for"),
    (r"day 0\b", "how a clock is counted"),
    (r"per 10,000", "how the Department gives rates"),
    (r"section 47", "a law"),
    (r"decision (8|14)\b", "the number of a page"),
    (r"was measured once on the same machine, quiet:.*?4 GB\.", "a measurement of one day, and its aim"),
    (r"the aim of 2 GB", "an aim"),
    (r"The aim is under 8 CPU seconds", "an aim"),
    (r"the same plan took about 90 times .*?202 CPU seconds against 2\.2", "a measurement of one day"),
    (r"1\.6 million open cases and months \(20 authorities\)", "a measurement of one day"),
    (r"692 statements were planned anew", "a measurement of one day"),
    (r"the first 24\s+complete months", "how long a baseline is, which docs/decisions/0013 decides"),
    (r'"[^"]*(848 is usual|more usually come)[^"]*"', "an example of a sentence"),
    (r"4 million labelled rows", "a measurement of one day"),
)
"""Words whose numbers are not ours to work out, and what they are."""


@pytest.fixture(scope="module")
def facts(demo_output: Path, request: pytest.FixtureRequest) -> Facts:
    # The book of twelve months is dear, so it is made only for the number that needs it.
    return Facts(demo_output, lambda: request.getfixturevalue("story"))


@pytest.mark.parametrize(("words", "work"), CLAIMS, ids=[words for words, _ in CLAIMS])
def test_a_number_of_the_documents_is_what_is_worked_out(words: str, work: Work, facts: Facts):
    said = [(name, match.groups()) for name, text in WORDS.items() for match in re.finditer(words, text)]
    assert said, "no document says this any more: take it out of CLAIMS"
    expected = tuple(map(str, work(facts)))
    assert [(name, numbers) for name, numbers in said if numbers != expected] == [], f"it is {expected}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_number_stands_in_a_document_that_nothing_holds(name: str):
    text = WORDS[name]
    held = [match.span() for words, _ in (*CLAIMS, *SOMEBODY_ELSES) for match in re.finditer(words, text)]
    loose = [found for found in numbers_of(text) if not any(start <= found.start < end for start, end in held)]
    assert not loose, "\n".join(
        [f"Work these numbers of {name} out in CLAIMS, or say whose they are in SOMEBODY_ELSES:"]
        + [f"  {found.number} in “{found.around}”" for found in loose]
    )


@pytest.mark.parametrize(("words", "whose"), SOMEBODY_ELSES, ids=[words for words, _ in SOMEBODY_ELSES])
def test_what_is_left_to_others_still_stands_in_a_document(words: str, whose: str):
    assert whose and any(re.search(words, text) for text in WORDS.values())
