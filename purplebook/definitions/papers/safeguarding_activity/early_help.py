"""Section 4: early help."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    against,
    name,
    number,
    out_of,
    percent,
    rise_or_fall,
)
from purplebook.definitions.papers.safeguarding_activity.terms import FOLLOW_UP
from purplebook.language.papers import (
    Block,
    paragraph,
    say,
)


def early_help(periods: PaperPeriods) -> tuple[Block, ...]:
    """Requests for help, assessments, cases that came back, and audits."""
    now, before, followed = periods.quarter, periods.quarter_before, periods.followed_up_year
    return (
        paragraph(
            say(
                "Early help received {now} referrals in {quarter}, {change} {before}.",
                now=number("EH01", now),
                quarter=name(now),
                change=rise_or_fall(number("EH01", now), number("EH01", before)),
                before=name(before),
            ),
            "Schools, children's centres, our own early help teams and social care are among the services that ask "
            "for help.",
        ),
        paragraph(
            say(
                "In {quarter}, {now} common assessments (CAF) were completed, {change} in {before}. Of these, "
                "{checked} "
                "were checked for quality when they were handed in: for the voice of the child, the part each agency "
                "played, and an analysis that leads to a plan.",
                now=number("EH02", now),
                quarter=name(now),
                change=against(number("EH02", now), number("EH02", before)),
                before=name(before),
                checked=percent("EH03", now),
            ),
        ),
        paragraph(
            say(
                "We follow each early help case for {window} after it closes. Of the {closed} cases for which that "
                "time "
                "ended in {period}, {returned} ({share}) had come back to social care and been assessed.",
                window=FOLLOW_UP,
                closed=out_of("EH05", followed),
                period=name(followed),
                returned=number("EH05", followed),
                share=percent("EH05", followed),
            ),
            "Cases that need more than early help are stepped up by its managers through the MASH, so that "
            "one threshold applies to every child.",
        ),
        paragraph(
            say(
                "Early help files are audited regularly: {audited} in {quarter}, {change} in {before}.",
                audited=number("EH04", now),
                quarter=name(now),
                change=against(number("EH04", now), number("EH04", before)),
                before=name(before),
            ),
            "Chronologies, and assessments that are renewed as a family's life changes, remain the priorities.",
        ),
    )
