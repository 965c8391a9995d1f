"""Whatever records a council holds: written as the dataset writes them, they come back as they were."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from purplebook.sources.identifiers import person_id
from purplebook.sources.read import read_files
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS

Cells = dict[str, object]
SPELLINGS: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.isoformat()} 00:00:00.000",
    lambda day: f"{day.isoformat()}T09:30:00",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%d/%m/%Y} 00:00:00",
)
FLAT: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "person": (
        "ssd_person",
        {
            "la_child_id": "pers_person_id",
            "forename": "pers_forename",
            "surname": "pers_surname",
            "sex": "pers_sex",
            "ethnicity_code": "pers_ethnicity",
            "born_on": "pers_dob",
        },
    ),
    "contact": (
        "ssd_contacts",
        {
            "contact_id": "cont_contact_id",
            "la_child_id": "cont_person_id",
            "contacted_on": "cont_contact_date",
            "source_code": "cont_contact_source_code",
            "source_text": "cont_contact_source_desc",
        },
    ),
    "referral": (
        "ssd_cin_episodes",
        {
            "referral_id": "cine_referral_id",
            "la_child_id": "cine_person_id",
            "referred_on": "cine_referral_date",
            "primary_need_code": "cine_cin_primary_need_code",
            "is_no_further_action": "cine_referral_nfa",
            "closed_on": "cine_close_date",
        },
    ),
}
"""Our tables and their columns, and what the dataset calls them; `la_child_id` stands for the child in all of them."""

DAYS = st.dates(date(1995, 1, 1), date(2025, 12, 31))
# The cell must keep its first and last letter, and the dataset's own words for "nothing" would be read as nothing.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(lambda text: f"x{text}x")


def code(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([each.code for each in CODE_SETS[name].codes])


def maybe(cells: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | cells


VALUES: Mapping[str, st.SearchStrategy] = {
    "forename": maybe(WORDS),
    "surname": maybe(WORDS),
    "sex": maybe(code("sex")),
    "ethnicity_code": maybe(code("ethnicity")),
    "born_on": maybe(DAYS),
    "contacted_on": maybe(DAYS),
    "source_code": maybe(code("referral_source")),
    "source_text": maybe(WORDS),
    "referred_on": maybe(DAYS),
    "primary_need_code": maybe(code("primary_need")),
    "is_no_further_action": maybe(st.booleans()),
    "closed_on": maybe(DAYS),
}


@dataclass(frozen=True)
class Stretch:
    """Part of a child's time in care in which legal status and placement stay; `until` is the day the next begins."""

    child: str
    begins: date
    until: date | None
    status: str
    placement: str
    placement_type: str
    end_reason: str | None


@st.composite
def stretches(draw: st.DrawFn, child: str) -> list[Stretch]:
    """A child's time in care, without a gap."""
    count = draw(st.integers(1, 5))
    day, found, placement, kind = draw(st.dates(date(2005, 1, 1), date(2015, 1, 1))), [], 0, ""
    for at in range(count):
        if not at or draw(st.booleans()):
            placement, kind = placement + 1, draw(code("placement_type"))
        after = day + timedelta(days=draw(st.integers(1, 400)))
        is_last = at == count - 1
        until = None if is_last and draw(st.booleans()) else after
        reason = "X1" if not is_last else "E4A" if until else None
        found.append(Stretch(child, day, until, draw(code("legal_status")), f"P{child}.{placement}", kind, reason))
        day = after
    return found


@st.composite
def councils(draw: st.DrawFn) -> tuple[dict[str, list[Cells]], list[Stretch]]:
    """The flat tables with their rows, and every stretch of care."""
    children = [f"C{number}" for number in range(1, draw(st.integers(1, 4)) + 1)]
    rows: dict[str, list[Cells]] = {}
    for table, (_, columns) in FLAT.items():
        count = len(children) if table == "person" else draw(st.integers(1, 6))
        key = next(iter(columns))
        rows[table] = [
            {
                "la_child_id": children[at % len(children)],
                **({key: f"{table}-{at}"} if key != "la_child_id" else {}),
                **{name: draw(VALUES[name]) for name in columns if name in VALUES},
            }
            for at in range(count)
        ]
    return rows, [each for child in children for each in draw(stretches(child))]


