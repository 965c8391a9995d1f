"""`purplebook paper`: the committee paper of a day, in Word, PDF and HTML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purplebook.commands.days import DAY
from purplebook.commands.place import council_place, store_option
from purplebook.commands.progress import progress
from purplebook.run.endings import check_folder

if TYPE_CHECKING:
    from purplebook.run.paper import PaperMade


@click.command(short_help="Write the committee paper as Word, PDF and HTML.")
@click.option("--as-at", "as_at", type=DAY, metavar="DATE", required=True, help="The day, such as 2015-08-31.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("paper"), show_default=True, metavar="DIR")
@click.option("--authority", metavar="CODE", help="Whose paper it is, where the records are of many authorities.")
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def paper(as_at: str, out: Path, authority: str | None, store_path: Path | None, is_json: bool) -> None:
    """Write the Safeguarding Activity Report as Word, tagged PDF and HTML.

    Every figure in it is worked out from the records; nobody types a number. What nothing recorded bears out is not
    printed: a page beside the paper, for its author, lists what was left out and what would fill it.
    """
    from purplebook.run.paper import paper as make

    check_folder(out, what="a paper", example="paper")
    place = council_place(store_path)
    with progress("Making the paper") as say:
        made = make(place, as_at=as_at, out=out, authority=authority, progress=say)
    if is_json:
        gaps = [
            {"section": gap.section, "what": gap.what, "needs": [need.words for need in gap.needs]} for gap in made.gaps
        ]
        files = [str(path) for path in made.files]
        click.echo(
            json.dumps({"snapshot": made.snapshot_id, "files": files, "gaps": gaps, "gaps_page": str(made.gaps_page)})
        )
        return
    for path in made.files:
        click.echo(path)
    for line in gaps_words(made):
        click.echo(f"purplebook: {line}", err=True)


def gaps_words(made: PaperMade) -> tuple[str, ...]:
    """What the paper leaves out, in a few lines for the screen; the page has all of it."""
    count = len(made.gaps)
    if not count:
        return ()
    left = "1 sentence or table was" if count == 1 else f"{count} sentences and tables were"
    return (f"{left} left out, for nothing recorded bears them out. {made.gaps_page} lists them:", *made.gaps_in_short)
