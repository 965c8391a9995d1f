"""Rounding that is the same on every machine: whole numbers, or + − × ÷ and square roots in a fixed order."""

from __future__ import annotations

import numpy as np


def half_up(values: np.ndarray, *, places: int) -> np.ndarray:
    """Rounded half away from nought to `places`; NaN stays NaN, and no nought is negative."""
    scale = float(10**places)
    return np.copysign(np.floor(np.abs(values) * scale + 0.5) / scale, values) + 0.0
