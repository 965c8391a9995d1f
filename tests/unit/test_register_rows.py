"""Rows of a register are counted by code, by day and by authority; of one that nobody supplied there are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.language.evidence import Register
from purplebook.language.periods import month
from purplebook.results.register_rows import register_rows
from purplebook.run.load import load_files
from purplebook.store import Snapshot, Store

AUDITS = """audit_id,programme,completed_on
A1,MARAC,2015-08-01
A2,MARAC,2015-08-31
A3,MARAC,2015-09-01
A4,MONTHLY,2015-08-15
A5,MARAC,
"""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("audits")
    (folder / "audit.csv").write_text(AUDITS)
    store = Store.create(folder / "store")
    return load_files(store, [Path(folder / "audit.csv")], authority_code="330", as_at=date(2015, 9, 30))


@pytest.mark.parametrize(
    ("register", "count"),
    [
        (Register("audit"), 5),
        (Register("audit", "programme", ("MARAC",)), 4),
        (Register("audit", "programme", ("MARAC",), "completed_on", month(2015, 8)), 2),
        (Register("audit", "programme", ("DEEP_DIVE",)), 0),
        (Register("panel_decision"), 0),
    ],
)
def test_rows_are_counted_by_code_and_from_the_first_day_of_a_period_to_its_last(snapshot, register, count):
    assert register_rows(snapshot, [register]) == {register: count}


def test_another_authority_has_none(snapshot: Snapshot):
    audits = Register("audit")
    assert register_rows(snapshot, [audits], authority="330") == {audits: 5}
    assert register_rows(snapshot, [audits], authority="899") == {audits: 0}
