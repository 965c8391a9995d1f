"""The whole Safeguarding Activity Report: its sections in order, for any as-at date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from purplebook.definitions.indicators import INDICATORS
from purplebook.definitions.papers.safeguarding_activity.adoption import adoption
from purplebook.definitions.papers.safeguarding_activity.assessments import assessments
from purplebook.definitions.papers.safeguarding_activity.child_protection import child_protection
from purplebook.definitions.papers.safeguarding_activity.closing import closing
from purplebook.definitions.papers.safeguarding_activity.early_help import early_help
from purplebook.definitions.papers.safeguarding_activity.front_door import contacts_and_referrals
from purplebook.definitions.papers.safeguarding_activity.head import (
    author_line,
    head_block,
    title,
)
from purplebook.definitions.papers.safeguarding_activity.leaving_care import leaving_care
from purplebook.definitions.papers.safeguarding_activity.looked_after import looked_after
from purplebook.definitions.papers.safeguarding_activity.overview import overview
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.quality import quality
from purplebook.definitions.papers.safeguarding_activity.terms import TERMS, glossary_at, standards_at
from purplebook.definitions.papers.safeguarding_activity.workforce import workforce
from purplebook.definitions.standards import PracticeStandard
from purplebook.language.indicators import Indicator
from purplebook.language.papers import Paper, Section, Subheading


def safeguarding_activity(
    as_at: date,
    *,
    practice: Mapping[str, PracticeStandard] | None = None,
    indicators: Sequence[Indicator] = INDICATORS,
) -> Paper:
    """The paper of the financial year to date; every period in it follows from `as_at`.

    `practice` are the standards that the council holds itself to, where they are not those that ship, and `indicators`
    its catalogue.  What else a council says of itself, the paper leans on without knowing it.
    """
    periods = PaperPeriods(as_at) if practice is None else PaperPeriods(as_at, practice)
    return Paper(
        name="safeguarding-activity-report",
        as_at=as_at,
        author_line=author_line(),
        title=title(periods),
        head=head_block(periods),
        sections=(
            *overview(periods),
            _children_in_need_and_child_protection(periods),
            looked_after(periods),
            leaving_care(periods),
            adoption(periods),
            quality(periods),
            *workforce(periods),
            *closing(periods),
        ),
        glossary=glossary_at(as_at),
        terms=TERMS,
        standards=standards_at(periods),
        titles=tuple((item.id, item.title) for item in indicators),
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
