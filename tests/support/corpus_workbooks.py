"""The corpus's workbooks: Annex A and a register, with what is wrong in them.  All children are invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from tests.support.old_excel import old_workbook
from tests.support.small_workbook import small_workbook, stating_size, zipped

_CHILD = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)")
_CONTACTS = (*_CHILD, "Date of Contact", "Contact Source")
_REFERRALS = (*_CHILD, "Date of referral", "Referral Source", "Referral NFA?", "Number of Referrals in Last 12 Months")
_PLANS = (
    *_CHILD,
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    "Number of Previous Child Protection Plans",
)
_BORN, _DAY = date(2010, 5, 1), date(2015, 8, 3)


def _who(number: str, *, born: object = _BORN) -> tuple[object, ...]:
    return (f"SECRET-{number}", "a) Male", "a) WBRI: White British", born, 5)


def _contact(number: str, day: object = _DAY, source: object = "q) 6: Police") -> tuple[object, ...]:
    return (*_who(number), day, source)


def _plan(number: str, begins: date, ends: date | None) -> tuple[object, ...]:
    return (*_who(number), begins, "a) Neglect", "a) Neglect", _DAY, None, None, ends, 0)


def _contacts(*rows: tuple[object, ...], more: Mapping[str, bytes] | None = None) -> bytes:
    return small_workbook({"List 1": [_CONTACTS, *rows]}, more=more)


_GOOD = _contacts(_contact("1"), _contact("2"))
_BOMB = _contacts(_contact("1"), more={"xl/media/image1.bin": bytes(3_000_000)})
_LEAVERS = ANNEX_A_LISTS[8].all_columns
_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")

WORKBOOKS: Mapping[str, bytes] = {
    "annex_a_good.xlsx": _GOOD,
    "annex_a_good_old.xls": old_workbook({"List 1": [_CONTACTS, _contact("1"), _contact("2")]}),
    "annex_a_placeholder_dates.xlsx": _contacts(
        _contact("1", "zz/05/2020"), _contact("2", "01/01/1900"), _contact("3", "1900-01-01"), _contact("4")
    ),
    "annex_a_mixed_dates.xlsx": _contacts(
        _contact("1", "03/08/2015"), _contact("2", "2015-08-03"), _contact("3"), _contact("4", "3 August 2015")
    ),
    "annex_a_wrong_types.xlsx": small_workbook(
        {
            "List 3": [
                _REFERRALS,
                (*_who("1"), True, 6, "maybe", "many"),
                (*_who("2", born="SECRET-BIRTH"), "SECRET-TEXT", "SECRET-CODE", 1, 1.5),
                (12.5, 1, 2.5, 3, "x", _DAY, "6", True, 2),
            ]
        }
    ),
    "annex_a_ends_before_it_begins.xlsx": small_workbook(
        {"List 7": [_PLANS, _plan("1", date(2015, 6, 1), date(2015, 5, 1))]}
    ),
    "annex_a_overlapping_plans.xlsx": small_workbook(
        {
            "List 7": [
                _PLANS,
                _plan("1", date(2015, 3, 1), date(2015, 7, 1)),
                _plan("1", date(2015, 6, 1), None),
                _plan("2", date(2015, 6, 1), None),
            ]
        }
    ),
    "annex_a_two_births.xlsx": small_workbook(
        {
            "List 1": [_CONTACTS, _contact("1")],
            "List 3": [_REFERRALS, (*_who("1", born=date(2011, 5, 1)), _DAY, "6", "No", 0)],
        }
    ),
    "annex_a_without_a_child.xlsx": _contacts((None, *_contact("1")[1:]), _contact("2")),
    "annex_a_header_only.xlsx": _contacts(),
    "annex_a_no_list.xlsx": small_workbook({"Budget": [("Month", "Cost"), ("SECRET-MONTH", 3)]}),
    "annex_a_titled.xlsx": small_workbook(
        {"Contacts": [("List 1: contacts of the last six months",), (), _CONTACTS, _contact("1")]}
    ),
    "annex_a_repeated_header.xlsx": small_workbook(
        {"List 1": [(*_CONTACTS, "Date of Contact"), (*_contact("1"), _DAY)]}
    ),
    "annex_a_both_layouts.xlsx": small_workbook(
        {
            "List 9": [[column.header for column in _LEAVERS], ("SECRET-1",)],
            "List 9 (2019)": [[column.header for column in _LEAVERS if not column.is_newer], ("SECRET-1",)],
        }
    ),
    "annex_a_months_first.xlsx": _contacts(
        (*_who("1", born="05/13/2010"), _DAY, "6"), (*_who("2", born="11/25/2011"), _DAY, "6")
    ),
    "annex_a_groups_only.xlsx": _contacts(
        ("SECRET-1", "F", "White", _BORN, 5, _DAY, "Health services"),
        ("SECRET-2", "F", "White", _BORN, 5, _DAY, "3C"),
        ("SECRET-3", "F", "Mixed", _BORN, 5, _DAY, "police"),
    ),
    "annex_a_macros.xlsm": _contacts(_contact("1"), more={"xl/vbaProject.bin": b"nothing that runs"}),
    "annex_a_external_links.xlsx": _contacts(
        _contact("1"), more={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    ),
    "annex_a_password.xlsx": _PROTECTED,
    "annex_a_cut_short.xlsx": _GOOD[: len(_GOOD) // 2],
    "annex_a_damaged_sheet.xlsx": small_workbook({"List 1": []}, more={"xl/worksheets/sheet1.xml": b"<worksheet><she"}),
    "annex_a_states_three_gigabytes.xlsx": stating_size(_BOMB, "xl/media/image1.bin", 3_000_000_000),
    "annex_a_hides_three_megabytes.xlsx": stating_size(_BOMB, "xl/media/image1.bin", 50),
    "annex_a_named_as_text.csv": _GOOD,
    "letter_in_a_zip.docx": zipped({"word/document.xml": b"<document/>"}),
    "register_contacts_mixed.xlsx": small_workbook(
        {
            "Contacts": [
                ("Child's number", "Date of contact", "Who made the contact", "Presenting issue"),
                ("SECRET-1", _DAY, "6", "SECRET-ISSUE"),
                ("SECRET-2", "zz/05/2020", "6", "x"),
                (None, _DAY, "6", "x"),
            ]
        }
    ),
}
"""Each workbook's bytes by its name."""
