"""The front page of the book: what stands out in sentences, how the rest is, and what is still filling up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from purplebook.language.measures import Shape
from purplebook.outputs.book.drawn import mark_of, range_text
from purplebook.outputs.book.seen import Seen, SeenMonth
from purplebook.outputs.charts.marks import small_mark
from purplebook.outputs.charts.month_point import Mark
from purplebook.outputs.pages import table
from purplebook.results.book.make import Book
from purplebook.results.book.signals import RECENT, Signal, expected_again, expected_false, judged_count
from purplebook.results.judgement.word import Way, Word
from purplebook.results.printed import count_text, float_text, parts_text
from purplebook.results.printed.verdict_words import head_text, to_come_words

QUIET = (
    (Word.NO_SIGN, "No sign of a change"),
    (Word.TOO_FEW, "Too few to tell"),
    (Word.FILLING, "Still filling up"),
    (Word.NOT_COVERED, "Not yet covered"),
    (Word.NOT_JUDGED, "Shown and not judged"),
    (Word.NO_FIGURE, "No figure"),
)
"""What is said of measures of which nothing stands out, and how a list of them is headed."""


WAITING_HEADS = ("Measure", "Month", "So far", "What usually comes yet", "Usual when complete")


def front(book: Book, seen: Mapping[str, Seen]) -> Iterator[Markup]:
    """What stands out, then how the rest is, then what is filling up."""
    yield from _signals(book, seen)
    yield from _quiet(book)
    yield from _filling(book, seen)


def headline(signals: Sequence[Signal], *, judged: int) -> str:
    """The answer in one sentence, for a reader who stops after it; `judged` says of how many a verdict is given."""
    if not signals and not judged:
        return "No measure can be judged yet. Each says why below."
    if not signals:
        return "No measure stands out from what is usual for it."
    worse = sum(signal.verdict.way is Way.WORSE for signal in signals)
    some = "1 measure stands" if len(signals) == 1 else f"{count_text(len(signals))} measures stand"
    bad = "none of them is worse" if not worse else "1 of them is worse" if worse == 1 else f"{worse} of them are worse"
    return f"{some} out from what is usual; {bad}."


def _signals(book: Book, seen: Mapping[str, Seen]) -> Iterator[Markup]:
    now = _once([signal for signal in book.signals if not signal.is_over])
    still = {signal.indicator.id for signal in book.signals if not signal.is_over}
    over = _once([signal for signal in book.signals if signal.is_over and signal.indicator.id not in still])
    yield Markup('<h2 id="verdicts">What stands out</h2>')
    count = judged_count(book.judged)
    yield Markup('<p class="lede">{}</p>').format(headline([signal for signal, _ in now], judged=count))
    yield _list(now, seen)
    if over:
        yield Markup(
            '<h3>As usual again by now</h3><p class="small">Marked in one of the last {} judged months, and not in the '
            "newest. {}</p>"
        ).format(RECENT, false_before_text(expected_again(book.judged)))
        yield _list(over, seen)
    if count:
        yield Markup('<p class="small">{}</p>').format(false_marks_text(count, expected_false(book.judged)))


def false_marks_text(judged: int, expected: int) -> str:
    """How many of the marks a reader must expect to mean nothing."""
    some = "1 measure" if judged == 1 else f"{count_text(judged)} measures"
    return (
        f"Of {some} judged, {_about(expected)} would be marked in a month in which nothing had changed. "
        "A mark says that something is unlike what was usual. It does not say why."
    )


def false_before_text(expected: int) -> str:
    """How many of the marks that are over a reader must expect to have meant nothing."""
    return f"{_about(expected).capitalize()} would be listed here if nothing had changed."


def _about(expected: int) -> str:
    return f"about {count_text(expected)}" if expected else "hardly one"


def _once(signals: Sequence[Signal]) -> list[tuple[Signal, tuple[Signal, ...]]]:
    """Each change once: a rate of the same children tells what their number tells, so it is named beside it."""
    counts = {signal.indicator.measure.top for signal in signals if signal.indicator.measure.shape is Shape.COUNT}
    kept: list[tuple[Signal, tuple[Signal, ...]]] = []
    for signal in signals:
        measure = signal.indicator.measure
        if measure.shape is Shape.RATE and measure.top in counts:
            continue
        also = tuple(
            other
            for other in signals
            if measure.shape is Shape.COUNT
            and other.indicator.measure.shape is Shape.RATE
            and other.indicator.measure.top == measure.top
        )
        kept.append((signal, also))
    return kept


def _list(signals: Sequence[tuple[Signal, Sequence[Signal]]], seen: Mapping[str, Seen]) -> Markup:
    rows = Markup("\n").join(_item(signal, also, seen) for signal, also in signals)
    return Markup('<ol class="signals">{}</ol>').format(rows) if signals else Markup("")


def _item(signal: Signal, also: Sequence[Signal], seen: Mapping[str, Seen]) -> Markup:
    month = seen[signal.indicator.id].at(signal.newest)
    head = head_text(signal.verdict)
    others = Markup("").join(
        Markup(' The same is seen in <a href="#{}">{}</a>.').format(other.indicator.id, other.indicator.title)
        for other in also
    )
    return Markup('<li><a href="#{}">{}</a>: <b>{} {}</b>. {}{}{}</li>').format(
        signal.indicator.id,
        signal.indicator.title,
        Markup(small_mark(mark_of(month) if month else Mark.NONE)),
        head[:1].lower() + head[1:],
        signal.verdict.sentence,
        began_text(signal),
        others,
    )


def began_text(signal: Signal) -> str:
    """When a change began, where it still goes on and its sentence does not say so already."""
    if signal.is_over or signal.months <= 1 or signal.verdict.word is Word.CHANGED_LEVEL:
        return ""
    return f" It began in {signal.began.label}."


def _quiet(book: Book) -> Iterator[Markup]:
    """Everything else in closed lists, by title."""
    marked = {signal.indicator.id for signal in book.signals}
    for word, heading in QUIET:
        these = [line.indicator for line in book.lines if line.verdict.word is word and line.indicator.id not in marked]
        if not these:
            continue
        rows = Markup("").join(Markup('<li><a href="#{}">{}</a></li>').format(item.id, item.title) for item in these)
        yield Markup('<details class="rest"><summary>{} ({})</summary><ul>{}</ul></details>').format(
            heading, len(these), rows
        )


def _filling(book: Book, seen: Mapping[str, Seen]) -> Iterator[Markup]:
    yield Markup('<h2 id="filling">Still filling up</h2>')
    waiting = [(one, month) for one in seen.values() for month in one.filling]
    if not waiting:
        yield Markup("<p>{}</p>").format(" ".join(filter(None, ("No month is still filling up.", book.lateness.note))))
        return
    judged = (one.judged for one in seen.values())
    ends = Counter(month.period for month in judged if month is not None and month.value is not None)
    parts = [f"{period.label} for {count_text(ends[period])}" for period in sorted(ends, reverse=True)]
    complete = f"The newest complete month is {', '.join(parts)} of the measures." if parts else ""
    words = "Records of the newest months are still coming in, so those months are shown and not judged."
    yield Markup("<p>{}</p>").format(" ".join(filter(None, (words, complete, book.lateness.note))))
    rows = [_waiting_row(one, month) for one, month in waiting]
    yield Markup('<details class="rest"><summary>What usually comes yet, by measure ({})</summary>{}</details>').format(
        count_text(len({one.item.id for one, _ in waiting})),
        table("Months still filling up", WAITING_HEADS, rows),
    )


def _waiting_row(one: Seen, month: SeenMonth) -> tuple[object, ...]:
    come = month.to_come
    parts = parts_text(one.item, month.top, month.bottom)
    figure = "" if month.value is None else float_text(one.item, month.value)
    return (
        Markup('<a href="#{}">{}</a>').format(one.item.id, one.item.title),
        month.period.label,
        f"{figure} ({parts})" if parts else figure,
        to_come_words(come, month.part_to_come, is_part=month.bottom is not None) or "not known",
        range_text(one.item, month),
    )
