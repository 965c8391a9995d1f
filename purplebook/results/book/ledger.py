"""The restatement ledger: what differs between two releases, by how much, why, and how many children came and went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, parse_period
from purplebook.results.book.behind import Behind, children_behind
from purplebook.results.figures import EVERYONE
from purplebook.store import Snapshot

KEYS = ("indicator", "period", "breakdown", "group")
COMPARED = ("edition", "numerator", "denominator", "value", "status")

CHANGE_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("period", pa.string()),
        ("breakdown", pa.string()),
        ("group", pa.string()),
        ("old_numerator", pa.int64()),
        ("new_numerator", pa.int64()),
        ("old_denominator", pa.int64()),
        ("new_denominator", pa.int64()),
        ("old_value", pa.decimal128(18, 2)),
        ("new_value", pa.decimal128(18, 2)),
        ("why", pa.string()),
    ]
)
"""Every figure that two releases do not share; null where one of them has none."""


@dataclass(frozen=True)
class Restated:
    """One headline figure that changed, with the children who came into it and left it.

    `entered` and `left` are of what is counted; `base_entered` and `base_left` of what it is a part of.  All four are
    None where it cannot be told: the old records are gone, or what is counted is no child's.
    """

    indicator: str
    title: str
    period: str
    old_value: Decimal | None
    new_value: Decimal | None
    old_parts: tuple[int | None, int | None]
    new_parts: tuple[int | None, int | None]
    why: str
    entered: int | None
    left: int | None
    base_entered: int | None
    base_left: int | None


def changes(old: pa.Table, new: pa.Table) -> pa.Table:
    """Every figure that differs between two tables of figures, in the order of the new one, then what is gone."""
    joined = new.append_column("at", pa.array(range(new.num_rows), pa.int64())).join(
        old.select([*KEYS, *COMPARED]), keys=list(KEYS), join_type="full outer", right_suffix="_old"
    )
    differs = None
    for name in ("edition", "numerator", "denominator", "value"):
        one, other = joined.column(name), joined.column(f"{name}_old")
        both_null = pc.and_(pc.is_null(one), pc.is_null(other))  # pyright: ignore[reportAttributeAccessIssue]
        same = pc.or_(both_null, pc.fill_null(pc.equal(one, other), False))  # pyright: ignore[reportAttributeAccessIssue]
        differs = pc.invert(same) if differs is None else pc.or_(differs, pc.invert(same))  # pyright: ignore[reportAttributeAccessIssue]
    kept = joined.filter(differs).sort_by([("at", "ascending"), *((name, "ascending") for name in KEYS)])
    columns = [kept.column(name) for name in KEYS]
    for name in ("numerator", "denominator", "value"):
        columns += [kept.column(f"{name}_old"), kept.column(name)]
    why = [
        _why(*row)
        for row in zip(
            *(kept.column(name).to_pylist() for name in ("edition_old", "edition", "status_old", "status")), strict=True
        )
    ]
    return pa.Table.from_arrays([*columns, pa.array(why, pa.string())], names=CHANGE_SCHEMA.names).cast(CHANGE_SCHEMA)


def _why(old_edition: int | None, edition: int | None, old_status: str | None, status: str | None) -> str:
    if old_edition is None:
        return "not in the earlier release"
    if edition is None:
        return "no longer in the release"
    if old_edition != edition:
        return f"the definition changed: edition {old_edition} became {edition}"
    if old_status in _WITHOUT or status in _WITHOUT:
        return f"it was {old_status} and is {status}"
    return "the records changed"


_WITHOUT = ("not supplied", "not covered", "no population")


def shared_periods(changed: pa.Table, *, old: pa.Table, new: pa.Table) -> pa.Table:
    """The changes of periods that both releases have: a new month, or a year to date, is no restatement."""
    for release in (old, new):
        known = pc.unique(release.column("period"))  # pyright: ignore[reportAttributeAccessIssue]
        changed = changed.filter(pc.is_in(changed.column("period"), known))  # pyright: ignore[reportAttributeAccessIssue]
    return changed


def restated(
    changed: pa.Table, indicators: Sequence[Indicator], *, old: Snapshot | None, new: Snapshot
) -> tuple[Restated, ...]:
    """The headline figures among the changes, each with how many children came and went.

    Without the old snapshot, whose records may be gone, nothing is known of the children.  What has no value in either
    release, such as the month of a rate of a year, is no figure that anybody read, and is left out.
    """
    everyone = changed.filter(pc.equal(changed.column("breakdown"), EVERYONE))  # pyright: ignore[reportAttributeAccessIssue]
    rows = [row for row in everyone.to_pylist() if row["old_value"] is not None or row["new_value"] is not None]
    by_id = {item.id: item for item in indicators}
    wanted: dict[str, list[Period]] = {}
    for row in rows:
        if row["indicator"] in by_id:
            wanted.setdefault(row["indicator"], []).append(parse_period(row["period"]))
    before = {} if old is None else _reached(old, wanted, indicators)
    after = {} if old is None else children_behind(new, wanted, indicators)
    return tuple(_restated(row, by_id, before, after) for row in rows)


def _reached(
    snapshot: Snapshot, wanted: Mapping[str, Sequence[Period]], indicators: Sequence[Indicator]
) -> dict[tuple[str, str], Behind]:
    reached = {
        name: [period for period in periods if period.last_day <= snapshot.as_at] for name, periods in wanted.items()
    }
    return children_behind(snapshot, {name: periods for name, periods in reached.items() if periods}, indicators)


def _restated(
    row: Mapping,
    by_id: Mapping[str, Indicator],
    before: Mapping[tuple[str, str], Behind],
    after: Mapping[tuple[str, str], Behind],
) -> Restated:
    key = row["indicator"], row["period"]
    # What the old records do not reach held nobody; what is not about children, or of records now gone, is unknown.
    new = after.get(key)
    old = None if new is None else before.get(key, Behind())
    item = by_id.get(row["indicator"])
    return Restated(
        indicator=row["indicator"],
        title=item.title if item else "",
        period=row["period"],
        old_value=row["old_value"],
        new_value=row["new_value"],
        old_parts=(row["old_numerator"], row["old_denominator"]),
        new_parts=(row["new_numerator"], row["new_denominator"]),
        why=row["why"],
        entered=_more(new, old, "counted"),
        left=_more(old, new, "counted"),
        base_entered=_more(new, old, "among"),
        base_left=_more(old, new, "among"),
    )


def _more(one: Behind | None, other: Behind | None, part: str) -> int | None:
    if one is None or other is None:
        return None
    return (getattr(one, part) - getattr(other, part)).total()
