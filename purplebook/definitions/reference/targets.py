"""Targets, each with the days on which it applies: those that ship, and those of a council's own targets.toml.

A target without a first day is refused: nobody could say which figures it is for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from purplebook.errors import BadInputError
from purplebook.language.periods import PeriodKind

DIRECTIONS = ("at least", "at most")
REQUIRED = ("indicator", "value", "unit", "since", "direction", "source")
OPTIONAL = ("until", "only_for")
EXAMPLE = (
    '[[target]]\nindicator = "CL07"\nvalue = 95\nunit = "%"\ndirection = "at least"\nsince = 2015-04-01\n'
    'source = "Corporate plan 2015"'
)


@dataclass(frozen=True)
class Target:
    """One target and the days, both included, on which it applies; `only_for` names kinds of period when not all."""

    indicator: str
    value: Decimal
    unit: str
    direction: str
    since: date
    until: date | None
    only_for: tuple[PeriodKind, ...]
    source: str

    def applies(self, kind: PeriodKind, last_day: date) -> bool:
        """Whether it is the target of a period of this kind that ends on this day."""
        in_force = self.since <= last_day and (self.until is None or last_day <= self.until)
        return in_force and (not self.only_for or kind in self.only_for)


@cache
def shipped_targets() -> tuple[Target, ...]:
    """The targets that ship with the product: those the 2015 paper prints."""
    text = files("purplebook.definitions.reference").joinpath("targets.toml").read_text("utf-8")
    return _targets(text, where="targets.toml")


def read_targets(path: Path) -> tuple[Target, ...]:
    """The targets of a council's own file; BadInputError says which one cannot be used, and why."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise BadInputError(f"{path} is not text in UTF-8. Save it as UTF-8.") from fault
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read: {fault.strerror}. Name a file that is there.") from fault
    return _targets(text, where=str(path))


def _targets(text: str, *, where: str) -> tuple[Target, ...]:
    try:
        known = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        raise BadInputError(f"{where} is not TOML: {fault}. A target is written like this:\n{EXAMPLE}") from fault
    entries = known.get("target", [])
    odd = sorted(set(known) - {"target"})
    if odd or not isinstance(entries, list):
        raise BadInputError(
            f"{where} may hold nothing but [[target]] entries{', not ' + ', '.join(odd) if odd else ''}. "
            f"A target is written like this:\n{EXAMPLE}"
        )
    found = tuple(_target(entry, where=f"{where}, target {place}") for place, entry in enumerate(entries, start=1))
    _refuse_overlaps(found, where=where)
    return found


def _target(entry: Mapping[str, Any], *, where: str) -> Target:
    if "indicator" in entry:
        where = f"{where} ({entry['indicator']})"
    if "since" not in entry:
        raise BadInputError(
            f"{where} has no date. Say from which day it applies: since = 2015-04-01. Without it nobody can tell which "
            "figures it is for."
        )
    missing = [name for name in REQUIRED if name not in entry]
    odd = [name for name in entry if name not in REQUIRED + OPTIONAL]
    if missing or odd:
        said = [f"lacks {', '.join(missing)}"] if missing else []
        said += [f"has {', '.join(odd)}, which no target has"] if odd else []
        raise BadInputError(f"{where} {' and '.join(said)}. A target is written like this:\n{EXAMPLE}")
    days = {name: _day(entry[name], where=where, name=name) for name in ("since", "until") if name in entry}
    since, until = days["since"], days.get("until")
    if until is not None and until < since:
        raise BadInputError(f"{where} ends on {until}, before it begins on {since}. Put the earlier day in `since`.")
    if entry["direction"] not in DIRECTIONS:
        raise BadInputError(f'{where}: direction must be "at least" or "at most".')
    value = entry["value"]
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
        raise BadInputError(f"{where}: value must be a number without quotes, such as 95 or 4.5.")
    kinds = entry.get("only_for", [])
    unknown = [str(kind) for kind in kinds if kind not in set(PeriodKind)] if isinstance(kinds, list) else [str(kinds)]
    if unknown:
        raise BadInputError(
            f"{where}: only_for names {', '.join(unknown)}. It is a list of kinds of period: {', '.join(PeriodKind)}."
        )
    return Target(
        indicator=str(entry["indicator"]),
        value=Decimal(value),
        unit=str(entry["unit"]),
        direction=entry["direction"],
        since=since,
        until=until,
        only_for=tuple(PeriodKind(kind) for kind in kinds),
        source=str(entry["source"]),
    )


def _day(value: Any, *, where: str, name: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise BadInputError(f"{where}: {name} must be a day without quotes: {name} = 2015-04-01.")
    return value


def _refuse_overlaps(targets: Sequence[Target], *, where: str) -> None:
    """Two targets for the same figure and day would leave open which one it is held against."""
    for place, one in enumerate(targets):
        for other in targets[place + 1 :]:
            first, second = sorted((one, other), key=lambda target: target.since)
            is_both = not one.only_for or not other.only_for or set(one.only_for) & set(other.only_for)
            if one.indicator == other.indicator and is_both and (first.until is None or second.since <= first.until):
                raise BadInputError(
                    f"{where}: two targets for {one.indicator} apply on {second.since}. Give the first an `until` "
                    "before that day."
                )


def targets_with(own: Sequence[Target]) -> tuple[Target, ...]:
    """A council's own targets, and the shipped ones of the indicators that it has none for."""
    named = {target.indicator for target in own}
    return (*own, *(target for target in shipped_targets() if target.indicator not in named))
