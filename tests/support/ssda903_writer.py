"""Canonical rows as the twelve CSV files of an SSDA903 return: the way back from what purplebook reads.

It knows the return from its published headers and codes, not from purplebook's reader.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Row = Mapping[str, object]
Tables = Mapping[str, Sequence[Row]]

FILES = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "uasc": "CHILD,SEX,DOB,DUC",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placed_for_adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "social_worker": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
    "dolo": "CHILD,DOB,DOLO_START,DOLO_END",
}
_YEARLY = {
    "CONVICTION": "CONVICTED",
    "DEVELOPMENT_U5": "HEALTH_CHECK",
    "IMMUNISATION": "IMMUNISATIONS",
    "DENTAL": "TEETH_CHECK",
    "HEALTH_ASSESSMENT": "HEALTH_ASSESSMENT",
    "SUBSTANCE_MISUSE": "SUBSTANCE_MISUSE",
}
_OF_AN_ADOPTION = ("matched_on", "is_adopted_by_carer", "adopters_count", "adopter_sex", "adopter_legal_status")


@dataclass(frozen=True)
class Style:
    """How systems differ in writing the same return."""

    encoding: str = "utf-8"
    line_end: str = "\r\n"
    has_iso_dates: bool = False
    has_digits_for_sex: bool = True
    has_words_for_yes: bool = False
    is_quoted: bool = False
    has_reason_on_open: bool = False
    has_empty_files: bool = True


def write_return(folder: Path, tables: Tables, *, style: Style) -> int:
    """Write the files of one return into `folder`, which names its year; return how many rows they hold."""
    folder.mkdir(parents=True)
    count = 0
    for name, rows in return_rows(tables, style=style).items():
        if rows or style.has_empty_files:
            (folder / f"{name}.csv").write_bytes(as_csv(FILES[name].split(","), rows, style=style))
            count += len(rows)
    return count


def as_csv(header: Sequence[str], rows: Sequence[Mapping[str, str]], *, style: Style) -> bytes:
    """One file's bytes."""
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if style.is_quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(text, lineterminator=style.line_end, quoting=quoting)
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    return text.getvalue().encode(style.encoding)


def return_rows(tables: Tables, *, style: Style) -> dict[str, list[dict[str, str]]]:
    """The rows of each file, by the return's names; a cell that is empty is left out."""
    people = {row["person_id"]: row for row in tables.get("person", ())}
    found: dict[str, list[dict[str, str]]] = {name: [] for name in FILES}
    for name, person_id, cells in _told(tables):
        person = people[person_id]
        both = {**cells, "CHILD": person["la_child_id"]}
        if name != "episodes":
            both["DOB"] = person["born_on"]
        if "SEX" in FILES[name].split(","):
            digits = {"M": "1", "F": "2"} if style.has_digits_for_sex else {}
            both["SEX"] = digits.get(str(person["sex"]), person["sex"])
        if name == "episodes" and style.has_reason_on_open and cells["DEC"] is None:
            both["REC"] = "X1"
        found[name].append({key: _text(cell, style) for key, cell in both.items() if cell is not None})
    return found


