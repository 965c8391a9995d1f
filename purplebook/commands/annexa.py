"""`purplebook annexa`: Ofsted's Annex A from the records, as they were known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.place import as_at_option, authority_option, store_option
from purplebook.run.place import find_place

if TYPE_CHECKING:
    from purplebook.run.annex_a import Reconciled


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
    from purplebook.run.annex_a import write_annex_a

    made = write_annex_a(find_place(store_path), out=out, as_at=as_at, authority=authorities, may_replace=may_replace)
    for list_rows in made.lists:
        table = made.not_supplied.get(list_rows.number)
        rows = f"not supplied, because no file held {table}" if table else f"{len(list_rows.rows):,} rows"
        click.echo(f"List {list_rows.number}: {rows}")
    for line in comparison_words(made.reconciliation, not_supplied=made.not_supplied):
        click.echo(line)
    click.echo(f"purplebook: {out} holds children's records. Keep it as you keep the records themselves.", err=True)


def comparison_words(checked: Sequence[Reconciled], *, not_supplied: Mapping[int, str]) -> Iterator[str]:
    """Which lists differ from the figures, how many agree, and which were compared with none and why."""
    differ = [check for check in checked if check.difference]
    for check in differ:
        yield f"List {check.number} and {check.indicator} differ by {check.difference:+,}: {check.sentence}"
    compared = {check.number for check in checked if check.difference is not None}
    agree = compared - {check.number for check in differ}
    if len(agree) == 1:
        yield f"{'The one list compared agrees' if len(compared) == 1 else 'One list agrees'} with the figures."
    elif agree:
        which = "The" if agree == compared else "Of those compared, the other"
        yield f"{which} {len(agree)} lists{' compared' if agree == compared else ''} agree with the figures."
    if not_supplied:
        tables = ", ".join(dict.fromkeys(not_supplied[number] for number in sorted(not_supplied)))
        yield f"{_lists(not_supplied)} not compared, because no file held {tables}."
    reasons: dict[str, list[int]] = {}
    for check in checked:
        if check.number not in compared and check.number not in not_supplied:
            reasons.setdefault(check.sentence, []).append(check.number)
    for reason, numbers in reasons.items():
        yield f"{_lists(numbers)} not compared: {reason[:1].lower()}{reason[1:]}"


def _lists(numbers: Iterable[int]) -> str:
    shown = [str(number) for number in sorted(set(numbers))]
    if len(shown) == 1:
        return f"List {shown[0]} was"
    return f"Lists {', '.join(shown[:-1])} and {shown[-1]} were"
