"""The purple book as one HTML file that stands alone: counts only, no child's data, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc
from markupsafe import Markup

from purplebook.language.periods import PeriodKind, long_day, parse_period
from purplebook.outputs.book.front import front
from purplebook.outputs.book.months_seen import seen_of
from purplebook.outputs.book.section import OURS, Rows, section
from purplebook.outputs.book.seen import Seen
from purplebook.outputs.book.series_chart import series_chart
from purplebook.outputs.pages import Page, page_bytes, table
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.results.book.retold import Retold
from purplebook.results.book.verdicts import Line
from purplebook.results.printed import bare_text, count_text
from purplebook.results.values import relative_change

MOST_RESTATED = 60


def book_page_bytes(book: Book, *, restated: Sequence[Restated], retold: Sequence[Retold], before: str) -> bytes:
    """The book as HTML in UTF-8.  `before` names the release that the restatements are from, or is ""."""
    status = (
        f"{book.status.capitalize()} figures, from snapshot {book.snapshot.id}. "
        "Counts only, no child's data; small numbers are not hidden, so it is not for publication."
    )
    seen = {line.indicator.id: seen_of(book, line) for line in book.lines}
    return page_bytes(
        Page(
            title=f"Purple book of {_whose(book)}, {long_day(book.as_at)}",
            status=status,
            body=(
                *front(book, seen),
                *_changes(restated, retold, before),
                *_chapters(book),
                *_series(book, seen),
                *_themes(book, seen),
            ),
            style="book",
            heading_colour=book.council.colours.get("heading", ""),
            skip="Skip to the book",
            made_from=(f"{book.status} figures", f"snapshot {book.snapshot.id}"),
        )
    )


def _whose(book: Book) -> str:
    return book.council.name or f"authority {book.authority}"


def _changes(restated: Sequence[Restated], retold: Sequence[Retold], before: str) -> Iterator[Markup]:
    yield Markup('<h2 id="changes">What late records changed</h2>')
    if not before:
        yield Markup("<p>This is the first release, so nothing has been restated.</p>")
        return
    if not restated:
        yield Markup("<p>No figure of {} has changed.</p>").format(before)
        return
    if retold:
        yield Markup("<p>Of these months another verdict is given now than in {}:</p>").format(before)
        yield Markup('<ul class="retold">{}</ul>').format(
            Markup("").join(
                Markup('<li><a href="#{}">{}</a>: {}</li>').format(one.indicator.id, one.indicator.title, one.sentence)
                for one in retold
            )
        )
    ranked = sorted(restated, key=lambda change: (-_size(change), change.indicator, change.period))
    yield Markup(
        "<p>{} headline figures that stood in {} are different now. The largest are listed; <code>changes.csv</code> "
        "has them all, and <code>purplebook changes</code> names the children.</p>"
    ).format(count_text(len(restated)), before)
    yield Markup('<details class="rest"><summary>The largest of them ({})</summary>{}</details>').format(
        min(len(ranked), MOST_RESTATED),
        table(
            f"Restatements since {before}",
            ("Figure", "Period", "Was", "Is", "Children in", "Children out", "Why"),
            [
                (
                    Markup('<a href="#{}">{}</a>').format(change.indicator, change.title),
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
        ),
    )


def _size(change: Restated) -> float:
    if change.old_value is None or change.new_value is None:
        return 0.0
    return relative_change(change.new_value, change.old_value)


def _people(count: int | None) -> str:
    return "not known" if count is None else count_text(count)


def _chapters(book: Book) -> Iterator[Markup]:
    yield Markup('<nav aria-label="Chapters"><h2 id="themes">Chapters</h2><ul>')
    yield from (Markup('<li><a href="#{}">{}</a></li>').format(_anchor(theme), theme) for theme in _all_themes(book))
    yield Markup("</ul></nav>")


def _all_themes(book: Book) -> list[str]:
    return list(dict.fromkeys(item.theme for item in book.indicators))


def _series(book: Book, seen: Mapping[str, Seen]) -> Iterator[Markup]:
    if not book.series:
        return
    yield Markup('<h2 id="series">Series whose definition changed</h2>')
    for series in book.series:
        yield Markup("<h3>{}</h3><p>{}</p>").format(series.title, series.reason)
        yield series_chart(series, seen, months=book.periods.months)


def _themes(book: Book, seen: Mapping[str, Seen]) -> Iterator[Markup]:
    rows = _rows(book, seen)
    for theme in _all_themes(book):
        yield Markup('<h2 id="{}">{}</h2>').format(_anchor(theme), theme)
        for line in book.lines:
            if line.indicator.theme == theme:
                name = line.indicator.id
                yield from section(book, line, seen[name], rows.get(name, Rows()))


def _rows(book: Book, seen: Mapping[str, Seen]) -> Mapping[str, Rows]:
    """What each indicator is held against: in the month that is judged, and in the last whole year."""
    years = book.periods.of(PeriodKind.YEAR)
    year = years[-1].key if years else ""
    month_of = {line.indicator.id: _period_of(line, seen[line.indicator.id]) for line in book.lines}
    of_month: dict[str, list[Mapping]] = {}
    of_year: dict[str, list[Mapping]] = {}
    wanted = pa.array(sorted({year, *month_of.values()}), pa.string())
    of_these = book.comparisons.filter(pc.is_in(book.comparisons.column("period"), wanted))  # pyright: ignore[reportAttributeAccessIssue]
    for row in of_these.to_pylist():
        name = row["indicator"]
        if row["period"] == month_of.get(name):
            of_month.setdefault(name, []).append(row)
        elif row["period"] == year and row["comparator"] not in OURS:
            of_year.setdefault(name, []).append(row)
    return {name: Rows(of_month.get(name, ()), of_year.get(name, ())) for name in month_of}


def _period_of(line: Line, seen: Seen) -> str:
    return line.period.key if seen.judged is None else seen.judged.period.key


def _anchor(theme: str) -> str:
    return "theme-" + re.sub(r"[^a-z]+", "-", theme.lower())
