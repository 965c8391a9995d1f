"""Section 4: child protection plans: how many, for what, for how long, and whether the children were seen."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.divided import group_rows
from purplebook.definitions.papers.safeguarding_activity.groups import CATEGORIES
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    against,
    axis,
    children,
    counted,
    header,
    months,
    more_or_fewer,
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
from purplebook.definitions.papers.safeguarding_activity.terms import LONG_PLAN, practice
from purplebook.language.evidence import Definition
from purplebook.language.papers import (
    Block,
    Chart,
    ChartKind,
    FigureTable,
    NumberOf,
    Ranked,
    Series,
    Show,
    Text,
    paragraph,
    say,
)


def plans(periods: PaperPeriods) -> tuple[Block, ...]:
    """Everything the paper says of child protection plans."""
    return (*_how_many(periods), *_how_long(periods), *_again(periods), *_visits(periods))


def _how_many(periods: PaperPeriods) -> tuple[Block, ...]:
    before, now, today = periods.quarter_before_end, periods.quarter_end, periods.today

    def ranked(rank: int, show: Show = Show.NUMBER, *, is_name: bool = False) -> Ranked:
        return Ranked("CP03", today, "category", CATEGORIES, rank, show, is_name=is_name)

    return (
        paragraph(
            say(
                "On {today} there {were} {today_number} with a child protection plan.",
                were=was(number("CP01", today)),
                today_number=children(number("CP01", today)),
                today=on(today),
            ),
            say(
                "That is {change} on {before}.",
                change=more_or_fewer(number("CP01", today), number("CP01", before)),
                before=on(before),
            ),
            *verdict("CP01"),
            None if now == today else _at_the_quarter_end(periods),
        ),
        Chart(
            key="plans-chart",
            kind=ChartKind.LINES,
            title=say("Children with a child protection plan at each month's end"),
            labels=axis(periods.month_ends),
            series=(Series("Children", tuple(number("CP01", end) for end in periods.month_ends)),),
            unit="children with a child protection plan at the end of each month",
        ),
        paragraph(
            say("{table} divides the plans by category.", table=NumberOf("categories")),
            say(
                "The category recorded most often on {today} was: {first} ({share} of plans).",
                today=on(today),
                first=ranked(1, is_name=True),
                share=ranked(1, Show.PERCENT_1),
            ),
        ),
        FigureTable(
            key="categories",
            caption=say("Child protection plans by category of abuse"),
            header=header("Category", *_number_and_share(periods)),
            rows=group_rows("CP03", periods.dates, by="category", groups=CATEGORIES, total="All plans"),
            note=say("The latest category recorded for each plan that was open at the date."),
        ),
    )


def _at_the_quarter_end(periods: PaperPeriods) -> Text:
    return say(
        "At the end of the quarter, on {day}, {count} had a plan.",
        day=on(periods.quarter_end),
        count=children(number("CP01", periods.quarter_end)),
    )


def _number_and_share(periods: PaperPeriods) -> tuple[Text, ...]:
    columns = []
    for day in periods.dates:
        columns += [say("{day}", day=on(day)), say("Share")]
    return tuple(columns)


def _how_long(periods: PaperPeriods) -> tuple[Block, ...]:
    before, today, to_date = periods.quarter_before_end, periods.today, periods.to_date
    return (
        paragraph(
            say(
                "Long plans are counted in two ways, and the two must not be mixed.",
                because=(Definition("CP06"), Definition("CP07")),
            ),
            say(
                "On {today}, {open} of the {all} with a plan ({share}) had been on it for two years or more.",
                today=on(today),
                open=number("CP07", today),
                all=children(out_of("CP07", today)),
                share=percent("CP07", today),
            ),
            say(
                "On {before}, {earlier} had been on it that long.",
                before=on(before),
                earlier=children(number("CP07", before)),
            ),
            say("{open_table} shows long plans that were open, by date.", open_table=NumberOf("long-plans-open")),
            say(
                "Of the {ended} that ended in {months}, {long} ({share}) had lasted two years or more.",
                ended=counted(out_of("CP06", to_date), "plan"),
                months=name(to_date),
                long=number("CP06", to_date),
                share=percent("CP06", to_date),
            ),
            say("{ended_table} shows long plans that ended, by year.", ended_table=NumberOf("long-plans-ended")),
        ),
        FigureTable(
            key="long-plans-open",
            caption=say("Children whose plan, open at the date, had lasted two years or more"),
            header=header("Date", "Two years or more", "All open plans", "Share"),
            rows=period_rows(
                periods.year_dates,
                lambda period: number("CP07", period),
                lambda period: out_of("CP07", period),
                lambda period: percent("CP07", period),
            ),
        ),
        FigureTable(
            key="long-plans-ended",
            caption=say("Plans that ended in the period after two years or more"),
            header=header("Period", "Two years or more", "All plans that ended", "Share"),
            rows=period_rows(
                periods.year_rows,
                lambda period: number("CP06", period),
                lambda period: out_of("CP06", period),
                lambda period: percent("CP06", period),
            ),
        ),
        paragraph(
            say(
                "On {today}, {count} had been on a plan for more than {trigger}.",
                trigger=LONG_PLAN,
                count=children(number("CP14", today)),
                today=on(today),
            ),
            say(
                "Of these {all}, {audited} ({share}) had a plan that was audited as a long one.",
                all=out_of("CP14-AUDITED", today),
                audited=number("CP14-AUDITED", today),
                share=percent("CP14-AUDITED", today),
            ),
            say(
                "Plans open on {today} had lasted {mean} months on average.",
                today=on(today),
                mean=months("CP08", today),
            ),
            say("On {before} the average was {earlier} months.", before=on(before), earlier=months("CP08", before)),
            say(
                "This average falls whenever many plans begin, so it does not by itself show that work has become "
                "quicker.",
                because=Definition("CP08"),
            ),
        ),
    )


def _again(periods: PaperPeriods) -> tuple[Block, ...]:
    last, to_date = periods.last_year, periods.to_date
    return (
        paragraph(
            say(
                "Of the {all} that began in {months}, {again} ({share}) {were} for a child who had had a plan before.",
                all=counted(out_of("CP09", to_date), "plan"),
                were=was(number("CP09", to_date)),
                months=name(to_date),
                again=number("CP09", to_date),
                share=percent("CP09", to_date),
            ),
            say(
                "That is {change} {last}, when it was {earlier} of {earlier_all}.",
                change=points(percent("CP09", to_date), percent("CP09", last), joined=" in"),
                last=name(last),
                earlier=number("CP09", last),
                earlier_all=out_of("CP09", last),
            ),
        ),
    )


def _visits(periods: PaperPeriods) -> tuple[Block, ...]:
    before, today = periods.quarter_before_end, periods.today
    return (
        paragraph(
            say(
                "A child with a plan is counted as seen in time after a visit in the last {standard}. On {today}, "
                "{seen} of those whose plan had been open for longer than that had been ({count} of {all}).",
                standard=practice("child_protection_visit", periods),
                today=on(today),
                seen=percent("CP12", today),
                count=number("CP12", today),
                all=out_of("CP12", today),
            ),
            say(
                "That is {change} on {before}.",
                change=points(percent("CP12", today), percent("CP12", before)),
                before=on(before),
            ),
            *verdict("CP12"),
            say(
                "A harder measure asks that a child was seen in time on every occasion since the plan began: {every} "
                "of children were ({count} of {all}).",
                every=percent("CP13", today),
                count=number("CP13", today),
                all=out_of("CP13", today),
            ),
            say(
                "That is {change} on {before}.",
                change=against(percent("CP13", today), percent("CP13", before)),
                before=on(before),
            ),
            *verdict("CP13"),
        ),
        Chart(
            key="visits-chart",
            kind=ChartKind.LINES,
            title=say(
                "Children with a plan seen in the last {standard}, at each month's end",
                standard=practice("child_protection_visit", periods),
            ),
            labels=axis(periods.month_ends),
            series=(Series("Seen in time", tuple(percent("CP12", end) for end in periods.month_ends)),),
            unit="the percentage of children with a plan who were seen in time, at the end of each month",
        ),
    )
