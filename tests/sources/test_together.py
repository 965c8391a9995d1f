"""Two formats in one load: child, event and links meet; clashes are listed; no row is lost or told twice."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.sources.together.meeting_points import MEETING_POINTS
from purplebook.tables import TABLES_BY_NAME

HEADER = [
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Date of referral",
    "Referral Source",
    "Referral NFA?",
    "Number of Referrals in Last 12 Months",
    "Allocated Team",
    "Allocated Worker",
]
BORN = date(2010, 5, 1)


def referral(child: str, day: date, *, source: str | None = "6: Police", born: date = BORN) -> list[object]:
    return [child, "a) Female", "a) WBRI", born, 5, day, source, "b) No", 2, "North", None]


@pytest.fixture
def joined(load, workbook, write):
    """Load an Annex A workbook of referrals beside canonical CSV files with keys of their own."""

    def run(rows, *, persons: str, **tables: str):
        paths = [workbook({"List 3": [HEADER, *rows]}), write("person.csv", persons)]
        return load(*paths, *(write(f"{name}.csv", text) for name, text in tables.items()))

    return run


PERSONS = "person_id,la_child_id,person_role,upn,sex,born_on\nP1,100,CHILD,,F,2010-05-01\n"
REFERRALS = (
    "referral_id,person_id,referred_on,source_code,primary_need_code,is_no_further_action\n"
    "R1,P1,2015-06-03,6,N1,false\n"
)


def test_a_child_and_a_referral_in_two_formats_are_one_of_each(joined):
    result = joined([referral("100", date(2015, 6, 3))], persons=PERSONS, referral=REFERRALS)
    (person,), (row,) = result.rows("person"), result.rows("referral")
    assert (person["la_child_id"], person["ethnicity_code"], person["born_on"]) == ("100", "WBRI", BORN)
    assert row["person_id"] == person["person_id"]
    assert (row["primary_need_code"], row["earlier_referrals_supplied"]) == ("N1", 2)
    assert result.counts == (3, 3, 0) and not result.issues


def test_the_choice_is_recorded_column_by_column(joined):
    result = joined([referral("100", date(2015, 6, 3))], persons=PERSONS, referral=REFERRALS)
    (said,) = [warning for warning in result.loaded.warnings if warning.startswith("referral: 1 row stands")]
    annex_a, canonical = said.index("first from annex-a"), said.index("first from canonical-csv")
    assert annex_a < said.index("team_id") and canonical < said.index("primary_need_code")
    (row,) = result.rows("referral")
    assert "also in" in row["source_cells"] and "row 2" in row["source_cells"]


def test_links_follow_a_row_that_was_taken_into_another(joined):
    result = joined(
        [referral("100", date(2015, 6, 3))],
        persons=PERSONS,
        referral=REFERRALS,
        assessment="assessment_id,person_id,referral_id,started_on\nA1,P1,R1,2015-06-04\n",
    )
    (row,), (made,) = result.rows("referral"), result.rows("assessment")
    assert (made["referral_id"], made["person_id"]) == (row["referral_id"], row["person_id"])
    assert not result.issues


def test_a_clash_is_listed_and_the_richer_formats_value_is_kept(joined):
    rows = [referral("100", date(2015, 6, 3), source="7"), referral("100", date(2015, 7, 1))]
    more = REFERRALS + "R2,P1,2015-07-01,,N1,false\n"
    result = joined(rows, persons=PERSONS, referral=more)
    first, second = sorted(result.rows("referral"), key=lambda row: str(row["referred_on"]))
    assert (first["source_code"], second["source_code"]) == ("7", "6")
    (issue,) = result.issues
    assert (issue["file_name"], issue["row"], issue["column"]) == ("referral.csv", 2, "source_code")
    assert (issue["value"], issue["is_rejected"]) == ("6", False) and "says otherwise" in str(issue["reason"])


def test_two_dates_of_birth_for_a_child_are_listed(joined):
    result = joined([referral("100", date(2015, 6, 3), born=date(2010, 5, 2))], persons=PERSONS)
    assert len(result.rows("person")) == 1
    (issue,) = result.issues
    assert str(issue["column"]) in ("born_on", "Date of Birth")


def test_what_only_one_format_holds_stays(joined):
    more = REFERRALS + "R2,P2,2015-06-03,6,N1,false\n"
    persons = PERSONS + "P2,200,CHILD,,M,2011-01-01\n"
    result = joined([referral("300", date(2015, 6, 3))], persons=persons, referral=more)
    assert (len(result.rows("person")), len(result.rows("referral"))) == (3, 3)


def test_a_second_referral_on_the_same_day_meets_the_second(joined):
    rows = [referral("100", date(2015, 6, 3))] * 2
    result = joined(rows, persons=PERSONS, referral=REFERRALS + "R2,P1,2015-06-03,6,N2,false\n")
    assert sorted(row["primary_need_code"] for row in result.rows("referral")) == ["N1", "N2"]
    rows = [referral("100", date(2015, 6, 3))]
    result = joined(rows, persons=PERSONS, referral=REFERRALS + "R2,P1,2015-06-03,6,N2,false\n")
    assert len(result.rows("referral")) == 2


def test_a_repeated_key_within_one_format_is_still_left_out_and_listed(joined):
    again = REFERRALS + REFERRALS.splitlines()[1] + "\n"
    result = joined([referral("100", date(2015, 6, 3))], persons=PERSONS, referral=again)
    assert (len(result.rows("referral")), result.counts) == (1, (4, 3, 1))
    assert [(issue["file_name"], issue["row"], issue["is_rejected"]) for issue in result.issues] == [
        ("referral.csv", 3, True)
    ]


def test_the_order_of_the_files_makes_no_difference(load, workbook, write):
    paths = [
        workbook({"List 3": [HEADER, referral("100", date(2015, 6, 3), source="7")]}),
        write("person.csv", PERSONS),
        write("referral.csv", REFERRALS),
    ]
    results = [load(*order) for order in (paths, paths[::-1])]
    for table in ("person", "referral", "team"):
        assert results[0].rows(table) == results[1].rows(table)


def test_every_meeting_point_is_a_column_of_its_table():
    for name, points in MEETING_POINTS.items():
        assert set(points) <= set(TABLES_BY_NAME[name].column_names), name
        assert "person_id" in TABLES_BY_NAME[name].column_names, name


@pytest.mark.parametrize(("kind", "rows"), [("CAF", 1), ("TARGETED", 1), ("EPISODE", 2)])
def test_an_assessment_for_early_help_meets_whatever_kind_the_other_format_calls_it(load, workbook, write, kind, rows):
    listed = [
        "Child Unique ID",
        "Assessment start date",
        "Assessment completion date",
        "Organisation completing assessment",
    ]
    path = workbook({"List 2": [listed, ["100", date(2015, 6, 3), date(2015, 7, 1), "School"]]})
    made = f"early_help_id,person_id,assessment_type,started_on\nE1,P1,{kind},2015-06-03\n"
    result = load(path, write("person.csv", PERSONS), write("early_help.csv", made))
    assert len(result.rows("early_help")) == rows and not result.issues
    assert {row["assessment_type"] for row in result.rows("early_help")} == ({kind} if rows == 1 else {kind, "EHA"})
