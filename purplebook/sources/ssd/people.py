"""The tables about who people are, and who works with them."""

from __future__ import annotations

from purplebook.sources.ssd.declare import (
    DAY,
    PERSON_ID,
    Cell,
    Part,
    SsdTable,
    Through,
    coded,
    day,
    fixed,
    iso_day,
    own,
    part,
    person,
    prefixed,
    table,
)

_SEX = {"Male": "M", "Female": "F", "Unknown": "U", "1": "M", "2": "F", "0": "U", "9": "U"}
_ETHNICITY = {
    "A1": "WBRI",
    "A2": "WIRI",
    "A3": "WOTH",
    "A4": "WIRT",
    "A5": "WROM",
    "B1": "MWBC",
    "B2": "MWBA",
    "B3": "MWAS",
    "B4": "MOTH",
    "C1": "AIND",
    "C2": "APKN",
    "C3": "ABAN",
    "C4": "AOTH",
    "D1": "BCRB",
    "D2": "BAFR",
    "D3": "BOTH",
    "E1": "CHNE",
    "E2": "OOTH",
    "E3": "REFU",
    "E4": "NOBT",
    "E5": "UNKNOWN",
}
"""The letters and digits that some case systems write for the census codes, as the dataset's own authors read them.

Local codes outside this list, such as C5, mean something else in each council, so they stay faults.
"""


def _attribute(kind: str, prefix: str, key: str, person_column: str, *cells: Cell) -> Part:
    """Something lasting about a person, of one kind."""
    return part(
        "person_attribute",
        prefixed("attribute_id", key, prefix),
        person(person_column),
        fixed("attribute_type", kind, key),
        *cells,
    )


_PERSON = Part(
    "person",
    (
        person("pers_person_id"),
        own("la_child_id", "pers_person_id"),
        fixed("person_role", "CHILD", "pers_person_id"),
        own("forename", "pers_forename"),
        own("surname", "pers_surname"),
        coded("sex", "pers_sex", _SEX),
        own("gender_code", "pers_gender"),
        coded("ethnicity_code", "pers_ethnicity", _ETHNICITY),
        day("born_on", "pers_dob"),
        own("nhs_number", "pers_common_child_id"),
        own("legacy_id", "pers_legacy_id"),
        own("upn_unknown_code", "pers_upn_unknown"),
        day("expected_birth_on", "pers_expected_dob"),
        day("died_on", "pers_death_date"),
        own("is_mother", "pers_is_mother"),
        own("nationality", "pers_nationality"),
    ),
    through=(
        Through(
            "first_child_born_on",
            "pers_person_id",
            "ssd_mother",
            "moth_person_id",
            "moth_childs_dob",
            sql=iso_day("{0}"),
        ),
    ),
)
_SEND = Part(
    "person_attribute",
    (
        prefixed("attribute_id", "pers_person_id", "send"),
        person("pers_person_id"),
        fixed("attribute_type", "SEN", "pers_send_flag"),
        fixed("code", "EHCP", "pers_send_flag"),
    ),
    only_if=Cell("", ("pers_send_flag",), "upper({0}) IN ('Y', 'YES', '1', 'TRUE', 'T')"),
)

PEOPLE: tuple[SsdTable, ...] = (
    table("ssd_person", _PERSON, _SEND, key="pers_person_id"),
    table(
        "ssd_address",
        _attribute(
            "ADDRESS",
            "addr",
            "addr_table_id",
            "addr_person_id",
            own("code", "addr_address_type"),
            own("value_text", "addr_address_postcode"),
            day("started_on", "addr_address_start_date"),
            day("ended_on", "addr_address_end_date"),
        ),
        key="addr_table_id",
    ),
    table(
        "ssd_disability",
        _attribute("DISABILITY", "disa", "disa_table_id", "disa_person_id", own("code", "disa_disability_code")),
        key="disa_table_id",
    ),
    table(
        "ssd_family",
        _attribute("FAMILY", "fami", "fami_table_id", "fami_person_id", own("value_text", "fami_family_id")),
        key="fami_table_id",
    ),
    table(
        "ssd_immigration_status",
        Part(
            "person_attribute",
            (
                prefixed("attribute_id", "immi_immigration_status_id", "immi"),
                person("immi_person_id"),
                Cell(
                    "attribute_type",
                    ("immi_immigration_status",),
                    "CASE WHEN regexp_matches({0}, '(?i)UASC|unaccompanied') THEN 'UASC' ELSE 'IMMIGRATION' END",
                ),
                own("code", "immi_immigration_status"),
                day("started_on", "immi_immigration_status_start_date"),
                day("ended_on", "immi_immigration_status_end_date"),
            ),
        ),
        key="immi_immigration_status_id",
    ),
    table(
        "ssd_linked_identifiers",
        _attribute(
            "IDENTIFIER",
            "link",
            "link_table_id",
            "link_person_id",
            own("code", "link_identifier_type"),
            own("value_text", "link_identifier_value"),
            day("started_on", "link_valid_from_date"),
            day("ended_on", "link_valid_to_date"),
        ),
        key="link_table_id",
    ),
    table(
        "ssd_mother",
        _attribute(
            "MOTHERHOOD",
            "moth",
            "moth_table_id",
            "moth_person_id",
            own("value_text", "moth_childs_person_id"),
            Cell("started_on", ("moth_childs_dob",), DAY),
        ),
        key="moth_table_id",
    ),
    table(
        "ssd_professionals",
        part(
            "worker",
            own("worker_id", "prof_professional_id"),
            own("staff_id", "prof_staff_id"),
            own("name", "prof_professional_name"),
            own("social_work_england_number", "prof_social_worker_registration_no"),
            own("job_title", "prof_professional_job_title"),
            own("caseload_supplied", "prof_professional_caseload"),
            own("department", "prof_professional_department"),
            own("full_time_equivalent", "prof_full_time_equivalency"),
            own("is_agency", "prof_agency_worker_flag"),
        ),
        key="prof_professional_id",
    ),
    table(
        "ssd_department",
        part(
            "team",
            own("team_id", "dept_team_id"),
            own("name", "dept_team_name"),
            own("parent_team_id", "dept_team_parent_id"),
            own("parent_name", "dept_team_parent_name"),
        ),
        key="dept_team_id",
    ),
    table(
        "ssd_involvements",
        Part(
            "involvement",
            (
                own("involvement_id", "invo_involvements_id"),
                own("worker_id", "invo_professional_id"),
                own("role_code", "invo_professional_role_id"),
                own("team_id", "invo_professional_team"),
                day("started_on", "invo_involvement_start_date"),
                day("ended_on", "invo_involvement_end_date"),
                own("change_reason", "invo_worker_change_reason"),
                own("referral_id", "invo_referral_id"),
            ),
            through=(
                Through(
                    "person_id",
                    "invo_referral_id",
                    "ssd_cin_episodes",
                    "cine_referral_id",
                    "cine_person_id",
                    sql=PERSON_ID,
                    or_else="invo_person_id",
                ),
            ),
        ),
        key="invo_involvements_id",
    ),
)
