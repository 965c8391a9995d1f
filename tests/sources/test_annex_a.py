"""Annex A workbooks: the layouts of 2019 and 2024, and what each list's rows become."""

from __future__ import annotations

import json
from datetime import date

import pytest

from purplebook.errors import BadInputError
from purplebook.sources import faults
from purplebook.sources.annex_a.declare import CODE
from purplebook.sources.annex_a.labels import read_code
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.excel_errors import EXCEL_ERROR
from purplebook.tables import TABLES_BY_NAME

PERSON = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
CONTACTS = [*PERSON, "Date of Contact", "Contact Source"]
REFERRALS = [
    *PERSON,
    "Date of referral",
    "Referral Source",
    "Referral NFA?",
    "Number of Referrals in Last 12 Months",
    "Allocated Team",
    "Allocated Worker",
]


def list_rows(number: int, *rows: dict[str, object], title: bool = False) -> list[list[object]]:
    """A sheet of one list with all its headers; each row is given by its headers."""
    headers = [column.header for column in ANNEX_A_LISTS[number - 1].all_columns]
    body = [[row.get(header) for header in headers] for row in rows]
    return [*([[ANNEX_A_LISTS[number - 1].title]] if title else []), headers, *body]


def test_every_column_of_every_list_goes_to_a_column_of_its_kind():
    for annex_list in ANNEX_A_LISTS:
        headers = {column.header: column for column in annex_list.all_columns}
        for becomes in annex_list.becomes:
            table = TABLES_BY_NAME[becomes.table]
            for name, header in becomes.cells:
                column = table.column(name)
                assert header in headers
                if headers[header].reads == CODE and column.code_set is not None:
                    assert headers[header].code_set == column.code_set, (annex_list.number, header)


def test_the_2024_sample_loads_with_every_row_loaded_or_listed(load, shared):
    result = load(shared / "samples/annex_a/Annex_A_2024_Jan.xlsx", as_at=None)
    assert result.counts == (59, 59, 0)
    assert [batch.rows_read for batch in result.loaded.batches] == [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5]
    counts = {table: len(result.rows(table)) for table in result.loaded.table_paths}
    assert counts["contact"] == 5 and counts["child_protection_plan"] == 7 and counts["adopter"] == 5
    assert {issue["reason"] for issue in result.issues} == {
        faults.UNKNOWN_CODE.reason,
        faults.NOT_YES_OR_NO.reason,
        # Its cells of #N/A were taken for empty ones, and one of its children was born too long ago.
        EXCEL_ERROR.reason,
        "it is still open after the child's eighteenth birthday",
        "another list gives this child a different date of birth",
        "another list gives this child a different answer about disability",
    }


def test_the_2019_template_has_its_header_under_a_title_row(load, shared):
    result = load(shared / "samples/annex_a/template-2019-empty.xlsx", as_at=None)
    assert len(result.loaded.batches) == 11
    assert [row["source_row"] for row in sorted(result.rows("referral"), key=lambda row: row["source_row"])] == [
        3,
        4,
        5,
        6,
        7,
    ]


def test_a_contact_becomes_a_person_and_a_contact(load, workbook):
    row = ["77", "b) Female", "s) NOBT", date(2010, 2, 3), 5.5, date(2015, 8, 1), "q) 6: Police"]
    result = load(workbook({"anything": [CONTACTS, row]}))
    (person,), (contact,) = result.rows("person"), result.rows("contact")
    assert (person["la_child_id"], person["sex"], person["ethnicity_code"]) == ("77", "F", "NOBT")
    assert (person["born_on"], person["gender_code"], person["person_role"]) == (date(2010, 2, 3), "b) Female", "CHILD")
    assert (contact["contacted_on"], contact["source_code"]) == (date(2015, 8, 1), "6")
    assert contact["person_id"] == person["person_id"]
    assert json.loads(contact["source_cells"])["Age of Child (Years)"] == "5.5"
    assert result.issues == []


