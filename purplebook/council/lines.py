"""The line on which each table, key and item of a TOML file stands, because Python's own reader does not say.

It scans text that is known to be sound TOML: strings and comments are stepped over, and of a value nothing is
understood but where the items of a list, and the keys of a table written on one line, begin.
"""

from __future__ import annotations

from collections.abc import Mapping

Place = tuple[str | int, ...]
"""The way to a value: names of tables and keys, and the number of an item counted from nought."""

ENDS_OF_A_PLAIN_VALUE = ",]}\n#"


def lines_of(text: str) -> Mapping[Place, int]:
    """The line of every table, key and item, counted from one."""
    return _Scan(text).whole()


class _Scan:
    """One walk through the text, from its start to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Place, int] = {}
        self.counts: dict[Place, int] = {}

    def whole(self) -> Mapping[Place, int]:
        table: Place = ()
        self._blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._blank()
        return self.lines

    def _note(self, place: Place) -> None:
        self.lines.setdefault(place, self.text.count("\n", 0, self.at) + 1)

    def _blank(self, more: str = "") -> None:
        """Step over spaces, line ends and comments, and over the signs in `more`."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif self.text[self.at].isspace() or self.text[self.at] in more:
                self.at += 1
            else:
                return

    def _header(self) -> Place:
        start, depth = self.at, 2 if self.text.startswith("[[", self.at) else 1
        self.at += depth
        names, place = self._key(), ()
        for number, name in enumerate(names, start=1):
            place = (*place, name)
            if depth == 2 and number == len(names):
                self.counts[place] = self.counts.get(place, -1) + 1
            if place in self.counts:
                place = (*place, self.counts[place])
        after, self.at = self.at, start
        self._note(place)
        self.at = after + depth
        return place

    def _pair(self, table: Place) -> None:
        start = self.at
        place = (*table, *self._key())
        after, self.at = self.at, start
        self._note(place)
        self.at = after + 1
        self._spaces()
        self._value(place)

    def _key(self) -> tuple[str, ...]:
        """A key with its dots; ends at the sign that follows it."""
        names: list[str] = []
        while True:
            self._spaces()
            if self.text[self.at] in "\"'":
                start = self.at
                self._string()
                names.append(self.text[start + 1 : self.at - 1])
            else:
                start = self.at
                while self.text[self.at] not in " \t.=]":
                    self.at += 1
                names.append(self.text[start : self.at])
            self._spaces()
            if self.text[self.at] != ".":
                return tuple(names)
            self.at += 1

    def _spaces(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1

    def _value(self, place: Place) -> None:
        sign = self.text[self.at]
        if sign == "[":
            self._items(place)
        elif sign == "{":
            self._one_line_table(place)
        elif sign in "\"'":
            self._string()
        else:
            while self.at < len(self.text) and self.text[self.at] not in ENDS_OF_A_PLAIN_VALUE:
                self.at += 1

    def _items(self, place: Place) -> None:
        self.at += 1
        number = 0
        self._blank(",")
        while self.text[self.at] != "]":
            self._note((*place, number))
            self._value((*place, number))
            number += 1
            self._blank(",")
        self.at += 1

    def _one_line_table(self, place: Place) -> None:
        self.at += 1
        self._blank(",")
        while self.text[self.at] != "}":
            self._pair(place)
            self._blank(",")
        self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        mark = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(mark)
        while not self.text.startswith(mark, self.at):
            self.at += 2 if self.text[self.at] == "\\" and quote == '"' else 1
        self.at += len(mark)
        # A long string may end with a quotation mark of its own before the closing ones.
        while len(mark) == 3 and self.text.startswith(quote, self.at):
            self.at += 1
