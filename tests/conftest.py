"""What every test may lean on: how Hypothesis runs, and where the read-only shared material lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# CI must fail for the change it looks at and never for luck: the same cases every time, and no time limits, because two
# cores are shared with the rest of the suite.  `HYPOTHESIS_PROFILE=explore` looks for new cases.
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples beside the repository; a test that needs it skips without it."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("CI"):
        pytest.fail("../shared is missing: CI runs with it beside the repository")
    pytest.skip("../shared is not beside the repository: its samples are not copied into it")
