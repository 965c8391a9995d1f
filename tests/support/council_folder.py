"""A council's folder written for a test: a `council.toml` of a real authority's code, and whatever else is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from purplebook.council import Council, CouncilError, Fault, council_of

INVENTED = ("--authority", "899", "--invented")
"""The words with which `purplebook init` makes a folder for a council that does not exist."""
TODAY = date(2026, 11, 30)
COUNCIL = 'code = "330"\nname = "Westmarsh Council"\n'
"""The code is one of the Department's; the name is invented."""


def write_folder(folder: Path, files: Mapping[str, str | bytes] | None = None, *, council: str = COUNCIL) -> Path:
    """Write the files into the folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"council.toml": council, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


def read_folder(folder: Path, files: Mapping[str, str | bytes] | None = None, *, council: str = COUNCIL) -> Council:
    """The council of a folder with these files, read on 30 November 2026."""
    return council_of(write_folder(folder, files, council=council), today=TODAY)


def faults_of(
    folder: Path, files: Mapping[str, str | bytes] | None = None, *, council: str = COUNCIL
) -> tuple[Fault, ...]:
    """Every fault for which a folder with these files is refused."""
    with pytest.raises(CouncilError) as refused:
        read_folder(folder, files, council=council)
    assert refused.value.exit_code == 2
    return refused.value.faults


def one_fault(folder: Path, files: Mapping[str, str | bytes] | None = None, *, council: str = COUNCIL) -> str:
    """The one fault of a folder as a person reads it, with the file as it is called in the folder."""
    (fault,) = faults_of(folder, files, council=council)
    return str(fault).removeprefix(f"{folder}/")
