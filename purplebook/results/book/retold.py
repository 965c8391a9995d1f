"""What late records change in verdicts that an earlier release gave: each told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import parse_period
from purplebook.results.judgement.word import Word
from purplebook.results.printed import count_text, float_text

GIVEN = (Word.HIGHER, Word.LOWER, Word.CHANGED_LEVEL, Word.NO_SIGN)
"""What is said for good of a month, unless its records change."""

AS_USUAL = {Word.NO_SIGN: "as usual", Word.FILLING: "and still filling up", Word.NOT_COVERED: "and not yet covered"}


@dataclass(frozen=True)
class Retold:
    """One month of an indicator of which another verdict is given now, and how that is said."""

    indicator: Indicator
    period: str
    before: Word
    now: Word
    sentence: str


def retold(old: pa.Table, new: pa.Table, indicators: Sequence[Indicator]) -> tuple[Retold, ...]:
    """The verdicts that the tables of two releases give otherwise, the newest months first.

    A release made before there was a table of verdicts has none to compare.
    """
    if "verdict" not in old.column_names:
        return ()
    by_id = {item.id: item for item in indicators}
    earlier = {(row["indicator"], row["period"]): row for row in old.to_pylist()}
    changed = []
    for row in new.to_pylist():
        item, before = by_id.get(row["indicator"]), earlier.get((row["indicator"], row["period"]))
        if item is None or before is None or before["verdict"] == row["verdict"]:
            continue
        if before["verdict"] in GIVEN:
            said, now = Word(before["verdict"]), Word(row["verdict"])
            changed.append(Retold(item, row["period"], said, now, _sentence(item, before, row)))
    return tuple(sorted(changed, key=lambda one: parse_period(one.period).last_day, reverse=True))


def _sentence(item: Indicator, before: Mapping, row: Mapping) -> str:
    """June 2015 was "no sign of a change" with 118; with 71 late records it is 189, as usual."""
    label, now = parse_period(row["period"]).label, Word(row["verdict"])
    word = AS_USUAL.get(now, str(now))
    was = f'{label} was "{before["verdict"]}"'
    if before["value"] is None or row["value"] is None:
        return f"{was}; there is no figure now."
    if before["value"] == row["value"]:
        return f"{was}; its own number is the same, and by months before it that have changed it is now {word}."
    was += f" with {float_text(item, before['value'])}"
    more = row["value"] - before["value"]
    late = ""
    if item.measure.shape is Shape.COUNT:
        count = count_text(abs(int(more)))
        late = f"with {count} late records it" if more > 0 else f"with {count} records fewer it"
    return f"{was}; {late or 'with late records it'} is {float_text(item, row['value'])}, {word}."
