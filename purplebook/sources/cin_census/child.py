"""One `Child` element of the census as canonical rows in text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.sources.careful_xml import children, children_by_name, first_texts, own_text
from purplebook.sources.cin_census import layout
from purplebook.sources.days import iso_day
from purplebook.sources.identifiers import event_id, person_id
from purplebook.tables.codes import CODE_SETS

_SEXES = {"1": "M", "2": "F", "0": "U", "9": "U"}
"""Until 2024 the return wrote sex as a digit; some systems still do, under the new name."""

_FACTORS = frozenset(value.code for value in CODE_SETS["assessment_factor"].codes)

Emit = Callable[[str, Mapping[str, str]], None]


@dataclass
class ChildReader:
    """Gives the rows of one child to `emit`, and factors that no code list holds to `report_factor`.

    `seen` counts events of the same kind and day within the child.
    """

    number: str
    reference_day: str
    emit: Emit
    report_factor: Callable[[str], None]
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)

    def read(self, parts: Mapping[str, Sequence[etree._Element]], identifiers: Mapping[str, str]) -> None:
        """Give every row of the child's element, of which these are the parts, and the texts of its identifiers."""
        characteristics = children_by_name(_first(parts, "ChildCharacteristics"))
        sex = identifiers.get("Sex") or identifiers.get("GenderCurrent", "")
        self.emit(
            "person",
            {
                "person_id": self._person_id,
                "person_role": "CHILD",
                **_cells(identifiers, layout.PERSON),
                "sex": _SEXES.get(sex, sex),
                "gender_code": sex,
                "ethnicity_code": _text(characteristics, "Ethnicity"),
            },
        )
        disabilities = _texts(_first(characteristics, "Disabilities"), "Disability")
        for disability in dict.fromkeys(disabilities):
            cells = {"attribute_type": "DISABILITY", "code": disability, "known_on": self.reference_day}
            self._add("person_attribute", "attribute_id", cells, kind=(disability,))
        for episode in parts.get("CINdetails", ()):
            self._read_episode(children_by_name(episode))

    def _read_episode(self, parts: Mapping[str, Sequence[etree._Element]]) -> None:
        own = {column: _text(parts, name) for column, name in layout.REFERRAL.items()}
        referral = self._add("referral", "referral_id", own, day="referred_on")
        belongs = {"referral_id": referral}
        for assessment in parts.get("Assessments", ()):
            self._read_assessment(assessment, belongs)
        for plan in parts.get("CINPlanDates", ()):
            cells = {"plan_type": "CIN", **_cells(first_texts(plan), layout.PLAN), **belongs}
            self._add("plan", "plan_id", cells, day="started_on", kind=("CIN",))
        for proceedings in parts.get("PreProceedingsandFGDM", ()):
            cells = {**_cells(first_texts(proceedings), layout.PRE_PROCEEDINGS), **belongs}
            self._add("pre_proceedings", "pre_proceedings_id", cells, day="decided_on")
        conference_days = set()
        for enquiry in parts.get("Section47", ()):
            texts = first_texts(enquiry)
            cells = {**_cells(texts, layout.ENQUIRY), **belongs}
            key = self._add("section_47_enquiry", "section_47_enquiry_id", cells, day="strategy_discussion_on")
            if day := texts.get("DateOfInitialCPC"):
                conference_days.add(iso(day))
                due = cells["initial_conference_due_on"]
                self._add_conference("ICPC", day, belongs | {"section_47_enquiry_id": key, "due_on": due})
        # A conference after an enquiry may be told twice; one without is of a child who moved here on a plan, or early.
        day = _text(parts, "DateOfInitialCPC")
        if day and iso(day) not in conference_days:
            self._add_conference("ICPC", day, belongs)
        for protection_plan in parts.get("ChildProtectionPlans", ()):
            of_plan = children_by_name(protection_plan)
            cells = {column: _text(of_plan, name) for column, name in layout.PROTECTION.items()} | belongs
            key = self._add("child_protection_plan", "child_protection_plan_id", cells, day="started_on")
            for day in _texts(_first(of_plan, "Reviews"), "CPPreviewDate"):
                self._add_conference("REVIEW", day, belongs | {"child_protection_plan_id": key})

    def _read_assessment(self, assessment: etree._Element, belongs: Mapping[str, str]) -> None:
        parts = children_by_name(assessment)
        cells = {column: _text(parts, name) for column, name in layout.ASSESSMENT.items()}
        key = self._add("assessment", "assessment_id", {**cells, **belongs}, day="started_on")
        factors = _texts(_first(parts, "FactorsIdentifiedAtAssessment"), "AssessmentFactors")
        # A factor told twice is one, in capitals or not: its code is the row's key.
        for factor in {factor.upper(): factor for factor in factors}.values():
            # The code is the row's key, so an unknown one is listed here: it must not cost the child its records.
            if factor.upper() in _FACTORS:
                self.emit("assessment_factor", {"assessment_id": key, "factor_code": factor})
            else:
                self.report_factor(factor)

    def _add_conference(self, kind: str, day: str, links: Mapping[str, str]) -> None:
        cells = {"conference_type": kind, "held_on": day, **links}
        self._add("child_protection_conference", "conference_id", cells, day="held_on", kind=(kind,))

    def _add(self, table: str, key: str, cells: dict[str, str], *, day: str = "", kind: tuple[str, ...] = ()) -> str:
        on = iso(cells[day]) if day else ""
        event = (table, *kind, on)
        self.seen[event] = ordinal = self.seen.get(event, 0) + 1
        identifier = event_id(self.number, *event[:-1], day=on, ordinal=ordinal)
        cells[key] = identifier
        cells["person_id"] = self._person_id
        self.emit(table, cells)
        return identifier

    @cached_property
    def _person_id(self) -> str:
        return person_id(self.number)


def iso(day: str) -> str:
    """The day as keys want it; text that is no date stays as it is."""
    return iso_day(day) or day.partition("T")[0]


def _first(parts: Mapping[str, Sequence[etree._Element]], name: str) -> etree._Element | None:
    return parts[name][0] if name in parts else None


def _text(parts: Mapping[str, Sequence[etree._Element]], name: str) -> str:
    return own_text(parts[name][0]) if name in parts else ""


def _cells(texts: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, str]:
    return {column: texts.get(name, "") for column, name in columns.items()}


def _texts(element: etree._Element | None, name: str) -> list[str]:
    """The texts of all children of this name that have any."""
    return [] if element is None else [text for child in children(element, name) if (text := own_text(child))]
