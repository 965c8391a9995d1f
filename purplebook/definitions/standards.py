"""Dated practice standards, read once from `standards.toml`, as definitions use them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from purplebook.errors import DefinitionError
from purplebook.language.expressions import Standard


@dataclass(frozen=True)
class PracticeStandard:
    """One standard with what it means and who says so."""

    expression: Standard
    meaning: str
    source: str


@cache
def standards() -> dict[str, PracticeStandard]:
    """Every standard by name; oldest value first."""
    found = {}
    for name, entry in tomllib.loads(
        files("purplebook.definitions").joinpath("standards.toml").read_text("utf-8")
    ).items():
        values = tuple((row["since"], row["value"]) for row in entry["values"])
        if list(values) != sorted(values):
            raise DefinitionError(f"standards.toml: the values of '{name}' are not in order of date, oldest first.")
        expression = Standard(name.replace("_", " "), entry["unit"], values)
        found[name] = PracticeStandard(expression, entry["meaning"], entry["source"])
    return found


def standard(name: str) -> Standard:
    """The standard called `name`, with the value in force on the period's last day."""
    if name not in standards():
        raise DefinitionError(f"There is no standard '{name}' in standards.toml. It has: {', '.join(standards())}.")
    return standards()[name].expression
