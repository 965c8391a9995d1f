"""The one place that writes a figure's value as text: papers, the book, tables on a terminal and the manual ask here.

What is divided or rounded on the way is `results/values.py`'s to do; how a period, a verdict or a limit is said is not
told here.
"""

from purplebook.results.printed.shown import (
    NOT_AVAILABLE,
    PERCENTAGES,
    Printed,
    is_known,
    printed,
    shown,
    signed,
)
from purplebook.results.printed.with_units import (
    NONE,
    bare_text,
    cell_text,
    count_text,
    exact_text,
    float_text,
    interval_text,
    parts_text,
    percentage_text,
    value_text,
    whole_text,
)

__all__ = [
    "NONE",
    "NOT_AVAILABLE",
    "PERCENTAGES",
    "Printed",
    "bare_text",
    "cell_text",
    "count_text",
    "exact_text",
    "float_text",
    "interval_text",
    "is_known",
    "parts_text",
    "percentage_text",
    "printed",
    "shown",
    "signed",
    "value_text",
    "whole_text",
]
