"""The words in which the mapping is written: which column of a table of the dataset becomes which of ours, and how.

An expression is SQL in which `{0}`, `{1}` … stand for the source cells: trimmed text, NULL when there is nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from purplebook.sources.days import day_sql
from purplebook.sources.raw import quoted_text
from purplebook.tables.filled import check_filled

YES = "('Y', 'YES', 'TRUE', 'T', '1')"
NO = "('N', 'NO', 'FALSE', 'F', '0')"


@dataclass(frozen=True)
class Cell:
    """One of our columns.  It is supplied when the file has every column of `sources`.

    `is_kept` means that the source text goes into the row's source cells too, because `sql` loses some of it.
    """

    column: str
    sources: tuple[str, ...]
    sql: str = "{0}"
    is_kept: bool = False


@dataclass(frozen=True)
class Through:
    """A value found in another table of the dataset, `of`, on the row whose `key` equals our `link`; the least wins.

    `or_else` is our own column, preferred where it has something.
    """

    column: str
    link: str
    of: str
    key: str
    value: str
    sql: str = "{0}"
    or_else: str | None = None


@dataclass(frozen=True)
class Part:
    """Rows of one of our tables made from a table of the dataset.

    `only_if` is a condition on rows; `group_by` makes one row of all rows that share these cells, and then every
    expression is an aggregate; `list_cell` makes one row for each item of the list that this column's expression gives.
    """

    table: str
    cells: tuple[Cell, ...]
    through: tuple[Through, ...] = ()
    only_if: Cell | None = None
    group_by: tuple[str, ...] = ()
    list_cell: str | None = None

    def __post_init__(self) -> None:
        columns = (*(cell.column for cell in self.cells), *(through.column for through in self.through))
        check_filled(self.table, columns, by="The Standard Safeguarding Dataset")


@dataclass(frozen=True)
class SsdTable:
    """One table of the dataset.  The first part takes the cells that have no column of ours.

    `also` gives other names that some case management systems use for a column.
    """

    name: str
    key: str
    parts: tuple[Part, ...]
    also: Mapping[str, tuple[str, ...]]
    json_columns: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> frozenset[str]:
        """Every column that some part uses."""
        cells = [cell for part in self.parts for cell in part.cells]
        links = [
            name for part in self.parts for through in part.through for name in (through.link, through.or_else) if name
        ]
        return frozenset([self.key, *links, *(name for cell in cells for name in cell.sources)])


def table(
    name: str,
    *parts: Part,
    key: str,
    also: Mapping[str, tuple[str, ...]] | None = None,
    json_columns: tuple[str, ...] = (),
) -> SsdTable:
    """Declare one table of the dataset."""
    return SsdTable(name, key, parts, also or {}, json_columns)


def part(name: str, *cells: Cell, **more: object) -> Part:
    """Declare the rows of our table `name`."""
    return Part(name, cells, **more)  # pyright: ignore[reportArgumentType]


def own(column: str, source: str) -> Cell:
    """The cell as it stands."""
    return Cell(column, (source,))


def person(source: str, column: str = "person_id") -> Cell:
    """Our key for the child: what `identifiers.person_id` gives."""
    return Cell(column, (source,), PERSON_ID)


PERSON_ID = "left(sha256('person' || chr(31) || {0}), 16)"


def prefixed(column: str, source: str, prefix: str) -> Cell:
    """A key told apart from those that other tables of the dataset give to the same table of ours."""
    return Cell(column, (source,), f"{quoted_text(prefix + ':')} || {{0}}")


def fixed(column: str, value: str, source: str) -> Cell:
    """The same value on every row; `source` is the column that stands for it in messages."""
    return Cell(column, (source,), quoted_text(value))


DAY = "CASE WHEN left({0}, 10) NOT IN ('1900-01-01', '01/01/1900') THEN {0} END"
"""A date with or without a time; 1 January 1900 is what the dataset writes for no date."""


def iso_day(cell: str) -> str:
    """The SQL of the day in `cell`, year first, NULL for 1 January 1900; text that is no day stays as it is."""
    return f"nullif(coalesce(CAST({day_sql(cell)} AS VARCHAR), left({cell}, 10)), '1900-01-01')"


def day(column: str, source: str) -> Cell:
    """The day of a date and time."""
    return Cell(column, (source,), DAY)


def coded(column: str, source: str, codes: Mapping[str, str | None]) -> Cell:
    """A code written in other words: `codes` gives ours for each, in any case of letters; others stay as they are."""
    cases = " ".join(
        f"WHEN {quoted_text(words.upper())} THEN {'NULL' if ours is None else quoted_text(ours)}"
        for words, ours in codes.items()
    )
    return Cell(column, (source,), f"CASE upper({{0}}) {cases} ELSE {{0}} END", is_kept=True)


def yes_no_code(column: str, source: str) -> Cell:
    """Y, N or U from any of the ways in which yes and no are written."""
    return Cell(
        column, (source,), f"CASE WHEN upper({{0}}) IN {YES} THEN 'Y' WHEN upper({{0}}) IN {NO} THEN 'N' ELSE {{0}} END"
    )


def flags(column: str, source: str, codes: Mapping[str, str] | None = None) -> Cell:
    """The names of a JSON object's flags that are set, as a list; `codes` gives ours, or the name less _FLAG."""
    name = "regexp_replace(upper(flag), '_FLAG$', '')"
    if codes:
        cases = " ".join(f"WHEN {quoted_text(key)} THEN {quoted_text(code)}" for key, code in codes.items())
        name = f"CASE {name} {cases} ELSE {name} END"
    return Cell(
        column,
        (source,),
        f"array_to_string(list_sort(list_distinct([{name} FOR flag IN {SET_FLAGS}])), ';')",
        is_kept=True,
    )


_SOUND = "(CASE WHEN json_valid({0}) THEN {0} END)"
SET_FLAGS = (
    f"list_filter(json_keys({_SOUND}), lambda name: name <> 'TOTAL_NO_OF_OUTCOMES' AND "
    f"upper(json_extract_string({_SOUND}, '$.\"' || name || '\"')) IN {YES})"
)
ITEMS = f"""list_sort(list_distinct(CASE json_type({_SOUND})
    WHEN 'ARRAY' THEN json_extract_string({_SOUND}, '$[*]')
    WHEN 'OBJECT' THEN {SET_FLAGS} END))"""
"""The items of a JSON array, or the names of an object's flags that are set."""
