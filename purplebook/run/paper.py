"""A snapshot → the committee paper of a day, and the list of what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from purplebook.council import Council
from purplebook.definitions import INDICATORS
from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.definitions.reference import areas
from purplebook.errors import BadInputError, NoDataError
from purplebook.language.councils import CouncilWords
from purplebook.language.evidence import Register, VerdictOn
from purplebook.language.indicators import Indicator
from purplebook.language.own_sentences import with_own_sentences
from purplebook.language.own_words import own_text
from purplebook.language.paper_checks import evidence_of, needed_figures, sentences_of
from purplebook.language.papers import Paper, Text
from purplebook.language.periods import long_day
from purplebook.outputs.paper.evidence import Recorded
from purplebook.outputs.paper.gaps import Gap, summary
from purplebook.outputs.paper.resolve import resolve
from purplebook.outputs.paper.three_formats import paper_files
from purplebook.results.book.judging import judged_months
from purplebook.results.book.months_of_book import book_periods, last_month_end
from purplebook.results.figures import EVERYONE, Figures
from purplebook.results.known import PROVISIONAL, Known, known_beside, with_status
from purplebook.results.populations import populations_used
from purplebook.results.register_rows import register_rows
from purplebook.results.snapshots import compute_figures, populations_of, supply_of
from purplebook.results.supply import unsupplied
from purplebook.results.uncovered import without_uncovered
from purplebook.run.place import Place
from purplebook.run.progress import Progress, silent
from purplebook.run.whose import check_whose
from purplebook.run.words import required_day
from purplebook.run.written import write_folder
from purplebook.store import Snapshot, Store
from purplebook.store.published import held_tables
from purplebook.store.records_hash import records_hash
from purplebook.store.releases import releases


@dataclass(frozen=True)
class PaperMade:
    """The files of a paper, what it leaves out, and the page that says so; and of which records it is."""

    files: tuple[Path, ...]
    gaps: tuple[Gap, ...]
    gaps_page: Path
    snapshot_id: str

    @property
    def gaps_in_short(self) -> tuple[str, ...]:
        """What would fill most of the gaps, in a few lines; the page has all of it."""
        return summary(self.gaps)

    def __repr__(self) -> str:
        left_out = f"Left out, for its author: {self.gaps_page}"
        return "\n".join([*map(str, self.files), *([left_out] if self.gaps else [])])


def paper(
    place: Place,
    *,
    as_at: str | date,
    out: str | Path = "paper",
    authority: str | None = None,
    progress: Progress = silent,
) -> PaperMade:
    """Write the Safeguarding Activity Report of a day as Word, PDF and HTML into a folder."""
    day = required_day(as_at)
    return make_paper(
        place.snapshot(day),
        as_at=day,
        out=Path(out),
        council=place.council,
        store=place.store,
        authority=authority,
        progress=progress,
    )


def figures_for(
    snapshot: Snapshot, paper: Paper, *, authority: str | None = None, indicators: Sequence[Indicator] = INDICATORS
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
    store: Store | None = None,
    authority: str | None = None,
    progress: Progress = silent,
) -> PaperMade:
    """Write the Safeguarding Activity Report of a day as Word, PDF and HTML, and its gaps as a page beside.

    `council` is whose paper it is; without one, it leans on nothing that a council says.  With the `store` that the
    snapshot is of, the paper also uses what its book knows: the status of a release of the same records, published
    figures, and what late records are expected to add.
    """
    check_whose(council, snapshot, authority=authority)
    _check_covered(snapshot, as_at)
    paper = paper_of(as_at, council)
    indicators = council.indicators if council else INDICATORS
    progress("working out the figures")
    figures = figures_for(snapshot, paper, authority=authority, indicators=indicators)
    known = known_of(store, snapshot, paper, figures, council=council)
    if known.judged is not None:
        figures = without_uncovered(figures, known.judged, supply_of(snapshot))
    words = council.words if council else CouncilWords("", "")
    if not words.name:
        words = replace(words, name=areas().named(authority or snapshot.authorities[0]))
    recorded = recorded_of(snapshot, paper, council=words, known=known, indicators=indicators, authority=authority)
    progress("writing the paper")
    document = resolve(paper, with_status(figures, known.status), snapshot_id=snapshot.id, recorded=recorded)
    *files, gaps = write_folder(
        out, paper_files(document), what_to_do="Name a folder that you may write to: --out paper."
    )
    return PaperMade(tuple(files), document.gaps, gaps, snapshot_id=snapshot.id)


def _check_covered(snapshot: Snapshot, as_at: date) -> None:
    """Refuse a day before any record is complete: every figure of such a paper would be left out."""
    since = min(supply_of(snapshot).covers_from.values(), default=None)
    if since is not None and as_at < since:
        raise NoDataError(
            f"The records are complete from {long_day(since)}, so there is no paper of {long_day(as_at)}. Name a later "
            "day, or load records that reach further back with --covers-from."
        )


def paper_of(as_at: date, council: Council | None = None) -> Paper:
    """The paper of a day as it is declared, by a council's standards and with the sentences that are its own."""
    if council is None:
        return safeguarding_activity(as_at)

    def text_of(words: str) -> Text:
        return own_text(words, as_at=as_at, indicators=council.indicators)

    paper = safeguarding_activity(as_at, practice=council.standards, indicators=council.indicators)
    return with_own_sentences(paper, council.words.sentences, text_of=text_of)


