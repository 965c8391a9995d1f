"""Which element of the census becomes which column of ours."""

from __future__ import annotations

from purplebook.tables.filled import filling

PERSON = {
    "la_child_id": "LAchildID",
    "upn": "UPN",
    "former_upn": "FormerUPN",
    "upn_unknown_code": "UPNunknown",
    "born_on": "PersonBirthDate",
    "expected_birth_on": "ExpectedPersonBirthDate",
    "died_on": "PersonDeathDate",
}
REFERRAL = {
    "referred_on": "CINreferralDate",
    "source_code": "ReferralSource",
    "primary_need_code": "PrimaryNeedCode",
    "closed_on": "CINclosureDate",
    "closure_reason_code": "ReasonForClosure",
    "is_no_further_action": "ReferralNFA",
}
ASSESSMENT = {
    "started_on": "AssessmentActualStartDate",
    "internal_review_on": "AssessmentInternalReviewDate",
    "authorised_on": "AssessmentAuthorisationDate",
}
PLAN = {"started_on": "CINPlanStartDate", "ended_on": "CINPlanEndDate"}
ENQUIRY = {
    "strategy_discussion_on": "S47ActualStartDate",
    "initial_conference_due_on": "InitialCPCtarget",
    "is_initial_conference_not_required": "ICPCnotRequired",
}
PROTECTION = {
    "started_on": "CPPstartDate",
    "ended_on": "CPPendDate",
    "initial_category": "InitialCategoryOfAbuse",
    "latest_category": "LatestCategoryOfAbuse",
    "previous_plans_count": "NumberOfPreviousCPP",
}
PRE_PROCEEDINGS = {
    "decided_on": "PPStartDate",
    "letter_before_proceedings_on": "LBPSentDate",
    "is_family_meeting_offered": "FGDMMeetingOffer",
    "is_family_meeting_held": "FGDMMeetingFac",
    "initial_meeting_on": "InitialPPMeetingDate",
    "review_meetings_count": "ReviewMeetingsCount",
    "step_decided_on": "StepDecisionDate",
    "outcome_code": "PPOutcome",
    "court_application_on": "CourtAppDate",
    "care_proceedings_letter_on": "LetterInitCPDate",
}

_CHILD = {"person_id": "LAchildID"}
_EPISODE = {**_CHILD, "referral_id": "CINreferralDate"}
COLUMNS = filling(
    {
        "person": {
            "person_id": "LAchildID",
            **PERSON,
            "person_role": "LAchildID",
            "sex": "Sex",
            "gender_code": "Sex",
            "ethnicity_code": "Ethnicity",
        },
        "person_attribute": {
            "attribute_id": "Disability",
            **_CHILD,
            "attribute_type": "Disability",
            "code": "Disability",
            "known_on": "ReferenceDate",
        },
        "referral": {"referral_id": "CINreferralDate", **_CHILD, **REFERRAL},
        "assessment": {"assessment_id": "AssessmentActualStartDate", **_EPISODE, **ASSESSMENT},
        "assessment_factor": {"assessment_id": "AssessmentActualStartDate", "factor_code": "AssessmentFactors"},
        "plan": {"plan_id": "CINPlanStartDate", **_EPISODE, "plan_type": "CINPlanDates", **PLAN},
        "section_47_enquiry": {"section_47_enquiry_id": "S47ActualStartDate", **_EPISODE, **ENQUIRY},
        "child_protection_conference": {
            "conference_id": "DateOfInitialCPC",
            **_EPISODE,
            "conference_type": "DateOfInitialCPC",
            "section_47_enquiry_id": "S47ActualStartDate",
            "child_protection_plan_id": "CPPstartDate",
            "held_on": "DateOfInitialCPC",
            "due_on": "InitialCPCtarget",
        },
        "child_protection_plan": {"child_protection_plan_id": "CPPstartDate", **_EPISODE, **PROTECTION},
        "pre_proceedings": {"pre_proceedings_id": "PPStartDate", **_EPISODE, **PRE_PROCEEDINGS},
    },
    by="The children in need census",
)
"""What the writer needs: for each table the columns the census can fill, each with the element it comes from."""
