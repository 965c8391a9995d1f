"""What the indicators of looked-after children, adoption and care leavers ask of the files, read from the catalogue."""

from __future__ import annotations

from tests.support.hand.question import Question, Unit, in_period
from tests.support.hand.stocks import AGE_BAND, CARE_LEAVERS, ETHNIC_GROUP, LOOKED_AFTER, REAL_PERIOD

_ELSEWHERE = f"""
    SELECT l.*, p.is_in_authority, p.distance_miles FROM ({LOOKED_AFTER}) AS l
    LEFT JOIN placement AS p ON p.looked_after_period_id = l.looked_after_period_id
        AND p.started_on <= $last AND (p.ended_on IS NULL OR p.ended_on > $last)"""
_FAR = "distance_miles > 20 AND distance_miles < 999"

LOOKED = {
    "LA01": Question(f"SELECT true AS hit FROM ({LOOKED_AFTER})"),
    "LA06": Question(f"SELECT true AS hit, sex FROM ({LOOKED_AFTER})", Unit.PERCENTAGE, is_share=True),
    "LA07": Question(
        f"SELECT true AS hit, {ETHNIC_GROUP} AS ethnic_group FROM ({LOOKED_AFTER})", Unit.PERCENTAGE, is_share=True
    ),
    "LA08": Question(f"SELECT true AS hit, {AGE_BAND} AS age_band FROM ({LOOKED_AFTER})"),
    "LA09": Question(
        f"""
        SELECT EXISTS (
            SELECT 1 FROM person_attribute AS a
            WHERE a.person_id = l.person_id AND a.attribute_type = 'UASC' AND a.code = 'Y'
            AND a.started_on <= $last AND (a.ended_on IS NULL OR a.ended_on > $last)) AS hit, {AGE_BAND} AS age_band
        FROM ({LOOKED_AFTER}) AS l""",
        Unit.PERCENTAGE,
    ),
    "LA10": Question(
        f"""
        SELECT EXISTS (
            SELECT 1 FROM person_attribute AS a
            WHERE a.person_id = l.person_id AND a.attribute_type = 'SEN'
            AND (a.started_on IS NULL OR a.started_on <= $last) AND (a.ended_on IS NULL OR a.ended_on > $last)) AS hit
        FROM ({LOOKED_AFTER}) AS l""",
        Unit.PERCENTAGE,
    ),
    # A distance that is not known is not far, and stays among all.
    "LA11": Question(
        f"SELECT coalesce({_FAR} AND NOT is_in_authority, false) AS hit FROM ({_ELSEWHERE})", Unit.PERCENTAGE
    ),
    "LA12": Question(f"SELECT coalesce({_FAR}, false) AS hit FROM ({_ELSEWHERE})", Unit.PERCENTAGE),
    # Starts less ends.
    "LA03": Question(
        f"""
        SELECT true AS hit, 1 AS amount FROM ({REAL_PERIOD}) WHERE started_on BETWEEN $first AND $last
        UNION ALL SELECT true, -1 FROM ({REAL_PERIOD}) WHERE ended_on BETWEEN $first AND $last""",
        Unit.SUM,
    ),
    # The population is the mid-year estimate of the year before.
    "LA02": Question(
        f"""
        SELECT true AS hit, 10000 / (
            SELECT value FROM reference_value WHERE measure_code = 'POPULATION_0_17'
            AND CAST(period AS INTEGER) < year($last) ORDER BY CAST(period AS INTEGER) DESC LIMIT 1) AS amount
        FROM ({LOOKED_AFTER})""",
        Unit.SUM,
    ),
    # Placements that touch the twelve months. A move with the same carer, a temporary stay and a stay that begins and
    # ends on one day are none; nor is adoption by the foster carer.
    "LA13": Question(
        f"""
        SELECT (
            SELECT count(*) FROM placement AS p WHERE p.person_id = l.person_id
            AND p.started_on <= $last AND (p.ended_on IS NULL OR p.ended_on > $last - INTERVAL 1 YEAR)
            AND (p.ended_on IS NULL OR p.ended_on > p.started_on)
            AND p.placement_type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4', 'A3', 'A5')
            AND NOT EXISTS (
                SELECT 1 FROM looked_after_episode AS e
                WHERE e.placement_id = p.placement_id AND e.started_on = p.started_on AND e.start_reason IN ('T', 'U'))
        ) >= 3 AS hit FROM ({LOOKED_AFTER}) AS l""",
        Unit.PERCENTAGE,
    ),
    # Under 16 and looked after for two and a half years: two years in one placement, or placed for adoption and two
    # years there and in the placement before together.
    "LA14": Question(
        f"""
        SELECT coalesce(
            p.started_on <= $last - INTERVAL 2 YEAR
            OR p.placement_type IN ('A3', 'A4', 'A5', 'A6') AND before.started_on <= $last - INTERVAL 2 YEAR,
            false) AS hit
        FROM ({LOOKED_AFTER}) AS l
        LEFT JOIN placement AS p ON p.looked_after_period_id = l.looked_after_period_id
            AND p.started_on <= $last AND (p.ended_on IS NULL OR p.ended_on > $last)
        LEFT JOIN placement AS before ON before.looked_after_period_id = l.looked_after_period_id
            AND before.ended_on = p.started_on AND before.placement_id <> p.placement_id
        WHERE date_sub('year', l.born_on, $last) < 16 AND l.began_on <= $last - INTERVAL 30 MONTH""",
        Unit.PERCENTAGE,
    ),
}

