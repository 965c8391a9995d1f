"""The same seed makes the same bytes, however many processes there are; another seed makes other children."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from purplebook.store import Snapshot, Store
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.tables import TABLES
from tests.demo.scale.conftest import TINY, Asked, one_snapshot

FINGERPRINT = "9b8689843bb4e449c95647060168ec8fd9e3db57292d06bc1addd73b2f07ee30"
"""Of every cell of the tiny scale: it changes only when what is invented is meant to, on every machine alike."""


def made(folder: Path, **settings: int) -> Snapshot:
    return one_snapshot(Store.create(folder), TINY, **settings)


def hashes(snapshot: Snapshot) -> dict[str, str]:
    return {file.name: file.sha256 for file in snapshot.manifest.files}


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_number_of_processes_changes_no_byte(processes: int, tmp_path: Path, tiny: Asked):
    assert hashes(made(tmp_path / "store", processes=processes)) == hashes(tiny.snapshot)


def test_another_seed_makes_other_records_of_authorities_with_the_same_codes(tmp_path: Path, tiny: Asked):
    other = made(tmp_path / "store", processes=1, seed=1)
    same = {name for name, value in hashes(other).items() if hashes(tiny.snapshot)[name] == value}
    assert not {name for name in same if name.startswith(tuple(f"{table}/" for table in TABLES))}
    assert other.authorities == tiny.snapshot.authorities


def test_the_records_are_those_that_every_machine_makes(tiny: Asked):
    found = hashlib.sha256()
    for name in TABLES:
        found.update(repr(tiny.snapshot.read(name).to_pydict()).encode())
    assert found.hexdigest() == FINGERPRINT


def test_a_stream_is_what_its_name_says_and_stays_within_bounds():
    one, same, other = (Stream(2015, "501", stage) for stage in ("visits", "visits", "plans"))
    first = one.units(1000)
    assert np.array_equal(first, same.units(1000)) and not np.array_equal(first, other.units(1000))
    assert first[:3].tolist() == [878613852, 2910415243, 1885450269]
    assert set(one.below(2000, 3).tolist()) == {0, 1, 2} and set(one.between(2000, -1, 1).tolist()) == {-1, 0, 1}
    assert not one.happens(2000, 0).any() and one.happens(2000, 1000).all()
    assert set(one.weighted(2000, (1, 0, 3)).tolist()) == {0, 2}
    assert sorted(one.order(50).tolist()) == list(range(50))


def test_a_quantile_table_is_met_at_its_steps():
    draws = np.sort(Stream(1, "quantiles").quantile(40_000, (0, 10, 20, 400)))
    assert draws[0] == 0 and draws[-1] < 400
    assert abs(int(draws[13_333]) - 10) <= 1 and abs(int(draws[26_666]) - 20) <= 3