def test_headers_are_known_in_spite_of_spaces_capitals_and_quotation_marks(load, workbook):
    headers = [
        " child  unique ID ",
        "GENDER",
        "Ethnicity ",
        "Date Of Birth",
        "Age",
        "Date of  contact",
        "contact source?",
    ]
    result = load(
        workbook({"List_1": [["List 1: Contacts"], [], headers, ["1", None, None, None, None, date(2015, 1, 1), "6"]]})
    )
    assert result.rows("contact")[0]["source_row"] == 4
    curly = list_rows(8)
    curly[0] = [str(header).replace("'", "’") for header in curly[0]]
    assert not [warning for warning in load(workbook({"x": curly})).loaded.warnings if "missing" in warning]


def test_dates_as_text_are_read_day_first_and_their_faults_named_by_sheet_and_header(load, workbook):
    rows = [
        ["1", "F", "WBRI", "03/02/2010", None, "28/02/2015", "6"],
        ["2", "F", "WBRI", "May be 8 Jan 2000", None, "31/02/2015", "6"],
    ]
    result = load(workbook({"List 1": [CONTACTS, *rows]}))
    assert sorted(str(row["contacted_on"]) for row in result.rows("contact")) == ["2015-02-28", "None"]
    assert sorted(str(row["born_on"]) for row in result.rows("person")) == ["2010-02-03", "None"]
    assert sorted((i["sheet"], i["row"], i["column"], i["reason"]) for i in result.issues) == [
        ("List 1", 3, "Date of Birth", faults.NOT_A_DATE.reason),
        ("List 1", 3, "Date of Contact", faults.NOT_A_DATE.reason),
    ]


def test_month_first_dates_are_refused_with_the_sheet_and_the_column(load, workbook):
    row = ["1", "F", "WBRI", None, None, "12/31/2014", "6"]
    other = ["2", "F", "WBRI", None, None, "12/30/2014", "6"]
    with pytest.raises(BadInputError, match="sheet 'List 1', column 'Date of Contact': wrong date order"):
        load(workbook({"List 1": [CONTACTS, row, other]}))


def test_month_first_births_are_refused_with_the_sheet_and_the_column(load, workbook):
    row = ["1", "F", "WBRI", "12/31/2004", None, "31/12/2014", "6"]
    other = ["2", "F", "WBRI", "12/30/2004", None, "31/12/2014", "6"]
    with pytest.raises(BadInputError, match="sheet 'List 1', column 'Date of Birth': wrong date order"):
        load(workbook({"List 1": [CONTACTS, row, other]}))


def test_a_row_without_a_child_is_left_out_and_listed(load, workbook):
    rows = [["1", "F", None, None, None, date(2015, 1, 1), "6"], [None, "F", None, None, None, date(2015, 1, 2), "6"]]
    result = load(workbook({"List 1": [CONTACTS, *rows]}))
    assert result.counts == (2, 1, 1)
    assert [(i["row"], i["column"], i["is_rejected"]) for i in result.issues] == [(3, "Child Unique ID", True)]


def test_two_contacts_of_one_child_on_one_day_are_two_contacts_with_lasting_identifiers(load, workbook):
    rows = [["1", "F", None, None, None, date(2015, 1, 1), source] for source in ("6", "3A")]
    first = load(workbook({"List 1": [CONTACTS, *rows]})).rows("contact")
    again = load(workbook({"List 1": [["Contacts"], CONTACTS, *rows]})).rows("contact")
    assert len(first) == 2
    assert [row["contact_id"] for row in first] == [row["contact_id"] for row in again]


