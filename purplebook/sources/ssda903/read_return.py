"""The return on looked-after children: recognising its files, and one pass from given rows to canonical rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from purplebook.errors import BadInputError
from purplebook.sources.date_order import are_month_first, wrong_date_order
from purplebook.sources.days import iso_day
from purplebook.sources.files import TEXT, ZIP, InputFile
from purplebook.sources.identifiers import JOINED, one_spelling, plain_number
from purplebook.sources.many_objects import no_search_for_cycles
from purplebook.sources.message import authority_of
from purplebook.sources.raw import RawFiles, RawTable, Source, quoted_name
from purplebook.sources.row_writer import RowWriter
from purplebook.sources.ssda903 import layout, plain_rows
from purplebook.sources.ssda903.episodes import NOT_TOLD_AGAIN, OTHER_START, add_undated, histories
from purplebook.sources.ssda903.gathered import CanonicalRow, Gathered
from purplebook.sources.ssda903.given import Given, GivenRow
from purplebook.sources.ssda903.headers import SUPPLIED_BY
from purplebook.sources.ssda903.layout import Layout
from purplebook.sources.ssda903.periods_of_care import Period, add_period, period_on, periods_of
from purplebook.sources.ssda903.permanence import add_cases, add_previous
from purplebook.sources.ssda903.read_tables import csv_heading, read_csv, read_workbook, sheet_heading
from purplebook.sources.ssda903.read_xml import is_xml, read_xml
from purplebook.sources.ssda903.return_year import with_years
from purplebook.sources.ssda903.told_again import end_what_is_gone
from purplebook.sources.workbook_cells import is_workbook, sheets
from purplebook.store.loaded import RowIssue
from purplebook.tables import TABLES_BY_NAME

NAME = "ssda903"
TITLE = "SSDA903 return"

_ONE_BY_ONE: Mapping[str, Callable[..., None]] = {
    layout.UASC.name: plain_rows.add_unaccompanied,
    layout.REVIEWS.name: plain_rows.add_review,
    layout.OC2.name: plain_rows.add_yearly_checks,
    layout.OC3.name: plain_rows.add_care_leaver,
    layout.PREVIOUS_PERMANENCE.name: add_previous,
    layout.MISSING.name: plain_rows.add_missing,
    layout.SOCIAL_WORKER.name: plain_rows.add_social_worker,
    layout.DOLO.name: plain_rows.add_deprivation_of_liberty,
}


def recognise(file: InputFile) -> bool:
    """Whether the header is that of a file of the return, or the XML's root its root, or some sheet has such a header.

    The name of the file says nothing.
    """
    if file.kind == TEXT:
        return csv_heading(file) is not None or is_xml(file)
    if file.kind != ZIP or not is_workbook(file):
        return False
    try:
        return any(sheet_heading(sheet) is not None for sheet in sheets(file))
    except BadInputError:
        return False


def read(files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]) -> RawFiles:
    """Return the canonical rows of one or several years; raises BadInputError with every file's fault."""
    with no_search_for_cycles():
        return _read_years(files, work=work, as_at=as_at, progress=progress)


def _read_years(
    files: Sequence[InputFile], *, work: Path, as_at: date | None, progress: Callable[[str], None]
) -> RawFiles:
    given, warnings = _read_all(files, progress=progress)
    rows, year_warnings = with_years([row for return_file in given for row in return_file.rows], files=files)
    # The earliest return first, so that a later one has the last word; of one year, in the order of the files.
    places = {return_file.source.batch_id: at for at, return_file in enumerate(given)}
    rows = sorted(rows, key=lambda row: (row.year or 0, places[row.source.batch_id], row.number))
    progress("joining the years of the SSDA903 return")
    gathered = Gathered()
    rows = _one_spelling_each(rows, issues=gathered.issues)
    cut = _gather(rows, to=gathered)
    left_out = {(issue.file_name, issue.sheet, issue.row) for issue in gathered.issues if issue.is_rejected}
    taken: Counter[str] = Counter()
    for source, own in groupby(rows, key=attrgetter("source")):
        taken[source.batch_id] += sum(
            not left_out or (source.file_name, source.sheet, row.number) not in left_out for row in own
        )
    years = {row.year for row in rows}
    known = sorted(year for year in years if year is not None)
    tables = (*_written(gathered, work=work), *_empty_tables(given, gathered))
    return RawFiles(
        tables=tables,
        extracted_on=as_at or (date(known[-1], 3, 31) if known else None),
        sources=tuple(return_file.source for return_file in given),
        rows_taken={return_file.source.batch_id: taken[return_file.source.batch_id] for return_file in given},
        rows_above={return_file.source.batch_id: return_file.rows_above for return_file in given},
        issues=(*(issue for return_file in given for issue in return_file.issues), *_once(gathered.issues)),
        warnings=(*warnings, *year_warnings, *_cut_warning(cut), *_next_return_warning(gathered.issues)),
        covers_from=dict.fromkeys((raw.table.name for raw in tables), date(known[0] - 1, 4, 1)) if known else {},
        covers_to=dict.fromkeys((raw.table.name for raw in tables), date(known[-1], 3, 31)) if known else {},
        stated_authorities={f"the column '{layout.AUTHORITY}'": _authorities(given), **authority_of(files)},
    )


