"""The front page of the book: what stands out in sentences, what is still filling up, and what late records changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from purplebook.outputs.book.drawn import mark_of
from purplebook.outputs.book.seen import RECENT, Seen, Tale, began_text
from purplebook.outputs.charts.marks import small_mark
from purplebook.outputs.pages import table
from purplebook.results.judgement.word import Word
from purplebook.results.printed import count_text, float_text, parts_text
from purplebook.results.printed.verdict_words import head_text

FALSE_MARKS = 0.02
"""How often a month in which nothing has changed is marked all the same: about 2 in 100 (docs/judgement.md)."""
UNREMARKABLE = (
    (Word.NO_SIGN, "No sign of a change"),
    (Word.TOO_FEW, "Too few to tell"),
    (Word.NOT_COVERED, "Not yet covered"),
    (Word.NOT_JUDGED, "Shown and not judged"),
    (Word.NO_FIGURE, "No figure"),
)


def front(all_seen: Sequence[Seen], *, note: str = "") -> Iterator[Markup]:
    """What stands out, then how the rest is, then what is filling up; `note` says why lateness cannot be told."""
    yield from _signals(all_seen)
    yield from _others(all_seen)
    yield from _filling(all_seen, note)


def headline(all_seen: Sequence[Seen]) -> str:
    """The answer in one sentence, for a reader who stops after it."""
    tales = [seen.tale for seen in all_seen]
    count = sum(tale is not None and not tale.is_over for tale in tales)
    worse = sum(tale is not None and not tale.is_over and mark_of(tale.newest) == "worse" for tale in tales)
    if not count:
        return "No measure stands out from what is usual for it."
    some = "1 measure stands" if count == 1 else f"{count_text(count)} measures stand"
    bad = "none of them is worse" if not worse else "1 of them is worse" if worse == 1 else f"{worse} of them are worse"
    return f"{some} out from what is usual; {bad}."


def _signals(all_seen: Sequence[Seen]) -> Iterator[Markup]:
    yield Markup('<h2 id="verdicts">What stands out</h2>')
    yield Markup('<p class="lede">{}</p>').format(headline(all_seen))
    tales = [(seen, tale) for seen in all_seen if (tale := seen.tale) is not None]
    # The longest change first: it is the surest, and most has happened since.
    tales.sort(key=lambda pair: (pair[1].is_over, -pair[1].months, -pair[1].newest.verdict.months, pair[0].item.id))
    now = [pair for pair in tales if not pair[1].is_over]
    over = [pair for pair in tales if pair[1].is_over]
    yield _list(now)
    if over:
        yield Markup(
            "<h3>As usual again by now</h3><p>Marked in one of the last {} judged months, and not in the newest.</p>"
        ).format(RECENT)
        yield _list(over)
    judged = sum(seen.judged is not None and seen.judged.verdict.word in _JUDGED for seen in all_seen)
    yield Markup('<p class="small">{}</p>').format(false_marks_text(judged))


_JUDGED = (Word.HIGHER, Word.LOWER, Word.CHANGED_LEVEL, Word.NO_SIGN)


def false_marks_text(judged: int) -> str:
    """How many of the marks a reader must expect to mean nothing."""
    expected = int(judged * FALSE_MARKS + 0.5)
    about = "none or one" if not expected else f"about {count_text(expected)}"
    return (
        f"Of {count_text(judged)} measures judged, {about} would be marked in a month in which nothing had changed. "
        "A mark says that something is unlike what was usual, not why."
    )


def _list(tales: Sequence[tuple[Seen, Tale]]) -> Markup:
    rows = Markup("\n").join(_item(seen, tale) for seen, tale in tales)
    return Markup('<ol class="signals">{}</ol>').format(rows) if tales else Markup("")


def _item(seen: Seen, tale: Tale) -> Markup:
    month = tale.newest
    return Markup('<li><a href="#{}">{}</a>: <b>{} {}</b>. {}{}</li>').format(
        seen.item.id,
        seen.item.title,
        Markup(small_mark(mark_of(month))),
        _lower(head_text(month.verdict)),
        month.verdict.sentence,
        began_text(tale),
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _others(all_seen: Sequence[Seen]) -> Iterator[Markup]:
    """Everything else in a closed list of its own, by title."""
    for word, heading in UNREMARKABLE:
        these = [seen for seen in all_seen if seen.tale is None and _word(seen) is word]
        if not these:
            continue
        rows = Markup("").join(
            Markup('<li><a href="#{}">{}</a></li>').format(seen.item.id, seen.item.title) for seen in these
        )
        yield Markup('<details class="rest"><summary>{} ({})</summary><ul>{}</ul></details>').format(
            heading, len(these), rows
        )


def _word(seen: Seen) -> Word:
    """The word of an indicator: of its newest judged month, or of its newest month where none is judged."""
    if seen.judged is not None:
        return seen.judged.verdict.word
    words = [month.verdict.word for month in seen.months if month.verdict.word is not Word.FILLING]
    return words[-1] if words else Word.NOT_JUDGED


def _filling(all_seen: Sequence[Seen], note: str) -> Iterator[Markup]:
    yield Markup('<h2 id="filling">Still filling up</h2>')
    waiting = [(seen, month) for seen in all_seen for month in seen.filling]
    if not waiting:
        yield Markup("<p>No month is still filling up.</p>")
        return
    to = Counter(seen.judged.period for seen in all_seen if seen.judged is not None)
    parts = [f"{count_text(count)} to {period.label}" for period, count in sorted(to.items(), reverse=True)]
    yield Markup(
        "<p>Records of the newest months are still coming in, so those months are shown and not judged. "
        "Measures are judged to their newest complete month: {}. {}</p>"
    ).format(", ".join(parts) or "none yet", note)
    known = [(seen, month) for seen, month in waiting if month.to_come is not None and month.to_come.high > 0]
    if known:
        yield Markup('<details class="rest"><summary>What usually comes, by measure ({})</summary>{}</details>').format(
            len({seen.item.id for seen, _ in known}),
            table(
                "Months still filling up",
                ("Measure", "Month", "So far", "More usually come", "Usual when complete"),
                [
                    (
                        Markup('<a href="#{}">{}</a>').format(seen.item.id, seen.item.title),
                        month.period.label,
                        _so_far(seen, month),
                        f"{count_text(month.to_come.low)} to {count_text(month.to_come.high)}" if month.to_come else "",
                        ""
                        if month.low is None or month.high is None
                        else f"{float_text(seen.item, month.low)} to {float_text(seen.item, month.high)}",
                    )
                    for seen, month in known
                ],
            ),
        )


def _so_far(seen: Seen, month) -> str:
    figure = float_text(seen.item, month.value)
    parts = parts_text(seen.item, month.top, month.bottom)
    return f"{figure} ({parts})" if parts else figure
