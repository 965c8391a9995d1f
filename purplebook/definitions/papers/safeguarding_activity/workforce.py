"""Sections 9 to 11: recruitment, the improvement journey, and what comes next.

Of the last two the records tell little: most of what stands there is the council's own to say.
"""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import against, children, counted, name, number, on
from purplebook.language.evidence import Register
from purplebook.language.papers import Counted, Section, Subheading, bullets, paragraph, say


def workforce(periods: PaperPeriods) -> tuple[Section, ...]:
    """The three sections."""
    return (_recruitment(periods), _improvement(periods), Section("Priorities going forward", ()))


def _recruitment(periods: PaperPeriods) -> Section:
    month, before = periods.months[-1], periods.months[-2]
    return Section(
        "Workforce recruitment",
        (
            paragraph(
                say(
                    "In {month}, {count} received, {change} in {before}.",
                    count=counted(
                        number("WF01", month),
                        "application for a social work role was",
                        "applications for social work roles were",
                    ),
                    month=name(month),
                    change=against(number("WF01", month), number("WF01", before)),
                    before=name(before),
                ),
                say(
                    "In {month}, {preferred} chosen and {accepted} filled.",
                    month=name(month),
                    preferred=Counted(
                        number("WF01-PREFERRED", month), "preferred candidate was", "preferred candidates were"
                    ),
                    accepted=Counted(number("WF01-FILLED", month), "post was", "posts were"),
                ),
            ),
        ),
    )


def _improvement(periods: PaperPeriods) -> Section:
    challenge = Register(
        "panel_decision", "panel_type", ("PERFORMANCE_CHALLENGE",), dated="held_on", period=periods.to_date
    )
    return Section(
        "The improvement journey",
        (
            Subheading("Governance"),
            bullets(
                say(
                    "By {day} the access to resources panel had reviewed {count} since it began.",
                    day=on(periods.today),
                    count=children(number("QA07", periods.today)),
                ),
                say("A performance challenge panel met in {months}.", months=name(periods.to_date), because=challenge),
            ),
            Subheading("The quantity of work"),
            Subheading("The quality of work"),
            Subheading("Support and supervision"),
        ),
    )
