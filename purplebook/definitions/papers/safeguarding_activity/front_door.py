"""Section 4: contacts and referrals."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.divided import group_of, group_rows
from purplebook.definitions.papers.safeguarding_activity.groups import REASONS, SOURCES
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    a_month,
    axis,
    counted,
    header,
    more_or_fewer_in,
    name,
    number,
    out_of,
    percent,
    period_rows,
    verdict,
    was,
)
from purplebook.language.evidence import Definition, EventWords
from purplebook.language.papers import (
    Block,
    Chart,
    ChartKind,
    Compare,
    FigureTable,
    MonthlyAverage,
    NumberOf,
    Ranked,
    Ref,
    Series,
    Show,
    paragraph,
    say,
)
from purplebook.language.periods import Period, between


def contacts_and_referrals(periods: PaperPeriods) -> tuple[Block, ...]:
    """Contacts, then referrals by period, by source and by reason."""
    now, before, to_date = periods.quarter, periods.quarter_before, periods.to_date
    since = periods.since_quarter
    return (
        paragraph(
            say(
                "The front door received {contacts} about children in {months}.",
                contacts=counted(number("FD01", to_date), "contact"),
                months=name(to_date),
            ),
            say(
                "Of the {new} not about a child whose case was open already, {referred} ({share}) became a referral.",
                new=counted(out_of("FD02", to_date), "contact that was", "contacts that were"),
                referred=number("FD02", to_date),
                share=percent("FD02", to_date),
            ),
        ),
        paragraph(
            say(
                "There {were} {now} to children's social care in {quarter}, an average of {average} a month.",
                were=was(number("RF01", now)),
                now=counted(number("RF01", now), "referral"),
                quarter=name(now),
                average=MonthlyAverage(number("RF01", now)),
            ),
            say(
                "That is {change} {before}; the monthly average is {average_change} in that quarter.",
                change=more_or_fewer_in(number("RF01", now), number("RF01", before)),
                before=name(before),
                average_change=_average_change(now, before),
            ),
            None
            if since is None
            else say(
                "Since then, in {since}, {more} come, an average of {average} a month.",
                more=counted(number("RF01", since), "referral has", "referrals have"),
                since=name(since),
                average=MonthlyAverage(number("RF01", since)),
            ),
            *verdict("RF01"),
            say("{table} shows referrals over time.", table=NumberOf("referrals")),
            say("{chart} shows referrals month by month.", chart=NumberOf("referrals-chart")),
            say("A child who is referred twice counts twice.", because=Definition("RF01")),
            say(
                "What may bear on these figures: {events}.",
                events=EventWords(
                    ("FD01", "FD02", "RF01", "RF03", "RF04", "RF08"),
                    between(periods.months[0].first_day, periods.as_at),
                ),
            ),
        ),
        FigureTable(
            key="referrals",
            caption=say("Referrals to children's social care"),
            header=header("Period", "Referrals", "Average a month"),
            rows=period_rows(periods.year_rows, lambda period: number("RF01", period), a_month("RF01")),
        ),
        Chart(
            key="referrals-chart",
            kind=ChartKind.LINES,
            title=say("Referrals each month"),
            labels=axis(periods.months),
            series=(Series("Referrals", tuple(number("RF01", month) for month in periods.months)),),
            unit="referrals each month",
        ),
        *_sources(periods),
        *_reasons(periods),
    )


def _sources(periods: PaperPeriods) -> tuple[Block, ...]:
    to_date, same = periods.to_date, periods.same_months_last_year

    def ranked(rank: int, show: Show = Show.NUMBER, *, is_name: bool = False) -> Ranked:
        return Ranked("RF03", to_date, "source", SOURCES[:-1], rank, show, is_name=is_name)

    schools = ("2A",)
    return (
        paragraph(
            say(
                "Of the named sources of referrals, the largest in {months} was {first}, with {number} ({share} of "
                "all).",
                months=name(to_date),
                first=ranked(1, is_name=True),
                number=ranked(1),
                share=ranked(1, Show.PERCENT_1),
            ),
            say(
                "The second was {second}, with {second_number} ({second_share}).",
                second=ranked(2, is_name=True),
                second_number=ranked(2),
                second_share=ranked(2, Show.PERCENT_1),
            ),
            say(
                "Schools made {schools}, {change} {same}.",
                schools=counted(group_of("RF03", to_date, by="source", codes=schools), "referral"),
                change=more_or_fewer_in(
                    group_of("RF03", to_date, by="source", codes=schools),
                    group_of("RF03", same, by="source", codes=schools),
                ),
                same=name(same),
            ),
        ),
        FigureTable(
            key="sources",
            caption=say("Where referrals came from, {months}", months=name(to_date)),
            header=header(
                "Source",
                say("{period}", period=name(to_date)),
                "Share",
                say("{period}", period=name(same)),
                "Share",
            ),
            rows=group_rows("RF03", (to_date, same), by="source", groups=SOURCES, total="All referrals"),
            is_largest_first=True,
        ),
    )


def _reasons(periods: PaperPeriods) -> tuple[Block, ...]:
    to_date = periods.to_date

    def ranked(rank: int, show: Show = Show.NUMBER, *, is_name: bool = False) -> Ranked:
        return Ranked("RF04", to_date, "reason", REASONS[:-1], rank, show, is_name=is_name)

    return (
        paragraph(
            say(
                "Of the named reasons, the one recorded most often was: {first}, with {share} of referrals.",
                first=ranked(1, is_name=True),
                share=ranked(1, Show.PERCENT_1),
            ),
            say(
                "The next were: {second} ({second_share}) and {third} ({third_share}).",
                second=ranked(2, is_name=True),
                second_share=ranked(2, Show.PERCENT_1),
                third=ranked(3, is_name=True),
                third_share=ranked(3, Show.PERCENT_1),
            ),
        ),
        FigureTable(
            key="reasons",
            caption=say("Reasons for referral, {months}", months=name(to_date)),
            header=header("Reason", "Referrals", "Share"),
            rows=group_rows("RF04", (to_date,), by="reason", groups=REASONS, total="All referrals"),
            is_largest_first=True,
            note=say("Each referral has one reason. National figures count factors found at assessment instead."),
        ),
    )


def _average_change(now: Period, before: Period) -> Compare:
    return Compare(
        Ref("RF01", now),
        Ref("RF01", before),
        higher=say("above the {average}", average=MonthlyAverage(Ref("RF01", before))),
        lower=say("below the {average}", average=MonthlyAverage(Ref("RF01", before))),
        same="the same as the average",
        so_far=say("so far, beside the {average}", average=MonthlyAverage(Ref("RF01", before))),
    )
