"""The headings under which the shipped paper prints, and a council may print sentences of its own."""

from __future__ import annotations

from datetime import date

from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.papers import Subheading


def section_names() -> tuple[str, ...]:
    """The headings and subheadings of the paper, in its order; they are the same for every day."""
    paper = safeguarding_activity(date(2015, 8, 31))
    return tuple(
        dict.fromkeys(
            name
            for section in paper.sections
            for name in (section.heading, *(block.text for block in section.blocks if isinstance(block, Subheading)))
        )
    )
