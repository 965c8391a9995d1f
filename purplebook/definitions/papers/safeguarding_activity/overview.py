"""Sections 1 to 3: the purpose with a page of key figures, what is asked of the committee, and how "
"to read the paper."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    days,
    header,
    more_or_fewer,
    name,
    number,
    on,
    percent,
    rise_or_fall,
)
from purplebook.language.papers import (
    FigureTable,
    NumberOf,
    Row,
    Section,
    SignedChange,
    Value,
    paragraph,
    row,
    say,
)


def overview(periods: PaperPeriods) -> tuple[Section, ...]:
    """The first three sections."""
    return (_purpose(periods), _recommendation(), _overview(periods))


def _purpose(periods: PaperPeriods) -> Section:
    now, year_end = periods.today, periods.last_year_end
    to_date, same = periods.to_date, periods.same_months_last_year
    return Section(
        "Purpose of report and executive summary",
        (
            paragraph(
                say(
                    "This report tells the committee what Children's Services did to help and protect children over "
                    "{months}, and how that compares with earlier years.",
                    months=name(to_date),
                ),
                "It covers early help, the front door, child protection, children looked after, care leavers, "
                "adoption, and the checks we make on our own work.",
            ),
            paragraph(
                say(
                    "On {day} there were {plans} children with a child protection plan, {change} on {before}, and "
                    "{looked_after} children looked after, {care_change} on that day.",
                    day=on(now),
                    plans=number("CP01", now),
                    change=more_or_fewer(number("CP01", now), number("CP01", year_end)),
                    before=on(year_end),
                    looked_after=number("LA01", now),
                    care_change=more_or_fewer(number("LA01", now), number("LA01", year_end)),
                ),
                say(
                    "In {months} we received {referrals} referrals to children's social care, {change} the same "
                    "months of last year.",
                    months=name(to_date),
                    referrals=number("RF01", to_date),
                    change=rise_or_fall(number("RF01", to_date), number("RF01", same)),
                ),
                say("{table} gives the main figures on one page.", table=NumberOf("key-figures")),
            ),
            paragraph(
                "All figures for this year are provisional. They come from the council's own records and are checked "
                "again before the national returns are made, so some will change.",
            ),
            paragraph(
                "The report also says what we have changed in practice, in management and in the checking of our work, "
                "and what we will do next.",
            ),
            _key_figures(periods),
        ),
    )


def _key_figures(periods: PaperPeriods) -> FigureTable:
    """Each figure beside the same figure a year earlier: part of a year is never set against a whole one."""
    now, before = periods.to_date, periods.same_months_last_year
    today, a_year_ago = periods.today, periods.a_year_ago

    def during(label: str, figure, indicator: str) -> Row:
        return _row(label, figure(indicator, now), figure(indicator, before))

    def open_at(label: str, figure, indicator: str) -> Row:
        return _row(label, figure(indicator, today), figure(indicator, a_year_ago))

    return FigureTable(
        key="key-figures",
        caption=say(
            "Key figures: {now} and {today}, against a year earlier", now=name(periods.to_date), today=on(periods.today)
        ),
        header=header("Measure", "A year earlier", "Now", "Change"),
        rows=(
            during("Contacts received", number, "FD01"),
            during("Referrals to social care", number, "RF01"),
            during("Referrals that went on to assessment", percent, "RF08"),
            during("Assessments completed on time", percent, "AS01"),
            during("Section 47 enquiries", number, "S401"),
            during("Initial conferences held on time", percent, "IC03"),
            open_at("Children with a child protection plan", number, "CP01"),
            open_at("Children looked after", number, "LA01"),
            open_at("Looked after far from home and outside the borough", percent, "LA11"),
            open_at("Care leavers in suitable accommodation", percent, "CL03"),
            open_at("Care leavers not in education, employment or training", percent, "CL05"),
            during("Children adopted", number, "AD01"),
            during("Average days from entering care to the adoptive family", days, "AD03"),
        ),
        note=say(
            "Events are counted over {now} and the same months a year before; children on {today} and on {then}.",
            now=name(now),
            today=on(today),
            then=on(a_year_ago),
        ),
    )


def _row(label: str, later: Value, earlier: Value) -> Row:
    return row(label, earlier, later, SignedChange(later, earlier))


def _recommendation() -> Section:
    return Section(
        "Recommended action",
        (paragraph("That the committee scrutinises this report and notes it."),),
    )


def _overview(periods: PaperPeriods) -> Section:
    return Section(
        "Overview",
        (
            paragraph(
                say(
                    "The last complete quarter is {quarter}, and it is compared with {before}.",
                    quarter=name(periods.quarter),
                    before=name(periods.quarter_before),
                ),
                None
                if periods.since_quarter is None
                else say("What has happened since, in {since}, is shown apart.", since=name(periods.since_quarter)),
                "Where a table runs by year, this year is shown quarter by quarter and then to date, so that part of a "
                "year is not mistaken for a whole one.",
            ),
            paragraph(
                "Comparison with other authorities, including our statistical neighbours and the South East, comes "
                "later: figures for last year have not all been published, and figures for this year are not "
                "comparable until they are. This report therefore compares us only with ourselves.",
            ),
            paragraph(
                say(
                    "The figures were made from a snapshot of our case records as at {day}. They are the figures of "
                    "the purple book, our monthly performance report, and use the same records as the lists that "
                    "Ofsted asks for under Annex A. Our audits add what numbers cannot show: how good the work is.",
                    day=on(periods.today),
                ),
            ),
            paragraph(
                "Some groups of children are small. One family can change a percentage by several points, so "
                "the number of children stands beside each percentage and small changes should not be read as trends.",
            ),
        ),
    )
