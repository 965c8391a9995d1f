"""A series whose definition changed, with the break drawn: nothing joins the two, and nothing is compared across it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from purplebook.language.periods import Period, long_day
from purplebook.language.series import BrokenSeries
from purplebook.outputs.book.drawn import drawn, points_of
from purplebook.outputs.book.seen import Seen
from purplebook.outputs.charts.month_point import Mark, MonthPoint
from purplebook.outputs.charts.months_chart import Words
from purplebook.outputs.pages import table
from purplebook.results.printed import float_text


def series_chart(series: BrokenSeries, seen: Mapping[str, Seen], *, months: Sequence[Period]) -> Markup:
    """The months of each part while it stood for the series; its verdicts are told with each part's own indicator."""
    by_part = {
        part.indicator: {point.month: point for point in points_of(seen[part.indicator])}
        for part in series.parts
        if part.indicator in seen
    }
    points: list[MonthPoint] = []
    before: str | None = None
    for month in months:
        name = series.stood_for(month.last_day)
        point = by_part.get(name or "", {}).get(month) or MonthPoint(month, None)
        is_new = before is not None and name != before
        points.append(
            replace(point, low=None, high=None, usual=None, mark=Mark.NONE, is_new=is_new, is_offered=False, came=None)
        )
        before = name
    parts = "; ".join(f"{part.indicator} from {long_day(part.since)}" for part in series.parts)
    item = seen[series.parts[-1].indicator].item
    words = Words(
        series.title,
        f"{series.reason} Drawn: {parts}. The line breaks between them.",
        lambda value: float_text(item, value),
        "%",
    )
    rows = [
        (point.month.label, float_text(item, point.value), series.stood_for(point.month.last_day) or "")
        for point in reversed(points)
        if point.value is not None
    ]
    values = Markup('<details class="values"><summary>These figures as a table</summary>{}</details>').format(
        table(series.title, ("Month", "Figure", "Of"), rows)
    )
    return drawn(points, words, key=f"series-{series.id}", about=f"Drawn: {parts}.", table=values)
