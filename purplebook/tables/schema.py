"""The words in which a canonical table is declared: columns, their kinds, their meaning.

This file knows nothing about files, SQL or indicators.  Every other layer asks it what the data is, so a column is
described once: its type, its code set, where it points and what it means in one line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from purplebook.tables.story import Story

IDENTIFIER, LINK, TEXT, CODE, CODES, DATE, YES_NO, WHOLE_NUMBER, DECIMAL, DETAILS = (
    "identifier",
    "link",
    "text",
    "code",
    "codes",
    "date",
    "yes_no",
    "whole_number",
    "decimal",
    "details",
)


SYSTEM_GROUP = "system"


@dataclass(frozen=True)
class Where:
    """What another cell of the row must say for a cell to mean anything: to hold something or nothing, or some values.

    Where the other cell is empty nobody knows, so a condition on its values is taken to be met.
    """

    column: str
    among: tuple[str, ...] = ()
    not_among: tuple[str, ...] = ()
    is_filled: bool | None = None


@dataclass(frozen=True)
class Column:
    """One column: `name` is ours, `model_name` is its name in the canonical model when that differs.

    `code_set` names an entry of `purplebook.tables.codes.CODE_SETS`; `to` names the table a link points at.
    `hangs_on` names the day on which the cell was written: before it, nothing was known of it.  `is_planned` days may
    lie ahead, and `is_birth` days begin a life rather than happen in it.  `is_empty_an_answer` says that an empty cell
    leaves nothing open, where the meaning does not say so.  `applies` says of which rows the cell can be told at all:
    all of these hold there.
    """

    name: str
    kind: str
    meaning: str
    code_set: str | None = None
    to: str | None = None
    model_name: str | None = None
    hangs_on: str | None = None
    is_planned: bool = False
    is_birth: bool = False
    is_empty_an_answer: bool = False
    applies: tuple[Where, ...] = ()


@dataclass(frozen=True)
class Table:
    """One canonical table: one row is `grain`, told apart by the `key` columns within one authority.

    What else is true of its rows stands here too, so that nobody needs a list of tables of their own:

    nouns           what one row and several are called in a sentence, where the name with spaces and an s is not it
    happens_on      the day by which a row begins: a row that begins after a day was not known on it
    dealt_with_on   the day on which something happened with a child, by which one can say how old the child was then.
                    Records are kept for decades, and a case is often closed long after it came to rest: no end is one
    runs            the earlier and the later day of what runs between two days; `is_short` where nothing sensible
                    runs for years
    story           what a chronology says of its days

    A row of a table that `is_only_after_birth` is never about a child not yet born; another may come up to 40 weeks
    before birth.
    """

    name: str
    grain: str
    group: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    model_name: str | None = None
    nouns: tuple[str, str] | None = None
    happens_on: str | None = None
    dealt_with_on: str | None = None
    runs: tuple[tuple[str, str], ...] = ()
    is_short: bool = False
    is_only_after_birth: bool = False
    may_be_negative: bool = False
    story: Story = field(default_factory=Story)

    def column(self, name: str) -> Column:
        """Return the column called `name`; a KeyError names the columns there are."""
        if (column := self._by_name.get(name)) is not None:
            return column
        known = ", ".join(column.name for column in self.columns)
        raise KeyError(f"There is no column '{name}' in '{self.name}'. Its columns are: {known}.")

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in (*COMMON_COLUMNS, *self.columns)}

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """The table's own column names in order, without the common ones."""
        return tuple(column.name for column in self.columns)

    @property
    def stored_columns(self) -> tuple[Column, ...]:
        """Every column of the table as it is stored: its own, then where the row came from.

        The system tables describe the load itself, so their rows come from no file.
        """
        return self.columns if self.group == SYSTEM_GROUP else self.columns + COMMON_COLUMNS

    @property
    def days(self) -> tuple[str, ...]:
        """The columns that hold days, in order."""
        return tuple(column.name for column in self.columns if column.kind == DATE)

    @property
    def is_about_a_person(self) -> bool:
        """Whether each row can point at a person."""
        return "person_id" in self.column_names


