"""Episodes of several returns as one history of each child: repeated ones told once, faults between them listed.

return of 2019   S 1 May 2018, open
return of 2020   S 1 May 2018 to 3 June 2019, X1;  P 3 June 2019, open     →  two episodes, the first closed
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from purplebook.sources.days import iso_day
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.next_return import Span, fates
from purplebook.sources.sense import OVERLAPS
from purplebook.sources.ssda903 import headers
from purplebook.sources.ssda903.gathered import LATER_KEPT, OTHERWISE, Gathered
from purplebook.sources.ssda903.given import GivenRow
from purplebook.store.loaded import RowIssue

STARTS, CONTINUES = "S", "X1"
_ENDING = ("DEC", "REC", "REASON_PLACE_CHANGE")

STARTS_AGAIN = (
    "the episode starts a period though the one before it says that the period goes on",
    "Correct RNE here or REC there. A new period was taken to start, and the earlier to end on its last day.",
)
WITHOUT_REASON = ("the episode has an end and no reason", "Give REC. The child was taken to be looked after still.")
ENDED_BY_NEXT = (
    OVERLAPS.reason,
    "The earlier one has no end and was taken to end on the day on which this one begins. Close it, or correct the day "
    "that is wrong.",
)
NOT_TOLD_AGAIN = (
    "the episode was open and the next return does not tell of it (rules 502 and 503A)",
    "It was taken to end on the day after the return that left it open, or on the day on which the child's next "
    "episode begins where that is no start. Give the episode with its end in the next return.",
)
OTHER_START = (
    "the next return gives this open episode another first day (rule 502)",
    "The day of the next return was kept, and the episode counted once. Correct the one that is wrong.",
)
OF_NO_LENGTH = (
    "the episode begins and ends on the day on which another of this child's begins",
    "The other one stands; this one is kept as a placement without a night, and as a period where it ended one. "
    "Correct the day that is wrong.",
)
SHORT_BREAKS = ("V3", "V4")
NOTHING_NEXT = (
    "the reason says that another episode began, and none did on that day",
    "Give the next episode, or the reason why the child ceased to be looked after.",
)


@dataclass(frozen=True)
class Episode:
    """One episode of one child, told by one or several rows; `given` is the row that it is credited to.

    `years` are those of the returns that tell of it.  `taken_end` is the day on which it was taken to end where no row
    gives an end; `is_gone` says that no episode of the child follows on that day.  One that `gives_way` had no night:
    another of its first day stands for the day.
    """

    given: GivenRow
    cells: dict[str, str]
    years: tuple[int, ...] = ()
    taken_end: str = ""
    is_gone: bool = False
    gives_way: bool = False
    start: str = field(init=False)
    """First day, YYYY-MM-DD."""
    end: str = field(init=False)
    """Last day; empty while the episode is open."""
    end_reason: str = field(init=False)
    """Why it ended; a reason on an open episode means nothing."""

    def __post_init__(self) -> None:
        """Read the days once: each is asked for a dozen times."""
        ends = iso_day(self.cells.get("DEC", ""))
        object.__setattr__(self, "start", iso_day(self.cells["DECOM"]))
        object.__setattr__(self, "end", ends or self.taken_end)
        object.__setattr__(self, "end_reason", self.cells.get("REC", "").upper() if ends else "")

    @property
    def child(self) -> str:
        """The authority's number for the child."""
        return self.given.cells["CHILD"]

    def cell(self, name: str) -> str:
        """The cell's text; empty when there is none."""
        return self.cells.get(name, "")

    def code(self, name: str) -> str:
        """The cell as a code, in capitals."""
        return self.cells.get(name, "").upper()


def histories(rows: Iterable[GivenRow], *, issues: list[RowIssue]) -> tuple[dict[str, list[Episode]], list[GivenRow]]:
    """Each child's episodes by their start, and the rows whose start is no date.

    Rows must come in the order of their returns, the earliest first; what is amiss is added to `issues`.
    """
    by_day: dict[tuple[str, str], list[GivenRow]] = {}
    undated = []
    returns: dict[str, set[int]] = {}
    for row in rows:
        start = iso_day(row.cells.get("DECOM", ""))
        if not start:
            undated.append(row)
            continue
        by_day.setdefault((row.cells["CHILD"], start), []).append(row)
        if row.year is not None:
            returns.setdefault(row.authority, set()).add(row.year)
    by_child: dict[str, list[Episode]] = {}
    for (child, _), own in sorted(by_day.items(), key=_first):
        by_child.setdefault(child, []).extend(_of_day(own, issues=issues))
    years = {authority: sorted(own) for authority, own in returns.items()}
    for child, episodes in by_child.items():
        _check(episodes, issues=issues)
        own_years = years.get(episodes[-1].given.authority, [])
        by_child[child] = _ended(episodes, years=own_years, issues=issues)
    return by_child, undated


