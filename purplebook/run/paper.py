"""A snapshot → the committee paper of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.papers.safeguarding_activity import UNNAMED_COUNCIL, safeguarding_activity
from purplebook.errors import BadInputError
from purplebook.language.paper_checks import needed_figures
from purplebook.language.papers import Paper
from purplebook.outputs.paper.three_formats import write_paper
from purplebook.results import EVERYONE, Figures, compute_figures
from purplebook.run.progress import Progress, silent
from purplebook.store import Snapshot


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