def identifier(name: str, meaning: str, *, model_name: str | None = None) -> Column:
    """The column that tells rows apart, as text."""
    return Column(name, IDENTIFIER, meaning, model_name=model_name)


def link(name: str, meaning: str, *, to: str, model_name: str | None = None) -> Column:
    """A column holding the identifier of a row in the table `to`."""
    return Column(name, LINK, meaning, to=to, model_name=model_name)


def text(
    name: str,
    meaning: str,
    *,
    model_name: str | None = None,
    hangs_on: str | None = None,
    is_empty_an_answer: bool = False,
) -> Column:
    """Free text."""
    return Column(name, TEXT, meaning, model_name=model_name, hangs_on=hangs_on, is_empty_an_answer=is_empty_an_answer)


def code(
    name: str,
    meaning: str,
    code_set: str | None = None,
    *,
    model_name: str | None = None,
    hangs_on: str | None = None,
) -> Column:
    """One bare code; its label stands in the code set."""
    return Column(name, CODE, meaning, code_set=code_set, model_name=model_name, hangs_on=hangs_on)


def codes(name: str, meaning: str, code_set: str | None = None, *, model_name: str | None = None) -> Column:
    """Several bare codes, stored as a list of text."""
    return Column(name, CODES, meaning, code_set=code_set, model_name=model_name)


def date(
    name: str,
    meaning: str,
    *,
    model_name: str | None = None,
    is_planned: bool = False,
    is_birth: bool = False,
    is_empty_an_answer: bool = False,
) -> Column:
    """A calendar day."""
    return Column(
        name,
        DATE,
        meaning,
        model_name=model_name,
        is_planned=is_planned,
        is_birth=is_birth,
        is_empty_an_answer=is_empty_an_answer,
    )


def yes_no(name: str, meaning: str, *, model_name: str | None = None, hangs_on: str | None = None) -> Column:
    """True, False or not recorded."""
    return Column(name, YES_NO, meaning, model_name=model_name, hangs_on=hangs_on)


def whole_number(name: str, meaning: str, *, model_name: str | None = None, hangs_on: str | None = None) -> Column:
    """A whole number."""
    return Column(name, WHOLE_NUMBER, meaning, model_name=model_name, hangs_on=hangs_on)


def decimal(name: str, meaning: str, *, model_name: str | None = None) -> Column:
    """A number with two decimal places, kept exactly."""
    return Column(name, DECIMAL, meaning, model_name=model_name)


def details(name: str, meaning: str, *, model_name: str | None = None) -> Column:
    """Structured text (JSON) that no indicator reads."""
    return Column(name, DETAILS, meaning, model_name=model_name)


def where(column: Column, *conditions: Where) -> Column:
    """The column, which can be told only of the rows that meet all conditions."""
    return replace(column, applies=(*column.applies, *conditions))


def only_for(column: str, *values: str) -> Where:
    """Rows whose other cell holds one of these."""
    return Where(column, among=values)


def unless(column: str, *values: str) -> Where:
    """Rows whose other cell holds none of these."""
    return Where(column, not_among=values)


def once(column: str) -> Where:
    """Rows whose other cell is filled."""
    return Where(column, is_filled=True)


def until(column: str) -> Where:
    """Rows whose other cell is empty."""
    return Where(column, is_filled=False)


COMMON_COLUMNS: tuple[Column, ...] = (
    whole_number("row_id", "The row's number within its table and snapshot: 1, 2, 3 … in stored order."),
    text("authority_code", "The three-digit code of the local authority the record belongs to.", model_name="la_code"),
    text("source_format", "The format of the file the row came from."),
    text("load_batch_id", "The file and sheet the row came from."),
    whole_number("source_row", "The row's number in that file or sheet, counting the header as row 1."),
    details(
        "source_cells",
        "The untouched input cells (JSON) that conversion changed or that have no column of their own.",
        model_name="raw_json",
    ),
)
"""Columns that every data table carries after its own: where the row came from."""
