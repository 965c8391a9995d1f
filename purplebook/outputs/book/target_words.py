"""A target beside the verdict: whether the newest month met it, and whether it will be met if nothing changes."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from purplebook.outputs.book.seen import Seen, SeenMonth
from purplebook.results.book.make import Book
from purplebook.results.compare import Target, unit_of
from purplebook.results.judgement.targets_met import target_met
from purplebook.results.printed import value_text

AT_LEAST = "at least"


def target_words(book: Book, seen: Seen) -> Iterator[Markup]:
    """Each target that applies to the newest judged month, in one paragraph."""
    month = seen.judged
    if month is None or month.value is None:
        return
    for target in book.targets:
        if target.indicator == seen.item.id and target.applies(month.period.kind, month.period.last_day):
            yield Markup('<p class="target"><b>{}</b> {}</p>').format(*target_sentences(target, seen, month))


def target_sentences(target: Target, seen: Seen, month: SeenMonth) -> tuple[str, str]:
    """The target, and what is said of it: "Target: at least 95%." and "Missed in June 2015 (91.2%). …"."""
    item = seen.item
    whose = f", set by {target.partner}" if target.partner else ""
    named = f"Target{whose}: {target.direction} {value_text(item, target.value)}."
    if target.unit != unit_of(item):
        return (
            f"Target{whose}: {target.direction} {target.value} {target.unit}.",
            "It is in another unit than the figure.",
        )
    value = month.decimal
    if value is None:
        return named, f"There is no figure for {month.period.label}."
    is_at_least = target.direction == AT_LEAST
    is_met = value >= target.value if is_at_least else value <= target.value
    said = f"{'Met' if is_met else 'Missed'} in {month.period.label} ({value_text(item, value)})."
    if seen.usual is None:
        return named, f"{said} It cannot be told yet what is to be expected."
    answer = target_met(float(target.value), low=seen.usual[0], high=seen.usual[1], is_at_least=is_at_least)
    usually = "At its usual level, " if month.verdict.word.is_signal else ""
    words = f"{usually}{answer}" if usually else f"{answer[:1].upper()}{answer[1:]}"
    return named, f"{said} {words}."
