"""How far records reach: the day to which a table goes, and the warnings where that is before the snapshot's day."""

from __future__ import annotations

from datetime import date

import pyarrow.parquet as pq
import pytest

from purplebook.sources.coverage import happened_on
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.arrow import COVERS_TO
from tests.sources.conftest import Result

CENSUS = """<Message><Header><CollectionDetails><Collection>{kind}</Collection><Year>2015</Year>
<ReferenceDate>{day}</ReferenceDate></CollectionDetails><Source><LEA>{code}</LEA></Source></Header>{body}</Message>"""
CHILD = """<Children><Child><ChildIdentifiers><LAchildID>100</LAchildID><PersonBirthDate>2010-05-01</PersonBirthDate>
</ChildIdentifiers><CINdetails><CINreferralDate>2014-06-03</CINreferralDate><ReferralSource>6</ReferralSource>
<ReferralNFA>0</ReferralNFA></CINdetails></Child></Children>"""
WORKER = "<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1</SWENo><FTE>1</FTE></CSWWWorker>"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN{more}\n" + (
    "100,01/06/2014,S,C2,N1,U1,PR1,,,,,,{cell}\n"
)
REFERRALS = "referral_id,person_id,referred_on,closed_on\nR1,P1,2015-05-01,2015-09-30\nR2,P1,{second},\n"


def cin(day: str = "2015-03-31", code: str = "899") -> str:
    return CENSUS.format(kind="CIN", day=day, code=code, body=CHILD)


def workforce(day: str = "2014-09-30", code: str = "899") -> str:
    return CENSUS.format(kind="CSWW", day=day, code=code, body=WORKER)


def ends(result: Result, table: str) -> date | None:
    said = (pq.read_schema(result.loaded.table_paths[table]).metadata or {}).get(COVERS_TO.encode())
    return date.fromisoformat(said.decode()) if said else None


def warnings(result: Result, words: str) -> list[str]:
    return [line for line in result.loaded.warnings if words in line]


def test_a_census_goes_to_its_day_and_the_latest_of_several_counts(load, write):
    files = write("2014.xml", cin("2014-03-31")), write("2015.xml", cin())
    assert ends(load(files[0]), "referral") == date(2014, 3, 31)
    assert ends(load(*files), "referral") == date(2015, 3, 31)
    assert ends(load(write("csww.xml", workforce())), "workforce_snapshot") == date(2014, 9, 30)


def test_a_return_goes_to_31_march_of_its_latest_year(load, write):
    path = write("2014-15.csv", EPISODES.format(more="", cell=""))
    assert ends(load(path), "looked_after_period") == date(2015, 3, 31)


def contacts(*days: date) -> dict[str, list[list[object]]]:
    rows = [["100", "a) Male", "a) WBRI", date(2010, 5, 1), 5, day, "a) 1A"] for day in days]
    headers = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
    return {"List 1": [[*headers, "Date of Contact", "Contact Source"], *rows]}


@pytest.mark.parametrize(
    ("latest", "as_at", "end"),
    [
        (date(2015, 8, 20), date(2015, 8, 31), date(2015, 8, 31)),  # the day named is the day of the extract
        (date(2015, 7, 31), date(2015, 8, 31), date(2015, 8, 31)),
        (date(2015, 7, 30), date(2015, 8, 31), date(2015, 7, 30)),  # a month without a contact: an older workbook
        (date(2015, 8, 20), None, date(2015, 8, 20)),
    ],
)
def test_a_workbook_goes_to_its_own_day(load, workbook, latest: date, as_at: date | None, end: date):
    result = load(workbook(contacts(date(2015, 5, 1), latest)), as_at=as_at)
    assert ends(result, "contact") == end
    assert bool(warnings(result, "the records go to")) == (as_at is not None and end != as_at)


def test_our_own_tables_and_any_other_file_of_a_table_reach_the_day_of_the_load(load, write):
    own = write("referral.csv", REFERRALS.format(second="2015-06-01"))
    assert ends(load(own), "referral") is None
    both = load(own, write("cin.xml", cin()))
    assert ends(both, "referral") is None
    assert ends(both, "person") == date(2015, 3, 31)


def test_files_that_end_more_than_a_month_before_the_day_are_told_in_one_line(load, write):
    path = write("cin.xml", cin())
    assert not warnings(load(path, as_at=date(2015, 5, 1)), "the records go to")
    assert not warnings(load(path, as_at=None), "the records go to")
    (line,) = warnings(load(path, as_at=date(2015, 5, 2)), "the records go to")
    assert line.startswith("cin.xml: the records go to 31 March 2015, and the snapshot is of 2 May 2015.")
    # Without a day named, the latest file's own day is the snapshot's.
    together = load(path, write("csww.xml", workforce()), as_at=None)
    (line,) = warnings(together, "the records go to")
    assert line.startswith("csww.xml: the records go to 30 September 2014")


def test_another_authority_in_the_header_is_told_and_does_not_stop_the_load(load, write):
    files = write("one.xml", cin(code="201")), write("csww.xml", workforce(code="340"))
    result = load(*files)
    told = warnings(result, "the store is of 899")
    assert [line.partition(". ")[0] for line in told] == [
        "one.xml: the header says 201 and the store is of 899",
        "csww.xml: the header says 340 and the store is of 899",
    ]
    assert {row["authority_code"] for row in result.rows("referral")} == {"899"}
    assert not warnings(load(write("own.xml", cin())), "the store is of")


@pytest.mark.parametrize(("code", "is_told"), [("301", True), ("899", False), ("Our Council", False)])
def test_another_authority_in_the_column_of_a_return_is_told(load, write, code: str, is_told: bool):
    result = load(write("2014-15.csv", EPISODES.format(more=",LA", cell=f",{code}")))
    told = warnings(result, "the store is of 899")
    assert bool(told) == is_told
    assert all("2014-15.csv: the column 'LA' says 301 and the store is of 899." in line for line in told)


def test_rows_that_begin_after_the_day_named_are_counted(load, write):
    # The first referral closed after the day, which its own day tells nothing of.
    path = write("referral.csv", REFERRALS.format(second="2015-09-01"))
    (line,) = warnings(load(path), "dated after")
    assert line.startswith("1 row is dated after 31 August 2015, the day that --as-at names (referral 1).")
    assert not warnings(load(path, as_at=date(2015, 9, 1)), "dated after")


def test_a_birth_a_due_day_and_an_end_say_nothing_of_when_a_row_was():
    assert happened_on(TABLES_BY_NAME["person"]) == ("died_on",)
    assert happened_on(TABLES_BY_NAME["looked_after_review"]) == ("reviewed_on",)
    assert happened_on(TABLES_BY_NAME["child_protection_plan"]) == ("started_on",)
    assert happened_on(TABLES_BY_NAME["reference_value"]) == ()
