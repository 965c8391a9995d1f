"""`purplebook demo`: the whole flow on an invented council, from files to the paper."""

from __future__ import annotations

import shlex
import shutil
from datetime import date
from pathlib import Path

import click

from purplebook.commands.own_name import own_name
from purplebook.commands.progress import progress
from purplebook.errors import BadInputError
from purplebook.run.endings import check_folder
from purplebook.run.place import STORE_FOLDER

FILES_FOLDER, PAPER_FOLDER, MONTHS_FOLDER, TALLY_FILE = "files", "paper", "other-months", "tally.csv"
OWN_PAPERS_FOLDER = "papers"
COUNCIL, REGION, ENGLAND = "council", "region", "england"
NOTE_FILE = "README.txt"
AFTER_PAPER = date(2015, 9, 30)
"""The extract from which the one figure of September comes."""
NOTE = """Made by `purplebook demo`: the records of a council that does not exist, and its committee paper.
The next demo clears this folder. No child, officer or place in it is real.

files/  the records as a council would hand them over     store/  the records as purplebook keeps them
council.toml and the files beside it, papers/  what the invented council says of itself
paper/  the Safeguarding Activity Report as Word, PDF and HTML
other-months/  the records as they stood at the end of September; with --every-month, of every other month of 2015
tally.csv  each figure of a paper of 2015, as printed and as these records give it
"""
NOTE_AT_SCALE = """Made by `purplebook demo --scale`: the records of authorities that do not exist.
The next demo clears this folder. No child, officer or place in it is real.

store/  the records as purplebook keeps them
"""


@click.command(short_help="Invent a council and make its paper, from files to PDF.")
@click.option(
    "--scale",
    type=click.Choice((COUNCIL, REGION, ENGLAND)),
    default=COUNCIL,
    show_default=True,
    help="How much to invent: a council with its paper, or only the records of 19 or 153 authorities over ten years.",
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("demo-output"), show_default=True, metavar="DIR")
@click.option(
    "--every-month",
    "is_every_month",
    is_flag=True,
    help="Load the records as they stood at the end of each month of 2015, not of August alone: July can then be asked "
    "of an early extract and of a late one.",
)
@click.option("--seed", type=click.IntRange(0), metavar="NUMBER", help="Invent others; region and england only.")
@click.option(
    "--extracts",
    type=click.IntRange(1, 12),
    metavar="NUMBER",
    help="Make the extracts of the last so many month ends, each without what was recorded later; region and england "
    "only.",
)
@click.option(
    "--processes", type=click.IntRange(1, 8), metavar="NUMBER", help="How many to work with; region and england only."
)
def demo(
    scale: str, out: Path, is_every_month: bool, seed: int | None, extracts: int | None, processes: int | None
) -> None:
    """Invent a council, write its files, load them and make its committee paper, all under DIR.

    No child in it is real. Running it again makes the same files and the same figures.
    """
    check_folder(out, what="the demo", example="demo-output")
    if scale == COUNCIL:
        for name, value in (("--seed", seed), ("--extracts", extracts), ("--processes", processes)):
            if value is not None:
                raise BadInputError(f"{name} goes with --scale region or england; the council is always the same.")
        return _council(out, is_every_month=is_every_month)
    if is_every_month:
        raise BadInputError("--every-month goes with one council; of a region or England ask for --extracts 12.")
    from purplebook.commands.demo_at_scale import invent_authorities

    _clear(out, note=NOTE_AT_SCALE)
    invent_authorities(scale, out, seed=seed, extracts=extracts or 1, processes=processes or 2)


def _council(out: Path, *, is_every_month: bool) -> None:
    """The whole flow for one council."""
    from purplebook.run.opened import make_store, open_store
    from purplebook_demo.paper_2015.calendar import PAPER_DAY, RECORDS_START
    from purplebook_demo.paper_2015.council import write_council
    from purplebook_demo.paper_2015.files.extracts import MONTH_ENDS
    from purplebook_demo.paper_2015.files.write_files import write_demo_files, write_other_months
    from purplebook_demo.paper_2015.generate import everything
    from purplebook_demo.paper_2015.tally.extract import Extract
    from purplebook_demo.paper_2015.tally.verdicts import tally, tally_words, write_tally

    _clear(out)
    with progress("Inventing a council") as say:
        say("Dealing out journeys")
        records = everything()
        files = write_demo_files(out / FILES_FOLDER, records, progress=say)
        # The paper tells one thing of September, so that extract is needed too.
        days = [day for day in MONTH_ENDS if day != PAPER_DAY and (is_every_month or day == AFTER_PAPER)]
        extracts = write_other_months(out / MONTHS_FOLDER, records, days=days, progress=say)
        extracts[PAPER_DAY] = tuple(path for path in files if path.suffix == ".csv")
    click.echo(f"{len(files)} files of the invented council are in {out / FILES_FOLDER}.")
    write_council(out, answers_for_paper=not is_every_month)
    make_store(out / STORE_FOLDER)
    store = open_store(out)
    # In the order of their days, as a council would.
    for day, tables in sorted(extracts.items()):
        with progress(f"Loading {day}") as say:
            loaded = store.load(tables, as_at=day, covers_from=RECORDS_START, progress=say)
        click.echo(loaded.text)
    with progress("Making the paper") as say:
        made = store.paper(as_at=PAPER_DAY, out=out / PAPER_FOLDER, progress=say)
    with progress("Holding the figures against the paper of 2015"):
        verdicts = tally([Extract(store, PAPER_DAY), Extract(store, AFTER_PAPER)])
        write_tally(out / TALLY_FILE, verdicts)
    click.echo(f"{tally_words(verdicts)} {out / TALLY_FILE} says each one's.")
    click.echo("The committee paper:\n" + "\n".join(f"  {path}" for path in made.files))
    click.echo(f"Next: cd {shlex.quote(str(out))} && {own_name()} list CP01 --as-at {PAPER_DAY} --period {PAPER_DAY}")


def _clear(out: Path, *, note: str = NOTE) -> None:
    """Remove what an earlier demo left; a folder without a demo's note may be somebody's records, and is left alone."""
    if out.exists() and not out.is_dir():
        raise BadInputError(f"{out} is a file. Name a folder for the demo: --out DIR.")
    if out.is_dir() and any(out.iterdir()) and not (out / NOTE_FILE).is_file():
        raise BadInputError(f"{out} holds something that no demo made. Name a new folder for the demo: --out DIR.")
    for name in (FILES_FOLDER, STORE_FOLDER, PAPER_FOLDER, MONTHS_FOLDER, OWN_PAPERS_FOLDER):
        shutil.rmtree(out / name, ignore_errors=True)
    for path in (out / TALLY_FILE, *out.glob("*.toml")):
        path.unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    (out / NOTE_FILE).write_text(note, encoding="utf-8")
