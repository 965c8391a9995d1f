"""What says in a paper that a figure is still filling up: beside a paragraph, in a table, under a chart."""

from __future__ import annotations

from collections.abc import Sequence

from purplebook.language.listed import listed
from purplebook.language.papers import PeriodForm, Ref
from purplebook.outputs.paper.binding import Binder
from purplebook.outputs.paper.period_words import period_words
from purplebook.results.printed import count_text

SO_FAR = "so far"
TABLE_NOTE = (
    "“So far”: records are still coming in, so these figures may still change, and nothing is set against them yet."
)
CHART_NOTE = "Hollow points are so far: records of these months are still coming in."


def note_of(refs: Sequence[Ref], binder: Binder) -> str:
    """The sentence under a paragraph whose figures are still filling up, with what usually comes; "" where none is."""
    filling = [ref for ref in refs if binder.has(ref) and binder.is_filling(ref)]
    if not filling:
        return ""
    periods = dict.fromkeys(period_words(ref.period, PeriodForm.SENTENCE) for ref in filling)
    return f"Still filling up: what is given for {listed(list(periods))} is so far.{_to_come(filling, binder)}"


def _to_come(filling: Sequence[Ref], binder: Binder) -> str:
    """What usually comes yet of each month of these, where the extracts tell it."""
    known = binder.recorded.known
    sentences = []
    for indicator in dict.fromkeys(ref.indicator for ref in filling):
        end = max(ref.period.last_day for ref in filling if ref.indicator == indicator)
        months = [
            f"{count_text(come.low)} to {count_text(come.high)} more for {month.label}"
            for month in known.filling_months(indicator)
            if month.last_day <= end and (come := known.to_come(indicator, month)) is not None
        ]
        if months:
            title = binder.titles.get(indicator, indicator)
            sentences.append(f" {title}: {listed(months)} usually come.")
    return "".join(sentences)
