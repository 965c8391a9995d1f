"""Holds every list against the figures of the engine: what the list counts, what the indicator says, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.definitions import indicator_by_id
from purplebook.engine.annex_a.records_of_day import ListRows
from purplebook.engine.annex_a.scope import Scope
from purplebook.language.periods import Period, between, day, long_day
from purplebook.results.compute import NOT_COVERED, NOT_SUPPLIED
from purplebook.results.snapshots import compute_figures, list_rows, supply_of
from purplebook.results.supply import is_covered, unsupplied
from purplebook.store import Snapshot

AGREES, EXPLAINED, UNEXPLAINED, NOT_COMPARED = "agrees", "differs, explained", "DIFFERS", "not compared"
UNKNOWN_ROWS = "not supplied"
"""What stands for the count of a list whose records no file held: nought would say that there were none."""
CONTINUES_ELSEWHERE = "X1"
NOT_OWED_HELP = ("DIED", "RHOM")
Children = tuple[object, ...]
Count = Callable[[ListRows, Scope], Children]
"""Those of a list's rows that are counted, each as the child's own number."""


@dataclass(frozen=True)
class Check:
    """One thing that a list counts beside one indicator.

    `why` is empty where both mean the same, so that any difference is a fault; else it says what tells them apart.
    `why_if_short` says so only of records that do not reach back to the beginning, such as those of another Annex A.
    `is_part` says that whoever is counted on the list must be behind the indicator: then only fewer can be explained.
    `whole` takes the figure's denominator rather than its numerator.
    """

    number: int
    what: str
    count: Count
    indicator: str = ""
    span: str = "six months"
    whole: bool = False
    why: str = ""
    why_if_short: str = ""
    is_part: bool = False


@dataclass(frozen=True)
class Reconciled:
    """The outcome of one check; `figure` and `difference` are None where there is nothing to compare with.

    `counted` is None where no file held what the list shows.
    """

    number: int
    rows: int
    what: str
    counted: int | None
    indicator: str
    title: str
    period: str
    figure: int | None
    difference: int | None
    outcome: str
    sentence: str


def _every(listed: ListRows, scope: Scope) -> Children:
    return tuple(row[0] for row in listed.rows)


def _open(header: str) -> Count:
    return lambda listed, scope: _those(listed, [cell is None for cell in listed.column(header)])


def _within(header: str, *, year: bool = False) -> Count:
    def count(listed: ListRows, scope: Scope) -> Children:
        first = scope.year_from if year else scope.six_months_from
        return _those(listed, [isinstance(cell, date) and cell >= first for cell in listed.column(header)])

    return count


def _left_care(listed: ListRows, scope: Scope) -> Children:
    reasons = listed.column("Reason Ceased to be Looked After")
    ended = listed.column("Date Ceased to be Looked After")
    return _those(
        listed, [day is not None and why != CONTINUES_ELSEWHERE for day, why in zip(ended, reasons, strict=True)]
    )


def _counted_leavers(listed: ListRows, scope: Scope) -> Children:
    cells = zip(listed.column("Age of Child (Years)"), listed.column("LA in Touch"), strict=True)
    return _those(
        listed, [isinstance(age, int) and 19 <= age <= 21 and touch not in NOT_OWED_HELP for age, touch in cells]
    )


def _those(listed: ListRows, which: Sequence[bool]) -> Children:
    return tuple(row[0] for row, is_counted in zip(listed.rows, which, strict=True) if is_counted)


CHECKS = (
    Check(1, "Contacts", _every, "FD01"),
    Check(2, "Assessments completed in the six months", _within("Assessment completion date"), "EH02"),
    Check(3, "Referrals", _every, "RF01"),
    Check(
        4,
        "Assessments authorised in the six months",
        _within("Continuous Assessment Date of Authorisation"),
        "AS01",
        whole=True,
    ),
    Check(
        5,
        "Enquiries with an initial conference",
        _within("Date of Initial Child Protection Conference"),
        "IC01",
        why="List 5 starts from enquiries of the six months. IC01 counts conferences by their own day, so also those "
        "after an earlier enquiry, without an enquiry, or for a child who transferred in.",
        is_part=True,
    ),
    Check(
        6,
        "Children with an open episode of need",
        _open("CIN Closure Date"),
        "CN01",
        span="the day",
        why_if_short="These records reach back no further than a file of the latest only. A referral that such a file "
        "gives without its end counts as open in CN01, though List 6 knows a later one of the child that has closed.",
    ),
    Check(7, "Children with an open plan", _open("Child Protection Plan End Date"), "CP01", span="the day"),
    Check(8, "Children looked after", _open("Date Ceased to be Looked After"), "LA01", span="the day"),
    Check(
        8,
        "Children who ceased to be looked after",
        _left_care,
        "LA05",
        why="List 8 has one row for each child: one who left and came back within the six months stands there as "
        "looked after. LA05 counts the child as having left.",
        is_part=True,
    ),
    Check(9, "Young people aged 19 to 21, neither dead nor back home", _counted_leavers, "CL01", span="the day"),
    Check(
        10,
        "Decisions reversed in the twelve months",
        _within("Date of Decision that Child Should No Longer be Placed for Adoption", year=True),
        "AD09",
        span="twelve months",
    ),
    Check(
        10,
        "Adoption orders in the twelve months",
        _within("Date of Adoption Order", year=True),
        "AD01",
        span="twelve months",
        why="List 10 takes the day of the order. AD01 takes the child's end of care by adoption, which may be recorded "
        "on another day or against a child without an adoption case.",
    ),
    Check(11, "Adopters", _every, why="No indicator counts adopters."),
)


def reconcile(
    snapshot: Snapshot, scope: Scope, lists: Mapping[int, ListRows], *, not_supplied: Mapping[int, str]
) -> tuple[Reconciled, ...]:
    """Every check, with the engine's figures for the same authority and days.

    `not_supplied` names what no file held of a list; such a list is compared with nothing.
    """
    spans = {
        "six months": between(scope.six_months_from, scope.as_at),
        "twelve months": between(scope.year_from, scope.as_at),
        "the day": day(scope.as_at),
    }
    figures: dict[tuple[str, str], tuple[int | None, int | None]] = {}
    for span, period in spans.items():
        wanted = [indicator_by_id(check.indicator) for check in CHECKS if check.indicator and check.span == span]
        worked_out = compute_figures(
            snapshot, wanted, periods=[period], breakdowns=False, authorities=(scope.authority,)
        )
        for item in wanted:
            figure = worked_out.figure(item.id, period.key)
            known = figure is not None and figure.status not in (NOT_SUPPLIED, NOT_COVERED)
            figures[(item.id, span)] = (figure.numerator, figure.denominator) if figure and known else (None, None)
    is_short = snapshot.covers_from("referral") is not None
    return tuple(
        _outcome(
            check,
            lists[check.number],
            scope,
            spans[check.span],
            figures,
            missing=not_supplied.get(check.number),
            why=_why(check, snapshot, scope, lists[check.number], spans[check.span], is_short=is_short),
        )
        for check in CHECKS
    )


def _why(check: Check, snapshot: Snapshot, scope: Scope, listed: ListRows, period: Period, *, is_short: bool) -> str:
    """What explains a difference, or nothing where it would not."""
    if check.is_part:
        item, supply = indicator_by_id(check.indicator), supply_of(snapshot)
        if unsupplied(item, supply) or not is_covered(item, period, supply):
            return check.why
        behind = list_rows(snapshot, item, periods=(period,), authorities=(scope.authority,))
        counted = Counter(check.count(listed, scope))
        return "" if counted - Counter(behind.column("la_child_id").to_pylist()) else check.why
    return check.why or (check.why_if_short if is_short else "")


def _outcome(
    check: Check,
    listed: ListRows,
    scope: Scope,
    period: Period,
    figures: Mapping[tuple[str, str], tuple[int | None, int | None]],
    *,
    missing: str | None,
    why: str,
) -> Reconciled:
    counted = None if missing else len(check.count(listed, scope))
    figure = figures.get((check.indicator, check.span), (None, None))[1 if check.whole else 0]
    difference = None if figure is None or counted is None else counted - figure
    if missing:
        outcome, sentence = NOT_COMPARED, f"No file held {missing}."
    elif difference is None:
        outcome = NOT_COMPARED
        sentence = "The records cannot give this indicator." if check.indicator else why
    elif difference == 0:
        outcome, sentence = AGREES, ""
    elif why:
        outcome, sentence = EXPLAINED, why
    else:
        outcome = UNEXPLAINED
        sentence = "Both should be the same. Do not send this workbook before the reason is found."
    title = indicator_by_id(check.indicator).title if check.indicator else ""
    shown = f"{long_day(period.first_day)} to {long_day(period.last_day)}" if check.span != "the day" else period.label
    return Reconciled(
        check.number,
        len(listed.rows),
        check.what,
        counted,
        check.indicator,
        title + (" (those it is a part of)" if check.whole else ""),
        shown if check.indicator else "",
        figure,
        difference,
        outcome,
        sentence,
    )
