"""Joins what the parts of a definition mean: values, conditions, and what is decided beforehand."""

from __future__ import annotations

import numpy as np

from purplebook.engine.columns.decided import decided
from purplebook.engine.columns.in_periods import value_of_period, value_on_grid
from purplebook.engine.columns.values import Values
from purplebook.engine.columns.view import View
from purplebook.engine.columns.worked_out import worked_out
from purplebook.language import expressions as ex


class Meanings:
    """What every part of the language means for the rows of a view."""

    def value(self, view: View, node: ex.Expression) -> Values:
        """The value of an expression for each row."""
        if view.period is not None and not view.run.parts.is_fixed(node):
            found = value_of_period(view, node)
            if found is None and view.is_in_periods:
                found = value_on_grid(view, node)
            if found is not None:
                return found
        return worked_out(view, node)

    def holds(self, view: View, node: ex.Expression, *, want: bool) -> np.ndarray:
        """The rows of which a condition is true, or of which it is false."""
        return decided(view, node, want=want)
