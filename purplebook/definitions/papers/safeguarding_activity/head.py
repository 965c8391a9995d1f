"""The head block: who the paper is for, who brings it, and when it is heard. Officers are named by role only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import name
from purplebook.language.papers import AgendaItem, DayName, Text, say

INVENTED_COUNCIL = "Thamesbridge Borough Council"
UNNAMED_COUNCIL = "Our Council"
AUTHOR_LINE = "Report by the Director of Children, Education and Early Help Services"
COMMITTEE = "Adult Social Care, Children's Services and Education Committee"


BORROWED_WORDS = (
    "Before publishing, check every sentence that holds no figure. Those sentences were written for an invented "
    "council: what they say of meetings, panels, audits, training and plans may not be true of this one."
)


@dataclass(frozen=True)
class Meeting:
    """The committee meeting that a paper goes to."""

    held_on: date
    agenda_item: int


MEETINGS: dict[date, Meeting] = {
    date(2015, 8, 31): Meeting(date(2015, 11, 5), 7),
}
"""The meeting that hears the paper of each as-at date. One row for each paper; without one the block says so."""


def title(periods: PaperPeriods) -> Text:
    """The paper's title with its months."""
    return say("Safeguarding Activity Report: {months}", months=name(periods.to_date))


def notes_for(council: str) -> tuple[str, ...]:
    """What the author of any council but the invented one must do before the paper is published."""
    return () if council == INVENTED_COUNCIL else (BORROWED_WORDS,)


def head_block(periods: PaperPeriods, *, council: str) -> tuple[tuple[str, Text], ...]:
    """The rows of the head block; only the meetings of the invented council are known."""
    meeting = MEETINGS.get(periods.as_at) if council == INVENTED_COUNCIL else None
    unknown = say("To be confirmed")
    return (
        ("To", say(COMMITTEE)),
        ("Date", unknown if meeting is None else say("{day}", day=DayName(meeting.held_on))),
        ("Agenda item", unknown if meeting is None else say("{item}", item=AgendaItem(meeting.agenda_item))),
        ("Title", title(periods)),
        ("Lead councillor", say("Lead Councillor for Children's Services")),
        ("Portfolio", say("Children's Services")),
        ("Service", say("Children's Services")),
        ("Wards", say("All")),
        ("Lead officer", say("Director of Children, Education and Early Help Services")),
        ("Figures", say("Provisional, as at {day}", day=DayName(periods.as_at))),
    )
