"""The invented authority's rows, made once for all tests of the demo."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook_demo.paper_2015.files.extracts import MONTH_ENDS, Records, as_it_stood
from purplebook_demo.paper_2015.generate import Tables, everything, generate


@pytest.fixture(scope="session")
def demo() -> Tables:
    """Every table of the default seed."""
    return generate()


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
    return generate(7)
