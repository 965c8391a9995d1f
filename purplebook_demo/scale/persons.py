"""The persons themselves, and the facts about them that hold for a time."""

from __future__ import annotations

import numpy as np

from purplebook_demo.scale.calendar import NEVER
from purplebook_demo.scale.cells import Days, Numbered, Words
from purplebook_demo.scale.drafts import Draft, Later
from purplebook_demo.scale.world import World

ETHNICITIES = (
    "WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
    "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
)  # fmt: skip
MIXES = (
    (830, 3, 40, 2, 3, 18, 8, 10, 16, 8, 14, 4, 8, 6, 16, 6, 2, 14, 3, 20),
    (560, 5, 60, 2, 6, 40, 18, 22, 36, 26, 70, 16, 26, 22, 60, 20, 4, 34, 4, 25),
    (270, 6, 90, 1, 6, 60, 34, 26, 56, 30, 40, 70, 40, 76, 130, 46, 5, 56, 4, 30),
)
DISABILITIES = ("NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA")
DISABILITY_WEIGHTS = (860, 6, 3, 4, 3, 12, 40, 5, 5, 20, 4, 34, 4)
NEEDS = ("SEN_SUPPORT", "EHCP")
WARDS = ("Abbey", "Bridge", "Castle", "Ferry", "Green", "Hill", "Market", "Mill", "Park", "Quay", "Station", "Wharf")
SCHOOL_AGE_DAYS = 4 * 365 + 180


def person_draft(world: World, recorded: np.ndarray) -> Draft:
    """The table `person`; a child is in it from the day on which anything was first recorded."""
    stream, people = world.stream("persons"), world.people
    size = people.count
    at_school = (people.born <= world.last_day - SCHOOL_AGE_DAYS) & ((people.moves >= 0) | ~stream.happens(size, 70))
    missing = world.missing(stream, size, 120) & (people.moves < 0)
    ethnicity = np.where(world.missing(stream, size, 35), -1, stream.weighted(size, MIXES[world.authority.ethnic_mix]))
    expected = people.born - 12 + stream.below(size, 25)
    return Draft(
        "person",
        {
            "person_id": world.person_id(np.arange(size)),
            "la_child_id": Numbered("", np.arange(size), 7),
            "person_role": Words(("CHILD",), np.zeros(size, dtype=np.int64)),
            # No pupil's number begins with I.
            "upn": Numbered("I", np.where(at_school & ~missing, people.pupil_number, -1), 12),
            "upn_unknown_code": Words(
                ("UN1", "UN3", "UN4"),
                np.where(~at_school, 0, np.where(missing, 1 + stream.below(size, 2), -1)),
            ),
            "sex": Words(("M", "F", "U"), np.where(world.missing(stream, size, 3), -1, people.sex)),
            "ethnicity_code": Words(ETHNICITIES, ethnicity),
            "born_on": Days(people.born),
            "expected_birth_on": Days(np.where(people.is_expected, expected, NEVER)),
        },
        recorded,
        (Later(np.where(people.is_expected, people.born, recorded), ("born_on",)),),
    )


def attribute_draft(world: World, recorded: np.ndarray) -> Draft:
    """The table `person_attribute`: disability, locality (some move house), special needs, asylum."""
    stream, people = world.stream("attributes"), world.people
    size = people.count
    known = np.flatnonzero(recorded <= world.last_day)
    asked = known[~world.missing(stream, len(known), 180)]
    needy = known[(people.born[known] < world.last_day - 1600) & stream.happens(len(known), 190)]
    seeking = np.flatnonzero(people.sought_asylum & (recorded <= world.last_day))
    located = known[~world.missing(stream, len(known), 25)]
    start = np.maximum(people.born, people.first)
    moved = located[stream.happens(len(located), 160)]
    move_on = start[moved] + 30 + stream.below(len(moved), 1500)
    fits = move_on <= world.last_day
    moved, move_on = moved[fits], move_on[fits]
    move_of = np.full(size, NEVER)
    move_of[moved] = move_on
    sen_from = np.maximum(people.born[needy] + 1600, start[needy])
    ward = stream.below(size, len(WARDS))
    disability = stream.weighted(size, DISABILITY_WEIGHTS)
    codes = (*DISABILITIES, *NEEDS, *WARDS, "Y")
    at_needs, at_wards = len(DISABILITIES), len(DISABILITIES) + len(NEEDS)
    left = np.where(move_of[located] == NEVER, NEVER, move_of[located] - 1)
    elsewhere = (ward[moved] + 1 + stream.below(len(moved), len(WARDS) - 1)) % len(WARDS)

    def still(who: np.ndarray) -> np.ndarray:
        return np.full(len(who), NEVER)

    groups = (
        (0, asked, disability[asked], start[asked], still(asked)),
        (1, needy, at_needs + stream.weighted(len(needy), (640, 360)), sen_from, still(needy)),
        (2, located, at_wards + ward[located], start[located], left),
        (2, moved, at_wards + elsewhere, move_on, still(moved)),
        (3, seeking, np.full(len(seeking), len(codes) - 1), start[seeking], people.limit[seeking]),
    )
    kind = np.concatenate([np.full(len(group[1]), group[0]) for group in groups])
    child, code, started, ended = (np.concatenate([group[at] for group in groups]) for at in range(1, 5))
    order = np.lexsort((started, kind, child))
    kind, child, code, started, ended = (column[order] for column in (kind, child, code, started, ended))
    entered = np.maximum(recorded[child], started)
    return Draft(
        "person_attribute",
        {
            "attribute_id": world.id_of("F", np.arange(len(child))),
            "person_id": world.person_id(child),
            "attribute_type": Words(("DISABILITY", "SEN", "LOCALITY", "UASC"), kind),
            "code": Words(codes, code),
            "started_on": Days(started),
            "ended_on": Days(ended),
        },
        entered,
        (Later(np.maximum(entered, np.where(ended == NEVER, entered, ended)), ("ended_on",)),),
    )