def _read_all(
    files: Sequence[InputFile], *, progress: Callable[[str], None]
) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    return_files: list[Given] = []
    warnings: list[str] = []
    faults: list[str] = []
    for file in files:
        progress(f"reading {file.name}")
        try:
            if file.kind == ZIP:
                own, others = read_workbook(file, format_name=NAME)
                return_files += own
                warnings += others
            else:
                read_one = read_xml if is_xml(file) else read_csv
                return_files.append(read_one(file, format_name=NAME))
        except BadInputError as error:
            faults.append(str(error))
    # Rows of several files may become one, so the order of the dates is looked at here, for each file's own columns.
    faults += [fault for return_file in return_files for fault in _wrong_orders(return_file)]
    if faults:
        raise BadInputError("\n".join(faults))
    return tuple(return_files), (
        *warnings,
        *(warning for return_file in return_files for warning in return_file.warnings),
    )


def _wrong_orders(given: Given) -> list[str]:
    texts = _texts_of(given.rows) if given.texts is None else given.texts
    return [
        wrong_date_order(place=given.source.place, header=header)
        for header, own in texts.items()
        if are_month_first(own)
    ]


def _texts_of(rows: Sequence[GivenRow]) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = {}
    for row in rows:
        for name, text in row.cells.items():
            if name in texts:
                texts[name].add(text)
            else:
                texts[name] = {text}
    return texts


def _authorities(given: Sequence[Given]) -> dict[str, str]:
    """The code of each file whose rows all name the same authority by its three digits."""
    codes_of = {
        return_file.source.place: {row.extra.get(layout.AUTHORITY, "") for row in return_file.rows}
        for return_file in given
    }
    return {
        place: code
        for place, codes in codes_of.items()
        if len(codes) == 1 and re.fullmatch(r"\d{3}", code := min(codes))
    }


def _one_spelling_each(rows: list[GivenRow], *, issues: list[RowIssue]) -> list[GivenRow]:
    """The rows, each child by one spelling of the number: that of the last return."""
    births: dict[str, set[str]] = {}
    for number, born in dict.fromkeys((row.cells["CHILD"], row.cells.get("DOB", "")) for row in rows):
        births.setdefault(number, set()).add(iso_day(born))
    if len({plain_number(number) for number in births}) == len(births):
        return rows
    # The spelling of the last return is kept, so the numbers must stand in the order of their last rows.
    last = {row.child: at for at, row in enumerate(rows)}
    spelling = one_spelling({number: births[number] for number in sorted(births, key=last.__getitem__)})
    first: dict[str, GivenRow] = {}
    for row in rows:
        if row.child in spelling:
            first.setdefault(row.child, row)
    for number, row in first.items():
        issue = row.issue("CHILD", JOINED.reason, JOINED.what_to_do)
        issues.append(replace(issue, value=f"{number} and {spelling[number]}"))
    return [
        row._replace(cells={**row.cells, "CHILD": spelling[row.child]}) if row.child in spelling else row
        for row in rows
    ]


def _gather(rows: Sequence[GivenRow], *, to: Gathered) -> int:
    """Add every canonical row; return how many periods began before the first return and without their start."""
    plain_rows.add_people(rows, to=to)
    for row in rows:
        if row.layout.name in _ONE_BY_ONE:
            _ONE_BY_ONE[row.layout.name](row, to=to)
    end_what_is_gone(rows, to=to)
    by_child, undated = histories(_of(rows, layout.EPISODES), issues=to.issues)
    for at, row in enumerate(undated):
        add_undated(row, at=at, to=to)
    first_year = min((row.year for row in rows if row.year is not None), default=None)
    periods = {child: periods_of(episodes) for child, episodes in by_child.items()}
    cut = sum(add_period(period, first_year=first_year, to=to) for own in periods.values() for period in own)
    _add_routes(rows, periods=periods, to=to)
    for (table, _), review in to.rows.items():
        if table == "looked_after_review" and periods:
            _lead_to_period(review, periods=periods.get(review.given.child, ()))
    return cut


