"""Lists 6 to 9 of Annex A: the children worked with now, one row for each child with only the latest of everything."""

from __future__ import annotations

from purplebook.sources.annex_a.declare import (
    ALLOCATED,
    ALLOCATION,
    DISABILITY_COLUMN,
    EXTRACTED_ON,
    LATEST_ONLY,
    TEXT,
    YES_NO,
    AnnexColumn,
    AnnexList,
    Becomes,
    code,
    dates,
    involvement,
    numbers,
    visit,
    yes_no,
)
from purplebook.sources.annex_a.labels import IN_OR_OUT

UASC_IN_CARE = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
UASC_CARE_LEAVER = "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
SECOND_PERIOD = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
UASC_HEADERS = (UASC_IN_CARE, UASC_CARE_LEAVER)

CHILDREN_IN_NEED = AnnexList(
    6,
    "Children in Need",
    (
        DISABILITY_COLUMN,
        *dates("CIN Start Date", "Date Child Was Last Seen", "CIN Closure Date"),
        code("Primary Need Code", "primary_need"),
        code("Reason for Closure", "closure_reason"),
        code("Case status", "case_status"),
        *ALLOCATION,
    ),
    (
        Becomes(
            "referral",
            (
                ("referred_on", "CIN Start Date"),
                ("primary_need_code", "Primary Need Code"),
                ("closed_on", "CIN Closure Date"),
                ("closure_reason_code", "Reason for Closure"),
                ("case_status_supplied", "Case status"),
            ),
            dated_by="referred_on",
            joins_earlier=True,
        ),
        visit("LAST_SEEN", "Date Child Was Last Seen"),
        involvement("CIN"),
    ),
)
CHILD_PROTECTION = AnnexList(
    7,
    "Child protection",
    (
        DISABILITY_COLUMN,
        *dates(
            "Child Protection Plan Start Date",
            "Date of the Last Statutory Visit",
            "Date of latest review conference",
            "Child Protection Plan End Date",
        ),
        code("Initial Category of Abuse", "abuse_category"),
        code("Latest Category of Abuse", "abuse_category"),
        code("Was the Child Seen Alone?", "yes_no_unknown"),
        *yes_no(
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
        ),
        *numbers("Number of Previous Child Protection Plans"),
        *ALLOCATION,
    ),
    (
        Becomes(
            "child_protection_plan",
            (
                ("started_on", "Child Protection Plan Start Date"),
                ("ended_on", "Child Protection Plan End Date"),
                ("initial_category", "Initial Category of Abuse"),
                ("latest_category", "Latest Category of Abuse"),
                ("previous_plans_count", "Number of Previous Child Protection Plans"),
                (
                    "is_protection_order_supplied",
                    "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
                ),
            ),
            dated_by="started_on",
        ),
        visit(
            "CP",
            "Date of the Last Statutory Visit",
            ("seen_alone", "Was the Child Seen Alone?"),
            links=(("child_protection_plan_id", "child_protection_plan"),),
        ),
        Becomes(
            "child_protection_conference",
            (("held_on", "Date of latest review conference"),),
            dated_by="held_on",
            fixed=(("conference_type", "REVIEW"), LATEST_ONLY),
            only_with=("Date of latest review conference",),
            links=(("child_protection_plan_id", "child_protection_plan"),),
        ),
        involvement("CP"),
    ),
)
_OF_PERIOD = (("looked_after_period_id", "looked_after_period"),)
CHILDREN_IN_CARE = AnnexList(
    8,
    "Children in care",
    (
        AnnexColumn(UASC_IN_CARE, YES_NO),
        DISABILITY_COLUMN,
        *dates(
            "Date Started to be Looked After",
            "Start date of current legal status",
            "Date of Latest Statutory Review",
            "Date of Last Social Work Visit",
            "Date of Last IRO Visit / Contact to the Child",
            "Date of Last Health Assessment",
            "Date of Last Dental Check",
            "Date Ceased to be Looked After",
            "Start Date of Most Recent Placement",
        ),
        code("Child's Category of Need", "looked_after_need"),
        *yes_no(SECOND_PERIOD),
        code("Child's Legal Status", "legal_status"),
        code("What is the permanence plan for this child?", "care_plan_goal"),
        *numbers(
            "Number of Placements in the Last 12 months",
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
            "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
        ),
        code("Reason Ceased to be Looked After", "episode_end_reason"),
        code("Placement Type", "placement_type"),
        code("Placement Provider", "placement_provider"),
        AnnexColumn("Placement postcode", TEXT),
        AnnexColumn("URN of Placement", TEXT),
        code("Placement Location", IN_OR_OUT),
        AnnexColumn("LA of Placement", TEXT),
        code(
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "return_interview_answer",
        ),
        code(
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
            "return_interview_answer",
        ),
        *ALLOCATION,
    ),
    (
        Becomes(
            "looked_after_period",
            (
                ("started_on", "Date Started to be Looked After"),
                ("ended_on", "Date Ceased to be Looked After"),
                ("end_reason_code", "Reason Ceased to be Looked After"),
                ("need_code", "Child's Category of Need"),
                ("is_second_period_supplied", SECOND_PERIOD),
                ("placements_in_year_supplied", "Number of Placements in the Last 12 months"),
                (
                    "missing_in_year_supplied",
                    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
                ),
                (
                    "absent_in_year_supplied",
                    "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
                ),
            ),
            dated_by="started_on",
        ),
        Becomes(
            "legal_status",
            (("status_code", "Child's Legal Status"), ("started_on", "Start date of current legal status")),
            dated_by="started_on",
            only_with=("Child's Legal Status", "Start date of current legal status"),
        ),
        Becomes(
            "looked_after_review",
            (("reviewed_on", "Date of Latest Statutory Review"),),
            dated_by="reviewed_on",
            fixed=(LATEST_ONLY,),
            only_with=("Date of Latest Statutory Review",),
            links=_OF_PERIOD,
        ),
        visit("LAC", "Date of Last Social Work Visit", links=_OF_PERIOD),
        visit("IRO", "Date of Last IRO Visit / Contact to the Child", links=_OF_PERIOD),
        Becomes(
            "plan",
            (("goal_codes", "What is the permanence plan for this child?"),),
            fixed=(("plan_type", "PERMANENCE"),),
            only_with=("What is the permanence plan for this child?",),
        ),
        Becomes(
            "health_check",
            (("checked_on", "Date of Last Health Assessment"),),
            dated_by="checked_on",
            fixed=(("check_type", "HEALTH_ASSESSMENT"), LATEST_ONLY),
            only_with=("Date of Last Health Assessment",),
        ),
        Becomes(
            "health_check",
            (("checked_on", "Date of Last Dental Check"),),
            dated_by="checked_on",
            fixed=(("check_type", "DENTAL"), LATEST_ONLY),
            only_with=("Date of Last Dental Check",),
        ),
        Becomes(
            "placement",
            (
                ("started_on", "Start Date of Most Recent Placement"),
                ("placement_type", "Placement Type"),
                ("provider_code", "Placement Provider"),
                ("postcode", "Placement postcode"),
                ("provider_reference", "URN of Placement"),
                ("is_in_authority", "Placement Location"),
                ("placement_authority", "LA of Placement"),
            ),
            dated_by="started_on",
            fixed=(LATEST_ONLY,),
            only_with=("Start Date of Most Recent Placement", "Placement Type", "Placement Provider"),
            links=_OF_PERIOD,
        ),
        Becomes(
            "missing_episode",
            (
                (
                    "return_interview_offered",
                    "Was the child offered a Return Interview after their last missing episode (Y/N)?",
                ),
                (
                    "return_interview_accepted",
                    "Did the child accept a Return Interview after their last missing episode (Y/N)?",
                ),
            ),
            fixed=(("missing_type", "M"), LATEST_ONLY),
            only_with=(
                "Was the child offered a Return Interview after their last missing episode (Y/N)?",
                "Did the child accept a Return Interview after their last missing episode (Y/N)?",
            ),
        ),
        involvement("LAC"),
    ),
)
CARE_LEAVERS = AnnexList(
    9,
    "Care leavers",
    (
        AnnexColumn(UASC_CARE_LEAVER, YES_NO, is_newer=True),
        DISABILITY_COLUMN,
        *ALLOCATION,
        AnnexColumn("Allocated Personal Advisor", is_newer=True),
        code("Eligibility Category", "care_leaver_eligibility"),
        AnnexColumn("Latest Pathway Plan Review Date", "date", is_newer=True),
        code("LA in Touch", "in_touch"),
        AnnexColumn("Latest Date of Contact", "date", is_newer=True),
        code("Type of Accommodation", "accommodation"),
        code("Suitability of Accommodation", "accommodation_suitability"),
        code("Activity Status", "activity"),
    ),
    (
        Becomes(
            "care_leaver_snapshot",
            (
                ("eligibility", "Eligibility Category"),
                ("in_touch", "LA in Touch"),
                ("last_contact_on", "Latest Date of Contact"),
                ("accommodation_code", "Type of Accommodation"),
                ("accommodation_suitable", "Suitability of Accommodation"),
                ("activity_code", "Activity Status"),
                ("pathway_plan_on", "Latest Pathway Plan Review Date"),
                ("personal_adviser", "Allocated Personal Advisor"),
                *ALLOCATED,
            ),
            fixed=(("snapshot_on", EXTRACTED_ON), ("basis", "CURRENT")),
        ),
        visit("PA", "Latest Date of Contact"),
        Becomes(
            "plan",
            (("last_reviewed_on", "Latest Pathway Plan Review Date"),),
            dated_by="last_reviewed_on",
            fixed=(("plan_type", "PATHWAY"),),
            only_with=("Latest Pathway Plan Review Date",),
        ),
    ),
)
