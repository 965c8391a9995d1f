"""The SQL that turns one staged table of the dataset into rows of one of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from purplebook.sources.raw import RawTable, quoted_name, quoted_text
from purplebook.sources.ssd.declare import Cell, Part, Through
from purplebook.sources.ssd.staging import Staged
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables import TABLES_BY_NAME

AS_AT = "as at"
_NO_EXTRA = "CAST(NULL AS MAP(VARCHAR, VARCHAR))"


def raw_table(
    staged: Staged, part: Part, *, all_staged: Mapping[str, Sequence[Staged]], as_at: date | None
) -> RawTable | None:
    """The part's rows; None when the file lacks the column that says which rows it has."""
    if part.only_if is not None and not _has(staged, part.only_if.sources):
        return None
    cells = [cell for cell in part.cells if _has(staged, cell.sources)]
    values = {cell.column: _value(cell, as_at=as_at) for cell in cells}
    headers = {cell.column: staged.headers[cell.sources[-1]] for cell in cells}
    joins = []
    for at, through in enumerate(part.through):
        value, join, header = _through(staged, through, all_staged.get(through.of, ()), name=f"other_{at}")
        if value is not None:
            values[through.column], headers[through.column] = value, header
            joins.append(join)
    if part.list_cell in values:
        values[part.list_cell] = f"unnest(coalesce(nullif({values[part.list_cell]}, []), [NULL]))"
    is_first = part is staged.ssd.parts[0]
    extra = _extra(staged, cells, values, part) if is_first else _NO_EXTRA
    chosen = "true" if part.only_if is None else _value(part.only_if, as_at=as_at)
    own = "".join(f", {value} AS {quoted_name(column)}" for column, value in values.items())
    group = ", ".join(f"t.{quoted_name(name)}" for name in part.group_by)
    row = "min(t.source_row)" if part.group_by else "t.source_row"
    relation = f"""(SELECT {row} AS source_row, {extra} AS extra{own}
        FROM {_from([staged.path])} AS t {" ".join(joins)}
        WHERE {chosen}{f" GROUP BY {group}" if group else ""})"""
    return RawTable(TABLES_BY_NAME[part.table], staged.source, relation, headers)


def _has(staged: Staged, columns: Sequence[str]) -> bool:
    return all(name in staged.headers for name in columns)


def _value(cell: Cell, *, as_at: date | None) -> str:
    if cell.sql == AS_AT:
        return quoted_text("" if as_at is None else as_at.isoformat())
    return _filled(cell.sql, [f"t.{quoted_name(name)}" for name in cell.sources])


def _filled(sql: str, cells: Sequence[str]) -> str:
    for at, cell in enumerate(cells):
        sql = sql.replace(f"{{{at}}}", cell)
    return f"({sql})"


def _through(staged: Staged, through: Through, others: Sequence[Staged], *, name: str) -> tuple[str | None, str, str]:
    """The SQL of the value, the join it needs and what the column is called; None when nothing gives it."""
    own = through.or_else if through.or_else in staged.headers else None
    usable = [other for other in others if _has(other, (through.key, through.value))]
    own_value = None if own is None else _filled(through.sql, [f"t.{quoted_name(own)}"])
    if through.link not in staged.headers or not usable:
        return own_value, "", staged.headers.get(own or "", "")
    value = _filled(through.sql, [quoted_name(through.value)])
    join = f"""LEFT JOIN (
            SELECT {quoted_name(through.key)} AS link, min({value}) AS value
            FROM {_from([other.path for other in usable])} WHERE {quoted_name(through.key)} IS NOT NULL GROUP BY ALL
        ) AS {name} ON {name}.link = t.{quoted_name(through.link)}"""
    through_value = f"{name}.value" if own_value is None else f"coalesce({own_value}, {name}.value)"
    return through_value, join, staged.headers[own or through.link]


def _from(paths: Sequence[Path]) -> str:
    return parquet_rows(paths, "union_by_name = true")


def _extra(staged: Staged, cells: Sequence[Cell], values: Mapping[str, str], part: Part) -> str:
    """The cells that no part uses, and those that conversion changed."""
    # JSON never stands as it was, and comparing would unpack it once more.
    kept = [
        (
            cell.sources[0],
            f"{name} IS NOT NULL"
            if cell.sources[0] in staged.ssd.json_columns
            else f"{name} IS NOT NULL AND {name} IS DISTINCT FROM {values[cell.column]}",
        )
        for cell in cells
        if cell.is_kept
        for name in [f"t.{quoted_name(cell.sources[0])}"]
    ]
    if part.list_cell is None:
        unused = [name for name in staged.headers if name not in staged.ssd.columns]
    else:
        unused = []
    kept += [(name, f"t.{quoted_name(name)} IS NOT NULL") for name in unused]
    if not kept:
        return _NO_EXTRA
    entries = ", ".join(
        f"CASE WHEN {when} THEN {{'key': {quoted_text(staged.headers[name])}, 'value': t.{quoted_name(name)}}} END"
        for name, when in kept
    )
    listed = f"list_filter([{entries}], lambda entry: entry IS NOT NULL)"
    has_any = " OR ".join(f"({when})" for _, when in kept)
    return f"CASE WHEN {has_any} THEN map_from_entries({listed}) END"
