"""Which kinds of value go together: dates with dates, numbers with numbers, codes with the codes of their set.

Each check refuses what cannot mean anything and says what to write instead.  It asks an expression only what it
`gives`, how it is `written`, and which `code_set` and table it belongs to.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NoReturn, Protocol

from purplebook.language.places import nearest, refuse
from purplebook.tables.codes import CODE_SETS
from purplebook.tables.schema import (
    CODE,
    CODES,
    DATE,
    DECIMAL,
    DETAILS,
    IDENTIFIER,
    LINK,
    TEXT,
    WHOLE_NUMBER,
    YES_NO,
)

NUMBERS = (WHOLE_NUMBER, DECIMAL)
WORDS = (CODE, TEXT, IDENTIFIER, LINK)
"""Kinds that are kept as text."""

_SAID = {
    DATE: "a date",
    WHOLE_NUMBER: "a whole number",
    DECIMAL: "a decimal number",
    CODE: "a code",
    CODES: "a list of codes",
    TEXT: "text",
    IDENTIFIER: "an identifier",
    LINK: "a link",
    YES_NO: "yes or no",
    DETAILS: "structured text that no indicator reads",
}
_CODES_SHOWN = 12


class Valued(Protocol):
    """What these checks ask of an expression."""

    @property
    def gives(self) -> str: ...
    @property
    def written(self) -> str: ...
    @property
    def code_set(self) -> str | None: ...
    @property
    def points_at(self) -> str | None: ...
    @property
    def is_condition(self) -> bool: ...


def kind_of_value(value: object) -> str:
    """The kind of a plain value; "" for what no column holds."""
    match value:
        case bool():
            return YES_NO
        case int():
            return WHOLE_NUMBER
        case Decimal():
            return DECIMAL
        case str():
            return TEXT
        case datetime.date() if not isinstance(value, datetime.datetime):
            return DATE
    return ""


def go_together(one: str, other: str) -> bool:
    """Whether values of two kinds can be equal."""
    return one == other or (one in NUMBERS and other in NUMBERS) or (one in WORDS and other in WORDS)


def check_is(node: Valued, kinds: Sequence[str], word: str) -> None:
    """Refuse what does not give one of some kinds where `word` needs it."""
    if node.gives in kinds and not node.is_condition:
        return
    wanted = "text or a code" if set(kinds) & set(WORDS) else _SAID[kinds[0]]
    hint = ""
    if kinds == (WHOLE_NUMBER,) and node.gives == DECIMAL:
        hint = f" Write hundredths({node.written}), which counts in whole hundredths."
    elif kinds == (WHOLE_NUMBER,) and node.gives == DATE:
        hint = " A length of time is days_between(start, end), and an age is age_on(day, born=…)."
    elif kinds == (DATE,):
        hint = " Write a date of the row, PERIOD.last_day or date(2015, 4, 1)."
    elif kinds == (WHOLE_NUMBER,) and node.gives in (*WORDS, CODES, YES_NO):
        hint = " To say how many rows there are write count(…); for a part of them, percentage_of(…, that=…)."
    refuse(f"{word} needs {wanted}, and {node.written} is {_what(node)}.{hint}")


def check_value(source: Valued, value: Any) -> None:
    """Refuse a fixed value that `source` can never be equal to: another kind, or no code of its set."""
    kind = kind_of_value(value)
    if source.is_condition:
        refuse(f"{source.written} is true or false already. Use it as it is, or write not_(…).")
    if source.gives == DETAILS:
        refuse(f"{source.written} holds {_SAID[DETAILS]}, so nothing can be compared with it.")
    if not kind or not go_together(source.gives, kind):
        _refuse_value(source, value)
    if source.code_set is not None and source.gives in (CODE, CODES):
        check_code(source, value)


def check_code(source: Valued, code: str) -> None:
    """Refuse a code that is not in the column's code set, with the nearest that is."""
    code_set = CODE_SETS.get(source.code_set or "")
    if code_set is None or code_set.find(code) is not None:
        return
    by_label = {entry.label: entry.code for entry in code_set.codes}
    near = nearest(code, [entry.code for entry in code_set.codes]) or by_label.get(nearest(code, by_label), "")
    meant = f"Did you mean {near!r} ({label_of(code_set.name, near)})? " if near else ""
    listed = ", ".join(f"{entry.code} ({entry.label})" for entry in code_set.codes[:_CODES_SHOWN])
    more = len(code_set.codes) - _CODES_SHOWN
    refuse(
        f"{code!r} is not a code of {source.written}, so it would count nothing. {meant}Its codes are: {listed}"
        + (f" … and {more} more." if more > 0 else ".")
    )


def label_of(code_set: str, code: str) -> str:
    """What a code of a set means."""
    entry = CODE_SETS[code_set].find(code)
    return entry.label if entry else code


