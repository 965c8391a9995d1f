"""The Standard Safeguarding Dataset straight from a database: the same canonical tables as from a folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

import pyarrow.parquet as pq
import pytest

import purplebook.sources.read as reading
from purplebook.errors import BadInputError
from purplebook.sources import ssd
from purplebook.sources.raw import RawFiles
from purplebook.sources.rows_at_source import RowsLost
from purplebook.sources.ssd import database, read_database
from tests.sources.ssd_expected import EXPECTED
from tests.sources.ssd_rows import ROWS
from tests.sources.test_ssd import as_csv, columns_of, filled, key_of, write_folder

AS_AT = date(2015, 8, 31)
PASSWORD = "pa55-not-for-logs"


def missing(reason: str) -> NoReturn:
    """Skip, or fail where .ci/run says that there is a server: there every database must be tried."""
    if os.environ.get("PURPLEBOOK_POSTGRESQL"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def sqlalchemy():
    try:
        import sqlalchemy
    except ImportError:
        missing("SQLAlchemy is not installed")
    return sqlalchemy


@pytest.fixture
def sqlite_url(sqlalchemy, tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'ssd.db'}"


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """The socket folder of a PostgreSQL server of our own, which is stopped afterwards."""
    programs = [Path("/usr/local/bin"), *sorted(Path("/usr/lib/postgresql").glob("*/bin")), Path("/usr/bin")]
    found = next((place for place in programs if (place / "initdb").exists()), None)
    try:
        import psycopg  # noqa: F401
    except ImportError:
        found = None
    if found is None:
        missing("PostgreSQL or psycopg is not installed")
    folder = Path(tempfile.mkdtemp(prefix="ssd-pg-", dir="/tmp"))
    as_user = []
    if os.geteuid() == 0:
        as_user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    data, environment = folder / "data", {**os.environ, "LC_ALL": "C"}
    quiet = {"check": True, "capture_output": True, "env": environment, "cwd": folder}
    subprocess.run(
        [*as_user, str(found / "initdb"), "-D", str(data), "-E", "UTF8", "-A", "trust", "-U", "postgres"],
        **quiet,
    )
    process = subprocess.Popen(
        [*as_user, str(found / "postgres"), "-D", str(data), "-k", str(folder), "-c", "listen_addresses=", "-F"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
    )
    try:
        yield _ready(folder)
    finally:
        pid = (data / "postmaster.pid").read_text().splitlines()[0] if (data / "postmaster.pid").exists() else None
        if pid is not None:
            subprocess.run(["kill", "-INT", pid], check=False)
        process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _ready(folder: Path) -> Path:
    import time

    import psycopg

    for _ in range(100):
        try:
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
            return folder
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise AssertionError("PostgreSQL did not start")


@pytest.fixture
def postgres_url(sqlalchemy, server) -> str:
    """A new database on the server."""
    return new_database(server, encoding="UTF8")


def new_database(server: Path, *, encoding: str) -> str:
    """The address of a new database in this encoding."""
    import psycopg
    from psycopg.sql import SQL, Identifier, Literal

    name = f"ssd_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(host=str(server), user="postgres", dbname="postgres", autocommit=True) as connection:
        made = SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING {}")
        connection.execute(made.format(Identifier(name), Literal(encoding)))
    return f"postgresql+psycopg://postgres:{PASSWORD}@/{name}?host={server}"


@pytest.fixture
def unencoded_url(sqlalchemy, server) -> Callable[..., str]:
    """A database in SQL_ASCII whose people have these bytes for forenames, and its address."""

    def make(*names: bytes) -> str:
        import psycopg

        url = new_database(server, encoding="SQL_ASCII")
        database_name = url.rsplit("/", 1)[0].rsplit("@/", 1)[1].split("?")[0]
        with psycopg.connect(host=str(server), user="postgres", dbname=database_name, autocommit=True) as connection:
            connection.execute("SET client_encoding TO 'LATIN1'")
            connection.execute("CREATE TABLE ssd_person (pers_person_id text, pers_forename text, photo bytea)")
            for number, name in enumerate(names, start=1):
                cells = (f"A{number}", name.decode("iso-8859-1"), b"\xff\x01")
                connection.execute("INSERT INTO ssd_person VALUES (%s, %s, %s)", cells)
        return url

    return make


def fill(sqlalchemy, url: str, rows: Mapping[str, list[dict[str, str]]] = ROWS, *, schema: str | None = None) -> None:
    """Make the tables; columns of dates hold dates and times, as the dataset's own do."""
    engine = sqlalchemy.create_engine(url)
    metadata = sqlalchemy.MetaData(schema=schema)
    with engine.begin() as connection:
        if schema:
            connection.execute(sqlalchemy.text(f"CREATE SCHEMA {schema}"))
        for name, each in rows.items():
            columns = columns_of(each)
            table = sqlalchemy.Table(name, metadata, *(sqlalchemy.Column(c, sqlalchemy.Text) for c in columns))
            table.create(connection)
            connection.execute(table.insert(), [{c: row.get(c) or None for c in columns} for row in each])
    engine.dispose()


