"""`purplebook formats`: which formats can supply which indicators, before anything is loaded."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.answers import form_of, format_options, write_answer, write_page
from purplebook.errors import BadInputError, DefinitionError

if TYPE_CHECKING:
    from purplebook.language.indicators import Indicator
    from purplebook.tables.filled import FormatSupply

WIDTH_WITHOUT_A_TERMINAL = 80


@click.command(short_help="Say which formats can supply which indicators.")
@click.argument("names", nargs=-1, metavar="[INDICATOR|FORMAT…]")
@format_options
def formats(names: tuple[str, ...], form: str | None, is_json: bool, out: Path | None) -> None:
    """Say what each format can supply: wholly, partly and what is lacking, or not and why.

    Without a name, how many indicators each format can supply; with an INDICATOR, who can supply it; with a FORMAT, all
    that it can; with several, all that they can in one load. Nothing is read: the answer comes from the definitions and
    from what each format is known to hold.
    """
    import pyarrow as pa

    from purplebook.commands.place import council_or_shipped
    from purplebook.definitions import INDICATORS
    from purplebook.outputs.supply.supply_words import format_lines, indicator_lines, overview_lines, rows_of
    from purplebook.results.formats import answers
    from purplebook.sources.supply import format_supplies, together, with_all_together

    written = form_of(form, is_json=is_json, out=out)
    every = format_supplies()
    council = council_or_shipped(None)
    indicators = council.indicators if council else INDICATORS
    items, chosen = _named(names, indicators=indicators, formats=every)
    if chosen:
        compared = chosen if len(chosen) == 1 else (together(chosen),)
    else:
        compared = with_all_together(every)
    found = answers(items or indicators, compared)
    if written != "table":
        write_answer(pa.Table.from_pylist(rows_of(found)), form=written, out=out, title="What each format can supply")
        return
    width = shutil.get_terminal_size((WIDTH_WITHOUT_A_TERMINAL, 24)).columns if out is None else 100
    if items:
        lines = indicator_lines(items[0], found, width=width)
    elif chosen:
        lines = format_lines(compared[0], found, width=width)
    else:
        lines = overview_lines(found, width=width)
    write_page("\n".join(lines) + "\n", out=out)


def _named(
    names: Sequence[str], *, indicators: Sequence[Indicator], formats: Sequence[FormatSupply]
) -> tuple[tuple[Indicator, ...], tuple[FormatSupply, ...]]:
    """The indicator or the formats of these names; a DefinitionError names the formats there are."""
    items = {item.id.casefold(): item for item in indicators}
    known = {each.name: each for each in formats}
    wanted = [name.casefold().replace("_", "-") for name in names]
    for name, plain in zip(names, wanted, strict=True):
        if plain not in items and plain not in known:
            raise DefinitionError(
                f"There is no format and no indicator '{name}'. The formats are: {', '.join(known)}. "
                "`purplebook indicators` lists the indicators."
            )
    found = tuple(items[name] for name in dict.fromkeys(wanted) if name in items)
    chosen = tuple(known[name] for name in dict.fromkeys(wanted) if name in known)
    if len(found) > 1 or (found and chosen):
        raise BadInputError("Name one indicator, or one or several formats: purplebook formats annex-a ssda903.")
    return found, chosen
