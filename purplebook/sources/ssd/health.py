"""The tables about the health and behaviour of children looked after: all become health checks."""

from __future__ import annotations

from purplebook.sources.ssd.declare import Cell, SsdTable, coded, day, fixed, own, part, person, prefixed, table

_KINDS = {
    "Health Assessment": "HEALTH_ASSESSMENT",
    "Health Check": "DEVELOPMENT_U5",
    "Dental Check": "DENTAL",
    "Dental": "DENTAL",
}


def _check(name: str, prefix: str, *, key: str, kind: str | None, cells: tuple[Cell, ...]) -> SsdTable:
    """One table whose rows are checks of one kind; their keys are told apart by the table's prefix."""
    of_kind = (fixed("check_type", kind, key),) if kind else ()
    return table(
        name,
        part("health_check", prefixed("check_id", key, prefix), person(f"{prefix}_person_id"), *of_kind, *cells),
        key=key,
    )


HEALTH: tuple[SsdTable, ...] = (
    _check(
        "ssd_cla_health",
        "clah",
        key="clah_health_check_id",
        kind=None,
        cells=(
            coded("check_type", "clah_health_check_type", _KINDS),
            day("checked_on", "clah_health_check_date"),
            own("status", "clah_health_check_status"),
        ),
    ),
    table(
        "ssd_cla_immunisations",
        part(
            "health_check",
            prefixed("check_id", "clai_person_id", "clai"),
            person("clai_person_id"),
            fixed("check_type", "IMMUNISATION", "clai_person_id"),
            own("is_met", "clai_immunisations_status"),
            day("checked_on", "clai_immunisations_status_date"),
        ),
        key="clai_person_id",
    ),
    _check(
        "ssd_cla_substance_misuse",
        "clas",
        key="clas_substance_misuse_id",
        kind="SUBSTANCE_MISUSE",
        cells=(
            day("checked_on", "clas_substance_misuse_date"),
            own("status", "clas_substance_misused"),
            own("is_intervention_received", "clas_intervention_received"),
        ),
    ),
    _check(
        "ssd_cla_convictions",
        "clac",
        key="clac_cla_conviction_id",
        kind="CONVICTION",
        cells=(day("checked_on", "clac_cla_conviction_date"), own("status", "clac_cla_conviction_offence")),
    ),
    _check(
        "ssd_sdq_scores",
        "csdq",
        key="csdq_table_id",
        kind="SDQ",
        cells=(
            day("checked_on", "csdq_sdq_completed_date"),
            own("reason_code", "csdq_sdq_reason"),
            own("score", "csdq_sdq_score"),
        ),
    ),
)
