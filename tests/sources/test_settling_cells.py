"""How a cell of each kind is read from text, at its edges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purplebook.sources import faults
from purplebook.sources.days import any_day, day_sql, iso_day, teach_days
from purplebook.sources.excel_errors import EXCEL_ERROR
from purplebook.sources.raw import RawTable, Source
from purplebook.sources.settling import Settling, all_found
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME, Column


def one_cell(load, write, *, table: str, key: str, column: str, text: str):
    path = write(f"{table}.csv", f'{key},{column}\nK1,"{text}"\n')
    result = load(path)
    return result.rows(table)[0], result.issues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-02-28", date(2015, 2, 28)),
        ("28/02/2015", date(2015, 2, 28)),
        ("03/02/2015", date(2015, 2, 3)),
        ("1/2/2015", date(2015, 2, 1)),
        ("2015-02-28 00:00:00", date(2015, 2, 28)),
        (" 2015-02-28\u00a0", date(2015, 2, 28)),
        ("1900-01-02", date(1900, 1, 2)),
        ("2100-12-31", date(2100, 12, 31)),
        ("29/02/2012", date(2012, 2, 29)),
    ],
)
def test_a_date_is_read_as_iso_or_day_first(load, write, text, expected):
    row, issues = one_cell(load, write, table="contact", key="contact_id", column="contacted_on", text=text)
    assert row["contacted_on"] == expected
    assert issues == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2015-02-29", faults.NOT_A_DATE),
        ("13/25/2015", faults.NOT_A_DATE),
        ("31/02/2015", faults.NOT_A_DATE),
        ("42000", faults.DAY_NUMBER),
        ("=TODAY()", faults.NOT_A_DATE),
        ("infinity", faults.NOT_A_DATE),
        ("1900-01-01", faults.DATE_OUT_OF_RANGE),
        ("2101-01-01", faults.DATE_OUT_OF_RANGE),
        ("2200-01-01", faults.DATE_OUT_OF_RANGE),
        ("02/03/15", faults.TWO_DIGIT_YEAR),
        ("1/9/26", faults.TWO_DIGIT_YEAR),
    ],
)
def test_a_date_that_cannot_be_read_is_listed_and_its_text_kept(load, write, text, fault):
    row, issues = one_cell(load, write, table="contact", key="contact_id", column="contacted_on", text=text)
    assert row["contacted_on"] is None
    assert row["source_cells"] == f'{{"contacted_on":"{text}"}}'
    assert [(i["row"], i["column"], i["value"], i["reason"], i["is_rejected"]) for i in issues] == [
        (2, "contacted_on", text, fault.reason, False)
    ]


@pytest.mark.parametrize(("text", "expected"), [("7", 7), ("-1", -1), ("7.0", 7), ("+3", 3), ("007", 7)])
def test_a_whole_number_may_have_a_sign_and_an_empty_fraction(load, write, text, expected):
    column = "earlier_referrals_supplied"
    row, issues = one_cell(load, write, table="referral", key="referral_id", column=column, text=text)
    assert (row[column], issues) == (expected, [])


@pytest.mark.parametrize("text", ["1.5", "1e3", "0x10", "seven", "99999999999999999999", "NaN"])
def test_what_is_not_a_whole_number_is_never_rounded_to_one(load, write, text):
    column = "earlier_referrals_supplied"
    row, issues = one_cell(load, write, table="referral", key="referral_id", column=column, text=text)
    assert row[column] is None
    assert [issue["reason"] for issue in issues] == [faults.NOT_A_WHOLE_NUMBER.reason]


@pytest.mark.parametrize(
    ("text", "expected", "reasons"),
    [
        ("12.5", Decimal("12.50"), []),
        (".5", Decimal("0.50"), []),
        ("12.3400", Decimal("12.34"), []),
        ("12.345", Decimal("12.35"), [faults.TOO_MANY_DECIMALS.reason]),
        ("£12", None, [faults.NOT_A_NUMBER.reason]),
        ("1,200", None, [faults.NOT_A_NUMBER.reason]),
        ("12345678901", None, [faults.NOT_A_NUMBER.reason]),
    ],
)
def test_a_decimal_keeps_two_places_and_says_when_it_drops_more(load, write, text, expected, reasons):
    row, issues = one_cell(load, write, table="placement", key="placement_id", column="weekly_cost", text=text)
    assert row["weekly_cost"] == expected
    assert [issue["reason"] for issue in issues] == reasons


@pytest.mark.parametrize(
    ("text", "expected"), [("true", True), ("FALSE", False), ("Yes", True), ("n", False), ("1", True), ("", None)]
)
def test_yes_and_no_are_read_in_their_usual_spellings(load, write, text, expected):
    column = "is_no_further_action"
    row, issues = one_cell(load, write, table="referral", key="referral_id", column=column, text=text)
    assert (row[column], issues) == (expected, [])


def test_perhaps_is_neither_yes_nor_no(load, write):
    column = "is_no_further_action"
    row, issues = one_cell(load, write, table="referral", key="referral_id", column=column, text="perhaps")
    assert row[column] is None
    assert [issue["reason"] for issue in issues] == [faults.NOT_YES_OR_NO.reason]


def test_a_code_is_taken_in_lower_case_and_an_unknown_one_is_listed(load, write):
    path = write("contact.csv", "contact_id,source_code\nC1,2a\nC2,2Z\n")
    result = load(path)
    assert [row["source_code"] for row in result.rows("contact")] == ["2A", None]
    assert [(i["row"], i["value"], i["reason"]) for i in result.issues] == [(3, "2Z", faults.UNKNOWN_CODE.reason)]


def test_a_list_keeps_its_known_codes_and_lists_the_others(load, write):
    path = write("contact.csv", "contact_id,outcome_codes\nC1,nfa; ADVICE\nC2,NFA;WRONG\nC3,WRONG\nC4,;\n")
    result = load(path)
    assert [row["outcome_codes"] for row in result.rows("contact")] == [["NFA", "ADVICE"], ["NFA"], None, None]
    assert [(i["row"], i["reason"]) for i in result.issues] == [
        (3, faults.UNKNOWN_CODE_IN_LIST.reason),
        (4, faults.UNKNOWN_CODE_IN_LIST.reason),
    ]


def test_a_birth_after_the_day_of_the_extract_is_an_expected_birth(load, write):
    path = write("person.csv", "person_id,born_on\nP1,2015-08-31\nP2,2015-09-01\n")
    born_that_day, unborn = load(path).rows("person")
    assert (born_that_day["born_on"], born_that_day["expected_birth_on"]) == (date(2015, 8, 31), None)
    assert (unborn["born_on"], unborn["expected_birth_on"]) == (None, date(2015, 9, 1))
    assert unborn["source_cells"] == '{"born_on":"2015-09-01"}'


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "👩‍👧 family", "שלום עולם", "line one\nline two", 'O\'Neill; ""Al""', "\\\\N", "NULL"]
)
def test_text_of_any_kind_is_kept_as_it_is(load, write, text):
    row, issues = one_cell(load, write, table="team", key="team_id", column="name", text=text)
    assert row["name"] == text.replace('""', '"')
    assert issues == []


WRITTEN = [
    *("2023-05-01", "1/5/2023", "01.05.2023", "2023-05-01 00:00:00.000", "2023-05-01T00:00:00.0000000", "20230501"),
    *("2023-05-01Z", "2023-05-01+01:00", "2023-05-01T00:00:00+01:00", "1/5/2023 12:00:00 AM", "01-May-2023"),
    *("May  1 2023 12:00AM", "2023-04-30T23:00:00Z", "2023/05/01", "1 Sept 2023", "31-Feb-2023", "2023-05-01 25:00"),
    *("1900-01-01", "01/01/1900", "1900-01-02", "2101-01-01", "31/12/2100", "01/01/2101", "0000-01-01", "infinity"),
    *("2023-03-26T23:00:00Z", "2023-10-29T23:00:00Z", "2023-1-1", "1-May-23", "", "13/25/2015", "20x3-05-01"),
]


def test_python_and_the_database_read_every_day_alike():
    with duckdb.connect() as connection:
        teach_days(connection)
        for text in WRITTEN:
            (day,) = connection.execute(
                f"SELECT CAST({day_sql('cell')} AS VARCHAR) FROM (SELECT ? AS cell)", [text]
            ).fetchall()[0]
            assert (day or "") == any_day(text), text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-04-30T23:00:00Z", "2023-05-01"),
        ("2023-03-26T23:00:00Z", "2023-03-27"),
        ("2023-03-25T23:00:00Z", "2023-03-25"),
        ("2023-10-28T23:00:00Z", "2023-10-29"),
        ("2023-10-29T23:00:00Z", "2023-10-29"),
        ("2023-04-30T23:00:00", "2023-04-30"),
        ("2023-05-01T00:00:00+05:00", "2023-05-01"),
    ],
)
def test_a_time_in_utc_is_the_day_that_it_was_here(text, day):
    assert iso_day(text) == day


def settled(column: Column, cells: list[str | None]) -> tuple[list[object], list[tuple[int, str]]]:
    """The values that a column of a referral or placement is settled to, and the row and reason of each fault."""
    table = next(table for table in DATA_TABLES if column in table.columns)
    raw = RawTable(table, Source("a.csv", None, "canonical-csv", "0"), "", {column.name: "Header"})
    rows = pa.record_batch(
        {
            "source_row": pa.array(range(2, len(cells) + 2), pa.int64()),
            "extra": pa.nulls(len(cells), pa.map_(pa.string(), pa.string())),
            column.name: pa.array(cells, pa.string()),
        }
    )
    done = Settling(raw, 0, "870", None).settle(rows)
    found = all_found(done.found).to_pylist()
    return done.rows.column(column.name).to_pylist(), [(each["source_row"], each["reason"]) for each in found]


NUMBERS = st.from_regex(r"[+-]?[0-9]{0,11}(\.[0-9]{0,4})?", fullmatch=True)


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_a_number_is_rounded_as_the_database_rounds_it(numbers):
    column = TABLES_BY_NAME["placement"].column("weekly_cost")
    values, found = settled(column, list(numbers))
    with duckdb.connect() as connection:
        for at, number in enumerate(numbers):
            ((cast,),) = connection.execute("SELECT TRY_CAST(? AS DECIMAL(12, 2))", [number]).fetchall()
            # A whole part of eleven digits is refused, though some would fit.
            is_long = len(number.lstrip("+-").partition(".")[0]) > 10
            assert values[at] == (None if is_long else cast), number
            if number and values[at] is None:
                assert (at + 2, faults.NOT_A_NUMBER.reason) in found


def test_of_rows_that_share_a_text_each_has_its_value_and_its_fault():
    column = TABLES_BY_NAME["contact"].column("source_code")
    values, found = settled(column, ["2a", None, "ZZ", " 2A\u00a0", "", "ZZ", "#REF!"])
    assert values == ["2A", None, None, "2A", None, None, None]
    assert found == [
        (4, faults.UNKNOWN_CODE.reason),
        (7, faults.UNKNOWN_CODE.reason),
        (8, EXCEL_ERROR.reason),
    ]


def test_a_letter_that_would_become_two_in_capitals_makes_no_code():
    column = TABLES_BY_NAME["contact"].column("source_code")
    assert settled(column, ["ß", "ﬁ"])[0] == [None, None]


CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header><Children><Child><ChildIdentifiers>
<LAchildID>A1</LAchildID><Sex>F</Sex></ChildIdentifiers>
<CINdetails><CINreferralDate>2024-05-01</CINreferralDate><ReferralSource>ZZ</ReferralSource></CINdetails>
<CINdetails><CINreferralDate>2024-06-01</CINreferralDate><ReferralSource>6</ReferralSource></CINdetails>
</Child></Children></Message>"""


def test_of_rows_that_come_from_one_row_of_a_file_each_keeps_its_own_cells(load, write):
    """The two referrals are of one child's element, and only the first has a source that is none."""
    result = load(write("cin.xml", CENSUS))
    kept = {str(row["referred_on"]): row["source_cells"] for row in result.rows("referral")}
    assert kept == {"2024-05-01": '{"ReferralSource":"ZZ"}', "2024-06-01": None}
