"""Lists 10 and 11: children with a plan of adoption and people who wish to adopt, in the twelve months."""

from __future__ import annotations

from purplebook.engine.annex_a.shared_views import DISABLED, JOIN_WHO

ADOPTION = f"""
SELECT child.la_child_id, it.family_id, child.sex, child.ethnicity_code, child.birth_on, child.age, {DISABLED},
  it.entered_care_on, it.decision_maker_agreed_on, it.placement_order_on, it.matched_on, it.placed_on,
  it.ordered_on, it.reversed_on, it.reversed_reason, it.foster_to_adopt_placed_on
FROM permanence_case AS it {JOIN_WHO}
WHERE it.case_type = 'ADOPTION'
  AND (coalesce(it.ordered_on, it.reversed_on) IS NULL
    OR it.ordered_on >= day.year_from OR it.reversed_on >= day.year_from)
ORDER BY child.la_child_id, it.decision_maker_agreed_on, it.row_id
"""
ADOPTERS = """
SELECT it.adopter_id, it.family_id, it.gender, it.ethnicity_code, it.disability, it.is_foster_to_adopt, it.enquired_on,
  it.stage_1_started_on, it.stage_1_ended_on, it.stage_2_started_on, it.stage_2_ended_on, it.applied_on,
  it.approved_on, it.matched_on, it.placed_on, it.children_placed_count, it.ordered_on, it.left_on, it.left_reason
FROM adopter AS it CROSS JOIN day
WHERE coalesce(it.left_on, it.ordered_on) IS NULL OR it.left_on >= day.year_from OR it.ordered_on >= day.year_from
ORDER BY it.adopter_id
"""
QUERIES = {10: ADOPTION, 11: ADOPTERS}
