"""Extracts counted side by side in one pass come to what each comes to alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from benchmarks.rewritten import rewritten
from purplebook.definitions import INDICATORS
from purplebook.engine.records.side_by_side import columns_read, counts_in
from purplebook.language.indicators import Indicator, indicator
from purplebook.language.measures import Measure, Shape, TotalKind
from purplebook.language.periods import Period
from purplebook.results.lateness.observed import counted_total, months_to
from purplebook.results.snapshots import compute_figures
from purplebook.run.load import load_files
from purplebook.store import Snapshot, Store
from purplebook_demo.paper_2015.authority import AUTHORITY_CODE
from purplebook_demo.paper_2015.calendar import RECORDS_START
from purplebook_demo.paper_2015.files.extracts import MONTH_ENDS
from purplebook_demo.paper_2015.files.write_files import write_tables
from purplebook_demo.paper_2015.generate import Tables

DAYS = MONTH_ENDS[6:9]
MONTHS = months_to(DAYS[0], 12)


def counted() -> tuple[Indicator, ...]:
    """Every count that lateness can be learnt from, each once."""
    totals = dict.fromkeys(total for item in INDICATORS if (total := counted_total(item)) is not None)
    return tuple(
        indicator(
            f"T{number}", "A count", Measure(Shape.COUNT, total), theme="Front door", counts="events", source="test"
        )
        for number, total in enumerate(totals)
    )


def load(store: Store, folder: Path, tables: Tables, day: date, *, authority: str = AUTHORITY_CODE) -> None:
    folder.mkdir()
    files = [path for path in write_tables(folder, tables) if path.suffix == ".csv"]
    load_files(store, files, authority_code=authority, as_at=day, covers_from=RECORDS_START)


@pytest.fixture(scope="module")
def snapshots(extracts: Mapping[date, Tables], tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, ...]:
    """Three extracts, one month apart."""
    folder = tmp_path_factory.mktemp("lateness")
    store = Store.create(folder / "store")
    for day in DAYS:
        load(store, folder / day.isoformat(), extracts[day], day)
    return tuple(store.snapshots())


def alone(snapshot: Snapshot, items: tuple[Indicator, ...], periods: tuple[Period, ...]) -> dict:
    """What the figures of one extract say, noughts included; what its files cannot tell is left out."""
    table = compute_figures(snapshot, items, periods=periods, breakdowns=False).table
    names = ("indicator", "period", "numerator")
    rows = zip(*(table.column(name).to_pylist() for name in names), strict=True)
    return {(snapshot.id, name, period): count for name, period, count in rows if count is not None}


def test_together_they_come_to_what_each_comes_to_alone(snapshots: tuple[Snapshot, ...]):
    items = counted()
    found = counts_in(snapshots, items, periods=MONTHS, authority=AUTHORITY_CODE)
    expected = {place: count for each in snapshots for place, count in alone(each, items, MONTHS).items()}
    assert {place: found.get(place, 0) for place in expected} == expected
    assert sum(count > 0 for count in expected.values()) > 500
    differing = {
        (name, period)
        for each, name, period in expected
        if len({expected.get((other.id, name, period), 0) for other in snapshots}) > 1
    }
    assert len(differing) > 30, "extracts that hold the same would prove nothing"


def test_an_extract_from_before_a_column_was_introduced_has_it_empty(snapshots: tuple[Snapshot, ...], tmp_path: Path):
    def before_referred_on(name: str, rows: pa.Table) -> pa.Table:
        return rows.drop_columns(["referred_on"]) if name == "referral" else rows

    old = rewritten(snapshots[0], tmp_path / "old", before_referred_on)
    items = counted()
    by_day = {item.id for item in items if "referred_on" in columns_read([item.measure.top]).get("referral", ())}
    before = counts_in(snapshots, items, periods=MONTHS, authority=AUTHORITY_CODE)
    after = counts_in((old, *snapshots[1:]), items, periods=MONTHS, authority=AUTHORITY_CODE)
    lost = {place for place in before if place[0] == old.id and place[1] in by_day}
    assert lost
    assert after == {place: count for place, count in before.items() if place not in lost}


def test_only_the_authority_that_is_asked_for_is_counted(snapshots: tuple[Snapshot, ...], tmp_path: Path):
    """An extract of two councils, the second of which has every second row of the first."""

    def shared_out(name: str, rows: pa.Table) -> pa.Table:
        if "authority_code" not in rows.schema.names:
            return rows
        place = rows.schema.get_field_index("authority_code")
        codes = pa.array([(AUTHORITY_CODE, "898")[number % 2] for number in range(rows.num_rows)], pa.string())
        return rows.set_column(place, rows.schema.field(place), codes)

    both = rewritten(snapshots[0], tmp_path / "both", shared_out)
    both = replace(both, manifest=replace(both.manifest, authorities=(AUTHORITY_CODE, "898")))
    items = counted()
    first, second, alone_first = (
        counts_in((each,), items, periods=MONTHS, authority=code)
        for each, code in ((both, AUTHORITY_CODE), (both, "898"), (snapshots[0], AUTHORITY_CODE))
    )
    (referrals,) = (
        item.id
        for item in items
        if item.measure.top.cohort.table == "referral"
        and item.measure.top.kind is TotalKind.ROWS
        and not item.measure.top.cohort.only
    )
    for month in MONTHS:
        place = both.id, referrals, month.key
        assert first[place] + second[place] == alone_first[place]
        assert 0 < first[place] < alone_first[place]


def test_an_extract_of_nobody_counts_nothing(snapshots: tuple[Snapshot, ...]):
    assert counts_in((), counted(), periods=MONTHS, authority=AUTHORITY_CODE) == {}


def test_only_what_counts_look_at_is_read():
    columns = columns_read([item.measure.top for item in counted()])
    assert not {"placement", "legal_status", "plan"} & set(columns)
    assert {"authority_code", "row_id", "referred_on"} <= set(columns["referral"])
    assert "source_cells" not in {name for names in columns.values() for name in names}
