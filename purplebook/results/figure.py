"""One finished figure: what papers print, and what a table of figures is made of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal


@dataclass(frozen=True)
class Figure:
    """One figure with the whole numbers behind it; `area` is the code of the authority it is of."""

    indicator: str
    area: str
    period: str
    breakdown: str
    group: str
    numerator: int
    denominator: int | None
    value: Decimal | None
    status: str


FIGURE_COLUMNS = tuple(field.name for field in fields(Figure))
