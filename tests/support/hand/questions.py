"""What the indicators of early help, the front door and child protection ask of the files, read from the catalogue."""

from __future__ import annotations

from tests.support.hand.question import Question, Unit, in_period
from tests.support.hand.stocks import IN_NEED, LOOKED_AFTER, ON_PLAN

EARLY_HELP = {
    "EH01": Question(in_period("early_help", "requested_on")),
    "EH02": Question(in_period("early_help", "ended_on", where="assessment_type IN ('CAF', 'EHA')")),
    "EH03": Question(
        in_period("early_help", "ended_on", hit="is_quality_assured", where="assessment_type IN ('CAF', 'EHA')"),
        Unit.PERCENTAGE,
    ),
    "EH04": Question(in_period("audit", "completed_on", where="programme = 'EARLY_HELP' AND parent_audit_id IS NULL")),
    "EH01-OPEN;CN01": Question(f"""
        SELECT DISTINCT true AS hit, person_id FROM (
            SELECT person_id FROM early_help
            WHERE assessment_type = 'EPISODE' AND started_on <= $last AND (ended_on IS NULL OR ended_on > $last)
            UNION SELECT person_id FROM ({IN_NEED})
            UNION SELECT person_id FROM ({ON_PLAN})
            UNION SELECT person_id FROM ({LOOKED_AFTER})
        )"""),
}

FRONT_DOOR = {
    "FD01": Question(in_period("contact", "contacted_on")),
    "RF01": Question(in_period("referral", "referred_on")),
    "RF03": Question(
        in_period("referral", "referred_on", columns="source_code AS source"), Unit.PERCENTAGE, is_share=True
    ),
    "RF04": Question(
        in_period("referral", "referred_on", columns="presenting_issue AS reason"), Unit.PERCENTAGE, is_share=True
    ),
    # An assessment of the same referral, whenever it began.
    "RF08": Question(
        in_period(
            "referral AS r",
            "referred_on",
            hit="EXISTS (SELECT 1 FROM assessment AS a WHERE a.referral_id = r.referral_id)",
        ),
        Unit.PERCENTAGE,
    ),
    # Day 0 is the day the assessment began, as the page of tables says of the national limit.
    "AS01": Question(
        """
        SELECT ended.number - began.number <= 45 AS hit FROM assessment
        JOIN working_day AS began ON began.day = started_on
        JOIN working_day AS ended ON ended.day = authorised_on
        WHERE authorised_on BETWEEN $first AND $last""",
        Unit.PERCENTAGE,
    ),
}

CHILD_PROTECTION = {
    "S401": Question(
        in_period("section_47_enquiry", "strategy_discussion_on", where="decision IN ('S47_SINGLE', 'S47_JOINT')")
    ),
    # Of the enquiries that ended in the period, whenever they began.
    "S403": Question(
        in_period(
            "section_47_enquiry",
            "ended_on",
            hit="list_contains(string_split(outcome_codes, ';'), 'ICPC')",
            where="decision IN ('S47_SINGLE', 'S47_JOINT')",
        ),
        Unit.PERCENTAGE,
    ),
    "IC01": Question(
        in_period(
            "child_protection_conference",
            "held_on",
            columns="conference_type AS type",
            where="conference_type IN ('ICPC', 'TRANSFER_IN')",
        )
    ),
    "IC03": Question(
        """
        SELECT held.number - began.number <= 15 AS hit FROM child_protection_conference
        JOIN section_47_enquiry USING (section_47_enquiry_id)
        JOIN working_day AS began ON began.day = strategy_discussion_on
        JOIN working_day AS held ON held.day = held_on
        WHERE conference_type = 'ICPC' AND held_on BETWEEN $first AND $last AND held_on >= strategy_discussion_on""",
        Unit.PERCENTAGE,
    ),
    "CP01": Question(f"SELECT true AS hit FROM ({ON_PLAN})"),
    "CP03": Question(
        f"SELECT true AS hit, latest_category AS category FROM ({ON_PLAN})", Unit.PERCENTAGE, is_share=True
    ),
    # The first and the last day both count: more than 729 days.
    "CP06": Question(
        in_period("child_protection_plan", "ended_on", hit="ended_on - started_on + 1 > 729"), Unit.PERCENTAGE
    ),
    "CP07": Question(f"SELECT $last - started_on + 1 > 729 AS hit FROM ({ON_PLAN})", Unit.PERCENTAGE),
    "CP08": Question(f"SELECT true AS hit, ($last - started_on) / 30.4375 AS amount FROM ({ON_PLAN})", Unit.MEAN),
    "CP08-ENDED": Question(
        in_period("child_protection_plan", "ended_on", columns="(ended_on - started_on) / 30.4375 AS amount"),
        Unit.MEAN,
    ),
    # An earlier plan among the records, or one that the authority counted.
    "CP09": Question(
        in_period(
            "child_protection_plan AS p",
            "started_on",
            hit="""coalesce(previous_plans_count, 0) > 0 OR EXISTS (
                SELECT 1 FROM child_protection_plan AS earlier
                WHERE earlier.person_id = p.person_id AND earlier.started_on < p.started_on)""",
        ),
        Unit.PERCENTAGE,
    ),
    # Seen within ten working days up to the day, of the children whose plan is at least ten working days old.
    "CP12": Question(
        f"""
        SELECT EXISTS (
            SELECT 1 FROM visit AS v JOIN working_day AS seen ON seen.day = v.visited_on
            WHERE v.person_id = p.person_id AND v.visit_type = 'CP' AND v.seen = 'Y'
            AND v.visited_on <= $last AND today.number - seen.number <= 10) AS hit
        FROM ({ON_PLAN}) AS p JOIN working_day AS began ON began.day = p.started_on
        JOIN working_day AS today ON today.day = $last
        WHERE today.number - began.number >= 10""",
        Unit.PERCENTAGE,
    ),
    # In need and in no other part of the service, and assessed more than ten working days ago, by when a plan is due:
    # with a plan that is open and was begun or reviewed in the last six months.
    "CN03": Question(
        f"""
        SELECT EXISTS (
            SELECT 1 FROM plan AS p WHERE p.person_id = c.person_id AND p.plan_type = 'CIN'
            AND p.started_on <= $last AND (p.ended_on IS NULL OR p.ended_on > $last)
            AND greatest(p.started_on, coalesce(p.last_reviewed_on, p.started_on)) >= $last - INTERVAL 6 MONTH) AS hit,
            t.name AS team
        FROM ({IN_NEED}) AS c
        JOIN involvement AS i ON i.person_id = c.person_id AND i.role_code = 'ALLOCATED'
            AND i.started_on <= $last AND (i.ended_on IS NULL OR i.ended_on > $last)
        JOIN team AS t ON t.team_id = i.team_id
        WHERE c.person_id NOT IN (SELECT person_id FROM ({ON_PLAN}))
        AND c.person_id NOT IN (SELECT person_id FROM ({LOOKED_AFTER}))
        AND EXISTS (
            SELECT 1 FROM assessment AS a JOIN working_day AS ready ON ready.day = a.authorised_on
            JOIN working_day AS today ON today.day = $last
            WHERE a.referral_id = c.referral_id AND today.number - ready.number > 10)""",
        Unit.PERCENTAGE,
    ),
}
