"""Section 4: from a referral to an assessment, and whether it was on time."""

from __future__ import annotations

from purplebook.definitions.law import law
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    counted,
    header,
    name,
    number,
    on,
    out_of,
    percent,
    period_rows,
    points,
    verdict,
    was,
)
from purplebook.definitions.papers.safeguarding_activity.terms import practice
from purplebook.language.evidence import Definition, PartnershipNow
from purplebook.language.papers import (
    Block,
    FigureTable,
    Text,
    paragraph,
    say,
)


def assessments(periods: PaperPeriods) -> tuple[Block, ...]:
    """Referrals that went on to an assessment, and the time that assessments took."""
    now, before, to_date, today = periods.quarter, periods.quarter_before, periods.to_date, periods.today
    return (
        paragraph(
            say(
                "Of the referrals made in {quarter}, {now} went on to an assessment ({count} of {all}).",
                now=percent("RF08", now),
                quarter=name(now),
                count=number("RF08", now),
                all=out_of("RF08", now),
            ),
            say(
                "That is {change} {before}.",
                change=points(percent("RF08", now), percent("RF08", before), joined=" in"),
                before=name(before),
            ),
            *verdict("RF08"),
            say("For the year to date, {to_date} of referrals went on.", to_date=percent("RF08", to_date)),
            _thresholds(periods),
        ),
        FigureTable(
            key="conversion",
            caption=say("Referrals going on to assessment"),
            header=header("Period", "Referrals", "Went on to assessment", "Share"),
            rows=period_rows(
                periods.year_rows,
                lambda period: out_of("RF08", period),
                lambda period: number("RF08", period),
                lambda period: percent("RF08", period),
            ),
            note=say("The latest referrals may still go on to an assessment, so the last rows can rise."),
        ),
        paragraph(
            say(
                "In {quarter}, {share} of single assessments were completed within {standard}.",
                quarter=name(now),
                share=percent("AS01", now),
                standard=practice("assessment", periods),
            ),
            say(
                "That is {change} {before}.",
                change=points(percent("AS01", now), percent("AS01", before), joined=" in"),
                before=name(before),
            ),
            *verdict("AS01", "AS02"),
            say(
                "On {day}, {overdue} of {open} ({share}) {were} older than {standard}.",
                day=on(today),
                standard=practice("assessment", periods),
                overdue=number("AS03", today),
                were=was(number("AS03", today)),
                open=counted(out_of("AS03", today), "open assessment"),
                share=percent("AS03", today),
            ),
            say(
                "When a backlog is cleared the rate of completed assessments goes down for a while, so the two should "
                "be read together.",
                because=(Definition("AS01"), Definition("AS03")),
            ),
        ),
        FigureTable(
            key="assessments",
            caption=say("Single assessments completed, and completed on time"),
            header=header("Period", "Completed", "On time", "Share on time"),
            rows=period_rows(
                periods.recent_parts,
                lambda period: out_of("AS01", period),
                lambda period: number("AS01", period),
                lambda period: percent("AS01", period),
            ),
        ),
    )


def _thresholds(periods: PaperPeriods) -> Text | None:
    """Who says when a child is referred, by the law and guidance of the paper's day."""
    body, guidance = law("safeguarding_body", on=periods.as_at), law("guidance", on=periods.as_at)
    if body is None or guidance is None:
        return None
    return say(
        "A referral is judged by the threshold document of {body}, which {guidance} asks for.",
        body=PartnershipNow("safeguarding", otherwise=body),
        guidance=guidance,
        because=(body, Definition("RF08")),
    )