def check_several(source: Valued, values: tuple, *, word: str) -> None:
    """Refuse values that `is_in` and `is_not` cannot hold `source` against."""
    if not values:
        refuse(f"{source.written}.{word}() names no value. Write at least one, or is_missing() or is_recorded().")
    if source.gives == CODES:
        refuse(f"{source.written} holds several codes. Write {source.written}.contains({values[0]!r}).")
    for value in values:
        if isinstance(value, list | tuple | set | frozenset | dict):
            refuse(f"{word}() takes values one by one. Write {word}(*codes) with a star, or {word}('1A', '2B').")
        if value is None:
            refuse(f"Nothing is equal to None. Write {source.written}.is_missing() or .is_recorded().")
        if hasattr(type(value), "gives"):
            refuse(f"{word}() takes fixed values only. To compare with {value.written} write .is_(…).")
        check_value(source, value)
    twice = [value for place, value in enumerate(values) if value in values[:place]]
    if twice:
        refuse(f"{word}() names {twice[0]!r} twice. Was another value meant?")


def check_compared(op: str, left: Valued, right: Valued, *, fixed: Any = None) -> None:
    """Refuse a comparison that cannot be made; `fixed` is the right side where it is a plain value."""
    for side in (left, right):
        if side.is_condition:
            refuse(f"{side.written} is true or false already, and cannot be compared. Use all_of, any_of or not_.")
        if side.gives == CODES:
            refuse(f"{side.written} holds several codes. Write {side.written}.contains('…').")
        if side.gives == DETAILS:
            refuse(f"{side.written} holds {_SAID[DETAILS]}, so nothing can be compared with it.")
    if fixed is not None:
        if left.gives not in (DATE, *NUMBERS) and op != "=":
            _refuse_order(left, fixed)
        check_value(left, fixed)
    elif not go_together(left.gives, right.gives):
        _refuse_pair(left, right)
    elif op != "=" and left.gives not in (DATE, *NUMBERS) and {left.gives, right.gives} != {IDENTIFIER}:
        # The greater of two identifiers breaks a tie; their order means nothing else.
        _refuse_order(left, None)
    elif left.gives == right.gives == CODE and left.code_set and right.code_set and left.code_set != right.code_set:
        refuse(
            f"{left.written} holds codes of '{left.code_set}' and {right.written} codes of '{right.code_set}': equal "
            "codes would mean different things."
        )
    else:
        check_same_thing(left, right)
    if left == right:
        refuse(f"{left.written} is compared with itself. Write this_row(…) for the row that is counted.")


def check_same_thing(left: Valued, right: Valued) -> None:
    """Refuse identifiers of two different tables: a child is never a team."""
    if left.points_at and right.points_at and left.points_at != right.points_at:
        refuse(
            f"{left.written} names a row of '{left.points_at}' and {right.written} one of '{right.points_at}': "
            "they are never the same."
        )


def _what(node: Valued) -> str:
    return "a condition" if node.is_condition else _SAID.get(node.gives, "nothing that can be compared")


def _refuse_order(left: Valued, fixed: Any) -> NoReturn:
    if left.gives == YES_NO:
        refuse(f"{left.written} is yes or no, which have no order. Write {left.written}.is_(True) or .is_(False).")
    shown = "'…'" if fixed is None else repr(str(fixed))
    refuse(
        f"{left.written} is {_SAID[left.gives]}, and {'codes' if left.gives == CODE else 'words'} have no order. "
        f"Write {left.written}.is_in({shown}, …)."
    )


def _refuse_pair(left: Valued, right: Valued) -> NoReturn:
    hint = ""
    if {left.gives, right.gives} == {DATE, WHOLE_NUMBER}:
        hint = " A length of time is days_between(start, end); another day is date.add_months(6)."
    refuse(f"{left.written} is {_what(left)} and {right.written} is {_what(right)}: they cannot be compared.{hint}")


def _refuse_value(source: Valued, value: Any) -> NoReturn:
    """Say what to write instead of a value of another kind."""
    hint = "Write a value of that kind."
    match source.gives:
        case kind if kind == DATE and isinstance(value, str):
            hint = f"Write {_date_in(value)}, or a day such as PERIOD.last_day."
        case kind if kind == DATE and isinstance(value, datetime.datetime):
            hint = f"Write date({value.year}, {value.month}, {value.day}): records hold days, not hours."
        case kind if kind == DATE and isinstance(value, int) and 1900 <= value <= 2100:
            hint = f"Write a day of that year, such as date({value}, 4, 1)."
        case kind if kind == DATE:
            hint = "A length of time is days_between(start, end); another day is date.add_months(6)."
        case kind if kind == YES_NO:
            hint = f"Write {source.written}.is_(True) or {source.written}.is_(False)."
        case kind if kind in NUMBERS and isinstance(value, str) and value.strip().lstrip("-").isdigit():
            hint = f"Write {int(value)} without quotation marks."
        case kind if kind in NUMBERS:
            hint = "Write a whole number such as 5, or an exact one such as Decimal('2.50')."
        case kind if kind == CODE and kind_of_value(value) == WHOLE_NUMBER:
            hint = f"Codes are text: write {str(value)!r} with quotation marks."
        case kind if kind in WORDS:
            hint = "Write text in quotation marks."
    kind_words = _SAID.get(kind_of_value(value), f"a {type(value).__name__}")
    refuse(f"{source.written} is {_what(source)} and {value!r} is {kind_words}: they cannot be compared. {hint}")


def _date_in(text: str) -> str:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return "a date such as date(2015, 4, 1)"
    return f"date({day.year}, {day.month}, {day.day})"
