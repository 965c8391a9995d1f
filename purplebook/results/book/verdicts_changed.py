"""What late records changed in a verdict that an earlier release gave, told once and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.periods import parse_period
from purplebook.results.judgement.word import Word
from purplebook.results.printed import value_text

GIVEN = frozenset((Word.HIGHER, Word.LOWER, Word.CHANGED_LEVEL, Word.NO_SIGN))
"""The words of a verdict; the others say that none is given."""
RECENT = 6
"""How many of the newest judged months of a release are held against the next: those that its front page told of."""


@dataclass(frozen=True)
class VerdictChanged:
    """One month of which another thing is said now, with both figures."""

    indicator: Indicator
    sentence: str


def verdicts_changed(old: pa.Table, new: pa.Table, indicators: Sequence[Indicator]) -> tuple[VerdictChanged, ...]:
    """The months whose verdict is another one than in the earlier table, in the order of the report, the newest first.

    What a table of before verdicts were kept in sentences cannot tell is left out.
    """
    if not {"verdict", "is_newest"} <= set(old.column_names):
        return ()
    before, after = _recent(old), {(row["indicator"], row["period"]): row for row in new.to_pylist()}
    known = {item.id: item for item in indicators}
    return tuple(
        VerdictChanged(known[row["indicator"]], _sentence(known[row["indicator"]], row, now))
        for row in before
        if row["indicator"] in known
        and (now := after.get((row["indicator"], row["period"]))) is not None
        and now["verdict"] in GIVEN
        and now["verdict"] != row["verdict"]
    )


def _recent(table: pa.Table) -> Iterator[Mapping]:
    """The last judged months of each indicator, the newest first, of which a verdict was given."""
    months: dict[str, list[Mapping]] = {}
    judged: dict[str, bool] = {}
    for row in table.to_pylist():
        name = row["indicator"]
        if not judged.get(name, False):
            months.setdefault(name, []).append(row)
        judged[name] = judged.get(name, False) or bool(row["is_newest"])
    for rows in months.values():
        yield from (row for row in reversed(rows[-RECENT:]) if row["verdict"] in GIVEN)


def _sentence(item: Indicator, old: Mapping, new: Mapping) -> str:
    was, now = (value_text(item, None if row["value"] is None else Decimal(str(row["value"]))) for row in (old, new))
    month = parse_period(old["period"]).label
    return f"{month} was “{old['verdict']}” with {was}; as records stand now it is {now}, “{new['verdict']}”."
