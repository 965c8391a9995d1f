"""The codes that say that nobody knows, by code set."""

from __future__ import annotations

UNKNOWN_CODES: dict[str, tuple[str, ...]] = {
    "yes_no_unknown": ("U",),
    "sex": ("U",),
    "gender": ("U",),
    "ethnicity": ("UNKNOWN", "NOBT", "REFU"),
    "disability": ("U",),
    "referral_source": ("10",),
    "primary_need": ("N0",),
    "legal_gateway_outcome": ("D",),
    "return_interview_answer": ("U",),
    "previous_permanence_option": ("P4",),
    "accommodation": ("R",),
    "accommodation_suitability": ("U",),
    "workforce_gender": ("0",),
    "workforce_origin": ("9", "10"),
    "workforce_destination": ("8", "9"),
    "workforce_leave_reason": ("9", "10"),
}
