"""A refused definition is found: by its file and line, also in a council's own file and through a shipped function."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from purplebook.definitions.indicators.front_door import RF01
from purplebook.errors import DefinitionError

HEAD = "from purplebook.definitions.breakdowns import allocated_team, coded\nfrom purplebook.language import *\n"


def refused(path: Path, text: str) -> str:
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        runpy.run_path(str(path))
    return str(caught.value)


def test_a_councils_own_file_is_named_with_the_line_of_the_mistake(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    says = refused(own, '\nmine = contact.dated(contact.contacted_on)\nwrong = contact.source_code.is_("ZZZ")\n')
    assert says.startswith(f"{own}:5: 'ZZZ' is not a code of contact.source_code")


def test_the_file_is_named_as_it_is_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(tmp_path / "own.py", 'wrong = contact.source_code.is_("ZZZ")\n').startswith("own.py:3: ")


def test_a_line_within_a_long_declaration_is_the_line_of_the_mistake(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    says = refused(
        own,
        "percentage_of(\n    referral.dated(referral.referred_on),\n    that=all_of(\n"
        "        referral.closed_on.is_missing(),\n        referral.source_code >= 5,\n    ),\n)\n",
    )
    assert says.startswith(f"{own}:7: referral.source_code is a code")


def test_through_a_shipped_function_the_analysts_own_line_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    says = refused(own, "\n\nteam = allocated_team(on=referral.source_code)\n")
    assert says.startswith(f"{own}:5 (through purplebook/definitions/breakdowns.py:")


def test_a_function_of_the_councils_own_is_where_its_mistake_is(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    says = refused(own, "def mine(code):\n    return contact.source_code.is_(code)\n\nmine('6')\nmine('ZZ')\n")
    assert says.startswith(f"{own}:4: 'ZZ' is not a code")


def test_an_indicator_knows_where_it_is_declared() -> None:
    file, _, line = RF01.declared_at.partition(":")
    root = Path(__file__).resolve().parents[3]
    assert file == "purplebook/definitions/indicators/front_door.py"
    assert (root / file).read_text("utf-8").splitlines()[int(line) - 1] == "RF01 = indicator("
