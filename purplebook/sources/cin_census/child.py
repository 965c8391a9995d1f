"""One `Child` element of the census as canonical rows in text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.sources.careful_xml import children, local_name, text_of
from purplebook.sources.cin_census import layout
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
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def read(self, child: etree._Element) -> None:
        """Give every row of the element."""
        identifiers = _first(child, "ChildIdentifiers")
        characteristics = _first(child, "ChildCharacteristics")
        sex = text_of(identifiers, "Sex") or text_of(identifiers, "GenderCurrent")
        self.emit(
            "person",
            {
                "person_id": person_id(self.number),
                "person_role": "CHILD",
                **_cells(identifiers, layout.PERSON),
                "sex": _SEXES.get(sex, sex),
                "gender_code": sex,
                "ethnicity_code": text_of(characteristics, "Ethnicity"),
            },
        )
        disabilities = _first(characteristics, "Disabilities")
        for disability in dict.fromkeys(_texts(disabilities, "Disability")):
            self._add(
                "person_attribute",
                "attribute_id",
                {"attribute_type": "DISABILITY", "code": disability},
                kind=(disability,),
            )
        for episode in children(child, "CINdetails"):
            self._read_episode(episode)

    def _read_episode(self, episode: etree._Element) -> None:
        referral = self._add("referral", "referral_id", _cells(episode, layout.REFERRAL), day="referred_on")
        belongs = {"referral_id": referral}
        for assessment in children(episode, "Assessments"):
            key = self._add(
                "assessment", "assessment_id", _cells(assessment, layout.ASSESSMENT) | belongs, day="started_on"
            )
            factors = _texts(_first(assessment, "FactorsIdentifiedAtAssessment"), "AssessmentFactors")
            # A factor told twice is one, in capitals or not: its code is the row's key.
            for factor in {factor.upper(): factor for factor in factors}.values():
                # The code is the row's key, so an unknown one is listed here: it must not cost the child its records.
                if factor.upper() in _FACTORS:
                    self.emit("assessment_factor", {"assessment_id": key, "factor_code": factor})
                else:
                    self.report_factor(factor)
        for plan in children(episode, "CINPlanDates"):
            cells = {"plan_type": "CIN", **_cells(plan, layout.PLAN), **belongs}
            self._add("plan", "plan_id", cells, day="started_on", kind=("CIN",))
        for proceedings in children(episode, "PreProceedingsandFGDM"):
            cells = _cells(proceedings, layout.PRE_PROCEEDINGS) | belongs
            self._add("pre_proceedings", "pre_proceedings_id", cells, day="decided_on")
        conference_days = set()
        for enquiry in children(episode, "Section47"):
            cells = _cells(enquiry, layout.ENQUIRY) | belongs
            key = self._add("section_47_enquiry", "section_47_enquiry_id", cells, day="strategy_discussion_on")
            if day := text_of(enquiry, "DateOfInitialCPC"):
                conference_days.add(iso(day))
                due = cells["initial_conference_due_on"]
                self._add_conference("ICPC", day, belongs | {"section_47_enquiry_id": key, "due_on": due})
        # A conference after an enquiry may be told twice; one without is of a child who moved here on a plan, or early.
        day = text_of(episode, "DateOfInitialCPC")
        if day and iso(day) not in conference_days:
            self._add_conference("ICPC", day, belongs)
        for protection_plan in children(episode, "ChildProtectionPlans"):
            cells = _cells(protection_plan, layout.PROTECTION) | belongs
            key = self._add("child_protection_plan", "child_protection_plan_id", cells, day="started_on")
            for day in _texts(_first(protection_plan, "Reviews"), "CPPreviewDate"):
                self._add_conference("REVIEW", day, belongs | {"child_protection_plan_id": key})

    def _add_conference(self, kind: str, day: str, links: Mapping[str, str]) -> None:
        cells = {"conference_type": kind, "held_on": day, **links}
        self._add("child_protection_conference", "conference_id", cells, day="held_on", kind=(kind,))

    def _add(self, table: str, key: str, cells: Mapping[str, str], *, day: str = "", kind: tuple[str, ...] = ()) -> str:
        on = iso(cells[day]) if day else ""
        self.seen[(table, *kind, on)] += 1
        identifier = event_id(self.number, table, *kind, day=on, ordinal=self.seen[(table, *kind, on)])
        row = {**cells, key: identifier, "person_id": person_id(self.number)}
        if table == "person_attribute":
            row["known_on"] = self.reference_day
        self.emit(table, row)
        return identifier


def iso(day: str) -> str:
    """The day as keys want it; text that is no date stays as it is."""
    british = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", day)
    return "-".join(reversed(british.groups())) if british else day.partition("T")[0]


def _first(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(iter(children(element, name)), None) if element is not None else None


def _cells(element: etree._Element | None, columns: Mapping[str, str]) -> dict[str, str]:
    """The text of every element that has a column, read in one pass over the children."""
    texts: dict[str, str] = {}
    for child in element if element is not None else ():
        texts.setdefault(local_name(child), " ".join((child.text or "").split()))
    return {column: texts.get(name, "") for column, name in columns.items()}


def _texts(element: etree._Element | None, name: str) -> list[str]:
    """The texts of all children of this name that have any."""
    if element is None:
        return []
    return [text for child in children(element, name) if (text := " ".join((child.text or "").split()))]
