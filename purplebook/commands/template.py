"""`purplebook template`: an empty register to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from purplebook.errors import BadInputError


@click.command(short_help="Write an empty register to fill in.")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it: .xlsx or .csv.")
def template(name: str | None, out: Path | None) -> None:
    """Write the register NAME, empty, with its drop-down lists and how to fill it in; without NAME, list them.

    A filled register is loaded like any other file, with all the other files of its day: `purplebook load FILES`. Each
    load makes a new snapshot, which holds nothing of the one before.
    """
    from purplebook.commands.endings import ending_of
    from purplebook.outputs.register_template import template_csv, template_workbook
    from purplebook.registers.all_registers import REGISTERS, find_register

    if name is None:
        if out is not None:
            raise BadInputError("Name the register to write; `purplebook template` alone lists them.")
        width = max(len(each.name) for each in REGISTERS)
        for each in REGISTERS:
            click.echo(f"{each.name:<{width}}  {each.title}")
        return
    register = find_register(name)
    if register is None:
        known = ", ".join(each.name for each in REGISTERS)
        raise BadInputError(f"There is no register called '{name}'. The registers are: {known}.")
    out = Path(f"{register.name}.xlsx") if out is None else out
    ending = ending_of(out, (".xlsx", ".csv"), what="a register", example=register.name)
    content = template_workbook(register) if ending == ".xlsx" else template_csv(register)
    try:
        # Opened so that a file that is there is never touched, not even one that appears at this moment.
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise BadInputError(f"{out} is there already. Name another file, or move that one away first.") from error
    click.echo(f"{out}: {register.title}, {len(register.all_columns)} columns.")
