"""One indicator of the book: its figure and its verdict, its target, its months, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from purplebook.language.describe import describe
from purplebook.language.measures import Shape
from purplebook.language.out_of import counts_or_out_of
from purplebook.language.periods import parse_period
from purplebook.outputs.book.comparison_words import GOOD, compared_words, earlier_words, not_compared
from purplebook.outputs.book.drawn import chart_of, mark_of
from purplebook.outputs.book.front import began_text
from purplebook.outputs.book.seen import Seen
from purplebook.outputs.book.target_words import target_words
from purplebook.outputs.charts.marks import small_mark
from purplebook.outputs.charts.month_point import Mark
from purplebook.outputs.pages import table
from purplebook.results.book.make import Book
from purplebook.results.book.verdicts import Line
from purplebook.results.compare.schema import Comparator
from purplebook.results.compute import NO_POPULATION, NOT_COVERED, NOT_SUPPLIED
from purplebook.results.judgement.word import Way, Word
from purplebook.results.printed import count_text, interval_text, parts_text, value_text
from purplebook.results.printed.verdict_words import head_text, to_come_words

OURS = (Comparator.PREVIOUS, Comparator.LAST_YEAR, Comparator.YEAR_TO_DATE)
"""What is held against our own earlier figures, which nobody calls theirs."""


SHOWN_FILLING = 3
"""How many months that are still filling up are told one by one; the table of values has them all."""

WHY_NONE = {
    NOT_SUPPLIED: "its records were not supplied",
    NOT_COVERED: "its records do not reach back far enough",
    NO_POPULATION: "the number of people to divide by is not held",
}
"""Why there is no figure, by its status; any other status says that there was nothing to work it out from."""


@dataclass(frozen=True)
class Rows:
    """What one indicator is held against: rows of comparisons for the month that is judged, and for the last year."""

    of_month: Sequence[Mapping] = ()
    of_year: Sequence[Mapping] = ()


def section(book: Book, line: Line, seen: Seen, rows: Rows) -> Iterator[Markup]:
    """Everything that the book says of one indicator."""
    item = line.indicator
    yield Markup('<section class="indicator" id="{0}"><h3>{1} <span class="code">{0}</span></h3>').format(
        item.id, item.title
    )
    if line.value is not None:
        yield _figure(line)
    for weak in book.marks.get((item.id, ""), ()):
        yield Markup('<p class="small weak">Records: {}.</p>').format(weak.words)
    yield from _verdict(book, line, seen)
    yield from target_words(book, seen)
    yield from _filling(line, seen)
    for comment in book.comments:
        if comment.indicator == item.id:
            yield Markup('<blockquote class="comment"><p>{}</p><footer>{}</footer></blockquote>').format(
                comment.text, comment.by
            )
    if item.measure.shape is not Shape.SHARE:
        yield chart_of(seen, events=book.events)
    population = book.populations.get((item.id, line.period.key))
    if population is not None:
        yield Markup('<p class="small">Divided by {}.</p>').format(population.words)
    yield from _compared(book, line, seen, rows)
    yield _definition(line, rows)
    yield Markup("</section>")


def _figure(line: Line) -> Markup:
    """The figure that is judged, with the numbers behind it."""
    item = line.indicator
    # All groups together are 100% of everyone, which says nothing; how many there are does.
    is_divided = item.measure.shape is Shape.SHARE and line.numerator is not None
    figure = count_text(line.numerator or 0) if is_divided else value_text(item, line.value)
    beside = "" if is_divided else parts_text(item, line.numerator, line.denominator)
    if not line.verdict.word.is_signal and line.verdict.word is not Word.NO_SIGN:
        beside = "; ".join(filter(None, (beside, interval_text(item, line.interval))))
    when = line.period.label
    if line.verdict.word is Word.FILLING:
        when = f"{when}, so far"
    return Markup('<p class="figure"><strong>{}</strong>{} <span>{}</span></p>').format(
        figure, f" ({beside})" if beside else "", when
    )


def _filling(line: Line, seen: Seen) -> Iterator[Markup]:
    """The newest months that are still filling up; and why none of them is judged, where that goes far back."""
    waiting = seen.filling
    if len(waiting) > SHOWN_FILLING and seen.judged is not None:
        first = waiting[0]
        coming = to_come_words(first.to_come, first.part_to_come, is_part=first.bottom is not None)
        why = f": of {first.period.label} {coming}" if coming else ""
        rule = "A month is judged when no more than one in fifty of it is still to come"
        yield Markup('<p class="filling">Judged to {} only. {}{}.</p>').format(line.period.label, rule, why)
    for month in waiting[-SHOWN_FILLING:]:
        yield Markup('<p class="filling">Still filling up: {}</p>').format(month.verdict.sentence)


def _verdict(book: Book, line: Line, seen: Seen) -> Iterator[Markup]:
    verdict = line.verdict
    css = verdict.way if verdict.way is not Way.NEITHER else "signal" if verdict.word.is_signal else "plain"
    told = [signal for signal in book.signals if signal.indicator.id == line.indicator.id]
    began = "".join(map(began_text, told))
    mark = Mark.NONE if seen.judged is None else mark_of(seen.judged)
    sentence = no_figure_text(line) if line.value is None else verdict.sentence
    yield Markup('<p class="verdict {}">{}<b>{}.</b> {}{}</p>').format(
        css, Markup(small_mark(mark)), head_text(verdict), sentence, began
    )
    for signal in told:
        if signal.is_over:
            yield Markup('<p class="small">Marked in {}, and as usual again: {}. {}</p>').format(
                signal.newest.label, signal.verdict.word, signal.verdict.sentence
            )


def no_figure_text(line: Line) -> str:
    """Why there is no figure: "August 2015: its records were not supplied."."""
    why = WHY_NONE.get(line.status, "there was nothing to work it out from")
    return f"{line.period.label}: {why}."


def _compared(book: Book, line: Line, seen: Seen, rows: Rows) -> Iterator[Markup]:
    item = line.indicator
    earlier = [
        row
        for row in rows.of_month
        if row["comparator"] in OURS and row["value"] is not None and seen.covers(parse_period(row["for_period"]))
    ]
    if earlier and item.measure.shape is not Shape.SHARE:
        yield table(
            "Our own earlier figures",
            ("Which", "For", "Figure"),
            earlier_words(item, earlier),
            label=f"{item.title}: our own earlier figures",
        )
    others = [
        row for row in (*rows.of_month, *rows.of_year) if row["comparator"] not in OURS and row["value"] is not None
    ]
    if others:
        yield table(
            "Held against others and targets",
            ("Held against", "Ours", "For", "Theirs, or the target", "Source"),
            [compared_words(item, row) for row in others],
            words=(4,),
            label=f"{item.title}, held against others and targets",
        )
    for beside in book.beside:
        if beside.indicator.id == item.id:
            yield Markup('<p class="verdict plain"><b>Beside its neighbours: {}.</b> {}</p>').format(
                beside.words, beside.verdict.why
            )


def _definition(line: Line, rows: Rows) -> Markup:
    item = line.indicator
    facts = [" ".join(counts_or_out_of(item)) + ".", GOOD[item.better], item.day_0, f"Source: {item.source}", item.note]
    missing = Markup("").join(Markup("<p>{}</p>").format(words) for words in not_compared(rows.of_month))
    return Markup("<details><summary>What it counts</summary><p>{}</p><p>{}</p>{}</details>").format(
        Markup("<br>").join(describe(item).splitlines()), " ".join(fact for fact in facts if fact), missing
    )
