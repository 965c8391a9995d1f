"""Lists 1 to 5 of Annex A: what came in and what was done about it, one row for each event of six months."""

from __future__ import annotations

from purplebook.sources.annex_a.declare import (
    ALLOCATED,
    ALLOCATION,
    DISABILITY_COLUMN,
    AnnexColumn,
    AnnexList,
    Becomes,
    code,
    dates,
    numbers,
    yes_no,
)

CONTACTS = AnnexList(
    1,
    "Contacts",
    (*dates("Date of Contact"), code("Contact Source", "referral_source")),
    (
        Becomes(
            "contact",
            (("contacted_on", "Date of Contact"), ("source_code", "Contact Source")),
            dated_by="contacted_on",
        ),
    ),
)
EARLY_HELP = AnnexList(
    2,
    "Early Help",
    (
        *dates("Assessment start date", "Assessment completion date"),
        AnnexColumn("Organisation completing assessment"),
    ),
    (
        Becomes(
            "early_help",
            (
                ("started_on", "Assessment start date"),
                ("ended_on", "Assessment completion date"),
                ("organisation", "Organisation completing assessment"),
            ),
            dated_by="started_on",
            fixed=(("assessment_type", "EHA"),),
        ),
    ),
)
REFERRALS = AnnexList(
    3,
    "Referral",
    (
        *dates("Date of referral"),
        code("Referral Source", "referral_source"),
        *yes_no("Referral NFA?"),
        *numbers("Number of Referrals in Last 12 Months"),
        *ALLOCATION,
    ),
    (
        Becomes(
            "referral",
            (
                ("referred_on", "Date of referral"),
                ("source_code", "Referral Source"),
                ("is_no_further_action", "Referral NFA?"),
                ("earlier_referrals_supplied", "Number of Referrals in Last 12 Months"),
                *ALLOCATED,
            ),
            dated_by="referred_on",
        ),
    ),
)
ASSESSMENTS = AnnexList(
    4,
    "Assessments",
    (
        DISABILITY_COLUMN,
        *dates("Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"),
        code("Child Seen During Continuous Assessment", "yes_no_unknown"),
        *yes_no("Was the child assessed as requiring LA children's social care support"),
        *ALLOCATION,
    ),
    (
        Becomes(
            "assessment",
            (
                ("started_on", "Continuous Assessment Start Date"),
                ("authorised_on", "Continuous Assessment Date of Authorisation"),
                ("child_seen", "Child Seen During Continuous Assessment"),
                (
                    "is_social_care_needed",
                    "Was the child assessed as requiring LA children's social care support",
                ),
                *ALLOCATED,
            ),
            dated_by="started_on",
        ),
    ),
)
ENQUIRIES = AnnexList(
    5,
    "Section 47 enquiries and Initial Child Protection Conferences",
    (
        DISABILITY_COLUMN,
        *dates(
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Date of Initial Child Protection Conference",
        ),
        *yes_no(
            "Was an Initial Child Protection Conference deemed unnecessary?",
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        ),
        *numbers("Number of Section 47 Enquiries in the last 12 months", "Number of ICPCs in the last 12 months"),
        *ALLOCATION,
    ),
    (
        Becomes(
            "section_47_enquiry",
            (
                ("strategy_discussion_on", "Strategy discussion initiating Section 47 Enquiry Start Date"),
                (
                    "is_initial_conference_not_required",
                    "Was an Initial Child Protection Conference deemed unnecessary?",
                ),
                ("earlier_enquiries_supplied", "Number of Section 47 Enquiries in the last 12 months"),
                ("earlier_conferences_supplied", "Number of ICPCs in the last 12 months"),
                *ALLOCATED,
            ),
            dated_by="strategy_discussion_on",
        ),
        Becomes(
            "child_protection_conference",
            (
                ("held_on", "Date of Initial Child Protection Conference"),
                (
                    "has_plan_outcome",
                    "Did the Initial Child Protection Conference Result in a Child Protection Plan",
                ),
            ),
            dated_by="held_on",
            fixed=(("conference_type", "ICPC"), ("is_latest_only", "false")),
            only_with=("Date of Initial Child Protection Conference",),
            links=(("section_47_enquiry_id", "section_47_enquiry"),),
        ),
    ),
)
