"""Section 6: young people who have left care."""

from __future__ import annotations

from purplebook.definitions.law import law
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    counted,
    header,
    more_or_fewer,
    number,
    on,
    out_of,
    percent,
    points,
    verdict,
    was,
)
from purplebook.definitions.papers.safeguarding_activity.terms import LEAVER_AGES
from purplebook.language.evidence import Definition
from purplebook.language.papers import FigureTable, NumberOf, Row, Section, Text, paragraph, row, say

MEASURES = (
    ("With an up-to-date pathway plan", "CL07"),
    ("In suitable accommodation", "CL03"),
    ("In education, employment or training", "CL04"),
    ("Not in education, employment or training", "CL05"),
    ("In higher education", "CL06"),
)


def leaving_care(periods: PaperPeriods) -> Section:
    """The whole section."""
    today, year_end = periods.today, periods.last_year_end
    return Section(
        "Children leaving care",
        (
            paragraph(
                say(
                    "On {today} there {were} {count} aged {ages} entitled to our support as care leavers.",
                    today=on(today),
                    were=was(number("CL01", today)),
                    count=counted(number("CL01", today), "young person", "young people"),
                    ages=LEAVER_AGES,
                ),
                say(
                    "That is {change} on {before}.",
                    change=more_or_fewer(number("CL01", today), number("CL01", year_end)),
                    before=on(year_end),
                ),
                say(
                    "Of care leavers of these ages, {share} had an up-to-date pathway plan ({count} of {all}).",
                    share=percent("CL07", today),
                    count=number("CL07", today),
                    all=out_of("CL07", today),
                ),
                say(
                    "That is {change} on {before}.",
                    change=points(percent("CL07", today), percent("CL07", year_end)),
                    before=on(year_end),
                ),
                *verdict("CL07"),
                _entitlement(periods),
            ),
            paragraph(
                say(
                    "Of the {all}, {neet} ({share}) {were} not in education, employment or training.",
                    neet=number("CL05", today),
                    were=was(number("CL05", today)),
                    all=counted(out_of("CL05", today), "care leaver"),
                    share=percent("CL05", today),
                ),
                say(
                    "In higher education there {are} {higher}.",
                    are=was(number("CL06", today), "is", "are"),
                    higher=counted(number("CL06", today), "care leaver"),
                ),
                say(
                    "Of the {suitable_all} whose home is known and in this country, {suitable} ({suitable_share}) "
                    "lived in suitable accommodation.",
                    suitable=number("CL03", today),
                    suitable_all=counted(out_of("CL03", today), "care leaver"),
                    suitable_share=percent("CL03", today),
                ),
                say("{table} gives the detail of care leavers.", table=NumberOf("care-leavers")),
            ),
            FigureTable(
                key="care-leavers",
                caption=say("Care leavers aged {ages} on {today}", ages=LEAVER_AGES, today=on(today)),
                header=header("Measure", "Young people", "Of", "Share", say("Share on {day}", day=on(year_end))),
                rows=tuple(_row(label, indicator, periods) for label, indicator in MEASURES),
                note=say(
                    "Those we are not in touch with stay in the total, so the shares in and not in education, "
                    "employment or training do not add up to the whole."
                ),
            ),
        ),
    )


def _row(label: str, indicator: str, periods: PaperPeriods) -> Row:
    return row(
        label,
        number(indicator, periods.today),
        out_of(indicator, periods.today),
        percent(indicator, periods.today),
        percent(indicator, periods.last_year_end),
    )


def _entitlement(periods: PaperPeriods) -> Text | None:
    """The Act that the support of care leavers comes from."""
    act = law("leaving_care_act", on=periods.as_at)
    if act is None:
        return None
    return say("The entitlement comes from the {act}.", act=act, because=Definition("CL01"))
