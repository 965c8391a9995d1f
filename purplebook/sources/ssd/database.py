"""Reading the dataset straight from a database: any that SQLAlchemy can reach.

Rows are streamed some thousands at a time into Parquet under the work folder; after that a database is as a folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.errors import BadInputError
from purplebook.sources.raw import RawFiles, Source
from purplebook.sources.ssd.mapping import BY_NAME, table_of
from purplebook.sources.ssd.read_ssd import NAME, as_raw_files, connect
from purplebook.sources.ssd.staging import Staged, columns_of, stage_rows
from purplebook.sources.ssd.unencoded import Decoder, prepare

if TYPE_CHECKING:
    from sqlalchemy import Connection  # pyright: ignore[reportMissingImports]

ROWS_AT_ONCE = 20_000
NO_DATABASES = ("http", "https", "ftp", "sftp", "file")


def read_database(
    url: str,
    *,
    work: Path,
    as_at: date | None,
    progress: Callable[[str], None],
    schema: str | None = None,
) -> RawFiles:
    """Return the rows of every table called ssd_… in the database, or in one schema of it.

    Raises BadInputError when there is no driver, no connection or no such table.  No message holds the URL's password.
    """
    try:
        import sqlalchemy
        from sqlalchemy import exc
    except ImportError:
        raise BadInputError("Reading from a database needs SQLAlchemy. Install it: pip install sqlalchemy.") from None
    place = _place(url)
    kind = url.partition("://")[0].casefold()
    if kind in NO_DATABASES:
        raise BadInputError(
            f"An address that begins {kind}:// is no address of a database. Save what is there as a file and load "
            "that, or name the database: postgresql+psycopg://server/database."
        )
    if (missing := _missing_file(url)) is not None:
        if "@" in url:
            raise BadInputError(f"{place}: there is no such database file. Check the spelling of the path.")
        raise BadInputError(f"{missing}: there is no such database file. Check the spelling of the path.")
    try:
        engine = sqlalchemy.create_engine(url, hide_parameters=True)
    except (exc.NoSuchModuleError, ImportError):
        raise BadInputError(
            f"{place}: no driver for this kind of database is installed. For PostgreSQL: "
            "`pip install 'purplebook[postgresql]'` and postgresql+psycopg://server/database. For SQL Server: "
            "`pip install pyodbc` and mssql+pyodbc://server/database."
        ) from None
    except (exc.SQLAlchemyError, ValueError, TypeError, AttributeError, LookupError):
        raise BadInputError(
            f"{place}: not the URL of a database. Write it as dialect+driver://user:password@host/database."
        ) from None
    decoder = prepare(engine)
    try:
        try:
            opened = engine.connect()
        except (exc.SQLAlchemyError, OSError, ValueError, TypeError, LookupError):
            raise BadInputError(
                f"{place}: cannot connect. Check the host, the database's name, the user and the password, and that "
                "this machine may reach it."
            ) from None
        with opened:
            try:
                return _read(opened, decoder, work=work, as_at=as_at, progress=progress, schema=schema, place=place)
            except (UnicodeError, exc.DataError):
                raise BadInputError(
                    f"{place}: some text is not in the encoding that the database or its address names. Name the right "
                    "one in the address, or export the tables as CSV and load those."
                ) from None
            except exc.SQLAlchemyError as error:
                raise BadInputError(
                    f"{place}: the database stopped answering or refused a table ({type(error).__name__}). Check that "
                    "the user may read every ssd_ table, and load again."
                ) from None
    finally:
        engine.dispose()


def _place(url: str) -> str:
    """How messages name the database: its kind and its name, and nothing that stands before the host."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return "The database"
    name = parsed.database or ""
    # A password with a sign that ends it, such as @ or /, runs on into what looks like the database's name.
    is_plain = url.count("@") < 2 and not set(name) & set("@:?#%")
    return f"The {parsed.get_backend_name()} database" + (f" '{name}'" if is_plain else "")


