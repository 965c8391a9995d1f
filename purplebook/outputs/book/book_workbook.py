"""The purple book as a workbook: verdicts, every headline figure and restatements; counts only."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow.compute as pc

from purplebook.language.periods import long_day
from purplebook.outputs.sheets import Column, Kind, Sheet, Workbook, workbook_bytes
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.results.figures import EVERYONE
from purplebook.results.judgement.word import Way

WHOLE, NUMBER, DATE = Kind.WHOLE, Kind.NUMBER, Kind.DATE
UNITS = "Figures are in the unit of their indicator: a number, a percentage, a rate, days or months, as its title says."
LEGEND = (
    ("An empty cell", "There is no figure; its status says why."),
    ("Of which, Of", "The whole numbers that a figure is worked out from: 67 of 230."),
    ("higher, lower than usual", "One month, or several together, lie beyond what its own past leads one to expect."),
    ("better, worse", "Which way that is, where it is known which way is better."),
    ("has changed level", "It has been beyond what was usual for a year."),
    ("no sign of a change", "Judged, and not beyond what is usual. A change too small to show may be there."),
    ("too few to tell", "There are figures, and too few children for a verdict."),
    ("still filling up", "Records of the month are still to come; the figure is so far."),
    ("not yet covered", "It looks back to before the first records."),
    ("no figure, not judged", "There is nothing that could be judged, or there is no rule for such a figure."),
)


def book_workbook_bytes(book: Book, *, restated: Sequence[Restated], before: str) -> bytes:
    """The workbook; the same book gives the same bytes.  `before` is the release that the restatements are from."""
    return workbook_bytes(
        Workbook(
            title=f"Purple book, {long_day(book.as_at)}",
            sheets=(_verdicts(book), _filling(book), _figures(book), _restatements(restated, before)),
            facts=(
                ("Book of", long_day(book.as_at)),
                ("Authority", f"{book.authority} {book.council.name}".strip()),
                ("Status", book.status),
                ("Snapshot", book.snapshot.id),
                ("Restatements since", before or "no earlier release"),
                ("Late records", book.lateness.note or "learnt from the extracts loaded before"),
                ("Not for publication", "Small numbers are not hidden."),
                *(
                    ("Rates are divided by", words)
                    for words in sorted({population.words for population in book.populations.values()})
                ),
                *(
                    (long_day(event.on), f"{event.words} ({', '.join(event.indicators) or 'all'})")
                    for event in book.events
                ),
            ),
            legend=LEGEND,
        )
    )


def _verdicts(book: Book) -> Sheet:
    return Sheet(
        name="Verdicts",
        title=f"The judged figure of each indicator, and the verdict on it, {long_day(book.as_at)}",
        units=UNITS,
        columns=(
            *(Column("Indicator"), Column("Title"), Column("Theme"), Column("Period"), Column("Figure", NUMBER)),
            *(Column("Of which", WHOLE), Column("Of", WHOLE), Column("Status"), Column("Verdict")),
            *(Column("Better or worse"), Column("In a sentence")),
        ),
        rows=tuple(
            (
                *(line.indicator.id, line.indicator.title, line.indicator.theme, line.period.label, line.value),
                *(line.numerator, line.denominator, line.status, str(line.verdict.word)),
                *("" if line.verdict.way is Way.NEITHER else str(line.verdict.way), line.verdict.sentence),
            )
            for line in book.lines
        ),
    )


def _filling(book: Book) -> Sheet:
    return Sheet(
        name="Still filling up",
        title=f"Months of which records are still to come, as they stood in the extract of {book.snapshot.id[:10]}",
        units=UNITS,
        notes=() if any(line.later for line in book.lines) else ("No month is still filling up.",),
        columns=(
            *(Column("Indicator"), Column("Title"), Column("Period"), Column("So far", NUMBER)),
            *(Column("Of which", WHOLE), Column("Of", WHOLE), Column("At least to come", WHOLE)),
            *(Column("At most to come", WHOLE), Column("In a sentence")),
        ),
        rows=tuple(
            (
                *(line.indicator.id, line.indicator.title, month.period.label, month.value, month.numerator),
                *(month.denominator, None if month.to_come is None else month.to_come.low),
                *(None if month.to_come is None else month.to_come.high, month.verdict.sentence),
            )
            for line in book.lines
            for month in line.later
            if month.value is not None
        ),
    )


def _figures(book: Book) -> Sheet:
    everyone = book.figures.filter(pc.equal(book.figures.column("breakdown"), EVERYONE))  # pyright: ignore[reportAttributeAccessIssue]
    names = (
        "indicator",
        "edition",
        "period",
        "period_start",
        "period_end",
        "numerator",
        "denominator",
        "value",
        "status",
    )
    return Sheet(
        name="Figures",
        title="Every figure of everyone: months, quarters, years and the year to date",
        units=UNITS,
        columns=(
            *(Column("Indicator"), Column("Edition", WHOLE), Column("Period"), Column("First day", DATE)),
            *(Column("Last day", DATE), Column("Of which", WHOLE), Column("Of", WHOLE), Column("Figure", NUMBER)),
            Column("Status"),
        ),
        rows=tuple(zip(*(everyone.column(name).to_pylist() for name in names), strict=True)),
    )


def _restatements(restated: Sequence[Restated], before: str) -> Sheet:
    return Sheet(
        name="Restatements",
        title=f"Headline figures that are different from {before}" if before else "Headline figures that were restated",
        units=UNITS,
        notes=() if before else ("This is the first release, so nothing has been restated.",),
        columns=(
            *(Column("Indicator"), Column("Title"), Column("Period"), Column("Was", NUMBER), Column("Is", NUMBER)),
            *(Column("Children in", WHOLE), Column("Children out", WHOLE), Column("Why")),
        ),
        rows=tuple(
            (
                *(change.indicator, change.title, change.period, change.old_value, change.new_value),
                *(change.entered, change.left, change.why),
            )
            for change in restated
        ),
    )
