"""Routes to a permanent family: adoption decisions and adoptions with the dates that episodes tell, and orders.

A row of the file of decisions, and the row about the adoption (AD1), tell of the decision that a child should be
placed; the day on which the child moved in is told by the episodes alone.  So is the day on which a foster carer who
adopts took the child in: the first day with the carer with whom the child was later placed for adoption, when AD1 says
that a foster carer adopted (FOSTER_CARE).  Where the reasons for new episodes say that the carer changed on the day of
the placement for adoption, that day is not in the return, and the cell stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from purplebook.sources.days import iso_day
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.ssda903 import headers
from purplebook.sources.ssda903.episodes import Episode
from purplebook.sources.ssda903.gathered import Gathered
from purplebook.sources.ssda903.given import GivenRow
from purplebook.sources.ssda903.periods_of_care import Period, period_on, runs_by_carer

TABLE = "permanence_case"
PLACEMENT_ORDERS, PLACED, FOSTER_TO_ADOPT = ("E1", "D1"), ("A3", "A4", "A5", "A6"), ("U2", "U5")
FOSTERED = "U"
"""What the codes of placements with foster carers begin with."""
YES = ("1", "true", "yes", "y", "t")
ADOPTED = ("E11", "E12")
OTHER_ORDERS = dict.fromkeys(("E43", "E44", "E45", "E46", "E47", "E48"), "SGO") | {"E41": "CAO"}
DIFFERS = (
    "the decision has another day here than in the file of decisions",
    "Correct the day that is wrong. The row was joined to the one decision of the same period of care.",
)


@dataclass
class _Case:
    """An adoption decision of one child, and the rows that tell of it."""

    day: str
    decisions: list[GivenRow] = field(default_factory=list)
    adoptions: list[GivenRow] = field(default_factory=list)

    @property
    def is_reversed(self) -> bool:
        return any(row.cell("DATE_PLACED_CEASED") for row in self.decisions)

    @property
    def is_adopted_by_carer(self) -> bool:
        """Whether the latest row that answers says that a foster carer adopted the child."""
        answers = [row.cell("FOSTER_CARE").lower() for row in self.adoptions if row.cell("FOSTER_CARE")]
        return bool(answers) and answers[-1] in YES


def add_previous(given: GivenRow, *, to: Gathered) -> None:
    """An earlier permanent home, or the answer that there was none."""
    option, when = given.cell("PREV_PERM"), given.cell("DATE_PERM")
    if not (option or when or given.cell("LA_PERM")):
        return
    key = event_id(given.child, TABLE, "PREVIOUS", option.upper(), when.lower(), day="")
    cells = {
        "case_id": key,
        "person_id": person_id(given.child),
        "case_type": "PREVIOUS",
        "previous_option": option,
        "previous_authority": given.cell("LA_PERM"),
        "previous_order_month": when,
    }
    to.add(TABLE, key, given=given, cells=cells, headers=headers.PREVIOUS)


def add_cases(
    child: str,
    *,
    periods: Sequence[Period],
    decisions: Sequence[GivenRow],
    adoptions: Sequence[GivenRow],
    to: Gathered,
) -> None:
    """Every route of one child; the rows must come in the order of their returns."""
    cases = _cases(decisions, adoptions, periods=periods, to=to)
    by_period: dict[str, list[_Case]] = {}
    for case in cases:
        period = period_on(periods, case.day)
        by_period.setdefault(period.key if period else "", []).append(case)
    for case in by_period.get("", []):
        _add_rows(child, case, entered="", period_id="", to=to)
    for period in periods:
        own = by_period.get(period.key, [])
        step_days = _told_by(period.episodes)
        if not own and any(name in step_days for name in ("placement_order_on", "placed_on", "ordered_on")):
            own = [_Case("")]
        for case in own:
            key = _add_rows(child, case, entered=period.start, period_id=period.key, to=to)
            # Of several decisions in one period the last is the one that the child's later steps follow.
            steps = dict(step_days) if case is own[-1] else {}
            if steps and case.is_adopted_by_carer:
                steps |= _with_carer(period.episodes)
            _add_steps(key, steps, period=period, to=to)
        _add_other_order(period, to=to)


def _cases(
    decisions: Sequence[GivenRow], adoptions: Sequence[GivenRow], *, periods: Sequence[Period], to: Gathered
) -> list[_Case]:
    by_day: dict[str, _Case] = {}
    for row in decisions:
        day = iso_day(row.cell("DATE_PLACED"))
        by_day.setdefault(day, _Case(day)).decisions.append(row)
    for row in adoptions:
        day = iso_day(row.cell("DATE_INT"))
        if day in by_day:
            by_day[day].adoptions.append(row)
            continue
        period = period_on(periods, day)
        near = [
            case
            for case in by_day.values()
            if case.day and not case.is_reversed and period and period_on(periods, case.day) is period
        ]
        if len(near) == 1:
            to.issues.append(row.issue("DATE_INT", *DIFFERS))
            near[0].adoptions.append(row)
        else:
            by_day.setdefault(day, _Case(day)).adoptions.append(row)
    return [by_day[day] for day in sorted(by_day)]


def _add_rows(child: str, case: _Case, *, entered: str, period_id: str, to: Gathered) -> str:
    key = event_id(child, TABLE, "ADOPTION", day=case.day or entered)
    shared = {"case_id": key, "person_id": person_id(child), "case_type": "ADOPTION"}
    for row in case.decisions:
        cells = {
            **shared,
            "decision_maker_agreed_on": row.day("DATE_PLACED"),
            "reversed_on": row.day("DATE_PLACED_CEASED"),
            "reversed_reason": row.cell("REASON_PLACED_CEASED"),
        }
        to.add(TABLE, key, given=row, cells=cells, headers=headers.DECISION)
    for row in case.adoptions:
        cells = {
            **shared,
            # The file of decisions is the one that says which day it was.
            "decision_maker_agreed_on": "" if case.decisions else row.day("DATE_INT"),
            "matched_on": row.day("DATE_MATCH"),
            "is_adopted_by_carer": row.cell("FOSTER_CARE"),
            "adopters_count": row.cell("NB_ADOPTR"),
            "adopter_sex": row.cell("SEX_ADOPTR"),
            "adopter_legal_status": row.cell("LS_ADOPTR"),
        }
        to.add(TABLE, key, given=row, cells=cells, headers=headers.ADOPTION)
    return key


def _add_steps(key: str, step_days: dict[str, tuple[str, Episode]], *, period: Period, to: Gathered) -> None:
    first = period.episodes[0]
    cells = {
        "case_id": key,
        "person_id": person_id(first.child),
        "case_type": "ADOPTION",
        "looked_after_period_id": period.key,
        "entered_care_on": period.start,
        "order_type": "ADOPTION" if "ordered_on" in step_days else "",
        **{name: day for name, (day, _) in step_days.items()},
    }
    to.add(TABLE, key, given=first.given, cells=cells, headers=headers.STEPS, gives_way=True)


def _told_by(episodes: Sequence[Episode]) -> dict[str, tuple[str, Episode]]:
    """The first day of each step of an adoption that the episodes of a period tell, and the episode that does."""
    step_days: dict[str, tuple[str, Episode]] = {}
    for episode in episodes:
        if episode.code("LS") in PLACEMENT_ORDERS:
            step_days.setdefault("placement_order_on", (episode.start, episode))
        if episode.code("PLACE") in PLACED:
            step_days.setdefault("placed_on", (episode.start, episode))
        if episode.code("PLACE") in FOSTER_TO_ADOPT:
            step_days.setdefault("foster_to_adopt_placed_on", (episode.start, episode))
    if episodes[-1].end_reason in ADOPTED:
        step_days["ordered_on"] = (episodes[-1].end, episodes[-1])
    return step_days


def _with_carer(episodes: Sequence[Episode]) -> dict[str, tuple[str, Episode]]:
    """When the carer with whom the child was first placed for adoption had taken the child in; empty if untold."""
    for run in runs_by_carer(episodes):
        at = next((at for at, episode in enumerate(run) if episode.code("PLACE") in PLACED), None)
        if at is not None:
            is_fostered = any(episode.code("PLACE").startswith(FOSTERED) for episode in run[:at])
            return {"placed_with_foster_carer_on": (run[0].start, run[0])} if is_fostered else {}
    return {}


def _add_other_order(period: Period, *, to: Gathered) -> None:
    last = period.episodes[-1]
    kind = OTHER_ORDERS.get(last.end_reason)
    if kind is None:
        return
    key = event_id(last.child, TABLE, kind, day=period.start)
    cells = {
        "case_id": key,
        "person_id": person_id(last.child),
        "case_type": kind,
        "looked_after_period_id": period.key,
        "entered_care_on": period.start,
        "ordered_on": last.end,
        "order_type": kind,
    }
    to.add(TABLE, key, given=last.given, cells=cells, headers=headers.STEPS)
