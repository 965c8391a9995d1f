"""Finding the lists in a workbook by what their headers say, whatever the sheets are called.

The header may stand under a title row; spaces, capitals, curly quotation marks, a question mark or "(Y/N)" at the end
make no difference.  A header made by a pivot table ("Sum of Number of ...") is the header that it sums.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from purplebook.sources.annex_a.declare import AGE, CHILD, AnnexList
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.near_headers import near_misses
from purplebook.sources.workbook_cells import Sheet

_HEADER_WITHIN_ROWS = 10
_LEAST_SHARE, _MOST_SHARE = 0.5, 0.8
_CHILD_ID = re.compile(r"\bchild\b.*\b(id|identifier)\b")
_AGES = ("age", "age of child", "age of child (years)")


@dataclass(frozen=True)
class ListSheet:
    """One list on one sheet: where each known header stands, and the headers that are not the list's."""

    annex_list: AnnexList
    sheet: Sheet
    header_row: int
    header: tuple[str, ...]
    places: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    extra: tuple[tuple[str, int], ...]
    repeated: tuple[str, ...]

    @cached_property
    def rows(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The rows under the header, with their numbers on the sheet."""
        return tuple((number, cells) for number, cells in self.sheet.rows if number > self.header_row)


def find_list(sheet: Sheet) -> ListSheet | None:
    """Return the list that the sheet holds, or None."""
    for number, cells in sheet.rows[:_HEADER_WITHIN_ROWS]:
        plain = [plain_header(cell) for cell in cells]
        best = max(ANNEX_A_LISTS, key=lambda annex_list: _share(annex_list, plain))
        if _share(best, plain) >= _LEAST_SHARE and plain_header(best.key_header) in plain:
            return _placed(best, sheet, number, cells, plain)
    return None


def find_nearly(sheet: Sheet) -> ListSheet | None:
    """The list of which a sheet has most headers, but not the one that every row needs; None when it has no such."""
    for number, cells in sheet.rows[:_HEADER_WITHIN_ROWS]:
        plain = [plain_header(cell) for cell in cells]
        best = max(ANNEX_A_LISTS, key=lambda annex_list: _share(annex_list, plain))
        # A sheet of code lists has many headers of a list too, but neither the child's number nor a day.
        days = [plain_header(header) for header in needed_headers(best)[1:]]
        is_of_a_day = bool(days) and all(day in plain for day in days)
        is_near = bool(near_misses([best.key_header], filter(None, cells), plain=plain_header))
        known = {plain_header(column.header) for column in best.all_columns}
        filled = [name for name in plain if name]
        is_row_of_headers = len(filled) >= 3 and sum(name in known for name in filled) >= len(filled) * _MOST_SHARE
        if _share(best, plain) >= _LEAST_SHARE and is_row_of_headers and (is_of_a_day or is_near):
            return _placed(best, sheet, number, cells, plain)
    return None


def needed_headers(annex_list: AnnexList) -> tuple[str, ...]:
    """The columns without which a list says nothing: whom a row is about, and on which day it happened."""
    main = annex_list.becomes[0]
    days = (header for column, header in main.cells if column == main.dated_by)
    return (annex_list.key_header, *days)


def named_like(sheet_name: str) -> AnnexList | None:
    """The list that a sheet is called after, such as "List_6" or "Child Protection"; None when it is none."""
    plain = " ".join(sheet_name.replace("_", " ").casefold().split())
    return next(
        (
            annex_list
            for annex_list in ANNEX_A_LISTS
            if plain in (f"list {annex_list.number}", annex_list.title.casefold())
        ),
        None,
    )


def plain_header(text: str) -> str:
    """A header without the differences that mean nothing."""
    plain = " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())
    plain = re.sub(r"\s*\(y/n\)+\s*", " ", plain).strip(" ?.:*").removeprefix("sum of ")
    if _CHILD_ID.search(plain):
        return CHILD.casefold()
    return AGE.casefold() if plain in _AGES else plain


def _own(annex_list: AnnexList) -> set[str]:
    """Headers that tell the list from the others."""
    return {plain_header(column.header) for column in annex_list.columns if not column.is_newer}


def _share(annex_list: AnnexList, plain: Sequence[str]) -> float:
    own = _own(annex_list)
    return len(own & set(plain)) / len(own)


def _placed(annex_list: AnnexList, sheet: Sheet, number: int, cells: Sequence[str], plain: Sequence[str]) -> ListSheet:
    known = {plain_header(column.header): column.header for column in annex_list.all_columns}
    places = {known[name]: at for at, name in reversed(list(enumerate(plain))) if name in known}
    filled = [name for name in plain if name]
    return ListSheet(
        annex_list=annex_list,
        sheet=sheet,
        header_row=number,
        header=tuple(cells),
        places=tuple(places.items()),
        missing=tuple(
            column.header for column in annex_list.all_columns if column.header not in places and not column.is_newer
        ),
        extra=tuple((cell, at) for at, cell in enumerate(cells) if cell and plain[at] not in known),
        repeated=tuple(sorted({name for name in filled if filled.count(name) > 1})),
    )
