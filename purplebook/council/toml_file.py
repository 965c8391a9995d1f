"""Reads one TOML file of a council's folder: every wrong key, type and day is a fault with its line, all at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from purplebook.council.faults import Fault, nearest, suggestion
from purplebook.council.lines import Place, lines_of

PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
NOTHING_MORE: Mapping[str, str] = MappingProxyType({})
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Signs that no page can print and that Word cannot hold."""
UNSEEN_SIGN = "there is a sign here that nobody can see."
AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")


@dataclass(frozen=True)
class TomlFile:
    """What a file says, and where; `faults` grows while it is read and is empty when all of it can be used."""

    path: Path
    content: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, what: str, instead: str, *, at: Place = ()) -> None:
        """Note a fault at the nearest place that has a line."""
        while at and at not in self.lines:
            # A list of entries has the line of its first one.
            at = (*at, 0) if (*at, 0) in self.lines else at[:-1]
        self.faults.append(Fault(self.path, self.lines.get(at), what, instead))

    @property
    def whole(self) -> Entry:
        """The file as one table."""
        return Entry(self, (), self.content)


@dataclass(frozen=True)
class Entry:
    """One table of a file, whose values are asked for by kind; what is not of that kind is a fault and None."""

    file: TomlFile
    place: Place
    content: Mapping[str, Any]

    @property
    def line(self) -> int | None:
        """The line on which it begins."""
        return self.file.lines.get(self.place)

    def has(self, name: str) -> bool:
        """Whether it says anything under a name."""
        return name in self.content

    def fault(self, what: str, instead: str, *, key: str = "") -> None:
        """Note a fault of the entry, or of one of its keys."""
        self.file.fault(what, instead, at=(*self.place, key) if key else self.place)

    def check_keys(
        self, *, required: Mapping[str, str], optional: Sequence[str] = (), why: Mapping[str, str] = NOTHING_MORE
    ) -> bool:
        """Whether every key is known and none is lacking; `required` has an example of each, `why` some reasons."""
        known = (*required, *optional)
        odd = [name for name in self.content if name not in known]
        meant = {nearest(name, known) for name in odd}
        for name in odd:
            self.fault(f"there is no setting called '{name}' here.", suggestion(name, known), key=name)
        # A key that is only misspelt is not lacking as well.
        lacking = [name for name in required if name not in self.content and name not in meant]
        for name in lacking:
            self.fault(f"{name} is missing{why.get(name, '')}.", f"Write: {name} = {required[name]}")
        return not odd and not lacking and not meant & set(required)

    def text(self, name: str, *, example: str = "…") -> str | None:
        """Words in quotation marks, without the spaces around them; never empty."""
        value = self.content.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            shown = str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else example
            return self._wrong(name, f"must be words in quotation marks, not {_kind(value)}.", f'"{shown}"')
        if not value.strip():
            return self._wrong(name, "is empty.", f'"{example}", or leave the line out')
        if UNSEEN.search(value):
            return self._wrong(name, "holds a sign that nobody can see.", f'"{example}"')
        return value.strip()

    def day(self, name: str) -> date | None:
        """A day, written without quotation marks."""
        value = self.content.get(name)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            return self._wrong(name, f"must be a day without quotation marks, not {_kind(value)}.", "2015-04-01")
        return value

    def whole_number(self, name: str, *, example: str = "10") -> int | None:
        """A whole number above nought."""
        value = self.content.get(name)
        if value is None:
            return None
        if isinstance(value, Decimal):
            return self._wrong(name, f"must be a whole number, not {value}.", example)
        if isinstance(value, bool) or not isinstance(value, int):
            return self._wrong(name, f"must be a whole number without quotation marks, not {_kind(value)}.", example)
        if value < 1:
            return self._wrong(name, "must be above nought.", example)
        return value

    def number(self, name: str) -> Decimal | None:
        """A number, whole or with a decimal point."""
        value = self.content.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            example = value if isinstance(value, str) and PLAIN_NUMBER.fullmatch(value) else "95"
            return self._wrong(name, f"must be a number without quotation marks, not {_kind(value)}.", example)
        return Decimal(value)

    def yes_or_no(self, name: str) -> bool | None:
        """true or false."""
        value = self.content.get(name)
        if value is None or isinstance(value, bool):
            return value
        return self._wrong(name, f"must be true or false, not {_kind(value)}.", "true")

    def texts(self, name: str, *, example: str) -> tuple[str, ...] | None:
        """A list of words, each in quotation marks."""
        value = self.content.get(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return self._wrong(name, "must be a list of words in quotation marks.", example)
        return tuple(value)

    def table(self, name: str) -> Entry | None:
        """A table under a name."""
        value = self.content.get(name)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            return self._wrong(name, f"must be a table, not {_kind(value)}.", f"[{name}] on a line of its own", "")
        return Entry(self.file, (*self.place, name), value)

    def entries(self, name: str, *, how: str = "") -> Iterator[Entry]:
        """The tables of a list under a name: [[name]], or a list of tables on one line where `how` shows one."""
        value = self.content.get(name)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            self._wrong(name, f"must be a list of entries, not {_kind(value)}.", how or f"[[{name}]] above each", "")
            return
        for number, item in enumerate(value):
            yield Entry(self.file, (*self.place, name, number), item)

    def _wrong(self, name: str, what: str, example: str, start: str | None = None) -> None:
        shown = f"{name} = " if start is None else start
        self.fault(f"{name} {what}", f"Write: {shown}{example}.", key=name)


def read_toml(path: Path) -> TomlFile:
    """Read a file; what cannot be read at all is its one fault."""
    text = text_of(path)
    if isinstance(text, Fault):
        return TomlFile(path, faults=[text])
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        where = AT_LINE.search(str(error))
        what = AT_LINE.sub("", str(error)).replace(" (at end of document)", " at the end of the file")
        line = int(where[1]) if where else text.count("\n") or 1
        instead = "Write each setting as name = value: words in quotation marks, days and numbers without."
        if "overwrite" in what or "twice" in what:
            instead = "Keep one of them."
        return TomlFile(path, faults=[Fault(path, line, f"this is not TOML: {what}.", instead)])
    except RecursionError:
        return TomlFile(path, faults=[Fault(path, None, "lists stand in lists too deep.", "Write each on its own.")])
    return TomlFile(path, content, lines_of(text))


def text_of(path: Path) -> str | Fault:
    """The text of a file in UTF-8; or why it cannot be read, with the line where one is at fault."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Fault(path, None, f"cannot be read: {error.strerror}.", "Make it a file you may read.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Fault(path, line, "this is not text in UTF-8.", "Save the file as UTF-8, as every editor can.")
    if unseen := UNSEEN.search(text):
        return Fault(path, text.count("\n", 0, unseen.start()) + 1, UNSEEN_SIGN, "Take it away, or type the line anew.")
    return text


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return "words in quotation marks"
        case Decimal() if not value.is_finite():
            return str(value)
        case int() | Decimal():
            return "a number"
        case datetime():
            return "a day with an hour"
        case date():
            return "a day"
        case list():
            return "a list"
        case _:
            return "a table"
