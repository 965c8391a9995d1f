"""Inventing canonical rows such as a children in need census of some year can carry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from purplebook.sources.identifiers import plain_number
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS
from tests.support.cin_writer import ELEMENTS, Layout

Row = dict[str, object]
Rows = dict[str, list[Row]]
Draw = Callable[[st.SearchStrategy], object]

# Letters, digits, marks and signs of any script; blanks at the ends or in a row are no part of a cell's value.
_WORDS = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="\ufffe\uffff"), min_size=1)
TEXTS = st.lists(_WORDS | st.sampled_from(["<b>", "&amp;", "]]>", "1", "001", "NULL"]), min_size=1, max_size=3).map(
    " ".join
)
PUPIL_NUMBERS = st.from_regex(r"[A-Z][0-9]{11}[0-9A-Z]", fullmatch=True)
DAYS = st.dates(date(1900, 1, 2), date(2100, 12, 31))
_DISABILITIES = "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA".split()


@st.composite
def census_rows(draw: Callable, layout: Layout) -> Rows:
    """Rows of every table that a census of this layout can carry, linked as it links them; no table is left out."""
    maker = _Maker(draw, layout)
    # Two spellings of one number are one child, which tests of their own look at.
    numbers = draw(st.lists(TEXTS, min_size=1, max_size=3, unique_by=plain_number))
    for at, number in enumerate(numbers, start=1):
        maker.child(at, number)
    return maker.rows


class _Maker:
    """Draws row after row; a key is a number of its own, for the reader makes keys of its own."""

    def __init__(self, draw: Callable, layout: Layout) -> None:
        self.draw, self.layout = draw, layout
        self.rows: Rows = {name: [] for name in (*ELEMENTS, "child_protection_conference")}
        self.count = 0

    def add(self, table: str, **known: object) -> Row:
        """Add a row: what is `known`, something drawn in each column that has an element, nothing in the others."""
        self.count += 1
        row: Row = {column: None for column in TABLES_BY_NAME[table].column_names}
        for column in ELEMENTS.get(table, ()):
            row[column] = known[column] if column in known else self.draw(st.none() | self.values(table, column))
        row |= known
        key = TABLES_BY_NAME[table].key
        if len(key) == 1:
            row[key[0]] = f"{table} {self.count}"
        self.rows[table].append(row)
        return row

    def values(self, table: str, name: str) -> st.SearchStrategy:
        column = TABLES_BY_NAME[table].column(name)
        if column.code_set is not None:
            codes = [value.code for value in CODE_SETS[column.code_set].codes]
            return st.sampled_from([code for code in codes if code not in self.layout.left_out])
        kinds = {"date": DAYS, "yes_no": st.booleans(), "whole_number": st.integers(0, 10**18 - 1)}
        return kinds.get(column.kind, PUPIL_NUMBERS if name.endswith("upn") else TEXTS)

    def some(self, most: int) -> range:
        return range(self.draw(st.integers(0, most)))

    def child(self, place: int, number: str) -> None:
        written = self.draw(st.none() | st.sampled_from(sorted(self.layout.sexes)))
        sex = self.layout.sexes.get(written)
        # A birth after the day of the return is no birth yet: the reader moves it, and tests of its own say so.
        born = self.draw(st.none() | st.dates(date(1990, 1, 1), self.layout.reference_day))
        # A birth expected later than ten months after the census is a slip of the pen, and is left empty.
        expected = self.draw(st.none() | st.dates(date(1990, 1, 1), self.layout.reference_day + timedelta(days=300)))
        person = self.add(
            "person",
            la_child_id=number,
            person_role="CHILD",
            sex=sex,
            gender_code=written,
            born_on=born,
            expected_birth_on=expected,
        )["person_id"]
        for code in self.codes(_DISABILITIES):
            known_on = self.layout.reference_day
            self.add("person_attribute", person_id=person, attribute_type="DISABILITY", code=code, known_on=known_on)
        for _ in self.some(2):
            self.episode(person)
        for rows in self.rows.values():
            for row in rows:
                row.setdefault("source_row", place)

    def episode(self, person: object) -> None:
        links = {"person_id": person}
        links["referral_id"] = self.add("referral", **links)["referral_id"]
        factors = [value.code for value in CODE_SETS["assessment_factor"].codes]
        for _ in self.some(2):
            assessment = self.add("assessment", **links)
            # The load brings the child and the day of the assessment onto its factors.
            own = {"assessment_id": assessment["assessment_id"], "person_id": person}
            for code in self.codes([code for code in factors if code not in self.layout.left_out]):
                self.add("assessment_factor", **own, factor_code=code, assessed_on=assessment["authorised_on"])
        for _ in self.some(2) if self.layout.has_plans else ():
            self.add("plan", **links, plan_type="CIN")
        for _ in self.some(2) if self.layout.has_pre_proceedings else ():
            self.add("pre_proceedings", **links)
        held: set[object] = set()
        for _ in self.some(2):
            enquiry = self.add("section_47_enquiry", **links)
            for day in self.draw(st.lists(DAYS, max_size=1)):
                held.add(day)
                due = enquiry["initial_conference_due_on"]
                self.conference("ICPC", day, links, section_47_enquiry_id=enquiry["section_47_enquiry_id"], due_on=due)
        # The same day under the enquiry and under the episode is one conference told twice.
        for day in self.draw(st.lists(DAYS.filter(lambda day: day not in held), max_size=1)):
            self.conference("ICPC", day, links)
        for _ in self.some(2):
            plan = self.add("child_protection_plan", **links)["child_protection_plan_id"]
            for day in self.draw(st.lists(DAYS, max_size=3)):
                self.conference("REVIEW", day, links, child_protection_plan_id=plan)

    def conference(self, kind: str, day: object, links: Row, **known: object) -> None:
        self.add("child_protection_conference", **links, conference_type=kind, held_on=day, **known)

    def codes(self, codes: Sequence[str]) -> list[str]:
        return self.draw(st.lists(st.sampled_from(codes), unique=True, max_size=3))
