"""The whole Safeguarding Activity Report: its sections in order, for any as-at date."""

from __future__ import annotations

from datetime import date

from purplebook.definitions.indicators import INDICATORS
from purplebook.definitions.papers.safeguarding_activity.adoption import adoption
from purplebook.definitions.papers.safeguarding_activity.assessments import assessments
from purplebook.definitions.papers.safeguarding_activity.child_protection import child_protection
from purplebook.definitions.papers.safeguarding_activity.closing import closing
from purplebook.definitions.papers.safeguarding_activity.early_help import early_help
from purplebook.definitions.papers.safeguarding_activity.front_door import contacts_and_referrals
from purplebook.definitions.papers.safeguarding_activity.head import (
    AUTHOR_LINE,
    UNNAMED_COUNCIL,
    head_block,
    notes_for,
    title,
)
from purplebook.definitions.papers.safeguarding_activity.leaving_care import leaving_care
from purplebook.definitions.papers.safeguarding_activity.looked_after import looked_after
from purplebook.definitions.papers.safeguarding_activity.overview import overview
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.quality import quality
from purplebook.definitions.papers.safeguarding_activity.terms import GLOSSARY, TERMS, standards_at
from purplebook.definitions.papers.safeguarding_activity.workforce import workforce
from purplebook.language.papers import Paper, Section, Subheading


def safeguarding_activity(as_at: date, *, council: str = UNNAMED_COUNCIL) -> Paper:
    """The paper of the financial year to date; every period in it follows from `as_at`."""
    periods = PaperPeriods(as_at)
    return Paper(
        name="safeguarding-activity-report",
        as_at=as_at,
        council=council,
        author_line=AUTHOR_LINE,
        title=title(periods),
        head=head_block(periods, council=council),
        sections=(
            *overview(periods),
            _children_in_need_and_child_protection(periods),
            looked_after(periods),
            leaving_care(periods),
            adoption(periods),
            quality(periods),
            *workforce(periods),
            *closing(),
        ),
        glossary=GLOSSARY,
        terms=TERMS,
        standards=standards_at(as_at),
        notes=notes_for(council),
        titles=tuple((item.id, item.title) for item in INDICATORS),
    )


def _children_in_need_and_child_protection(periods: PaperPeriods) -> Section:
    return Section(
        "Children in need and child protection",
        (
            Subheading("Early help"),
            *early_help(periods),
            Subheading("Contacts and referrals"),
            *contacts_and_referrals(periods),
            Subheading("Assessments"),
            *assessments(periods),
            *child_protection(periods),
        ),
    )
