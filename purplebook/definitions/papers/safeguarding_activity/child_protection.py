"""Section 4, second part: section 47 enquiries, initial conferences, child protection plans and children in need."""

from __future__ import annotations

from purplebook.definitions.law import law
from purplebook.definitions.papers.safeguarding_activity.child_protection_plans import plans
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    a_month,
    against,
    axis,
    children,
    counted,
    header,
    more_or_fewer_in,
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
from purplebook.language.evidence import Definition
from purplebook.language.papers import (
    Block,
    Chart,
    ChartKind,
    FigureTable,
    NumberOf,
    Series,
    Subheading,
    Text,
    paragraph,
    say,
)


def child_protection(periods: PaperPeriods) -> tuple[Block, ...]:
    """From an enquiry to a plan, and the children who need help without one."""
    return (
        Subheading("Section 47 enquiries and initial conferences"),
        *_enquiries(periods),
        *_conferences(periods),
        Subheading("Child protection plans"),
        *plans(periods),
        Subheading("Children in need"),
        *_children_in_need(periods),
    )


def _enquiries(periods: PaperPeriods) -> tuple[Block, ...]:
    now, before, to_date = periods.quarter, periods.quarter_before, periods.to_date
    same = periods.same_months_last_year
    return (
        paragraph(
            *_what_an_enquiry_is(periods),
            say(
                "In {quarter}, {now} started.",
                now=counted(number("S401", now), "enquiry was", "enquiries were"),
                quarter=name(now),
            ),
            say(
                "That is {change} {before}.",
                change=more_or_fewer_in(number("S401", now), number("S401", before)),
                before=name(before),
            ),
            say(
                "In {months} there {were} {to_date}.",
                months=name(to_date),
                were=was(number("S401", to_date)),
                to_date=counted(number("S401", to_date), "enquiry", "enquiries"),
            ),
            say(
                "That is {year_change} {same}.",
                year_change=more_or_fewer_in(number("S401", to_date), number("S401", same)),
                same=name(same),
            ),
            *verdict("S401"),
        ),
        FigureTable(
            key="enquiries",
            caption=say("Section 47 enquiries started"),
            header=header("Period", "Enquiries", "Average a month"),
            rows=period_rows(periods.year_rows, lambda period: number("S401", period), a_month("S401")),
        ),
        Chart(
            key="enquiries-chart",
            kind=ChartKind.LINES,
            title=say("Section 47 enquiries and initial conferences each month"),
            labels=axis(periods.months),
            series=(
                Series("Enquiries", tuple(number("S401", month) for month in periods.months)),
                Series("Conferences", tuple(number("IC01", month) for month in periods.months)),
            ),
            unit="section 47 enquiries started and children considered at initial conferences, each month",
        ),
        paragraph(
            say(
                "Of the {ended} that ended in {quarter}, {led} ({share}) led to an initial child protection "
                "conference.",
                ended=counted(out_of("S403", now), "enquiry", "enquiries"),
                quarter=name(now),
                led=number("S403", now),
                share=percent("S403", now),
            ),
            say(
                "That is {change} {before}.",
                change=points(percent("S403", now), percent("S403", before), joined=" in"),
                before=name(before),
            ),
            say(
                "Each enquiry is followed by its own record to its conference; dividing one month's conferences by the "
                "same month's enquiries would give a different answer.",
                because=Definition("S403"),
            ),
        ),
    )


def _conferences(periods: PaperPeriods) -> tuple[Block, ...]:
    now, before, to_date, since = periods.quarter, periods.quarter_before, periods.to_date, periods.since_quarter
    return (
        paragraph(
            say(
                "Initial conferences considered {now} in {quarter}.",
                now=children(number("IC01", now)),
                quarter=name(now),
            ),
            say(
                "That is {change} in {before}.",
                change=against(number("IC01", now), number("IC01", before)),
                before=name(before),
            ),
            *verdict("IC01"),
            None
            if since is None
            else say(
                "Since then, in {since}, {more} been considered.",
                more=counted(number("IC01", since), "child has", "children have"),
                since=name(since),
            ),
            say(
                "In the year to date {share} of conferences that followed an enquiry were held within {standard} "
                "({count} of {all}).",
                share=percent("IC03", to_date),
                standard=practice("initial_conference", periods),
                count=number("IC03", to_date),
                all=out_of("IC03", to_date),
            ),
            say("{table} shows initial conferences over time.", table=NumberOf("conferences")),
            say(
                "Brothers and sisters are considered together but each is counted.",
                because=Definition("IC01"),
            ),
        ),
        FigureTable(
            key="conferences",
            caption=say("Initial child protection conferences, and those held on time"),
            header=header("Period", "Children considered", "With an enquiry", "Held on time", "Share on time"),
            rows=period_rows(
                periods.year_rows,
                lambda period: number("IC01", period),
                lambda period: out_of("IC03", period),
                lambda period: number("IC03", period),
                lambda period: percent("IC03", period),
            ),
        ),
    )


def _children_in_need(periods: PaperPeriods) -> tuple[Block, ...]:
    start, today = periods.last_year_end, periods.today
    return (
        paragraph(
            say(
                "On {today}, {plans} of children in need had a plan that was up to date: made or updated in the last "
                "{update} ({count} of {all}).",
                today=on(today),
                update=practice("plan_update", periods),
                plans=percent("CN03", today),
                count=number("CN03", today),
                all=out_of("CN03", today),
            ),
            say(
                "That is {change} on {start}.",
                change=points(percent("CN03", today), percent("CN03", start)),
                start=on(start),
            ),
            *verdict("CN01", "CN03"),
            say(
                "Of those due a visit on {today}, {seen} had been seen within {visits} ({count} of {all}).",
                today=on(today),
                seen=percent("CN04", today),
                visits=practice("child_in_need_visit", periods),
                count=number("CN04", today),
                all=out_of("CN04", today),
            ),
        ),
    )


def _what_an_enquiry_is(periods: PaperPeriods) -> tuple[Text, ...]:
    """What the law and the guidance of the paper's day say of an enquiry."""
    act, guidance = law("children_act", on=periods.as_at), law("guidance", on=periods.as_at)
    sentences = []
    if act is not None:
        sentences.append(
            say(
                "Section 47 of the {act} requires us to enquire where there is reasonable cause to suspect that a "
                "child is suffering, or is likely to suffer, significant harm.",
                act=act,
                because=Definition("S401"),
            )
        )
    if guidance is not None:
        sentences.append(
            say(
                "The decision is made with the police and other agencies in a strategy discussion, as {guidance} asks.",
                guidance=guidance,
                because=Definition("S401"),
            )
        )
    return tuple(sentences)
