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

_PERSON, _REFERRAL, _ASSESSMENT, _PLAN, _ENQUIRY, _PROTECTION, _PRE_PROCEEDINGS = (
    tuple(columns.values())
    for columns in (
        *(layout.PERSON, layout.REFERRAL, layout.ASSESSMENT, layout.PLAN, layout.ENQUIRY, layout.PROTECTION),
        layout.PRE_PROCEEDINGS,
    )
)
_DUE = layout.ENQUIRY["initial_conference_due_on"]

Emit = Callable[[str, Sequence[str | None]], None]
"""Takes a table and the values of one row, in the order of `layout.COLUMNS`."""


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
        own = [identifiers.get(name) for name in _PERSON]
        ethnicity = _text(characteristics, "Ethnicity")
        self.emit("person", (self._person_id, *own, "CHILD", _SEXES.get(sex, sex), sex, ethnicity))
        for disability in dict.fromkeys(_texts(_first(characteristics, "Disabilities"), "Disability")):
            self._add("person_attribute", disability, values=("DISABILITY", disability, self.reference_day))
        for episode in parts.get("CINdetails", ()):
            self._read_episode(children_by_name(episode))

    def _read_episode(self, parts: Mapping[str, Sequence[etree._Element]]) -> None:
        own = [_text(parts, name) for name in _REFERRAL]
        referral = self._add("referral", day=_text(parts, _REFERRAL[0]), values=own)
        for assessment in parts.get("Assessments", ()):
            self._read_assessment(children_by_name(assessment), referral)
        for plan in parts.get("CINPlanDates", ()):
            started, *dates = _values(first_texts(plan), _PLAN)
            self._add("plan", "CIN", day=started, values=(referral, "CIN", started, *dates))
        for proceedings in parts.get("PreProceedingsandFGDM", ()):
            decided, *steps = _values(first_texts(proceedings), _PRE_PROCEEDINGS)
            self._add("pre_proceedings", day=decided, values=(referral, decided, *steps))
        conference_days = set()
        for enquiry in parts.get("Section47", ()):
            texts = first_texts(enquiry)
            began, *others = _values(texts, _ENQUIRY)
            key = self._add("section_47_enquiry", day=began, values=(referral, began, *others))
            if day := texts.get("DateOfInitialCPC"):
                conference_days.add(iso(day))
                self._add_conference("ICPC", day, referral=referral, enquiry=key, due=texts.get(_DUE, ""))
        # A conference after an enquiry may be told twice; one without is of a child who moved here on a plan, or early.
        day = _text(parts, "DateOfInitialCPC")
        if day and iso(day) not in conference_days:
            self._add_conference("ICPC", day, referral=referral)
        for protection_plan in parts.get("ChildProtectionPlans", ()):
            of_plan = children_by_name(protection_plan)
            own = [_text(of_plan, name) for name in _PROTECTION]
            key = self._add("child_protection_plan", day=own[0], values=(referral, *own))
            for day in _texts(_first(of_plan, "Reviews"), "CPPreviewDate"):
                self._add_conference("REVIEW", day, referral=referral, plan=key)

    def _read_assessment(self, parts: Mapping[str, Sequence[etree._Element]], referral: str) -> None:
        own = [_text(parts, name) for name in _ASSESSMENT]
        key = self._add("assessment", day=own[0], values=(referral, *own))
        factors = _texts(_first(parts, "FactorsIdentifiedAtAssessment"), "AssessmentFactors")
        # A factor told twice is one, in capitals or not: its code is the row's key.
        for in_capitals, factor in {factor.upper(): factor for factor in factors}.items():
            # The code is the row's key, so an unknown one is listed here: it must not cost the child its records.
            if in_capitals in _FACTORS:
                self.emit("assessment_factor", (key, factor))
            else:
                self.report_factor(factor)

    def _add_conference(
        self, kind: str, day: str, *, referral: str, enquiry: str = "", plan: str = "", due: str = ""
    ) -> None:
        self._add("child_protection_conference", kind, day=day, values=(referral, kind, enquiry, plan, day, due))

    def _add(self, table: str, *kind: str, values: Sequence[str], day: str = "") -> str:
        """Give a row of the child's: its key, the child, then these values; return the key."""
        on = iso(day) if day else ""
        event = (table, *kind, on)
        self.seen[event] = ordinal = self.seen.get(event, 0) + 1
        identifier = event_id(self.number, table, *kind, day=on, ordinal=ordinal)
        self.emit(table, (identifier, self._person_id, *values))
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


def _values(texts: Mapping[str, str], names: Sequence[str]) -> list[str]:
    return [texts.get(name, "") for name in names]


def _texts(element: etree._Element | None, name: str) -> list[str]:
    """The texts of all children of this name that have any."""
    return [] if element is None else [text for child in children(element, name) if (text := own_text(child))]
