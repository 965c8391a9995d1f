"""The tables of child protection: enquiries, conferences, plans, visits and pre-proceedings."""

from __future__ import annotations

from purplebook.sources.ssd.declare import (
    PERSON_ID,
    YES,
    Cell,
    Part,
    SsdTable,
    Through,
    day,
    fixed,
    flags,
    own,
    part,
    person,
    table,
    yes_no_code,
)

_ENQUIRY_OUTCOMES = {
    "CP_CONFERENCE": "ICPC",
    "LEGAL_ACTION": "LEGAL_ACTION",
    "NFA": "NFA",
    "NFA_CONTINUE_SINGLE": "NFA",
    "PROV_OF_SERVICES": "OTHER_SERVICES",
    "PROV_OF_SB_CARE": "OTHER_SERVICES",
    "MONITOR": "OTHER_SERVICES",
    "OTHER_OUTCOMES_EXIST": "OTHER_SERVICES",
}
_SOUND = "(CASE WHEN json_valid({0}) THEN {0} END)"
_LEADS_TO_CONFERENCE = f"upper(json_extract_string({_SOUND}, '$.CP_CONFERENCE_FLAG')) IN {YES}"
_CATEGORY = """CASE
    WHEN {0} ILIKE 'multiple%' OR {0} LIKE '%,%' THEN 'MUL' WHEN {0} ILIKE 'neglect%' THEN 'NEG'
    WHEN {0} ILIKE 'physical%' THEN 'PHY' WHEN {0} ILIKE 'sexual%' THEN 'SAB'
    WHEN {0} ILIKE 'emotional%' THEN 'EMO' ELSE {0} END"""
_DETAILS = (
    "prep_cp_plans_referral_period",
    "prep_prev_pre_proc_child",
    "prep_prev_care_proc_child",
    "prep_pre_pro_parents_legal_rep",
    "prep_parents_legal_rep_point_of_issue",
    "prep_proc_short_notice_reason",
    "prep_la_inital_plan_approved",
    "prep_la_final_plan_approved",
)


def _details() -> Cell:
    """The cells that no column of ours takes, as one JSON object; nothing when all are empty."""
    pairs = ", ".join(f"'{name}', {{{at}}}" for at, name in enumerate(_DETAILS))
    cells = ", ".join(f"{{{at}}}" for at in range(len(_DETAILS)))
    return Cell("details", _DETAILS, f"CASE WHEN coalesce({cells}) IS NOT NULL THEN json_object({pairs}) END")


def _person_of_plan(prefix: str) -> Through:
    """The child of a row that may name only the plan, as one case management system does."""
    return Through(
        "person_id",
        f"{prefix}_cp_plan_id",
        "ssd_cp_plans",
        "cppl_cp_plan_id",
        "cppl_person_id",
        sql=PERSON_ID,
        or_else=f"{prefix}_person_id",
    )


