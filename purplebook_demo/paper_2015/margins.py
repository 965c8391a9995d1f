"""Whole numbers behind printed percentages: the arithmetic by which the demo works backwards from the paper.

A percentage printed to one place fixes its two whole numbers only together: of 292 assessments none can be 67.9% in
time, of 290 it is 197.  These functions find such numbers nearest to what would have come about by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


class CannotBeMet(ValueError):
    """Records dealt so far leave no way to a figure; another deal may."""


@dataclass(frozen=True)
class Part:
    """`top` of `bottom`."""

    top: int
    bottom: int


def percentage(top: int, bottom: int, *, places: int) -> Decimal:
    """100 × top ÷ bottom, rounded half up as a paper prints it; `bottom` is not nought."""
    scaled = Fraction(100 * top, bottom) * 10**places
    return (Decimal(int(scaled + Fraction(1, 2))) / 10**places).quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )


def tops_for(printed: str, bottom: int) -> tuple[int, ...]:
    """Every whole number that is printed so when it is a part of `bottom`; () when none is."""
    wanted = Decimal(printed)
    places = max(0, -int(wanted.as_tuple().exponent))
    middle = int(wanted * bottom / 100)
    step = bottom // (200 * 10**places) + 2
    near = range(max(0, middle - step), min(bottom, middle + step) + 1)
    return tuple(top for top in near if percentage(top, bottom, places=places) == wanted)


def nearest_part(printed: str, *, near: Part, bottom_is_fixed: bool = False, reach: int = 60) -> Part:
    """The two whole numbers nearest to `near` that are printed so; CannotBeMet when there are none within `reach`."""
    bottoms = [near.bottom] if bottom_is_fixed else range(max(1, near.bottom - reach), near.bottom + reach + 1)
    found = [Part(top, bottom) for bottom in bottoms for top in tops_for(printed, bottom)]
    if not found:
        raise CannotBeMet(f"no part of about {near.bottom} is printed as {printed}%")
    return min(
        found,
        key=lambda part: (abs(part.bottom - near.bottom) * 2 + abs(part.top - near.top), part.bottom, part.top),
    )


def spread_like(
    total: int, *, before: dict[str, int], change: dict[str, int], shares: dict[str, int]
) -> dict[str, int]:
    """Whole numbers for each name that add up to `total` and leave nobody below nought after `change` is added.

    For groups of which `total` leave between two days, when the stock of each must change by so much: first those that
    have to leave because a stock falls, then the others in proportion to `shares`, never more than `before` holds.
    """
    leaving = {name: max(0, -change[name]) for name in before}
    while (short := total - sum(leaving.values())) > 0:
        room = [name for name in before if leaving[name] < before[name]]
        if not room:
            raise CannotBeMet("more are to leave than there are")
        most = max(room, key=lambda name: (shares[name] * total - leaving[name] * sum(shares.values()), name))
        leaving[most] += 1
        del short
    if sum(leaving.values()) != total:
        raise CannotBeMet(f"at least {sum(leaving.values())} have to leave, and only {total} do")
    return leaving