def test_a_clash_between_lists_keeps_the_first_and_is_listed(load, workbook):
    contact = ["1", "M", "WBRI", date(2010, 1, 1), None, date(2015, 1, 1), "6"]
    referral = ["1", "F", None, date(2011, 1, 1), None, date(2015, 1, 1), "6", "No", 0, "Team", "Worker"]
    result = load(workbook({"List 3": [REFERRALS, referral], "List 1": [CONTACTS, contact]}))
    (person,) = result.rows("person")
    assert (person["sex"], person["born_on"], person["ethnicity_code"]) == ("M", date(2010, 1, 1), "WBRI")
    assert sorted((i["sheet"], i["column"]) for i in result.issues) == [
        ("List 3", "Date of Birth"),
        ("List 3", "Gender"),
    ]


def test_a_sex_not_stated_gives_way_to_one_that_is(load, workbook):
    contact = ["1", "c) Not stated/recorded", "WBRI", None, None, date(2015, 1, 1), "6"]
    referral = ["1", "a) Male", None, None, None, date(2015, 1, 1), "6", "No", 0, None, None]
    result = load(workbook({"List 1": [CONTACTS, contact], "List 3": [REFERRALS, referral]}))
    assert result.rows("person")[0]["sex"] == "M"
    assert result.issues == []


def test_the_episode_of_list_6_joins_the_referral_of_list_3_with_the_same_date(load, workbook):
    referral = ["1", "M", None, None, None, date(2015, 3, 1), "2A", "No", 0, "Team A", "Worker A"]
    need = {
        "Child Unique ID": "1",
        "Primary Need Code": "N1 - Abuse or neglect",
        "Case status": "c) Child in need plan",
    }
    same = list_rows(6, {**need, "CIN Start Date": date(2015, 3, 1), "CIN Closure Date": "not yet"})
    joined = load(workbook({"List 3": [REFERRALS, referral], "List 6": same}))
    (row,) = joined.rows("referral")
    assert (row["source_code"], row["primary_need_code"], row["case_status_supplied"]) == ("2A", "N1", "CIN")
    assert [(i["sheet"], i["row"], i["column"]) for i in joined.issues] == [("List 6", 2, "CIN Closure Date")]
    other = list_rows(6, {**need, "CIN Start Date": date(2014, 3, 1)})
    assert len(load(workbook({"List 3": [REFERRALS, referral], "List 6": other})).rows("referral")) == 2


def test_last_dates_are_marked_as_latest_only(load, workbook):
    row = {
        "Child Unique ID": "1",
        "Child Protection Plan Start Date": date(2015, 1, 5),
        "Initial Category of Abuse": "a) Neglect",
        "Date of the Last Statutory Visit": date(2015, 8, 20),
        "Was the Child Seen Alone?": "a) Yes",
        "Date of latest review conference": date(2015, 4, 5),
        "Allocated Team": "Team A",
    }
    result = load(workbook({"List 7": list_rows(7, row, title=True)}))
    (plan,), (visit,) = result.rows("child_protection_plan"), result.rows("visit")
    (conference,), (involvement,) = result.rows("child_protection_conference"), result.rows("involvement")
    assert (plan["initial_category"], visit["seen_alone"], visit["visit_type"]) == ("NEG", "Y", "CP")
    assert visit["is_latest_only"] and conference["is_latest_only"]
    assert visit["child_protection_plan_id"] == plan["child_protection_plan_id"]
    assert conference["child_protection_plan_id"] == plan["child_protection_plan_id"]
    assert (involvement["context"], involvement["worker_id"]) == ("CP", None)
    assert result.rows("team")[0]["team_id"] == involvement["team_id"]
    assert result.issues == []


def test_disability_and_asylum_become_facts_known_on_the_day_of_the_extract(load, workbook):
    uasc = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
    rows = [
        {"Child Unique ID": "1", "Does the Child have a Disability": "a) Yes", uasc: "a) Yes"},
        {"Child Unique ID": "2", "Does the Child have a Disability": "b) No", uasc: "b) No"},
        {"Child Unique ID": "3", "Does the Child have a Disability": "c) Unknown"},
    ]
    facts = load(workbook({"List 8": list_rows(8, *rows)})).rows("person_attribute")
    assert sorted((fact["attribute_type"], fact["code"]) for fact in facts) == [
        ("DISABILITY", "NONE"),
        ("DISABILITY", "Y"),
        ("UASC", "Y"),
    ]
    assert {fact["known_on"] for fact in facts} == {date(2015, 8, 31)}


