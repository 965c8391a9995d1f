"""A council of a few referrals a month, some of which are recorded late, for books that are worked out in a second.

Every referral has a child of its own, so that who came into a figure and who left it can be counted on one's fingers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purplebook.language.periods import add_months, month_end
from purplebook.run.load import load_files
from purplebook.store import Snapshot, Store

AUTHORITY = "899"
COVERS_FROM = date(2013, 4, 1)
MONTHS = tuple((2013 + (3 + n) // 12, (3 + n) % 12 + 1) for n in range(29))
"""April 2013 to August 2015."""
ARRIVE = (14, 4, 2)
"""How many of a month's twenty referrals an extract knows at the month's end, and how many more one and two later."""


@dataclass(frozen=True)
class Referred:
    """One referral: its number, which is its child's too, its day, and the end of the month that recorded it."""

    number: int
    on: date
    seen_from: date
    is_nfa: bool = False


def referrals(extra: tuple[int, ...] = (0, 1, 0, 2)) -> tuple[Referred, ...]:
    """Twenty a month, with one or two more now and then so that months differ; a quarter need nothing further."""
    made: list[Referred] = []
    for place, (year, number) in enumerate(MONTHS):
        late = [age for age, count in enumerate(ARRIVE) for _ in range(count)] + [0] * extra[place % len(extra)]
        for n, age in enumerate(late):
            seen = add_months(month_end(year, number).replace(day=1), age)
            made.append(
                Referred(len(made) + 1, date(year, number, 1 + n), month_end(seen.year, seen.month), is_nfa=n % 4 == 0)
            )
    return tuple(made)


def child_number(number: int) -> str:
    """The council's own number for the child of a referral."""
    return f"{AUTHORITY}{number:06}"


def load(
    store: Store, folder: Path, as_at: date, known: tuple[Referred, ...] | None = None, faulty: tuple[str, ...] = ()
) -> Snapshot:
    """Load what an extract of `as_at` holds, through files in `folder`; the rows in `faulty` are left out."""
    held = [each for each in known or referrals() if each.seen_from <= as_at]
    folder.mkdir(parents=True, exist_ok=True)
    people = [f"P{each.number:06},{child_number(each.number)},F,2005-03-01" for each in held]
    rows = [f"R{each.number:06},P{each.number:06},{each.on},1A,{'true' if each.is_nfa else 'false'}" for each in held]
    person, referral = folder / "person.csv", folder / "referral.csv"
    person.write_text("\n".join(["person_id,la_child_id,sex,born_on", *people, ""]))
    referral.write_text(
        "\n".join(["referral_id,person_id,referred_on,source_code,is_no_further_action", *rows, *faulty, ""])
    )
    load_files(store, [person, referral], authority_code=AUTHORITY, as_at=as_at, covers_from=COVERS_FROM)
    return store.latest(verify=False)


def load_months(store: Store, folder: Path, *, since: date, until: date) -> None:
    """Load the extract of each month's end from one day to another, in order."""
    day = since
    while day <= until:
        load(store, folder / day.isoformat(), day)
        following = add_months(day.replace(day=1), 1)
        day = month_end(following.year, following.month)
