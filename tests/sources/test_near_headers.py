"""A header that is nearly a known one stops the load and names the one that was meant; another thing is no slip."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.errors import BadInputError
from purplebook.sources.annex_a.declare import AnnexList
from purplebook.sources.annex_a.headers import find_list, find_nearly, plain_header
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.sources.near_headers import near_misses
from purplebook.sources.workbook_cells import Sheet


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Date of Refferal", "Date of Referral"),
        ("Date of Referal", "Date of Referral"),
        ("Child Uniqe ID", "Child Unique ID"),
        ("person id", "person_id"),
        ("Date of Brith", "Date of Birth"),
        ("DateofBirth", "Date of Birth"),
    ],
)
def test_a_slip_of_the_pen_is_the_header_that_it_nearly_is(written: str, meant: str):
    others = ("Ethnicity", "Gender", "Allocated Worker")
    assert near_misses((*others, meant), (written,)) == ((written, meant),)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Start date", "End date"),
        ("Reviewed on", "Referred on"),
        ("Team 1", "Team 2"),
        ("Date of death", "Date of birth"),
        ("Notes on the child", "Child Unique ID"),
        ("ID", "IP"),
        ("", "Date of Birth"),
    ],
)
def test_a_header_that_says_another_thing_is_no_slip(written: str, other: str):
    assert near_misses((other,), (written,)) == ()


def test_of_two_missing_headers_the_nearer_is_meant_and_none_is_meant_twice():
    missing = ("Date of Birth", "Date of Death")
    assert near_misses(missing, ("Date of Brith",)) == (("Date of Brith", "Date of Birth"),)
    assert near_misses(("Date of Birth",), ("Date of Brith", "Date of Birht")) == (("Date of Brith", "Date of Birth"),)


EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


@pytest.mark.parametrize(
    ("name", "text", "written", "meant"),
    [
        ("referral.csv", "referral_id,person_id,refered_on\nR1,SECRET-9,2015-01-01\n", "refered_on", "referred_on"),
        (
            "episodes_2014-15.csv",
            EPISODES.replace("PLACE_PROVIDER", "PLACE_PROVIDR") + "SECRET-9,01/05/2014,S,V2,N1,U6,PR1,,,,,,\n",
            *("PLACE_PROVIDR", "PLACE_PROVIDER"),
        ),
        (
            "ssd_contacts.csv",
            "cont_contact_id,cont_person_id,cont_contact_dat\n1,SECRET-9,2015-01-01\n",
            "cont_contact_dat",
            "cont_contact_date",
        ),
    ],
)
def test_every_format_names_the_header_that_was_meant_and_no_child(load, write, name, text, written, meant):
    with pytest.raises(BadInputError) as refused:
        load(write(name, text))
    assert f"'{written}': did you mean '{meant}'?" in str(refused.value)
    assert name in str(refused.value) and "SECRET" not in str(refused.value)


def test_a_list_of_annex_a_names_the_header_that_was_meant(load, workbook):
    header = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Date of Contact", "Contact Sorce"]
    with pytest.raises(BadInputError, match=r"'Contact Sorce': did you mean 'Contact Source'\?") as refused:
        load(workbook({"List 1": [header, ["SECRET-9", "1", "WBRI", None, date(2015, 3, 1), "6"]]}))
    assert "SECRET" not in str(refused.value)


def letter_less(header: str) -> str:
    middle = len(header) // 2
    return header[:middle] + header[middle + 1 :]


@pytest.mark.parametrize(
    ("annex_list", "header"),
    [
        pytest.param(annex_list, column.header, id=f"{annex_list.number}: {column.header}")
        for annex_list in ANNEX_A_LISTS
        for column in annex_list.all_columns
        if len(column.header) >= 5 and plain_header(letter_less(column.header)) != plain_header(column.header)
    ],
)
def test_a_letter_less_in_any_header_of_annex_a_is_told_with_the_header_that_was_meant(
    annex_list: AnnexList, header: str
):
    written = letter_less(header)
    row = tuple(written if column.header == header else column.header for column in annex_list.all_columns)
    sheet = Sheet(name="a sheet", rows=((1, row), (2, ("x",) * len(row))))
    found = find_list(sheet) or find_nearly(sheet)
    assert found is not None and found.annex_list is annex_list
    missing = [header for header in (column.header for column in annex_list.all_columns) if header not in row]
    assert near_misses(missing, [cell for cell, _ in found.extra], plain=plain_header) == ((written, header),)
