"""Every small change to a definition is noticed by a worked example, or a reason why it need not be is written down.

The reasons are in `survivors.toml`: one table for each indicator, with the change in words and why no example can or
need tell it apart.  A reason for a change that is noticed after all must go.
"""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

from purplebook.language.expressions import Called
from purplebook.language.indicators import Indicator
from tests.changes.mutate import mutants
from tests.support.definitions import parts_of
from tests.support.examples import Example, all_examples, reference_answer

definitions = pytest.importorskip("purplebook.definitions", exc_type=ImportError)
INDICATORS: tuple[Indicator, ...] = getattr(definitions, "INDICATORS", ())
EXAMPLES = all_examples()
REASONS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("survivors.toml").read_text("utf-8"))


def notices(example: Example, mutant: Indicator) -> bool:
    """Whether an example gives another answer; a mutant that cannot be worked out at all is noticed too."""
    try:
        return reference_answer(example, mutant) != example.expected
    except Exception:
        # A mutant may compare what cannot be compared, which nobody could overlook.
        return True


@cache
def survivors_of(item: Indicator) -> frozenset[str]:
    """The changes to one definition that no example notices, in words."""
    mine = [example for example in EXAMPLES if example.indicator_id == item.id]
    changes = mutants(item, settled=named_before(item))
    return frozenset(says for says, mutant in changes if not any(notices(example, mutant) for example in mine))


def named_before(item: Indicator) -> frozenset[Called]:
    """The named conditions that an earlier indicator of the same table asks too: one definition, pinned there."""
    earlier = takewhile(lambda other: other.id != item.id, INDICATORS)
    table = item.measure.top.cohort.table
    return frozenset(
        part
        for other in earlier
        if other.measure.top.cohort.table == table
        for part in parts_of(other.measure)
        if isinstance(part, Called)
    )


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_no_change_to_a_definition_goes_unnoticed_without_a_written_reason(item: Indicator) -> None:
    if not any(example.indicator_id == item.id for example in EXAMPLES):
        pytest.fail(f"{item.id} has no worked example at all")
    unexplained = sorted(survivors_of(item) - set(REASONS.get(item.id, {})))
    assert not unexplained, f"{item.id}: no worked example notices these changes:\n" + "\n".join(unexplained)


@pytest.mark.parametrize("item", INDICATORS, ids=lambda item: item.id)
def test_no_reason_is_written_for_a_change_that_is_noticed(item: Indicator) -> None:
    stale = sorted(set(REASONS.get(item.id, {})) - survivors_of(item))
    assert not stale, f"{item.id}: these changes are noticed, so their reasons in survivors.toml can go:\n" + "\n".join(
        stale
    )


def test_reasons_are_for_indicators_that_exist() -> None:
    assert set(REASONS) <= {item.id for item in INDICATORS}
