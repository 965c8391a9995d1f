"""A council's own new baselines, each with its day and its reason, from `baselines.toml`.

[[baseline]]
indicator = "AS01"
on = 2015-04-01
reason = "One front door for all referrals."
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError, UserError
from purplebook.language.indicators import Indicator
from purplebook.results.book.own_file import entries_of
from purplebook.results.judgement.baselines import NewBaseline, in_order

KEYS = ("indicator", "on", "reason")
EXAMPLE = '[[baseline]]\nindicator = "AS01"\non = 2015-04-01\nreason = "One front door for all referrals."'


def read_baselines(path: Path, indicators: Sequence[Indicator]) -> dict[str, tuple[NewBaseline, ...]]:
    """The new baselines by indicator; BadInputError says which one cannot be used, and why."""
    found: dict[str, list[NewBaseline]] = {}
    for where, entry in entries_of(path, name="baseline", keys=KEYS, example=EXAMPLE, indicators=indicators):
        if type(entry["on"]) is not date:
            raise BadInputError(f"{where}: `on` must be a day, such as 2015-04-01.")
        try:
            found.setdefault(entry["indicator"], []).append(NewBaseline(entry["on"], str(entry["reason"])))
            in_order(found[entry["indicator"]])
        except UserError as fault:
            raise BadInputError(f"{where} ({entry['indicator']}): {fault}") from fault
    return {name: in_order(starts) for name, starts in found.items()}
