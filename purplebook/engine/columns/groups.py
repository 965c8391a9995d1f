"""The group of each row in a breakdown as a small number, with the labels of the groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from purplebook.engine.columns.values import NONE, Values
from purplebook.engine.columns.view import View
from purplebook.engine.sql.query import NOT_RECORDED
from purplebook.language import expressions as ex
from purplebook.tables.schema import DATE, YES_NO


@dataclass(frozen=True)
class Groups:
    """For each row the place of its group among the labels."""

    codes: np.ndarray
    labels: tuple[str, ...]


def groups_of(view: View, expression: ex.Expression) -> Groups:
    """The groups of the rows of a view; what is not recorded is a group too."""
    run = view.run
    if not run.parts.is_fixed(expression):
        return _grouped(view.value(expression), expression.gives)
    key = "groups", view.table, run.parts.number(expression)
    if key not in run.kept:
        run.kept[key] = _grouped(run.table(view.table).value(expression), expression.gives)
    whole: Groups = run.kept[key]
    return Groups(view.taken(whole.codes), whole.labels)


def _grouped(values: Values, kind: str) -> Groups:
    data, labels = values.data, values.labels
    if labels is None:
        different, data = np.unique(data, return_inverse=True)
        has_none = bool(len(different)) and int(different[0]) == NONE
        labels = tuple(_text(int(one), kind, values.scale) for one in different[int(has_none) :])
        data = data - int(has_none)
    if NOT_RECORDED in labels:
        # What somebody recorded in these words is one group with what nobody did.
        return Groups(np.where(values.known, data, labels.index(NOT_RECORDED)).astype(np.int32), labels)
    return Groups(np.where(values.known, data, len(labels)).astype(np.int32), (*labels, NOT_RECORDED))


def _text(number: int, kind: str, scale: int) -> str:
    if kind == DATE:
        return (date(1970, 1, 1) + timedelta(days=number)).isoformat()
    if kind == YES_NO:
        return "true" if number else "false"
    if scale == 1:
        return str(number)
    places = len(str(scale)) - 1
    return format(Decimal(number).scaleb(-places), "f")
