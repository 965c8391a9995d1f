"""`purplebook annexa`: Ofsted's Annex A from the records, as they were known on a day."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.endings import ending_of
from purplebook.commands.place import as_at_option, authority_option, read_day, snapshot_at, store_option
from purplebook.errors import BadInputError

if TYPE_CHECKING:
    from purplebook.results.annex_a import Reconciled


@click.command("annexa", short_help="Write Ofsted's Annex A workbook.")
@as_at_option
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The workbook to write, ending in .xlsx.")
@click.option("--replace", "may_replace", is_flag=True, help="Write over the file where it is there already.")
@authority_option
@store_option
def annexa(
    as_at: str | None, out: Path, may_replace: bool, authorities: tuple[str, ...], store_path: Path | None
) -> None:
    """Write the eleven lists of Ofsted's Annex A (2024 layout) as the records stood on a day.

    Two more sheets say how each list agrees with the figures, and which files the records came from. The workbook holds
    children's records: only you can read the file. Keep it as you keep the records themselves.
    """
    from purplebook.run.of_snapshot.annex_a import annex_a_bytes

    _check_place(out, may_replace=may_replace)
    asked = read_day(as_at)
    snapshot = snapshot_at(store_path, asked)
    made = annex_a_bytes(snapshot, as_at=asked or snapshot.as_at, authorities=authorities)
    _write_private(out, made.content, may_replace=may_replace)
    for each in made.lists:
        table = made.not_supplied.get(each.number)
        rows = f"not supplied, because no file held {table}" if table else f"{len(each.rows):,} rows"
        click.echo(f"List {each.number}: {rows}")
    for line in comparison_words(made.reconciliation, not_supplied=made.not_supplied):
        click.echo(line)
    click.echo(f"purplebook: {out} holds children's records. Keep it as you keep the records themselves.", err=True)


def comparison_words(checked: Sequence[Reconciled], *, not_supplied: Mapping[int, str]) -> Iterator[str]:
    """Which lists differ from the figures, how many agree, and which were compared with none and why."""
    differ = [each for each in checked if each.difference]
    for each in differ:
        yield f"List {each.number} and {each.indicator} differ by {each.difference:+,}: {each.sentence}"
    compared = {each.number for each in checked if each.difference is not None}
    agree = compared - {each.number for each in differ}
    if len(agree) == 1:
        yield f"{'The one list compared agrees' if len(compared) == 1 else 'One list agrees'} with the figures."
    elif agree:
        which = "The" if agree == compared else "Of those compared, the other"
        yield f"{which} {len(agree)} lists{' compared' if agree == compared else ''} agree with the figures."
    if not_supplied:
        tables = ", ".join(dict.fromkeys(not_supplied[number] for number in sorted(not_supplied)))
        yield f"{_lists(not_supplied)} not compared, because no file held {tables}."
    reasons: dict[str, list[int]] = {}
    for each in checked:
        if each.number not in compared and each.number not in not_supplied:
            reasons.setdefault(each.sentence, []).append(each.number)
    for reason, numbers in reasons.items():
        yield f"{_lists(numbers)} not compared: {reason[:1].lower()}{reason[1:]}"


def _lists(numbers: Iterable[int]) -> str:
    shown = [str(number) for number in sorted(set(numbers))]
    if len(shown) == 1:
        return f"List {shown[0]} was"
    return f"Lists {', '.join(shown[:-1])} and {shown[-1]} were"


def _check_place(out: Path, *, may_replace: bool) -> None:
    ending_of(out, (".xlsx",), what="Annex A", example="annex-a")
    if out.is_dir() or not out.parent.is_dir():
        raise BadInputError(f"{out} cannot be written. Name a file in a folder that is there: --out annex-a.xlsx.")
    if out.exists() and not may_replace:
        raise BadInputError(f"{out} is there already. Name another file, or say --replace to write over it.")


def _write_private(out: Path, content: bytes, *, may_replace: bool) -> None:
    """Write the whole file or nothing, for the owner alone; never over a file that came in the meantime."""
    name = None
    try:
        # mkstemp gives the owner alone the right to read, before a byte is written.
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=".annexa-", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if may_replace:
            os.replace(name, out)
        else:
            os.link(name, out)
    except FileExistsError as fault:
        raise BadInputError(f"{out} is there already. Name another file, or say --replace to write over it.") from fault
    except OSError as fault:
        raise BadInputError(
            f"{out} cannot be written: {fault.strerror or 'the disk refused'}. Name a file in a folder where you may "
            "write and that has room, such as --out ~/annex-a.xlsx."
        ) from fault
    finally:
        if name is not None:
            Path(name).unlink(missing_ok=True)
