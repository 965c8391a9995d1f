"""What several lists ask of a child: who they are, whether they are disabled, and who holds the case."""

from __future__ import annotations

import duckdb

SHARED_VIEWS = (
    # A child not born by the day is shown with the day they were expected, and an age of -1 as Ofsted asks.
    """
CREATE VIEW child AS
SELECT person_id, la_child_id, coalesce(sex, 'U') AS sex, ethnicity_code,
  CASE WHEN born_on <= day.as_at THEN born_on ELSE coalesce(expected_birth_on, born_on) END AS birth_on,
  CASE
    WHEN born_on <= day.as_at THEN
      year(day.as_at) - year(born_on)
      - (month(day.as_at) * 100 + day(day.as_at) < month(born_on) * 100 + day(born_on))::INTEGER
    WHEN coalesce(expected_birth_on, born_on) IS NOT NULL THEN -1
  END AS age
FROM person, day
""",
    """
CREATE VIEW disabled AS
SELECT person_id, CASE WHEN bool_or(code <> 'NONE') THEN 'Y' ELSE 'N' END AS disability
FROM person_attribute, day
WHERE attribute_type = 'DISABILITY' AND (ended_on IS NULL OR ended_on >= day.as_at)
GROUP BY person_id
""",
    """
CREATE VIEW unaccompanied AS
SELECT person_id, bool_or(ended_on IS NULL OR ended_on >= day.year_from) AS is_within_year
FROM person_attribute, day WHERE attribute_type = 'UASC' GROUP BY person_id
""",
    # Of those allocated, the one who still is; of several, the latest. Where nobody is, the latest referral says.
    """
CREATE VIEW holder AS
WITH said AS (
  SELECT person_id, team_id, worker_id, 1 AS place, ended_on IS NULL AS is_open, started_on, involvement_id AS id
  FROM involvement WHERE coalesce(role_code, 'ALLOCATED') = 'ALLOCATED'
  UNION ALL
  SELECT person_id, team_id, worker_id, 2, closed_on IS NULL, referred_on, referral_id FROM referral
), chosen AS (
  SELECT * FROM said WHERE team_id IS NOT NULL OR worker_id IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY person_id ORDER BY place, is_open DESC, started_on DESC NULLS LAST, id DESC
  ) = 1
)
SELECT chosen.person_id, team.name AS team, coalesce(worker.name, worker.staff_id) AS worker
FROM chosen LEFT JOIN team USING (team_id) LEFT JOIN worker USING (worker_id)
""",
)
WHO = "child.la_child_id, child.sex, child.ethnicity_code, child.birth_on, child.age"
DISABLED = "coalesce(disabled.disability, 'U')"
OWN_HOLDER = "team.name, coalesce(worker.name, worker.staff_id)"
HOLDER = "holder.team, holder.worker"
JOIN_WHO = "JOIN child USING (person_id) LEFT JOIN disabled USING (person_id) CROSS JOIN day"
JOIN_OWN_HOLDER = "LEFT JOIN team ON team.team_id = it.team_id LEFT JOIN worker ON worker.worker_id = it.worker_id"
JOIN_HOLDER = "LEFT JOIN holder USING (person_id)"


def add_shared_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the views to a connection of `records_of_day.open_records`."""
    for view in SHARED_VIEWS:
        connection.execute(view)


def counted(table: str, *, supplied: str, where: str) -> str:
    """How many rows of a table, counted where its records reach back a year; else what the file of that day said."""
    return (
        f"CASE WHEN day.counts_{table} THEN (SELECT count(*) FROM {table} AS other "
        f"WHERE other.person_id = it.person_id AND {where}) WHEN day.is_extract_day THEN {supplied} END"
    )
