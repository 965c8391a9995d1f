"""A snapshot → the committee paper of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.council import Council
from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.definitions.reference import areas
from purplebook.errors import BadInputError
from purplebook.language.indicators import Indicator
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
    files = make_paper(
        snapshot, as_at=day, out=Path(out), council=place.council, authority=authority, progress=progress
    )
    return MadePaper(files, snapshot.id)


def figures_for(
    snapshot: Snapshot,
    paper: Paper,
    *,
    authority: str | None = None,
    indicators: Sequence[Indicator] = INDICATORS,
) -> Figures:
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
        [item for item in indicators if item.id in wanted],
        periods=tuple(dict.fromkeys(period for _, period, _ in needed)),
        breakdowns=any(breakdown != EVERYONE for _, _, breakdown in needed),
        authorities=() if authority is None else (authority,),
    )


def make_paper(
    snapshot: Snapshot,
    *,
    as_at: date,
    out: Path,
    council: Council | None = None,
    authority: str | None = None,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Write the Safeguarding Activity Report of a day as Word, PDF and HTML; return the files."""
    indicators = council.indicators if council else INDICATORS
    name = (council.words.name if council else "") or areas().named(authority or snapshot.authorities[0])
    paper = safeguarding_activity(as_at, council=name)
    for indicator, _, _ in needed_figures(paper):
        indicator_by_id(indicator, indicators=indicators)
    progress("working out the figures")
    figures = figures_for(snapshot, paper, authority=authority, indicators=indicators)
    progress("writing the paper")
    return write_paper(paper, figures, out=out, snapshot_id=snapshot.id)
