"""What a value cannot lie beyond, by the shape of its measure: limits are cut there."""

from __future__ import annotations

import math

from purplebook.language.measures import Shape


def bounds_of(shape: Shape) -> tuple[float, float]:
    """Floor and ceiling: 0 and 100 for parts of a whole, none for a difference, 0 and none for everything else."""
    match shape:
        case Shape.PERCENTAGE | Shape.SHARE:
            return 0.0, 100.0
        case Shape.DIFFERENCE:
            return -math.inf, math.inf
    return 0.0, math.inf
