"""Late recording from files to figures: the same month asked of an early extract and of a late one."""

from __future__ import annotations

import json
from pathlib import Path

from purplebook.store import Store

REFERRALS = {
    # The extract: referrals of 2014-15, of April to June, of July and of August 2015, as later papers printed them.
    "2015-08-31": [1598, 721, 118, 146],
    "2015-12-31": [1673, 743, 189, 158],
}
PERIODS = ("FY2014-15", "2015-16-Q1", "2015-07", "2015-08")


def test_every_extract_of_2015_answers_for_its_own_day(story: Path, run) -> None:
    snapshots = Store.open(story / "store").snapshots()
    assert [item.id[:7] for item in snapshots] == [f"2015-{month:02d}" for month in range(1, 13)]
    assert (story / "paper" / "safeguarding-activity-report-2015-08-31.pdf").is_file()
    assert len(list((story / "other-months").iterdir())) == 11
    periods = [word for period in PERIODS for word in ("--period", period)]
    for as_at, expected in REFERRALS.items():
        asked = run("figures", "--as-at", as_at, "--indicator", "RF01", *periods, "--json", cwd=story)
        assert [row["numerator"] for row in json.loads(asked.stdout)] == expected, as_at
    # Whoever does not name a day asks the latest extract.
    asked = run("figures", "--indicator", "RF01", "--period", "2015-07", "--json", cwd=story)
    assert json.loads(asked.stdout)[0]["numerator"] == 189
