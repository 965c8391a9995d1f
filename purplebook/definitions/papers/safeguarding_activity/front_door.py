"""Section 4, first part: early help, contacts, referrals and assessments."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.divided import group_of, group_rows
from purplebook.definitions.papers.safeguarding_activity.groups import REASONS, SOURCES
from purplebook.definitions.papers.safeguarding_activity.periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    a_month,
    against,
    axis,
    header,
    month_of,
    name,
    number,
    on,
    out_of,
    percent,
    period_rows,
    points,
    rise_or_fall,
    rose,
)
from purplebook.definitions.papers.safeguarding_activity.terms import FOLLOW_UP, practice
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
    Subheading,
    paragraph,
    say,
)
from purplebook.language.periods import Period


def front_door(periods: PaperPeriods) -> tuple[Block, ...]:
    """Early help, then the way from a contact to an assessment."""
    return (
        Subheading("Early help"),
        *_early_help(periods),
        Subheading("Contacts and referrals"),
        *_referrals(periods),
        Subheading("Assessments"),
        *_assessments(periods),
    )


def _early_help(periods: PaperPeriods) -> tuple[Block, ...]:
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
            "Schools, children's centres, our own early help teams and social care are the services that most often "
            "ask for help.",
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
                "We follow each early help case for {window} after it closes. Of the {closed} cases closed in "
                "{period}, the latest that can be followed for so long, {returned} ({share}) came back to social care "
                "and were assessed.",
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


def _referrals(periods: PaperPeriods) -> tuple[Block, ...]:
    now, before, to_date = periods.quarter, periods.quarter_before, periods.to_date
    since = periods.since_quarter
    return (
        paragraph(
            say(
                "The multi-agency safeguarding hub (MASH) received {contacts} contacts about children in {months}, "
                "from professionals, families and members of the public. Of the {new} that were not about a child "
                "whose case was open already, {referred} ({share}) became a referral.",
                contacts=number("FD01", to_date),
                months=name(to_date),
                new=out_of("FD02", to_date),
                referred=number("FD02", to_date),
                share=percent("FD02", to_date),
            ),
        ),
        paragraph(
            say(
                "There were {now} referrals to children's social care in {quarter}, {change} {before}: an average of "
                "{average} a month, {average_change} a month in the quarter before.",
                now=number("RF01", now),
                quarter=name(now),
                change=rise_or_fall(number("RF01", now), number("RF01", before)),
                before=name(before),
                average=MonthlyAverage(number("RF01", now)),
                average_change=_average_change(now, before),
            ),
            None
            if since is None
            else say(
                "A further {more} came in {since}, an average of {average} a month. Referrals usually dip in the "
                "school holidays, because schools refer so many children.",
                more=number("RF01", since),
                since=name(since),
                average=MonthlyAverage(number("RF01", since)),
            ),
            say(
                "{table} and {chart} show referrals over time. A child who is referred twice counts twice.",
                table=NumberOf("referrals"),
                chart=NumberOf("referrals-chart"),
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
            title=say(
                "Referrals each month, {first} to {last}",
                first=month_of(periods.months[0]),
                last=month_of(periods.months[-1]),
            ),
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
                "The largest source of referrals in {months} was: {first} ({number}, {share} of all). The second was: "
                "{second} ({second_number}, {second_share}).",
                months=name(to_date),
                first=ranked(1, is_name=True),
                number=ranked(1),
                share=ranked(1, Show.PERCENT_1),
                second=ranked(2, is_name=True),
                second_number=ranked(2),
                second_share=ranked(2, Show.PERCENT_1),
            ),
            say(
                "Schools made {schools} referrals, {change} {same}.",
                schools=group_of("RF03", to_date, by="source", codes=schools),
                change=rise_or_fall(
                    group_of("RF03", to_date, by="source", codes=schools),
                    group_of("RF03", same, by="source", codes=schools),
                ),
                same=name(same),
            ),
        ),
        FigureTable(
            key="sources",
            caption=say("Where referrals came from, {months} and the same months a year earlier", months=name(to_date)),
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
                "The reason recorded most often was: {first}, with {share} of referrals. Next came: {second} "
                "({second_share}) and {third} ({third_share}).",
                first=ranked(1, is_name=True),
                share=ranked(1, Show.PERCENT_1),
                second=ranked(2, is_name=True),
                second_share=ranked(2, Show.PERCENT_1),
                third=ranked(3, is_name=True),
                third_share=ranked(3, Show.PERCENT_1),
            ),
            "Police officers sit with social workers in the MASH and look at domestic abuse contacts together.",
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


def _assessments(periods: PaperPeriods) -> tuple[Block, ...]:
    now, before, to_date, today = periods.quarter, periods.quarter_before, periods.to_date, periods.today
    return (
        paragraph(
            say(
                "Of the referrals made in {quarter}, {now} went on to an assessment, {change} {before}. For the year "
                "to date it is {to_date}. The board has reviewed its threshold guidance so that every agency asks the "
                "same question before it refers a child.",
                now=percent("RF08", now),
                quarter=name(now),
                change=points(percent("RF08", now), percent("RF08", before)),
                before=name(before),
                to_date=percent("RF08", to_date),
            ),
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
                "In {quarter}, {share} of single assessments were completed within {standard}. The rate {rose} from "
                "{earlier} in {before}.",
                quarter=name(now),
                share=percent("AS01", now),
                standard=practice("assessment", periods.as_at),
                rose=rose(percent("AS01", now), percent("AS01", before)),
                earlier=percent("AS01", before),
                before=name(before),
            ),
            say(
                "On {day}, {overdue} of {open} open assessments ({share}) were older than that. When a backlog "
                "is cleared the rate of completed assessments goes down for a while, so the two should be read "
                "together.",
                day=on(today),
                overdue=number("AS03", today),
                open=out_of("AS03", today),
                share=percent("AS03", today),
            ),
        ),
        FigureTable(
            key="assessments",
            caption=say("Single assessments completed, and completed on time"),
            header=header("Period", "Completed", "On time", "Share on time"),
            rows=period_rows(
                (before, *periods.parts_of_this_year),
                lambda period: out_of("AS01", period),
                lambda period: number("AS01", period),
                lambda period: percent("AS01", period),
            ),
        ),
        paragraph(
            "The principal social worker is running a course on assessment and analysis for the access and assessment "
            "teams through the autumn, and monthly audits follow whether it shows in the work.",
        ),
    )


def _average_change(now: Period, before: Period) -> Compare:
    return Compare(
        Ref("RF01", now),
        Ref("RF01", before),
        higher=say("up from {average}", average=MonthlyAverage(Ref("RF01", before))),
        lower=say("down from {average}", average=MonthlyAverage(Ref("RF01", before))),
        same="the same as the average",
    )
