"""The whole Safeguarding Activity Report: its sections in order, for any as-at date."""

from __future__ import annotations

from datetime import date

from purplebook.definitions.papers.safeguarding_activity.front_door import front_door
from purplebook.definitions.papers.safeguarding_activity.head import AUTHOR_LINE, COUNCIL, head_block, title
from purplebook.definitions.papers.safeguarding_activity.overview import overview
from purplebook.definitions.papers.safeguarding_activity.periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.terms import GLOSSARY, STANDARDS, TERMS
from purplebook.language.papers import Paper, Section


def safeguarding_activity(as_at: date) -> Paper:
    """The paper of the financial year to date; every period in it follows from `as_at`."""
    periods = PaperPeriods(as_at)
    return Paper(
        name="safeguarding-activity-report",
        as_at=as_at,
        council=COUNCIL,
        author_line=AUTHOR_LINE,
        title=title(periods),
        head=head_block(periods),
        sections=(
            *overview(periods),
            Section("Children in need and child protection", front_door(periods)),
        ),
        glossary=GLOSSARY,
        terms=TERMS,
        standards=STANDARDS,
    )
