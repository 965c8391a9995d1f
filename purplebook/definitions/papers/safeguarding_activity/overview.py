"""Sections 1 to 3: the purpose and a page of key figures, what is asked of the committee, how to read the paper."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.compared import others, targets
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    children,
    counted,
    days,
    header,
    more_or_fewer,
    more_or_fewer_in,
    name,
    number,
    on,
    percent,
    was,
)
from purplebook.language.evidence import AnyFigure, ByStatus, Committee, ToCome, VerdictOn
from purplebook.language.papers import (
    FigureTable,
    NumberOf,
    Row,
    Section,
    SignedChange,
    Text,
    Value,
    paragraph,
    row,
    say,
)
from purplebook.language.periods import Period

HOW_SURE = ByStatus(
    (
        (
            "provisional",
            "Figures for this year are provisional: they come from the council's own records, and some may change.",
        ),
        ("validated", "The figures have been validated, and may still change until the national returns are made."),
        ("returned", "The figures are those returned to the Department for Education."),
        ("published", "The figures are those that have been published."),
    )
)
STILL_TO_COME = (
    ("contacts", "FD01"),
    ("section 47 enquiries", "S401"),
    ("children considered at initial conferences", "IC01"),
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
                    "This report sets out what our records show of the help and protection given to children "
                    "over {months}.",
                    months=name(to_date),
                    because=AnyFigure(),
                ),
                say("It is made for the {committee}.", committee=Committee(), because=AnyFigure()),
            ),
            paragraph(
                say(
                    "On {day} there {were} {plans} with a child protection plan.",
                    day=on(now),
                    were=was(number("CP01", now)),
                    plans=children(number("CP01", now)),
                ),
                say(
                    "That is {change} on {before}.",
                    change=more_or_fewer(number("CP01", now), number("CP01", year_end)),
                    before=on(year_end),
                ),
                say(
                    "There {were} {looked_after} looked after on {day}.",
                    day=on(now),
                    were=was(number("LA01", now)),
                    looked_after=children(number("LA01", now)),
                ),
                say(
                    "That is {change} on {before}.",
                    change=more_or_fewer(number("LA01", now), number("LA01", year_end)),
                    before=on(year_end),
                ),
                say(
                    "In {months} we received {referrals} to children's social care.",
                    months=name(to_date),
                    referrals=counted(number("RF01", to_date), "referral"),
                ),
                say(
                    "That is {change} the same months of last year.",
                    change=more_or_fewer_in(number("RF01", to_date), number("RF01", same)),
                ),
                say("{table} gives the main figures on one page.", table=NumberOf("key-figures")),
            ),
            paragraph(say("{how_sure}", how_sure=HOW_SURE, because=AnyFigure())),
            paragraph(*_still_to_come(periods)),
            _key_figures(periods),
        ),
    )


def _still_to_come(periods: PaperPeriods) -> tuple[Text, ...]:
    """For the last two months, what late records usually add, where the extracts tell it."""
    return tuple(
        say(
            "Of {month}, {more} more {what} usually come.".replace("{what}", what),
            month=name(month),
            more=ToCome(indicator, month),
        )
        for month in reversed(periods.months[-2:])
        for what, indicator in STILL_TO_COME
    )


def _key_figures(periods: PaperPeriods) -> FigureTable:
    """Each figure beside the same figure a year earlier: part of a year is never set against a whole one."""
    now, before = periods.to_date, periods.same_months_last_year
    today, a_year_ago = periods.today, periods.a_year_ago

    def during(label: str, figure, indicator: str) -> Row:
        return _row(label, indicator, figure(indicator, now), figure(indicator, before))

    def open_at(label: str, figure, indicator: str) -> Row:
        return _row(label, indicator, figure(indicator, today), figure(indicator, a_year_ago))

    return FigureTable(
        key="key-figures",
        caption=say("Key figures: {now} and {today}", now=name(periods.to_date), today=on(periods.today)),
        header=header("Measure", "A year earlier", "Now", "Change", "Judged by its own past"),
        rows=(
            during("Contacts received", number, "FD01"),
            during("Referrals to social care", number, "RF01"),
            during("Referrals that went on to assessment", percent, "RF08"),
            during("Assessments completed on time", percent, "AS01"),
            during("Section 47 enquiries", number, "S401"),
            during("Initial conferences held on time", percent, "IC03"),
            open_at("Children with a child protection plan", number, "CP01"),
            open_at("Children looked after", number, "LA01"),
            open_at("Looked after far from home and outside the area", percent, "LA11"),
            open_at("Care leavers in suitable accommodation", percent, "CL03"),
            open_at("Care leavers not in education, employment or training", percent, "CL05"),
            during("Children adopted", number, "AD01"),
            during("Average days from entering care to the adoptive family", days, "AD03"),
        ),
        note=say(
            "Events are counted over {now}, and children on {today}.",
            now=name(now),
            today=on(today),
        ),
    )


def _row(label: str, indicator: str, later: Value, earlier: Value) -> Row:
    return row(label, earlier, later, SignedChange(later, earlier), VerdictOn(indicator, in_short=True))


def _recommendation() -> Section:
    return Section(
        "Recommended action",
        (paragraph(say("That the {committee} scrutinises this report and notes it.", committee=Committee())),),
    )


def _overview(periods: PaperPeriods) -> Section:
    return Section(
        "Overview",
        (
            paragraph(
                say(
                    "The last complete quarter is {quarter}, and the one before it is {before}.",
                    quarter=name(periods.quarter),
                    before=name(periods.quarter_before),
                    because=AnyFigure(),
                ),
                _since(periods.since_quarter),
                say(
                    "Where a table runs by year, this year is shown quarter by quarter and then to date, so that part "
                    "of a year is not mistaken for a whole one.",
                    because=AnyFigure(),
                ),
            ),
            paragraph(
                say(
                    "{table} sets our figures beside those published of other authorities, each for the newest year "
                    "that both have.",
                    table=NumberOf("others"),
                ),
                say(
                    "{table} gives the targets that apply, each with the day from which it does.",
                    table=NumberOf("targets"),
                ),
            ),
            others(periods),
            targets(periods),
            paragraph(
                say(
                    "The figures were made from a snapshot of our case records as at {day}.",
                    day=on(periods.today),
                    because=AnyFigure(),
                ),
                say(
                    "Some groups of children are small. One family can change a percentage by several points, so small "
                    "changes should not be read as trends.",
                    because=AnyFigure(),
                ),
            ),
        ),
    )


def _since(since: Period | None) -> Text | None:
    if since is None:
        return None
    return say("What has happened since, in {since}, is shown apart.", since=name(since), because=AnyFigure())
