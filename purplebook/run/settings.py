"""A council's folder → what is set, from where, and since when."""

from __future__ import annotations

from purplebook.council.settings import SHIPPED
from purplebook.run.indicators import Listing, in_columns
from purplebook.run.place import Place

COLUMNS = ("setting", "value", "since", "until", "origin")


def settings(place: Place, *, own_only: bool = False) -> Listing:
    """A row for each setting; with `own_only`, without what ships and the council has not changed."""
    council = place.council
    rows = [vars(setting) for setting in council.settings if not own_only or setting.origin != SHIPPED]
    return Listing(in_columns(rows, COLUMNS), f"Settings of {council.words.name}" if council.words.name else "Settings")