def _told(tables: Tables) -> Iterator[tuple[str, object, dict[str, object]]]:
    """Each row of the return: its file, its child by our key, its cells but those that tell of the child alone."""
    workers = {row["worker_id"]: row["social_work_england_number"] for row in tables.get("worker", ())}
    for row in tables.get("person", ()):
        upn = row["upn"] or row["upn_unknown_code"]
        yield (
            "header",
            row["person_id"],
            {
                "ETHNIC": row["ethnicity_code"],
                "UPN": upn,
                "MOTHER": row["is_mother"],
                "MC_DOB": row["first_child_born_on"],
            },
        )
    for row in tables.get("looked_after_episode", ()):
        yield "episodes", row["person_id"], _episode(row)
    for row in tables.get("looked_after_review", ()):
        yield "reviews", row["person_id"], {"REVIEW": row["reviewed_on"], "REVIEW_CODE": row["participation_code"]}
    for row in tables.get("person_attribute", ()):
        yield "uasc", row["person_id"], {"DUC": row["ended_on"]}
    yield from _yearly_answers(tables)
    for row in tables.get("care_leaver_snapshot", ()):
        lives = f"{row['accommodation_code'] or 0}{row['accommodation_suitable'] or ''}"
        yield (
            "oc3",
            row["person_id"],
            {"IN_TOUCH": row["in_touch"], "ACTIV": row["activity_code"], "ACCOM": lives},
        )
    for row in tables.get("permanence_case", ()):
        yield from _case(row)
    for row in tables.get("missing_episode", ()):
        cells = {"MISSING": row["missing_type"], "MIS_START": row["started_on"], "MIS_END": row["ended_on"]}
        yield "missing", row["person_id"], cells
    for row in tables.get("involvement", ()):
        cells = {
            "SW_ID": workers[row["worker_id"]],
            "SW_DECOM": row["started_on"],
            "SW_DEC": row["ended_on"],
            "SW_REASON": row["change_reason"],
        }
        yield "social_worker", row["person_id"], cells
    for row in tables.get("legal_status", ()):
        # The other statuses are told by the episodes.
        if row["status_code"] == "DOLO":
            yield "dolo", row["person_id"], {"DOLO_START": row["started_on"], "DOLO_END": row["ended_on"]}


def _episode(row: Row) -> dict[str, object]:
    return {
        "DECOM": row["started_on"],
        "RNE": row["start_reason"],
        "LS": row["legal_status_code"],
        "CIN": row["need_code"],
        "PLACE": row["placement_type"],
        "PLACE_PROVIDER": row["provider_code"],
        "DEC": row["ended_on"],
        "REC": row["end_reason_code"],
        "REASON_PLACE_CHANGE": row["change_reason"],
        "HOME_POST": row["home_postcode"],
        "PL_POST": row["placement_postcode"],
        "URN": row["provider_reference"],
    }


def _yearly_answers(tables: Tables) -> Iterator[tuple[str, object, dict[str, object]]]:
    answers: dict[object, dict[str, object]] = {}
    for row in tables.get("health_check", ()):
        cells = answers.setdefault(row["person_id"], {})
        if row["check_type"] == "SDQ":
            cells |= {"SDQ_SCORE": row["score"], "SDQ_REASON": row["reason_code"]}
        else:
            cells[_YEARLY[str(row["check_type"])]] = row["is_met"]
        if row["check_type"] == "SUBSTANCE_MISUSE":
            cells["INTERVENTION_RECEIVED"] = row["is_intervention_received"]
            cells["INTERVENTION_OFFERED"] = row["is_intervention_offered"]
    for person_id, cells in answers.items():
        yield "oc2", person_id, cells


def _case(row: Row) -> Iterator[tuple[str, object, dict[str, object]]]:
    if row["case_type"] == "PREVIOUS":
        cells = {
            "PREV_PERM": row["previous_option"],
            "LA_PERM": row["previous_authority"],
            "DATE_PERM": row["previous_order_month"],
        }
        yield "previous_permanence", row["person_id"], cells
    decided = row["decision_maker_agreed_on"]
    # A case without a decision, and any other order, is told by the episodes.
    if row["case_type"] == "ADOPTION" and decided is not None:
        cells = {
            "DATE_PLACED": decided,
            "DATE_PLACED_CEASED": row["reversed_on"],
            "REASON_PLACED_CEASED": row["reversed_reason"],
        }
        yield "placed_for_adoption", row["person_id"], cells
        if any(row[name] is not None for name in _OF_AN_ADOPTION):
            cells = {
                "DATE_INT": decided,
                "DATE_MATCH": row["matched_on"],
                "FOSTER_CARE": row["is_adopted_by_carer"],
                "NB_ADOPTR": row["adopters_count"],
                "SEX_ADOPTR": row["adopter_sex"],
                "LS_ADOPTR": row["adopter_legal_status"],
            }
            yield "ad1", row["person_id"], cells


def _text(cell: object, style: Style) -> str:
    if isinstance(cell, bool):
        return str(cell) if style.has_words_for_yes else str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat() if style.has_iso_dates else f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
    return str(cell)
