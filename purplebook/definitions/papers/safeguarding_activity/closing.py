"""Sections 12 to 17: the implications that every committee paper states."""

from __future__ import annotations

from purplebook.language.papers import Section, paragraph


def closing() -> tuple[Section, ...]:
    """The last six sections."""
    return (
        Section(
            "Contribution to strategic aims",
            (
                paragraph(
                    "This work serves the council's corporate plan and the health and wellbeing strategy, above all "
                    "the aim of keeping safe those who are most vulnerable.",
                ),
            ),
        ),
        Section(
            "Community engagement and information",
            (
                paragraph(
                    "Children, parents, carers and partner agencies take part in the plans that concern them. "
                    "They also "
                    "help to shape the service as a whole, and we want to hear from more of them through "
                    "our programme of service user evaluation.",
                ),
            ),
        ),
        Section(
            "Equality impact assessment",
            (paragraph("This report asks for no decision that needs an equality impact assessment."),),
        ),
        Section(
            "Legal implications",
            (
                paragraph(
                    "This report has no legal implications of its own. The work it describes enables the council "
                    "to meet "
                    "its duties under the Children Act 1989, the Children Act 2004 and the Childcare Act 2006.",
                ),
            ),
        ),
        Section(
            "Financial implications",
            (paragraph("This report has no new financial implications."),),
        ),
        Section(
            "Background papers",
            (paragraph("None."),),
        ),
    )
