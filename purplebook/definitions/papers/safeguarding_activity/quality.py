"""Section 8: audit, quality assurance, complaints and compliments."""

from __future__ import annotations

from dataclasses import replace

from purplebook.definitions.law import law
from purplebook.definitions.papers.safeguarding_activity.divided import group_of, group_rows
from purplebook.definitions.papers.safeguarding_activity.groups import COMPLAINT_STATUSES, THEMES
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    against,
    counted,
    header,
    name,
    number,
    on,
    out_of,
    percent,
)
from purplebook.definitions.papers.safeguarding_activity.terms import practice
from purplebook.language.evidence import PartnershipNow, Register
from purplebook.language.papers import (
    Block,
    Chart,
    ChartKind,
    Counted,
    FigureTable,
    NumberOf,
    Ranked,
    Section,
    Series,
    Show,
    Subheading,
    Text,
    paragraph,
    say,
)


def quality(periods: PaperPeriods) -> Section:
    """The whole section; what audits found is for the council to say."""
    return Section(
        "Audit and quality assurance activity",
        (
            Subheading("How we check our work"),
            *_audit(periods),
            Subheading("What audits found"),
            Subheading("Complaints and compliments"),
            *_complaints(periods),
        ),
    )


def _audit(periods: PaperPeriods) -> tuple[Block, ...]:
    today, month = periods.today, periods.month
    return (
        paragraph(
            say(
                "A manager is counted as having met the standard with at least {standard}. In {month}, {share} of "
                "managers in post did ({met} of {all}).",
                standard=practice("audits_per_manager", periods),
                month=name(month),
                share=percent("QA05", month),
                met=number("QA05", month),
                all=out_of("QA05", month),
            ),
            say(
                "On {today}, {share} of open cases had been discussed in supervision in the last {weeks} "
                "({held} of {cases}).",
                weeks=practice("supervision", periods),
                today=on(today),
                share=percent("QA06", today),
                held=number("QA06", today),
                cases=out_of("QA06", today),
            ),
        ),
        paragraph(_with_partners(periods), _of_risk_conferences(periods)),
    )


def _with_partners(periods: PaperPeriods) -> Text | None:
    """Whether the register of audits holds any made with partners; who they are made for hangs on the day."""
    body = law("safeguarding_body", on=periods.as_at)
    if body is None:
        return None
    return say(
        "In {months}, cases were audited together with other agencies for {body}.",
        months=name(periods.to_date),
        body=PartnershipNow("safeguarding", otherwise=body),
        because=_audits("MULTI_AGENCY_LSCB", periods),
    )


def _of_risk_conferences(periods: PaperPeriods) -> Text:
    return say(
        "In {months}, cases of the multi-agency risk assessment conference (MARAC) were audited.",
        months=name(periods.to_date),
        because=_audits("MARAC", periods),
    )


def _audits(programme: str, periods: PaperPeriods) -> Register:
    return Register("audit", "programme", (programme,), dated="completed_on", period=periods.to_date)


def _complaints(periods: PaperPeriods) -> tuple[Block, ...]:
    year = periods.last_year

    def ranked(rank: int, show: Show = Show.NUMBER, *, is_name: bool = False) -> Ranked:
        return Ranked("QA02", year, "theme", THEMES, rank, show, is_name=is_name)

    return (
        paragraph(
            say(
                "We received {count} in {year}, the last complete year.",
                count=counted(number("QA01", year), "complaint"),
                year=name(year),
            ),
            say(
                "That is {change} the year before.",
                change=against(number("QA01", year), number("QA01", periods.earlier_years[-2])),
            ),
            say("{outcomes} shows what became of complaints.", outcomes=NumberOf("complaint-outcomes")),
            say(
                "Alternative dispute resolution with the teams concerned settled {adr}, and {investigated} "
                "investigated to an outcome.",
                adr=counted(group_of("QA01", year, by="status", codes=("RESOLVED_ADR",)), "complaint"),
                investigated=counted(
                    group_of("QA01", year, by="status", codes=("INVESTIGATED",)), "complaint was", "complaints were"
                ),
            ),
        ),
        FigureTable(
            key="complaint-outcomes",
            caption=say("What became of complaints received in {year}", year=name(year)),
            header=header("Outcome", "Complaints"),
            rows=tuple(_status_rows(periods)),
        ),
        paragraph(
            say(
                "The commonest theme was {first} ({share}).",
                first=ranked(1, is_name=True),
                share=ranked(1, Show.PERCENT_1),
            ),
            say(
                "The next was {second} ({second_share}).",
                second=ranked(2, is_name=True),
                second_share=ranked(2, Show.PERCENT_1),
            ),
            say(
                "Children and young people, or their advocates, made {children}.",
                children=counted(number("QA03", year), "complaint"),
            ),
        ),
        FigureTable(
            key="themes",
            caption=_themes_caption(periods),
            header=header("Theme", "Complaints", "Share"),
            rows=group_rows("QA02", (year,), by="theme", groups=THEMES, total="All complaints"),
            is_largest_first=True,
        ),
        Chart(
            key="themes-chart",
            kind=ChartKind.BARS,
            title=_themes_caption(periods),
            labels=tuple(Text(label) for label, _ in THEMES),
            series=(
                Series("Complaints", tuple(group_of("QA02", year, by="theme", codes=codes) for _, codes in THEMES)),
            ),
            unit="complaints by theme",
            is_largest_first=True,
        ),
        paragraph(
            say(
                "In {year}, {compliments} recorded.",
                compliments=Counted(number("QA04", year), "compliment was", "compliments were"),
                year=name(year),
            ),
        ),
    )


def _themes_caption(periods: PaperPeriods) -> Text:
    return say("Complaints received in {year}, by theme", year=name(periods.last_year))


def _status_rows(periods: PaperPeriods):
    rows = group_rows("QA01", (periods.last_year,), by="status", groups=COMPLAINT_STATUSES, total="All complaints")
    return (replace(line, cells=line.cells[:1]) for line in rows)
