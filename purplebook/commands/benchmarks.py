"""`purplebook benchmarks`: the published statistics that figures are compared with, and two ways to get them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from purplebook.commands.answers import form_of, format_options, write_answer
from purplebook.commands.place import open_store, store_option
from purplebook.commands.progress import progress
from purplebook.errors import BadInputError, NoDataError

if TYPE_CHECKING:
    import pyarrow as pa

    from purplebook.sources.published import Known, PublishedRead
    from purplebook.store import Store

FIRST_TO_GO = ("why_not", "symbols", "areas", "edition", "title")
ROWS_NAMED = 5
REASONS_NAMED = 6


@click.group(invoke_without_command=True, short_help="Get and list published statistics to compare with.")
@store_option
@click.option("--files", is_flag=True, help="List the files that are held instead of the measures.")
@format_options
@click.pass_context
def benchmarks(
    context: click.Context, store_path: Path | None, files: bool, form: str | None, is_json: bool, out: Path | None
) -> None:
    """List the published statistics that are held: each measure with its years, areas and editions.

    `purplebook benchmarks import FILES` takes files that you downloaded, `purplebook benchmarks refresh` asks the
    Department's service. Nothing is fetched unless you ask for it, and nothing of any record is ever sent.
    """
    if context.invoked_subcommand is not None:
        # What stands before the subcommand's name is meant for it too.
        context.obj = store_path
        return
    chosen = form_of(form, is_json=is_json, out=out)
    store = open_store(store_path)
    table = _files_held(store) if files else _measures_held(store)
    title = "Files of published statistics" if files else "Published statistics"
    write_answer(table, form=chosen, out=out, title=title, first_to_go=FIRST_TO_GO)


@benchmarks.command("import", short_help="Take published files that you downloaded.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES...")
@store_option
@click.option("--issues", "issues_out", type=click.Path(path_type=Path), help="Write every row left out to this file.")
@click.pass_context
def import_files(
    context: click.Context, paths: tuple[Path, ...], store_path: Path | None, issues_out: Path | None
) -> None:
    """Take the Department's CSV files, or an extract with one row for each figure (CSV or Parquet).

    A file is known by its columns. One with a column that nobody knows is refused whole, because its meaning may have
    moved. The symbols c, z, x, k, low, u and - are kept as they are and never become a number.
    """
    from purplebook.sources.published import read_published

    form = form_of(None, is_json=False, out=issues_out) if issues_out else ""
    store = open_store(store_path or context.obj)
    known = _known()
    with progress("Reading"):
        reads = [read_published(path, known=known) for path in paths]
    for read in reads:
        if not read.table.num_rows:
            told = "; ".join(_reasons(read)) or "it has no rows"
            raise BadInputError(f"{read.name} holds no figure that can be compared with, so nothing was taken: {told}")
    _hold(store, ((read, str(path)) for read, path in zip(reads, paths, strict=True)))
    if issues_out is not None:
        # One who asks for the rows gets a file of rows, not a table for a terminal.
        write_answer(_issues(reads), form="csv" if form == "table" else form, out=issues_out)


@benchmarks.command("refresh", short_help="Ask the Department's statistics service.")
@store_option
@click.option("--base", metavar="ADDRESS", help="Another address of the service.")
@click.option(
    "--publication",
    "slugs",
    multiple=True,
    metavar="NAME",
    help="Only this publication, as its address ends: characteristics-of-children-in-need. May be said again.",
)
@click.pass_context
def refresh(context: click.Context, store_path: Path | None, base: str | None, slugs: tuple[str, ...]) -> None:
    """Ask the Department's Explore Education Statistics service for the newest figures.

    Only the question which statistics there are is sent; nothing of any record is. Not every publication is there: for
    the others, download the CSV files and use `purplebook benchmarks import`.
    """
    from purplebook.sources.published.refresh import refresh as ask
    from purplebook.sources.published.service import SERVICE, Service

    store = open_store(store_path or context.obj)
    service = Service(base or SERVICE)
    click.echo(f"Asking {service.base}. Nothing of your records is sent.", err=True)
    with progress("Asking"):
        found = list(ask(service, known=_known(), slugs=slugs))
    taken = [each.read for each in found if each.read is not None and each.read.table.num_rows]
    if not taken:
        raise NoDataError(
            f"The service {service.base} has {len(found)} data sets of these publications, but none holds a measure "
            "that purplebook knows. Nothing was changed. Download the CSV files and use `purplebook benchmarks import`."
        )
    _hold(store, ((read, service.base) for read in taken))
    for each in found:
        if each.why_not:
            click.echo(f"{each.data_set.title}: left out, {each.why_not}.")


def _known() -> Known:
    from purplebook.definitions.reference import areas, published_measures
    from purplebook.sources.published import Known

    def find_area(code: str, name: str) -> str | None:
        found = areas().find(code, name=name)
        return None if found is None else found.code

    return Known(find_area, {item.measure: item.unit for item in published_measures().items})


def _hold(store: Store, reads: Iterable[tuple[PublishedRead, str]]) -> None:
    """Keep what was read and say of each file what became of it."""
    from purplebook.store.published import hold

    for read, origin in reads:
        entry, is_new = hold(
            store.path, read, origin=origin, on_wait=lambda who: click.echo(f"Waiting: {who}", err=True)
        )
        if not is_new:
            click.echo(f"{read.name}: held already since {entry.added_at[:10]}; nothing was changed.")
            continue
        years = read.table.column("year").to_pylist()
        measures, areas = (len(read.table.column(name).unique()) for name in ("measure", "area"))
        symbols = read.table.column("value").null_count
        are = "is a symbol and not a number" if symbols == 1 else "are symbols and not numbers"
        click.echo(
            f"{read.name}: {_many(read.table.num_rows, 'figure')} held ({read.layout}): {_many(measures, 'measure')}, "
            f"{min(years)} to {max(years)}, {_many(areas, 'area')}; {symbols:,} of them {are}."
        )
        for line in _reasons(read):
            click.echo(f"  {line}")


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _reasons(read: PublishedRead) -> list[str]:
    """What became of the rows of which nothing is held, the commonest reason first."""
    from purplebook.store.published_rows import reasons

    found = reasons(read.issues)
    told = []
    for reason, what_to_do, rows in found[:REASONS_NAMED]:
        named = ", ".join(str(row) for row in rows[:ROWS_NAMED]) + (" …" if len(rows) > ROWS_NAMED else "")
        where = f"row{'' if len(rows) == 1 else 's'} {named}"
        told.append(f"{_many(len(rows), 'row')} left out: {reason} ({where}). {what_to_do}")
    if len(found) > REASONS_NAMED:
        told.append(f"and {len(found) - REASONS_NAMED} other reasons: --issues FILE writes every row.")
    return told


def _issues(reads: Sequence[PublishedRead]) -> pa.Table:
    import pyarrow as pa

    names = ("file_name", "row", "column", "value", "reason", "what_to_do")
    kinds = {"row": pa.int64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in names])
    rows = [{name: getattr(issue, name) for name in names} for read in reads for issue in read.issues]
    return pa.Table.from_pylist(rows, schema=schema)


def _measures_held(store: Store) -> pa.Table:
    """A row for each measure that is held."""
    import pyarrow as pa

    from purplebook.definitions.reference import published_measures
    from purplebook.store.published import held_tables

    tables = held_tables(store.path)
    if not tables:
        raise NoDataError(
            "No published statistics are held yet. `purplebook benchmarks import FILES` takes files that you "
            "downloaded, `purplebook benchmarks refresh` asks the Department's service."
        )
    every = pa.concat_tables(tables)
    keys = ["measure", "group", "area", "year"]
    found = (
        every.group_by(keys, use_threads=False)
        .aggregate([("value", "max")])
        .group_by("measure", use_threads=False)
        .aggregate(
            [("year", "min"), ("year", "max"), ("area", "count_distinct"), ("value_max", "count"), ([], "count_all")]
        )
    )
    editions: dict[str, list[str]] = {}
    for row in every.group_by(["measure", "edition"], use_threads=False).aggregate([]).to_pylist():
        editions.setdefault(row["measure"], []).append(row["edition"])
    by_measure = {row["measure"]: row for row in found.to_pylist()}
    rows: list[dict[str, Any]] = []
    for name in published_measures().names:
        row = by_measure.get(name)
        if row is None:
            continue
        items = [item for item in published_measures().items if item.measure == name]
        indicators = sorted({item.indicator for item in items if item.indicator})
        rows.append(
            {
                "measure": name,
                "indicator": ", ".join(indicators),
                "title": items[0].title,
                "unit": items[0].unit,
                "when": items[0].when.value,
                "years": f"{row['year_min']} to {row['year_max']}",
                "areas": row["area_count_distinct"],
                "figures": row["count_all"],
                "symbols": row["count_all"] - row["value_max_count"],
                "edition": ", ".join(sorted(editions[name])),
                "why_not": "" if indicators else items[0].why_not,
            }
        )
    return pa.Table.from_pylist(rows)


def _files_held(store: Store) -> pa.Table:
    """A row for each file that is held."""
    import pyarrow as pa

    from purplebook.store.published import held_files

    entries = held_files(store.path)
    if not entries:
        raise NoDataError(
            "No file of published statistics is held yet. `purplebook benchmarks import FILES` takes them."
        )
    return pa.Table.from_pylist(
        [
            {
                "name": entry.name,
                "layout": entry.layout,
                "added": entry.added_at[:10],
                "figures": entry.figures,
                "left_out": entry.rows_left_out,
                "origin": entry.origin,
                "sha256": entry.source_sha256,
            }
            for entry in entries
        ]
    )
