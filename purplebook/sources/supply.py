"""What each format can fill of the canonical tables, as its own reader declares it, before any file is there.

Annex A from its lists, the Standard Safeguarding Dataset from its mapping, registers, returns and censuses from the
columns that they hand to the writer.  What a reader sets in its code and declares nowhere stands here by hand; a test
loads real files and fails when one of them fills what is not said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from purplebook.registers.all_registers import REGISTERS
from purplebook.sources import annex_a, canonical_csv, cin_census, local_registers, ssd, ssda903, workforce_census
from purplebook.sources.annex_a.declare import LATEST_ONLY, TEAM, WORKER, Becomes
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.annex_a.read_workbook import ADOPTION_TABLES
from purplebook.sources.cin_census.layout import COLUMNS as CENSUS_COLUMNS
from purplebook.sources.local_registers.rows import columns_written
from purplebook.sources.ssd.declare import Cell, Part
from purplebook.sources.ssd.mapping import MAPPED
from purplebook.sources.ssda903 import headers as return_headers
from purplebook.sources.ssda903.permanence import OTHER_ORDERS
from purplebook.sources.ssda903.plain_rows import YEARLY_CHECKS
from purplebook.sources.workforce_census.read_census import COLUMNS as WORKFORCE_COLUMNS
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.filled import FormatSupply, Place, RowsMade
from purplebook.tables.schema import CODE

ATTRIBUTE = ("person_attribute", "attribute_type")
IS_LATEST_ONLY = LATEST_ONLY[0]


def format_supplies() -> tuple[FormatSupply, ...]:
    """What each format can fill, in the order in which the guide shows them."""
    return tuple(replace(source, rows=_with_derived(source.rows)) for source in _declared_supplies())


def _with_derived(rows: tuple[RowsMade, ...]) -> tuple[RowsMade, ...]:
    """The same with the columns that `derived` brings onto a row at the load, where there is what they come from."""
    filled = {(way.table, column) for way in rows for column in way.columns}
    brought = {
        "assessment_factor": {
            column
            for column, source in (("person_id", "person_id"), ("assessed_on", "authorised_on"))
            if ("assessment", source) in filled
        },
        "audit_finding": {"audited_on"} if ("audit", "completed_on") in filled else set(),
        "reference_value": {"period_ended_on"} if ("reference_value", "period") in filled else set(),
    }
    return tuple(replace(way, columns=way.columns | brought.get(way.table, set())) for way in rows)


def _declared_supplies() -> tuple[FormatSupply, ...]:
    return (
        FormatSupply(
            annex_a.NAME,
            "Annex A workbook",
            tuple(_of_annex_a()),
            "6 months to the extract (adoption 12)",
            months={table.name: 12 if table.name in ADOPTION_TABLES else 6 for table in DATA_TABLES},
        ),
        FormatSupply(
            cin_census.NAME,
            "Children in need census",
            _declared(CENSUS_COLUMNS, _CENSUS_KINDS),
            "the census years that are loaded",
        ),
        FormatSupply(ssda903.NAME, "SSDA903 return", tuple(_of_return()), "the return years that are loaded"),
        FormatSupply(ssd.NAME, "Standard Safeguarding Dataset", tuple(_of_dataset()), "all that the case system holds"),
        FormatSupply(
            workforce_census.NAME,
            "Social work workforce census",
            _declared(WORKFORCE_COLUMNS, {("workforce_snapshot", "row_kind"): ("WORKER", "LA_VACANCY")}),
            "30 September of each year",
        ),
        FormatSupply(local_registers.NAME, "Local registers", tuple(_of_registers()), "what you keep in them"),
        FormatSupply(
            canonical_csv.NAME,
            "Canonical CSV",
            tuple(RowsMade(table.name, frozenset(table.column_names)) for table in DATA_TABLES),
            "what --covers-from says",
        ),
    )


def together(formats: Sequence[FormatSupply], *, name: str = "", title: str = "", reach: str = "") -> FormatSupply:
    """What files of several formats supply in one load: all that each of them fills.

    Rows of which one format lists the latest alone are whole where another lists them all.  A table is complete for as
    long as the format that holds it longest.
    """
    rows = [(source.name, way) for source in formats for way in source.rows]
    whole = [(of, way) for of, way in rows if not way.is_latest_only]
    merged = tuple(
        replace(way, is_latest_only=False)
        if any(of != other and _may_be_the_same(way, another) for other, another in whole)
        else way
        for of, way in rows
    )
    tables = {way.table: [source for source in formats if way.table in source.columns] for _, way in rows}
    months = {
        table: max(source.months[table] for source in holding)
        for table, holding in tables.items()
        if all(table in source.months for source in holding)
    }
    return FormatSupply(
        name or " + ".join(source.name for source in formats),
        title or " with ".join(source.title for source in formats),
        merged,
        reach or "; ".join(dict.fromkeys(source.reach for source in formats)),
        months,
    )


def _may_be_the_same(one: RowsMade, other: RowsMade) -> bool:
    shared = one.same.keys() & other.same.keys()
    return one.table == other.table and all(one.same[name] & other.same[name] for name in shared)


def with_all_together(formats: Sequence[FormatSupply]) -> tuple[FormatSupply, ...]:
    """The formats, and before canonical CSV, which holds whatever is put into it, all others in one load."""
    others = tuple(source for source in formats if source.name != canonical_csv.NAME)
    rest = tuple(source for source in formats if source.name == canonical_csv.NAME)
    all_of_them = together(others, name="all of these", title="All of these", reach="what each of them is complete for")
    return (*others, all_of_them, *rest)


_CENSUS_KINDS = {
    ("plan", "plan_type"): ("CIN",),
    ("child_protection_conference", "conference_type"): ("ICPC", "REVIEW"),
    ATTRIBUTE: ("DISABILITY",),
}
_RETURN_KINDS = {
    ATTRIBUTE: ("UASC",),
    ("health_check", "check_type"): ("SDQ", *(kind for _, kind in YEARLY_CHECKS)),
    ("permanence_case", "case_type"): ("PREVIOUS", "ADOPTION", *OTHER_ORDERS.values()),
    ("care_leaver_snapshot", "basis"): ("OC3_BIRTHDAY",),
    ("involvement", "context"): ("LAC",),
}


def _declared(columns: Mapping[str, Iterable[str]], kinds: Mapping[Place, Sequence[str]]) -> tuple[RowsMade, ...]:
    return tuple(
        RowsMade(
            table, frozenset(names), {name: frozenset(codes) for (of, name), codes in kinds.items() if of == table}
        )
        for table, names in columns.items()
    )


def _of_annex_a() -> Iterable[RowsMade]:
    # The child and the facts about it are put together by `journey.py`, from columns that every list has.
    person = "person_id la_child_id person_role sex gender_code ethnicity_code born_on"
    yield RowsMade("person", frozenset(person.split()))
    fact = "attribute_id person_id attribute_type code value_text known_on"
    yield RowsMade(ATTRIBUTE[0], frozenset(fact.split()), {ATTRIBUTE[1]: frozenset({"DISABILITY", "UASC"})})
    reads = {column.reads for annex_list in ANNEX_A_LISTS for column in annex_list.columns}
    for named in (TEAM, WORKER):
        if named in reads:
            yield RowsMade(named, frozenset({f"{named}_id", "name"}))
    for annex_list in ANNEX_A_LISTS:
        yield from map(_of_becomes, annex_list.becomes)


def _of_becomes(becomes: Becomes) -> RowsMade:
    table = TABLES_BY_NAME[becomes.table]
    pairs = (*becomes.cells, *becomes.fixed, *becomes.fixed_with, *becomes.links)
    own = {name for name in (table.key[0], "person_id") if name in table.column_names}
    same = {name: frozenset({value}) for name, value in becomes.fixed if table.column(name).kind == CODE}
    return RowsMade(table.name, frozenset({pair[0] for pair in pairs} | own), same, LATEST_ONLY in becomes.fixed)


def _of_return() -> Iterable[RowsMade]:
    columns: dict[str, set[str]] = {}
    for tables in return_headers.SUPPLIED_BY.values():
        for table, names in tables.items():
            columns.setdefault(table, set()).update(names)
    # What an answer about health fills depends on the question.
    columns["health_check"] |= {*return_headers.QUESTIONNAIRE, *return_headers.SUBSTANCE_MISUSE}
    # `read_return.py` finds the period of care in which a review was held.
    columns["looked_after_review"].add("looked_after_period_id")
    # With the postcode directory installed, the two postcodes of an episode give the distance.
    columns["placement"].add("distance_miles")
    return _declared(columns, _RETURN_KINDS)


def _of_dataset() -> Iterable[RowsMade]:
    for table in MAPPED:
        for part in table.parts:
            names = {*(cell.column for cell in part.cells), *(through.column for through in part.through)}
            same = {cell.column: codes for cell in part.cells if (codes := _only_codes(cell, part))}
            yield RowsMade(part.table, frozenset(names), same, IS_LATEST_ONLY in names)


def _only_codes(cell: Cell, part: Part) -> frozenset[str]:
    """The codes that a cell of the mapping can hold, where its SQL names them; empty when it can hold any."""
    if TABLES_BY_NAME[part.table].column(cell.column).kind != CODE:
        return frozenset()
    if (part.table, cell.column) == ATTRIBUTE:
        return frozenset(re.findall(r"(?:^|THEN |ELSE )'([A-Z_0-9]+)'", cell.sql))
    fixed = re.fullmatch(r"'([^']+)'", cell.sql)
    either = re.fullmatch(r"CASE WHEN (?:(?!\b(?:WHEN|THEN|ELSE)\b).)+ THEN '([^']+)' ELSE '([^']+)' END", cell.sql)
    match = fixed or either
    return frozenset(match.groups()) if match else frozenset()


def _of_registers() -> Iterable[RowsMade]:
    kinds: dict[str, list[Mapping[str, frozenset[str]]]] = {}
    for register in REGISTERS:
        same = {name: frozenset({value}) for name, value in register.fixed}
        kinds.setdefault(register.table_name, []).append(same)
    for table, names in columns_written().items():
        for same in kinds.get(table, [{}]):
            yield RowsMade(table, frozenset(names), same)
