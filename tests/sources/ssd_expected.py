"""What the rows of `ssd_rows.py` become, written by hand: every cell of ours that is not empty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from purplebook.sources.identifiers import person_id

AMY, BEN = person_id("A1"), person_id("B2")
D = date.fromisoformat
OF_THE_PLACEMENT = {
    "placement_type": "U6",
    "provider_code": "PR1",
    "placement_postcode": "ZZ2 2ZZ",
    "provider_reference": "SC1",
}
TEAM = {"team_id": "T1", "worker_id": "W1"}
EXPECTED: dict[str, list[dict[str, object]]] = {
    "person": [
        {
            "person_id": AMY,
            "la_child_id": "A1",
            "person_role": "CHILD",
            "forename": "Amy",
            "surname": "NULL",
            "sex": "F",
            "gender_code": "02",
            "ethnicity_code": "WBRI",
            "born_on": D("2001-02-03"),
            "nhs_number": "9990001",
            "upn_unknown_code": "UN3",
            "is_mother": True,
            "first_child_born_on": D("2014-08-01"),
        },
        {"person_id": BEN, "la_child_id": "B2", "person_role": "CHILD", "sex": "M", "born_on": D("2004-05-06")},
    ],
    "person_attribute": [
        {
            "attribute_id": "addr:1",
            "person_id": AMY,
            "attribute_type": "ADDRESS",
            "code": "HOME",
            "value_text": "ZZ1 1ZZ",
            "started_on": D("2010-01-01"),
        },
        {"attribute_id": "disa:1", "person_id": BEN, "attribute_type": "DISABILITY", "code": "AUT"},
        {"attribute_id": "fami:1", "person_id": AMY, "attribute_type": "FAMILY", "value_text": "F7"},
        {
            "attribute_id": "immi:1",
            "person_id": BEN,
            "attribute_type": "UASC",
            "code": "UASC",
            "started_on": D("2014-01-01"),
            "ended_on": D("2015-01-01"),
        },
        {
            "attribute_id": "link:1",
            "person_id": BEN,
            "attribute_type": "IDENTIFIER",
            "code": "Case Number",
            "value_text": "N5",
        },
        {
            "attribute_id": "moth:1",
            "person_id": AMY,
            "attribute_type": "MOTHERHOOD",
            "value_text": "C9",
            "started_on": D("2015-08-01"),
        },
        {
            "attribute_id": "moth:2",
            "person_id": AMY,
            "attribute_type": "MOTHERHOOD",
            "value_text": "C8",
            "started_on": D("2014-08-01"),
        },
        {"attribute_id": "send:A1", "person_id": AMY, "attribute_type": "SEN", "code": "EHCP"},
    ],
    "worker": [
        {
            "worker_id": "W1",
            "staff_id": "S1",
            "name": "Invented Worker",
            "social_work_england_number": "SW1",
            "job_title": "Social worker",
            "caseload_supplied": 12,
            "department": "West",
            "full_time_equivalent": Decimal("0.80"),
            "is_agency": False,
        }
    ],
    "team": [
        {"team_id": "T0", "name": "All"},
        {"team_id": "T1", "name": "West", "parent_team_id": "T0", "parent_name": "All"},
    ],
    "involvement": [
        {
            "involvement_id": "I1",
            "person_id": AMY,
            "referral_id": "R1",
            "role_code": "CASE",
            "started_on": D("2015-01-02"),
            "change_reason": "ORGRST",
            **TEAM,
        }
    ],
    "contact": [
        {
            "contact_id": "C1",
            "person_id": AMY,
            "contacted_on": D("2015-01-01"),
            "source_code": "1A",
            "source_text": "Family",
            "outcome_codes": ["ADVICE", "REFERRAL"],
        }
    ],
    "early_help": [
        {
            "early_help_id": "E1",
            "person_id": AMY,
            "assessment_type": "EPISODE",
            "started_on": D("2014-03-01"),
            "ended_on": D("2014-06-01"),
            "reason": "Family stress",
            "organisation": "Centre",
            "worker_id": "W1",
        }
    ],
    "referral": [
        {
            "referral_id": "R1",
            "person_id": AMY,
            "referred_on": D("2015-01-02"),
            "primary_need_code": "N1",
            "source_code": "6",
            "source_text": "Police",
            "outcome_codes": ["SINGLE_ASSESSMENT"],
            "is_no_further_action": False,
            "closure_reason_code": "RC7",
            "closed_on": D("2015-07-01"),
            **TEAM,
        }
    ],
    "assessment": [
        {
            "assessment_id": "AS1",
            "person_id": AMY,
            "referral_id": "R1",
            "started_on": D("2015-01-03"),
            "authorised_on": D("2015-02-03"),
            "child_seen": "Y",
            "outcome_codes": ["PROV_OF_SERVICES"],
            "is_no_further_action": False,
            **TEAM,
        }
    ],
    # The child and the day are those of the assessment, brought onto its factors at the load.
    "assessment_factor": [
        {"assessment_id": "AS1", "factor_code": code, "person_id": AMY, "assessed_on": D("2015-02-03")}
        for code in ("1A", "2B", "3A")
    ],
    "plan": [
        {
            "plan_id": "P1",
            "person_id": AMY,
            "plan_type": "CIN",
            "referral_id": "R1",
            "started_on": D("2015-02-04"),
            "ended_on": D("2015-03-04"),
            **TEAM,
        },
        {"plan_id": "clea:1", "person_id": BEN, "plan_type": "PATHWAY", "last_reviewed_on": D("2015-05-01")},
        {
            "plan_id": "lacp:P1",
            "person_id": BEN,
            "plan_type": "CARE",
            "started_on": D("2014-01-20"),
            "goal_codes": ["LTFOST18", "RETURN1M"],
        },
    ],
    "visit": [
        {
            "visit_id": "V1",
            "person_id": AMY,
            "visit_type": "CIN",
            "visited_on": D("2015-02-10"),
            "seen": "Y",
            "seen_alone": "N",
            "bedroom_seen": "Y",
        },
        {
            "visit_id": "V2",
            "person_id": AMY,
            "visit_type": "CP",
            "visited_on": D("2015-04-01"),
            "child_protection_plan_id": "CP1",
            "seen": "Y",
            "seen_alone": "Y",
            "bedroom_seen": "N",
        },
        {
            "visit_id": "V3",
            "person_id": BEN,
            "visit_type": "LAC",
            "visited_on": D("2014-03-01"),
            "looked_after_period_id": "L1",
            "seen": "Y",
            "seen_alone": "Y",
        },
        {
            "visit_id": f"iro:{BEN}",
            "person_id": BEN,
            "visit_type": "IRO",
            "visited_on": D("2014-09-05"),
            "is_latest_only": True,
        },
    ],
    "care_leaver_snapshot": [
        {
            "person_id": BEN,
            "snapshot_on": D("2015-08-31"),
            "basis": "CURRENT",
            "eligibility": "FORMER_RELEVANT",
            "in_touch": "YES",
            "last_contact_on": D("2015-06-01"),
            "accommodation_code": "U",
            "accommodation_suitable": "1",
            "activity_code": "F2",
            "pathway_plan_on": D("2015-05-01"),
            "personal_adviser": "Adviser",
            **TEAM,
        }
    ],
    "section_47_enquiry": [
        {
            "section_47_enquiry_id": "S1",
            "person_id": AMY,
            "referral_id": "R1",
            "strategy_discussion_on": D("2015-03-05"),
            "ended_on": D("2015-03-15"),
            "is_no_further_action": False,
            "outcome_codes": ["ICPC", "OTHER_SERVICES"],
            "is_initial_conference_not_required": False,
            **TEAM,
        }
    ],
    "child_protection_conference": [
        {
            "conference_id": "IC1",
            "person_id": AMY,
            "conference_type": "TRANSFER_IN",
            "meeting_id": "M1",
            "section_47_enquiry_id": "S1",
            "referral_id": "R1",
            "child_protection_plan_id": "CP1",
            "due_on": D("2015-03-26"),
            "held_on": D("2015-03-25"),
            "has_plan_outcome": True,
            "outcome_codes": ["CP"],
            **TEAM,
        },
        {
            "conference_id": "RV1",
            "person_id": AMY,
            "conference_type": "REVIEW",
            "meeting_id": "M2",
            "child_protection_plan_id": "CP1",
            "due_on": D("2015-06-25"),
            "held_on": D("2015-06-24"),
            "has_plan_outcome": True,
            "is_quorate": True,
            "participation_code": "PN1",
        },
    ],
    "child_protection_plan": [
        {
            "child_protection_plan_id": "CP1",
            "person_id": AMY,
            "referral_id": "R1",
            "initial_conference_id": "IC1",
            "started_on": D("2015-03-25"),
            "initial_category": "NEG",
            "latest_category": "MUL",
            "category_detail": "Multiple: [Neglect, Emotional abuse]",
            "is_other_authority_plan": False,
        }
    ],
    "pre_proceedings": [
        {
            "pre_proceedings_id": "PP1",
            "person_id": AMY,
            "family_id": "F7",
            "decided_on": D("2015-04-10"),
            "initial_meeting_on": D("2015-04-20"),
            "gateway_outcome": "B",
            "review_meetings_count": 2,
        }
    ],
    "looked_after_period": [
        {
            "looked_after_period_id": "L1",
            "person_id": BEN,
            "referral_id": "R2",
            "started_on": D("2014-01-10"),
            "ended_on": D("2015-02-01"),
            "end_reason_code": "E4A",
            "need_code": "N1",
        }
    ],
    "looked_after_episode": [
        {
            "episode_id": "EP1",
            "looked_after_period_id": "L1",
            "person_id": BEN,
            "started_on": D("2014-01-10"),
            "start_reason": "S",
            "legal_status_code": "V2",
            "need_code": "N1",
            "placement_id": "PL1",
            **OF_THE_PLACEMENT,
            "ended_on": D("2014-06-01"),
            "end_reason_code": "X1",
        },
        {
            "episode_id": "EP2",
            "looked_after_period_id": "L1",
            "person_id": BEN,
            "started_on": D("2014-06-01"),
            "start_reason": "P",
            "legal_status_code": "V2",
            "need_code": "N2",
            "placement_id": "PL1",
            **OF_THE_PLACEMENT,
            "change_reason": "CARPL",
            "ended_on": D("2015-02-01"),
            "end_reason_code": "E4A",
        },
    ],
    "placement": [
        {
            "placement_id": "PL1",
            "person_id": BEN,
            "looked_after_period_id": "L1",
            "started_on": D("2014-01-10"),
            "ended_on": D("2015-02-01"),
            "placement_type": "U6",
            "provider_code": "PR1",
            "provider_reference": "SC1",
            "postcode": "ZZ2 2ZZ",
            "change_reason": "CARPL",
        }
    ],
    "legal_status": [
        {
            "legal_status_id": "LS1",
            "person_id": BEN,
            "status_code": "V2",
            "started_on": D("2014-01-10"),
            "ended_on": D("2015-02-01"),
        }
    ],
    "looked_after_review": [
        {
            "review_id": "LR1",
            "person_id": BEN,
            "looked_after_period_id": "L1",
            "due_on": D("2014-02-10"),
            "reviewed_on": D("2014-02-09"),
            "is_cancelled": False,
            "participation_code": "PN0",
        }
    ],
    "health_check": [
        {
            "check_id": "clac:H1",
            "person_id": BEN,
            "check_type": "CONVICTION",
            "checked_on": D("2014-05-05"),
            "status": "Theft",
        },
        {
            "check_id": "clah:H1",
            "person_id": BEN,
            "check_type": "HEALTH_ASSESSMENT",
            "checked_on": D("2014-02-02"),
            "status": "Completed",
        },
        {
            "check_id": "clai:B2",
            "person_id": BEN,
            "check_type": "IMMUNISATION",
            "checked_on": D("2014-03-03"),
            "is_met": True,
        },
        {
            "check_id": "clas:H1",
            "person_id": BEN,
            "check_type": "SUBSTANCE_MISUSE",
            "checked_on": D("2014-04-04"),
            "status": "Y",
            "is_intervention_received": False,
        },
        {"check_id": "csdq:H1", "person_id": BEN, "check_type": "SDQ", "checked_on": D("2014-06-06"), "score": 14},
    ],
    "missing_episode": [
        {
            "missing_id": "MI1",
            "person_id": BEN,
            "missing_type": "A",
            "started_on": D("2014-04-01"),
            "ended_on": D("2014-04-02"),
            "return_interview_offered": "Y",
        }
    ],
    "permanence_case": [
        {
            "case_id": "PM1",
            "person_id": BEN,
            "looked_after_period_id": "L1",
            "case_type": "SGO",
            "decision_maker_agreed_on": D("2014-07-01"),
            "matched_on": D("2014-08-01"),
            "ordered_on": D("2015-02-01"),
            "order_type": "SGO",
            "is_adopted_by_carer": False,
            "adopters_count": 1,
            "siblings_placed_together_count": 2,
        },
        {
            "case_id": "lapp:PM1",
            "person_id": BEN,
            "case_type": "PREVIOUS",
            "previous_option": "P1",
            "previous_authority": "899",
            "previous_order_month": "zz/05/2010",
        },
    ],
}
