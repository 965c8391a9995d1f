"""Lists 1 to 5: what came in during the six months and what was done about it, one row for each event."""

from __future__ import annotations

from purplebook.engine.annex_a.shared_views import DISABLED, JOIN_OWN_HOLDER, JOIN_WHO, OWN_HOLDER, WHO, counted

IN_YEAR_BEFORE = "other.{day} >= day.year_from AND other.{day} < it.{row_day}"


def _before(day: str, row_day: str) -> str:
    return IN_YEAR_BEFORE.format(day=day, row_day=row_day)


CONTACTS = f"""
SELECT {WHO}, it.contacted_on, it.source_code
FROM contact AS it {JOIN_WHO}
WHERE it.contacted_on >= day.six_from
ORDER BY it.contacted_on, child.la_child_id, it.source_code, it.row_id
"""
EARLY_HELP = f"""
SELECT {WHO}, it.started_on, it.ended_on, it.organisation
FROM early_help AS it {JOIN_WHO}
WHERE it.assessment_type IN ('CAF', 'EHA', 'TARGETED')
  AND (it.ended_on >= day.six_from OR (it.ended_on IS NULL AND it.started_on IS NOT NULL))
ORDER BY it.started_on, child.la_child_id, it.row_id
"""
EARLIER_REFERRALS = counted(
    "referral", supplied="it.earlier_referrals_supplied", where=_before("referred_on", "referred_on")
)
REFERRALS = f"""
SELECT {WHO}, it.referred_on, it.source_code, it.is_no_further_action, {EARLIER_REFERRALS}, {OWN_HOLDER}
FROM referral AS it {JOIN_WHO} {JOIN_OWN_HOLDER}
WHERE it.referred_on >= day.six_from
ORDER BY it.referred_on, child.la_child_id, it.row_id
"""
ASSESSMENTS = f"""
SELECT {WHO}, {DISABLED}, it.started_on, it.child_seen, it.authorised_on, it.is_social_care_needed, {OWN_HOLDER}
FROM assessment AS it {JOIN_WHO} {JOIN_OWN_HOLDER}
LEFT JOIN referral ON referral.referral_id = it.referral_id
WHERE it.authorised_on >= day.six_from
  OR (it.authorised_on IS NULL AND it.started_on IS NOT NULL AND referral.closed_on IS NULL)
ORDER BY it.started_on, child.la_child_id, it.row_id
"""
EARLIER_ENQUIRIES = counted(
    "section_47_enquiry",
    supplied="it.earlier_enquiries_supplied",
    where=f"other.decision IS DISTINCT FROM 'NO_S47' AND {_before('strategy_discussion_on', 'strategy_discussion_on')}",
)
EARLIER_CONFERENCES = counted(
    "child_protection_conference",
    supplied="it.earlier_conferences_supplied",
    where=f"other.conference_type IN ('ICPC', 'TRANSFER_IN') AND {_before('held_on', 'strategy_discussion_on')}",
)
ENQUIRIES = f"""
SELECT {WHO}, {DISABLED}, it.strategy_discussion_on, it.is_initial_conference_not_required,
  conference.held_on, conference.has_plan_outcome, {EARLIER_ENQUIRIES}, {EARLIER_CONFERENCES}, {OWN_HOLDER}
FROM section_47_enquiry AS it {JOIN_WHO} {JOIN_OWN_HOLDER}
LEFT JOIN (
  SELECT * FROM child_protection_conference
  WHERE conference_type = 'ICPC' AND held_on IS NOT NULL AND section_47_enquiry_id IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY section_47_enquiry_id ORDER BY held_on DESC, conference_id DESC) = 1
) AS conference ON conference.section_47_enquiry_id = it.section_47_enquiry_id
WHERE it.strategy_discussion_on >= day.six_from AND it.decision IS DISTINCT FROM 'NO_S47'
ORDER BY it.strategy_discussion_on, child.la_child_id, it.row_id
"""
QUERIES = {1: CONTACTS, 2: EARLY_HELP, 3: REFERRALS, 4: ASSESSMENTS, 5: ENQUIRIES}
