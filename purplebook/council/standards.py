"""Reads `standards.toml`: a council's own dated values, each laid over the shipped ones from its first day on."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from purplebook.council.faults import suggestion
from purplebook.council.identity import days_of, overlap
from purplebook.council.toml_file import Entry, TomlFile
from purplebook.definitions.standards import LOCAL, NATIONAL, PracticeStandard, standards
from purplebook.language.standards_in import Values

HOW = "values = [{ since = 2015-04-01, value = 10 }]"


@dataclass(frozen=True)
class OwnValue:
    """A council's own value of a standard, from one day on; `until` is its last day, when it has one."""

    standard: str
    since: date
    until: date | None
    value: int
    source: str
    line: int | None = field(default=None, compare=False, repr=False)


def read_standards(file: TomlFile) -> tuple[OwnValue, ...]:
    """The council's own values, standard by standard; what cannot be used is in `file.faults`."""
    shipped = standards()
    values: list[OwnValue] = []
    for name in file.content:
        entry = file.whole.table(name)
        if entry is None:
            continue
        if name not in shipped:
            entry.fault(f"there is no standard '{name}'.", suggestion(name, tuple(shipped)))
            continue
        values += _values(entry, name, shipped[name])
    return tuple(values)


def _values(entry: Entry, name: str, shipped: PracticeStandard) -> list[OwnValue]:
    entry.check_keys(required={"values": HOW.partition(" = ")[2]}, optional=("source", "unit"))
    source = entry.text("source", example="Practice standards, agreed in April 2015") or "the council's own standard"
    unit = entry.text("unit", example=shipped.expression.unit)
    if unit not in (None, shipped.expression.unit):
        entry.fault(
            f"the unit of {name} is {shipped.expression.unit}, and cannot be {unit}.",
            "Leave `unit` out, and write the value in that unit.",
            key="unit",
        )
    values: list[OwnValue] = []
    for row in entry.entries("values", how=HOW):
        row.check_keys(required={"since": "2015-04-01", "value": "10"}, optional=("until",))
        since, until = days_of(row)
        value = row.whole_number("value")
        if since is None or value is None:
            continue
        new = OwnValue(name, since, until, value, source, row.line)
        for before in values:
            if before.since == since or (
                before.until is not None and overlap((before.since, before.until), (since, until))
            ):
                row.fault(
                    f"two values of {name} overlap: one since {before.since}, one since {since}.",
                    "Give the earlier an `until` on the day before the later begins.",
                )
                break
            if since < before.since:
                row.fault(
                    f"the value since {since} stands after one since {before.since}.", "Write them in order of date."
                )
                break
        values.append(new)
    return values


def laid_over(shipped: PracticeStandard, own: Sequence[OwnValue]) -> PracticeStandard:
    """The shipped standard with a council's values on their days; between and after them the shipped ones hold."""
    spans = [
        (value.since, value.until or _day_before(following), value.value)
        for value, following in zip(own, [*own[1:], None], strict=True)
    ]
    turns = {since for since, _ in shipped.expression.values} | {since for since, _, _ in spans}
    turns |= {until + timedelta(days=1) for _, until, _ in spans if until is not None}
    values: list[tuple[date, int]] = []
    for day in sorted(turns):
        value = _in_force(day, spans, shipped.expression.values)
        if value is not None and (not values or values[-1][1] != value):
            values.append((day, value))
    return dataclasses.replace(
        shipped,
        expression=dataclasses.replace(shipped.expression, values=tuple(values)),
        source=own[-1].source,
        set_by=LOCAL,
    )


def merged(own: Sequence[OwnValue]) -> Mapping[str, PracticeStandard]:
    """Every standard by name, with the council's values laid over the shipped ones."""
    by_name: dict[str, list[OwnValue]] = {}
    for value in own:
        by_name.setdefault(value.standard, []).append(value)
    return {name: laid_over(item, by_name[name]) if name in by_name else item for name, item in standards().items()}


def values_to_use(own: Sequence[OwnValue]) -> Mapping[str, Values]:
    """The dated values of the standards that a council changed, by the name that expressions give them."""
    together, changed = merged(own), {value.standard for value in own}
    return {together[name].expression.name: together[name].expression.values for name in changed}


def national_changed(own: Sequence[OwnValue]) -> Mapping[str, str]:
    """The national standards that a council has another value of: their names in expressions, and why that matters."""
    shipped = standards()
    return {
        shipped[
            name
        ].expression.name: f"we measure by our own standard for the {name.replace('_', ' ')}, not the national one"
        for name in dict.fromkeys(value.standard for value in own)
        if shipped[name].set_by == NATIONAL
    }


def _day_before(following: OwnValue | None) -> date | None:
    return None if following is None else following.since - timedelta(days=1)


def _in_force(day: date, spans: Sequence[tuple[date, date | None, int]], shipped: Values) -> int | None:
    own = [value for since, until, value in spans if since <= day and (until is None or day <= until)]
    if own:
        return own[-1]
    before = [value for since, value in shipped if since <= day]
    return before[-1] if before else None
