"""The whole mapping: every table of the dataset that is read, and those that are known and left out."""

from __future__ import annotations

from collections.abc import Collection

from purplebook.sources.ssd.declare import SsdTable
from purplebook.sources.ssd.front_door import FRONT_DOOR
from purplebook.sources.ssd.health import HEALTH
from purplebook.sources.ssd.looked_after import LOOKED_AFTER
from purplebook.sources.ssd.people import PEOPLE
from purplebook.sources.ssd.protection import PROTECTION

MAPPED: tuple[SsdTable, ...] = (*PEOPLE, *FRONT_DOOR, *PROTECTION, *LOOKED_AFTER, *HEALTH)
BY_NAME = {table.name: table for table in MAPPED}

LEFT_OUT: dict[str, frozenset[str]] = {
    "ssd_send": frozenset({"send_table_id", "send_person_id"}),
    "ssd_sen_need": frozenset({"senn_table_id", "senn_active_ehcp_id"}),
    "ssd_ehcp_requests": frozenset({"ehcr_ehcp_request_id", "ehcr_ehcp_req_date"}),
    "ssd_ehcp_assessment": frozenset({"ehca_ehcp_assessment_id", "ehca_ehcp_request_id"}),
    "ssd_ehcp_named_plan": frozenset({"ehcn_named_plan_id", "ehcn_ehcp_asmt_id"}),
    "ssd_ehcp_active_plans": frozenset({"ehcp_active_ehcp_id", "ehcp_ehcp_request_id"}),
    "ssd_s251_finance": frozenset({"s251_table_id", "s251_cla_placement_id"}),
    "ssd_voice_of_child": frozenset({"voch_table_id", "voch_person_id"}),
    "ssd_api_data_staging": frozenset({"json_payload", "submission_status", "row_state"}),
    "ssd_version_log": frozenset({"version_number", "release_date", "is_current"}),
}
"""Placeholders, transport and version tables, each with columns that tell it."""


def table_of(header: Collection[str]) -> str | None:
    """The name of the table of the dataset that has this header; None when no table has two columns of it."""
    names = {cell.strip().casefold() for cell in header}
    shared = [(len(names & table.columns), table.name) for table in MAPPED]
    shared += [(len(names & columns), name) for name, columns in LEFT_OUT.items() if columns <= names]
    count, name = max(shared)
    return name if count >= 2 else None
