"""`purplebook paper`: the committee paper of a day, in Word, PDF and HTML."""

from __future__ import annotations

import json
from pathlib import Path

import click

from purplebook.commands.endings import check_folder
from purplebook.commands.place import find_place, read_day, snapshot_at, store_option
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
    from purplebook.definitions.papers.safeguarding_activity import UNNAMED_COUNCIL
    from purplebook.run.paper import make_paper

    check_folder(out, what="a paper", example="paper")
    day = read_day(as_at)
    assert day is not None
    snapshot = snapshot_at(store_path, day)
    council = find_place(store_path).authority_name or UNNAMED_COUNCIL
    with progress("Making the paper") as say:
        made = make_paper(snapshot, as_at=day, out=out, council=council, authority=authority, progress=say)
    if is_json:
        click.echo(json.dumps({"snapshot": snapshot.id, "files": [str(path) for path in made]}))
        return
    for path in made:
        click.echo(path)
