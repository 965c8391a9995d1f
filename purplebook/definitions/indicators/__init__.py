"""Every indicator, in the order of a report.

An indicator is named where it is declared and in the `INDICATORS` of its file; a new file is named here.  Its id gives
it its place, so a theme may lie in several files and the next free id needs nothing moved.
"""

from purplebook.definitions.catalogue import SERIES
from purplebook.definitions.indicators import (
    adoption,
    adoption_waits,
    assessment,
    care_proceedings,
    child_in_need,
    child_protection_flow,
    child_protection_plans,
    child_protection_reviews,
    early_help,
    enquiries_and_conferences,
    family_help,
    fostering,
    front_door,
    leaving_care,
    leaving_care_contact,
    looked_after,
    looked_after_flow,
    looked_after_health,
    looked_after_missing,
    looked_after_reviews,
    looked_after_stability,
    placements,
    quality,
    referral_outcomes,
    reported_elsewhere,
    workforce,
    workforce_census,
)
from purplebook.language.indicators import Indicator
from purplebook.language.report_order import in_report_order

FILES = (
    early_help,
    front_door,
    referral_outcomes,
    assessment,
    child_in_need,
    family_help,
    enquiries_and_conferences,
    child_protection_plans,
    child_protection_flow,
    child_protection_reviews,
    care_proceedings,
    looked_after,
    looked_after_flow,
    placements,
    looked_after_reviews,
    looked_after_health,
    looked_after_missing,
    looked_after_stability,
    adoption,
    adoption_waits,
    leaving_care,
    leaving_care_contact,
    quality,
    workforce,
    workforce_census,
    fostering,
    reported_elsewhere,
)

INDICATORS: tuple[Indicator, ...] = in_report_order(
    *(item for file in FILES for item in file.INDICATORS), series=tuple(SERIES)
)

__all__ = ["INDICATORS"]
