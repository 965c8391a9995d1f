"""Lists 6 to 9: children in need, protected, in care and care leavers, one row for each child, the latest of all."""

from __future__ import annotations

from purplebook.engine.annex_a.shared_views import DISABLED, HOLDER, JOIN_HOLDER, JOIN_WHO, OWN_HOLDER, WHO, counted

CASE_STATUS = """
CASE
  WHEN NOT day.counts_assessment THEN CASE WHEN day.is_extract_day THEN it.case_status_supplied END
  WHEN it.closed_on IS NOT NULL THEN 'CLOSED'
  WHEN EXISTS (FROM looked_after_period p WHERE p.person_id = it.person_id AND p.ended_on IS NULL) THEN 'LAC'
  WHEN EXISTS (FROM child_protection_plan p WHERE p.person_id = it.person_id AND p.ended_on IS NULL) THEN 'CPP'
  WHEN EXISTS (FROM assessment a WHERE a.referral_id = it.referral_id AND a.authorised_on IS NOT NULL) THEN 'CIN'
  WHEN EXISTS (FROM assessment a WHERE a.referral_id = it.referral_id) THEN 'ASSESS'
  ELSE 'CIN'
END
"""
# A referral that another list alone gave has no case status and says nothing of its end: it gives way to one that has.
CHILDREN_IN_NEED = f"""
SELECT {WHO}, {DISABLED}, it.referred_on, it.primary_need_code, seen.visited_on, it.closed_on,
  it.closure_reason_code, {CASE_STATUS}, {HOLDER}
FROM (
  SELECT referral.* FROM referral, day
  WHERE is_no_further_action IS NOT TRUE
  QUALIFY row_number() OVER (
    PARTITION BY person_id
    ORDER BY day.counts_assessment OR case_status_supplied IS NOT NULL DESC, closed_on IS NULL DESC,
      referred_on DESC NULLS LAST, referral_id DESC
  ) = 1
) AS it {JOIN_WHO} {JOIN_HOLDER}
LEFT JOIN (
  SELECT person_id, max(visited_on) AS visited_on FROM visit
  WHERE seen = 'Y' OR visit_type = 'LAST_SEEN' GROUP BY person_id
) AS seen USING (person_id)
WHERE it.closed_on IS NULL OR it.closed_on >= day.six_from
ORDER BY child.la_child_id
"""
PROTECTION_ORDER = """
CASE
  WHEN day.is_extract_day AND it.is_protection_order_supplied IS NOT NULL THEN it.is_protection_order_supplied
  WHEN day.counts_legal_status THEN EXISTS (
    FROM legal_status s WHERE s.person_id = it.person_id AND s.status_code IN ('L1', 'L2')
      AND (s.ended_on IS NULL OR s.ended_on >= day.six_from))
END
"""
EARLIER_PLANS = """
CASE
  WHEN it.previous_plans_count IS NOT NULL THEN it.previous_plans_count
  WHEN day.counts_child_protection_plan THEN (
    SELECT count(*) FROM child_protection_plan p WHERE p.person_id = it.person_id AND p.started_on < it.started_on)
END
"""
CHILD_PROTECTION = f"""
SELECT {WHO}, {DISABLED}, it.started_on, it.initial_category, it.latest_category, visited.visited_on,
  visited.seen_alone, review.held_on, it.ended_on, {PROTECTION_ORDER}, {EARLIER_PLANS}, {HOLDER}
FROM (
  SELECT * FROM child_protection_plan
  WHERE is_other_authority_plan IS NOT TRUE
  QUALIFY row_number() OVER (
    PARTITION BY person_id
    ORDER BY ended_on IS NULL DESC, started_on DESC NULLS LAST, child_protection_plan_id DESC
  ) = 1
) AS it {JOIN_WHO} {JOIN_HOLDER}
LEFT JOIN LATERAL (
  SELECT visited_on, seen_alone FROM visit
  WHERE visit.person_id = it.person_id AND visit_type = 'CP' AND visited_on >= it.started_on
    AND visited_on <= coalesce(it.ended_on, visited_on)
  ORDER BY visited_on DESC, visit_id DESC LIMIT 1
) AS visited ON TRUE
LEFT JOIN (
  SELECT child_protection_plan_id, max(held_on) AS held_on FROM child_protection_conference
  WHERE conference_type = 'REVIEW' GROUP BY child_protection_plan_id
) AS review ON review.child_protection_plan_id = it.child_protection_plan_id
WHERE it.ended_on IS NULL OR it.ended_on >= day.six_from
ORDER BY child.la_child_id
"""
SECOND_PERIOD = """
CASE
  WHEN day.counts_looked_after_period THEN EXISTS (
    FROM looked_after_period p WHERE p.person_id = it.person_id AND p.ended_on >= day.year_from
      AND p.started_on < it.started_on)
  WHEN day.is_extract_day THEN it.is_second_period_supplied
END
"""
PLACEMENTS = counted(
    "placement",
    supplied="it.placements_in_year_supplied",
    where="(other.ended_on IS NULL OR other.ended_on >= day.year_from) "
    "AND coalesce(other.placement_type, '') NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')",
)
MISSING, ABSENT = (
    counted(
        "missing_episode",
        supplied=f"it.{word}_in_year_supplied",
        where=f"other.missing_type = '{code}' AND other.started_on >= day.year_from",
    )
    for code, word in (("M", "missing"), ("A", "absent"))
)
_SHORT = "episode.legal_status_code IN ('V3', 'V4')"
CHILDREN_IN_CARE = f"""
SELECT {WHO}, coalesce(unaccompanied.is_within_year, FALSE), {DISABLED}, it.started_on, it.need_code, {SECOND_PERIOD},
  status.started_on, status.status_code, review.reviewed_on, visited.visited_on, goal.code, officer.visited_on,
  health.checked_on, dental.checked_on, {PLACEMENTS}, it.ended_on, it.end_reason_code,
  home.started_on, home.placement_type, home.provider_code, home.postcode, home.provider_reference,
  CASE WHEN home.is_in_authority THEN 'IN' WHEN NOT home.is_in_authority THEN 'OUT' END, home.placement_authority,
  {MISSING}, {ABSENT}, gone.return_interview_offered, gone.return_interview_accepted, {HOLDER}
FROM (
  SELECT * FROM looked_after_period AS period
  WHERE NOT (
    EXISTS (FROM looked_after_episode AS episode WHERE episode.looked_after_period_id = period.looked_after_period_id)
    AND NOT EXISTS (
      FROM looked_after_episode AS episode
      WHERE episode.looked_after_period_id = period.looked_after_period_id AND ({_SHORT}) IS NOT TRUE))
  QUALIFY row_number() OVER (
    PARTITION BY person_id ORDER BY ended_on IS NULL DESC, started_on DESC NULLS LAST, looked_after_period_id DESC
  ) = 1
) AS it {JOIN_WHO} {JOIN_HOLDER}
LEFT JOIN unaccompanied USING (person_id)
LEFT JOIN (
  SELECT person_id, status_code, started_on FROM legal_status
  QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY started_on DESC NULLS LAST, legal_status_id DESC) = 1
) AS status USING (person_id)
LEFT JOIN (SELECT person_id, max(reviewed_on) AS reviewed_on FROM looked_after_review GROUP BY ALL) AS review
  ON review.person_id = it.person_id AND review.reviewed_on >= it.started_on
LEFT JOIN (SELECT person_id, max(visited_on) AS visited_on FROM visit WHERE visit_type = 'LAC' GROUP BY ALL) AS visited
  ON visited.person_id = it.person_id AND visited.visited_on >= it.started_on
LEFT JOIN (SELECT person_id, max(visited_on) AS visited_on FROM visit WHERE visit_type = 'IRO' GROUP BY ALL) AS officer
  ON officer.person_id = it.person_id AND officer.visited_on >= it.started_on
LEFT JOIN (
  SELECT person_id, goal_codes[1] AS code FROM plan WHERE plan_type = 'PERMANENCE' AND len(goal_codes) > 0
  QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY started_on DESC NULLS LAST, plan_id DESC) = 1
) AS goal USING (person_id)
LEFT JOIN (
  SELECT person_id, max(checked_on) AS checked_on FROM health_check WHERE check_type = 'HEALTH_ASSESSMENT' GROUP BY ALL
) AS health USING (person_id)
LEFT JOIN (
  SELECT person_id, max(checked_on) AS checked_on FROM health_check WHERE check_type = 'DENTAL' GROUP BY ALL
) AS dental USING (person_id)
LEFT JOIN (
  SELECT * FROM placement
  QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY started_on DESC NULLS LAST, placement_id DESC) = 1
) AS home ON home.person_id = it.person_id
LEFT JOIN (
  SELECT * FROM missing_episode WHERE missing_type = 'M'
  QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY started_on DESC NULLS LAST, missing_id DESC) = 1
) AS gone ON gone.person_id = it.person_id
WHERE it.ended_on IS NULL OR it.ended_on >= day.six_from
ORDER BY child.la_child_id
"""
CARE_LEAVERS = f"""
SELECT {WHO}, unaccompanied.person_id IS NOT NULL, {DISABLED}, {OWN_HOLDER}, it.personal_adviser, it.eligibility,
  it.pathway_plan_on, it.in_touch, it.last_contact_on, it.accommodation_code, it.accommodation_suitable,
  it.activity_code
FROM care_leaver_snapshot AS it {JOIN_WHO}
LEFT JOIN team ON team.team_id = it.team_id LEFT JOIN worker ON worker.worker_id = it.worker_id
LEFT JOIN unaccompanied USING (person_id)
WHERE it.basis IS DISTINCT FROM 'OC3_BIRTHDAY' AND it.snapshot_on = (
  SELECT max(snapshot_on) FROM care_leaver_snapshot WHERE basis IS DISTINCT FROM 'OC3_BIRTHDAY')
ORDER BY child.la_child_id, it.row_id
"""
QUERIES = {6: CHILDREN_IN_NEED, 7: CHILD_PROTECTION, 8: CHILDREN_IN_CARE, 9: CARE_LEAVERS}
