"""Figures and their warnings as a person reads them: codes with labels, whole numbers without decimals, few lines.

Programs get the figures as they are; nothing here changes what a figure says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.results.printed import cell_text
from purplebook.tables.codes import label

CROSS = " × "
"""What stands between the names of crossed breakdowns, and between their groups."""
NOT_SHOWN = "so it is not shown."
MOST_GROUPS = 8


def readable(table: pa.Table, indicators: Sequence[Indicator]) -> pa.Table:
    """Put each code's label before it, and write the values of counts as whole numbers."""
    code_sets = {(item.id, part.name): part.code_set for item in indicators for part in item.by}
    known = {item.id: item for item in indicators}
    names, breakdowns, groups, values = (
        table.column(column).to_pylist() for column in ("indicator", "breakdown", "group", "value")
    )
    labelled = [
        _labelled(group, [code_sets.get((name, part)) for part in breakdown.split(CROSS)])
        for name, breakdown, group in zip(names, breakdowns, groups, strict=True)
    ]
    written = [cell_text(known[name], value) for name, value in zip(names, values, strict=True)]
    for column, content in (("group", labelled), ("value", written)):
        table = table.set_column(table.column_names.index(column), column, pa.array(content, pa.string()))
    return table


def grouped_warnings(warnings: Sequence[str], indicators: Sequence[Indicator]) -> Iterator[str]:
    """The warnings, with the indicators that lack the same records in one line, the commonest lack first."""
    known = {item.id for item in indicators}
    groups: dict[str, list[str]] = {}
    for warning in warnings:
        name, _, what = warning.partition(": ")
        if name in known and what.endswith(NOT_SHOWN):
            groups.setdefault(what.removesuffix(NOT_SHOWN), []).append(name)
        else:
            yield warning
    in_order = sorted(groups.items(), key=lambda item: -len(item[1]))
    # One line too many is better than a line that stands for one group alone.
    shown = in_order if len(in_order) <= MOST_GROUPS + 1 else in_order[:MOST_GROUPS]
    for what, names in shown:
        yield f"{what}so {'it is' if len(names) == 1 else 'these are'} not shown: {', '.join(names)}"
    others = [name for _, names in in_order[len(shown) :] for name in names]
    if others:
        yield f"no file supplied all that these need, so these are not shown (--json says why): {', '.join(others)}"


def _labelled(group: str, code_sets: Sequence[str | None]) -> str:
    codes = group.split(CROSS)
    if len(codes) != len(code_sets):
        # A team's or a ward's name that holds the sign itself: its parts cannot be told apart.
        return group
    labels = [label(code_set, code) if code_set else code for code, code_set in zip(codes, code_sets, strict=True)]
    return CROSS.join(code if text == code else f"{text} ({code})" for code, text in zip(codes, labels, strict=True))
