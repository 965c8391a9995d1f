"""Invented rows of every mapped table of the Standard Safeguarding Dataset, in its own words."""

from __future__ import annotations

ROWS: dict[str, list[dict[str, str]]] = {
    "ssd_person": [
        {
            "pers_person_id": "A1",
            "pers_forename": "Amy",
            "pers_surname": "NULL",
            "pers_sex": "F",
            "pers_gender": "02",
            "pers_ethnicity": "WBRI",
            "pers_dob": "2001-02-03 00:00:00.000",
            "pers_common_child_id": "9990001",
            "pers_upn_unknown": "UN3",
            "pers_send_flag": "Y",
            "pers_expected_dob": "1900-01-01",
            "pers_is_mother": "Y",
            "pers_nationality": "PLACEHOLDER_DATA",
        },
        {"pers_person_id": "B2", "pers_sex": "Male", "pers_dob": "2004-05-06T00:00:00", "pers_send_flag": "N"},
    ],
    "ssd_mother": [
        {"moth_table_id": "1", "moth_person_id": "A1", "moth_childs_person_id": "C9", "moth_childs_dob": "2015-08-01"},
        {"moth_table_id": "2", "moth_person_id": "A1", "moth_childs_person_id": "C8", "moth_childs_dob": "2014-08-01"},
    ],
    "ssd_address": [
        {
            "addr_table_id": "1",
            "addr_address_json": '{"TOWN": "Invented"}',
            "addr_person_id": "A1",
            "addr_address_type": "HOME",
            "addr_address_start_date": "2010-01-01",
            "addr_address_postcode": "ZZ1 1ZZ",
        }
    ],
    "ssd_disability": [{"disa_table_id": "1", "disa_person_id": "B2", "disa_disability_code": "AUT"}],
    "ssd_family": [{"fami_table_id": "1", "fami_family_id": "F7", "fami_person_id": "A1"}],
    "ssd_immigration_status": [
        {
            "immi_immigration_status_id": "1",
            "immi_person_id": "B2",
            "immi_immigration_status": "UASC",
            "immi_immigration_status_start_date": "2014-01-01",
            "immi_immigration_status_end_date": "2015-01-01",
        }
    ],
    "ssd_linked_identifiers": [
        {
            "link_table_id": "1",
            "link_person_id": "B2",
            "link_identifier_type": "Case Number",
            "link_identifier_value": "N5",
        }
    ],
    "ssd_professionals": [
        {
            "prof_professional_id": "W1",
            "prof_staff_id": "S1",
            "prof_professional_name": "Invented Worker",
            "prof_social_worker_registration_no": "SW1",
            "prof_professional_job_title": "Social worker",
            "prof_professional_caseload": "12",
            "prof_professional_department": "West",
            "prof_full_time_equivalency": "0.8",
            "prof_agency_worker_flag": "N",
        }
    ],
    "ssd_department": [
        {"dept_team_id": "T1", "dept_team_name": "West", "dept_team_parent_id": "T0", "dept_team_parent_name": "All"},
        {"dept_team_id": "T0", "dept_team_name": "All"},
    ],
    "ssd_involvements": [
        {
            "invo_involvements_id": "I1",
            "invo_professional_id": "W1",
            "invo_professional_role_id": "CASE",
            "invo_professional_team": "T1",
            "invo_involvement_start_date": "2015-01-02",
            "invo_worker_change_reason": "ORGRST",
            "invo_person_id": "",
            "invo_referral_id": "R1",
        }
    ],
    "ssd_contacts": [
        {
            "cont_contact_id": "C1",
            "cont_person_id": "A1",
            "cont_contact_date": "2015-01-01",
            "cont_contact_source_code": "1a",
            "cont_contact_source_desc": "Family",
            "cont_contact_outcome_json": '{"NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "", "ADVICE_FLAG": "y"}',
        }
    ],
    "ssd_early_help_episodes": [
        {
            "earl_episode_id": "E1",
            "earl_person_id": "A1",
            "earl_episode_start_date": "2014-03-01",
            "earl_episode_end_date": "2014-06-01",
            "earl_episode_reason": "Family stress",
            "earl_episode_organisation": "Centre",
            "earl_episode_worker_id": "W1",
        }
    ],
    "ssd_cin_episodes": [
        {
            "cine_referral_id": "R1",
            "cine_person_id": "A1",
            "cine_referral_date": "02/01/2015 00:00:00",
            "cine_cin_primary_need_code": "N1",
            "cine_referral_source_code": "6",
            "cine_referral_source_desc": "Police",
            "cine_referral_outcome_json": '{"SINGLE_ASSESSMENT_FLAG": "Y", "NFA_FLAG": ""}',
            "cine_referral_nfa": "N",
            "cine_close_reason": "RC7",
            "cine_close_date": "2015-07-01",
            "cine_referral_team": "T1",
            "cine_referral_worker_id": "W1",
        }
    ],
    "ssd_cin_assessments": [
        {
            "cina_assessment_id": "AS1",
            "cina_person_id": "A1",
            "cina_referral_id": "R1",
            "cina_assessment_start_date": "2015-01-03",
            "cina_assessment_child_seen": "Yes",
            "cina_assessment_auth_date": "2015-02-03",
            "cina_assessment_outcome_json": '{"NFA_FLAG": "N", "PROV_OF_SERVICES_FLAG":"Y","TOTAL_NO_OF_OUTCOMES":"1"}',
            "cina_assessment_outcome_nfa": "N",
            "cina_assessment_team": "T1",
            "cina_assessment_worker_id": "W1",
        }
    ],
    "ssd_assessment_factors": [
        {
            "cinf_table_id": "1",
            "cinf_assessment_id": "AS1",
            "cinf_assessment_factors_json": '["1A","2B","1A"]',
        },
        {"cinf_table_id": "2", "cinf_assessment_id": "AS1", "cinf_assessment_factors_json": '{"3A":"Yes","3B":"No"}'},
    ],
    "ssd_cin_plans": [
        {
            "cinp_cin_plan_id": "P1",
            "cinp_referral_id": "R1",
            "cinp_person_id": "A1",
            "cinp_cin_plan_start_date": "2015-02-04",
            "cinp_cin_plan_end_date": "2015-03-04",
            "cinp_cin_plan_team": "T1",
            "cinp_cin_plan_worker_id": "W1",
        }
    ],
    "ssd_cin_visits": [
        {
            "cinv_cin_visit_id": "V1",
            "cinv_person_id": "A1",
            "cinv_cin_visit_date": "2015-02-10 14:30:00",
            "cinv_cin_visit_seen": "Y",
            "cinv_cin_visit_seen_alone": "N",
            "cinv_cin_visit_bedroom": "1",
        }
    ],
    "ssd_care_leavers": [
        {
            "clea_table_id": "1",
            "clea_person_id": "B2",
            "clea_care_leaver_eligibility": "Former Relevant",
            "clea_care_leaver_in_touch": "YES",
            "clea_care_leaver_latest_contact": "2015-06-01",
            "clea_care_leaver_accommodation": "U1",
            "clea_care_leaver_accom_suitable": "1",
            "clea_care_leaver_activity": "F2",
            "clea_pathway_plan_review_date": "2015-05-01",
            "clea_care_leaver_personal_advisor": "Adviser",
            "clea_care_leaver_allocated_team": "T1",
            "clea_care_leaver_worker_id": "W1",
        }
    ],
    "ssd_s47_enquiry": [
        {
            "s47e_s47_enquiry_id": "S1",
            "s47e_referral_id": "R1",
            "s47e_person_id": "A1",
            "s47e_s47_start_date": "2015-03-05",
            "s47e_s47_end_date": "2015-03-15",
            "s47e_s47_nfa": "N",
            "s47e_s47_outcome_json": '{"CP_CONFERENCE_FLAG":"Y","PROV_OF_SERVICES_FLAG":"Y","OUTCOME_COMMENTS":"x"}',
            "s47e_s47_completed_by_worker_id": "W1",
            "s47e_s47_completed_by_team": "T1",
        }
    ],
    "ssd_initial_cp_conference": [
        {
            "icpc_icpc_id": "IC1",
            "icpc_icpc_meeting_id": "M1",
            "icpc_s47_enquiry_id": "S1",
            "icpc_person_id": "A1",
            "icpc_cp_plan_id": "CP1",
            "icpc_referral_id": "R1",
            "icpc_icpc_transfer_in": "Y",
            "icpc_icpc_target_date": "2015-03-26",
            "icpc_icpc_date": "2015-03-25",
            "icpc_icpc_outcome_cp_flag": "Y",
            "icpc_icpc_outcome_json": '{"CP_FLAG":"Y"}',
            "icpc_icpc_team": "T1",
            "icpc_icpc_worker_id": "W1",
        }
    ],
    "ssd_cp_reviews": [
        {
            "cppr_cp_review_id": "RV1",
            "cppr_person_id": "",
            "cppr_cp_plan_id": "CP1",
            "cppr_cp_review_due": "2015-06-25",
            "cppr_cp_review_date": "2015-06-24",
            "cppr_cp_review_meeting_id": "M2",
            "cppr_cp_review_outcome_continue_cp": "Y",
            "cppr_cp_review_quorate": "Y",
            "cppr_cp_review_participation": "PN1",
        }
    ],
    "ssd_cp_plans": [
        {
            "cppl_cp_plan_id": "CP1",
            "cppl_referral_id": "R1",
            "cppl_icpc_id": "IC1",
            "cppl_person_id": "A1",
            "cppl_cp_plan_start_date": "2015-03-25",
            "cppl_cp_plan_initial_category": "Neglect",
            "cppl_cp_plan_ola": "N",
            "cppl_cp_plan_latest_category": "Multiple: [Neglect, Emotional abuse]",
        }
    ],
    "ssd_cp_visits": [
        {
            "cppv_cp_visit_id": "V2",
            "cppv_person_id": "A1",
            "cppv_cp_plan_id": "CP1",
            "cppv_cp_visit_date": "2015-04-01",
            "cppv_cp_visit_seen": "Y",
            "cppv_cp_visit_seen_alone": "Y",
            "cppv_cp_visit_bedroom": "N",
        }
    ],
    "ssd_pre_proceedings": [
        {
            "prep_table_id": "PP1",
            "prep_person_id": "A1",
            "prep_plo_family_id": "F7",
            "prep_pre_pro_decision_date": "2015-04-10",
            "prep_initial_pre_pro_meeting_date": "2015-04-20",
            "prep_legal_gateway_outcome": "B",
            "prep_pre_pro_meetings_num": "2",
            "prep_cp_plans_referral_period": "1",
            "prep_prev_pre_proc_child": "",
            "prep_prev_care_proc_child": "",
            "prep_pre_pro_parents_legal_rep": "Y",
            "prep_parents_legal_rep_point_of_issue": "",
            "prep_proc_short_notice_reason": "",
            "prep_la_inital_plan_approved": "",
            "prep_la_final_plan_approved": "",
        }
    ],
    "ssd_cla_episodes": [
        {
            "clae_cla_episode_id": "EP1",
            "clae_person_id": "B2",
            "clae_cla_episode_start_date": "2014-01-10",
            "clae_cla_episode_start_reason": "S",
            "clae_cla_primary_need_code": "N1",
            "clae_cla_episode_ceased_date": "2014-06-01",
            "clae_cla_episode_ceased_reason": "X1",
            "clae_cla_id": "L1",
            "clae_referral_id": "R2",
            "clae_cla_placement_id": "PL1",
            "clae_entered_care_date": "2014-01-10",
            "clae_cla_last_iro_contact_date": "2014-05-05",
        },
        {
            "clae_cla_episode_id": "EP2",
            "clae_person_id": "B2",
            "clae_cla_episode_start_date": "2014-06-01",
            "clae_cla_episode_start_reason": "P",
            "clae_cla_primary_need_code": "N2",
            "clae_cla_episode_ceased_date": "2015-02-01",
            "clae_cla_episode_ceased_reason": "E4A",
            "clae_cla_id": "L1",
            "clae_referral_id": "R2",
            "clae_cla_placement_id": "PL1",
            "clae_entered_care_date": "2014-01-10",
            "clae_cla_last_iro_contact_date": "2014-09-05",
        },
    ],
    "ssd_cla_placement": [
        {
            "clap_cla_placement_id": "PL1",
            "clap_cla_placement_start_date": "2014-01-10",
            "clap_cla_placement_type": "U6",
            "clap_cla_placement_urn": "SC1",
            "clap_cla_placement_distance": "999.9",
            "clap_cla_id": "L1",
            "clap_cla_placement_provider": "PR1",
            "clap_cla_placement_postcode": "ZZ2 2ZZ",
            "clap_cla_placement_end_date": "2015-02-01",
            "clap_cla_placement_change_reason": "CARPL",
            "clap_person_id": "B2",
        }
    ],
    "ssd_cla_reviews": [
        {
            "clar_cla_review_id": "LR1",
            "clar_cla_id": "L1",
            "clar_cla_review_due_date": "2014-02-10",
            "clar_cla_review_date": "2014-02-09",
            "clar_cla_review_cancelled": "N",
            "clar_cla_review_participation": "PN0",
        }
    ],
    "ssd_cla_visits": [
        {
            "clav_cla_visit_id": "V3",
            "clav_cla_id": "L1",
            "clav_person_id": "B2",
            "clav_cla_visit_date": "2014-03-01",
            "clav_cla_visit_seen": "Y",
            "clav_cla_visit_seen_alone": "Y",
        }
    ],
    "ssd_legal_status": [
        {
            "lega_legal_status_id": "LS1",
            "lega_person_id": "B2",
            "lega_legal_status": "V2",
            "lega_legal_status_start_date": "2014-01-10",
            "lega_legal_status_end_date": "2015-02-01",
        }
    ],
    "ssd_cla_care_plan": [
        {
            "lacp_table_id": "P1",
            "lacp_person_id": "B2",
            "lacp_cla_care_plan_start_date": "2014-01-20",
            "lacp_cla_care_plan_end_date": "",
            "lacp_cla_care_plan_json": '{"RETURN1M":"Y","ADOPTION":"","LTFOST18":"Y"}',
        }
    ],
    "ssd_missing": [
        {
            "miss_table_id": "MI1",
            "miss_person_id": "B2",
            "miss_missing_episode_start_date": "2014-04-01",
            "miss_missing_episode_type": "Away",
            "miss_missing_episode_end_date": "2014-04-02",
            "miss_missing_rhi_offered": "Y",
            "miss_missing_rhi_accepted": "NULL",
        }
    ],
    "ssd_permanence": [
        {
            "perm_table_id": "PM1",
            "perm_person_id": "B2",
            "perm_cla_id": "L1",
            "perm_adm_decision_date": "2014-07-01",
            "perm_matched_date": "2014-08-01",
            "perm_adopted_by_carer_flag": "N",
            "perm_siblings_placed_together": "2",
            "perm_permanence_order_date": "2015-02-01",
            "perm_permanence_order_type": "Special Guardianship",
            "perm_number_of_adopters": "A(1)",
        }
    ],
    "ssd_cla_previous_permanence": [
        {
            "lapp_table_id": "PM1",
            "lapp_person_id": "B2",
            "lapp_previous_permanence_order_date": "zz/05/2010",
            "lapp_previous_permanence_option": "P1",
            "lapp_previous_permanence_la": "899",
        }
    ],
    "ssd_cla_health": [
        {
            "clah_health_check_id": "H1",
            "clah_person_id": "B2",
            "clah_health_check_type": "Health Assessment",
            "clah_health_check_date": "2014-02-02",
            "clah_health_check_status": "Completed",
        }
    ],
    "ssd_cla_immunisations": [
        {"clai_person_id": "B2", "clai_immunisations_status": "Y", "clai_immunisations_status_date": "2014-03-03"}
    ],
    "ssd_cla_substance_misuse": [
        {
            "clas_substance_misuse_id": "H1",
            "clas_person_id": "B2",
            "clas_substance_misuse_date": "2014-04-04",
            "clas_substance_misused": "Y",
            "clas_intervention_received": "N",
        }
    ],
    "ssd_cla_convictions": [
        {
            "clac_cla_conviction_id": "H1",
            "clac_person_id": "B2",
            "clac_cla_conviction_date": "2014-05-05",
            "clac_cla_conviction_offence": "Theft",
        }
    ],
    "ssd_sdq_scores": [
        {
            "csdq_table_id": "H1",
            "csdq_person_id": "B2",
            "csdq_sdq_completed_date": "2014-06-06",
            "csdq_sdq_reason": "PLACEHOLDER_DATA",
            "csdq_sdq_score": "14",
        }
    ],
}
