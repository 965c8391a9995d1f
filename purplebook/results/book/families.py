"""Which children come together: siblings, by every link that the records hold.

A family is the children joined by a shared family number, by one meeting, or by one address on the day on which both
were referred or discussed.  Two links make one family: who was in a meeting with either is in it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.store import Snapshot

MOST_TOGETHER = 12
"""A number or an address that more children share is a home, a school or a place-holder, and no family."""

NUMBERED = (
    ("pre_proceedings", "family_id"),
    ("permanence_case", "family_id"),
    ("child_protection_conference", "meeting_id"),
)
"""Tables with a number that siblings share, and its column."""
SAME_DAY = (("referral", "referred_on"), ("child_protection_conference", "held_on"))
"""Tables whose rows of one day and one address are a family's."""


@dataclass(frozen=True)
class Families:
    """The number of each child's family by our own key; a child in none of the links has no entry."""

    of: Mapping[str, int]

    def numbers(self, children: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """For each child its family's number, one of its own where none is known; and whether one is known."""
        most = len(self.of)  # No family has a number so large.
        known = np.array([self.of.get(child, -1) for child in children], np.int64)
        return np.where(known < 0, most + np.arange(len(children)), known), known >= 0


def families_of(snapshot: Snapshot) -> Families:
    """The families that the records of one authority tell of."""
    links = [_numbered(snapshot, table, column) for table, column in NUMBERED]
    links += [_attributes(snapshot, "FAMILY")]
    links += _same_day(snapshot)
    return Families(joined_up(group for groups in links for group in groups.values()))


def joined_up(groups: Iterable[Sequence[str]]) -> dict[str, int]:
    """A number for each child, the same for all who are joined by any chain of groups; too large groups join nobody."""
    above: dict[str, str] = {}

    def head(child: str) -> str:
        while (upper := above.setdefault(child, child)) != child:
            above[child] = above[upper]
            child = above[child]
        return child

    for group in groups:
        if len(set(group)) <= MOST_TOGETHER:
            first = head(group[0])
            for child in group:
                above[head(child)] = first
    heads: dict[str, int] = {}
    return {child: heads.setdefault(head(child), len(heads)) for child in list(above)}


Groups = dict[tuple[str, ...], list[str]]


def _grouped(people: Sequence[str | None], *keys: Sequence[object]) -> Groups:
    groups: Groups = {}
    for person, *key in zip(people, *keys, strict=True):
        if person is not None and None not in key:
            groups.setdefault(tuple(map(str, key)), []).append(person)
    return groups


def _numbered(snapshot: Snapshot, table: str, column: str) -> Groups:
    rows = _columns(snapshot, table, ("person_id", column))
    return {} if rows is None else _grouped(*(rows.column(name).to_pylist() for name in ("person_id", column)))


def _attributes(snapshot: Snapshot, kind: str) -> Groups:
    rows = _columns(snapshot, "person_attribute", ("person_id", "attribute_type", "value_text"))
    if rows is None:
        return {}
    rows = rows.filter(pc.equal(rows.column("attribute_type"), kind))  # pyright: ignore[reportAttributeAccessIssue]
    return _grouped(rows.column("person_id").to_pylist(), rows.column("value_text").to_pylist())


def _same_day(snapshot: Snapshot) -> list[Groups]:
    """Children of one address who were referred, or discussed, on one day."""
    homes = {person: address for (address,), people in _attributes(snapshot, "ADDRESS").items() for person in people}
    if not homes:
        return []
    groups = []
    for table, column in SAME_DAY:
        rows = _columns(snapshot, table, ("person_id", column))
        if rows is not None:
            people = rows.column("person_id").to_pylist()
            groups.append(_grouped(people, rows.column(column).to_pylist(), [homes.get(person) for person in people]))
    return groups


def _columns(snapshot: Snapshot, table: str, names: tuple[str, ...]) -> pa.Table | None:
    """Some columns of a table, or None where the snapshot has not all of them."""
    if table not in snapshot.table_names or set(names) & set(snapshot.missing_columns(table)):
        return None
    return snapshot.read(table, columns=list(names))
