"""Section 7: adoption and special guardianship."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    against,
    axis,
    children,
    counted,
    days,
    header,
    name,
    number,
    out_of,
    percent,
    period_rows,
    verdict,
)
from purplebook.definitions.papers.safeguarding_activity.terms import A3_WAIT
from purplebook.language.evidence import Definition
from purplebook.language.papers import (
    Chart,
    ChartKind,
    Counted,
    FigureTable,
    NumberOf,
    Section,
    Series,
    Text,
    paragraph,
    say,
)
from purplebook.language.periods import Period


def adoption(periods: PaperPeriods) -> Section:
    """The whole section."""
    to_date, same, last = periods.to_date, periods.same_months_last_year, periods.last_year
    yearly = (*periods.earlier_years, to_date)
    timed = (*periods.earlier_years, *dict.fromkeys((periods.parts_of_this_year[0], to_date)))
    return Section(
        "Adoption",
        (
            paragraph(
                say(
                    "Of the {ceased} who stopped being looked after in {months}, {adopted} adopted ({share}).",
                    adopted=counted(number("AD01", to_date), "child was", "children were"),
                    ceased=children(out_of("AD01", to_date)),
                    months=name(to_date),
                    share=percent("AD01", to_date),
                ),
                say(
                    "That is {change} in the same months of last year.",
                    change=against(number("AD01", to_date), number("AD01", same)),
                ),
                say(
                    "Through a special guardianship order (SGO) {guarded} left care ({guarded_share}).",
                    guarded=children(number("AD02", to_date)),
                    guarded_share=percent("AD02", to_date),
                ),
                say(
                    "That is {guarded_change} a year earlier.",
                    guarded_change=against(number("AD02", to_date), number("AD02", same)),
                ),
            ),
            _share_table(
                "adoption-1",
                "AD01",
                say("Adoption 1: children who stopped being looked after and were adopted"),
                yearly,
            ),
            _share_table(
                "adoption-2",
                "AD02",
                say("Adoption 2: children who stopped being looked after through a special guardianship order"),
                yearly,
            ),
            paragraph(
                say(
                    "A1 on the adoption scorecard is the average time from entering care to moving in with the "
                    "adoptive family. For children adopted in {months} it was {now} days.",
                    months=name(to_date),
                    now=days("AD03", to_date),
                ),
                say(
                    "That is {change} for those adopted in {last}.",
                    change=against(days("AD03", to_date), days("AD03", last)),
                    last=name(last),
                ),
                *verdict("AD03"),
                say(
                    "A2, from the court's authority to place a child to the match with a family, was {match} days for "
                    "children adopted in {months}.",
                    match=days("AD05", to_date),
                    months=name(to_date),
                ),
                say(
                    "That is {match_change} in {last}.",
                    last=name(last),
                    match_change=against(days("AD05", to_date), days("AD05", last)),
                ),
                say(
                    "A3 counts those who waited less than {wait}: {quick} of {all} ({share}) in {months}.",
                    wait=A3_WAIT,
                    quick=number("AD06", to_date),
                    all=out_of("AD06", to_date),
                    share=percent("AD06", to_date),
                    months=name(to_date),
                ),
                say("{a1} shows A1 by year.", a1=NumberOf("a1")),
                say("{a2} shows A2 by year.", a2=NumberOf("a2")),
                say(
                    "Few children are adopted in a year, so one long wait moves the average; the national scorecard "
                    "uses an average over several years for that reason. A long wait counts in the year that it ends.",
                    because=Definition("AD03"),
                ),
            ),
            _days_table(
                "a1",
                "AD03",
                say("A1: average days from entering care to moving in with the adoptive family, children adopted"),
                timed,
            ),
            Chart(
                key="a1-chart",
                kind=ChartKind.COLUMNS,
                title=say("A1: average days from entering care to moving in with the adoptive family"),
                labels=axis(timed),
                series=(Series("Average days", tuple(days("AD03", period) for period in timed)),),
                unit="the average days from entering care to moving in with the adoptive family",
            ),
            _days_table(
                "a2",
                "AD05",
                say("A2: average days from the court's authority to place a child to the match with a family"),
                timed,
            ),
            paragraph(
                say(
                    "In {months}, {reversed} changed.",
                    reversed=Counted(
                        number("AD09", to_date), "decision for adoption was", "decisions for adoption were"
                    ),
                    months=name(to_date),
                ),
                say(
                    "A child whose decision is changed has another plan, such as long-term fostering.",
                    because=Definition("AD09"),
                ),
            ),
        ),
    )


def _share_table(key: str, indicator: str, caption: Text, periods: tuple[Period, ...]) -> FigureTable:
    return FigureTable(
        key=key,
        caption=caption,
        header=header("Period", "Children", "Of all who ceased", "Share"),
        rows=period_rows(
            periods,
            lambda period: number(indicator, period),
            lambda period: out_of(indicator, period),
            lambda period: percent(indicator, period),
        ),
    )


def _days_table(key: str, indicator: str, caption: Text, periods: tuple[Period, ...]) -> FigureTable:
    return FigureTable(
        key=key,
        caption=caption,
        header=header("Period", "Average days", "Total days", "Children"),
        rows=period_rows(
            periods,
            lambda period: days(indicator, period),
            lambda period: number(indicator, period),
            lambda period: out_of(indicator, period),
        ),
    )