class _Fixed:
    """A format that hands on what a database gave, so that it is settled like any other."""

    TITLE = "database"

    def __init__(self, url: str, schema: str | None) -> None:
        self._url, self._schema = url, schema

    def recognise(self, file) -> bool:
        return True

    def read(self, files, *, work, as_at, progress) -> RawFiles:
        return read_database(self._url, work=work, as_at=as_at, progress=progress, schema=self._schema)


@pytest.fixture
def from_database(load, monkeypatch, tmp_path):
    def run(url: str, *, schema: str | None = None):
        stand_in = tmp_path / "stand-in.txt"
        stand_in.write_text("x\n")
        monkeypatch.setattr(reading, "FORMATS", (_Fixed(url, schema),))
        return load(stand_in)

    return run


@pytest.fixture(params=["sqlite", "postgres"])
def url(request) -> str:
    return request.getfixturevalue(f"{request.param}_url")


def test_a_database_and_a_folder_give_the_same_tables(sqlalchemy, url, from_database, load, monkeypatch, tmp_path):
    fill(sqlalchemy, url)
    one = from_database(url)
    monkeypatch.setattr(reading, "FORMATS", (ssd,))
    other = load(write_folder(tmp_path / "folder"))
    assert one.loaded.table_paths.keys() == other.loaded.table_paths.keys() == EXPECTED.keys()
    aside = {"load_batch_id", "source_cells", "row_id"}
    for table in EXPECTED:
        assert filled(one, table) == sorted(EXPECTED[table], key=key_of(table)), table
        rows = [
            sorted(([(k, v) for k, v in row.items() if k not in aside] for row in each.rows(table)), key=str)
            for each in (one, other)
        ]
        assert rows[0] == rows[1], table
    assert one.counts == other.counts


def test_a_schema_and_real_dates_are_read_from_postgres(sqlalchemy, postgres_url, from_database):
    fill(sqlalchemy, postgres_url, {"ssd_contacts": ROWS["ssd_contacts"]}, schema="hdm")
    engine = sqlalchemy.create_engine(postgres_url)
    with engine.begin() as connection:
        for column, kind in (("cont_contact_date", "timestamp"), ("cont_contact_outcome_json", "jsonb")):
            connection.execute(
                sqlalchemy.text(
                    f"ALTER TABLE hdm.ssd_contacts ALTER COLUMN {column} TYPE {kind} USING {column}::{kind}"
                )
            )
    engine.dispose()
    with pytest.raises(BadInputError, match="no table called ssd_"):
        from_database(postgres_url)
    (row,) = filled(from_database(postgres_url, schema="hdm"), "contact")
    assert row["contacted_on"] == date(2015, 1, 1)
    assert row["outcome_codes"] == ["ADVICE", "REFERRAL"]


def test_rows_beyond_one_batch_are_all_read(sqlalchemy, url, from_database, monkeypatch):
    monkeypatch.setattr(database, "ROWS_AT_ONCE", 100)
    rows = [{"cont_contact_id": f"C{number}", "cont_person_id": "A1"} for number in range(1_050)]
    fill(sqlalchemy, url, {"ssd_contacts": rows})
    assert from_database(url).counts == (1_050, 1_050, 0)


def test_a_database_whose_row_is_lost_in_silence_is_not_loaded(sqlalchemy, url, from_database, monkeypatch):
    fill(sqlalchemy, url, {"ssd_contacts": [{"cont_contact_id": f"C{at}", "cont_person_id": "A1"} for at in range(5)]})
    stream = database._stream

    def losing(connection, decoder, name, header, *, schema, to):
        digest = stream(connection, decoder, name, header, schema=schema, to=to)
        pq.write_table(pq.read_table(to).slice(1), to)
        return digest

    monkeypatch.setattr(database, "_stream", losing)
    with pytest.raises(RowsLost, match="ssd_contacts: 5 rows, of which 4 are accounted for"):
        from_database(url)


