"""Every fault that random cases ever found, as small as it could be made, to be replayed for good."""

from __future__ import annotations

from datetime import date

from purplebook.language import expressions as ex
from purplebook.language import lookup, referral, same_child, team, visit, worker
from purplebook.language.indicators import Breakdown, indicator
from purplebook.language.measures import Measure, Shape, Total, TotalKind, count
from purplebook.language.periods import month
from tests.generative.cases import Case

APRIL = (month(2015, 4),)
REFERRED = referral.dated(referral.referred_on)


def _case(measure_or_breakdown: object, **data: list[dict[str, object]]) -> Case:
    """One count of referrals in April 2015, divided by an expression or with a measure of its own."""
    by = ()
    measure = measure_or_breakdown
    if isinstance(measure_or_breakdown, ex.Expression):
        by, measure = (Breakdown("text", "text", measure_or_breakdown),), count(REFERRED)
    item = indicator("RF0", "Corpus", measure, theme="Front door", counts="rows", source="found by chance", by=by)  # type: ignore[arg-type]
    return Case((item,), APRIL, data)


_ONE = {"referral_id": "1", "person_id": "1", "team_id": "9", "referred_on": date(2015, 4, 1)}

CORPUS: dict[str, Case] = {
    "a looked-up row that is not there has nothing missing": _case(
        lookup(ex.when(team.name.is_missing(), "No name"), by=referral.team_id), referral=[_ONE], team=[]
    ),
    "a looked-up row that is not there has no working days, even between fixed days": _case(
        lookup(ex.working_days_between(ex.PERIOD.last_day, ex.Literal(date(2015, 4, 1))), by=referral.team_id),
        referral=[_ONE],
        team=[],
    ),
    "a looked-up child who is not there has no count of visits": _case(
        lookup(same_child(visit).count(), by=referral.person_id), referral=[_ONE], person=[], visit=[]
    ),
    "DuckDB cannot compare a label or nothing with another label": _case(
        count(REFERRED.where(ex.when(referral.person_id.is_missing(), "Nobody").is_in("Somebody"))), referral=[_ONE]
    ),
    "children are counted on a table that is not about children": _case(
        Measure(Shape.COUNT, Total(TotalKind.CHILDREN, worker.dated(worker.started_on))),
        worker=[{"worker_id": "1", "started_on": date(2015, 4, 1)}],
    ),
}
