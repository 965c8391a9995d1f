"""The purple book as one HTML file that stands alone: counts only, no child's data, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

from purplebook.language.describe import describe
from purplebook.language.indicators import Indicator
from purplebook.language.periods import PeriodKind, long_day, parse_period
from purplebook.outputs import paper
from purplebook.outputs.book.drawn import chart_of, marks_of, series_chart
from purplebook.outputs.book.words import GOOD, compared_words, interval_words, parts_words, to_come_words, value_words
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.results.book.verdicts import Line
from purplebook.results.judgement.verdict import Word

CSS = Path(paper.__file__).parent / "paper.css"
OWN_CSS = (Path(__file__).parent / "book.css").read_text(encoding="utf-8")
MOST_RESTATED = 60
ORDER = (Word.WORSE, Word.BETTER, Word.HIGHER, Word.LOWER, Word.NO_REAL_CHANGE, Word.TOO_SMALL, Word.NO_VERDICT)


def page_bytes(book: Book, *, restated: Sequence[Restated], before: str) -> bytes:
    """The book as HTML in UTF-8.  `before` names the release that the restatements are from, or is ""."""
    title = f"Purple book, {long_day(book.as_at)}"
    parts = [
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{CSS.read_text(encoding='utf-8')}{OWN_CSS}{_colours(book)}</style>\n</head>\n<body>",
        '<a class="skip" href="#main">Skip to the book</a>',
        f'<header><p class="council">{escape(_whose(book))}</p><h1>{escape(title)}</h1>',
        f'<p class="status">{escape(book.status.capitalize())} figures, from snapshot {escape(book.snapshot.id)}. '
        "Counts only, no child's data; small numbers are not hidden, so it is not for publication.</p></header>",
        '<main id="main">',
        *_summary(book),
        *_changes(restated, before),
        *_series(book),
        *_themes(book),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(str(part) for part in parts).encode()


def _whose(book: Book) -> str:
    return book.council.name or f"Authority {book.authority}"


def _colours(book: Book) -> str:
    """The council's own colour of headings in place of ours."""
    heading = book.council.colours.get("heading")
    return f":root {{ --purple: {heading}; }}" if heading else ""


def _summary(book: Book) -> Iterator[str]:
    yield '<h2 id="verdicts">What stands out</h2>'
    yield Markup(
        "<p>Each figure is measured by its own last five years: better, worse, no real change, or too small to say. "
        "{}</p>"
    ).format(book.lateness.note or "A month that is still filling up is marked, and is never called a fall.")
    lines = sorted(book.lines, key=lambda line: ORDER.index(line.verdict.word))
    for word, found in groupby(lines, key=lambda line: line.verdict.word):
        these = list(found)
        heading = Markup("<h3>{} ({})</h3>").format(str(word).capitalize(), len(these))
        if word in (Word.NO_REAL_CHANGE, Word.TOO_SMALL, Word.NO_VERDICT):
            rows = Markup(" ").join(_link(line.indicator) for line in these)
            yield Markup('<details><summary>{}</summary><p class="ids">{}</p></details>').format(heading, rows)
            continue
        yield heading
        yield _table(
            f"Figures that are {word}",
            ("Indicator", "Period", "Figure", "Why"),
            [_summary_row(line) for line in these],
            words=(3,),
        )


def _summary_row(line: Line) -> tuple[object, ...]:
    why = line.verdict.why.split(": ", 1)[-1]
    figure = value_words(line.indicator, line.value)
    parts = parts_words(line)
    return (
        Markup('<a href="#{}">{}</a> {}').format(line.indicator.id, line.indicator.id, line.indicator.title),
        line.period.label,
        f"{figure} ({parts})" if parts else figure,
        why[:1].upper() + why[1:],
    )


def _link(item: Indicator) -> Markup:
    return Markup('<a href="#{0}" title="{1}">{0}</a>').format(item.id, item.title)


def _changes(restated: Sequence[Restated], before: str) -> Iterator[str]:
    yield '<h2 id="changes">What changed since the last release</h2>'
    if not before:
        yield "<p>This is the first release, so nothing has been restated.</p>"
        return
    if not restated:
        yield Markup("<p>No figure of {} has changed.</p>").format(before)
        return
    ranked = sorted(restated, key=lambda each: (-_size(each), each.indicator, each.period))
    yield Markup(
        "<p>{} headline figures that stood in {} are different now. The largest are listed; <code>changes.csv</code> "
        "has them all, and <code>purplebook changes</code> names the children.</p>"
    ).format(f"{len(restated):,}", before)
    yield _table(
        f"Restatements since {before}",
        ("Figure", "Period", "Was", "Is", "Children in", "Children out", "Why"),
        [
            (
                Markup('<a href="#{0}">{0}</a> {1}').format(each.indicator, each.title),
                parse_period(each.period).label,
                _plain(each.old_value),
                _plain(each.new_value),
                _people(each.entered),
                _people(each.left),
                each.why,
            )
            for each in ranked[:MOST_RESTATED]
        ],
        words=(6,),
    )


