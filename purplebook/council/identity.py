"""Reads `council.toml`: whose records these are, and how papers name the council, its committee and its officers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from purplebook.council.authority_codes import CODE, known_authority, why_unknown
from purplebook.council.faults import suggestion
from purplebook.council.file_names import STORE_FOLDER
from purplebook.council.toml_file import Entry, TomlFile
from purplebook.definitions.reference import areas
from purplebook.language.councils import NOBODY, OFFICERS, PARTNERSHIPS, Meeting, PartnershipName

COLOURS = ("heading",)
"""What a council may colour: the headings of its book."""
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
LIGHTEST = 0.183
"""A colour lighter than this has less than the contrast of 4.5 to 1 on white that everyone can read."""
KEYS = ("invented", "stands_for", "committee", "officers", "partnership", "meeting", "colours", "store")


@dataclass(frozen=True)
class Identity:
    """What `council.toml` says; `stands_for` is the real authority whose statistics an invented one is held against."""

    code: str
    name: str
    store_folder: str = STORE_FOLDER
    answers_for: date | None = None
    is_invented: bool = False
    stands_for: str | None = None
    committee: str | None = None
    officers: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    partnerships: tuple[PartnershipName, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    colours: Mapping[str, str] = field(default_factory=lambda: NOBODY)


def read_identity(file: TomlFile) -> Identity:
    """What the file says; where `file.faults` is not empty afterwards the answer may not be used."""
    whole = file.whole
    whole.check_keys(
        required={"code": '"…"', "name": '"…"'},
        optional=KEYS,
        why={"code": ", the three digits of the authority", "name": ", as papers print it"},
    )
    is_invented = whole.yes_or_no("invented") or False
    store = whole.table("store")
    if store is not None:
        store.check_keys(required={}, optional=("folder", "as_at"))
    return Identity(
        code=_code(whole, is_invented=is_invented),
        name=whole.text("name", example="My Council") or "",
        store_folder=(store.text("folder", example=STORE_FOLDER) if store else None) or STORE_FOLDER,
        answers_for=store.day("as_at") if store and store.has("as_at") else None,
        is_invented=is_invented,
        stands_for=_stands_for(whole, is_invented=is_invented),
        committee=whole.text("committee", example="Children's Services Committee"),
        officers=_officers(whole),
        partnerships=_partnerships(whole),
        meetings=_meetings(whole),
        colours=_colours(whole),
    )


def read_old_identity(file: TomlFile) -> Identity:
    """What a `purplebook.toml` of an earlier purplebook says; its code was never held against the Department's."""
    authority, store = file.whole.table("authority"), file.whole.table("store")
    if not file.faults and (authority is None or not authority.has("code")):
        file.fault("it does not say whose records these are.", 'It begins: [authority], and below it code = "…".')
    code = (authority.text("code", example="three digits") if authority else None) or ""
    if not file.faults and not CODE.fullmatch(code):
        file.fault("the code must be three digits.", 'Write: code = "…".', at=("authority", "code"))
    name = authority.text("name", example="My Council") if authority and authority.content.get("name") else None
    return Identity(
        code=code,
        name=name or areas().named(code),
        store_folder=(store.text("folder", example=STORE_FOLDER) if store else None) or STORE_FOLDER,
    )


def _code(whole: Entry, *, is_invented: bool) -> str:
    code = whole.text("code", example="three digits")
    if code is None:
        return ""
    if is_invented:
        if not CODE.fullmatch(code):
            whole.fault(
                f"'{code}' is no code.", 'Write three digits in quotation marks, such as code = "000".', key="code"
            )
    elif known_authority(code) is None:
        whole.fault(
            why_unknown(code), "Write the one it is, or invented = true when there is no such council.", key="code"
        )
    return code


def _stands_for(whole: Entry, *, is_invented: bool) -> str | None:
    code = whole.text("stands_for", example="three digits")
    if code is None:
        return None
    if not is_invented:
        whole.fault(
            "a council that exists stands for itself.",
            "Leave stands_for out: it is for an invented council, which has no published statistics.",
            key="stands_for",
        )
    elif known_authority(code) is None:
        whole.fault(why_unknown(code), "Write the one it is.", key="stands_for")
    return code


