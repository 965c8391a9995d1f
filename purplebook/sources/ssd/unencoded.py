"""A PostgreSQL database in SQL_ASCII keeps bytes and does not say what text they are: here they become text.

Its drivers then hand on bytes, or fail while they connect.  So each byte is fetched as one letter (LATIN1), and every
cell is read as a file would be: as UTF-8 when its bytes are sound UTF-8, as Windows-1252 when they are not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from purplebook.errors import BadInputError

if TYPE_CHECKING:
    from sqlalchemy import Engine  # pyright: ignore[reportMissingImports]

ENCODING_IN_URL = "client_encoding"
_BYTES_AS_LETTERS = "iso-8859-1"


@dataclass
class Decoder:
    """What is known of one database's text; `is_needed` turns true on connecting to one in SQL_ASCII.

    `not_utf_8` counts, for each table, the cells that were read as Windows-1252.
    """

    is_needed: bool = False
    not_utf_8: Counter[str] = field(default_factory=Counter)

    def text(self, value: str, *, table: str) -> str:
        """The text that a cell of the table truly holds; raises BadInputError when its bytes are of neither kind."""
        if not self.is_needed or value.isascii():
            return value
        content = value.encode(_BYTES_AS_LETTERS)
        try:
            return content.decode()
        except UnicodeDecodeError:
            self.not_utf_8[table] += 1
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            raise BadInputError(
                f"{table}: the database does not say how its text is encoded (SQL_ASCII), and some of it is neither "
                f"UTF-8 nor Windows-1252. Name the encoding in the address, such as ?{ENCODING_IN_URL}=LATIN9."
            ) from None

    @property
    def warnings(self) -> tuple[str, ...]:
        """A warning for each table with text that had to be guessed."""
        return tuple(
            f"{table}: {count:,} {'cell was' if count == 1 else 'cells were'} not UTF-8 and read as Windows-1252, "
            "since the database does not say how its text is encoded (SQL_ASCII). Check names with accents."
            for table, count in sorted(self.not_utf_8.items())
        )


def prepare(engine: Engine) -> Decoder:
    """Ask PostgreSQL for its encoding as soon as a connection is made, before anything else is read from it.

    Nothing is done for other databases, nor where the address names an encoding: the user then knows better.
    """
    from sqlalchemy import event

    decoder = Decoder()
    if engine.dialect.name != "postgresql" or ENCODING_IN_URL in engine.url.query:
        return decoder

    def on_connect(connection: Any, record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("SHOW server_encoding")
        (encoding,) = cursor.fetchone()
        if (encoding.decode() if isinstance(encoding, bytes) else encoding) == "SQL_ASCII":
            cursor.execute("SET client_encoding TO 'LATIN1'")
            decoder.is_needed = True
        cursor.close()
        # A setting made in a transaction that is rolled back is lost.
        connection.commit()

    # The library's own first questions would already fail on bytes.
    event.listen(engine.pool, "connect", on_connect, insert=True)
    return decoder
