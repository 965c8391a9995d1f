"""Thamesbridge: the invented authority's name, wards, teams, partners and shares of its people.

Facts only.  No real place or person is named; officers exist by role.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AUTHORITY_CODE = "899"
AUTHORITY_NAME = "Thamesbridge"
POPULATION_UNDER_18 = 34700

WARDS: tuple[tuple[str, float], ...] = (
    ("Abbots Quay", 6),
    ("Barley Hill", 9),
    ("Caversworth", 3),
    ("Coley Weir", 8),
    ("Eldon Fields", 5),
    ("Forbury Park", 4),
    ("Kennet Lock", 9),
    ("Lower Meadows", 10),
    ("Northcot", 8),
    ("Orchard Rise", 6),
    ("Priory Gate", 4),
    ("Southmead", 12),
    ("Tanners Bridge", 7),
    ("Whitecross", 9),
)
NEIGHBOURS: tuple[tuple[str, float], ...] = (
    ("Westmarsh", 30),
    ("Oakhamshire", 25),
    ("Royal Elmsbury", 14),
    ("Harrowdene", 12),
    ("Northvale", 10),
    ("Castlemere", 9),
)
"""Invented authorities where some of the children are placed."""

FRONT_DOOR, ASSESSMENT, SAFEGUARDING, DISABILITY, LOOKED_AFTER, LEAVING_CARE = (
    "front door",
    "assessment",
    "safeguarding",
    "disability",
    "looked after",
    "leaving care",
)
EARLY_HELP, FAMILY_PLACEMENT, REVIEWING, LEADERSHIP = "early help", "family placement", "reviewing", "leadership"


@dataclass(frozen=True)
class Team:
    """One team: `duty` is the kind of work it takes, `posts` its case-holding posts."""

    team_id: str
    name: str
    service_area: str
    duty: str
    posts: int
    job_title: str
    parent_id: str | None = "T01"


TEAMS: tuple[Team, ...] = (
    Team("T01", "Children's Services", "Leadership", LEADERSHIP, 0, "Manager", None),
    Team("T02", "Multi-agency Safeguarding Hub", "Access and Assessment", FRONT_DOOR, 5, "Social worker"),
    Team("T03", "Access and Assessment 1", "Access and Assessment", ASSESSMENT, 9, "Social worker"),
    Team("T04", "Access and Assessment 2", "Access and Assessment", ASSESSMENT, 9, "Social worker"),
    Team("T05", "Safeguarding East", "Safeguarding", SAFEGUARDING, 8, "Social worker"),
    Team("T06", "Safeguarding West", "Safeguarding", SAFEGUARDING, 8, "Social worker"),
    Team("T07", "Safeguarding South", "Safeguarding", SAFEGUARDING, 8, "Social worker"),
    Team("T08", "Children with Disabilities", "Safeguarding", DISABILITY, 5, "Social worker"),
    Team("T09", "Looked After Children 1", "Looked After Children", LOOKED_AFTER, 7, "Social worker"),
    Team("T10", "Looked After Children 2", "Looked After Children", LOOKED_AFTER, 7, "Social worker"),
    Team("T11", "Leaving Care", "Looked After Children", LEAVING_CARE, 6, "Personal adviser"),
    Team("T12", "Family Placement", "Looked After Children", FAMILY_PLACEMENT, 8, "Supervising social worker"),
    Team("T13", "Independent Reviewing Service", "Quality Assurance", REVIEWING, 6, "Independent reviewing officer"),
    Team("T14", "Children's Action Team North", "Early Help", EARLY_HELP, 8, "Family worker"),
    Team("T15", "Children's Action Team South", "Early Help", EARLY_HELP, 8, "Family worker"),
    Team("T16", "Children's Action Team West", "Early Help", EARLY_HELP, 8, "Family worker"),
)

ETHNICITIES: tuple[tuple[str, float], ...] = (
    ("WBRI", 57),
    ("WIRI", 0.7),
    ("WIRT", 0.4),
    ("WROM", 0.6),
    ("WOTH", 6.5),
    ("MWBC", 5.2),
    ("MWBA", 1.9),
    ("MWAS", 2.4),
    ("MOTH", 3.1),
    ("AIND", 2.1),
    ("APKN", 5.6),
    ("ABAN", 1.0),
    ("AOTH", 2.8),
    ("BCRB", 2.5),
    ("BAFR", 4.0),
    ("BOTH", 1.2),
    ("CHNE", 0.4),
    ("OOTH", 1.4),
    ("REFU", 0.4),
    ("NOBT", 3.4),
)
LOOKED_AFTER_ETHNICITIES: tuple[tuple[str, float], ...] = (
    ("WBRI", 78),
    ("WIRI", 0.6),
    ("WIRT", 0.6),
    ("WROM", 0.8),
    ("WOTH", 4.5),
    ("MWBC", 8.0),
    ("MWBA", 2.0),
    ("MWAS", 2.5),
    ("MOTH", 3.5),
    ("APKN", 2.5),
    ("AOTH", 1.0),
    ("BCRB", 2.5),
    ("BAFR", 3.0),
    ("BOTH", 1.0),
    ("OOTH", 0.5),
)
UNACCOMPANIED_ETHNICITIES: tuple[tuple[str, float], ...] = (("AOTH", 5), ("BAFR", 5), ("OOTH", 3), ("WOTH", 2))

_QUIET_SOURCES: tuple[tuple[str, float], ...] = (
    ("1A", 6),
    ("1B", 3),
    ("1C", 1),
    ("1D", 2),
    ("2B", 2.5),
    ("3A", 2.5),
    ("3B", 3.5),
    ("3C", 1.5),
    ("3D", 2),
    ("3E", 3),
    ("3F", 3),
    ("4", 3),
    ("5A", 2),
    ("5B", 5),
    ("5C", 7),
    ("7", 4.5),
    ("8", 4),
    ("9", 2.5),
    ("10", 0.7),
)
_QUIET_TOTAL = sum(weight for _, weight in _QUIET_SOURCES)


def sources(police: float, schools: float) -> tuple[tuple[str, float], ...]:
    """Who makes contact, given the shares of the police and of schools."""
    rest = (1 - police - schools) / _QUIET_TOTAL
    return (("6", police), ("2A", schools), *((code, weight * rest) for code, weight in _QUIET_SOURCES))


SOURCES_TO_2015 = sources(0.33, 0.128)
SOURCES_FROM_2015 = sources(0.348, 0.199)


def sources_on(day: date) -> tuple[tuple[str, float], ...]:
    """Who makes contact at that time: schools more since April 2015."""
    return SOURCES_FROM_2015 if day >= date(2015, 4, 1) else SOURCES_TO_2015


PRESENTING_ISSUES: tuple[tuple[str, float], ...] = (
    ("DOMESTIC_ABUSE", 17.8),
    ("PHYSICAL_ABUSE", 10.7),
    ("SEXUAL_ABUSE", 10.9),
    ("EMOTIONAL_ABUSE", 9.4),
    ("NEGLECT", 10.5),
    ("PARENTAL_MENTAL_HEALTH", 8.6),
    ("SUBSTANCE_MISUSE", 8.2),
    ("CSE", 3.1),
    ("MISSING", 3.6),
    ("DISABILITY", 4.6),
    ("OTHER", 12.6),
)
PRIMARY_NEEDS: tuple[tuple[str, float], ...] = (
    ("N1", 48),
    ("N2", 7),
    ("N3", 5),
    ("N4", 11),
    ("N5", 18),
    ("N6", 5),
    ("N7", 0.6),
    ("N8", 1.4),
    ("N9", 2),
    ("N0", 2),
)
CATEGORIES_TO_2015: tuple[tuple[str, float], ...] = (("NEG", 50), ("PHY", 8), ("SAB", 12), ("EMO", 28), ("MUL", 2))
CATEGORIES_FROM_2015: tuple[tuple[str, float], ...] = (("NEG", 44), ("PHY", 7), ("SAB", 9), ("EMO", 40))
