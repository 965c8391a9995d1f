"""Of which rows a condition is true, and of which it is false: what is not known is neither."""

from __future__ import annotations

import numpy as np

from purplebook.engine.columns.drawn import exists
from purplebook.engine.columns.grid import OPPOSITE
from purplebook.engine.columns.values import Values, against, same_terms
from purplebook.engine.columns.view import View
from purplebook.language import expressions as ex

SIGNS = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "=": np.equal,
    "<>": np.not_equal,
}


def decided(view: View, node: ex.Expression, *, want: bool) -> np.ndarray:
    """The rows of which a condition is true, or of which it is false."""
    match node:
        case ex.Not(source):
            return view.holds(source, want=not want)
        case ex.Called(source):
            return view.holds(source, want=want)
        case ex.AllOf(terms) | ex.AnyOf(terms):
            join = np.logical_and if isinstance(node, ex.AllOf) == want else np.logical_or
            return join.reduce([view.holds(term, want=want) for term in terms])
        case ex.Compare(op, left, right):
            sign = op if want else OPPOSITE[op]
            value = view.value(left)
            if isinstance(right, ex.Literal):
                return _against(value, sign, right.value)
            one, two = same_terms([value, view.value(right)])
            return SIGNS[sign](one.data, two.data) & one.known & two.known
        case ex.IsIn(source, values):
            value = view.value(source)
            among = _among(value, values)
            return among if want else ~among & value.known
        case ex.IsNot(source, values):
            among = _among(view.value(source), values)
            return ~among if want else among
        case ex.IsMissing(source):
            known = view.value(source).known
            return ~known if want else known
        case ex.Contains(source, code):
            lists = view.value(source)
            among = lists.by_label(np.array([*(code in one for one in lists.labels or ()), False]))
            return among if want else ~among
        case ex.Related("exists"):
            found = exists(view, node)
            return found if want else ~found
    raise NotImplementedError(f"{type(node).__name__} is no condition.")


def _against(values: Values, sign: str, fixed: ex.LiteralValue) -> np.ndarray:
    """The rows whose value stands so to a fixed one."""
    values, low, high = against(values, fixed)
    data = values.data
    match sign:
        case "<":
            held = data < low
        case "<=":
            held = data < high
        case ">":
            held = data >= high
        case ">=":
            held = data >= low
        case "=":
            held = data == low if low < high else np.zeros(len(data), bool)
        case _:
            held = data != low if low < high else np.ones(len(data), bool)
    return held & values.known


def _among(values: Values, wanted: tuple[ex.LiteralValue, ...]) -> np.ndarray:
    held = np.zeros(len(values.data), bool)
    for one in wanted:
        held |= _against(values, "=", one)
    return held
