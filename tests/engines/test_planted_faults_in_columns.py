"""Random cases must notice every fault planted in the code that counts in columns: this is what they are worth."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from purplebook.engine import columns
from purplebook.language.periods import between
from tests.generative.cases import Case, by_columns, by_reference, some_cases
from tests.generative.corpus import CORPUS
from tests.generative.spell_cases import some_spell_cases

COUNT = 600
"""How many random cases of each kind may pass before a fault counts as unnoticed."""

FAULTS: dict[str, tuple[str, str, str]] = {
    "a digit has room for half of the rows": ("kernels", "max(most.bit_length(), 1)", "max(most.bit_length() - 1, 1)"),
    "the median is the lower of two": ("kernels", "ordered[start + rows[some] // 2]", "ordered[start + (rows[some] - 1) // 2]"),
    "the first row of a child with two counts too": ("kernels", "is_again[order[:-1][same]] = True", "pass"),
    "a child with two rows is left out": ("kernels", "return np.bincount(both % size, minlength=size)", "return np.zeros(size, np.int64)"),
    "any condition of a total will do": ("placed", "mask &= rows.holds(term)", "mask |= rows.holds(term)"),
    "what a condition of all totals leaves out stays": ("placed", "np.flatnonzero(rows.holds(asked[0].loose[number]))", "np.arange(rows.count)"),
    "what ended on the first day was not open": ("placed", 'ex.Compare(">=", end, FIRST)', 'ex.Compare(">", end, FIRST)'),
    "what ends on the last day is still open": ("placed", 'ex.Compare(">", end, LAST)', 'ex.Compare(">=", end, LAST)'),
    "a register of another authority is the latest": ("placed", "tells & (authority == place)", "tells"),
    "a register of the last day is not the latest yet": ("placed", 'side="right") - 1', 'side="left") - 1'),
    "what is not known is compared": ("decided", "& one.known & two.known", ""),
    "not among some values is anything else": ("decided", "~among & value.known", "~among"),
    "the opposite of less is more": ("decided", '"<": ">="', '"<": ">"'),
    "what nobody recorded is less than a number": ("decided", "return held & values.known", "return held"),
    "a list that is not recorded holds every code": ("decided", "for one in lists.labels or ()), False]", "for one in lists.labels or ()), True]"),
    "a year of age is short of a day": ("worked_out", "lived.data // 10_000", "(lived.data - 1) // 10_000"),
    "the last that is recorded is taken for the first": ("worked_out", "np.where(part.known, part.data, data)", "np.where(data != NONE, data, part.data)"),
    "a looked-up row is there though it is not": ("worked_out", "np.where(is_there, rows, -1)", "np.where(is_there, rows, 0)"),
    "a standard is in force from the day after": ("worked_out", 'np.searchsorted(since, on.data, side="right")', 'np.searchsorted(since, on.data, side="left")'),
    "a month later runs over the month's end": ("calendars", "np.minimum(first + into, last)", "first + into"),
    "the return's year starts in May": ("calendars", "(months - 3) // 12", "(months - 4) // 12"),
    "nobody's row in two authorities is one row": ("coded", "setdefault((authority, texts", "setdefault((0, texts"),
    "a key of another authority is found": ("coded", "keys.get(authority, (", "keys.get(0, ("),
    "values of two authorities are alike": ("coded", "part.data.astype(np.int64) * count + place", "part.data.astype(np.int64) * count"),
    "a bound does not hold its own day": ("drawn", "after=bound.is_upper == bound.is_within", "after=bound.is_upper != bound.is_within"),
    "a search starts on the wrong side of a day": ("drawn", "after=backwards == start.is_within", "after=backwards != start.is_within"),
    "what was found first is taken whatever else is asked": ("drawn", "fits = seen.all_hold(rest)", "fits = seen.all_hold(())"),
    "the search gives up at the first that does not fit": ("drawn", "left = ~fits", "left = fits & ~fits"),
    "the last of a link is its first": ("drawn", 'if node.kind != "earliest":', 'if node.kind == "earliest":'),
    "different days are counted as rows": ("drawn", "kin.link[np.diff(kin.order, prepend=-1) != 0]", "kin.link"),
    "what does not exist is not turned round": ("in_periods", "found if want else ~found & _every(view.run)", "found"),
    "related rows must exist in the periods of all": ("in_periods", "np.bitwise_or.reduceat", "np.bitwise_and.reduceat"),
    "either condition will do": ("in_periods", "[*_by_source(view, terms, want=True)], np.bitwise_and", "[*_by_source(view, terms, want=True)], np.bitwise_or"),
    "a period is looked up among the first bits": ("in_periods", "period % BITS", "period % 32"),
    "one word of bits stands for all": ("in_periods", "period // BITS", "0 * period"),
    "what differs in one value is one value": ("in_periods", "_places(view, source) * run.periods.count + view.period", "_places(view, source) * run.periods.count"),
    "of two on one day the first is taken": ("kin", "if ties is not None:", "if False:"),
    "what lacks its value is drawn": ("kin", "known &= part.value(each).known", "pass"),
    "a related row that does not pass is taken": ("kin", "rows = rows[view.run.table(table).holds(term)[rows]]", "pass"),
    "rows of the next link are taken": ("kin", "inside[inside] = self.link[places[inside]] == link[inside]", "pass"),
    "different values are counted for each row": ("row_by_row", "is_first | (np.diff(value, prepend=0) != 0)", "is_first | True"),
    "the earliest is the latest": ("row_by_row", 'chosen = is_first if node.kind == "earliest" else', "chosen ="),
    "what hangs on two values is decided by one": ("parts", "len(found) <= 1", "len(found) <= 2"),
    "days between are bounded the wrong way": ("bounds", "turned = TURNED[op]", "turned = op"),
    "a length of time is added, not taken away": ("bounds", "end, other, -1)", "end, other, 1)"),
    "text has no order": ("values", "labels = tuple(sorted({", "labels = tuple(({"),
    "hundredths are compared as whole ones": ("values", "number *= scale // _number(value)[1]", "pass"),
    "no group is the first group": ("groups", "np.where(values.known, data, len(labels)), (*labels", "np.where(values.known, data, 0), (*labels"),
    "a row counts in the cell of its group alone": ("cells", "of_row * count + code", "code"),
}  # fmt: skip
"""What is altered: the file, the words that stand in it, and the words in their place."""


@cache
def cases() -> tuple[tuple[Case, dict[Any, Any]], ...]:
    """Cases with their right figures, some of them with more periods than a number has bits."""
    spells = some_spell_cases(COUNT)
    days = tuple(between(date(2015, 3, 1) + timedelta(4 * n), date(2015, 3, 3) + timedelta(4 * n)) for n in range(100))
    many = tuple(replace(case, periods=(*case.periods, *days)) for case in spells[:12])
    pairs = [case for both in zip(spells, some_cases(COUNT), strict=True) for case in both]
    return tuple((case, by_reference(case)) for case in (*many, *CORPUS.values(), *pairs))


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Makes a copy of the package in which one file is altered, and gives its engine."""
    name = "altered_columns"

    def make(file: str, old: str, new: str) -> Any:
        shutil.copytree(Path(columns.__file__).parent, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        for path in (tmp_path / name).glob("*.py"):
            path.write_text(path.read_text("utf-8").replace("purplebook.engine.columns", name), "utf-8")
        path = tmp_path / name / f"{file}.py"
        before = path.read_text("utf-8")
        assert before.count(old) >= 1, f"{file}.py has no {old!r} any more"
        path.write_text(before.replace(old, new), "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return importlib.import_module(f"{name}.engine").ColumnsEngine

    yield make
    for module in [module for module in sys.modules if module.partition(".")[0] == name]:
        del sys.modules[module]


def noticed(engine: Any, case: Case, right: dict[Any, Any]) -> bool:
    try:
        return by_columns(case, engine) != right
    except Exception:
        # What cannot run is hard to overlook.
        return True


@pytest.mark.parametrize("name", FAULTS)
def test_random_cases_notice_a_fault_planted_in_the_counting(name: str, altered: Any) -> None:
    engine = altered(*FAULTS[name])
    assert any(noticed(engine, case, right) for case, right in cases())


def test_without_a_fault_nothing_is_noticed(altered: Any) -> None:
    engine = altered("kernels", "EXACT = 53", "EXACT = 53")
    assert not any(noticed(engine, case, right) for case, right in cases()[:60])
