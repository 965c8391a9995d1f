"""Whether an authority's code is one of the Department's, and the nearest one where it is not."""

from __future__ import annotations

import difflib
import re

from purplebook.definitions.reference import Area, Level, areas

CODE = re.compile(r"\d{3}")


def known_authority(code: str) -> Area | None:
    """The authority of this code, or None when there is none in England."""
    area = areas().get(code)
    return area if area is not None and area.level is Level.AUTHORITY else None


def why_unknown(said: str) -> str:
    """Why a word is no authority's code, ending with the nearest code, by number or by name."""
    near = nearest_authorities(said)
    listed = " or ".join(f"{area.code} ({area.name})" for area in near)
    verb = "is" if len(near) == 1 else "are"
    return f"'{said}' is not the code of an authority in England. The nearest {verb} {listed}."


def nearest_authorities(said: str) -> tuple[Area, ...]:
    """The authorities that a wrong code or a name was most likely meant to be, the nearest first."""
    existing = {area.code: area for area in areas().items if area.level is Level.AUTHORITY and area.ended_on is None}
    if re.search(r"[A-Za-z]", said):
        by_name = {area.name.casefold(): area for area in existing.values()}
        inside = [area for name, area in by_name.items() if said.casefold() in name]
        close = [by_name[name] for name in difflib.get_close_matches(said.casefold(), by_name, n=2, cutoff=0.5)]
        if inside or close:
            return tuple((inside or close)[:3])
    digits = re.sub(r"\D", "", said)
    number = int(digits[:6]) if digits else 0
    return tuple(sorted(existing.values(), key=lambda area: (abs(int(area.code) - number), area.code))[:2])
