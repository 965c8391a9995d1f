"""Small cases, each for one way of counting that random definitions seldom or never go."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from purplebook.language import (
    PERIOD,
    all_of,
    any_of,
    assessment,
    count,
    count_children,
    days_between,
    first_of,
    indicator,
    involvement,
    lookup,
    median_of,
    not_,
    person,
    placement,
    referral,
    same_child,
    sum_of,
    team,
    this_row,
    visit,
    when,
    working_days_between,
)
from purplebook.language import expressions as ex
from purplebook.language.indicators import Breakdown
from purplebook.language.measures import Measure
from purplebook.language.periods import between, financial_year, month, quarter
from tests.generative.cases import Case

MONTHS = (month(2015, 4), month(2015, 5), month(2015, 3), quarter(2015, 1), financial_year(2015))
LAST = PERIOD.last_day
REFERRED = referral.dated(referral.referred_on)
OPEN = referral.open_at_period_end(referral.referred_on, referral.closed_on)
PLACED = placement.dated(placement.started_on)
ASSESSED = assessment.dated(assessment.started_on)
B = "898"
"""Another authority than that of rows of which nothing is said."""


def day(number: int) -> date:
    """A day of March 2015, or so many days later."""
    return date(2015, 3, 1) + timedelta(days=number - 1)


def _referrals(*rows: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Child, day of referral, and whatever else is named."""
    return [
        {"referral_id": str(n), "person_id": child, "referred_on": on, **more}
        for n, (child, on, more) in enumerate(rows)
    ]


def _visits(*rows: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"visit_id": str(n), "person_id": child, "visited_on": day(on)} for n, (child, on) in enumerate(rows)]


def _case(measure: Measure, *by: ex.Expression, **data: list[dict[str, Any]]) -> Case:
    parts = tuple(Breakdown(f"by{n}", f"By {n}", part) for n, part in enumerate(by))
    item = indicator("RF0", "Small", measure, theme="Front door", counts="rows", source="invented", by=parts)
    return Case((item,), MONTHS, data)


def _that(condition: ex.Expression, **data: list[dict[str, Any]]) -> Case:
    return _case(count(REFERRED.where(condition)), **data)


def _cost(op: str, number: int | Decimal) -> ex.Expression:
    return ex.Compare(op, placement.weekly_cost, ex.Literal(number))


_TWO = _referrals(("1", day(10), {}), ("2", day(20), {}))
_SEEN = _visits(("1", 4), ("1", 12), ("1", 12), ("1", 40), ("2", 19), ("2", 26), ("3", 10))
_AFTER = (visit.visited_on >= this_row(referral.referred_on),)

