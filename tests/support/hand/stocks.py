"""Who is open on a day: the children among whom the stock indicators count, in plain SQL. `$last` is the day.

Someone who leaves on the day is no longer counted on it.
"""

from __future__ import annotations

_OPEN = "{a}.started_on <= $last AND ({a}.ended_on IS NULL OR {a}.ended_on > $last)"

# Plans of other authorities' children are counted apart.
ON_PLAN = f"""
    SELECT p.* FROM child_protection_plan AS p
    WHERE {_OPEN.format(a="p")} AND NOT coalesce(p.is_other_authority_plan, false)"""

# A period with nothing but short-term breaks (V3, V4) is no period of being looked after.
REAL_PERIOD = """
    SELECT p.* FROM looked_after_period AS p WHERE EXISTS (
        SELECT 1 FROM looked_after_episode AS e WHERE e.looked_after_period_id = p.looked_after_period_id
        AND e.legal_status_code NOT IN ('V3', 'V4'))"""

LOOKED_AFTER = f"""
    SELECT p.looked_after_period_id, p.started_on AS began_on, c.* FROM ({REAL_PERIOD}) AS p
    JOIN person AS c USING (person_id) WHERE {_OPEN.format(a="p")}"""

IN_NEED = """
    SELECT r.* FROM referral AS r
    WHERE referred_on <= $last AND (closed_on IS NULL OR closed_on > $last)
    AND NOT coalesce(is_no_further_action, false)"""

CARE_LEAVERS = """
    SELECT s.* FROM care_leaver_snapshot AS s JOIN person AS c USING (person_id)
    WHERE s.snapshot_on = $last AND s.basis = 'CURRENT' AND date_sub('year', c.born_on, $last) BETWEEN 19 AND 21"""

AGE_BAND = """
    CASE WHEN born_on > $last THEN 'Unborn'
        WHEN date_sub('year', born_on, $last) < 1 THEN 'Under 1'
        WHEN date_sub('year', born_on, $last) < 5 THEN '1 to 4'
        WHEN date_sub('year', born_on, $last) < 10 THEN '5 to 9'
        WHEN date_sub('year', born_on, $last) < 16 THEN '10 to 15'
        ELSE '16 and over' END"""

ETHNIC_GROUP = """
    CASE WHEN ethnicity_code LIKE 'W%' THEN 'White' WHEN ethnicity_code LIKE 'M%' THEN 'Mixed'
        WHEN ethnicity_code LIKE 'A%' THEN 'Asian' WHEN ethnicity_code LIKE 'B%' THEN 'Black'
        WHEN ethnicity_code IN ('CHNE', 'OOTH') THEN 'Other' ELSE 'Not known' END"""