def _first(item: tuple[tuple[str, str], list[GivenRow]]) -> tuple[str, str]:
    return item[0]


def _of_day(rows: Sequence[GivenRow], *, issues: list[RowIssue]) -> list[Episode]:
    """The episodes that the rows of one child and first day tell of: nearly always one, which several returns tell.

    Where a return gives one that ends on that day and another that does not, there are as many; the last is the one
    that stands.
    """
    if len(rows) == 1:
        return [_episode(rows[0])]
    years = [row.year for row in rows]
    if None not in years and len(set(years)) == len(years) and all(row.cells == rows[0].cells for row in rows[1:]):
        return [Episode(rows[-1], dict(rows[-1].cells), tuple(year for year in years if year is not None))]
    by_year: dict[int | None, list[GivenRow]] = {}
    for row in rows:
        by_year.setdefault(row.year, []).append(row)
    standing = max(map(_without_a_night, by_year.values()))
    places: dict[int, Episode] = {}
    for own in by_year.values():
        # Of rows of one return that begin on one day, the open one has the last word.
        ordered = sorted(own, key=_is_open)
        brief = [row for row in ordered if _has_no_length(row)] if _without_a_night(own) else []
        placed = [*enumerate(brief), *((standing, row) for row in ordered if row not in brief)]
        for place, row in placed:
            old = places.get(place)
            places[place] = _merge(old, row, issues=issues) if old else _episode(row)
    *others, last = (places[place] for place in sorted(places))
    issues.extend(episode.given.issue("DEC", *OF_NO_LENGTH) for episode in others)
    return [*(replace(episode, gives_way=True) for episode in others), last]


def _without_a_night(rows: Sequence[GivenRow]) -> int:
    """How many rows of one return and first day end on that day beside one that does not."""
    brief = sum(map(_has_no_length, rows))
    return brief if brief < len(rows) else 0


def _episode(row: GivenRow) -> Episode:
    return Episode(row, dict(row.cells), () if row.year is None else (row.year,))


def _has_no_length(row: GivenRow) -> bool:
    return iso_day(row.cell("DEC")) == iso_day(row.cell("DECOM"))


def _is_open(row: GivenRow) -> bool:
    return not row.cell("DEC")


def _merge(old: Episode, row: GivenRow, *, issues: list[RowIssue]) -> Episode:
    """The episode as the later row tells it; how it ended is taken whole from the latest row that says so."""
    ended_before = bool(old.end)
    ends_now = bool(iso_day(row.cell("DEC")))
    # An end that was known stays known: an open row of a later return tells nothing new.  Of one return the open row
    # is the last to be merged, and it stands.
    is_same_return = row.year is not None and row.year in old.years[-1:]
    kept_ending = old.cells if ended_before and not ends_now and not is_same_return else row.cells
    cells = {**old.cells, **row.cells}
    for name in _ENDING:
        cells.pop(name, None)
        if name in kept_ending:
            cells[name] = kept_ending[name]
    for name in sorted(old.cells.keys() & row.cells.keys()):
        ignored = ("CHILD", "DECOM") if ended_before and ends_now else ("CHILD", "DECOM", *_ENDING)
        if name not in ignored and old.cells[name] != row.cells[name]:
            issues.append(old.given.issue(name, OTHERWISE, LATER_KEPT))
    if is_same_return and ended_before and not ends_now:
        issues.append(old.given.issue("DEC", OTHERWISE, LATER_KEPT))
    years = old.years if row.year is None or row.year in old.years else (*old.years, row.year)
    return Episode(row, cells, years)


