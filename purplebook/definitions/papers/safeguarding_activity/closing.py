"""Sections 12 to 17: what every committee paper states.  All but the law is the council's own to say."""

from __future__ import annotations

from purplebook.definitions.law import DUTIES, law
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.language.evidence import AnyFigure
from purplebook.language.listed import listed
from purplebook.language.papers import DayName, Section, Text, paragraph, say


def closing(periods: PaperPeriods) -> tuple[Section, ...]:
    """The last six sections; those of which the council says nothing are not printed."""
    return (
        Section("Contribution to strategic aims", ()),
        Section("Community engagement and information", ()),
        Section("Equality impact assessment", ()),
        Section("Legal implications", (paragraph(_duties(periods), _new_act(periods)),)),
        Section("Financial implications", ()),
        Section("Background papers", ()),
    )


def _duties(periods: PaperPeriods) -> Text:
    """The Acts that are in force on the paper's day."""
    acts = [act for key in DUTIES if (act := law(key, on=periods.as_at)) is not None]
    places = [f"the {{act_{chr(97 + place)}}}" for place in range(len(acts))]
    return say(
        f"The work that this report describes serves the council's duties under {listed(places)}.",
        because=AnyFigure(),
        **{f"act_{chr(97 + place)}": act for place, act in enumerate(acts)},
    )


def _new_act(periods: PaperPeriods) -> Text | None:
    act = law("wellbeing_act", on=periods.as_at)
    if act is None:
        return None
    return say(
        "The {act} received Royal Assent on {day}. Its duties on family group decision-making, on multi-agency child "
        "protection teams and on sharing information begin on days that regulations set.",
        act=act,
        day=DayName(act.first_day),
        because=AnyFigure(),
    )
