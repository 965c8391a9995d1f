"""Every indicator, in the order of a report.

An indicator is named where it is declared and in the `INDICATORS` of its file; a new file is named here.  Its id gives
it its place, so a theme may lie in several files and the next free id needs nothing moved.

The files are read when somebody asks for all indicators.  Who asks for one reads its file alone: to declare all of them
takes as long as to work out a figure.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from purplebook.language.indicators import Indicator

    INDICATORS: tuple[Indicator, ...]

FILES = (
    "early_help",
    "early_help_steps",
    "front_door",
    "referral_outcomes",
    "assessment",
    "child_in_need",
    "every_level",
    "child_in_need_endings",
    "family_help",
    "enquiries_and_conferences",
    "strategy_discussions",
    "child_protection_plans",
    "child_protection_flow",
    "child_protection_reviews",
    "child_protection_visits",
    "care_proceedings",
    "looked_after",
    "ethnicity",
    "looked_after_flow",
    "placements",
    "looked_after_reviews",
    "looked_after_health",
    "looked_after_missing",
    "looked_after_stability",
    "adoption",
    "adoption_waits",
    "adoption_waiting",
    "leaving_care",
    "leaving_care_contact",
    "quality",
    "audits",
    "panels",
    "complaints",
    "workforce",
    "workforce_census",
    "fostering",
    "placement_costs",
    "reported_elsewhere",
)


@cache
def all_indicators() -> tuple[Indicator, ...]:
    """Every indicator that ships, in the order of a report."""
    from purplebook.definitions.catalogue import SERIES
    from purplebook.language.report_order import in_report_order

    return in_report_order(*(item for file in FILES for item in _declared_in(file)), series=tuple(SERIES))


def the_indicator(identifier: str) -> Indicator | None:
    """The shipped indicator of an id, great letters or small; None where there is none.

    An id stands in its file as it is declared, so only the files that say it are read as Python.
    """
    said = f'"{identifier}"'.casefold()
    for file in FILES:
        if said in Path(__file__).with_name(f"{file}.py").read_text("utf-8").casefold():
            for item in _declared_in(file):
                if item.id.casefold() == identifier.casefold():
                    return item
    return None


def _declared_in(file: str) -> tuple[Indicator, ...]:
    return import_module(f"{__name__}.{file}").INDICATORS


def __getattr__(name: str) -> tuple[Indicator, ...]:
    if name == "INDICATORS":
        return all_indicators()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["INDICATORS", "all_indicators", "the_indicator"]
