"""`purplebook paper`: the committee paper of a day, in Word, PDF and HTML."""

from __future__ import annotations

import json
from pathlib import Path

import click

from purplebook.commands.place import council_place, store_option
from purplebook.commands.progress import progress


@click.command(short_help="Write the committee paper as Word, PDF and HTML.")
@click.option("--as-at", "as_at", metavar="DATE", required=True, help="The day, such as 2015-08-31.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("paper"), show_default=True, metavar="DIR")
@click.option("--authority", metavar="CODE", help="Whose paper it is, where the records are of many authorities.")
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def paper(as_at: str, out: Path, authority: str | None, store_path: Path | None, is_json: bool) -> None:
    """Write the Safeguarding Activity Report as Word, tagged PDF and HTML.

    Every figure in it is worked out from the records; nobody types a number.
    """
    from purplebook.run.paper import paper as make

    place = council_place(store_path)
    with progress("Making the paper") as say:
        made = make(place, as_at=as_at, out=out, authority=authority, progress=say)
    if is_json:
        click.echo(json.dumps({"snapshot": made.snapshot_id, "files": [str(path) for path in made.files]}))
        return
    for path in made.files:
        click.echo(path)
