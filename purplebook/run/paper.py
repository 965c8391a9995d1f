"""A snapshot → the committee paper of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.papers.safeguarding_activity import UNNAMED_COUNCIL, safeguarding_activity
from purplebook.errors import BadInputError
from purplebook.language.paper_checks import needed_figures
from purplebook.language.papers import Paper
from purplebook.outputs.paper.write import write_paper
from purplebook.results import EVERYONE, Figures, compute_figures
from purplebook.run.place import Place
from purplebook.run.progress import Progress, silent
from purplebook.run.words import required_day
from purplebook.store import Snapshot


@dataclass(frozen=True)
class MadePaper:
    """The files of a paper, and the snapshot whose figures are in it."""

    files: tuple[Path, ...]
    snapshot_id: str

    def __repr__(self) -> str:
        return "\n".join(map(str, self.files))


def paper(
    place: Place,
    *,
    as_at: str | date,
    out: str | Path = "paper",
    authority: str | None = None,
    progress: Progress = silent,
) -> MadePaper:
    """Write the Safeguarding Activity Report of a day as Word, PDF and HTML into a folder."""
    day = required_day(as_at)
    snapshot = place.snapshot(day)
    council = place.authority_name or UNNAMED_COUNCIL
    files = make_paper(snapshot, as_at=day, out=Path(out), council=council, authority=authority, progress=progress)
    return MadePaper(files, snapshot.id)


def figures_for(snapshot: Snapshot, paper: Paper, *, authority: str | None = None) -> Figures:
    """Every figure that the paper reads, worked out in one run; a paper is about one authority."""
    if authority is None and len(snapshot.authorities) > 1:
        raise BadInputError(
            f"These are the records of {len(snapshot.authorities)} authorities, and a paper is about one. "
            f"Name it: --authority {snapshot.authorities[0]}."
        )
    needed = needed_figures(paper)
    wanted = {indicator for indicator, _, _ in needed}
    return compute_figures(
        snapshot,
        [item for item in INDICATORS if item.id in wanted],
        periods=tuple(dict.fromkeys(period for _, period, _ in needed)),
        breakdowns=any(breakdown != EVERYONE for _, _, breakdown in needed),
        authorities=() if authority is None else (authority,),
    )


def make_paper(
    snapshot: Snapshot,
    *,
    as_at: date,
    out: Path,
    council: str = UNNAMED_COUNCIL,
    authority: str | None = None,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Write the Safeguarding Activity Report of a day as Word, PDF and HTML; return the files."""
    paper = safeguarding_activity(as_at, council=council)
    for indicator, _, _ in needed_figures(paper):
        indicator_by_id(indicator)
    progress("working out the figures")
    figures = figures_for(snapshot, paper, authority=authority)
    progress("writing the paper")
    return write_paper(paper, figures, out=out, snapshot_id=snapshot.id)