CASES: dict[str, Case] = {
    "rows alike in a text are of one authority": _that(
        ex.RelatedRows("referral", "source_code", "source_code").count() >= 2,
        referral=_referrals(
            ("1", day(3), {"source_code": "A"}),
            ("1", day(4), {"source_code": "A", "authority_code": B}),
            ("2", day(5), {"source_code": "C"}),
            ("3", day(6), {"source_code": "C"}),
            ("4", day(6), {}),
        ),
    ),
    "rows alike in a day": _that(
        ex.RelatedRows("visit", "visited_on", "referred_on").exists(),
        referral=_referrals(
            ("1", day(4), {}), ("1", day(5), {}), ("1", None, {}), ("2", day(12), {"authority_code": B})
        ),
        visit=[*_SEEN, {"visit_id": "9", "person_id": "1"}],
    ),
    "links to two tables are alike by their text": _case(
        count(OPEN.where(ex.RelatedRows("visit", "looked_after_period_id", "referral_id").count() >= 2)),
        referral=_TWO,
        visit=[{"visit_id": str(n), "looked_after_period_id": key} for n, key in enumerate("1007")],
    ),
    "rows alike in their authority": _that(
        ex.RelatedRows("team", "authority_code", "authority_code").count() >= 2,
        referral=_referrals(("1", day(4), {}), ("1", day(5), {"authority_code": B})),
        team=[{"team_id": "1"}, {"team_id": "2"}, {"team_id": "1", "authority_code": B}],
    ),
    "different days are fewer than visits": _case(
        count(REFERRED), same_child(visit).count_different(visit.visited_on), referral=_TWO, visit=_SEEN
    ),
    "different days before a day": _case(
        count(OPEN),
        same_child(visit).where(visit.visited_on < LAST).count_different(visit.visited_on),
        referral=_TWO,
        visit=_SEEN,
    ),
    "different days before this row's": _that(
        same_child(visit).where(visit.visited_on <= this_row(referral.referred_on)).count_different(visit.visited_on)
        >= 1,
        referral=_TWO,
        visit=_SEEN,
    ),
    "of two on one day the greater is the last": _case(
        count(REFERRED),
        same_child(involvement).last(involvement.context, by=involvement.started_on),
        same_child(involvement)
        .where(involvement.started_on <= LAST)
        .last(involvement.context, by=involvement.started_on),
        referral=_TWO,
        involvement=[
            {"involvement_id": str(n), "person_id": child, "started_on": day(on), "context": said}
            for n, (child, on, said) in enumerate([("1", 2, "b"), ("1", 2, "a"), ("2", 3, "c"), ("2", 2, "z")])
        ],
    ),
    "looks within days of this row": _case(
        count(REFERRED),
        same_child(visit).where(days_between(this_row(referral.referred_on), visit.visited_on) <= 6, *_AFTER).count(),
        referral=_TWO,
        visit=_SEEN,
    ),
    "looks before and after this row, but not on its day": _case(
        count(REFERRED),
        same_child(visit)
        .where(
            any_of(visit.visited_on < this_row(referral.referred_on), visit.visited_on > this_row(referral.referred_on))
        )
        .count_different(visit.visited_on),
        referral=_TWO,
        visit=_SEEN,
    ),
    "looks some days before this row": _case(
        count(REFERRED),
        same_child(visit).where(days_between(visit.visited_on, this_row(referral.referred_on)) >= 3).count(),
        referral=_TWO,
        visit=_SEEN,
    ),
    "the first visit after more than some days": _case(
        count(REFERRED),
        days_between(
            referral.referred_on,
            same_child(visit)
            .where(days_between(this_row(referral.referred_on), visit.visited_on) > 1, visit.visited_on <= LAST)
            .earliest(visit.visited_on),
        ),
        referral=_TWO,
        visit=_SEEN,
    ),
    "the last visit less than some days ago": _case(
        count(OPEN),
        days_between(
            same_child(visit)
            .where(
                days_between(visit.visited_on, LAST) < 30,
                visit.visited_on <= LAST,
                visit.visited_on > this_row(referral.referred_on),
            )
            .latest(visit.visited_on),
            LAST,
        ),
        referral=_TWO,
        visit=_SEEN,
    ),
    "a visit outside the calendar of working days does not end the search": _that(
        same_child(visit)
        .where(working_days_between(visit.visited_on, LAST) <= 20, visit.visited_on > this_row(referral.referred_on))
        .exists(),
        referral=_TWO,
        visit=[*_SEEN, {"visit_id": "8", "person_id": "1", "visited_on": date(2060, 1, 1)}],
    ),
    "six months after a visit have not passed": _that(
        same_child(visit)
        .where(ex.Compare(">", visit.visited_on.add_months(1), LAST), visit.visited_on > this_row(referral.referred_on))
        .exists(),
        referral=_TWO,
        visit=_SEEN,
    ),
    "working days from this row": _that(
        same_child(visit)
        .where(working_days_between(this_row(referral.referred_on), visit.visited_on) >= 3, visit.visited_on <= LAST)
        .exists(),
        referral=_TWO,
        visit=_SEEN,
    ),
    "days that no calendar has": _case(
        count(OPEN),
        ex.DaysBetween(ex.AddMonths(referral.closed_on, -12), referral.closed_on),
        ex.ReturnYear(referral.closed_on),
        ex.AgeOn(referral.referred_on, referral.closed_on),
        referral=_referrals(
            ("1", day(2), {"closed_on": date(9998, 2, 28)}),
            ("2", date(1066, 10, 14), {"closed_on": date(2400, 2, 29)}),
        ),
    ),
    "money against whole and finer numbers": _case(
        count(PLACED.where(any_of(_cost("<", 1), _cost("=", 2)))),
        when(_cost("<", Decimal("1.005")), "Less"),
        when(_cost(">", Decimal("1.005")), "More"),
        when(_cost("=", Decimal("1.005")), "Same"),
        ex.Hundredths(placement.weekly_cost),
        placement=[
            {"placement_id": str(n), "person_id": "1", "started_on": day(4), "weekly_cost": cost}
            for n, cost in enumerate([*map(Decimal, ("0.50", "1.00", "1.01", "2.00", "0.02")), None])
        ],
    ),
    "groups of every kind": _case(
        count_children(REFERRED),
        referral.is_no_further_action,
        referral.earlier_referrals_supplied,
        referral.person_id,
        referral.referred_on >= date(2015, 3, 9),
        referral=_referrals(
            ("1", day(4), {"is_no_further_action": True, "earlier_referrals_supplied": 3}),
            ("1", day(4), {"is_no_further_action": False, "earlier_referrals_supplied": -3}),
            (None, day(12), {"earlier_referrals_supplied": 1 << 40}),
        ),
    ),
    "what somebody recorded as not recorded": _case(
        count(REFERRED),
        referral.source_code,
        referral=_referrals(
            ("1", day(4), {"source_code": "Not recorded"}), ("2", day(4), {}), ("3", day(5), {"source_code": "A"})
        ),
    ),
    "lists of odd codes": _case(
        count(REFERRED.where(any_of(*(ex.Contains(referral.outcome_codes, code) for code in ("", "A"))))),
        when(referral.outcome_codes.is_missing(), "None"),
        referral=_referrals(
            *(
                (str(n), day(4), {"outcome_codes": codes})
                for n, codes in enumerate([[""], [], None, ["A", ""], ["A\x1fB"], ["B"]])
            )
        ),
    ),
    "numbers too far apart to be added as floats": _case(
        sum_of(referral.earlier_referrals_supplied, among=REFERRED),
        referral=_referrals(*(("1", day(4), {"earlier_referrals_supplied": n}) for n in (1 << 55, 1, -(1 << 53)))),
    ),
    "the middle of numbers far apart": _case(
        median_of(referral.earlier_referrals_supplied, among=REFERRED),
        referral.source_code,
        referral=_referrals(
            *(
                ("1", day(4), {"earlier_referrals_supplied": n, "source_code": s})
                for n, s in [(1 << 59, "A"), (-(1 << 59), "A"), (5, None), (7, None)]
            )
        ),
    ),
    "a value of the link that changes with the period": _case(
        count(OPEN),
        lookup(first_of(when(team.name.is_missing(), "None"), team.name), by=referral.team_id),
        ex.Band(ex.Lookup(ex.AgeOn(person.born_on, LAST), referral.person_id), (1, 16)),
        referral=_referrals(
            *((child, day(4), {"team_id": key}) for child, key in (("1", "1"), ("2", "7"), (None, "2")))
        ),
        team=[{"team_id": "1", "name": "East"}, {"team_id": "2"}],
        person=[{"person_id": "1", "born_on": date(2014, 4, 15)}, {"person_id": "2"}],
    ),
    "the one that began last speaks for the child": _case(
        count(OPEN.once_for_each_child()),
        referral.source_code,
        referral=_referrals(
            ("1", day(4), {"source_code": "A"}),
            ("1", day(4), {"source_code": "B"}),
            ("1", day(40), {"source_code": "C"}),
            ("2", day(4), {"source_code": "A", "closed_on": day(50)}),
            ("2", day(3), {"source_code": "D"}),
        ),
    ),
    "a child with rows in several groups and months": _case(
        count_children(OPEN),
        referral.source_code,
        referral.is_no_further_action,
        referral=_referrals(
            *(
                ("1", day(n), {"source_code": s, "is_no_further_action": n > 3})
                for n, s in [(2, "A"), (3, "A"), (4, "B"), (5, None)]
            ),
            ("2", day(33), {"source_code": "A"}),
        ),
    ),
    "neither a look nor its opposite where it cannot be decided": _that(
        all_of(not_(referral.closed_on > LAST), not_(same_child(visit).where(visit.visited_on > LAST).exists())),
        referral=_referrals(
            ("1", day(4), {"closed_on": day(6)}), ("3", day(5), {"closed_on": day(9)}), ("4", day(5), {})
        ),
        visit=_SEEN,
    ),
    "in some periods a condition holds of a row that counts in all": _case(
        count(referral.by_period_end(referral.referred_on).where(not_(referral.closed_on <= LAST))),
        referral=_referrals(*((str(n), day(4), {"closed_on": day(n)}) for n in (5, 60, 195, 205)), ("9", day(4), {})),
    ),
    "nothing at all": _case(
        count(ASSESSED.where(same_child(visit).where(visit.visited_on <= LAST).count() >= 0)),
        assessment.child_seen,
    ),
}


def with_many_periods(case: Case) -> Case:
    """The case with more periods than a number has bits, one beginning before the other has ended."""
    days = tuple(between(day(3 * n), day(3 * n + 4)) for n in range(70))
    return Case(case.indicators, (*case.periods, *days), case.data)
