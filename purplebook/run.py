"""The whole flow on one screen: files → a snapshot → figures → the committee paper.

The command line, the demo and any program of yours go through these functions; each is one step of the flow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.papers.safeguarding_activity import UNNAMED_COUNCIL, safeguarding_activity
from purplebook.errors import BadInputError
from purplebook.language.paper_checks import needed_figures
from purplebook.language.papers import Paper
from purplebook.outputs.paper.write import write_paper
from purplebook.results import EVERYONE, Figures, compute_figures
from purplebook.sources import read_files
from purplebook.store import Snapshot, Store

Progress = Callable[[str], None]


def silent(message: str) -> None:
    """Progress for a program that shows none."""


def load_files(
    store: Store,
    paths: Sequence[Path],
    *,
    authority_code: str,
    as_at: date | None,
    covers_from: date | None = None,
    databases: Sequence[str] = (),
    progress: Progress = silent,
    waiting: Progress = silent,
) -> Snapshot:
    """Load files as one new snapshot, which becomes the current one; when anything fails the store is as it was.

    `waiting` is told who is loading when another load must end first.
    """
    progress("waiting for the store")
    with store.loading(on_wait=waiting) as loading:
        loaded = read_files(
            paths,
            staging=loading.staging / "read",
            authority_code=authority_code,
            as_at=as_at,
            covers_from=covers_from,
            databases=databases,
            progress=progress,
        )
        described = as_at or max((batch.extracted_on for batch in loaded.batches if batch.extracted_on), default=None)
        if described is None:
            raise BadInputError(
                "These files do not say which day they describe. Say it: `purplebook load FILES --as-at 2015-08-31`."
            )
        progress("publishing the snapshot")
        return loading.publish(loaded, as_at=described)


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
