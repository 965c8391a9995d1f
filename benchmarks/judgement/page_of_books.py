"""The part of the page that is about whole books of steady councils, and how it takes its place in a written page."""

from __future__ import annotations

from benchmarks.judgement.books import OfBooks, OfKind

MOST_MARKED = 3.0
LEAST_AS_AT_THE_TIME = 99.0
HEADING = "## Whole books of steady councils"

SECTION = (
    HEADING
    + """

Not series but councils: {books} of them, each made whole from children, with contacts, referrals, assessments, plans,
visits, reviews, care and leaving care, handed over as files, loaded, and made into a book as anybody would. Nothing
changes in them, and nothing before their first covered day is loaded, so every mark is a false one. Of half of them
the records do not say which children are siblings. A book judges {judged:,} months of {indicators} measures.

| kind | measures | months judged | marked, of 100 | marked most often, of 100 |
|---|---|---|---|---|
"""
)

AFTER = """
In a month of the last three years a book marks {in_a_month} measures on average, and expects {expected:.1f}; as usual
again after a mark in one of the five months before are {again}, and {expected_again:.1f} are expected. The front pages
of the last month alone list {on_the_page} that stand out. Of the verdicts of a book that was made 18 months earlier,
from the records of its day, {same:.1f} of 100 are still those of the last book.

"""

BEFORE = "## What it does not say"


def section(measured: OfBooks | None) -> str:
    """What is measured of whole books, in Markdown; None where nothing was."""
    if measured is None:
        return f"{HEADING}\n\nNot measured in this run.\n\n"
    all_kinds = measured.kinds[-1]
    return "".join(
        [
            SECTION.format(books=measured.books, judged=round(measured.judged), indicators=all_kinds.indicators),
            *map(_row, measured.kinds),
            AFTER.format(
                in_a_month=measured.in_a_month.words,
                expected=measured.expected,
                again=measured.again.words,
                expected_again=measured.expected_again,
                on_the_page=measured.on_the_page.words,
                same=measured.as_at_the_time,
            ),
        ]
    )


def with_section(page: str, written: str) -> str:
    """A page that has the section, in place of the one it had."""
    before, _, rest = page.partition(HEADING)
    head = before if rest else page.partition(BEFORE)[0]
    return head + written + BEFORE + page.partition(BEFORE)[2]


def faults_of_books(measured: OfBooks) -> list[str]:
    """Where whole books mark more than they may, or say another thing than they said at the time."""
    faults = [
        f"books of steady councils, {_name(each)}: {each.marked.words}% of judged months are marked"
        for each in measured.kinds
        if each.marked.value > MOST_MARKED + 2.0 * each.marked.error
    ]
    for what, listed, expected in (
        ("a month", measured.in_a_month, measured.expected),
        ("in the five months before", measured.again, measured.expected_again),
        ("in the last month", measured.on_the_page, measured.expected),
    ):
        if listed.value > expected + 2.0 * listed.error + 0.5:
            faults.append(f"books of steady councils mark {listed.words} measures {what} and expect {expected:.1f}")
    if measured.as_at_the_time < LEAST_AS_AT_THE_TIME:
        faults.append(f"books of steady councils: only {measured.as_at_the_time:.1f}% of earlier verdicts still stand")
    return faults


def _row(each: OfKind) -> str:
    name, share = each.worst
    return f"| {_name(each)} | {each.indicators} | {each.months:,} | {each.marked.words} | {name}: {share.words} |\n"


def _name(each: OfKind) -> str:
    return "all" if each.kind is None else str(each.kind)
