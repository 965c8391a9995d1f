"""The small print under a table or chart: the indicators behind it, and which of its figures can still change."""

from __future__ import annotations

from collections.abc import Sequence

from purplebook.language.papers import Ref
from purplebook.language.periods import year_name
from purplebook.outputs.paper.binding import Binder
from purplebook.results.printed import is_known

PROVISIONAL, FINAL = "provisional", "final"


def source_of(refs: Sequence[Ref], binder: Binder) -> str:
    """The indicators that have a figure here, and how sure the figures are."""
    pairs = [(ref, figure) for ref in refs if (figure := binder.found.find(ref)) is not None and is_known(figure)]
    names = ", ".join(dict.fromkeys(ref.indicator for ref, _ in pairs))
    statuses = {figure.status for _, figure in pairs}
    if not statuses - {FINAL}:
        return f"Source: {names}."
    if len(statuses) == 1:
        return f"Source: {names}. All figures are {statuses.pop()}."
    sentences = []
    for status in sorted(statuses - {FINAL}):
        years = sorted({year_name(ref.period.last_day) for ref, figure in pairs if figure.status == status})
        sentences.append(f"Figures for {' and '.join(years)} are {status}.")
    return f"Source: {names}. {' '.join(sentences)}"
