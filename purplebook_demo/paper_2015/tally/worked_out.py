"""Work a printed figure out from loaded records: always by the engine, never from what the generator meant to make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import purplebook as pb
from purplebook_demo.paper_2015.tally.extract import Extract
from purplebook_demo.paper_2015.tally.from_records import FROM_RECORDS
from purplebook_demo.paper_2015.tally.printed import Printed

EVERYONE = "all"
"""The breakdown and the group of a figure of everyone."""


@dataclass(frozen=True)
class Records:
    """One extract and every figure the tally needs of it."""

    extract: Extract
    figures: pb.Figures


def records_of(extract: Extract, wanted: Iterable[Printed]) -> Records:
    """Work out, in one run, all that the printed figures ask of one extract."""
    counted = [item for item in wanted if item.part not in FROM_RECORDS]
    indicators = dict.fromkeys(name for item in counted for name in item.indicator.split(";"))
    periods = dict.fromkeys(key for item in counted for key in (item.period, item.against) if key)
    figures = extract.store.figures(indicators, period=periods, by="every", as_at=extract.as_at)
    return Records(extract=extract, figures=figures)


def work_out(item: Printed, records: Records) -> Decimal | None:
    """The figure to as many places as the paper prints; None where the records hold nothing to divide."""
    if item.part in FROM_RECORDS:
        return _half_up(Fraction(FROM_RECORDS[item.part](item, records.extract)), places=item.places)
    if item.part == "one count of another":
        part, whole = item.indicator.split(";")
        (above, _), (below, _) = (
            _totals(replace(item, indicator=part, groups=(), breakdown=""), item.period, records.figures),
            _totals(replace(item, indicator=whole), item.period, records.figures),
        )
        return _half_up(Fraction(100 * above, below), places=item.places)
    now = _totals(item, item.period, records.figures)
    match item.part:
        case "value":
            return pb.explain(item.indicator).value(*now, places=item.places)
        case "count":
            return Decimal(now[0])
        case "whole":
            return Decimal(now[1] or 0)
        case "rest":
            return Decimal((now[1] or 0) - now[0])
        case "a month":
            return _half_up(Fraction(now[0], _months(item.period)), places=item.places)
    before, _ = _totals(item, item.against, records.figures)
    if item.part == "change":
        return Decimal(now[0] - before)
    if item.part == "percentage change":
        return _half_up(Fraction(100 * (now[0] - before), before), places=item.places) if before else None
    raise ValueError(f"{item.id}: there is no way to read a part named '{item.part}'")


def _totals(item: Printed, period: str, figures: pb.Figures) -> tuple[int, int | None]:
    """What is above and below the line, groups added together; a share's whole is everyone and is not added."""
    of_groups = [
        figure
        for group in item.groups or (EVERYONE,)
        if (figure := figures.figure(item.indicator, period, breakdown=item.breakdown or EVERYONE, group=group))
        is not None
        and figure.numerator is not None
    ]
    top = sum(figure.numerator or 0 for figure in of_groups)
    if not of_groups or of_groups[0].denominator is None:
        return top, None
    is_share = pb.explain(item.indicator).shape == "share"
    wholes = [figure.denominator or 0 for figure in of_groups]
    return top, wholes[0] if is_share else sum(wholes)


def _half_up(exact: Fraction, *, places: int) -> Decimal:
    """A quotient of the paper's own making, rounded as the paper rounds."""
    scaled = abs(exact) * 10**places
    whole = Decimal(int(scaled + Fraction(1, 2))).scaleb(-places)
    return (whole if exact >= 0 else -whole).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _months(name: str) -> int:
    period = pb.period(name)
    first, last = period.first_day, period.last_day
    return (last.year - first.year) * 12 + last.month - first.month + 1
