"""A council's own new baselines, each with its day and its reason, from `baselines.toml`.

[[baseline]]
indicator = "AS01"
on = 2015-04-01
reason = "One front door for all referrals."
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from purplebook.errors import BadInputError, UserError
from purplebook.language.indicators import Indicator
from purplebook.results.judgement.baselines import NewBaseline, in_order

KEYS = {"indicator", "on", "reason"}
EXAMPLE = '[[baseline]]\nindicator = "AS01"\non = 2015-04-01\nreason = "One front door for all referrals."'


def read_baselines(path: Path, indicators: Sequence[Indicator]) -> dict[str, tuple[NewBaseline, ...]]:
    """The new baselines by indicator; BadInputError says which one cannot be used, and why."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as fault:
        raise BadInputError(f"{path} is not text in UTF-8. Save it as UTF-8.") from fault
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read: {fault.strerror}. Make it a file that you may read.") from fault
    except tomllib.TOMLDecodeError as fault:
        raise BadInputError(f"{path} is not TOML: {fault}. A new baseline is written like this:\n{EXAMPLE}") from fault
    entries = held.get("baseline", [])
    if set(held) - {"baseline"} or not isinstance(entries, list):
        raise BadInputError(
            f"{path} may hold nothing but [[baseline]] entries. A new baseline is written like this:\n{EXAMPLE}"
        )
    known = [item.id for item in indicators]
    found: dict[str, list[NewBaseline]] = {}
    for number, entry in enumerate(entries, start=1):
        where = f"{path}, baseline {number}"
        if not isinstance(entry, Mapping) or set(entry) != KEYS:
            raise BadInputError(f"{where}: it must have indicator, on and reason, and no more.")
        if entry["indicator"] not in known:
            raise BadInputError(
                f"{where}: there is no indicator '{entry['indicator']}'. `purplebook indicators` lists them."
            )
        if type(entry["on"]) is not date:
            raise BadInputError(f"{where}: `on` must be a day, such as 2015-04-01.")
        try:
            found.setdefault(entry["indicator"], []).append(NewBaseline(entry["on"], str(entry["reason"])))
            in_order(found[entry["indicator"]])
        except UserError as fault:
            raise BadInputError(f"{where} ({entry['indicator']}): {fault}") from fault
    return {name: in_order(starts) for name, starts in found.items()}
