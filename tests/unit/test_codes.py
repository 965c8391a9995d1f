"""The code sets: complete, without repeats, and true to the days on which codes changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
import yaml

from purplebook.tables import DATA_TABLES, SYSTEM_TABLES
from purplebook.tables.codes import ALL_CODE_SETS, CODE_SETS, CodeSet, CodeValue, label
from tests.support.code_days import accepts
from tests.support.table_faults import code_set_faults

SETS_OF_THE_903_RETURN = {
    "ETHNIC": "ethnicity",
    "UPN_UNKNOWN": "pupil_number_unknown_reason",
    "RNE": "episode_start_reason",
    "LS": "legal_status",
    "CIN": "looked_after_need",
    "PLACE": "placement_type",
    "PLACE_PROVIDER": "placement_provider",
    "REC": "episode_end_reason",
    "REASON_PLACE_CHANGE": "placement_change_reason",
    "REVIEW_CODE": "participation",
    "SDQ_REASON": "questionnaire_missing_reason",
    "IN_TOUCH": "in_touch",
    "ACTIV": "activity",
    "ACCOM_LETTER": "accommodation",
    "ACCOM_SUFFIX": "accommodation_suitability",
    "MISSING": "missing_type",
    "PREV_PERM": "previous_permanence_option",
    "REASON_PLACED_CEASED": "adoption_reversal_reason",
    "SEX_ADOPTR": "adopter_sex",
    "LS_ADOPTR": "adopter_legal_status",
    "SW_REASON": "worker_change_reason",
}
SETS_OF_THE_CIN_CENSUS = {
    "unknownupntype": "pupil_number_unknown_reason",
    "sextype": "sex",
    "ethnicitytype": "ethnicity",
    "disabilitytype": "disability",
    "referralsourcetype": "referral_source",
    "primaryneedcodetype": "primary_need",
    "reasonforclosuretype": "closure_reason",
    "assessmentfactorstype": "assessment_factor",
    "categoryofabusetype": "abuse_category",
}
SETS_OF_THE_WORKFORCE_CENSUS = {
    "gendertype": "workforce_gender",
    "ethnicitytype": "ethnicity",
    "qualtype": "qualification_level",
    "roletype": "workforce_role",
    "origintype": "workforce_origin",
    "leavertype": "workforce_destination",
    "reasontype": "workforce_leave_reason",
    "absencetype": "absence_reason",
    "cfksstype": "accreditation_status",
}


def codes_of(name: str) -> set[str]:
    return {value.code for value in CODE_SETS[name].codes}


def test_the_code_sets_have_no_faults():
    assert code_set_faults() == ()
    assert len(CODE_SETS) == len(ALL_CODE_SETS)


def test_every_fault_of_a_code_set_is_named():
    spoiled = CodeSet(
        "spoiled",
        "No full stop",
        (CodeValue("A", ""), CodeValue("A", "Again", "", date(2020, 4, 1), date(2020, 3, 31))),
    )
    assert code_set_faults((spoiled, spoiled))[:2] == (
        "the list of code sets: the code set 'spoiled' stands twice.",
        "spoiled: the code 'A' stands twice.",
    )
    assert code_set_faults((spoiled,))[1:] == (
        "spoiled: the meaning must end with a full stop.",
        "spoiled: code 'A' has no label.",
        "spoiled: code 'A' ends before it begins.",
    )


def test_every_code_set_is_named_by_a_column_or_read_through_person_attribute():
    named = {column.code_set for table in DATA_TABLES + SYSTEM_TABLES for column in table.columns}
    assert set(CODE_SETS) - named == {"disability", "special_educational_need"}


def test_ethnicity_has_twenty_codes_and_unknown_in_six_groups():
    ethnicity = CODE_SETS["ethnicity"]
    assert len(ethnicity.codes) == 21
    assert accepts(ethnicity, "UNKNOWN")
    assert {value.group for value in ethnicity.codes} == {"White", "Mixed", "Asian", "Black", "Other", "Not known"}


@pytest.mark.parametrize(
    ("code_set", "code", "last_day"),
    [
        ("episode_end_reason", "E43", date(2018, 3, 31)),
        ("episode_end_reason", "E44", date(2018, 3, 31)),
        ("placement_type", "H5", date(2024, 3, 31)),
        ("placement_type", "P2", date(2023, 10, 27)),
        ("placement_type", "Z1", date(2025, 3, 31)),
        ("activity", "F3", date(2021, 3, 31)),
        ("assessment_factor", "18A", date(2020, 3, 31)),
        ("assessment_factor", "19A", date(2020, 3, 31)),
    ],
)
def test_a_withdrawn_code_is_accepted_on_its_last_day_and_not_on_the_next(code_set: str, code: str, last_day: date):
    assert accepts(CODE_SETS[code_set], code, on=last_day)
    assert not accepts(CODE_SETS[code_set], code, on=date.fromordinal(last_day.toordinal() + 1))
    assert accepts(CODE_SETS[code_set], code), "without a day, every code that ever held is accepted"


@pytest.mark.parametrize(
    ("code_set", "code", "first_day"),
    [
        ("episode_end_reason", "E45", date(2018, 4, 1)),
        ("placement_type", "K3", date(2024, 4, 1)),
        ("placement_type", "Z11", date(2025, 4, 1)),
        ("placement_change_reason", "CUSTOD", date(2018, 4, 1)),
        ("activity", "F4", date(2021, 4, 1)),
        ("assessment_factor", "24A", date(2021, 4, 1)),
        ("referral_source", "5D", date(2022, 4, 1)),
        ("closure_reason", "RC9", date(2022, 4, 1)),
    ],
)
def test_a_new_code_is_accepted_from_its_first_day_and_not_on_the_day_before(code_set: str, code: str, first_day: date):
    assert accepts(CODE_SETS[code_set], code, on=first_day)
    assert not accepts(CODE_SETS[code_set], code, on=date.fromordinal(first_day.toordinal() - 1))


@pytest.mark.parametrize("code", ["", "m", " M", "M ", "a) Male", "1"])
def test_a_code_is_accepted_only_as_it_is_written(code: str):
    assert not accepts(CODE_SETS["sex"], code)


def test_a_label_is_the_code_itself_when_nothing_else_is_known():
    assert label("sex", "F") == "Female"
    assert label("sex", "Z") == "Z"
    assert label("no_such_set", "F") == "F"


def test_a_code_set_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        CODE_SETS["sex"].name = "gender"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("file", "sets", "not_ours"),
    [
        ("ssda903.yaml", SETS_OF_THE_903_RETURN, {"SEX", "BOOL01", "LA_SPECIAL"}),
        ("cin_census.yaml", SETS_OF_THE_CIN_CENSUS, {"Collection", "SourceLevel", "yesnotype"}),
        ("workforce_census.yaml", SETS_OF_THE_WORKFORCE_CENSUS, set()),
    ],
)
def test_every_code_of_the_national_returns_is_known(shared: Path, file: str, sets: dict[str, str], not_ours: set[str]):
    published = yaml.safe_load((shared / "formats" / file).read_text(encoding="utf-8"))["code_sets"]
    assert set(published) == set(sets) | not_ours
    missing = {name: set(map(str, published[name])) - codes_of(ours) for name, ours in sets.items()}
    assert missing == {name: set() for name in sets}


def test_every_code_of_annex_a_is_known(shared: Path):
    sets = {
        "gender": "gender",
        "ethnicity": "ethnicity",
        "contact_referral_source": "referral_source",
        "yes_no_unknown": "yes_no_unknown",
        "primary_need": "primary_need",
        "reason_for_closure": "closure_reason",
        "case_status": "case_status",
        "lac_category_of_need": "looked_after_need",
        "legal_status": "legal_status",
        "permanence_plan": "care_plan_goal",
        "reason_ceased": "episode_end_reason",
        "placement_type": "placement_type",
        "placement_provider": "placement_provider",
        "la_in_touch": "in_touch",
        "accommodation": "accommodation",
        "accommodation_suitability": "accommodation_suitability",
        "activity_status": "activity",
        "reason_no_longer_adoption": "adoption_reversal_reason",
        "reason_leaving_adoption_process": "adopter_left_reason",
    }
    published = yaml.safe_load((shared / "formats" / "annex_a.yaml").read_text(encoding="utf-8"))["code_sets"]
    missing = {
        name: {str(entry["code"]) for entry in published[name] if "code" in entry} - codes_of(ours)
        for name, ours in sets.items()
    }
    assert missing == {name: set() for name in sets}
