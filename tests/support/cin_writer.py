"""Writing canonical rows as a children in need census, in the layout of any year: the hand opposite to the reader's.

It is written from the shape of the return and knows nothing of `purplebook.sources`, so that a fault of the reader
cannot hide in both.  `ELEMENTS` is what it claims each element means; a test holds that against the model's mapping.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

Row = Mapping[str, object]
Rows = Mapping[str, Sequence[Row]]

ELEMENTS: dict[str, dict[str, str]] = {
    "person": {
        "la_child_id": "LAchildID",
        "upn": "UPN",
        "former_upn": "FormerUPN",
        "upn_unknown_code": "UPNunknown",
        "born_on": "PersonBirthDate",
        "expected_birth_on": "ExpectedPersonBirthDate",
        "gender_code": "Sex",
        "died_on": "PersonDeathDate",
        "ethnicity_code": "Ethnicity",
    },
    "person_attribute": {"code": "Disability"},
    "referral": {
        "referred_on": "CINreferralDate",
        "source_code": "ReferralSource",
        "primary_need_code": "PrimaryNeedCode",
        "closed_on": "CINclosureDate",
        "closure_reason_code": "ReasonForClosure",
        "is_no_further_action": "ReferralNFA",
    },
    "assessment": {
        "started_on": "AssessmentActualStartDate",
        "internal_review_on": "AssessmentInternalReviewDate",
        "authorised_on": "AssessmentAuthorisationDate",
    },
    "assessment_factor": {"factor_code": "AssessmentFactors"},
    "plan": {"started_on": "CINPlanStartDate", "ended_on": "CINPlanEndDate"},
    "section_47_enquiry": {
        "strategy_discussion_on": "S47ActualStartDate",
        "initial_conference_due_on": "InitialCPCtarget",
        "is_initial_conference_not_required": "ICPCnotRequired",
    },
    "child_protection_plan": {
        "started_on": "CPPstartDate",
        "ended_on": "CPPendDate",
        "initial_category": "InitialCategoryOfAbuse",
        "latest_category": "LatestCategoryOfAbuse",
        "previous_plans_count": "NumberOfPreviousCPP",
    },
    "pre_proceedings": {
        "decided_on": "PPStartDate",
        "letter_before_proceedings_on": "LBPSentDate",
        "is_family_meeting_offered": "FGDMMeetingOffer",
        "is_family_meeting_held": "FGDMMeetingFac",
        "initial_meeting_on": "InitialPPMeetingDate",
        "review_meetings_count": "ReviewMeetingsCount",
        "step_decided_on": "StepDecisionDate",
        "outcome_code": "PPOutcome",
        "court_application_on": "CourtAppDate",
        "care_proceedings_letter_on": "LetterInitCPDate",
    },
}
INITIAL, REVIEW = "DateOfInitialCPC", "CPPreviewDate"
"""The two elements that become conferences."""


@dataclass(frozen=True)
class Layout:
    """What the return of one year can say, and how it says sex."""

    year: int
    sex_element: str
    sexes: Mapping[str, str]
    has_plans: bool
    has_pre_proceedings: bool
    left_out: frozenset[str] = frozenset()

    @property
    def reference_day(self) -> date:
        """The day the return is about."""
        return date(self.year, 3, 31)


_DIGITS = {"1": "M", "2": "F", "0": "U", "9": "U"}
# Some systems kept the digits when the element was given its new name.
_LETTERS = {"M": "M", "F": "F", "U": "U", "1": "M", "2": "F"}
LAYOUTS: tuple[Layout, ...] = (
    Layout(2021, "GenderCurrent", _DIGITS, False, False, frozenset({"24A", "5D", "RC9"})),
    Layout(2022, "GenderCurrent", _DIGITS, True, False, frozenset({"5D", "RC9"})),
    Layout(2023, "GenderCurrent", _DIGITS, True, False),
    Layout(2024, "GenderCurrent", _DIGITS, True, False),
    Layout(2025, "Sex", _LETTERS, True, False),
    Layout(2026, "Sex", _LETTERS, True, False),
    Layout(2027, "Sex", _LETTERS, True, True),
)
"""The layouts of 2021 to 2026, and the next one as a validator's sample shows it."""


@dataclass(frozen=True)
class Style:
    """How two systems may write the same return differently.

    `yes_no` holds the words for false and true; `day` is a format of a date; `noise` is what stands between elements.
    `prefix` puts every element under a namespace, and `is_reversed` writes the elements of a group in another order.
    """

    encoding: str = "utf-8"
    yes_no: tuple[str, str] = ("false", "true")
    day: str = "%Y-%m-%d"
    noise: str = "\n"
    prefix: str | None = None
    is_reversed: bool = False
    writes_empty: bool = False


