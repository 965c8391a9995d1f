"""Section 8: audit, quality assurance, complaints and compliments."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.divided import group_of, group_rows
from purplebook.definitions.papers.safeguarding_activity.groups import COMPLAINT_STATUSES, THEMES
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    against,
    header,
    name,
    number,
    on,
    out_of,
    percent,
)
from purplebook.definitions.papers.safeguarding_activity.terms import practice
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
    """The whole section."""
    return Section(
        "Audit and quality assurance activity",
        (
            Subheading("How we check our work"),
            *_audit(periods),
            Subheading("What audits found"),
            *_findings(),
            Subheading("Complaints and compliments"),
            *_complaints(periods),
        ),
    )


def _audit(periods: PaperPeriods) -> tuple[Block, ...]:
    today, month = periods.today, periods.month
    return (
        paragraph(
            "A new quality assurance framework covers the whole of Children's Services, early help included. It looks "
            "at numbers and at the quality of the work together, so that a procedure followed is not mistaken for a "
            "child helped.",
        ),
        paragraph(
            "Audits are themselves checked: a second manager repeats a sample chosen at random, and differences in "
            "judgement are talked through.",
        ),
        paragraph(
            say(
                "Every manager is asked for at least {standard}. In {month}, {share} of managers in post met that "
                "({met} of "
                "{all}).",
                standard=practice("audits_per_manager", periods.as_at),
                month=name(month),
                share=percent("QA05", month),
                met=number("QA05", month),
                all=out_of("QA05", month),
            ),
            say(
                "Each open case should be discussed in supervision at least every {weeks}: on {today}, {share} had "
                "been "
                "({held} of {cases}).",
                weeks=practice("supervision", periods.as_at),
                today=on(today),
                share=percent("QA06", today),
                held=number("QA06", today),
                cases=out_of("QA06", today),
            ),
        ),
        paragraph(
            "A performance and quality meeting, chaired by the head of service each quarter, takes the results, agrees "
            "actions and asks managers to account for them. The improvement board receives a report on the themes.",
        ),
        paragraph(
            "Results go back to staff in team meetings, briefings and induction, and staff say what would help "
            "them to do better.",
        ),
    )


def _findings() -> tuple[Block, ...]:
    return (
        paragraph(
            "The audits of recent months found work that is getting better, and problems that are not yet solved: "
            "drift and delay in older cases, supervision that comes irregularly, too little challenge of weak "
            "practice, "
            "and absent fathers whose views were not sought. Many files lacked a chronology.",
        ),
        paragraph(
            "Assessments were for the most part of a good standard. They would have been better had every agency, and "
            "absent parents, been part of them, and had they been finished on time.",
        ),
        paragraph(
            "The Local Safeguarding Children Board (LSCB) has its own audit programme, on domestic abuse, "
            "child protection conferences and core groups, health assessments of children looked after, the early help "
            "pathway and child sexual exploitation. Its audit of neglect asked for chronologies to be used and for "
            "schools to record concerns in one clear way; the threshold document and the neglect protocol have since "
            "been reviewed.",
        ),
        paragraph(
            "An audit of the multi-agency risk assessment conference (MARAC) asked every agency to record "
            "when a child is discussed there, to finish actions by the agreed day, and to challenge an assessment of "
            "risk that seems wrong.",
        ),
    )


def _complaints(periods: PaperPeriods) -> tuple[Block, ...]:
    year = periods.last_year

    def ranked(rank: int, show: Show = Show.NUMBER, *, is_name: bool = False) -> Ranked:
        return Ranked("QA02", year, "theme", THEMES, rank, show, is_name=is_name)

    return (
        paragraph(
            say(
                "We received {count} complaints in {year}, the last complete year, {change} the year before. "
                "{outcomes} "
                "shows what became of them.",
                count=number("QA01", year),
                year=name(year),
                change=against(number("QA01", year), number("QA01", periods.earlier_years[-2])),
                outcomes=NumberOf("complaint-outcomes"),
            ),
            say(
                "Alternative dispute resolution with the teams concerned settled {adr}, and {investigated} were "
                "investigated to an outcome.",
                adr=group_of("QA01", year, by="status", codes=("RESOLVED_ADR",)),
                investigated=group_of("QA01", year, by="status", codes=("INVESTIGATED",)),
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
                "The commonest theme was {first} ({share}), and the next {second} ({second_share}).",
                first=ranked(1, is_name=True),
                share=ranked(1, Show.PERCENT_1),
                second=ranked(2, is_name=True),
                second_share=ranked(2, Show.PERCENT_1),
            ),
            say(
                "Children and young people, or their advocates, made {children}; the others came from parents, carers, "
                "adopters, relatives and others.",
                children=number("QA03", year),
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
                "In {year}, {compliments} recorded, from across all services. Complaints ask us for "
                "better communication and better service, and the fall of one number and the rise of the other "
                "would show that we had listened.",
                compliments=Counted(number("QA04", year), "compliment was", "compliments were"),
                year=name(year),
            ),
            "The independent reviewing service now challenges staff at every level on the cases that it reviews.",
        ),
    )


def _themes_caption(periods: PaperPeriods) -> Text:
    return say("Complaints received in {year}, by theme", year=name(periods.last_year))


def _status_rows(periods: PaperPeriods):
    rows = group_rows("QA01", (periods.last_year,), by="status", groups=COMPLAINT_STATUSES, total="All complaints")
    return (type(each)(each.label, each.cells[:1], each.is_total) for each in rows)
