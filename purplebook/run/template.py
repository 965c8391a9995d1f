"""The name of a register → an empty one to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.outputs.register_template import template_csv, template_workbook
from purplebook.registers.all_registers import REGISTERS, find_register
from purplebook.run.endings import ending_of
from purplebook.run.written import write_file


def registers() -> Mapping[str, str]:
    """The title of each register, by its name."""
    return {register.name: register.title for register in REGISTERS}


def template(name: str, *, out: Path | None = None) -> tuple[Path, str]:
    """Write an empty register as .xlsx or .csv, never over a file that is there; where it is, and what it holds."""
    register = find_register(name)
    if register is None:
        known = ", ".join(registers())
        raise BadInputError(f"There is no register called '{name}'. The registers are: {known}.")
    out = Path(f"{register.name}.xlsx") if out is None else out
    ending = ending_of(out, (".xlsx", ".csv"), what="a register", example=register.name)
    content = template_workbook(register) if ending == ".xlsx" else template_csv(register)
    try:
        write_file(
            out, content, may_replace=False, what_to_do=f"Name a file that you may write: --out {register.name}.xlsx."
        )
    except FileExistsError as error:
        raise BadInputError(f"{out} is there already. Name another file, or move that one away first.") from error
    return out, f"{register.title}, {len(register.all_columns)} columns."
