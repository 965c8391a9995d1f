"""Section 4: early help."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    against,
    counted,
    more_or_fewer_in,
    name,
    number,
    out_of,
    percent,
    verdict,
)
from purplebook.definitions.papers.safeguarding_activity.terms import FOLLOW_UP
from purplebook.language.papers import Block, paragraph, say


def early_help(periods: PaperPeriods) -> tuple[Block, ...]:
    """Requests for help, assessments, cases that came back, and audits."""
    now, before, followed = periods.quarter, periods.quarter_before, periods.followed_up_year
    return (
        paragraph(
            say(
                "Early help received {now} in {quarter}.",
                now=counted(number("EH01", now), "referral"),
                quarter=name(now),
            ),
            say(
                "That is {change} {before}.",
                change=more_or_fewer_in(number("EH01", now), number("EH01", before)),
                before=name(before),
            ),
            *verdict("EH01"),
        ),
        paragraph(
            say(
                "In {quarter}, {now} completed, {change} in {before}.",
                now=counted(number("EH02", now), "common assessment (CAF) was", "common assessments (CAF) were"),
                quarter=name(now),
                change=against(number("EH02", now), number("EH02", before)),
                before=name(before),
            ),
            say(
                "Of those completed in {quarter}, {checked} were checked for quality ({count} of {all}).",
                quarter=name(now),
                checked=percent("EH03", now),
                count=number("EH03", now),
                all=out_of("EH03", now),
            ),
        ),
        paragraph(
            say(
                "Early help cases are followed for {window} after they close. Of the {closed} for which that "
                "time ended in {period}, {returned} ({share}) had come back to social care and been assessed.",
                window=FOLLOW_UP,
                closed=counted(out_of("EH05", followed), "case"),
                period=name(followed),
                returned=number("EH05", followed),
                share=percent("EH05", followed),
            ),
        ),
        paragraph(
            say(
                "In {quarter}, {audited} audited, {change} in {before}.",
                audited=counted(number("EH04", now), "early help file was", "early help files were"),
                quarter=name(now),
                change=against(number("EH04", now), number("EH04", before)),
                before=name(before),
            ),
        ),
    )