def test_a_care_leaver_is_a_snapshot_on_the_day_of_the_extract(load, workbook):
    row = {"Child Unique ID": "1", "Eligibility Category": "b) Former relevant child", "LA in Touch": "d) Refu"}
    (leaver,) = load(workbook({"List 9": list_rows(9, row)})).rows("care_leaver_snapshot")
    assert (leaver["snapshot_on"], leaver["basis"]) == (date(2015, 8, 31), "CURRENT")
    assert (leaver["eligibility"], leaver["in_touch"]) == ("FORMER_RELEVANT", "REFU")


def test_columns_that_are_missing_or_extra_are_named_and_nothing_is_lost(load, workbook):
    headers = [*CONTACTS[:-1], "Our own note"]
    result = load(workbook({"List 1": [headers, ["1", "F", None, None, None, date(2015, 1, 1), "=1+1 note"]]}))
    assert any("missing" in warning and "Contact Source" in warning for warning in result.loaded.warnings)
    assert any("Our own note" in warning for warning in result.loaded.warnings)
    assert json.loads(result.rows("contact")[0]["source_cells"])["Our own note"] == "=1+1 note"


def test_a_header_that_stands_twice_is_refused(load, workbook):
    with pytest.raises(BadInputError, match="more than once: date of contact"):
        load(workbook({"List 1": [[*CONTACTS, "Date of Contact "]]}))


def test_a_sheet_of_something_else_is_named_in_a_warning(load, workbook):
    result = load(workbook({"Guidance": [["Read this first"]], "List 1": [CONTACTS]}))
    assert any("'Guidance'" in warning for warning in result.loaded.warnings)


@pytest.mark.parametrize(
    ("text", "code_set", "expected"),
    [
        ("q) 6: Police", "referral_source", "6"),
        ("6", "referral_source", "6"),
        ("p1) 5D: LA services", "referral_source", "5D"),
        ("s) NOBT", "ethnicity", "NOBT"),
        ("s) REFU", "ethnicity", "REFU"),
        ("N1 - Abuse or Neglect", "primary_need", "N1"),
        ("N9 – Cases other than children in need", "primary_need", "N9"),
        ("PSRMEM - Support with memory and cognition", "primary_need", None),
        ("RC7 - Services ceased for any other reason, including child no longer in need", "closure_reason", "RC7"),
        ("e) PR4 - Private provision", "placement_provider", "PR4"),
        ("zz) T4: Temporary placement - seven days or less", "placement_type", "T4"),
        ("u) X1:CodeError", "episode_end_reason", "X1"),
        ("f) E4A: Returned home to live with parents", "episode_end_reason", "E4A"),
        ("e) Multiple/not recommended", "abuse_category", "MUL"),
        ("Physical abuse", "abuse_category", "PHY"),
        ("e) Closed episode", "case_status", "CLOSED"),
        ("c) SGO/CAO", "care_plan_goal", "SGO_CAO"),
        ("d) Eligible child", "care_leaver_eligibility", "ELIGIBLE"),
        ("f) Rhom", "in_touch", "RHOM"),
        ("D: Semi-independent, transitional accommodation", "accommodation", "D"),
        ("b) Unsuitable", "accommodation_suitability", "2"),
        ("G5: Not in education, employment or training - other", "activity", "G5"),
        ("RD2", "adoption_reversal_reason", "RD2"),
        ("1 - Adopter withdrew from process", "adopter_left_reason", "1"),
        ("d) Neither", "gender", "N"),
        ("d) Neither", "sex", "U"),
        ("Withheld", "sex", None),
    ],
)
def test_a_code_is_found_in_what_people_write(text, code_set, expected):
    assert read_code(text, code_set=code_set) == expected
