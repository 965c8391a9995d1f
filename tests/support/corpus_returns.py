"""The corpus's XML returns: the two censuses and the 903, with what is wrong in them.  All children are invented."""

from __future__ import annotations

from collections.abc import Mapping


def _message(inside: str, *, year: int = 2015, collection: str = "CIN", start: str = "", day: str = "03-31") -> str:
    return (
        f"{start}<Message><Header><CollectionDetails><Collection>{collection}</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-{day}</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>"
        f"{inside}</Message>"
    )


def _child(number: str, inside: str = "", *, born: str = "2010-05-01", ethnicity: str = "WBRI") -> str:
    return (
        f"<Child><ChildIdentifiers><LAchildID>{number}</LAchildID><PersonBirthDate>{born}</PersonBirthDate><Sex>F</Sex>"
        f"</ChildIdentifiers><ChildCharacteristics><Ethnicity>{ethnicity}</Ethnicity></ChildCharacteristics>{inside}"
        "</Child>"
    )


def _referral(inside: str = "", *, day: str = "2014-06-03") -> str:
    return (
        f"<CINdetails><CINreferralDate>{day}</CINreferralDate><ReferralSource>6</ReferralSource>"
        f"<PrimaryNeedCode>N1</PrimaryNeedCode>{inside}<ReferralNFA>0</ReferralNFA></CINdetails>"
    )


def _plan(begins: str, ends: str = "") -> str:
    end = f"<CPPendDate>{ends}</CPPendDate>" if ends else ""
    return (
        f"<ChildProtectionPlans><CPPstartDate>{begins}</CPPstartDate>{end}"
        "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse></ChildProtectionPlans>"
    )


def _census(*children: str, year: int = 2015, start: str = "") -> str:
    return _message(f"<Children>{''.join(children)}</Children>", year=year, start=start)


def _workers(*workers: str, year: int = 2015) -> str:
    vacancies = "<LALevelVacancies><NumberOfVacancies>5.5</NumberOfVacancies></LALevelVacancies>"
    return _message(vacancies + "".join(workers), year=year, collection="CSWW", day="09-30")


def _worker(number: str, *, began: str = "2014-01-01") -> str:
    return (
        f"<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>{number}</SWENo><FTE>1</FTE>"
        f"<RoleStartDate>{began}</RoleStartDate></CSWWWorker>"
    )


_GOOD = _census(_child("SECRET-1", _referral()), _child("SECRET-2", _referral()))
_LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 9))
_BOMB = f'<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY l0 "SECRET">{_LAUGHS}]>'
_OUTSIDE = '<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY out SYSTEM "file:///etc/hostname">]>'
_RETURN = (
    "<EXPSSDA903><CHILD><HEADER><CHILDID>SECRET-1</CHILDID><SEX>1</SEX><DOB>2004-05-01</DOB><ETHNIC>WBRI</ETHNIC>"
    "</HEADER><EPISODE><DECOM>2014-05-01</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL>"
    "<PLACE_PROVIDER>PR1</PLACE_PROVIDER></EPISODE></CHILD></EXPSSDA903>"
)

RETURNS: Mapping[str, bytes] = {
    "cin_good.xml": _GOOD.encode(),
    "cin_bom_crlf.xml": b"\xef\xbb\xbf" + _GOOD.replace("><", ">\r\n<").encode(),
    "cin_utf16.xml": b"\xff\xfe" + _census(_child("SECRET-1", _referral())).encode("utf-16-le"),
    "cin_latin1.xml": _census(
        _child("SECRET-\u00e9", _referral()), start='<?xml version="1.0" encoding="ISO-8859-1"?>'
    ).encode("latin-1"),
    "cin_latin1_undeclared.xml": _census(_child("SECRET-\u00e9", _referral())).encode("latin-1"),
    "cin_nul_bytes.xml": _census(_child("SEC\0RET-1", _referral())).encode(),
    "cin_no_children.xml": _census().encode(),
    "cin_named_2014.xml": _GOOD.encode(),
    "cin_cut_short.xml": _GOOD[: len(_GOOD) * 2 // 3].encode(),
    "cin_entity_bomb.xml": _census(_child("&l8;", _referral()), start=_BOMB).encode(),
    "cin_external_entity.xml": _census(_child("&out;", _referral()), start=_OUTSIDE).encode(),
    "cin_odd_dates.xml": _census(
        _child("SECRET-1", _referral(day="zz/05/2020"), born="1900-01-01"),
        _child("SECRET-2", _referral(day="03/06/2014"), born="01/05/2010"),
    ).encode(),
    "cin_ends_before_it_begins.xml": _census(_child("SECRET-1", _referral(_plan("2014-06-20", "2014-06-01")))).encode(),
    "cin_overlapping_plans.xml": _census(
        _child("SECRET-1", _referral(_plan("2014-06-20", "2014-12-01") + _plan("2014-08-01")))
    ).encode(),
    "cin_two_births.xml": _census(
        _child("SECRET-1", _referral()), _child("SECRET-1", _referral(day="2014-09-01"), born="2011-05-01")
    ).encode(),
    "cin_without_a_child.xml": _census(_child("", _referral()), _child("SECRET-2", _referral())).encode(),
    "cin_unknown_code.xml": _census(_child("SECRET-1", _referral(), ethnicity="ZZZZ")).encode(),
    "workforce_good.xml": _workers(_worker("SECRET-1"), _worker("SECRET-2")).encode(),
    "workforce_told_twice.xml": _workers(_worker("SECRET-1"), _worker("SECRET-1"), _worker("")).encode(),
    "workforce_odd_dates.xml": _workers(
        _worker("SECRET-1", began="zz/05/2020"), _worker("SECRET-2", began="1900-01-01")
    ).encode(),
    "workforce_cut_short.xml": _workers(_worker("SECRET-1"))[:-40].encode(),
    "workforce_named_2014.xml": _workers(_worker("SECRET-1")).encode(),
    "ssda903_good_2014-15.xml": _RETURN.encode(),
    "ssda903_cut_short_2014-15.xml": _RETURN[:-30].encode(),
    "ssda903_external_entity_2014-15.xml": (_OUTSIDE.replace("Message", "EXPSSDA903") + _RETURN).encode(),
    "of_no_format.xml": b"<Letter><To>SECRET-1</To></Letter>",
}
"""Each return's bytes by its name."""
