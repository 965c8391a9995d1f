"""How many authorities, how large each is, and how differently they work.

Sizes follow the spread of England's authorities, the largest some forty times the smallest, a third as large as life,
so that a million children known to social care stand beside a population that gives rates as in life.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purplebook_demo.scale.chance import Stream

FIRST_CODE = 501
"""Authorities are numbered from here: no authority in England has a code that begins with 5."""

SIZES = (8, 24, 31, 36, 40, 44, 47, 50, 54, 58, 62, 66, 71, 77, 85, 95, 108, 128, 160, 215, 345)
"""Children living in an authority, in thousands, at even steps from the smallest to the largest."""


@dataclass(frozen=True)
class Scale:
    """One size of invented data."""

    name: str
    authority_count: int
    children: int
    """Children first known to social care in the years of the records."""
    years: int
    part_count: int
    as_at: date = date(2025, 3, 31)

    @property
    def covers_from(self) -> date:
        """The first day for which the records are complete; before it only what was still open."""
        return date(self.as_at.year - self.years, 4, 1)


SCALES = {
    "region": Scale("region", authority_count=19, children=131_000, years=10, part_count=4),
    "england": Scale("england", authority_count=153, children=1_060_000, years=10, part_count=24),
}


@dataclass(frozen=True)
class Authority:
    """One authority: its size, and its practice in whole numbers (shares in thousandths)."""

    place: int
    code: str
    population: int
    children: int
    refused: int
    """Referrals that end with no further action at once."""
    protected: int
    cared_for: int
    returns: int
    """Closed cases that come back some day."""
    pace: int
    """How slowly assessments and enquiries go: 100 is usual."""
    visit_days: int
    """Days between visits to a child in need."""
    visits_missed: int
    missing: int
    """How much is left empty: 100 is usual."""
    lateness: int
    """How late records are entered: 100 is usual."""
    ethnic_mix: int
    """Which of the tables of ethnic backgrounds describes its children."""
    own_placements: int


def authorities(scale: Scale, *, seed: int) -> tuple[Authority, ...]:
    """Every authority of a scale, in the order of their codes; sizes are dealt out by chance, practice too."""
    count = scale.authority_count
    stream = Stream(seed, scale.name, "sizes")
    sizes = [_size_at(int(place), count) for place in stream.order(count)]
    whole = sum(sizes)
    return tuple(
        _authority(place, size, children=max(12, scale.children * size // whole), seed=seed)
        for place, size in enumerate(sizes)
    )


def _size_at(place: int, count: int) -> int:
    """The size of the authority at one place of the row from small to large."""
    steps = (len(SIZES) - 1) * 1000 * place // max(1, count - 1)
    low = min(steps // 1000, len(SIZES) - 2)
    return SIZES[low] * 1000 + (SIZES[low + 1] - SIZES[low]) * (steps - low * 1000)


def _authority(place: int, size: int, *, children: int, seed: int) -> Authority:
    code = str(FIRST_CODE + place)
    stream = Stream(seed, code, "practice")

    def draw(low: int, high: int) -> int:
        # The middle of two draws: most authorities are near the middle of the range.
        first, second = stream.between(2, low, high)
        return int(first + second) // 2

    return Authority(
        place=place,
        code=code,
        population=children * draw(26, 46) // 10,
        children=children,
        refused=draw(40, 220),
        protected=draw(70, 150),
        cared_for=draw(25, 65),
        returns=draw(330, 560),
        pace=draw(75, 130),
        visit_days=draw(10, 20),
        visits_missed=draw(20, 160),
        missing=draw(30, 200),
        lateness=draw(40, 200),
        ethnic_mix=int(stream.weighted(1, (55, 30, 15))[0]),
        own_placements=draw(450, 750),
    )
