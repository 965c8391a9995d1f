"""The corpus's tables of text: canonical CSV, the SSDA903, the SSD and registers.  All children are invented.

A canonical file must be named after its table, so each stands in a folder of its own that says what is odd about it.
"""

from __future__ import annotations

from collections.abc import Mapping

_PEOPLE = "person_id,la_child_id,surname,born_on\n"
_PERSON = "P1,SECRET-1,Ng\u00e9,2010-05-01\n"
_PLANS = "child_protection_plan_id,person_id,started_on,ended_on,initial_category\n"
_EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
_EPISODE = "SECRET-1,01/05/2014,S,C2,N1,U6,PR1,,,,AA1 1AA,AA1 1AB,\n"
_CHILDREN = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
_CONTACTS = "Child's number,Date of contact,Who made the contact,Presenting issue\n"
_STAGED = "pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob\n"

_TEXTS: Mapping[str, str] = {
    "canonical_header_only/person.csv": _PEOPLE,
    "canonical_crlf/person.csv": (_PEOPLE + _PERSON + "P2,SECRET-2,x,2011-01-01\n").replace("\n", "\r\n"),
    "canonical_placeholder_dates/person.csv": _PEOPLE
    + "P1,SECRET-1,x,zz/05/2020\nP2,SECRET-2,x,1900-01-01\nP3,SECRET-3,x,31/02/2015\nP4,SECRET-4,x,2010-05-01\n",
    "canonical_mixed_dates/person.csv": _PEOPLE
    + "P1,SECRET-1,x,2010-05-01\nP2,SECRET-2,x,01/05/2010\nP3,SECRET-3,x,2010-05-01 00:00:00\nP4,SECRET-4,x,1.5.2010\n",
    "canonical_duplicate_ids/person.csv": _PEOPLE
    + _PERSON
    + "P1,SECRET-1,x,2011-05-01\n,SECRET-2,x,2010-05-01\nP3,SECRET-3,x,2010-05-01\n",
    "canonical_nul_bytes/person.csv": _PEOPLE + "P1,SEC\0RET-1,x,2010-05-01\nP2,SECRET-2,x,2010-05-01\n",
    "canonical_ragged_rows/person.csv": _PEOPLE + _PERSON + "P2,SECRET-2\nP3,SECRET-3,x,2010-05-01,more\n",
    "canonical_open_quote/person.csv": _PEOPLE + 'P1,"SECRET-1,x,2010-05-01\nP2,SECRET-2,x,2010-05-01\n',
    "canonical_cut_short/person.csv": _PEOPLE + _PERSON + "P2,SECRET-2",
    "canonical_no_key/person.csv": "la_child_id,born_on\nSECRET-1,2010-05-01\n",
    "canonical_ends_before_it_begins/child_protection_plan.csv": _PLANS + "C1,SECRET-1,2015-06-01,2015-05-01,NEG\n",
    "canonical_overlapping/child_protection_plan.csv": _PLANS
    + "C1,SECRET-1,2015-03-01,2015-07-01,NEG\nC2,SECRET-1,2015-06-01,,NEG\nC3,SECRET-2,2015-06-01,,XXX\n",
    "canonical_distances/placement.csv": "placement_id,person_id,started_on,distance_miles\n"
    "L1,SECRET-1,2015-01-01,999.9\nL2,SECRET-2,2015-01-01,950\nL3,SECRET-3,2015-01-01,12.345\n"
    "L4,SECRET-4,2015-01-01,far\nL5,SECRET-5,2015-01-01,7.5\n",
    "ssda903_good_2014-15.csv": _EPISODES + _EPISODE,
    "ssda903_header_only_2014-15.csv": _EPISODES,
    "ssda903_named_2013.csv": _EPISODES + _EPISODE,
    "ssda903_named_2014.csv": _EPISODES + _EPISODE,
    "ssda903_crlf_2014-15.csv": (_EPISODES + _EPISODE).replace("\n", "\r\n"),
    "ssda903_overlapping_2014-15.csv": _EPISODES
    + "SECRET-1,01/05/2014,S,C2,N1,U6,PR1,01/09/2014,X1,,,,\nSECRET-1,01/08/2014,L,V2,N1,U6,PR1,,,,,,\n",
    "ssda903_ends_before_it_begins_2014-15.csv": _EPISODES + "SECRET-1,01/05/2014,S,C2,N1,U6,PR1,01/04/2014,E8,,,,\n",
    "ssda903_odd_dates_2014-15.csv": _EPISODES
    + "SECRET-1,zz/05/2020,S,C2,N1,U6,PR1,,,,,,\nSECRET-2,2014-05-01,S,C2,N1,U6,PR1,,,,,,\n"
    + "SECRET-3,01/05/2014,S,C2,N1,U6,PR1,01/01/1900,,,,,\n",
    "ssda903_months_first_2014-15.csv": _EPISODES
    + "SECRET-1,05/13/2014,S,C2,N1,U6,PR1,,,,,,\nSECRET-2,11/25/2014,S,C2,N1,U6,PR1,,,,,,\n",
    "ssda903_two_births_2014-15.csv": _CHILDREN
    + "SECRET-1,1,01/05/2004,WBRI,,,\nSECRET-1,1,01/06/2004,WBRI,,,\nSECRET-2,2,01/05/2004,WBRI,,,\n",
    "ssda903_nul_bytes_2014-15.csv": _EPISODES + _EPISODE.replace("AA1 1AA", "AA1\0 1AA"),
    "ssd_placeholders/ssd_person.csv": _STAGED
    + "SECRET-1,F,WBRI,2010-05-01,1900-01-01\nSECRET-2,M,NULL,zz/05/2020,\nSECRET-1,F,WBRI,2011-05-01,\n,M,WBRI,,\n",
    "ssd_header_only/ssd_person.csv": _STAGED,
    "register_contacts.csv": _CONTACTS + "SECRET-1,03/08/2015,6,x\nSECRET-2,zz/05/2020,6,x\n,03/08/2015,6,x\n",
    "register_lost_header.csv": "Child's number,Date of contact,Who made the contact,"
    '"Who made the contact, in your words",What was decided,Date of decision\nSECRET-1,03/08/2015,6,x,,\n',
    "register_header_only.csv": _CONTACTS,
    "of_no_format.csv": "Colour,Size\nred,SECRET-1\n",
    "of_no_format.txt": "Dear all, SECRET-1 came to see us.\n",
    "blank_lines_only.csv": "\n\n\n",
}
TABLES: Mapping[str, bytes] = {
    **{name: text.encode() for name, text in _TEXTS.items()},
    "canonical_utf16/person.csv": b"\xff\xfe" + (_PEOPLE + _PERSON).encode("utf-16-le"),
    "canonical_bom/person.csv": b"\xef\xbb\xbf" + (_PEOPLE + _PERSON).encode(),
    "canonical_latin1/person.csv": (_PEOPLE + _PERSON).encode("latin-1"),
    "ssda903_utf16_2014-15.csv": b"\xff\xfe" + (_EPISODES + _EPISODE).encode("utf-16-le"),
    "ssda903_bom_2014-15.csv": b"\xef\xbb\xbf" + (_EPISODES + _EPISODE).encode(),
    "register_latin1.csv": (_CONTACTS + "SECRET-1,03/08/2015,6,\u00e9tat\n").encode("latin-1"),
    "ssd_bom_crlf/ssd_person.csv": b"\xef\xbb\xbf"
    + (_STAGED + "SECRET-1,F,WBRI,2010-05-01,\n").replace("\n", "\r\n").encode(),
    "empty.csv": b"",
    "empty.xml": b"",
    "no_text_at_all.csv": bytes((0x81, 0x8D, 0x00, 0x01, 0x02, 0x90)) * 20,
    "text_named_as_workbook.xlsx": (_PEOPLE + _PERSON).encode(),
}
"""Each file's bytes by its path."""
