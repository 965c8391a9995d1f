"""Reads `baselines.toml`: from which day a usual range is worked out anew, and which series count another thing since.

Each has its reason, which is shown wherever the range or the series is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.council.indicator_names import known_indicator
from purplebook.council.toml_file import Entry, TomlFile
from purplebook.errors import DefinitionError
from purplebook.language.series import BrokenSeries, Part

HOW_PARTS = 'parts = [{ indicator = "CP06", since = 2008-04-01 }, { indicator = "CP07", since = 2014-04-01 }]'


@dataclass(frozen=True)
class Baseline:
    """From the first month that starts on or after `on`, an indicator's months are measured anew, for `reason`."""

    indicator: str
    on: date
    reason: str


def read_baselines(file: TomlFile, indicators: Sequence[str]) -> tuple[Baseline, ...]:
    """The new baselines in the order of the file; what cannot be used is in `file.faults`."""
    file.whole.check_keys(required={}, optional=("baseline", "series"))
    baselines: list[Baseline] = []
    required = {"indicator": '"AS01"', "on": "2015-04-01", "reason": '"One front door for all referrals."'}
    for entry in file.whole.entries("baseline"):
        entry.check_keys(required=required)
        indicator, on = known_indicator(entry, indicators), entry.day("on")
        reason = entry.text("reason", example="One front door for all referrals.")
        if indicator is None or on is None or reason is None:
            continue
        if any((other.indicator, other.on) == (indicator, on) for other in baselines):
            entry.fault(
                f"two new baselines of {indicator} are declared for {on}.", "Keep one, with both reasons in its words."
            )
        baselines.append(Baseline(indicator, on, reason))
    return tuple(baselines)


def read_series(file: TomlFile, indicators: Sequence[str]) -> tuple[BrokenSeries, ...]:
    """The series of the council that count another thing from a day on; what cannot be used is in `file.faults`."""
    series: list[BrokenSeries] = []
    required = {"title": '"Plans lasting two years"', "reason": '"…"', "parts": HOW_PARTS.partition(" = ")[2]}
    for number, entry in enumerate(file.whole.entries("series"), start=1):
        entry.check_keys(required=required)
        title, reason, parts = entry.text("title"), entry.text("reason"), _parts(entry, indicators)
        if title is None or reason is None or not parts:
            continue
        try:
            series.append(BrokenSeries(f"SERIES-{number}", title, parts, reason))
        except DefinitionError as error:
            entry.fault(str(error).removeprefix(f"SERIES-{number}: "), f"Write: {HOW_PARTS}", key="parts")
    return tuple(series)


def _parts(entry: Entry, indicators: Sequence[str]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for row in entry.entries("parts", how=HOW_PARTS):
        row.check_keys(required={"indicator": '"CP06"', "since": "2008-04-01"})
        indicator, since = known_indicator(row, indicators), row.day("since")
        if indicator is not None and since is not None:
            parts.append(Part(indicator, since))
    return tuple(parts)
