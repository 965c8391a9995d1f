"""Reads `events.toml`: what happened on a day and may explain a figure, drawn on charts as a mark with a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from purplebook.council.indicator_names import which_indicator
from purplebook.council.toml_file import TomlFile
from purplebook.language.councils import CouncilEvent


def read_events(file: TomlFile, indicators: Sequence[str], *, today: date) -> tuple[CouncilEvent, ...]:
    """The events in order of their days; what cannot be used, such as one that lies ahead, is in `file.faults`."""
    file.whole.check_keys(required={}, optional=("event",))
    events: list[CouncilEvent] = []
    for entry in file.whole.entries("event"):
        entry.check_keys(
            required={"on": "2015-06-01", "words": '"The police joined the front door"'}, optional=("indicators",)
        )
        on, words = entry.day("on"), entry.text("words", example="The police joined the front door")
        names = entry.texts("indicators", example='["FD01", "RF01"]') or ()
        if on is not None and on > today:
            entry.fault(
                f"the event lies ahead: {on} is after today, {today}.", "Add it once it has happened.", key="on"
            )
        for name in names:
            if name not in indicators:
                entry.fault(f"there is no indicator '{name}'.", which_indicator(name, indicators), key="indicators")
        if on is not None and words is not None:
            events.append(CouncilEvent(on, words, names))
    return tuple(sorted(events, key=lambda event: event.on))
