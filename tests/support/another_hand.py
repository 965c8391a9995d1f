"""Headline indicators counted straight from the invented council's CSV files, in SQL written by hand.

Written from the indicator catalogue and the meanings of the columns by someone who had not read the definitions, so
that a misreading has to be made twice to go unnoticed.  Where the catalogue leaves a choice (the nine months of EH05,
the days of grace in CN03 and CN04, the ages of care leavers), the choice is the one that `purplebook explain` tells its
reader.  It must not know the definitions, the engines or the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

EVERYONE = "all"
FILES = (
    "assessment", "audit", "care_leaver_snapshot", "child_protection_conference", "child_protection_plan", "contact",
    "early_help", "feedback", "looked_after_episode", "looked_after_period", "panel_decision", "permanence_case",
    "person", "placement", "plan", "reference_value", "referral", "section_47_enquiry", "supervision", "visit",
    "worker",
)  # fmt: skip

# Bank holidays of England and Wales, copied by hand from the calendars of those years.
BANK_HOLIDAYS = """
2010-01-01 2010-04-02 2010-04-05 2010-05-03 2010-05-31 2010-08-30 2010-12-27 2010-12-28
2011-01-03 2011-04-22 2011-04-25 2011-04-29 2011-05-02 2011-05-30 2011-08-29 2011-12-26 2011-12-27
2012-01-02 2012-04-06 2012-04-09 2012-05-07 2012-06-04 2012-06-05 2012-08-27 2012-12-25 2012-12-26
2013-01-01 2013-03-29 2013-04-01 2013-05-06 2013-05-27 2013-08-26 2013-12-25 2013-12-26
2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26
2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28
""".split()

# What every query may say: the first and last date asked about (a stock has only the last), whether a span that begins
# and ends holds on the last date, working days with the first as day 0, and age in completed years.
MACROS = """
CREATE MACRO first_date() AS getvariable('first_date');
CREATE MACRO last_date() AS getvariable('last_date');
CREATE MACRO within(on_date) AS on_date BETWEEN first_date() AND last_date();
CREATE MACRO holds(begins, ends) AS begins <= last_date() AND (ends IS NULL OR ends > last_date());
CREATE MACRO working_days(a, b) AS
  (SELECT number FROM calendar WHERE on_date = b) - (SELECT number FROM calendar WHERE on_date = a);
