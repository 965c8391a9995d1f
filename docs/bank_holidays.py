"""Writes purplebook/engine/bank_holidays.csv from the `holidays` library, so that no start has to work them out.

    python docs/bank_holidays.py            writes the file
    python docs/bank_holidays.py --check    writes nothing; fails when the file is stale

A new edition of the library, with a holiday that was announced since, changes the file when this is run.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import holidays

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.kept import keep  # noqa: E402
from purplebook.engine.working_days import FIRST_DAY, LAST_DAY  # noqa: E402

FILE = ROOT / "purplebook" / "engine" / "bank_holidays.csv"


def bank_holidays_file() -> str:
    """Every bank holiday in England within the calendar, one-off ones included: its day and what it is called."""
    years = range(FIRST_DAY.year, LAST_DAY.year + 1)
    named = holidays.country_holidays("GB", subdiv="ENG", years=years)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("day", "name"))
    writer.writerows((day.isoformat(), name) for day, name in sorted(named.items()))
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(keep(FILE, bank_holidays_file(), script="docs/bank_holidays.py", check="--check" in sys.argv[1:]))
