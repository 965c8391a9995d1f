"""The very children by whom one figure differs between two releases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.book.behind import Behind, children_behind
from purplebook.store import Snapshot


@dataclass(frozen=True)
class Moved:
    """One child who came into a figure or left it, and how often; `way` says which, and of what part."""

    la_child_id: str
    way: str
    times: int


def came_and_went(old: Snapshot, new: Snapshot, item: Indicator, *, period: Period) -> tuple[Moved, ...]:
    """Who came and who left, by the council's own number; those of the whole that a percentage is a part of too."""
    key = item.id, period.key
    before = children_behind(old, {item.id: [period]}, [item]).get(key, Behind())
    after = children_behind(new, {item.id: [period]}, [item]).get(key, Behind())
    parts = [
        ("came into the figure", after.counted - before.counted, new),
        ("left the figure", before.counted - after.counted, old),
    ]
    if item.measure.bottom is not None:
        parts += [
            ("came into the whole", after.among - before.among, new),
            ("left the whole", before.among - after.among, old),
        ]
    return tuple(
        Moved(number, way, times) for way, members, snapshot in parts for number, times in _numbered(members, snapshot)
    )


def _numbered(members: Counter[str], snapshot: Snapshot) -> list[tuple[str, int]]:
    if not members:
        return []
    people = snapshot.read("person", columns=["person_id", "la_child_id"]).to_pylist()
    names = {row["person_id"]: row["la_child_id"] or "not recorded" for row in people if row["person_id"] in members}
    return sorted((names.get(person, "not recorded"), times) for person, times in members.items())
