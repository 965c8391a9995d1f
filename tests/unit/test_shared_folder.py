"""Where tests look for the shared samples: where it is said, else beside the repository, else nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.shared import shared_folder


def test_a_clone_with_nothing_beside_it_has_no_samples(tmp_path: Path):
    assert shared_folder(tmp_path / "clone", {}) is None
    assert shared_folder(tmp_path / "clone", {"CI": "true", "PURPLEBOOK_SHARED": ""}) is None


def test_samples_beside_the_repository_are_found(tmp_path: Path):
    (tmp_path / "shared").mkdir()
    assert shared_folder(tmp_path / "clone", {}) == tmp_path / "shared"


def test_the_folder_that_is_named_goes_before_the_one_beside(tmp_path: Path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "elsewhere").mkdir()
    named = {"PURPLEBOOK_SHARED": str(tmp_path / "elsewhere")}
    assert shared_folder(tmp_path / "clone", named) == tmp_path / "elsewhere"


def test_a_folder_that_is_named_and_missing_is_an_error_and_not_a_skip(tmp_path: Path):
    (tmp_path / "shared").mkdir()
    with pytest.raises(FileNotFoundError, match=r"PURPLEBOOK_SHARED names .*gone, and there is no such folder"):
        shared_folder(tmp_path / "clone", {"PURPLEBOOK_SHARED": str(tmp_path / "gone")})
