"""The chart of an indicator's months, wide and narrow, with its key, its notes and its table of values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from purplebook.language.councils import CouncilEvent
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, long_day
from purplebook.outputs.book.seen import Seen, SeenMonth
from purplebook.outputs.charts.chart_key import chart_key
from purplebook.outputs.charts.month_point import Mark, MonthPoint
from purplebook.outputs.charts.months_chart import SIZES, Words, months_chart
from purplebook.results.compare import unit_of
from purplebook.results.judgement.word import Way, Word
from purplebook.results.printed import float_text, parts_text, whole_text
from purplebook.results.printed.month_words import run_text

LISTED = 12
"""How many of the newest marked months a description names."""


@dataclass(frozen=True)
class EventMark:
    """An event on a chart: its letter, and its place among the months, counted from nought with fractions."""

    letter: str
    place: float
    event: CouncilEvent


def chart_of(seen: Seen, *, events: Sequence[CouncilEvent] = ()) -> Markup:
    """The chart with all that belongs to it; nothing where no month has a value."""
    item = seen.item
    points = points_of(seen)
    if all(point.value is None for point in points):
        return Markup("")
    marks = marks_of(item.id, [month.period for month in seen.months], events)
    words = Words(item.title, _description(seen), lambda value: float_text(item, value), unit_of(item))
    return drawn(
        points,
        words,
        key=f"chart-{item.id}",
        marks=marks,
        about=_about(seen),
        notes=_notes(seen),
        table=values_table(seen),
    )


def drawn(
    points: Sequence[MonthPoint],
    words: Words,
    *,
    key: str,
    about: str | Markup,
    marks: Sequence[EventMark] = (),
    notes: Sequence[str] = (),
    table: Markup | str = "",
) -> Markup:
    """A chart in its two sizes, of which a page shows the one that fits; below it its key, its notes and its values."""
    places = [(mark.place, mark.letter) for mark in marks]
    pictures = Markup("").join(
        Markup('<div class="{}">{}</div>').format(
            size.name, Markup(months_chart(points, words, key=key, size=size, events=places))
        )
        for size in SIZES
    )
    entries = Markup("").join(
        Markup("<li>{} {}</li>").format(Markup(picture), text) for picture, text in chart_key(points, key=key)
    )
    lines = [escape(note) for note in notes]
    lines += [
        Markup("<b>{}</b> {}: {}").format(mark.letter, long_day(mark.event.on), mark.event.words) for mark in marks
    ]
    below = Markup('<p class="small">{}</p>').format(Markup("<br>").join(lines)) if lines else Markup("")
    return Markup('<figure class="chart"><figcaption>{}</figcaption>{}<ul class="key">{}</ul>{}</figure>{}').format(
        about, pictures, entries, below, table
    )


def points_of(seen: Seen) -> list[MonthPoint]:
    """The months of an indicator as they are drawn."""
    starts = {place for place, _ in seen.starts}
    return [
        MonthPoint(
            month.period,
            None if month.verdict.word in (Word.NOT_COVERED, Word.NO_FIGURE) else month.value,
            low=month.low,
            high=month.high,
            usual=month.usual,
            mark=mark_of(month),
            is_filling=month.is_filling,
            may_end=_may_end(month),
            is_new=place in starts,
            is_offered=place == seen.offered,
            came=month.came,
            left=month.left,
        )
        for place, month in enumerate(seen.months)
    ]


def mark_of(month: SeenMonth) -> Mark:
    """What a month is marked as on a chart and in a list."""
    if month.is_higher is None:
        return Mark.NONE
    if month.verdict.way is not Way.NEITHER:
        return Mark.BETTER if month.verdict.way is Way.BETTER else Mark.WORSE
    return Mark.HIGHER if month.is_higher else Mark.LOWER


def _may_end(month: SeenMonth) -> tuple[float, float] | None:
    """Where late records may bring a count; of a percentage they add to what it is out of, so it may go either way."""
    if not month.is_filling or month.to_come is None or month.value is None or month.bottom is not None:
        return None
    return month.value + month.to_come.low, month.value + month.to_come.high


def _about(seen: Seen) -> Markup:
    """What is drawn; the narrow drawing has fewer months than the wide one."""
    last = seen.months[-1].period.label
    unit = unit_of(seen.item)
    shown = {"number": "Number", "%": "Percentage"}.get(unit, f"{unit[:1].upper()}{unit[1:]}")
    spans = Markup("").join(
        Markup('<span class="{}">, {} to {}</span>').format(
            size.name, seen.months[max(len(seen.months) - size.most, 0)].period.label, last
        )
        for size in SIZES
    )
    return Markup("{} each month{}").format(shown, spans)


def _notes(seen: Seen) -> list[str]:
    """What a reader must know of a chart that no mark of it tells."""
    notes = []
    if seen.usual_months is not None:
        first, last = seen.usual_months
        notes.append(f"What is usual is learnt from {first.label} to {last.label}, and no month is measured by itself.")
    if any(month.verdict.word is Word.NOT_COVERED for month in seen.months):
        covered = next((month for month in seen.months if month.verdict.word is not Word.NOT_COVERED), None)
        if covered is not None:
            notes.append(
                f"Before {covered.period.label} the records do not reach back far enough, so it is left blank."
            )
    notes += [f"{words[:1].upper()}{words[1:]}." for _, words in seen.starts]
    if seen.offered is not None:
        month = seen.months[seen.offered].period
        notes.append(
            f"The level seems to have changed in {month.label}. A person may accept that, with a reason, in "
            "baselines.toml; months are measured by the old level until then."
        )
    if not seen.knows_families:
        notes.append("The records do not say which children are of one family, so how months differ stands for that.")
    return notes


def _description(seen: Seen) -> str:
    """All that the drawing shows, in words, for those who cannot see it; every value is in the table below."""
    known = [
        (month, month.value)
        for month in seen.months
        if month.value is not None and month.verdict.word is not Word.NOT_COVERED
    ]
    last, value = known[-1]
    words = f"{len(known)} months from {known[0][0].period.label} to {last.period.label}. "
    words += f"The last is {float_text(seen.item, value)}{', so far' if last.is_filling else ''}."
    judged = seen.judged
    if judged is not None and judged.low is not None and judged.high is not None:
        low, high = (float_text(seen.item, end) for end in (judged.low, judged.high))
        words += f" In {judged.period.label} {low} to {high} is usual."
    marked = [f"{month.period.label} ({mark_of(month)})" for month, _ in known if mark_of(month)]
    words += f" Marked: {', '.join(marked[-LISTED:])}." if marked else " No month is marked."
    waiting = [month.period.label for month, _ in known if month.is_filling]
    words += f" Still filling up: {', '.join(waiting)}." if waiting else ""
    return words


def values_table(seen: Seen) -> Markup:
    """Every month that is drawn as a row, the newest first, closed until a reader opens it."""
    is_stock = any(month.came is not None for month in seen.months)
    has_parts = any(month.bottom is not None for month in seen.months)
    heads = [
        "Month",
        "Figure",
        *(["Of"] if has_parts else []),
        "Usual",
        *(["Came", "Left"] if is_stock else []),
        "Said",
    ]
    rows = [
        _row(seen.item, month, has_parts=has_parts, is_stock=is_stock)
        for month in reversed(seen.months)
        if month.value is not None and month.verdict.word is not Word.NOT_COVERED
    ]
    blank = [month for month in seen.months if month.verdict.word is Word.NOT_COVERED]
    rows += [_not_covered(blank, columns=len(heads) - 2)] if blank else []
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in heads)
    return Markup(
        '<details class="values"><summary>These figures as a table</summary><div class="scrolls" tabindex="0" '
        'role="region" aria-label="{0}, as a table"><table><caption>{0}</caption><thead><tr>{1}</tr></thead><tbody>'
        "{2}</tbody></table></div></details>"
    ).format(seen.item.title, head, Markup("\n").join(rows))


def _row(item: Indicator, month: SeenMonth, *, has_parts: bool, is_stock: bool) -> Markup:
    figure = "" if month.value is None else float_text(item, month.value)
    said = f"{month.verdict.word}, {month.verdict.way}" if month.verdict.way is not Way.NEITHER else month.verdict.word
    cells = [figure]
    if has_parts:
        cells.append(parts_text(item, month.top, month.bottom) or _whole(item, month.bottom))
    cells.append(range_text(item, month))
    if is_stock:
        cells += [_count(month.came), _count(month.left)]
    # There are thousands of these rows: their words are escaped one by one, and joined at once.
    columns = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return Markup(
        f'<tr><th scope="row">{month.period.label}</th>{columns}<td class="words">{escape(str(said))}</td></tr>'
    )


def _not_covered(blank: Sequence[SeenMonth], *, columns: int) -> Markup:
    """The months that the records do not cover, in one row."""
    months = run_text(blank[0].period, blank[-1].period)
    return Markup('<tr><th scope="row">{}</th>{}<td class="words">{}</td></tr>').format(
        months, Markup("<td></td>" * columns), str(Word.NOT_COVERED)
    )


def range_text(item: Indicator, month: SeenMonth) -> str:
    """What is usual for a month alone: 112 to 190; "" where it is not known."""
    if month.low is None or month.high is None:
        return ""
    if month.low <= 0 and unit_of(item) != "%":
        return f"up to {float_text(item, month.high)}"
    return f"{float_text(item, month.low)} to {float_text(item, month.high)}"


def _whole(item: Indicator, whole: int | None) -> str:
    return "" if whole is None else whole_text(item, whole)


def _count(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def marks_of(name: str, months: Sequence[Period], events: Sequence[CouncilEvent]) -> tuple[EventMark, ...]:
    """The events that bear on an indicator and fall in the months that its chart draws, each with its letter."""
    marks: list[EventMark] = []
    for event in events:
        if event.indicators and name not in event.indicators:
            continue
        for number, month in enumerate(months):
            if month.first_day <= event.on <= month.last_day:
                # A month stands at its number, so its first day lies half a month to the left.
                share = (event.on - month.first_day).days / ((month.last_day - month.first_day).days + 1)
                marks.append(EventMark(letter_of(len(marks)), number - 0.5 + share, event))
    return tuple(marks)


def letter_of(number: int) -> str:
    """a, b … z, then aa, ab …"""
    return ("" if number < 26 else letter_of(number // 26 - 1)) + chr(ord("a") + number % 26)
