"""What episodes amount to: periods of being looked after, placements, and spans of legal status.

S  U6 V2     ─┐ period ─┐ placement ─┐ V2
L  U6 C1      │          │            └ C1
P  K2 C1      │         ─┐ placement
T  K2 C1, E4A ┘          ┘ the same, for the carer has not changed

A series of short breaks (V3, V4) is a period of its own, since the published figures leave it out: a care order that
follows it on the next day begins another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.ssda903 import headers
from purplebook.sources.ssda903.episodes import CONTINUES, STARTS, Episode, add_episode
from purplebook.sources.ssda903.gathered import Gathered
from purplebook.sources.ssda903.return_year import year_of

SHORT_BREAKS = ("V3", "V4")
CARER_CHANGES, CARER_STAYS = ("S", "P", "B"), ("L", "T", "U")
NO_START = (
    "no earlier episode is there, though the reason for a new episode (RNE) is not S, the start of being looked after",
    "Give the earlier episodes, or load the returns that hold them together with this one, or correct RNE. Until then "
    "the period starts on this day, which may be too late.",
)


@dataclass(frozen=True)
class Period:
    """A run of episodes from the day a child comes into care to the day the child leaves.

    `nth` is 1 but for a period that began on the same day as a later one of the child.
    """

    key: str
    episodes: tuple[Episode, ...]
    is_followed: bool
    nth: int = 1
    turns_on: str = ""
    """The day on which short breaks become being looked after, or the other way round; mostly never."""
    has_turned: bool = False
    """Whether it is what an earlier period turned into."""

    @property
    def start(self) -> str:
        """First day."""
        return self.episodes[0].start

    @property
    def end(self) -> str:
        """Last day; empty while the child is looked after, as far as the files tell.

        A period that another follows is over: its last day is then the last that is told, by whatever reason.
        """
        last = self.episodes[-1]
        return (last.end or self.turns_on) if self.is_followed or _leaves(last) else ""

    @property
    def end_reason(self) -> str:
        """Why it ended: one that turns into a period of another kind goes on in it, which the return calls X1."""
        last = self.episodes[-1]
        return last.end_reason if _leaves(last) else CONTINUES if self.turns_on else ""


def periods_of(episodes: Sequence[Episode]) -> tuple[Period, ...]:
    """A child's periods: a new one begins with RNE S, after an end by any reason but X1, and where short breaks do."""
    runs: list[list[Episode]] = []
    for episode in episodes:
        if not runs or episode.code("RNE") == STARTS or _leaves(runs[-1][-1]) or _turn(runs[-1][-1], episode):
            runs.append([])
        runs[-1].append(episode)
    turns = ["", *(_turn(before[-1], after[0]) for before, after in pairwise(runs)), ""]
    periods = []
    for at, run in enumerate(runs):
        child, day = run[0].child, run[0].start
        nth = 1 + sum(later[0].start == day for later in runs[at + 1 :])
        key = event_id(child, "looked_after_period", day=day, ordinal=nth)
        is_followed, has_turned = at + 1 < len(runs), bool(turns[at])
        periods.append(Period(key, tuple(run), is_followed, nth, turns_on=turns[at + 1], has_turned=has_turned))
    return tuple(periods)


def add_period(period: Period, *, first_year: int | None, to: Gathered) -> bool:
    """Add a period with its episodes, placements and legal statuses; return whether it starts before the files do."""
    first = period.episodes[0]
    is_cut = first.code("RNE") != STARTS and not period.has_turned
    is_before = first_year is not None and year_of(first.start) < first_year
    if is_cut and not is_before:
        to.issues.append(first.given.issue("RNE", *NO_START))
    cells = {
        "looked_after_period_id": period.key,
        "person_id": person_id(first.child),
        "started_on": period.start,
        "ended_on": period.end,
        "end_reason_code": period.end_reason,
        "need_code": first.cell("CIN"),
    }
    to.add("looked_after_period", period.key, given=first.given, cells=cells, headers=headers.PERIOD)
    # Of what begins on one day the last has the plain key, which it keeps where no other began that day.
    again = () if period.nth == 1 else (str(period.nth),)
    runs = runs_by_carer(period.episodes)
    for at, run in enumerate(runs):
        nth = 1 + sum(later[0].start == run[0].start for later in runs[at + 1 :])
        placement_id = event_id(first.child, "placement", *again, day=run[0].start, ordinal=nth)
        _add_placement(run, key=placement_id, period=period, to=to)
        for episode in run:
            # The table holds one episode of a child for a day.
            if not episode.gives_way:
                add_episode(episode, period_id=period.key, placement_id=placement_id, to=to)
    for run in _runs_by_status(period.episodes):
        _add_legal_status(run, period=period, to=to)
    return is_cut and is_before