def _officers(whole: Entry) -> Mapping[str, str]:
    table = whole.table("officers")
    if table is None:
        return NOBODY
    table.check_keys(required={}, optional=OFFICERS)
    titles = {role: table.text(role, example="Director of Children's Services") for role in OFFICERS}
    return MappingProxyType({role: title for role, title in titles.items() if title})


def _partnerships(whole: Entry) -> tuple[PartnershipName, ...]:
    names: list[PartnershipName] = []
    for entry in whole.entries("partnership"):
        entry.check_keys(required={"kind": '"safeguarding"', "name": '"…"'}, optional=("since", "until"))
        kind, name = entry.text("kind", example="safeguarding"), entry.text("name")
        if kind is not None and kind not in PARTNERSHIPS:
            entry.fault(f"there is no partnership of the kind '{kind}'.", suggestion(kind, PARTNERSHIPS), key="kind")
            continue
        since, until = days_of(entry)
        if kind is None or name is None:
            continue
        new = PartnershipName(kind, name, since, until)
        for other in names:
            if other.kind == kind and overlap((other.first_day, other.last_day), (since, until)):
                entry.fault(
                    f"two names of the {kind.replace('_', ' ')} partnership hold on the same day.",
                    "Give the earlier an `until` and the later a `since` after it.",
                )
                break
        names.append(new)
    return tuple(names)


def _meetings(whole: Entry) -> tuple[Meeting, ...]:
    meetings: list[Meeting] = []
    for entry in whole.entries("meeting"):
        entry.check_keys(required={"as_at": "2015-08-31", "held_on": "2015-11-05"}, optional=("agenda_item",))
        as_at, held_on, item = entry.day("as_at"), entry.day("held_on"), entry.whole_number("agenda_item", example="7")
        if as_at is None or held_on is None:
            continue
        if held_on < as_at:
            entry.fault(
                "the meeting is held before the day that its paper is about.", "Write a later day.", key="held_on"
            )
        if any(other.as_at == as_at for other in meetings):
            entry.fault(f"two meetings hear the paper of {as_at}.", "Keep one.", key="as_at")
        meetings.append(Meeting(as_at, held_on, item))
    return tuple(meetings)


def _colours(whole: Entry) -> Mapping[str, str]:
    table = whole.table("colours")
    if table is None:
        return NOBODY
    table.check_keys(required={}, optional=COLOURS)
    colours = {}
    for name in COLOURS:
        colour = table.text(name, example="#4C2C7A")
        if colour is None:
            continue
        if not COLOUR.fullmatch(colour):
            table.fault(f"'{colour}' is no colour.", f'Write six hexadecimal digits: {name} = "#4C2C7A".', key=name)
        elif _brightness(colour) > LIGHTEST:
            table.fault(f"{colour} is too light to be read on white.", "Write a darker colour.", key=name)
        else:
            colours[name] = colour.upper()
    return MappingProxyType(colours)


def _brightness(colour: str) -> float:
    """The relative brightness of a colour, as the guidelines for readable web pages define it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def days_of(entry: Entry) -> tuple[date | None, date | None]:
    """The first and the last day between which an entry holds, in the right order."""
    since, until = entry.day("since"), entry.day("until")
    if since is not None and until is not None and until < since:
        entry.fault(f"it ends on {until}, before it begins on {since}.", "Put the earlier day in `since`.", key="until")
    return since, until


Days = tuple[date | None, date | None]


def overlap(one: Days, other: Days) -> bool:
    """Whether two stretches of days, each open where its day is None, have a day in common."""
    starts_in_time = one[0] is None or other[1] is None or one[0] <= other[1]
    return starts_in_time and (other[0] is None or one[1] is None or other[0] <= one[1])


def store_path(file: Path, identity: Identity) -> Path:
    """The folder of the records that a council.toml, or an earlier purplebook.toml, names."""
    return file.parent / identity.store_folder
