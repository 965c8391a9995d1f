"""The eleven lists as rows of cells, codes turned into the words that Ofsted's guidance gives them."""

from __future__ import annotations

from dataclasses import replace

from purplebook.results.annex_a import AnnexARecords, ListRows
from purplebook.tables.annex_a_words import LABELS

LABELS_OF = {
    "Gender": "gender",
    "Ethnicity": "ethnicity",
    "Disability": "yes_no_unknown",
    "Does the Child have a Disability": "yes_no_unknown",
    "Contact Source": "contact_referral_source",
    "Referral Source": "contact_referral_source",
    "Child Seen During Continuous Assessment": "yes_no_unknown",
    "Primary Need Code": "primary_need",
    "Reason for Closure": "reason_for_closure",
    "Case status": "case_status",
    "Initial Category of Abuse": "category_of_abuse",
    "Latest Category of Abuse": "category_of_abuse",
    "Was the Child Seen Alone?": "yes_no_unknown",
    "Child's Category of Need": "lac_category_of_need",
    "Child's Legal Status": "legal_status",
    "What is the permanence plan for this child?": "permanence_plan",
    "Reason Ceased to be Looked After": "reason_ceased",
    "Placement Type": "placement_type",
    "Placement Provider": "placement_provider",
    "Placement Location": "placement_location",
    "Was the child offered a Return Interview after their last missing episode (Y/N)?": "yes_no_unknown",
    "Did the child accept a Return Interview after their last missing episode (Y/N)?": "yes_no_unknown",
    "Eligibility Category": "eligibility_category",
    "LA in Touch": "la_in_touch",
    "Type of Accommodation": "accommodation",
    "Suitability of Accommodation": "accommodation_suitability",
    "Activity Status": "activity_status",
    "Reason Why Child No Longer Placed for Adoption": "reason_no_longer_adoption",
    "Reason for leaving adoption process": "reason_leaving_adoption_process",
}
SAME_AS = {("eligibility_category", "FORMER_RELEVANT"): "FORMER", ("eligibility_category", "QUALIFYING"): "QUALIFY"}


def written_lists(records: AnnexARecords) -> tuple[ListRows, ...]:
    """Every list, each code in Ofsted's words."""
    return tuple(replace(bare, rows=tuple(_written(bare.headers, row) for row in bare.rows)) for bare in records.lists)


def _written(headers: tuple[str, ...], row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(shown(header, cell) for header, cell in zip(headers, row, strict=True))


def shown(header: str, cell: object) -> object:
    """A cell as it is written.  A code that the 2024 layout no longer has stands bare, so that nothing is lost."""
    if isinstance(cell, bool):
        return "a) Yes" if cell else "b) No"
    code_set = LABELS_OF.get(header)
    if cell is None or code_set is None:
        return cell
    code = SAME_AS.get((code_set, str(cell)), str(cell))
    return LABELS[code_set].get(code, code)
