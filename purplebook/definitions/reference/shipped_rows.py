"""Reads the tables that ship in this folder."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path


def lines(name: str) -> list[dict[str, str]]:
    """The lines of a shipped table, a dictionary each."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def day_or_none(text: str) -> date | None:
    """A day as a table writes it; None for an empty cell."""
    return date.fromisoformat(text) if text else None
