"""Reads `targets.toml`: what the council, a partner or a provider aims at, each with the days on which it applies.

A target without a first day is refused: nobody could say which figures it is for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purplebook.council.faults import suggestion
from purplebook.council.identity import days_of, overlap
from purplebook.council.indicator_names import known_indicator
from purplebook.council.toml_file import Entry, TomlFile
from purplebook.definitions.reference import Target
from purplebook.definitions.units import unit_of
from purplebook.language.indicators import Indicator
from purplebook.language.periods import PeriodKind

DIRECTIONS = ("at least", "at most")
REQUIRED = {
    "indicator": '"CL07"',
    "value": "95",
    "unit": '"%"',
    "direction": '"at least"',
    "since": "2015-04-01",
    "source": '"Corporate plan 2015"',
}
WHY = {"since": ", the first day it applies: without it nobody can tell which figures it is for"}


def read_targets(file: TomlFile, indicators: Sequence[Indicator]) -> tuple[Target, ...]:
    """The targets in the order of the file; what cannot be used is in `file.faults`."""
    file.whole.check_keys(required={}, optional=("target",))
    targets: list[Target] = []
    units = {item.id: unit_of(item) for item in indicators}
    for entry in file.whole.entries("target"):
        target = _target(entry, units)
        if target is None:
            continue
        clash = next((other for other in targets if _is_same_aim(target, other)), None)
        if clash is not None:
            entry.fault(
                f"two targets for {target.indicator} apply on {max(target.since, clash.since)}.",
                "Give the earlier an `until` before that day.",
            )
        targets.append(target)
    return tuple(targets)


def _target(entry: Entry, units: Mapping[str, str]) -> Target | None:
    is_sound = entry.check_keys(required=REQUIRED, optional=("until", "only_for", "partner"), why=WHY)
    indicator = known_indicator(entry, tuple(units))
    since, until = days_of(entry)
    value, unit, source = entry.number("value"), entry.text("unit", example="%"), entry.text("source")
    if unit and indicator and unit != units[indicator]:
        entry.fault(
            f"{indicator} is in {units[indicator]}, not {unit}.", f'Write: unit = "{units[indicator]}".', key="unit"
        )
    elif unit == "%" and value is not None and not 0 <= value <= 100:
        entry.fault(f"{value} is no percentage.", "Write one from 0 to 100.", key="value")
    direction = entry.text("direction", example="at least")
    if direction not in (None, *DIRECTIONS):
        entry.fault(
            f"a target is at least or at most, not '{direction}'.",
            suggestion(direction or "", DIRECTIONS),
            key="direction",
        )
    kinds = _kinds(entry)
    if None in (indicator, since, value, unit, source, direction, kinds) or not is_sound:
        return None
    return Target(
        indicator=indicator or "",
        value=value,  # pyright: ignore[reportArgumentType]
        unit=unit or "",
        direction=direction or "",
        since=since,  # pyright: ignore[reportArgumentType]
        until=until,
        only_for=kinds or (),
        source=source or "",
        partner=entry.text("partner", example="the adoption agency") or "",
    )


def _kinds(entry: Entry) -> tuple[PeriodKind, ...] | None:
    names = entry.texts("only_for", example='["year"]')
    if names is None:
        return None if entry.has("only_for") else ()
    known = tuple(str(kind) for kind in PeriodKind)
    for name in names:
        if name not in known:
            entry.fault(f"there is no kind of period called '{name}'.", suggestion(name, known), key="only_for")
    return tuple(PeriodKind(name) for name in names if name in known)


def _is_same_aim(one: Target, other: Target) -> bool:
    """Whether two targets are of the same figure and days, so that nobody could say which one holds."""
    share_a_kind = not one.only_for or not other.only_for or bool(set(one.only_for) & set(other.only_for))
    of_one_figure = (one.indicator, one.partner) == (other.indicator, other.partner)
    return of_one_figure and share_a_kind and overlap((one.since, one.until), (other.since, other.until))
