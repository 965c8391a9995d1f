"""The head block: who the paper is for, who brings it, and when it is heard, as far as the council has said so.

Officers are named by role only.  A row whose setting is not there is not printed.
"""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import name
from purplebook.language.evidence import AgendaItem, ByStatus, Committee, MeetingDay, OfficerTitle
from purplebook.language.papers import DayName, Text, say

STATUS = ByStatus(
    (
        ("provisional", "Provisional"),
        ("validated", "Validated"),
        ("returned", "As returned to the Department for Education"),
        ("published", "As published"),
    )
)


def title(periods: PaperPeriods) -> Text:
    """The paper's title with its months."""
    return say("Safeguarding Activity Report: {months}", months=name(periods.to_date))


def author_line() -> Text:
    """Whose report it is."""
    return say("Report by the {title}", title=OfficerTitle(("author", "director")))


def head_block(periods: PaperPeriods) -> tuple[tuple[str, Text], ...]:
    """The rows of the head block."""
    return (
        ("To", say("{committee}", committee=Committee())),
        ("Date", say("{day}", day=MeetingDay())),
        ("Agenda item", say("{item}", item=AgendaItem())),
        ("Title", title(periods)),
        ("Lead councillor", say("{title}", title=OfficerTitle(("lead_councillor",)))),
        ("Lead officer", say("{title}", title=OfficerTitle(("lead_officer", "director")))),
        ("Figures", say("{status}, as at {day}", status=STATUS, day=DayName(periods.as_at))),
    )
