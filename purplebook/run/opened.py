"""A store as a notebook or a program holds it: every question that can be asked of it, in text.

Each method is one call of `run/`; what that call needs is imported when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.run.place import Place, find_place
from purplebook.run.progress import Progress, silent

if TYPE_CHECKING:
    from purplebook.language.periods import Period
    from purplebook.results.answer import NamedTable
    from purplebook.run.book import MadeBook
    from purplebook.run.chronology import Chronology
    from purplebook.run.counted import Counted
    from purplebook.run.explain import Explanation
    from purplebook.run.figures import Figures
    from purplebook.run.indicators import Listing
    from purplebook.run.issues import Issues
    from purplebook.run.load import Batch, LoadResult
    from purplebook.run.paper import PaperMade
    from purplebook.run.rows import Rows
    from purplebook.run.stored import StoredTable

Day = str | date
Texts = str | Iterable[str]


@dataclass(frozen=True, repr=False)
class OpenStore:
    """One store, as `open_store` gives it.  Days, periods, indicators and breakdowns may be text.

    Without `as_at`, the snapshot of the latest day answers; without `authority`, all whose records it holds.
    """

    place: Place

    @property
    def path(self) -> Path:
        """The folder of the records."""
        return self.place.store_path

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the council's folder, such as a file that an earlier purplebook made."""
        return self.place.notices

    def indicators(self) -> Listing:
        """Every indicator that can be asked of these records, the council's own among them."""
        from purplebook.run.indicators import indicators

        return indicators(self.place)

    def explain(self, indicator: str, *, by_every: bool = False) -> Explanation:
        """What an indicator counts here, by the council's own standards where it has some."""
        from purplebook.run.explain import explain

        return explain(indicator, by_every=by_every, place=self.place)

    def load(
        self,
        files: str | Path | Iterable[str | Path],
        *,
        as_at: Day | None = None,
        covers_from: Day | None = None,
        authority: str | None = None,
        add: bool = False,
        replace: bool = False,
        progress: Progress = silent,
    ) -> LoadResult:
        """Load files, folders or databases as one new snapshot; when anything fails the store is as it was.

        With `add` they join the rows of the day that are there; `replace` lets them take the place of rows they lack.
        """
        from purplebook.run.load import load

        return load(
            self.place,
            files,
            as_at=as_at,
            covers_from=covers_from,
            authority=authority,
            add=add,
            replace=replace,
            progress=progress,
        )

    def load_tables(self, make: Callable[[Path], Sequence[Batch]], *, as_at: date) -> LoadResult:
        """Publish canonical tables that `make` writes as Parquet, which no file is read for; returns as `load` does."""
        from purplebook.run.load import load_tables

        return load_tables(self.place, make, as_at=as_at)

    def figures(
        self,
        indicators: Texts = (),
        *,
        period: str | Period | Iterable[str | Period] = (),
        since: Day | None = None,
        by: Texts = (),
        as_at: Day | None = None,
        authority: Texts = (),
    ) -> Figures:
        """Work out figures, of every indicator and the year to date unless named.

        A period is "2015-08", "2015-16-Q1", "FY2014-15", "2015-08-31", "2015-07-01..2015-08-31", or "month" and the
        like for each since a day.  `by` is a breakdown, two crossed as "team+age_band", or "every".
        """
        from purplebook.run.figures import asked, figures

        return figures(
            asked(self.place, indicators, period=period, since=since, by=by, as_at=as_at, authority=authority)
        )

    def rows(
        self,
        indicator: str,
        *,
        period: str | Period | Iterable[str | Period] | None = None,
        among: bool = False,
        as_at: Day | None = None,
        authority: Texts = (),
    ) -> Rows:
        """The children behind a figure, exactly as many as it counts; with `among`, those it is a part of."""
        from purplebook.run.rows import rows

        return rows(self.place, indicator, period=period, among=among, as_at=as_at, authority=authority)

    def counted(
        self, child: str, *, period: str | Period | None = None, as_at: Day | None = None, authority: str | None = None
    ) -> Counted:
        """The way back: every figure that counts one child, named by the council's own number."""
        from purplebook.run.counted import counted

        return counted(self.place, child, period=period, as_at=as_at, authority=authority)

    def chronology(
        self, child: str, *, tables: Texts = (), as_at: Day | None = None, authority: str | None = None
    ) -> Chronology:
        """One child's story, event by event."""
        from purplebook.run.chronology import chronology

        return chronology(self.place, child, tables=tables, as_at=as_at, authority=authority)

    def table(self, name: str, *, as_at: Day | None = None) -> StoredTable:
        """The rows of one canonical table, as they were loaded."""
        from purplebook.run.stored import stored_table

        return stored_table(self.place, name, as_at=as_at)

    def issues(self, *, as_at: Day | None = None, each_row: bool = False) -> Issues:
        """What was wrong with the rows of a load, counted; with `each_row` every one, with its value."""
        from purplebook.run.issues import issues

        return issues(self.place, as_at=as_at, each_row=each_row)

    def snapshots(self) -> NamedTable:
        """Every load, in the order of loading: its name, its day and whose records it holds."""
        from purplebook.run.stored import snapshots

        return snapshots(self.place)

    def paper(
        self,
        *,
        as_at: Day,
        out: str | Path = "paper",
        authority: str | None = None,
        progress: Progress = silent,
    ) -> PaperMade:
        """Write the Safeguarding Activity Report of a day as Word, PDF and HTML into a folder."""
        from purplebook.run.paper import paper

        return paper(self.place, as_at=as_at, out=out, authority=authority, progress=progress)

    def book(self, *, as_at: Day, status: str = "provisional", progress: Progress = silent) -> MadeBook:
        """Make the purple book of a month's last day and freeze it as a release."""
        from purplebook.run.book import book

        return book(self.place, as_at=as_at, status=status, progress=progress)

    def annex_a(
        self, *, out: str | Path, as_at: Day | None = None, authority: Texts = (), replace: bool = False
    ) -> Path:
        """Write Ofsted's Annex A workbook, which holds children's records, readable by you alone."""
        from purplebook.run.annex_a import write_annex_a

        write_annex_a(self.place, out=Path(out), as_at=as_at, authority=authority, may_replace=replace)
        return Path(out)

    def __repr__(self) -> str:
        name = f" of {self.place.authority_name}" if self.place.authority_name else ""
        return f"Store{name} in {self.place.store_path}"


def open_store(path: str | Path | None = None) -> OpenStore:
    """The store in a folder, or in one made by `purplebook init`; without a path, the nearest upwards."""
    place = find_place(None if path is None else Path(path))
    _ = place.store
    return OpenStore(place)


def make_store(
    folder: str | Path, *, authority: str | None = None, name: str | None = None, is_invented: bool = False
) -> OpenStore:
    """Make a council's own folder, with an empty store for its records, readable by you alone.

    Without an authority the folder is a store alone, for records of many or inside a council's folder that is there.
    """
    from purplebook.run.init import empty_store, init

    if authority is None:
        return open_store(empty_store(Path(folder)))
    return open_store(init(Path(folder), authority=authority, name=name, is_invented=is_invented).folder)
