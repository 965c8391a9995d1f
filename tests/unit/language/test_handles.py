"""Every table has a handle with its columns, written anew from the tables, that editors and pyright can trust."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docs.handles import all_modules, main
from purplebook import language
from purplebook.errors import DefinitionError
from purplebook.language import contact, referral
from purplebook.tables import COMMON_COLUMNS, DATA_TABLES


def test_the_handles_are_those_of_the_tables(root: Path) -> None:
    assert main(check=True) == 0
    assert {path: (root / path).read_text("utf-8") for path in all_modules()} == all_modules()


@pytest.mark.parametrize("table", DATA_TABLES, ids=lambda table: table.name)
def test_a_handle_has_every_column_declared_and_no_other(table) -> None:
    handle = getattr(language, table.name)
    common = {column.name for column in COMMON_COLUMNS}
    assert list(type(handle).__annotations__) == [column.name for column in table.columns]
    assert {name for base in type(handle).__bases__ for name in base.__annotations__} == common
    for column in table.columns + COMMON_COLUMNS:
        made = getattr(handle, column.name)
        assert (made.table, made.name, made.kind) == (table.name, column.name, column.kind)


def test_python_can_ask_a_handle_for_anything_and_is_only_told_no() -> None:
    assert not hasattr(contact, "__array__") and not hasattr(contact, "nothing")
    assert not hasattr(contact.source_code, "nothing")


def test_a_column_can_be_asked_for_by_its_name() -> None:
    assert contact.column("source_code") is contact.source_code
    with pytest.raises(DefinitionError, match="There is no column 'team_id' in 'contact'"):
        contact.column("team_id")
    assert referral.column("team_id").points_at == "team"


def test_a_type_checker_refuses_a_column_that_is_not_there(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    own.write_text(
        "from purplebook.language import contact, referral\n\n"
        "right = referral.dated(referral.referred_on).where(contact.source_code.is_('6'))\n"
        "wrong = contact.sourcecode\n"
        "also_wrong = referral.dated(referral.referred_on).source_code\n"
    )
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, str(own)]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True)
    mistakes = [line.strip() for line in answer.stdout.splitlines() if " - error: " in line]
    assert [line.split(":")[1] for line in mistakes] == ["4", "5"], answer.stdout
    assert 'Cannot access attribute "sourcecode" for class "ContactRows"' in mistakes[0]
