"""How long a children in need census takes to load, and how much memory, beside lxml merely building the whole tree.

    python benchmarks/bench_cin_census_reading.py

The census is made for the run.  Each reader runs in a process of its own: CPU seconds and the most memory it held.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)
from measure import TINY, arguments

from purplebook.sources.read import read_files

CHILDREN, TINY_CHILDREN = 50_000, 100
YEAR = date(2024, 4, 1)


def write_census(path: Path, *, children: int) -> None:
    """Write a census of invented children, each with up to three episodes of need."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as stream:
        stream.write("<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>")
        stream.write("<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header><Children>\n")
        for number in range(children):
            stream.write(_child(number, chance))
        stream.write("</Children></Message>\n")


def _child(number: int, chance: random.Random) -> str:
    born = date(2008, 1, 1) + timedelta(days=chance.randrange(5_000))
    episodes = "".join(_episode(chance) for _ in range(chance.randint(1, 3)))
    return (
        f"<Child>\n <ChildIdentifiers>\n  <LAchildID>{number}</LAchildID>\n"
        f"  <PersonBirthDate>{born}</PersonBirthDate>\n  <Sex>F</Sex>\n </ChildIdentifiers>\n"
        " <ChildCharacteristics>\n  <Ethnicity>WBRI</Ethnicity>\n </ChildCharacteristics>\n"
        f"{episodes}</Child>\n"
    )


def _episode(chance: random.Random) -> str:
    start = YEAR + timedelta(days=chance.randrange(200))
    days = [start + timedelta(days=gap) for gap in (2, 40, 5, 20, 22, 60, 100)]
    factors = "".join(f"    <AssessmentFactors>{factor}</AssessmentFactors>\n" for factor in ("1A", "3B", "4B"))
    return (
        f" <CINdetails>\n  <CINreferralDate>{start}</CINreferralDate>\n  <ReferralSource>6</ReferralSource>\n"
        f"  <PrimaryNeedCode>N1</PrimaryNeedCode>\n  <Assessments>\n"
        f"   <AssessmentActualStartDate>{days[0]}</AssessmentActualStartDate>\n"
        f"   <AssessmentAuthorisationDate>{days[1]}</AssessmentAuthorisationDate>\n"
        f"   <FactorsIdentifiedAtAssessment>\n{factors}   </FactorsIdentifiedAtAssessment>\n  </Assessments>\n"
        f"  <CINPlanDates>\n   <CINPlanStartDate>{days[5]}</CINPlanStartDate>\n  </CINPlanDates>\n"
        f"  <Section47>\n   <S47ActualStartDate>{days[2]}</S47ActualStartDate>\n"
        f"   <DateOfInitialCPC>{days[3]}</DateOfInitialCPC>\n   <ICPCnotRequired>false</ICPCnotRequired>\n"
        f"  </Section47>\n  <ReferralNFA>false</ReferralNFA>\n  <ChildProtectionPlans>\n"
        f"   <CPPstartDate>{days[4]}</CPPstartDate>\n   <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>\n"
        f"   <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>\n   <NumberOfPreviousCPP>0</NumberOfPreviousCPP>\n"
        f"   <Reviews>\n    <CPPreviewDate>{days[6]}</CPPreviewDate>\n   </Reviews>\n  </ChildProtectionPlans>\n"
        " </CINdetails>\n"
    )


def load(path: Path) -> int:
    """Load it as `purplebook load` does, down to the canonical Parquet files; return the rows read."""
    with tempfile.TemporaryDirectory() as folder:
        loaded = read_files([path], staging=Path(folder) / "read", authority_code="899", as_at=None)
        return sum(batch.rows_read for batch in loaded.batches)


def whole_tree(path: Path) -> int:
    """Build the whole tree and look at every element's text, which any reader must at least do."""
    tree = etree.parse(str(path))
    return sum(1 for element in tree.iter("Child") if [each.text for each in element.iter()])


def measured(work: Callable[[Path], int], path: Path, answer: multiprocessing.Queue) -> None:
    """Put the count, the CPU seconds and the megabytes of `work` into `answer`."""
    before = time.process_time()
    count = work(path)
    spent = time.process_time() - before
    answer.put((count, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main() -> None:
    """Print one line for each reader."""
    children = TINY_CHILDREN if arguments(__doc__ or "").size == TINY else CHILDREN
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cin.xml"
        write_census(path, children=children)
        print(f"{children:,} children, {path.stat().st_size / 1e6:,.0f} MB")
        own = multiprocessing.get_context("spawn")
        for name, work in (("purplebook load", load), ("lxml, whole tree", whole_tree)):
            answer = own.Queue()
            process = own.Process(target=measured, args=(work, path, answer))
            process.start()
            count, spent, megabytes = answer.get()
            process.join()
            print(f"{name:<18} {count:>9,} children {spent:>7.1f} CPU s {megabytes:>7,.0f} MB")


if __name__ == "__main__":
    main()
