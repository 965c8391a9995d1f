"""Tables that divide everyone into groups, with their numbers and their percentages."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.groups import Groups
from purplebook.language.papers import Binding, Ref, Row, Show, Total, row
from purplebook.language.periods import Period

NOT_RECORDED = "Not recorded"


def group_of(indicator: str, period: Period, *, by: str, codes: tuple[str, ...], show: Show = Show.NUMBER) -> Total:
    """The children or events of one group, made of one code or several."""
    return Total(tuple(Ref(indicator, period, by, code) for code in codes), show)


def group_rows(indicator: str, periods: tuple[Period, ...], *, by: str, groups: Groups, total: str) -> tuple[Row, ...]:
    """A row for each group: number and percentage in each period, and a last row for everyone.

    Where a code is not recorded for somebody, a row says so: the parts must add up to the whole.
    """
    rows = []
    is_told = any(NOT_RECORDED in codes for _, codes in groups)
    for label, codes in groups if is_told else (*groups, (NOT_RECORDED, (NOT_RECORDED,))):
        cells: list[Binding] = []
        for period in periods:
            cells.append(group_of(indicator, period, by=by, codes=codes))
            cells.append(group_of(indicator, period, by=by, codes=codes, show=Show.PERCENT_1))
        rows.append(row(label, *cells, is_for_any=codes == (NOT_RECORDED,)))
    everyone: list[Binding] = []
    for period in periods:
        everyone += [Ref(indicator, period), Ref(indicator, period, show=Show.PERCENT_1)]
    return (*rows, row(total, *everyone, is_total=True))
