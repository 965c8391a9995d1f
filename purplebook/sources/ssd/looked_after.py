"""The tables about children looked after: periods, episodes, placements, reviews, visits, orders and plans."""

from __future__ import annotations

from purplebook.sources.ssd import episodes
from purplebook.sources.ssd.declare import (
    PERSON_ID,
    Cell,
    Part,
    SsdTable,
    Through,
    coded,
    day,
    fixed,
    flags,
    iso_day,
    own,
    part,
    person,
    prefixed,
    table,
    yes_no_code,
)

_ORDERS = {
    "Adoption": "ADOPTION",
    "Special Guardianship": "SGO",
    "Special Guardianship Order": "SGO",
    "Child Arrangements Order/ Residence Order": "CAO",
    "Child Arrangements Order/Residence Order": "CAO",
    "Child Arrangements Order": "CAO",
    "Residence Order": "CAO",
}
_NO_ORDER_YET = "CASE WHEN {0} ILIKE 'special%' THEN 'SGO' WHEN {0} ILIKE '%residence%' THEN 'CAO' " + (
    "WHEN {0} ILIKE 'child arr%' THEN 'CAO' WHEN upper({0}) IN ('SGO', 'CAO') THEN upper({0}) ELSE 'ADOPTION' END"
)
_STARTED, _CEASED = iso_day("{0}"), iso_day("{1}")

_PERIOD = Part(
    "looked_after_period",
    (
        Cell("looked_after_period_id", ("clae_cla_id",), "min({0})"),
        Cell("person_id", ("clae_person_id",), f"min({PERSON_ID})"),
        Cell("referral_id", ("clae_referral_id",), "min({0})"),
        # The first episode's day stands in where no file says when the child entered care.
        Cell("started_on", ("clae_cla_episode_start_date",), f"min({_STARTED})"),
        Cell(
            "started_on",
            ("clae_cla_episode_start_date", "clae_entered_care_date"),
            f"coalesce(min({_CEASED}), min({_STARTED}))",
        ),
        Cell(
            "ended_on",
            ("clae_cla_episode_start_date", "clae_cla_episode_ceased_date", "clae_cla_episode_ceased_reason"),
            f"nullif(arg_max(CASE WHEN upper({{2}}) = 'X1' THEN '' ELSE coalesce({_CEASED}, '') END, {_STARTED}), '')",
        ),
        Cell(
            "end_reason_code",
            ("clae_cla_episode_start_date", "clae_cla_episode_ceased_date", "clae_cla_episode_ceased_reason"),
            f"nullif(arg_max(CASE WHEN upper({{2}}) <> 'X1' AND {_CEASED} IS NOT NULL THEN {{2}} ELSE '' END, "
            f"{_STARTED}), '')",
        ),
        Cell("need_code", ("clae_cla_episode_start_date", "clae_cla_primary_need_code"), f"arg_min({{1}}, {_STARTED})"),
    ),
    only_if=Cell("", ("clae_cla_id",), "{0} IS NOT NULL"),
    group_by=("clae_cla_id",),
)
_REVIEWING_OFFICER = Part(
    "visit",
    (
        Cell("visit_id", ("clae_person_id",), f"'iro:' || min({PERSON_ID})"),
        Cell("person_id", ("clae_person_id",), f"min({PERSON_ID})"),
        fixed("visit_type", "IRO", "clae_cla_last_iro_contact_date"),
        Cell("visited_on", ("clae_cla_last_iro_contact_date",), f"max({iso_day('{0}')})"),
        fixed("is_latest_only", "Y", "clae_cla_last_iro_contact_date"),
    ),
    only_if=Cell("", ("clae_cla_last_iro_contact_date",), f"{iso_day('{0}')} IS NOT NULL"),
    group_by=("clae_person_id",),
)


def _person_of_period(link: str, or_else: str) -> Through:
    """The child of a row that may name only the period of care."""
    return Through(
        "person_id", link, "ssd_cla_episodes", "clae_cla_id", "clae_person_id", sql=PERSON_ID, or_else=or_else
    )


