"""Lists 10 and 11 of Annex A: children with a plan of adoption, and people who wish to adopt."""

from __future__ import annotations

from purplebook.sources.annex_a.declare import (
    DISABILITY_COLUMN,
    AnnexColumn,
    AnnexList,
    Becomes,
    code,
    dates,
    numbers,
    yes_no,
)

ADOPTION = AnnexList(
    10,
    "Adoption",
    (
        AnnexColumn("Family identifier"),
        DISABILITY_COLUMN,
        *dates(
            "Date the Child Entered Care",
            "Date of Decision that Child Should be Placed for Adoption",
            "Date of Placement Order",
            "Date of Matching Child and Prospective Adopters",
            "Date Placed for Adoption",
            "Date of Adoption Order",
            "Date of Decision that Child Should No Longer be Placed for Adoption",
            "Date the child was placed for fostering in FFA or concurrent planning placement",
        ),
        code("Reason Why Child No Longer Placed for Adoption", "adoption_reversal_reason"),
    ),
    (
        Becomes(
            "permanence_case",
            (
                ("family_id", "Family identifier"),
                ("entered_care_on", "Date the Child Entered Care"),
                ("decision_maker_agreed_on", "Date of Decision that Child Should be Placed for Adoption"),
                ("placement_order_on", "Date of Placement Order"),
                ("matched_on", "Date of Matching Child and Prospective Adopters"),
                ("placed_on", "Date Placed for Adoption"),
                ("ordered_on", "Date of Adoption Order"),
                ("reversed_on", "Date of Decision that Child Should No Longer be Placed for Adoption"),
                ("reversed_reason", "Reason Why Child No Longer Placed for Adoption"),
                (
                    "foster_to_adopt_placed_on",
                    "Date the child was placed for fostering in FFA or concurrent planning placement",
                ),
            ),
            dated_by="decision_maker_agreed_on",
            fixed=(("case_type", "ADOPTION"),),
            fixed_with=(("order_type", "ADOPTION", "Date of Adoption Order"),),
        ),
    ),
)
ADOPTERS = AnnexList(
    11,
    "Adopters",
    (
        AnnexColumn("Individual adopter identifier"),
        AnnexColumn("Family identifier"),
        code("Gender", "gender"),
        code("Ethnicity", "ethnicity"),
        code("Disability", "yes_no_unknown"),
        *yes_no("Is the (prospective) adopter fostering for adoption?"),
        *dates(
            "Date enquiry received",
            "Date Stage 1 started",
            "Date Stage 1 ended",
            "Date Stage 2 started",
            "Date Stage 2 ended",
            "Date application submitted",
            "Date application approved",
            "Date adopter matched with child(ren)",
            "Date child/children placed with adopter(s)",
            "Date of Adoption Order",
            "Date of leaving adoption process",
        ),
        *numbers("No. of children placed"),
        code("Reason for leaving adoption process", "adopter_left_reason"),
    ),
    (
        Becomes(
            "adopter",
            (
                ("adopter_id", "Individual adopter identifier"),
                ("family_id", "Family identifier"),
                ("gender", "Gender"),
                ("ethnicity_code", "Ethnicity"),
                ("disability", "Disability"),
                ("is_foster_to_adopt", "Is the (prospective) adopter fostering for adoption?"),
                ("enquired_on", "Date enquiry received"),
                ("stage_1_started_on", "Date Stage 1 started"),
                ("stage_1_ended_on", "Date Stage 1 ended"),
                ("stage_2_started_on", "Date Stage 2 started"),
                ("stage_2_ended_on", "Date Stage 2 ended"),
                ("applied_on", "Date application submitted"),
                ("approved_on", "Date application approved"),
                ("matched_on", "Date adopter matched with child(ren)"),
                ("placed_on", "Date child/children placed with adopter(s)"),
                ("children_placed_count", "No. of children placed"),
                ("ordered_on", "Date of Adoption Order"),
                ("left_on", "Date of leaving adoption process"),
                ("left_reason", "Reason for leaving adoption process"),
            ),
        ),
    ),
    has_child=False,
)
