"""The parts of the work that indicators are sorted under.  A new one is a line here."""

from __future__ import annotations

THEMES: tuple[str, ...] = (
    "Early help",
    "Front door",
    "Assessment",
    "Children in need",
    "Child protection",
    "Care proceedings",
    "Looked after children",
    "Education",
    "Adoption",
    "Leaving care",
    "Quality assurance",
    "Recruitment",
    "Workforce",
    "Spending",
    "Safety",
    "Inspection",
    "Local",
)
"""Every theme, in the order in which a report meets them; "Local" is for a council's own that fit no other."""