LOOKED_AFTER: tuple[SsdTable, ...] = (
    table(
        "ssd_cla_episodes",
        part(
            "looked_after_episode",
            own("episode_id", "clae_cla_episode_id"),
            own("looked_after_period_id", "clae_cla_id"),
            person("clae_person_id"),
            day("started_on", "clae_cla_episode_start_date"),
            own("start_reason", "clae_cla_episode_start_reason"),
            own("legal_status_code", episodes.STATUS),
            own("need_code", "clae_cla_primary_need_code"),
            own("placement_id", "clae_cla_placement_id"),
            own("placement_id", episodes.PLACEMENT),
            *(own(ours, episodes.found_name(name)) for ours, name in episodes.OF_PLACEMENT.items()),
            day("ended_on", "clae_cla_episode_ceased_date"),
            own("end_reason_code", "clae_cla_episode_ceased_reason"),
        ),
        _PERIOD,
        _REVIEWING_OFFICER,
        key="clae_person_id",
    ),
    table(
        "ssd_cla_placement",
        Part(
            "placement",
            (
                own("placement_id", "clap_cla_placement_id"),
                own("looked_after_period_id", "clap_cla_id"),
                day("started_on", "clap_cla_placement_start_date"),
                day("ended_on", "clap_cla_placement_end_date"),
                own("placement_type", "clap_cla_placement_type"),
                own("provider_code", "clap_cla_placement_provider"),
                own("provider_reference", "clap_cla_placement_urn"),
                own("postcode", "clap_cla_placement_postcode"),
                Cell(
                    "distance_miles",
                    ("clap_cla_placement_distance",),
                    "CASE WHEN TRY_CAST({0} AS DOUBLE) = 999.9 THEN NULL ELSE {0} END",
                    is_kept=True,
                ),
                own("change_reason", "clap_cla_placement_change_reason"),
            ),
            through=(_person_of_period("clap_cla_id", "clap_person_id"),),
        ),
        key="clap_cla_placement_id",
    ),
    table(
        "ssd_cla_reviews",
        Part(
            "looked_after_review",
            (
                own("review_id", "clar_cla_review_id"),
                own("looked_after_period_id", "clar_cla_id"),
                day("due_on", "clar_cla_review_due_date"),
                day("reviewed_on", "clar_cla_review_date"),
                own("is_cancelled", "clar_cla_review_cancelled"),
                own("participation_code", "clar_cla_review_participation"),
            ),
            through=(_person_of_period("clar_cla_id", "clar_cla_person_id"),),
        ),
        key="clar_cla_review_id",
    ),
    table(
        "ssd_cla_visits",
        part(
            "visit",
            own("visit_id", "clav_cla_visit_id"),
            person("clav_person_id"),
            fixed("visit_type", "LAC", "clav_cla_visit_id"),
            own("looked_after_period_id", "clav_cla_id"),
            day("visited_on", "clav_cla_visit_date"),
            yes_no_code("seen", "clav_cla_visit_seen"),
            yes_no_code("seen_alone", "clav_cla_visit_seen_alone"),
        ),
        key="clav_cla_visit_id",
    ),
    table(
        "ssd_legal_status",
        part(
            "legal_status",
            own("legal_status_id", "lega_legal_status_id"),
            person("lega_person_id"),
            own("status_code", "lega_legal_status"),
            day("started_on", "lega_legal_status_start_date"),
            day("ended_on", "lega_legal_status_end_date"),
        ),
        key="lega_legal_status_id",
    ),
    table(
        "ssd_cla_care_plan",
        part(
            "plan",
            prefixed("plan_id", "lacp_table_id", "lacp"),
            person("lacp_person_id"),
            fixed("plan_type", "CARE", "lacp_table_id"),
            day("started_on", "lacp_cla_care_plan_start_date"),
            day("ended_on", "lacp_cla_care_plan_end_date"),
            flags("goal_codes", "lacp_cla_care_plan_json"),
        ),
        key="lacp_table_id",
        also={"lacp_table_id": ("lacp_cla_care_plan_id",)},
        json_columns=("lacp_cla_care_plan_json",),
    ),
    table(
        "ssd_missing",
        part(
            "missing_episode",
            own("missing_id", "miss_table_id"),
            person("miss_person_id"),
            coded("missing_type", "miss_missing_episode_type", {"Missing": "M", "Away": "A", "Absent": "A"}),
            day("started_on", "miss_missing_episode_start_date"),
            day("ended_on", "miss_missing_episode_end_date"),
            coded("return_interview_offered", "miss_missing_rhi_offered", {"Yes": "Y", "No": "N"}),
            coded("return_interview_accepted", "miss_missing_rhi_accepted", {"Yes": "Y", "No": "N"}),
        ),
        key="miss_table_id",
    ),
    table(
        "ssd_permanence",
        part(
            "permanence_case",
            own("case_id", "perm_table_id"),
            person("perm_person_id"),
            Cell("case_type", ("perm_permanence_order_type",), _NO_ORDER_YET),
            own("looked_after_period_id", "perm_cla_id"),
            day("decision_maker_agreed_on", "perm_adm_decision_date"),
            day("foster_to_adopt_decided_on", "perm_ffa_cp_decision_date"),
            day("placement_order_on", "perm_placement_order_date"),
            day("placed_on", "perm_placed_for_adoption_date"),
            day("matched_on", "perm_matched_date"),
            own("is_adopted_by_carer", "perm_adopted_by_carer_flag"),
            day("foster_to_adopt_placed_on", "perm_placed_ffa_cp_date"),
            day("reversed_on", "perm_decision_reversed_date"),
            day("placed_with_foster_carer_on", "perm_placed_foster_carer_date"),
            own("is_sibling_group", "perm_part_of_sibling_group"),
            own("siblings_placed_together_count", "perm_siblings_placed_together"),
            own("siblings_placed_apart_count", "perm_siblings_placed_apart"),
            own("agency_reference", "perm_placement_provider_urn"),
            own("reversed_reason", "perm_decision_reversed_reason"),
            day("ordered_on", "perm_permanence_order_date"),
            coded("order_type", "perm_permanence_order_type", _ORDERS),
            own("worker_id", "perm_adoption_worker_id"),
            own("adopter_sex", "perm_adopter_sex"),
            own("adopter_legal_status", "perm_adopter_legal_status"),
            Cell("adopters_count", ("perm_number_of_adopters",), "regexp_extract({0}, '[0-9]+')", is_kept=True),
        ),
        key="perm_table_id",
    ),
    table(
        "ssd_cla_previous_permanence",
        part(
            "permanence_case",
            prefixed("case_id", "lapp_table_id", "lapp"),
            person("lapp_person_id"),
            fixed("case_type", "PREVIOUS", "lapp_table_id"),
            own("previous_order_month", "lapp_previous_permanence_order_date"),
            own("previous_option", "lapp_previous_permanence_option"),
            own("previous_authority", "lapp_previous_permanence_la"),
        ),
        key="lapp_table_id",
    ),
)
