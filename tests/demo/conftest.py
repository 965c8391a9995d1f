"""The invented authority's rows, made once for all tests of the demo."""

from __future__ import annotations

import pytest

from purplebook.demo.generate import Tables, generate


@pytest.fixture(scope="session")
def demo() -> Tables:
    """Every table of the default seed."""
    return generate()
