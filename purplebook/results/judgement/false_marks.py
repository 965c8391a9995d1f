"""How many marks of a list mean nothing, as is to be expected: printed with it, so that nobody chases them."""

from __future__ import annotations

from collections.abc import Iterable

from purplebook.results.judgement.kind import Kind

PER_MONTH = {
    Kind.COUNT: 0.020,
    Kind.SHARE: 0.018,
    Kind.STOCK: 0.021,
    Kind.STOCK_SHARE: 0.018,
    Kind.AVERAGE: 0.014,
    Kind.RARE: 0.020,
    Kind.YEARLY: 0.020,
}
"""The share of steady months that each kind's rule marks: as `docs/judgement.md` measures it, on series and on books;
a test holds it there."""
AGAIN = 2.3
"""For each measure that a steady month marks, so many were marked in one of the five months before and are no more."""


def expected_false_marks(kinds: Iterable[Kind]) -> int:
    """How many of these would be marked in a month in which nothing had changed; what is not judged counts as none."""
    return round(_expected(kinds))


def expected_as_usual_again(kinds: Iterable[Kind]) -> int:
    """How many would be listed as marked in one of the five months before and as usual again, had nothing changed."""
    return round(AGAIN * _expected(kinds))


def _expected(kinds: Iterable[Kind]) -> float:
    return sum(PER_MONTH.get(kind, 0.0) for kind in kinds)
