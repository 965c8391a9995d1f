"""Which canonical columns each file of the return fills, and what each is called in the file."""

from __future__ import annotations

from collections.abc import Mapping

from purplebook.sources.ssda903 import layout
from purplebook.tables.filled import check_filled, filling

_CHILD = {"person_id": "CHILD"}

PERSON = {
    "person_id": "CHILD",
    "la_child_id": "CHILD",
    "person_role": "CHILD",
    "sex": "SEX",
    "born_on": "DOB",
    "ethnicity_code": "ETHNIC",
    "upn": "UPN",
    "upn_unknown_code": "UPN",
    "is_mother": "MOTHER",
    "first_child_born_on": "MC_DOB",
}
UNACCOMPANIED = {**_CHILD, "attribute_id": "CHILD", "attribute_type": "CHILD", "code": "CHILD", "ended_on": "DUC"}
REVIEW = {
    **_CHILD,
    "review_id": "CHILD, REVIEW",
    "reviewed_on": "REVIEW",
    "participation_code": "REVIEW_CODE",
}
MISSING = {
    **_CHILD,
    "missing_id": "CHILD, MISSING, MIS_START",
    "missing_type": "MISSING",
    "started_on": "MIS_START",
    "ended_on": "MIS_END",
}
CHECK = {**_CHILD, "check_id": "CHILD", "check_type": "CHILD", "return_year": "CHILD"}
QUESTIONNAIRE = {"score": "SDQ_SCORE", "reason_code": "SDQ_REASON"}
SUBSTANCE_MISUSE = {
    "is_met": "SUBSTANCE_MISUSE",
    "is_intervention_received": "INTERVENTION_RECEIVED",
    "is_intervention_offered": "INTERVENTION_OFFERED",
}
CARE_LEAVER = {
    **_CHILD,
    "snapshot_on": "DOB",
    "return_year": "DOB",
    "basis": "CHILD",
    "in_touch": "IN_TOUCH",
    "activity_code": "ACTIV",
    "accommodation_code": "ACCOM",
    "accommodation_suitable": "ACCOM",
}
WORKER = {"worker_id": "SW_ID", "social_work_england_number": "SW_ID"}
INVOLVEMENT = {
    **_CHILD,
    "involvement_id": "CHILD, SW_ID, SW_DECOM",
    "worker_id": "SW_ID",
    "started_on": "SW_DECOM",
    "ended_on": "SW_DEC",
    "change_reason": "SW_REASON",
    "context": "CHILD",
}
DEPRIVATION_OF_LIBERTY = {
    **_CHILD,
    "legal_status_id": "CHILD, DOLO_START",
    "status_code": "CHILD",
    "started_on": "DOLO_START",
    "ended_on": "DOLO_END",
}

TAKEN_OVER = {
    "start_reason": "RNE",
    "legal_status_code": "LS",
    "need_code": "CIN",
    "placement_type": "PLACE",
    "provider_code": "PLACE_PROVIDER",
    "change_reason": "REASON_PLACE_CHANGE",
    "home_postcode": "HOME_POST",
    "placement_postcode": "PL_POST",
    "provider_reference": "URN",
}
"""Columns of an episode that are taken over as they stand."""
EPISODE = {
    **_CHILD,
    "episode_id": "CHILD, DECOM",
    "started_on": "DECOM",
    "ended_on": "DEC",
    "end_reason_code": "REC",
    "return_year": "DECOM",
    "looked_after_period_id": "RNE",
    "placement_id": "RNE",
    **TAKEN_OVER,
}
PERIOD = {
    **_CHILD,
    "looked_after_period_id": "CHILD, DECOM",
    "started_on": "DECOM",
    "ended_on": "DEC",
    "end_reason_code": "REC",
    "need_code": "CIN",
}
PLACEMENT = {
    **_CHILD,
    "placement_id": "CHILD, DECOM",
    "looked_after_period_id": "RNE",
    "started_on": "DECOM",
    "ended_on": "DEC",
    "placement_type": "PLACE",
    "provider_code": "PLACE_PROVIDER",
    "provider_reference": "URN",
    "postcode": "PL_POST",
    "change_reason": "REASON_PLACE_CHANGE",
}
LEGAL_STATUS = {
    **_CHILD,
    "legal_status_id": "CHILD, DECOM",
    "status_code": "LS",
    "started_on": "DECOM",
    "ended_on": "DEC",
}

_CASE = {**_CHILD, "case_id": "CHILD", "case_type": "CHILD"}
DECISION = {
    **_CASE,
    "decision_maker_agreed_on": "DATE_PLACED",
    "reversed_on": "DATE_PLACED_CEASED",
    "reversed_reason": "REASON_PLACED_CEASED",
}
ADOPTION = {
    **_CASE,
    "decision_maker_agreed_on": "DATE_INT",
    "matched_on": "DATE_MATCH",
    "is_adopted_by_carer": "FOSTER_CARE",
    "adopters_count": "NB_ADOPTR",
    "adopter_sex": "SEX_ADOPTR",
    "adopter_legal_status": "LS_ADOPTR",
}
PREVIOUS = {
    **_CASE,
    "previous_option": "PREV_PERM",
    "previous_authority": "LA_PERM",
    "previous_order_month": "DATE_PERM",
}
STEPS = {
    **_CASE,
    "looked_after_period_id": "RNE",
    "entered_care_on": "DECOM",
    "placement_order_on": "DECOM",
    "placed_on": "DECOM",
    "foster_to_adopt_placed_on": "DECOM",
    "placed_with_foster_carer_on": "DECOM",
    "ordered_on": "DEC",
    "order_type": "REC",
}

SUPPLIED_BY: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    file: filling(columns, by=f"The file {file} of the SSDA903 return")
    for file, columns in {
        layout.HEADER.name: {"person": PERSON},
        layout.EPISODES.name: {
            "looked_after_period": PERIOD,
            "looked_after_episode": EPISODE,
            "placement": PLACEMENT,
            "legal_status": LEGAL_STATUS,
            "permanence_case": STEPS,
        },
        layout.REVIEWS.name: {"looked_after_review": REVIEW},
        layout.UASC.name: {"person_attribute": UNACCOMPANIED},
        layout.OC2.name: {"health_check": CHECK},
        layout.OC3.name: {"care_leaver_snapshot": CARE_LEAVER},
        layout.AD1.name: {"permanence_case": ADOPTION},
        layout.PLACED_FOR_ADOPTION.name: {"permanence_case": DECISION},
        layout.PREVIOUS_PERMANENCE.name: {"permanence_case": PREVIOUS},
        layout.MISSING.name: {"missing_episode": MISSING},
        layout.SOCIAL_WORKER.name: {"worker": WORKER, "involvement": INVOLVEMENT},
        layout.DOLO.name: {"legal_status": DEPRIVATION_OF_LIBERTY},
    }.items()
}
"""By the file's name in the return: the tables it supplies, even when it holds a header and no rows."""

check_filled("health_check", (*QUESTIONNAIRE, *SUBSTANCE_MISUSE), by="The file oc2 of the SSDA903 return")
