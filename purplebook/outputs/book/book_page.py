"""The purple book as one HTML file that stands alone: counts only, no child's data, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from purplebook.language.describe import describe
from purplebook.language.indicators import Indicator
from purplebook.language.periods import PeriodKind, long_day, parse_period
from purplebook.outputs.book.comparison_words import GOOD, compared_words, to_come_words
from purplebook.outputs.book.drawn import chart_of, marks_of, series_chart
from purplebook.outputs.pages import Page, page_bytes, table
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.results.book.signals import expected_false, judged_count
from purplebook.results.book.verdicts import Line
from purplebook.results.judgement.word import Word
from purplebook.results.printed import bare_text, count_text, interval_text, parts_text, value_text
from purplebook.results.printed.verdict_words import head_text
from purplebook.results.values import relative_change

MOST_RESTATED = 60
NO_NOTES = Markup("")
ORDER = tuple(Word)
"""What is told stands first."""
QUIET = (Word.NO_SIGN, Word.TOO_FEW, Word.FILLING, Word.NOT_COVERED, Word.NO_FIGURE, Word.NOT_JUDGED)


def book_page_bytes(book: Book, *, restated: Sequence[Restated], before: str) -> bytes:
    """The book as HTML in UTF-8.  `before` names the release that the restatements are from, or is ""."""
    status = (
        f"{book.status.capitalize()} figures, from snapshot {book.snapshot.id}. "
        "Counts only, no child's data; small numbers are not hidden, so it is not for publication."
    )
    return page_bytes(
        Page(
            title=f"Purple book, {long_day(book.as_at)}",
            owner=_whose(book),
            status=status,
            body=(*_summary(book), *_changes(restated, before), *_series(book), *_themes(book)),
            style="book",
            heading_colour=book.council.colours.get("heading", ""),
            skip="Skip to the book",
            made_from=(f"{book.status} figures", f"snapshot {book.snapshot.id}"),
        )
    )


def _whose(book: Book) -> str:
    return book.council.name or f"Authority {book.authority}"


def _summary(book: Book) -> Iterator[Markup]:
    yield Markup('<h2 id="verdicts">What stands out</h2>')
    yield Markup(
        "<p>Each figure is measured by its own past. The newest month is judged of which almost nothing is still to "
        "come. {} Of {} measures judged, about {} would be marked in a month in which nothing had changed.</p>"
    ).format(
        book.lateness.note or "Later months are shown as far as they are known.",
        judged_count(book.judged),
        expected_false(book.judged),
    )
    if book.signals:
        yield table(
            "What the last six judged months tell",
            ("Indicator", "Since", "Newest month", "What is seen"),
            [
                (signal.indicator.title, signal.began.label, signal.newest.label, signal.verdict.sentence)
                for signal in book.signals
            ],
            words=(3,),
        )
    lines = sorted(book.lines, key=lambda line: ORDER.index(line.verdict.word))
    for word, of_word in groupby(lines, key=lambda line: line.verdict.word):
        these = list(of_word)
        heading = Markup("<h3>{} ({})</h3>").format(str(word).capitalize(), len(these))
        if word in QUIET:
            rows = Markup(" ").join(_link(line.indicator) for line in these)
            yield Markup('<details><summary>{}</summary><p class="ids">{}</p></details>').format(heading, rows)
            continue
        yield heading
        yield table(
            f"Figures that are {word}",
            ("Indicator", "Period", "Figure", "Why"),
            [_summary_row(line) for line in these],
            words=(3,),
        )


def _summary_row(line: Line) -> tuple[object, ...]:
    figure = value_text(line.indicator, line.value)
    parts = _parts(line)
    return (
        Markup('<a href="#{}">{}</a> {}').format(line.indicator.id, line.indicator.id, line.indicator.title),
        line.period.label,
        f"{figure} ({parts})" if parts else figure,
        line.verdict.sentence,
    )


def _beside_value(line: Line) -> str:
    return "; ".join(filter(None, (_parts(line), interval_text(line.indicator, line.interval))))


def _parts(line: Line) -> str:
    return parts_text(line.indicator, line.numerator, line.denominator)


def _link(item: Indicator) -> Markup:
    return Markup('<a href="#{0}" title="{1}">{0}</a>').format(item.id, item.title)


def _changes(restated: Sequence[Restated], before: str) -> Iterator[Markup]:
    yield Markup('<h2 id="changes">What changed since the last release</h2>')
    if not before:
        yield Markup("<p>This is the first release, so nothing has been restated.</p>")
        return
    if not restated:
        yield Markup("<p>No figure of {} has changed.</p>").format(before)
        return
    ranked = sorted(restated, key=lambda change: (-_size(change), change.indicator, change.period))
    yield Markup(
        "<p>{} headline figures that stood in {} are different now. The largest are listed; <code>changes.csv</code> "
        "has them all, and <code>purplebook changes</code> names the children.</p>"
    ).format(count_text(len(restated)), before)
    yield table(
        f"Restatements since {before}",
        ("Figure", "Period", "Was", "Is", "Children in", "Children out", "Why"),
        [
            (
                Markup('<a href="#{0}">{0}</a> {1}').format(change.indicator, change.title),
                parse_period(change.period).label,
                bare_text(change.old_value),
                bare_text(change.new_value),
                _people(change.entered),
                _people(change.left),
                change.why,
            )
            for change in ranked[:MOST_RESTATED]
        ],
        words=(6,),
    )


def _size(change: Restated) -> float:
    if change.old_value is None or change.new_value is None:
        return 0.0
    return relative_change(change.new_value, change.old_value)


def _people(count: int | None) -> str:
    return "not known" if count is None else count_text(count)


def _series(book: Book) -> Iterator[Markup]:
    if not book.series:
        return
    yield Markup('<h2 id="series">Series whose definition changed</h2>')
    for series in book.series:
        yield Markup("<h3>{}</h3><p>{}</p>").format(series.title, series.reason)
        yield _figure(series.title, series_chart(book, series))


def _figure(title: str, drawn: str, *, notes: Markup = NO_NOTES) -> Markup:
    """A chart in a box of its own, which scrolls where a page is too narrow to read it."""
    return Markup('<figure class="scrolls" tabindex="0" role="region" aria-label="Chart of {}">{}{}</figure>').format(
        title, Markup(drawn), notes
    )


def _themes(book: Book) -> Iterator[Markup]:
    compared: dict[tuple[str, str], list[Mapping]] = {}
    wanted = {(line.indicator.id, line.period.key) for line in book.lines}
    wanted |= {(line.indicator.id, period.key) for line in book.lines for period in _whole_years(book)[-1:]}
    for row in book.comparisons.to_pylist():
        if (row["indicator"], row["period"]) in wanted:
            compared.setdefault((row["indicator"], row["period"]), []).append(row)
    yield Markup('<nav aria-label="Themes"><h2 id="themes">Every indicator</h2><ul>')
    themes = list(dict.fromkeys(item.theme for item in book.indicators))
    yield from (Markup('<li><a href="#{}">{}</a></li>').format(_anchor(theme), theme) for theme in themes)
    yield Markup("</ul></nav>")
    for theme in themes:
        yield Markup('<h2 id="{}">{}</h2>').format(_anchor(theme), theme)
        for line in book.lines:
            if line.indicator.theme == theme:
                yield from _indicator(book, line, compared)


def _indicator(book: Book, line: Line, compared: Mapping[tuple[str, str], list[Mapping]]) -> Iterator[Markup]:
    item = line.indicator
    yield Markup('<section class="indicator" id="{}"><h3>{} {}</h3>').format(item.id, item.id, item.title)
    yield Markup(
        '<p class="figure"><strong>{}</strong>{} <span>{}</span></p><p class="verdict {}"><b>{}</b> {}</p>'
    ).format(
        value_text(item, line.value),
        f" ({beside})" if (beside := _beside_value(line)) else "",
        line.period.label if line.value is not None else f"{line.period.label}: {_without_value(line, book.status)}",
        str(line.verdict.word).replace(" ", "-"),
        f"{head_text(line.verdict)}.",
        line.verdict.sentence,
    )
    for comment in book.comments:
        if comment.indicator == item.id:
            yield Markup('<blockquote class="comment"><p>{}</p><footer>{}</footer></blockquote>').format(
                comment.text, comment.by
            )
    come = to_come_words(line)
    if come:
        yield Markup('<p class="small">{}</p>').format(come)
    for start in book.judged.baselines.get(item.id, ()):
        yield Markup('<p class="small">{}.</p>').format(start.words[:1].upper() + start.words[1:])
    chart = chart_of(book, item)
    if chart:
        yield _figure(item.title, chart, notes=_event_notes(book, item))
    population = book.populations.get((item.id, line.period.key))
    if population is not None:
        yield Markup('<p class="small">Divided by {}.</p>').format(population.words)
    rows = [*compared.get((item.id, line.period.key), ())]
    years = _whole_years(book)
    if years and years[-1].key != line.period.key:
        rows += [
            row
            for row in compared.get((item.id, years[-1].key), ())
            if row["comparator"] not in ("previous period", "same period last year") and row["value"] is not None
        ]
    fair = [row for row in rows if row["value"] is not None or row["comparator"] == "target"]
    if fair:
        yield table(
            f"{item.id} beside others",
            ("Held against", "Ours", "For", "Theirs", "Source"),
            [compared_words(item, row) for row in fair],
            words=(4,),
        )
    for beside in book.beside:
        if beside.indicator.id == item.id:
            yield Markup('<p class="verdict {}"><b>Beside its neighbours: {}.</b> {}</p>').format(
                str(beside.verdict.word).replace(" ", "-"), beside.words, beside.verdict.why
            )
    why_not = sorted(
        {f"{row['comparator']}: {row['why_not']}" for row in rows if row["value"] is None and row not in fair}
    )
    yield Markup("<details><summary>What it counts</summary><p>{}</p>").format(
        Markup("<br>").join(describe(item).splitlines())
    )
    facts = [f"Counts {item.counts}.", GOOD[item.better], item.day_0, f"Source: {item.source}", item.note]
    yield Markup("<p>{}</p>").format(" ".join(fact for fact in facts if fact))
    if why_not:
        yield Markup("<p>Not compared. {}.</p>").format("; ".join(why_not))
    yield Markup("</details></section>")


def _event_notes(book: Book, item: Indicator) -> Markup:
    """What the letters on a chart stand for; nothing where no event bears on the indicator."""
    marks = marks_of(book, item.id)
    if not marks:
        return NO_NOTES
    notes = (
        Markup("<b>{}</b> {}: {}").format(mark.letter, long_day(mark.event.on), mark.event.words) for mark in marks
    )
    return Markup("<figcaption>{}</figcaption>").format(Markup("<br>").join(notes))


def _without_value(line: Line, status: str) -> str:
    return "nothing to work it out from" if line.status == status else line.status


def _whole_years(book: Book) -> tuple:
    return book.periods.of(PeriodKind.YEAR)


def _anchor(theme: str) -> str:
    return "theme-" + re.sub(r"[^a-z]+", "-", theme.lower())
