"""A whole steady council from a seed, as the files that it hands over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.judgement.council.care import care, leaving_care
from benchmarks.judgement.council.days import chosen
from benchmarks.judgement.council.extract import Columns, Ids, as_known, families, joined, write_csv
from benchmarks.judgement.council.front_door import early_help, front_door, in_need
from benchmarks.judgement.council.lives import Lives, lives_of
from benchmarks.judgement.council.protection import protection
from purplebook_demo.scale.calendar import month_ends, number_of

AUTHORITY = "899"
ETHNICITIES = ("WBRI", "MOTH", "AIND", "BAFR")
COVERS_FROM, AS_AT = date(2019, 4, 1), date(2024, 3, 31)
"""Sixty months."""


@dataclass(frozen=True)
class Council:
    """A council of a size: so many children are referred in a month on average.

    `tells_families` says that its records name the families; else siblings are known by their meetings alone.
    """

    seed: int
    referrals: float = 180.0
    tells_families: bool = True


def tables_of(council: Council, *, on: date = AS_AT) -> dict[str, pa.Table]:
    """What the council hands over on a day; nothing is recorded late."""
    rng = np.random.default_rng([2027, council.seed])
    first, until = number_of(COVERS_FROM), number_of(AS_AT)
    lives = lives_of(rng, referrals=council.referrals, first=first, until=until)
    parts = [
        {"person_attribute": families("F", np.arange(len(lives.born)), lives.family)},
        front_door(rng, lives, first=first),
        in_need(rng, lives, first=first),
        early_help(rng, lives, first=first),
        protection(rng, lives, first=first),
        care(rng, lives, first=first),
        leaving_care(rng, lives, month_ends=month_ends(first, until)),
    ]
    tables: dict[str, Columns] = {}
    for name in dict.fromkeys(name for part in parts for name in part):
        tables[name] = joined(*(part[name] for part in parts if name in part))
    visits = len(tables["visit"]["visited_on"])  # pyright: ignore[reportArgumentType]
    tables["visit"]["visit_id"] = Ids("B", np.arange(visits))
    known = as_known(tables, first=first, until=number_of(on))
    told = known.pop("person_attribute")
    people = _people(rng, lives, known)
    if council.tells_families:
        known["person_attribute"] = told.filter(pc.is_in(told.column("person_id"), people.column("person_id")))  # pyright: ignore[reportAttributeAccessIssue]
    return {"person": people, **known}


def write_council(council: Council, folder: Path, *, on: date = AS_AT) -> tuple[Path, ...]:
    """Write the files that the council hands over on a day into a folder."""
    return write_csv(tables_of(council, on=on), folder)


def _people(rng: np.random.Generator, lives: Lives, known: dict[str, pa.Table]) -> pa.Table:
    """Everybody whom any table names."""
    names = {name for rows in known.values() for name in rows.column("person_id").unique().to_pylist()}
    number = np.array(sorted(int(name[1:]) for name in names))
    some_age = number_of(COVERS_FROM) - rng.integers(0, 12 * 365, len(number))
    own = number < len(lives.born)
    born = np.where(own, lives.born[np.where(own, number, 0)], some_age)
    count = len(number)
    return pa.table(
        {
            "person_id": Ids("P", number).words,
            "la_child_id": Ids("", number).words,
            "person_role": np.full(count, "CHILD", object),
            "sex": np.where(rng.random(count) < 0.52, "M", "F").astype(object),
            "ethnicity_code": chosen(ETHNICITIES, rng.choice(4, p=(0.75, 0.1, 0.08, 0.07), size=count)),
            "born_on": pa.array(born.astype(np.int32)).cast(pa.date32()),
        }
    )