def _add_routes(rows: Sequence[GivenRow], *, periods: Mapping[str, Sequence[Period]], to: Gathered) -> None:
    decisions, adoptions = _by_child(rows, layout.PLACED_FOR_ADOPTION), _by_child(rows, layout.AD1)
    for child in sorted({*periods, *decisions, *adoptions}):
        add_cases(
            child,
            periods=periods.get(child, ()),
            decisions=decisions.get(child, ()),
            adoptions=adoptions.get(child, ()),
            to=to,
        )


def _lead_to_period(review: CanonicalRow, *, periods: Sequence[Period]) -> None:
    period = period_on(periods, iso_day(review.cells.get("reviewed_on", "")))
    review.headers = {**review.headers, "looked_after_period_id": "REVIEW"}
    if period is not None:
        review.cells["looked_after_period_id"] = period.key


def _of(rows: Sequence[GivenRow], kind: Layout) -> list[GivenRow]:
    return [row for row in rows if row.layout is kind]


def _by_child(rows: Sequence[GivenRow], kind: Layout) -> dict[str, list[GivenRow]]:
    by_child: dict[str, list[GivenRow]] = {}
    for row in _of(rows, kind):
        by_child.setdefault(row.child, []).append(row)
    return by_child


def _once(issues: Sequence[RowIssue]) -> tuple[RowIssue, ...]:
    """One row may be found at fault the same way by two of its canonical rows; it is told once."""
    return tuple(dict.fromkeys(issues))


def _cut_warning(cut: int) -> tuple[str, ...]:
    if not cut:
        return ()
    return (
        f"{cut:,} {'period' if cut == 1 else 'periods'} of being looked after began before the first of these SSDA903 "
        "returns, which do not hold their first day. Each was taken to start with its first episode here, which is too "
        "late, so figures about how long children were looked after are too low. Load the returns of the earlier years "
        "together with these. They are told here only: the issues list the periods without a start that begin within "
        "the years of these returns.",
    )


def _next_return_warning(issues: Sequence[RowIssue]) -> tuple[str, ...]:
    count = sum(issue.reason in (NOT_TOLD_AGAIN[0], OTHER_START[0]) for issue in issues)
    if not count:
        return ()
    return (
        f"{count:,} {'episode' if count == 1 else 'episodes'} open in one SSDA903 return cannot be found in the next "
        "(rules 502 and 503A). Each was taken to end on the day after the return that left it open, or was joined with "
        "the episode to which the next return gives another first day: `purplebook issues` lists them.",
    )


def _written(gathered: Gathered, *, work: Path) -> tuple[RawTable, ...]:
    headers_of: dict[str, dict[int, Mapping[str, str]]] = {}
    rows_of: dict[tuple[str, Source], list[CanonicalRow]] = {}
    for (table, _), row in gathered.rows.items():
        own = headers_of.setdefault(table, {})
        # The headers of the last row have the last word, so those that come again come last.
        own[id(row.headers)] = own.pop(id(row.headers), row.headers)
        rows_of.setdefault((table, row.given.source), []).append(row)
    columns = {
        table: {name: shown for headers in own.values() for name, shown in headers.items()}
        for table, own in headers_of.items()
    }
    with RowWriter(work, name=NAME, columns=columns) as writer:
        for (table, source), rows in rows_of.items():
            writer.add_all(
                table,
                source=source,
                rows=[row.given.number for row in rows],
                cells=[row.cells for row in rows],
                extra=[_extra(row) for row in rows],
            )
        return tuple(replace(raw, are_dates_in_order=True) for raw in writer.finish())


def _extra(row: CanonicalRow) -> Mapping[str, str]:
    """Cells without a column, and the reason that many systems write on an episode that has not ended."""
    given = row.given
    if row.table == "looked_after_episode" and "end_reason_code" not in row.cells and given.cell("REC"):
        return {**given.extra, "REC": given.cell("REC")}
    return given.extra


def _empty_tables(given: Sequence[Given], gathered: Gathered) -> tuple[RawTable, ...]:
    """Tables that a file was given for and no row became: they are empty, which is not the same as unknown."""
    tables = {table for table, _ in gathered.rows}
    supplied: dict[str, tuple[Source, Mapping[str, str]]] = {}
    for return_file in given:
        for kind in return_file.layouts:
            for table, headers in SUPPLIED_BY[kind.name].items():
                if table not in tables:
                    supplied.setdefault(table, (return_file.source, headers))
    return tuple(
        RawTable(TABLES_BY_NAME[table], source, _no_rows(headers), headers)
        for table, (source, headers) in supplied.items()
    )


def _no_rows(headers: Mapping[str, str]) -> str:
    columns = "".join(f", NULL::VARCHAR AS {quoted_name(name)}" for name in headers)
    return f"(SELECT 0::BIGINT AS source_row, NULL::MAP(VARCHAR, VARCHAR) AS extra{columns} WHERE false)"