def test_rows_that_come_while_a_table_is_read_are_told_and_not_loaded(sqlalchemy, url, from_database, monkeypatch):
    fill(sqlalchemy, url, {"ssd_contacts": ROWS["ssd_contacts"]})
    counts = iter((1, 2))
    monkeypatch.setattr(database, "_row_count", lambda *_, **__: next(counts))
    with pytest.raises(BadInputError, match="rows came or went in ssd_contacts while it was read"):
        from_database(url)


def test_a_row_of_nothing_in_a_database_is_accounted_for(sqlalchemy, url, from_database):
    fill(sqlalchemy, url, {"ssd_contacts": [{"cont_contact_id": "C1", "cont_person_id": "A1"}, {}]})
    read, loaded, rejected = from_database(url).counts
    assert (read, loaded + rejected) == (2, 2) and loaded == 1


def test_tables_that_are_not_read_are_named(sqlalchemy, sqlite_url, from_database):
    other = {"ssd_version_log": [{"version_number": "1", "release_date": "2020-01-01", "is_current": "1"}]}
    fill(sqlalchemy, sqlite_url, {"ssd_contacts": ROWS["ssd_contacts"], **other, "ssd_unknown": [{"a": "1"}]})
    (warning,) = (each for each in from_database(sqlite_url).loaded.warnings if "no place" in each)
    assert "ssd_unknown, ssd_version_log" in warning


def test_postgres_without_an_encoding_is_read_as_a_file_would_be(unencoded_url, from_database):
    url = unencoded_url(b"Amy", "Zoë Šárka".encode(), "Zoë O’Hare".encode("cp1252"), b"")
    result = from_database(url)
    rows = sorted(result.rows("person"), key=lambda row: row["la_child_id"])
    assert [row["forename"] for row in rows] == ["Amy", "Zoë Šárka", "Zoë O’Hare", None]
    assert {json.loads(row["source_cells"])["photo"] for row in rows} == {"ff01"}
    (warning,) = (each for each in result.loaded.warnings if "Windows-1252" in each)
    assert warning.startswith("ssd_person: ") and ": 1 cell was" in warning and "Zo" not in warning


def test_postgres_without_an_encoding_and_sound_utf_8_says_nothing(unencoded_url, from_database):
    result = from_database(unencoded_url("Zoë".encode()))
    assert [row["forename"] for row in result.rows("person")] == ["Zoë"]
    assert not [each for each in result.loaded.warnings if "encod" in each]


def test_bytes_of_neither_kind_need_an_encoding_in_the_address(unencoded_url, from_database):
    url = unencoded_url(b"SECRET \x81\xa4")
    with pytest.raises(BadInputError, match=r"^ssd_person: .*client_encoding=LATIN9") as caught:
        from_database(url)
    assert "SECRET" not in str(caught.value)
    assert from_database(f"{url}&client_encoding=LATIN9").rows("person")[0]["forename"] == "SECRET \x81€"
    with pytest.raises(BadInputError, match="not in the encoding that") as caught:
        from_database(f"{url}&client_encoding=UTF8")
    assert "SECRET" not in str(caught.value) and PASSWORD not in str(caught.value)


def test_other_encodings_are_translated_by_the_server(sqlalchemy, server, from_database):
    url = new_database(server, encoding="LATIN1")
    fill(sqlalchemy, url, {"ssd_person": [{"pers_person_id": "A1", "pers_forename": "Zoë"}]})
    assert from_database(url).rows("person")[0]["forename"] == "Zoë"


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (f"postgresql+psycopg://u:{PASSWORD}@/d?host=/nowhere", "cannot connect"),
        (f"nonesuch://u:{PASSWORD}@h/d", "no driver"),
        (f"mssql+pyodbc://u:{PASSWORD}@h/d", "no driver"),
        (f"u:{PASSWORD}@h", "not the URL"),
        ("sqlite://", "no table called ssd_"),
    ],
)
def test_what_is_wrong_is_said_without_the_password(sqlalchemy, tmp_path, bad, says):
    said: list[str] = []
    with pytest.raises(BadInputError, match=says) as caught:
        read_database(bad, work=tmp_path, as_at=AS_AT, progress=said.append)
    assert PASSWORD not in str(caught.value) + str(caught.value.__cause__) + "".join(said)


def test_without_sqlalchemy_the_message_says_what_to_install(monkeypatch, tmp_path):
    import sys

    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(BadInputError, match="SQLAlchemy"):
        read_database("sqlite://", work=tmp_path, as_at=AS_AT, progress=print)


def test_the_csv_of_the_rows_has_every_column():
    assert as_csv(ROWS["ssd_person"]).startswith("pers_person_id,pers_forename")
