"""The indicator that an entry of a council's file is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from purplebook.council.faults import nearest
from purplebook.council.toml_file import Entry


def known_indicator(entry: Entry, indicators: Sequence[str], key: str = "indicator") -> str | None:
    """The indicator that the entry names; a fault with the nearest one where there is none of that name."""
    name = entry.text(key, example="RF01")
    if name is None or name in indicators:
        return name
    entry.fault(f"there is no indicator '{name}'.", which_indicator(name, indicators), key=key)
    return None


def which_indicator(name: str, indicators: Sequence[str]) -> str:
    """What to write instead of a wrong indicator."""
    # CP1 is CP01, although CP15 is as near by its letters.
    padded = re.sub(r"^([A-Za-z]+)(\d)$", r"\g<1>0\2", name).upper()
    close = padded if padded in indicators else nearest(name, indicators)
    return f"Write {close}." if close else "`purplebook indicators` lists them."