PROTECTION: tuple[SsdTable, ...] = (
    table(
        "ssd_s47_enquiry",
        part(
            "section_47_enquiry",
            own("section_47_enquiry_id", "s47e_s47_enquiry_id"),
            person("s47e_person_id"),
            own("referral_id", "s47e_referral_id"),
            day("strategy_discussion_on", "s47e_s47_start_date"),
            day("ended_on", "s47e_s47_end_date"),
            own("is_no_further_action", "s47e_s47_nfa"),
            flags("outcome_codes", "s47e_s47_outcome_json", _ENQUIRY_OUTCOMES),
            Cell(
                "is_initial_conference_not_required",
                ("s47e_s47_outcome_json",),
                f"CASE WHEN {_LEADS_TO_CONFERENCE} THEN 'N' END",
            ),
            own("team_id", "s47e_s47_completed_by_team"),
            own("worker_id", "s47e_s47_completed_by_worker_id"),
        ),
        key="s47e_s47_enquiry_id",
        json_columns=("s47e_s47_outcome_json",),
    ),
    table(
        "ssd_initial_cp_conference",
        part(
            "child_protection_conference",
            own("conference_id", "icpc_icpc_id"),
            person("icpc_person_id"),
            Cell(
                "conference_type",
                ("icpc_icpc_transfer_in",),
                f"CASE WHEN upper({{0}}) IN {YES} THEN 'TRANSFER_IN' ELSE 'ICPC' END",
            ),
            own("meeting_id", "icpc_icpc_meeting_id"),
            own("section_47_enquiry_id", "icpc_s47_enquiry_id"),
            own("referral_id", "icpc_referral_id"),
            own("child_protection_plan_id", "icpc_cp_plan_id"),
            day("due_on", "icpc_icpc_target_date"),
            day("held_on", "icpc_icpc_date"),
            own("has_plan_outcome", "icpc_icpc_outcome_cp_flag"),
            flags("outcome_codes", "icpc_icpc_outcome_json"),
            own("team_id", "icpc_icpc_team"),
            own("worker_id", "icpc_icpc_worker_id"),
        ),
        key="icpc_icpc_id",
        json_columns=("icpc_icpc_outcome_json",),
    ),
    table(
        "ssd_cp_reviews",
        Part(
            "child_protection_conference",
            (
                own("conference_id", "cppr_cp_review_id"),
                fixed("conference_type", "REVIEW", "cppr_cp_review_id"),
                own("child_protection_plan_id", "cppr_cp_plan_id"),
                day("due_on", "cppr_cp_review_due"),
                day("held_on", "cppr_cp_review_date"),
                own("meeting_id", "cppr_cp_review_meeting_id"),
                own("has_plan_outcome", "cppr_cp_review_outcome_continue_cp"),
                own("is_quorate", "cppr_cp_review_quorate"),
                own("participation_code", "cppr_cp_review_participation"),
            ),
            through=(_person_of_plan("cppr"),),
        ),
        key="cppr_cp_review_id",
        also={"cppr_person_id": ("person_id",), "cppr_cp_review_quorate": ("quorate",)},
    ),
    table(
        "ssd_cp_plans",
        part(
            "child_protection_plan",
            own("child_protection_plan_id", "cppl_cp_plan_id"),
            person("cppl_person_id"),
            own("referral_id", "cppl_referral_id"),
            own("initial_conference_id", "cppl_icpc_id"),
            day("started_on", "cppl_cp_plan_start_date"),
            day("ended_on", "cppl_cp_plan_end_date"),
            Cell("initial_category", ("cppl_cp_plan_initial_category",), _CATEGORY, is_kept=True),
            Cell("latest_category", ("cppl_cp_plan_latest_category",), _CATEGORY, is_kept=True),
            Cell(
                "category_detail",
                ("cppl_cp_plan_latest_category",),
                "CASE WHEN {0} ILIKE 'multiple%' OR {0} LIKE '%,%' THEN {0} END",
            ),
            own("is_other_authority_plan", "cppl_cp_plan_ola"),
        ),
        key="cppl_cp_plan_id",
    ),
    table(
        "ssd_cp_visits",
        Part(
            "visit",
            (
                own("visit_id", "cppv_cp_visit_id"),
                fixed("visit_type", "CP", "cppv_cp_visit_id"),
                own("child_protection_plan_id", "cppv_cp_plan_id"),
                day("visited_on", "cppv_cp_visit_date"),
                yes_no_code("seen", "cppv_cp_visit_seen"),
                yes_no_code("seen_alone", "cppv_cp_visit_seen_alone"),
                yes_no_code("bedroom_seen", "cppv_cp_visit_bedroom"),
            ),
            through=(_person_of_plan("cppv"),),
        ),
        key="cppv_cp_visit_id",
    ),
    table(
        "ssd_pre_proceedings",
        part(
            "pre_proceedings",
            own("pre_proceedings_id", "prep_table_id"),
            person("prep_person_id"),
            own("family_id", "prep_plo_family_id"),
            day("decided_on", "prep_pre_pro_decision_date"),
            day("initial_meeting_on", "prep_initial_pre_pro_meeting_date"),
            own("outcome_code", "prep_pre_pro_outcome"),
            day("step_decided_on", "prep_agree_stepdown_issue_date"),
            own("gateway_outcome", "prep_legal_gateway_outcome"),
            day("letter_before_proceedings_on", "prep_pre_pro_letter_date"),
            day("care_proceedings_letter_on", "prep_care_pro_letter_date"),
            own("review_meetings_count", "prep_pre_pro_meetings_num"),
            own("court_reference", "prep_court_reference"),
            own("hearings_count", "prep_care_proc_court_hearings"),
            own("short_notice", "prep_care_proc_short_notice"),
            own("initial_care_plan", "prep_la_initial_care_plan"),
            own("final_care_plan", "prep_la_final_care_plan"),
            _details(),
        ),
        key="prep_table_id",
    ),
)