def period_on(periods: Sequence[Period], day: str) -> Period | None:
    """The period in which the day lies; a day on which one ends and the next begins is of the next."""
    within = [period for period in periods if day and period.start <= day and (not period.end or day <= period.end)]
    return within[-1] if within else None


def _turn(before: Episode, now: Episode) -> str:
    """The day on which short breaks begin or end between two episodes that follow on one another; empty if none."""
    follows_on = not _leaves(before) and now.code("RNE") != STARTS
    is_turn = (before.code("LS") in SHORT_BREAKS) != (now.code("LS") in SHORT_BREAKS)
    return now.start if follows_on and is_turn else ""


def _leaves(episode: Episode) -> bool:
    return episode.is_gone or (bool(episode.end) and episode.end_reason not in ("", CONTINUES))


def runs_by_carer(episodes: Sequence[Episode]) -> list[list[Episode]]:
    """The episodes of a period, cut where the carer changed: each run is one placement."""
    runs: list[list[Episode]] = []
    for episode in episodes:
        if not runs or _is_moved(runs[-1][-1], episode):
            runs.append([])
        runs[-1].append(episode)
    return runs


def _is_moved(before: Episode, now: Episode) -> bool:
    """Whether the carer changed; where the reason for the new episode is no known one, by what the rows say of it."""
    reason = now.code("RNE")
    if reason in CARER_CHANGES or reason in CARER_STAYS:
        return reason in CARER_CHANGES
    return any(before.code(name) != now.code(name) for name in ("PLACE", "PLACE_PROVIDER", "URN", "PL_POST"))


def _runs_by_status(episodes: Sequence[Episode]) -> list[list[Episode]]:
    runs: list[list[Episode]] = []
    for episode in episodes:
        if not runs or runs[-1][-1].code("LS") != episode.code("LS"):
            runs.append([])
        runs[-1].append(episode)
    return runs


def _end_of(run: Sequence[Episode], *, period: Period) -> str:
    """The run's last day: where its last episode was left open, the day on which the next of the period begins."""
    last = run[-1]
    if last.end:
        return last.end
    at = period.episodes.index(last)
    return period.episodes[at + 1].start if at + 1 < len(period.episodes) else ""


def _add_placement(run: Sequence[Episode], *, key: str, period: Period, to: Gathered) -> None:
    first, last = run[0], run[-1]
    ended = _end_of(run, period=period)
    cells = {
        "placement_id": key,
        "person_id": person_id(first.child),
        "looked_after_period_id": period.key,
        "started_on": first.start,
        "ended_on": ended,
        "placement_type": last.cell("PLACE"),
        "provider_code": last.cell("PLACE_PROVIDER"),
        "provider_reference": last.cell("URN"),
        "postcode": last.cell("PL_POST"),
        "change_reason": last.cell("REASON_PLACE_CHANGE") if ended else "",
    }
    to.add("placement", key, given=first.given, cells=cells, headers=headers.PLACEMENT)


def _add_legal_status(run: Sequence[Episode], *, period: Period, to: Gathered) -> None:
    first = run[0]
    status = first.code("LS")
    if not status:
        return
    again = () if period.nth == 1 else (str(period.nth),)
    key = event_id(first.child, "legal_status", status, *again, day=first.start)
    cells = {
        "legal_status_id": key,
        "person_id": person_id(first.child),
        "status_code": status,
        "started_on": first.start,
        "ended_on": _end_of(run, period=period),
    }
    to.add("legal_status", key, given=first.given, cells=cells, headers=headers.LEGAL_STATUS)
