"""What the figures are set beside: those published of other authorities, and targets.  No verdict is given on them."""

from __future__ import annotations

from collections.abc import Callable

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import days, name, on, percent
from purplebook.language.papers import ComparisonTable, Measured, Ref, Show, TargetTable, say
from purplebook.language.periods import Period, rolling_year

Figure = Callable[[str, Period], Ref]


def others(periods: PaperPeriods) -> ComparisonTable:
    """The yearly figures of which others' are published; each line takes the newest year that both have."""
    years = tuple(reversed(periods.earlier_years))
    ends = tuple(reversed(periods.year_ends))
    ending = tuple(rolling_year(end.last_day) for end in ends)

    def line(label: str, figure: Figure, indicator: str, looked_in: tuple[Period, ...]) -> Measured:
        return Measured(label, tuple(figure(indicator, period) for period in looked_in))

    return ComparisonTable(
        key="others",
        caption=say("Our figures beside those published of others"),
        lines=(
            line("Assessments completed on time", percent, "AS01", years),
            line("Initial conferences held on time", percent, "IC03", years),
            line("Plans for a child who had had one before", percent, "CP09", years),
            line("Plans that ended after two years or more", percent, "CP06", years),
            line("Children looked after, per 10,000 children", _rate, "LA02", ends),
            line("Looked after far from home and outside the area", percent, "LA11", ends),
            line("Three or more placements in the year", percent, "LA13", ending),
            line("Stable in their placement", percent, "LA14", ends),
            line("Care leavers in suitable accommodation", percent, "CL03", ends),
            line("Care leavers not in education, employment or training", percent, "CL05", ends),
            line("Adopted, of all who left care", percent, "AD01", years),
            line("Left care through special guardianship", percent, "AD02", years),
        ),
    )


def targets(periods: PaperPeriods) -> TargetTable:
    """The figures of this year beside the targets that apply to them."""
    now, today = periods.to_date, periods.today
    during = (
        ("Referrals that went on to assessment", percent, "RF08"),
        ("Assessments completed on time", percent, "AS01"),
        ("Initial conferences held on time", percent, "IC03"),
        ("Average days from entering care to the adoptive family", days, "AD03"),
        ("Average days from the court's authority to the match", days, "AD05"),
    )
    at_date = (
        ("Children with a plan seen in time", percent, "CP12"),
        ("Children in need seen in time", percent, "CN04"),
        ("Children in need with an up-to-date plan", percent, "CN03"),
        ("Care leavers with an up-to-date pathway plan", percent, "CL07"),
        ("Care leavers in suitable accommodation", percent, "CL03"),
        ("Care leavers not in education, employment or training", percent, "CL05"),
        ("Looked after far from home and outside the area", percent, "LA11"),
        ("Stable in their placement", percent, "LA14"),
    )
    return TargetTable(
        key="targets",
        caption=say("Figures of {now} and {today} beside their targets", now=name(now), today=on(today)),
        lines=(
            *(Measured(label, (figure(indicator, now),)) for label, figure, indicator in during),
            *(Measured(label, (figure(indicator, today),)) for label, figure, indicator in at_date),
        ),
    )


def _rate(indicator: str, period: Period) -> Ref:
    return Ref(indicator, period, show=Show.RATE_2)
