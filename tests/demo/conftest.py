"""The invented authority's rows, made once for all tests of the demo."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook_demo.paper_2015.calendar import PAPER_DAY
from purplebook_demo.paper_2015.files.extracts import MONTH_ENDS, Records, as_it_stood
from purplebook_demo.paper_2015.generate import Tables, everything


@pytest.fixture(scope="session")
def demo() -> Tables:
    """Every table of the default seed, as it was held on the day of the paper."""
    return as_it_stood(everything(), on=PAPER_DAY)


@pytest.fixture(scope="session")
def records() -> Records:
    """All that happened to the end of 2015, and when each row was recorded."""
    return everything()


@pytest.fixture(scope="session")
def extracts(records: Records) -> dict[date, Tables]:
    """The extracts of the twelve month ends of 2015, by day and in order."""
    return {day: as_it_stood(records, on=day) for day in MONTH_ENDS}


@pytest.fixture(scope="session")
def other() -> Tables:
    """Every table of another seed."""
    return as_it_stood(everything(7), on=PAPER_DAY)