CREATE MACRO age_at(born, on_date) AS date_part('year', age(on_date, born));
"""

OPEN_PLAN = "child_protection_plan AS p WHERE holds(p.started_on, p.ended_on) AND NOT p.is_other_authority_plan"
# Short breaks (V3, V4) alone are not being looked after.
IN_CARE = """
  EXISTS (SELECT 1 FROM looked_after_episode AS e WHERE e.looked_after_period_id = l.looked_after_period_id
    AND e.legal_status_code NOT IN ('V3', 'V4'))"""
LOOKED_AFTER = f"""
  looked_after_period AS l JOIN person USING (person_id) WHERE holds(l.started_on, l.ended_on) AND {IN_CARE}"""
CEASED = f"""
  (SELECT DISTINCT ON (person_id) * FROM looked_after_period AS l
    WHERE within(ended_on) AND end_reason_code <> 'X1' AND {IN_CARE} ORDER BY person_id, ended_on DESC)"""
ADOPTED = "permanence_case WHERE case_type = 'ADOPTION' AND within(ordered_on)"
CARE_LEAVER = """
  care_leaver_snapshot JOIN person USING (person_id) WHERE basis = 'CURRENT' AND snapshot_on = last_date()
  AND in_touch NOT IN ('DIED', 'RHOM') AND age_at(born_on, last_date()) BETWEEN 19 AND 21"""
ASSESSED = "SELECT 1 FROM assessment AS a WHERE a.referral_id = r.referral_id"
# Assessed more than ten working days ago, and neither on a plan, nor looked after, nor a care leaver.
IN_NEED = f"""
  referral AS r WHERE holds(r.referred_on, r.closed_on) AND NOT r.is_no_further_action
  AND EXISTS ({ASSESSED} AND working_days(a.authorised_on, last_date()) > 10)
  AND NOT EXISTS (SELECT 1 FROM {OPEN_PLAN} AND p.person_id = r.person_id)
  AND NOT EXISTS (SELECT 1 FROM looked_after_period AS l WHERE l.person_id = r.person_id
    AND holds(l.started_on, l.ended_on) AND {IN_CARE})
  AND NOT EXISTS (SELECT 1 FROM care_leaver_snapshot AS c WHERE c.person_id = r.person_id
    AND c.snapshot_on = last_date())"""
PLACED_NOW = "SELECT 1 FROM placement AS x WHERE x.person_id = l.person_id AND holds(x.started_on, x.ended_on)"

# Each gives a numerator and, where there is one, a denominator; a third column names the group.
OVER_A_PERIOD: Mapping[str, str] = {
    "FD01": "SELECT count(*), NULL FROM contact WHERE within(contacted_on)",
    "FD02": """SELECT count(*) FILTER (outcome_codes LIKE '%REFERRAL%'), count(*) FROM contact
      WHERE within(contacted_on) AND outcome_codes NOT LIKE '%EXISTING_CASE%'""",
    # The nine months end in the period; a referral on the day of closing is a step-up.
    "EH05": f"""SELECT count(*) FILTER (EXISTS (SELECT 1 FROM referral AS r WHERE r.person_id = e.person_id
        AND r.referred_on > e.ended_on AND r.referred_on <= e.ended_on + INTERVAL 9 MONTH AND EXISTS ({ASSESSED}))),
      count(*) FROM early_help AS e WHERE assessment_type = 'EPISODE' AND within(ended_on + INTERVAL 9 MONTH)
      AND end_reason NOT IN ('STEP_UP', 'TURNED_18')""",
    "RF01": "SELECT count(*), NULL FROM referral WHERE within(referred_on)",
    "RF08": f"""SELECT count(*) FILTER (EXISTS ({ASSESSED}) OR EXISTS (
        SELECT 1 FROM section_47_enquiry AS s WHERE s.referral_id = r.referral_id)), count(*)
      FROM referral AS r WHERE within(referred_on)""",
    "AS01": """SELECT count(*) FILTER (working_days(started_on, authorised_on) <= 45), count(*) FROM assessment
      WHERE within(authorised_on)""",
    "S401": """SELECT count(*), NULL FROM section_47_enquiry
      WHERE decision <> 'NO_S47' AND within(strategy_discussion_on)""",
    "S403": """SELECT count(*) FILTER (outcome_codes LIKE '%ICPC%'), count(*) FROM section_47_enquiry
      WHERE decision <> 'NO_S47' AND within(ended_on)""",
    "IC01": """SELECT count(*), NULL FROM child_protection_conference
      WHERE conference_type IN ('ICPC', 'TRANSFER_IN') AND within(held_on)""",
    "IC03": """SELECT count(*) FILTER (working_days(strategy_discussion_on, held_on) <= 15), count(*)
      FROM child_protection_conference AS c JOIN section_47_enquiry AS s USING (section_47_enquiry_id)
      WHERE conference_type = 'ICPC' AND within(held_on) AND strategy_discussion_on <= held_on""",
    "CP06": """SELECT count(*) FILTER (ended_on - started_on + 1 > 729), count(*) FROM child_protection_plan
      WHERE NOT is_other_authority_plan AND within(ended_on)""",
    "CP09": """SELECT count(*) FILTER (previous_plans_count > 0 OR EXISTS (SELECT 1 FROM child_protection_plan AS q
        WHERE q.person_id = p.person_id AND q.started_on < p.started_on)), count(*)
      FROM child_protection_plan AS p WHERE NOT is_other_authority_plan AND within(started_on)""",
    "LA03": f"""SELECT count(*) FILTER (within(started_on)),
      count(*) FILTER (within(ended_on) AND end_reason_code <> 'X1') FROM looked_after_period AS l WHERE {IN_CARE}""",
    "LA05": f"SELECT count(*), NULL FROM {CEASED}",
    "AD01": f"SELECT count(*) FILTER (end_reason_code IN ('E11', 'E12')), count(*) FROM {CEASED}",
    "AD02": f"SELECT count(*) FILTER (end_reason_code IN ('E43', 'E44')), count(*) FROM {CEASED}",
    "AD03": f"SELECT sum(placed_on - entered_care_on), count(*) FROM {ADOPTED}",
    "AD05": f"""SELECT sum(greatest(matched_on - placement_order_on, 0)), count(*) FROM {ADOPTED}
      AND placement_order_on IS NOT NULL AND placed_on <= ordered_on""",
    "AD06": f"SELECT count(*) FILTER (placed_on - entered_care_on < 426), count(*) FROM {ADOPTED}",
    "QA01": "SELECT count(*), NULL FROM feedback WHERE feedback_type = 'COMPLAINT' AND within(received_on)",
    "QA02": """SELECT count(*), sum(count(*)) OVER (), theme FROM feedback
      WHERE feedback_type = 'COMPLAINT' AND within(received_on) GROUP BY theme""",
}  # fmt: skip

AT_A_DATE: Mapping[str, str] = {
    "AS03": """SELECT count(*) FILTER (working_days(started_on, last_date()) > 45), count(*) FROM assessment
      WHERE holds(started_on, authorised_on)""",
    "CN03": f"""SELECT count(*) FILTER (EXISTS (SELECT 1 FROM plan AS q WHERE q.person_id = r.person_id
        AND plan_type = 'CIN' AND holds(q.started_on, q.ended_on)
        AND greatest(q.started_on, q.last_reviewed_on) + INTERVAL 6 MONTH >= last_date())), count(*) FROM {IN_NEED}""",
    "CN04": f"""SELECT count(*) FILTER (EXISTS (SELECT 1 FROM visit AS v WHERE v.person_id = r.person_id
        AND visit_type = 'CIN' AND seen = 'Y' AND visited_on BETWEEN last_date() - 28 AND last_date())), count(*)
      FROM {IN_NEED} AND EXISTS ({ASSESSED} AND a.authorised_on <= last_date() - 28)""",
    "CP01": f"SELECT count(DISTINCT person_id), NULL FROM {OPEN_PLAN}",
    "CP03": f"SELECT count(*), sum(count(*)) OVER (), latest_category FROM {OPEN_PLAN} GROUP BY latest_category",
    "CP07": f"SELECT count(*) FILTER (last_date() - started_on + 1 > 729), count(*) FROM {OPEN_PLAN}",
    "CP08": f"SELECT sum(last_date() - started_on), count(*) FROM {OPEN_PLAN}",
    "CP12": f"""SELECT count(*) FILTER (EXISTS (SELECT 1 FROM visit AS v WHERE v.person_id = p.person_id
        AND visit_type = 'CP' AND seen = 'Y' AND visited_on <= last_date()
        AND working_days(visited_on, last_date()) <= 10)), count(*)
      FROM {OPEN_PLAN} AND working_days(started_on, last_date()) > 10""",
    # The plan's start, each visit and the date itself stand in one line; no gap in it may be longer than ten.
    "CP13": f"""WITH plans AS (SELECT * FROM {OPEN_PLAN} AND working_days(started_on, last_date()) > 10),
      marks AS (SELECT child_protection_plan_id AS id, started_on AS on_date FROM plans
        UNION SELECT child_protection_plan_id, last_date() FROM plans
        UNION SELECT child_protection_plan_id, visited_on FROM visit SEMI JOIN plans USING (child_protection_plan_id)
          WHERE visit_type = 'CP' AND seen = 'Y' AND visited_on <= last_date()),
      pairs AS (SELECT id, on_date, lag(on_date) OVER (PARTITION BY id ORDER BY on_date) AS earlier FROM marks),
      longest AS (SELECT max(working_days(earlier, on_date)) AS gap FROM pairs GROUP BY id)
      SELECT count(*) FILTER (gap <= 10), count(*) FROM longest""",
    "LA01": f"SELECT count(DISTINCT person_id), NULL FROM {LOOKED_AFTER}",
    "LA02": f"""SELECT count(DISTINCT person_id), (SELECT value FROM reference_value
        WHERE measure_code = 'POPULATION_0_17' AND period = '2014') FROM {LOOKED_AFTER}""",
    "LA08": f"""SELECT count(*), sum(count(*)) OVER (), CASE WHEN age_at(born_on, last_date()) < 1 THEN 'Under 1'
        WHEN age_at(born_on, last_date()) < 5 THEN '1 to 4' WHEN age_at(born_on, last_date()) < 10 THEN '5 to 9'
        WHEN age_at(born_on, last_date()) < 16 THEN '10 to 15' ELSE '16 and over' END AS band
      FROM {LOOKED_AFTER} GROUP BY band""",
    "LA11": f"""SELECT count(*) FILTER (EXISTS ({PLACED_NOW} AND NOT is_in_authority AND distance_miles > 20
        AND distance_miles < 999)), count(*) FROM {LOOKED_AFTER}""",
    "LA13": f"""SELECT count(*) FILTER (3 <= (SELECT count(*) FROM placement AS x WHERE x.person_id = l.person_id
        AND x.started_on <= last_date() AND (x.ended_on IS NULL OR
          (x.ended_on > x.started_on AND x.ended_on > last_date() - INTERVAL 1 YEAR))
        AND placement_type NOT LIKE 'T%' AND placement_type NOT IN ('A3', 'A5'))), count(*) FROM {LOOKED_AFTER}""",
    # Placed for adoption: the clock starts with the placement before.
    "LA14": f"""SELECT count(*) FILTER (EXISTS ({PLACED_NOW} AND last_date() - INTERVAL 2 YEAR >= CASE
          WHEN placement_type LIKE 'A%' THEN coalesce((SELECT max(y.started_on) FROM placement AS y
            WHERE y.person_id = x.person_id AND y.ended_on = x.started_on), x.started_on)
          ELSE x.started_on END)), count(*)
      FROM {LOOKED_AFTER} AND age_at(born_on, last_date()) < 16 AND l.started_on <= last_date() - INTERVAL 30 MONTH""",
    "CL01": f"SELECT count(*), NULL FROM {CARE_LEAVER}",
    "CL03": f"""SELECT count(*) FILTER (accommodation_suitable = '1'), count(*) FROM {CARE_LEAVER}
      AND coalesce(accommodation_code NOT IN ('G', 'H', 'R'), TRUE)""",
    "CL05": f"SELECT count(*) FILTER (activity_code LIKE 'G%'), count(*) FROM {CARE_LEAVER}",
    "CL07": f"SELECT count(*) FILTER (pathway_plan_on + INTERVAL 6 MONTH >= last_date()), count(*) FROM {CARE_LEAVER}",
    "QA06": """SELECT count(*) FILTER (EXISTS (SELECT 1 FROM supervision AS s WHERE s.person_id = r.person_id
        AND supervision_type = 'CASE' AND supervised_on BETWEEN last_date() - 28 AND last_date())), count(*)
      FROM referral AS r WHERE referred_on <= last_date() - 28 AND holds(referred_on, closed_on)
      AND NOT is_no_further_action""",
    "QA07": """SELECT count(DISTINCT person_id), NULL FROM panel_decision
      WHERE panel_type = 'ACCESS_TO_RESOURCES' AND held_on <= last_date()""",
}  # fmt: skip

# A standard for a month: to be asked of months only.
IN_A_MONTH: Mapping[str, str] = {
    "QA05": """SELECT count(*) FILTER (2 <= (SELECT count(*) FROM audit AS a WHERE a.auditor_id = m.worker_id
        AND parent_audit_id IS NULL AND within(completed_on))), count(*) FROM worker AS m
      WHERE level_code IN ('DIRECTOR', 'HEAD_OF_SERVICE', 'SERVICE_MANAGER', 'TEAM_MANAGER', 'ASSISTANT_TEAM_MANAGER')
      AND holds(started_on, ended_on)""",
}


@dataclass(frozen=True)
class HandCount:
    """What one query found for one group: a numerator and, unless it is a bare count, a denominator."""

    group: str
    numerator: int
    denominator: int | None


def open_files(folder: Path) -> duckdb.DuckDBPyConnection:
    """The CSV files of a folder as tables, with the calendar and the few words that the queries use."""
    connection = duckdb.connect()
    for name in FILES:
        connection.execute(f"CREATE TABLE {name} AS FROM read_csv('{folder / name}.csv', sample_size = -1)")
    connection.execute("CREATE TABLE calendar (on_date DATE PRIMARY KEY, number INTEGER)")
    connection.executemany("INSERT INTO calendar VALUES (?, ?)", list(_working_day_numbers()))
    connection.execute(MACROS)
    return connection


def count(connection: duckdb.DuckDBPyConnection, query: str, *, first: date, last: date) -> tuple[HandCount, ...]:
    """What a query finds from the first to the last date; for a stock only the last one matters."""
    connection.execute(f"SET VARIABLE first_date = DATE '{first}'; SET VARIABLE last_date = DATE '{last}'")
    return tuple(
        HandCount(
            group=group[0] if group else EVERYONE,
            numerator=int(numerator or 0),
            denominator=None if denominator is None else int(denominator),
        )
        for numerator, denominator, *group in connection.execute(query).fetchall()
    )


def _working_day_numbers() -> Iterator[tuple[date, int]]:
    number, on_date = 0, date(2010, 1, 1)
    while on_date.year < 2016:
        number += on_date.weekday() < 5 and on_date.isoformat() not in BANK_HOLIDAYS
        yield on_date, number
        on_date += timedelta(days=1)
