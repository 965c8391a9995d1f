"""What is said under a table of groups that do not add up to everyone: a reader adds them, and must learn why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from purplebook.language.papers import EVERYONE, Binding, Ref, Row, Show, Total
from purplebook.outputs.paper.binding import Binder
from purplebook.results.group_notes import why_not_whole
from purplebook.results.printed import count_text


def groups_note(rows: Sequence[Row], columns: Sequence[int], binder: Binder) -> str:
    """A sentence for each total whose groups, the rows since the total before, do not add up to it; "" where all do.

    The last column that shows it is told.
    """
    sentences = []
    groups: list[Row] = []
    for row in rows:
        if not row.is_total:
            groups.append(row)
            continue
        sentences.append(_sentence(groups, row, columns, binder))
        groups = []
    return " ".join(filter(None, sentences))


def _sentence(groups: Sequence[Row], total: Row, columns: Sequence[int], binder: Binder) -> str:
    for place in reversed(columns):
        parts = [_count(row.cells[place], binder) for row in groups if _is_group(row.cells[place])]
        whole = _count(total.cells[place], binder)
        known = [part for part in parts if part is not None]
        if whole is None or not known or sum(known) == whole:
            continue
        added = int(sum(known))
        return (
            f"{binder.text(total.label)}: the groups do not add up, because {why_not_whole(added, int(whole))}: "
            f"{count_text(added)} in them and {count_text(int(whole))} in all."
        )
    return ""


def _is_group(cell: Binding) -> bool:
    parts = cell.parts if isinstance(cell, Total) else (cell,) if isinstance(cell, Ref) else ()
    return bool(parts) and all(part.breakdown != EVERYONE for part in parts)


def _count(cell: Binding, binder: Binder) -> Decimal | None:
    if not isinstance(cell, Ref | Total) or cell.show is not Show.NUMBER:
        return None
    value = binder.value(cell)
    return None if value is None else value.number