def _ended(episodes: list[Episode], *, years: Sequence[int], issues: list[RowIssue]) -> list[Episode]:
    """The episodes with those ended that have no end and cannot be open still, each listed."""
    if len(years) > 1:
        episodes = _as_next_return_has_it(episodes, years=years, issues=issues)
    kept: list[Episode] = []
    for at, episode in enumerate(episodes):
        # A text in DEC that is no date says that there is an end, and is listed as a fault of its own.
        is_open = not episode.end and not episode.cell("DEC")
        following = None
        if is_open and at + 1 < len(episodes):
            following = next((other for other in episodes[at + 1 :] if other.start > episode.start), None)
        if following is not None and following.code("LS") not in SHORT_BREAKS:
            issues.append(following.given.issue("DECOM", *ENDED_BY_NEXT))
            episode = replace(episode, taken_end=following.start)
        kept.append(episode)
    return kept


def _as_next_return_has_it(episodes: list[Episode], *, years: Sequence[int], issues: list[RowIssue]) -> list[Episode]:
    """The episodes of one child, those that the next return lacks ended, or left out for the one it has instead."""
    spans = [
        Span(at, episode.start, episode.end or episode.cell("DEC"), tuple(map(_last_day, episode.years)))
        for at, episode in enumerate(episodes)
        if episode.years
    ]
    if all(span.end or len(years) < 2 or span.returns[-1] == _last_day(years[-1]) for span in spans):
        return episodes

    def is_alike(old: Span, new: Span) -> bool:
        names = ("RNE", "LS", "PLACE")
        return all(episodes[old.key].code(name) == episodes[new.key].code(name) for name in names)

    became = fates(spans, returns=tuple(map(_last_day, years)), is_alike=is_alike)
    kept = []
    for at, episode in enumerate(episodes):
        fate = became.get(at)
        if fate is None:
            kept.append(episode)
        elif fate.ended_on:
            issues.append(episode.given.issue("DECOM", *NOT_TOLD_AGAIN))
            following = next((other for other in episodes[at + 1 :] if other.start >= fate.ended_on), None)
            # A child whose next episode is no start was looked after until then.
            goes_on = following is not None and following.code("RNE") != STARTS
            end = following.start if following is not None and goes_on else fate.ended_on
            kept.append(replace(episode, taken_end=end, is_gone=not goes_on))
        else:
            issues.append(episode.given.issue("DECOM", *OTHER_START))
    return kept


def _last_day(year: int) -> str:
    return f"{year}-03-31"


def _check(episodes: list[Episode], *, issues: list[RowIssue]) -> None:
    """List reasons that do not fit what follows; days that do not fit are looked at later, for all formats alike."""
    for at, episode in enumerate(episodes):
        following = episodes[at + 1 :]
        if episode.end and not episode.end_reason:
            issues.append(episode.given.issue("REC", *WITHOUT_REASON))
        if episode.end_reason == CONTINUES:
            if all(successor.start != episode.end for successor in following):
                issues.append(episode.given.issue("REC", *NOTHING_NEXT))
            elif following[0].code("RNE") == STARTS:
                issues.append(following[0].given.issue("RNE", *STARTS_AGAIN))


def add_episode(episode: Episode, *, period_id: str, placement_id: str, to: Gathered) -> None:
    """Add the canonical row of an episode."""
    key = event_id(episode.child, "looked_after_episode", day=episode.start)
    given = episode.cells
    ends = given.get("DEC", "")
    cells = {name: given[column] for name, column in headers.TAKEN_OVER.items() if column in given}
    cells |= {
        "episode_id": key,
        "person_id": person_id(episode.child),
        "started_on": episode.start,
        # A text that is no date goes on as it is, so that it is listed.
        "ended_on": episode.end or ends,
        "end_reason_code": given.get("REC", "") if ends else "",
        "return_year": str(episode.given.year or ""),
        "looked_after_period_id": period_id,
        "placement_id": placement_id,
    }
    to.add("looked_after_episode", key, given=episode.given, cells=cells, headers=headers.EPISODE)


def add_undated(given: GivenRow, *, at: int, to: Gathered) -> None:
    """An episode whose start is no date: `conform` lists it and leaves it out, since its key is missing."""
    cells = {name: given.cell(column) for name, column in headers.TAKEN_OVER.items()}
    cells |= {"person_id": person_id(given.child), "started_on": given.cell("DECOM"), "ended_on": given.day("DEC")}
    to.add("looked_after_episode", f"undated {at}", given=given, cells=cells, headers=headers.EPISODE)
