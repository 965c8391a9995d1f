"""Every indicator, in the order of a report.

An indicator is named where it is declared and in the `INDICATORS` of its file; a new file is named here.  Its id gives
it its place, so a theme may lie in several files and the next free id needs nothing moved.
"""

from purplebook.definitions.catalogue import SERIES
from purplebook.definitions.indicators import (
    adoption,
    adoption_waiting,
    adoption_waits,
    assessment,
    audits,
    care_proceedings,
    child_in_need,
    child_in_need_endings,
    child_protection_flow,
    child_protection_plans,
    child_protection_reviews,
    child_protection_visits,
    complaints,
    early_help,
    early_help_steps,
    enquiries_and_conferences,
    ethnicity,
    every_level,
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
    panels,
    placement_costs,
    placements,
    quality,
    referral_outcomes,
    reported_elsewhere,
    strategy_discussions,
    workforce,
    workforce_census,
)
from purplebook.language.indicators import Indicator
from purplebook.language.report_order import in_report_order

FILES = (
    early_help,
    early_help_steps,
    front_door,
    referral_outcomes,
    assessment,
    child_in_need,
    every_level,
    child_in_need_endings,
    family_help,
    enquiries_and_conferences,
    strategy_discussions,
    child_protection_plans,
    child_protection_flow,
    child_protection_reviews,
    child_protection_visits,
    care_proceedings,
    looked_after,
    ethnicity,
    looked_after_flow,
    placements,
    looked_after_reviews,
    looked_after_health,
    looked_after_missing,
    looked_after_stability,
    adoption,
    adoption_waits,
    adoption_waiting,
    leaving_care,
    leaving_care_contact,
    quality,
    audits,
    panels,
    complaints,
    workforce,
    workforce_census,
    fostering,
    placement_costs,
    reported_elsewhere,
)

INDICATORS: tuple[Indicator, ...] = in_report_order(
    *(item for file in FILES for item in file.INDICATORS), series=tuple(SERIES)
)

__all__ = ["INDICATORS"]
