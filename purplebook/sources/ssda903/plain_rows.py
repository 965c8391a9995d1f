"""Files of the return whose rows become canonical rows one by one, without looking at other rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from purplebook.sources.days import iso_day
from purplebook.sources.identifiers import event_id, person_id
from purplebook.sources.raw import short_hash
from purplebook.sources.ssda903 import headers, layout
from purplebook.sources.ssda903.gathered import CanonicalRow, Gathered
from purplebook.sources.ssda903.given import GivenRow

SEXES = {"1": "M", "2": "F"}
YEARLY_CHECKS = (
    ("CONVICTED", "CONVICTION"),
    ("HEALTH_CHECK", "DEVELOPMENT_U5"),
    ("IMMUNISATIONS", "IMMUNISATION"),
    ("TEETH_CHECK", "DENTAL"),
    ("HEALTH_ASSESSMENT", "HEALTH_ASSESSMENT"),
    ("SUBSTANCE_MISUSE", "SUBSTANCE_MISUSE"),
)
NO_BIRTHDAY = "the day of the answer is not known: it is the birthday in the year of the return"
# A column that no file has must not look like one that is empty.
_PERSON_HEADERS: Mapping[str, Mapping[str, str]] = {
    kind.name: {name: column for name, column in headers.PERSON.items() if column in kind.columns}
    for kind in layout.LAYOUTS
}
GIVE_BIRTH = "The row was left out. Give the date of birth, and the year in the folder's name, such as 2019-20."


def add_people(rows: Sequence[GivenRow], *, to: Gathered) -> None:
    """The children of all rows, in the order in which they are first told of.

    Nearly every child is told of alike by all its rows.  That is seen column by column, and then one row says it all;
    of a child of whom two rows say two things each row is asked.
    """
    texts: dict[str, dict[str, str]] = {}
    differing: set[str] = set()
    for name in layout.HEADER.columns[1:]:
        pairs = {(row.cells["CHILD"], row.cells[name]) for row in rows if name in row.cells}
        texts[name] = dict(pairs)
        if len(texts[name]) < len(pairs):
            differing |= {child for child, text in pairs if texts[name][child] != text}
    first: dict[str, GivenRow] = {}
    of_layout: dict[str, list[GivenRow]] = {}
    for row in rows:
        first.setdefault(row.cells["CHILD"], row)
        of_layout.setdefault(row.layout.name, []).append(row)
    told_by = {name: {row.cells["CHILD"]: row for row in own} for name, own in of_layout.items()}
    asked: dict[str, list[GivenRow]] = {child: [] for child in differing}
    if differing:
        for row in rows:
            if row.cells["CHILD"] in asked:
                asked[row.cells["CHILD"]].append(row)
    headers_of: dict[tuple[str, ...], Mapping[str, str]] = {}
    for child, row in first.items():
        for own in asked.get(child, ()):
            add_person(own, to=to)
        if child in asked:
            continue
        layouts = tuple(name for name, own in told_by.items() if child in own)
        if layouts not in headers_of:
            headers_of[layouts] = {key: name for each in layouts for key, name in _PERSON_HEADERS[each].items()}
        cells = dict(_person_cells(child, *[texts[name].get(child, "") for name in layout.HEADER.columns[1:]]))
        # The header of the latest return tells of a child, or else the first row that names it.
        given = told_by.get(layout.HEADER.name, {}).get(child, row)
        to.rows["person", cells["person_id"]] = CanonicalRow("person", given, cells, headers_of[layouts])


def add_person(given: GivenRow, *, to: Gathered) -> None:
    """The child of any row: every row tells at least that there is such a child, and the header tells most."""
    cells = _person_cells(*[given.cells.get(name, "") for name in layout.HEADER.columns])
    to.add(
        "person",
        cells["person_id"],
        given=given,
        cells=cells,
        headers=_PERSON_HEADERS[given.layout.name],
        gives_way=given.layout is not layout.HEADER,
    )


@lru_cache(maxsize=50_000)
def _person_cells(
    child: str, sex: str, born: str, ethnicity: str, upn: str, is_mother: str, first_born: str
) -> Mapping[str, str]:
    """What a row tells of its child: the same in every row and every year of most children."""
    upn = upn.upper()
    is_unknown = re.fullmatch(r"UN\d", upn) is not None
    cells = {
        "person_id": person_id(child),
        "la_child_id": child,
        "person_role": "CHILD",
        "sex": SEXES.get(sex, sex),
        "born_on": iso_day(born) or born,
        "ethnicity_code": ethnicity,
        "upn": "" if is_unknown else upn,
        "upn_unknown_code": upn if is_unknown else "",
        "is_mother": is_mother,
        "first_child_born_on": iso_day(first_born) or first_born,
    }
    return {name: text for name, text in cells.items() if text}


def add_unaccompanied(given: GivenRow, *, to: Gathered) -> None:
    """A row of the UASC file: to stand in it is to be an unaccompanied asylum-seeking child."""
    key = event_id(given.child, "person_attribute", "UASC", "Y", day="")
    cells = {"attribute_id": key, "attribute_type": "UASC", "code": "Y", "ended_on": given.day("DUC")}
    _add("person_attribute", key, given=given, cells=cells, headers=headers.UNACCOMPANIED, to=to)


def add_review(given: GivenRow, *, to: Gathered) -> None:
    """A row of the reviews file."""
    key = _key(given, "looked_after_review", day="REVIEW", to=to)
    cells = {"review_id": key, "reviewed_on": given.day("REVIEW"), "participation_code": given.cell("REVIEW_CODE")}
    _add("looked_after_review", key, given=given, cells=cells, headers=headers.REVIEW, to=to)


def add_missing(given: GivenRow, *, to: Gathered) -> None:
    """A row of the file about missing children."""
    key = _key(given, "missing_episode", given.cell("MISSING").upper(), day="MIS_START", to=to)
    cells = {
        "missing_id": key,
        "missing_type": given.cell("MISSING"),
        "started_on": given.day("MIS_START"),
        "ended_on": given.day("MIS_END"),
    }
    _add("missing_episode", key, given=given, cells=cells, headers=headers.MISSING, to=to)


def add_yearly_checks(given: GivenRow, *, to: Gathered) -> None:
    """The answers about health of one row (OC2), one canonical row for each that is not empty."""
    asked = [("SDQ", headers.QUESTIONNAIRE)]
    for column, check_type in YEARLY_CHECKS:
        asked.append((check_type, headers.SUBSTANCE_MISUSE if column == "SUBSTANCE_MISUSE" else {"is_met": column}))
    year = str(given.year or "")
    for check_type, columns in asked:
        cells = {name: given.cell(column) for name, column in columns.items()}
        if any(cells.values()):
            key = event_id(given.child, "health_check", check_type, year, day="")
            cells |= {"check_id": key, "check_type": check_type, "return_year": year}
            _add("health_check", key, given=given, cells=cells, headers={**headers.CHECK, **columns}, to=to)


def add_care_leaver(given: GivenRow, *, to: Gathered) -> None:
    """The answers about a care leaver (OC3), on the birthday that lies in the year of the return."""
    born = iso_day(given.cell("DOB")) or iso_day(to.rows["person", person_id(given.child)].cells.get("born_on", ""))
    if not born or given.year is None:
        to.issues.append(given.issue("DOB", NO_BIRTHDAY, GIVE_BIRTH, is_rejected=True))
        return
    lives = given.cell("ACCOM")
    split = re.fullmatch(r"([A-Za-z])([12])", lives)
    day = birthday_in(given.year, born=born)
    cells = {
        "snapshot_on": day,
        "return_year": str(given.year),
        "basis": "OC3_BIRTHDAY",
        "in_touch": given.cell("IN_TOUCH"),
        "activity_code": given.cell("ACTIV"),
        "accommodation_code": split.group(1) if split else "" if lives == "0" else lives,
        "accommodation_suitable": split.group(2) if split else "",
    }
    _add(
        "care_leaver_snapshot", f"{given.child}\x1f{day}", given=given, cells=cells, headers=headers.CARE_LEAVER, to=to
    )


def birthday_in(year: int, *, born: str) -> str:
    """The birthday in the year that ends on 31 March; one born on 29 February has it on 1 March in other years."""
    month_and_day = born[5:]
    calendar_year = year if month_and_day < "04-01" else year - 1
    try:
        return date.fromisoformat(f"{calendar_year}-{month_and_day}").isoformat()
    except ValueError:
        return f"{calendar_year}-03-01"


def add_social_worker(given: GivenRow, *, to: Gathered) -> None:
    """A social worker's time with a child, and the worker."""
    number = given.cell("SW_ID").upper()
    worker = short_hash("worker", number) if number else ""
    if number:
        cells = {"worker_id": worker, "social_work_england_number": number}
        to.add("worker", worker, given=given, cells=cells, headers=headers.WORKER)
    key = _key(given, "involvement", worker, day="SW_DECOM", to=to)
    cells = {
        "involvement_id": key,
        "worker_id": worker,
        "started_on": given.day("SW_DECOM"),
        "ended_on": given.day("SW_DEC"),
        "change_reason": given.cell("SW_REASON"),
        "context": "LAC",
    }
    _add("involvement", key, given=given, cells=cells, headers=headers.INVOLVEMENT, to=to)


def add_deprivation_of_liberty(given: GivenRow, *, to: Gathered) -> None:
    """A deprivation of liberty order, which stands beside the legal status of the episodes."""
    key = _key(given, "legal_status", "DOLO", day="DOLO_START", to=to)
    cells = {
        "legal_status_id": key,
        "status_code": "DOLO",
        "started_on": given.day("DOLO_START"),
        "ended_on": given.day("DOLO_END"),
    }
    _add("legal_status", key, given=given, cells=cells, headers=headers.DEPRIVATION_OF_LIBERTY, to=to)


def _key(given: GivenRow, table: str, *kind: str, day: str, to: Gathered) -> str:
    on = iso_day(given.cell(day))
    ordinal = to.ordinal("\x1f".join((given.child, table, *kind, on)), given=given)
    return event_id(given.child, table, *kind, day=on, ordinal=ordinal)


def _add(
    table: str, key: str, *, given: GivenRow, cells: dict[str, str], headers: Mapping[str, str], to: Gathered
) -> None:
    to.add(table, key, given=given, cells={"person_id": person_id(given.child), **cells}, headers=headers)
