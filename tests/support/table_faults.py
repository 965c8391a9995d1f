"""What must hold of the declared tables: names that are unlike, keys and links that lead somewhere, meanings that end.

A test asks for the faults of all tables, so a slip in a declaration is found before any data meets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purplebook.tables.codes import ALL_CODE_SETS, CODE_SETS, CodeSet
from purplebook.tables.schema import CODE, CODES, COMMON_COLUMNS, DATE, LINK, YES_NO, Column, Table


def faults_of(tables: Iterable[Table]) -> tuple[str, ...]:
    """Return every fault of the declarations, one sentence each; none is the answer wanted."""
    tables = tuple(tables)
    by_name = {table.name: table for table in tables}
    return (
        *repeated((table.name for table in tables), what="table", where="the list of tables"),
        *(fault for table in tables for fault in table_faults(table, by_name=by_name)),
    )


def code_set_faults(code_sets: Iterable[CodeSet] = ALL_CODE_SETS) -> tuple[str, ...]:
    """Return every fault of the code sets: repeated names or codes, missing labels, days the wrong way round."""
    code_sets = tuple(code_sets)
    faults = list(repeated((code_set.name for code_set in code_sets), what="code set", where="the list of code sets"))
    for code_set in code_sets:
        faults.extend(repeated((value.code for value in code_set.codes), what="code", where=code_set.name))
        if not is_sentence(code_set.meaning):
            faults.append(f"{code_set.name}: the meaning must end with a full stop.")
        for value in code_set.codes:
            if not value.label:
                faults.append(f"{code_set.name}: code '{value.code}' has no label.")
            if value.valid_from_on and value.valid_to_on and value.valid_from_on > value.valid_to_on:
                faults.append(f"{code_set.name}: code '{value.code}' ends before it begins.")
    return tuple(faults)


def table_faults(table: Table, *, by_name: dict[str, Table]) -> Iterator[str]:
    """Yield the faults of one table, whose links may point to the tables in `by_name`."""
    names = [column.name for column in table.columns + COMMON_COLUMNS]
    if table.group == "system":
        names = list(table.column_names)  # system tables say where rows came from; they do not come from files
    yield from repeated(names, what="column", where=table.name)
    model_names = [column.model_name or column.name for column in table.columns]
    yield from repeated(model_names, what="model name", where=table.name)
    if not table.grain:
        yield f"{table.name}: the grain is not said."
    if not table.key:
        yield f"{table.name}: there is no key."
    for key in table.key:
        if key not in table.column_names:
            yield f"{table.name}: the key column '{key}' is not declared."
    for name in days_named(table):
        if name not in table.days:
            yield f"{table.name}: '{name}' is named as a day, and is none of its days."
    for column in table.columns:
        for fault in (*column_faults(column, by_name=by_name), *condition_faults(column, table=table)):
            yield f"{table.name}.{column.name}: {fault}"


def days_named(table: Table) -> Iterator[str]:
    """Every column that the table's own facts take for a day."""
    yield from filter(None, (table.happens_on, table.dealt_with_on))
    yield from (name for pair in table.runs for name in pair)
    yield from table.story.days
    yield from (column.hangs_on for column in table.columns if column.hangs_on)


def condition_faults(column: Column, *, table: Table) -> Iterator[str]:
    """Yield the faults of what a column says of the rows it can be told of."""
    for where in column.applies:
        values = (*where.among, *where.not_among)
        if (where.is_filled is not None) + bool(where.among) + bool(where.not_among) != 1:
            yield f"of '{where.column}' it must ask one thing: some values, none of some, or whether it is filled."
        if where.column == column.name:
            yield "it hangs on itself."
        if where.column not in table.column_names:
            yield f"it hangs on '{where.column}', which is no column of the table."
            continue
        known = values_of(table.column(where.column))
        yield from (f"'{where.column}' never holds '{value}'." for value in values if value not in known)


def values_of(column: Column) -> frozenset[str]:
    """The values that a column of codes or of yes and no can hold; no other can be asked for by its values."""
    if column.kind == YES_NO:
        return frozenset(("true", "false"))
    code_set = CODE_SETS.get(column.code_set or "") if column.kind == CODE else None
    return frozenset(value.code for value in code_set.codes) if code_set else frozenset()


def column_faults(column: Column, *, by_name: dict[str, Table]) -> Iterator[str]:
    """Yield the faults of one column."""
    if not is_sentence(column.meaning):
        yield "the meaning must be a sentence that ends with a full stop."
    if (column.kind == DATE) != column.name.endswith("_on"):
        yield "dates, and only dates, end with _on."
    if (column.kind == YES_NO) != column.name.startswith(("is_", "has_")):
        yield "yes/no columns, and only they, start with is_ or has_."
    if column.code_set is not None and column.kind not in (CODE, CODES):
        yield "only columns of codes name a code set."
    if column.code_set is not None and column.code_set not in CODE_SETS:
        yield f"there is no code set '{column.code_set}'."
    if column.kind == LINK:
        target = by_name.get(column.to or "")
        if target is None:
            yield f"it points to '{column.to}', which is no table."
        elif len(target.key) != 1:
            yield f"it points to '{column.to}', whose key is more than one column."


def repeated(names: Iterable[str], *, what: str, where: str) -> Iterator[str]:
    """Yield a fault for every name that stands more than once."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{where}: the {what} '{name}' stands twice."
        seen.add(name)


def is_sentence(meaning: str) -> bool:
    """Whether a meaning says something and ends with a full stop."""
    return len(meaning) > 1 and meaning.endswith(".")
