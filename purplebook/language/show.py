"""The parts of a figure that can be printed.  They stand apart, for a figure on a terminal needs no paper."""

from __future__ import annotations

from enum import StrEnum


class Show(StrEnum):
    """Which part of a figure is printed, and to how many decimal places."""

    NUMBER = "number"
    DENOMINATOR = "denominator"
    PERCENT_1 = "percent 1dp"
    PERCENT_2 = "percent 2dp"
    MEAN_0 = "mean 0dp"
    MEAN_1 = "mean 1dp"
    MONTHS_1 = "months 1dp"
    RATE_2 = "rate 2dp"
