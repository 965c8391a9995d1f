"""Sections 9 to 11: recruitment, the improvement journey, and what comes next."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import against, name, number, on
from purplebook.language.papers import Counted, Section, Subheading, bullets, paragraph, say


def workforce(periods: PaperPeriods) -> tuple[Section, ...]:
    """The three sections."""
    return (_recruitment(periods), _improvement(periods), _priorities())


def _recruitment(periods: PaperPeriods) -> Section:
    month, before = periods.months[-1], periods.months[-2]
    return Section(
        "Workforce recruitment",
        (
            paragraph(
                say(
                    "Recruiting social workers and managers remains a priority. In {month}, {count} applications for "
                    "social work roles were received, {change} in {before}.",
                    count=number("WF01", month),
                    month=name(month),
                    change=against(number("WF01", month), number("WF01", before)),
                    before=name(before),
                ),
                say(
                    "In the same month, {preferred} chosen and {accepted} filled.",
                    preferred=Counted(
                        number("WF01-PREFERRED", month), "preferred candidate was", "preferred candidates were"
                    ),
                    accepted=Counted(number("WF01-FILLED", month), "post was", "posts were"),
                ),
            ),
            paragraph(
                "A recruitment strategy, with a revised offer and a media programme, presents the council as an "
                "employer that is flexible and open to new ideas. Newly qualified social workers join us each year for "
                "their assessed and supported year in employment.",
            ),
            paragraph("Permanent staff have also been recruited to middle and senior management posts."),
        ),
    )


def _improvement(periods: PaperPeriods) -> Section:
    return Section(
        "The improvement journey",
        (
            paragraph(
                "An improvement board with an independent chair oversees our work. The managing director, the lead "
                "councillor, the director, the police and health sit on it. It meets monthly, follows the improvement "
                "plan, and looks closely at single questions such as audit and governance.",
            ),
            paragraph(
                "The head of service leads the changes that follow. They concern governance, the quantity of work, "
                "its quality, and the support that staff are given.",
            ),
            Subheading("Governance"),
            bullets(
                say(
                    "An access to resources panel reviews every child who comes into care, and the plans of children "
                    "whose placement is costly or far away. By {day} it had reviewed {count} since it began.",
                    day=on(periods.today),
                    count=Counted(number("QA07", periods.today), "child", "children"),
                ),
                "A performance challenge panel meets monthly, asks what keeps a target from being met, and agrees what "
                "to do.",
                "Managers know the improvement plan, and each area of practice in it has a lead.",
                "An improvement board for children's services lets partners support us and challenge us.",
            ),
            Subheading("The quantity of work"),
            bullets(
                "The challenge meeting looks at every key indicator, names what must change, and sets a date for it.",
                "The staff newsletter tells everyone what to work on, and celebrates what went well.",
                "Meetings of the whole service carry the same messages in person.",
                "Written standards say how often children are visited and when plans are made, so that every member "
                "of staff knows what is expected.",
            ),
            Subheading("The quality of work"),
            bullets(
                "The service manager for quality assurance leads an audit programme in which staff of all levels "
                "take part, in groups and with their peers.",
                "All managers, from the director to assistant team managers, audit cases each month.",
                "The access to resources panel gives guidance on single cases, so that services are right, worth their "
                "cost, and not delayed.",
                "The principal social worker coaches teams in planning, assessment, chronologies and recording.",
            ),
            Subheading("Support and supervision"),
            bullets(
                "Training for social workers and managers is renewed as audits show what is needed.",
                "Supervision standards say how often each case is discussed, so that plans move on.",
                "A clearer offer to staff has brought more interest in working here.",
            ),
        ),
    )


def _priorities() -> Section:
    return Section(
        "Priorities going forward",
        (
            paragraph(
                "Children do best in their own families and close to home. Where that is not possible we "
                "will care for them well, with our partners inside the council and outside it, and with one aim: that "
                "their lives turn out better. For this we will:",
            ),
            bullets(
                "make the new ways of working last, for children in care and for those with a child protection or "
                "child in need plan;",
                "go on building a culture of audit, and share what it teaches in training and workshops;",
                "make sure that the voice of the child is heard throughout our practice;",
                "hold to the core standards: regular and thoughtful supervision, assessments on time, good "
                "analysis, and help that is judged by its results;",
                "recruit good staff, keep them, and help them grow;",
                "live within our budget while keeping our services good; and",
                "use residential care only when every other choice has been considered.",
            ),
        ),
    )
