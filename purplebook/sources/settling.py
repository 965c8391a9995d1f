"""The SQL that settles one source's rows: first every row's values, then, for faulty rows only, what is wrong.

Two statements and not one: naming the faults takes SQL several times as long as settling the values, and planning it
for every table cost more than reading the rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from purplebook.sources import faults
from purplebook.sources.cells import Settled, settle, trimmed
from purplebook.sources.known_codes import codes_of
from purplebook.sources.raw import RawTable, quoted_name, quoted_text
from purplebook.tables.schema import CODES, DATE, DECIMAL, WHOLE_NUMBER, YES_NO

_TYPES = {CODES: "VARCHAR[]", DATE: "DATE", YES_NO: "BOOLEAN", WHOLE_NUMBER: "BIGINT", DECIMAL: "DECIMAL(12, 2)"}
EXPECTED_WITHIN = timedelta(days=300)
"""No child is expected later than this after the day of the records: a date beyond it is a slip of the pen."""
_AUTHORITY = '"cell authority_code"'
_IS_AUTHORITY = f"regexp_full_match({_AUTHORITY}, '[0-9]{{3}}')"


def settled_sql(raw: RawTable, *, at: int, authority_code: str, extracted_on: date | None) -> str:
    """SELECT each row's typed values, its authority, its extra cells as JSON and whether any cell is faulty."""
    columns = _settled_columns(raw, extracted_on=extracted_on)
    outputs = []
    is_unborn = "false"
    if raw.table.name == "person" and extracted_on is not None and "born_on" in columns:
        is_unborn = f"coalesce(born_on > DATE '{extracted_on}', false)"
    for column in raw.table.columns:
        typed = quoted_name(column.name) if column.name in columns else f"NULL::{_TYPES.get(column.kind, 'VARCHAR')}"
        if is_unborn != "false" and column.name == "born_on":
            typed = f"CASE WHEN NOT {is_unborn} THEN born_on END"
        if is_unborn != "false" and column.name == "expected_birth_on":
            typed = f"coalesce({typed}, CASE WHEN {is_unborn} THEN born_on END)"
        outputs.append(f"{typed} AS {quoted_name(column.name)}")
    kept = "CASE WHEN extra IS NOT NULL THEN to_json(extra) END"
    if is_unborn != "false":
        moved = f"MAP {{{quoted_text(raw.headers['born_on'])}: {_cell('born_on')}}}"
        kept = f"CASE WHEN {is_unborn} THEN to_json(map_concat(extra, {moved})) ELSE {kept} END"
    is_faulty = " OR ".join(settled.is_faulty for settled in columns.values() if settled.faults) or "false"
    authority = quoted_text(authority_code)
    if "authority_code" in raw.headers:
        authority = f"CASE WHEN {_IS_AUTHORITY} THEN {_AUTHORITY} ELSE {authority} END"
    return f"""
        SELECT {", ".join(outputs)}, {authority} AS authority_code, source_row, {at} AS source_at,
               false AS is_rejected, ({is_faulty}) AS is_faulty, ({kept})::VARCHAR AS source_cells
        FROM ({_values_sql(raw, columns)})"""


def faults_sql(raw: RawTable, *, rows: str, extracted_on: date | None) -> str:
    """SELECT, for the rows whose numbers the query `rows` gives, the list of what is wrong with each faulty cell."""
    columns = _settled_columns(raw, extracted_on=extracted_on)
    entries = []
    for name, settled in columns.items():
        if settled.faults:
            cases = " ".join(
                f"WHEN {condition} THEN {{'column_name': {quoted_text(raw.headers[name])}, 'value': {_cell(name)}, "
                f"'reason': {quoted_text(fault.reason)}, 'what_to_do': {quoted_text(fault.what_to_do)}}}"
                for condition, fault in settled.faults
            )
            entries.append(f"CASE {cases} END")
    return f"""
        SELECT source_row, list_filter([{", ".join(entries)}], lambda entry: entry IS NOT NULL) AS found
        FROM ({_values_sql(raw, columns)})
        WHERE source_row IN ({rows})"""


def _values_sql(raw: RawTable, columns: Mapping[str, Settled]) -> str:
    """Two stages: trim each cell once, then settle it once, keeping the trimmed text beside the value."""
    cells = "".join(f", {trimmed(quoted_name(name))} AS {_cell(name)}" for name in columns)
    values = "".join(f", {settled.value} AS {quoted_name(name)}" for name, settled in columns.items())
    return f"SELECT *{values} FROM (SELECT source_row, extra{cells} FROM {raw.relation})"


def _settled_columns(raw: RawTable, *, extracted_on: date | None) -> dict[str, Settled]:
    """How each column that the source has is settled, the authority's code last."""
    settled = {
        column.name: settle(column, cell=_cell(column.name), value=quoted_name(column.name), codes=codes_of(column))
        for column in raw.table.columns
        if column.name in raw.headers
    }
    if raw.table.name == "person" and extracted_on is not None:
        latest = extracted_on + EXPECTED_WITHIN
        for name in ("born_on", "expected_birth_on"):
            if name in settled:
                settled[name] = _born_by(latest, settled[name])
    if "authority_code" in raw.headers:
        is_wrong = f"({_AUTHORITY} IS NOT NULL AND NOT {_IS_AUTHORITY})"
        settled["authority_code"] = Settled(_AUTHORITY, is_wrong, ((is_wrong, faults.NOT_AN_AUTHORITY),))
    return settled


def _born_by(latest: date, birth: Settled) -> Settled:
    """A date of birth, emptied and listed when it lies after the latest day on which a child can be expected."""
    value = f"CASE WHEN ({birth.value}) <= DATE '{latest}' THEN ({birth.value}) END"
    is_ahead = f"(({birth.value}) > DATE '{latest}')"
    return Settled(value, birth.is_faulty, ((is_ahead, faults.BORN_AHEAD), *birth.faults))


def _cell(name: str) -> str:
    return quoted_name(f"cell {name}")