def write_census(rows: Rows, *, layout: Layout, style: Style) -> bytes:
    """The file that says all of `rows`, whose links name rows among them; children stand in the order of `person`."""
    census = _Census(rows, layout, style)
    header = census.group(
        "Header",
        census.group(
            "CollectionDetails",
            census.leaf("Collection", "CIN"),
            census.leaf("Year", layout.year),
            census.leaf("ReferenceDate", layout.reference_day.isoformat()),
        ),
        census.group("Source", census.leaf("SourceLevel", "L"), census.leaf("LEA", "899")),
    )
    # The header stands first in every style: a reader takes what it says before the first child.
    body = header + census.group("Children", *(census.child(person) for person in rows["person"]), in_order=True)
    name = census.name("Message")
    space = {None: "", "": ' xmlns="urn:any"'}.get(style.prefix, f' xmlns:{style.prefix}="urn:any"')
    declared = style.encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><{name}{space}>{body}</{name}>'
    return text.encode(style.encoding, "xmlcharrefreplace")


@dataclass(frozen=True)
class _Census:
    rows: Rows
    layout: Layout
    style: Style

    def name(self, element: str) -> str:
        return f"{self.style.prefix}:{element}" if self.style.prefix else element

    def leaf(self, element: str, value: object) -> str:
        if value is None and not self.style.writes_empty:
            return ""
        if isinstance(value, bool):
            value = self.style.yes_no[value]
        elif isinstance(value, date):
            value = _day(value, self.style.day)
        name = self.name(element)
        return f"<{name}>{escape('' if value is None else str(value))}</{name}>{self.style.noise}"

    def group(self, element: str, *parts: str, in_order: bool = False) -> str:
        name, inside = self.name(element), parts if in_order or not self.style.is_reversed else parts[::-1]
        return f"<{name}>{self.style.noise}{''.join(inside)}</{name}>{self.style.noise}"

    def child(self, person: Row) -> str:
        own = "person_id", person["person_id"]
        names = ELEMENTS["person"] | {"gender_code": self.layout.sex_element}
        cells = {element: self.leaf(element, person[column]) for column, element in names.items()}
        ethnicity = cells.pop("Ethnicity")
        disabilities = [
            cell for row in self.of("person_attribute", own) for cell in self.cells("person_attribute", row)
        ]
        group = (self.group("Disabilities", *disabilities),) if disabilities or self.style.writes_empty else ()
        return self.group(
            "Child",
            self.group("ChildIdentifiers", *cells.values()),
            self.group("ChildCharacteristics", ethnicity, *group),
            *(self.episode(row) for row in self.of("referral", own)),
        )

    def episode(self, referral: Row) -> str:
        own = "referral_id", referral["referral_id"]
        initial = [
            self.leaf(INITIAL, row["held_on"])
            for row in self.of("child_protection_conference", own)
            if row["section_47_enquiry_id"] is None and row["child_protection_plan_id"] is None
        ]
        return self.group(
            "CINdetails",
            *self.cells("referral", referral),
            *initial,
            *(self.assessment(row) for row in self.of("assessment", own)),
            *(self.group("CINPlanDates", *self.cells("plan", row)) for row in self.of("plan", own)),
            *(self.enquiry(row) for row in self.of("section_47_enquiry", own)),
            *(self.protection(row) for row in self.of("child_protection_plan", own)),
            *(
                self.group("PreProceedingsandFGDM", *self.cells("pre_proceedings", row))
                for row in self.of("pre_proceedings", own)
            ),
        )

    def assessment(self, row: Row) -> str:
        found = self.of("assessment_factor", ("assessment_id", row["assessment_id"]))
        factors = [cell for each in found for cell in self.cells("assessment_factor", each)]
        group = (self.group("FactorsIdentifiedAtAssessment", *factors),) if factors or self.style.writes_empty else ()
        return self.group("Assessments", *self.cells("assessment", row), *group)

    def enquiry(self, row: Row) -> str:
        held = self.of("child_protection_conference", ("section_47_enquiry_id", row["section_47_enquiry_id"]))
        return self.group(
            "Section47",
            *self.cells("section_47_enquiry", row),
            *(self.leaf(INITIAL, each["held_on"]) for each in held),
        )

    def protection(self, row: Row) -> str:
        held = self.of("child_protection_conference", ("child_protection_plan_id", row["child_protection_plan_id"]))
        reviews = [self.leaf(REVIEW, each["held_on"]) for each in held]
        group = (self.group("Reviews", *reviews),) if reviews or self.style.writes_empty else ()
        return self.group("ChildProtectionPlans", *self.cells("child_protection_plan", row), *group)

    def cells(self, table: str, row: Row) -> list[str]:
        return [self.leaf(element, row[column]) for column, element in ELEMENTS[table].items()]

    def of(self, table: str, own: tuple[str, object]) -> Iterator[Row]:
        column, key = own
        return (row for row in self.rows.get(table, ()) if row[column] == key)


def _day(value: date, form: str) -> str:
    """The day in this form; `strftime` alone writes the year 999 in three digits on some systems."""
    return value.strftime(form.replace("%Y", f"{value.year:04}"))