def _missing_file(url: str) -> Path | None:
    """The file of an SQLite database that is not there: connecting would make it, empty."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return None
    name = parsed.database or ""
    if parsed.get_backend_name() != "sqlite" or name in ("", ":memory:") or name.startswith("file:"):
        return None
    return None if Path(name).is_file() else Path(name)


def _read(
    connection: Connection,
    decoder: Decoder,
    *,
    work: Path,
    as_at: date | None,
    progress: Callable[[str], None],
    schema: str | None,
    place: str,
) -> RawFiles:
    import sqlalchemy

    inspector = sqlalchemy.inspect(connection)
    names = {*inspector.get_table_names(schema=schema), *inspector.get_view_names(schema=schema)}
    table_names = sorted(name for name in names if name.casefold().startswith("ssd_"))
    if not table_names:
        where = f" in the schema '{schema}'" if schema else ""
        raise BadInputError(
            f"{place}: no table called ssd_…{where}. Check the database and the schema, and that the user may see them."
        )
    staged: list[Staged] = []
    left_out: list[str] = []
    faults: list[str] = []
    counts: dict[str, int] = {}
    with connect(work) as local:
        for at, name in enumerate(table_names):
            header = [column["name"] for column in inspector.get_columns(name, schema=schema)]
            ssd = BY_NAME.get(table_of(header) or "")
            if ssd is None:
                left_out.append(name)
                continue
            progress(f"reading {name}")
            try:
                columns_of(ssd, header, place=name)
            except BadInputError as error:
                faults.append(str(error))
                continue
            rows = work / f"database_{at}.parquet"
            before = _row_count(connection, name, schema=schema)
            digest = _stream(connection, decoder, name, header, schema=schema, to=rows)
            source = Source(name, None, NAME, digest)
            counts[source.batch_id] = _row_count(connection, name, schema=schema)
            if counts[source.batch_id] != before:
                faults.append(
                    f"{place}: rows came or went in {name} while it was read. Load again when nothing writes to it, "
                    "or load from a copy."
                )
            to = work / f"ssd_{at}.parquet"
            staged.append(stage_rows(local, rows, ssd=ssd, source=source, header=header, to=to))
            rows.unlink()
        if faults:
            raise BadInputError("\n".join(faults))
        raw = as_raw_files(local, staged, work=work, as_at=as_at, left_out=left_out, warnings=decoder.warnings)
        return replace(raw, rows_at_source=counts)


def _row_count(connection: Connection, name: str, *, schema: str | None) -> int:
    """How many rows the database itself says the table has: what is read of it must be as many."""
    import sqlalchemy

    count = sqlalchemy.select(sqlalchemy.func.count()).select_from(sqlalchemy.table(name, schema=schema))
    return connection.execute(count).scalar_one()


def _stream(
    connection: Connection, decoder: Decoder, name: str, header: Sequence[str], *, schema: str | None, to: Path
) -> str:
    """Write the table's rows as text to the Parquet file `to`; return a hash of all of them."""
    import sqlalchemy

    digest = hashlib.sha256()
    places = [f"c{at}" for at in range(len(header))]
    layout = pa.schema([("source_row", pa.int64()), *((place, pa.string()) for place in places)])
    columns = [sqlalchemy.column(cell) for cell in header]
    query = sqlalchemy.select(*columns).select_from(sqlalchemy.table(name, schema=schema))
    result = connection.execution_options(stream_results=True, yield_per=ROWS_AT_ONCE).execute(query)
    number = 2
    with pq.ParquetWriter(to, layout, compression="zstd") as writer:
        for batch in result.partitions(ROWS_AT_ONCE):
            texts = [[_text(value, decoder, table=name) for value in cells] for cells in zip(*batch, strict=True)]
            digest.update(json.dumps(texts).encode())
            numbers = pa.array(range(number, number + len(batch)), pa.int64())
            arrays = [numbers, *(pa.array(cells, pa.string()) for cells in texts)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=layout))
            number += len(batch)
    return digest.hexdigest()


def _text(value: Any, decoder: Decoder, *, table: str) -> str | None:
    """A value as a CSV export would write it."""
    if value is None or isinstance(value, str):
        return value if value is None else decoder.text(value, table=table).replace("\x00", "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, dict | list):
        return json.dumps(value)
    return str(value)