def _size(each: Restated) -> float:
    if each.old_value is None or each.new_value is None:
        return 0.0
    return abs(float(each.new_value - each.old_value)) / (abs(float(each.old_value)) or 1.0)


def _people(count: int | None) -> str:
    return "not known" if count is None else f"{count:,}"


def _plain(value: object) -> str:
    return "–" if value is None else f"{value:,}".removesuffix(".00")


def _series(book: Book) -> Iterator[str]:
    if not book.series:
        return
    yield '<h2 id="series">Series whose definition changed</h2>'
    for series in book.series:
        yield Markup("<h3>{}</h3><p>{}</p>").format(series.title, series.reason)
        yield Markup("<figure>{}</figure>").format(Markup(series_chart(book, series)))


def _themes(book: Book) -> Iterator[str]:
    compared: dict[tuple[str, str], list[Mapping]] = {}
    wanted = {(line.indicator.id, line.period.key) for line in book.lines}
    wanted |= {(line.indicator.id, period.key) for line in book.lines for period in _whole_years(book)[-1:]}
    for row in book.comparisons.to_pylist():
        if (row["indicator"], row["period"]) in wanted:
            compared.setdefault((row["indicator"], row["period"]), []).append(row)
    yield '<nav aria-label="Themes"><h2 id="themes">Every indicator</h2><ul>'
    themes = list(dict.fromkeys(item.theme for item in book.indicators))
    yield from (Markup('<li><a href="#{}">{}</a></li>').format(_anchor(theme), theme) for theme in themes)
    yield "</ul></nav>"
    for theme in themes:
        yield Markup('<h2 id="{}">{}</h2>').format(_anchor(theme), theme)
        for line in book.lines:
            if line.indicator.theme == theme:
                yield from _indicator(book, line, compared)


def _indicator(book: Book, line: Line, compared: Mapping[tuple[str, str], list[Mapping]]) -> Iterator[str]:
    item = line.indicator
    yield Markup('<section class="indicator" id="{}"><h3>{} {}</h3>').format(item.id, item.id, item.title)
    yield Markup(
        '<p class="figure"><strong>{}</strong>{} <span>{}</span></p><p class="verdict {}"><b>{}</b> {}</p>'
    ).format(
        value_words(item, line.value),
        f" ({said})" if (said := "; ".join(filter(None, (parts_words(line), interval_words(line))))) else "",
        line.period.label if line.value is not None else f"{line.period.label}: {_without_value(line, book.status)}",
        str(line.verdict.word).replace(" ", "-"),
        f"{str(line.verdict.word).capitalize()}.",
        line.verdict.why,
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
        yield Markup(
            '<figure class="scrolls" tabindex="0" role="region" aria-label="Chart of {}">{}{}</figure>'
        ).format(item.title, Markup(chart), _event_notes(book, item))
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
        yield _table(
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
    yield "</details></section>"


def _event_notes(book: Book, item: Indicator) -> Markup:
    """What the letters on a chart stand for; nothing where no event bears on the indicator."""
    marks = marks_of(book, item.id)
    if not marks:
        return Markup("")
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


def _table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[object]], *, words: Sequence[int] = ()
) -> Markup:
    """A table that a screen reader can read, and that scrolls by itself where it is too wide."""
    head = Markup("").join(
        Markup('<th scope="col" class="words">{}</th>' if place in words else '<th scope="col">{}</th>').format(each)
        for place, each in enumerate(heads)
    )
    lines = []
    for row in rows:
        cells = [Markup('<th scope="row">{}</th>').format(row[0])]
        cells += [
            Markup('<td class="words">{}</td>' if place in words else "<td>{}</td>").format(cell)
            for place, cell in enumerate(row[1:], start=1)
        ]
        lines.append(Markup("<tr>{}</tr>").format(Markup("").join(cells)))
    return Markup(
        '<div class="scrolls" tabindex="0" role="region" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(caption, head, Markup("\n").join(lines))