# The last time in the period that each child ceased to be looked after.
_CEASED = f"""
    SELECT * FROM ({REAL_PERIOD}) WHERE ended_on BETWEEN $first AND $last
    QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY ended_on DESC) = 1"""
_ADOPTED = "case_type = 'ADOPTION' AND order_type = 'ADOPTION'"

PERMANENCE = {
    "AD01": Question(f"SELECT end_reason_code IN ('E11', 'E12') AS hit FROM ({_CEASED})", Unit.PERCENTAGE),
    "AD02": Question(f"SELECT end_reason_code IN ('E43', 'E44') AS hit FROM ({_CEASED})", Unit.PERCENTAGE),
    "AD03": Question(
        in_period(
            "permanence_case",
            "ordered_on",
            columns="placed_on - entered_care_on AS amount",
            where=f"{_ADOPTED} AND placed_on IS NOT NULL",
        ),
        Unit.MEAN,
    ),
    # A match before the court's authority has waited no days.
    "AD05": Question(
        in_period(
            "permanence_case",
            "ordered_on",
            columns="greatest(matched_on - placement_order_on, 0) AS amount",
            where=f"{_ADOPTED} AND placement_order_on IS NOT NULL AND placed_on IS NOT NULL AND matched_on IS NOT NULL",
        ),
        Unit.MEAN,
    ),
    "AD06": Question(
        in_period(
            "permanence_case",
            "ordered_on",
            hit="placed_on - entered_care_on < 426",
            where=f"{_ADOPTED} AND placed_on IS NOT NULL",
        ),
        Unit.PERCENTAGE,
    ),
}

# Gone abroad, deported, residence not known; one who is not in touch has no code and stays among all.
_LOCATED = "coalesce(accommodation_code, '') NOT IN ('G', 'H', 'R')"

LEAVING_CARE = {
    "CL01": Question(f"SELECT true AS hit FROM ({CARE_LEAVERS})"),
    "CL03": Question(
        f"SELECT accommodation_suitable = '1' AS hit FROM ({CARE_LEAVERS}) WHERE {_LOCATED}", Unit.PERCENTAGE
    ),
    "CL05": Question(f"SELECT activity_code IN ('G4', 'G5', 'G6') AS hit FROM ({CARE_LEAVERS})", Unit.PERCENTAGE),
    "CL06": Question(f"SELECT activity_code IN ('F1', 'P1') AS hit FROM ({CARE_LEAVERS})", Unit.PERCENTAGE),
    "CL07": Question(
        f"SELECT coalesce(pathway_plan_on >= $last - INTERVAL 6 MONTH, false) AS hit FROM ({CARE_LEAVERS})",
        Unit.PERCENTAGE,
    ),
}

_COMPLAINT = "feedback_type = 'COMPLAINT'"

QUALITY = {
    "QA01": Question(
        in_period("feedback", "received_on", columns="resolution_route AS route, status", where=_COMPLAINT)
    ),
    "QA02": Question(
        in_period("feedback", "received_on", columns="theme", where=_COMPLAINT), Unit.PERCENTAGE, is_share=True
    ),
    # An advocate speaks for a child.
    "QA03": Question(
        in_period("feedback", "received_on", hit="complainant_type IN ('CHILD_YP', 'ADVOCATE')", where=_COMPLAINT),
        Unit.PERCENTAGE,
    ),
    "QA04": Question(in_period("feedback", "received_on", where="feedback_type = 'COMPLIMENT'")),
}

# The posts of social workers, which the newly qualified hold too.
_SOCIAL_WORK = "post_type IN ('SOCIAL_WORKER', 'ASYE')"

WORKFORCE = {
    "WF01": Question(in_period("job_application", "applied_on", where=_SOCIAL_WORK)),
    "WF01-PREFERRED": Question(in_period("job_application", "preferred_on", where=_SOCIAL_WORK)),
    "WF01-FILLED": Question(in_period("job_application", "accepted_on", where=_SOCIAL_WORK)),
    "WF01-MANAGERS": Question(in_period("job_application", "offered_on", where="post_type = 'SERVICE_MANAGER'")),
}