def known_of(
    store: Store | None, snapshot: Snapshot, paper: Paper, figures: Figures, *, council: Council | None = None
) -> Known:
    """What the book of a store knows of the figures of a paper; of a snapshot alone, the council's targets only."""
    indicators, targets = (council.indicators, council.targets) if council else (INDICATORS, ())
    if store is None:
        return known_beside(figures, indicators, targets=targets)
    asked = {indicator for indicator, _, _ in needed_figures(paper)} | _judged_in(paper)
    is_one = len(snapshot.authorities) == 1
    return known_beside(
        figures,
        indicators,
        held=held_tables(store.path),
        targets=targets,
        stands_for=council.stands_for if council else {},
        not_national=council.national_changed if council else {},
        judged=judged_months(
            snapshot,
            [item for item in indicators if item.id in asked],
            months=book_periods(last_month_end(paper.as_at)).months,
            snapshots=store.snapshots(),
            every=indicators,
            baselines=council.baselines if council else (),
        ).judged
        if is_one
        else None,
        status=release_status(store, snapshot, as_at=paper.as_at),
    )


def _judged_in(paper: Paper) -> set[str]:
    """The indicators of which a sentence says how they stand, whether or not it has a figure of theirs."""
    evidence = (item for _, text in sentences_of(paper) for item in evidence_of(text))
    return {item.indicator for item in evidence if isinstance(item, VerdictOn)}


def release_status(store: Store, snapshot: Snapshot, *, as_at: date) -> str:
    """The status of the latest release of a day, where it was made of these very records; else provisional."""
    latest = next((release for release in reversed(releases(store.path)) if release.as_at == as_at), None)
    if latest is None or latest.manifest["snapshot"]["sha256"] != records_hash(snapshot):
        return PROVISIONAL
    return str(latest.manifest["status"])


def recorded_of(
    snapshot: Snapshot,
    paper: Paper,
    *,
    council: CouncilWords,
    known: Known,
    indicators: Sequence[Indicator],
    authority: str | None = None,
) -> Recorded:
    """All that a paper may lean on besides its figures, as one snapshot and one council have it."""
    supply = supply_of(snapshot)
    asked = {indicator for indicator, _, _ in needed_figures(paper)}
    shown = [item for item in indicators if item.id in asked]
    populations = populations_used(
        populations_of(snapshot, shown),
        shown,
        authority=authority or snapshot.authorities[0],
        periods=tuple(dict.fromkeys(period for _, period, _ in needed_figures(paper))),
    )
    registers = [item for _, text in sentences_of(paper) for item in evidence_of(text) if isinstance(item, Register)]
    return Recorded(
        council=council,
        rows=register_rows(snapshot, registers, authority=authority),
        known=known,
        lacking={item.id: lacking for item in indicators if item.id in asked and (lacking := unsupplied(item, supply))},
        populations={key: entry.words for key, entry in populations.items()},
    )