def written(value: object, spell: Callable[[date], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return spell(value)
    return {True: "Y", False: "N"}[value] if isinstance(value, bool) else str(value)


def write(folder: Path, name: str, rows: Sequence[Mapping[str, object]], spell: Callable[[date], str]) -> None:
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream)
        out.writerow(rows[0])
        out.writerows([written(cell, spell) for cell in row.values()] for row in rows)


def runs(found: Sequence[Stretch], by: str) -> list[tuple[Stretch, Stretch]]:
    """The first and last stretch of each run that shares its child and its `by`."""
    grouped = (list(group) for _, group in groupby(found, key=lambda each: (each.child, getattr(each, by))))
    return [(group[0], group[-1]) for group in grouped]


def write_care(
    folder: Path, found: Sequence[Stretch], spell: Callable[[date], str], *, is_named: bool, ends_before: bool
) -> None:
    """`ends_before`: a status or placement ends on the day before the next begins, and not on that day."""

    def end(last: Stretch) -> date | None:
        return last.until - timedelta(days=1) if ends_before and last.until else last.until

    episodes = [
        {
            "clae_cla_episode_id": f"E{at}",
            "clae_person_id": each.child,
            "clae_cla_episode_start_date": each.begins,
            "clae_cla_episode_ceased_date": each.until,
            "clae_cla_episode_ceased_reason": each.end_reason,
            "clae_cla_id": f"L{each.child}",
            **({"clae_cla_placement_id": each.placement} if is_named else {}),
        }
        for at, each in enumerate(found)
    ]
    statuses = [
        {
            "lega_legal_status_id": f"S{at}",
            "lega_person_id": first.child,
            "lega_legal_status": first.status,
            "lega_legal_status_start_date": first.begins,
            "lega_legal_status_end_date": end(last),
        }
        for at, (first, last) in enumerate(runs(found, "status"))
    ]
    placements = [
        {
            "clap_cla_placement_id": first.placement,
            "clap_cla_id": f"L{first.child}",
            "clap_cla_placement_start_date": first.begins,
            "clap_cla_placement_end_date": end(last),
            "clap_cla_placement_type": first.placement_type,
        }
        for first, last in runs(found, "placement")
    ]
    write(folder, "ssd_cla_episodes", episodes, spell)
    write(folder, "ssd_legal_status", statuses, spell)
    write(folder, "ssd_cla_placement", placements, spell)


# A failing council is small enough as it is, and making it smaller takes minutes.
@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(council=councils(), spell=st.sampled_from(SPELLINGS), is_named=st.booleans(), ends_before=st.booleans())
def test_what_is_written_comes_back(
    council: tuple[dict[str, list[Cells]], list[Stretch]],
    spell: Callable[[date], str],
    is_named: bool,
    ends_before: bool,
):
    rows, care = council
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "files"
        folder.mkdir()
        for table, (name, columns) in FLAT.items():
            write(folder, name, [{columns[ours]: row.get(ours) for ours in columns} for row in rows[table]], spell)
        write_care(folder, care, spell, is_named=is_named, ends_before=ends_before)
        loaded = read_files([folder], staging=Path(place) / "staging", authority_code="899", as_at=None)
        found = {name: pq.read_table(path).to_pylist() for name, path in loaded.table_paths.items()}
    assert loaded.rejected_count == 0
    for table, expected in rows.items():
        key, names = TABLES_BY_NAME[table].key[0], [name for name in FLAT[table][1] if name != "la_child_id"]
        got = {row[key]: (row["person_id"], *(row[name] for name in names)) for row in found[table]}
        assert got == {
            (person_id(str(row["la_child_id"])) if key == "person_id" else row[key]): (
                person_id(str(row["la_child_id"])),
                *(row[name] for name in names),
            )
            for row in expected
        }
    episodes = {
        (row["person_id"], row["started_on"]): (
            row["ended_on"],
            row["legal_status_code"],
            row["placement_id"],
            row["placement_type"],
            row["end_reason_code"],
        )
        for row in found["looked_after_episode"]
    }
    assert episodes == {
        (person_id(each.child), each.begins): (
            each.until,
            each.status,
            each.placement,
            each.placement_type,
            each.end_reason,
        )
        for each in care
    }
    periods = {row["person_id"]: (row["started_on"], row["ended_on"]) for row in found["looked_after_period"]}
    for child, group in groupby(care, key=lambda each: each.child):
        own = list(group)
        assert periods[person_id(child)] == (own[0].begins, own[-1].until)
