"""Cases must notice every fault planted in the code that counts in columns: this is what they are worth."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from purplebook.engine import columns
from tests.engines.faults_in_columns import FAULTS
from tests.engines.small_cases import CASES, with_many_periods
from tests.generative.cases import Case, by_columns, by_reference, some_cases
from tests.generative.corpus import CORPUS
from tests.generative.spell_cases import some_spell_cases

COUNT = 200
"""How many random cases of each kind may pass before a fault counts as unnoticed."""


@cache
def cases() -> tuple[tuple[Case, dict[Any, Any]], ...]:
    """Cases with their right figures: those that were written for one way of counting, then random ones."""
    small = tuple(CASES.values())
    pairs = [case for both in zip(some_spell_cases(COUNT), some_cases(COUNT), strict=True) for case in both]
    many = tuple(map(with_many_periods, small[-6:]))
    return tuple((case, by_reference(case)) for case in (*small, *many, *CORPUS.values(), *pairs))


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
def test_a_fault_planted_in_the_counting_is_noticed(name: str, altered: Any) -> None:
    engine = altered(*FAULTS[name])
    assert any(noticed(engine, case, right) for case, right in cases())


def test_without_a_fault_nothing_is_noticed(altered: Any) -> None:
    engine = altered("kernels", "EXACT = 53", "EXACT = 53")
    assert not any(noticed(engine, case, right) for case, right in cases()[:80])
