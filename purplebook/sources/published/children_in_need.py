"""The layouts of the files of 'Characteristics of children in need', tables B1 to D7, and the population with them."""

from __future__ import annotations

from purplebook.sources.published.layouts import Derived, Kept, Wide, columns

PUBLICATION = "DfE CIN"

B1 = Wide(
    "children in need (table B1)",
    PUBLICATION,
    columns("anypoint_episodes at31_episodes at31_episodes_rate"),
    {
        "anypoint_episodes": Kept("cin_any_point_number"),
        "at31_episodes": Kept("cin_number"),
        "at31_episodes_rate": Kept("cin_rate", top="at31_episodes"),
    },
    others=columns(
        "anypoint_episodes_rate anypoint_child anypoint_child_rate started_episodes started_episodes_rate "
        "started_child started_child_rate ended_episodes ended_episodes_rate ended_child ended_child_rate "
        "awaiting_assessment awaiting_assessment_rate"
    ),
)
C1 = Wide(
    "referrals (table C1)",
    PUBLICATION,
    columns("referrals referrals_rate re_referrals_percent"),
    {
        "referrals": Kept("referrals_number"),
        "referrals_rate": Kept("referrals_rate", top="referrals"),
        "re_referrals_percent": Kept("rereferrals_pct", top="re_referrals", bottom="referrals"),
        "no_further_action_percent": Kept("referrals_nfa_pct", top="no_further_action", bottom="referrals"),
        "not_in_need_percent": Kept("referrals_assessed_not_in_need_pct", top="not_in_need", bottom="referrals"),
    },
    others=columns(
        "re_referrals no_further_action not_in_need referrals_child referrals_child_rate re_referrals_child "
        "re_referrals_child_percent"
    ),
)
C2 = Wide(
    "assessments by how long they took (table C2)",
    PUBLICATION,
    columns("assessments_completed same_day 41_45_days"),
    {},
    derived=(
        Derived(
            "assessments_45d_pct",
            "",
            columns("same_day 1_10_days 11_20_days 21_30_days 31_40_days 41_45_days"),
            "assessments_completed",
        ),
    ),
    others=columns(
        "assessments_completed_rate 1_10_days 11_20_days 21_30_days 31_40_days 46_50_days 51_60_days 61+_days "
        "25th_percentile_days median_days 75th_percentile_days"
    ),
)
C4 = Wide(
    "section 47 enquiries and initial conferences (table C4)",
    PUBLICATION,
    columns("section47 icpc duration_0_10_days"),
    {
        "section47": Kept("s47_number"),
        "section47_rate": Kept("s47_rate", top="section47"),
        "icpc": Kept("icpc_number"),
        "icpc_rate": Kept("icpc_rate", top="icpc"),
    },
    derived=(Derived("icpc_15d_pct", "", columns("duration_0_10_days duration_11_15_days"), "icpc"),),
    others=columns(
        "section47_child section47_child_rate icpc_child icpc_child_rate duration_11_15_days duration_16_20_days "
        "duration_21+_days duration_25th_percentile duration_median duration_75th_percentile"
    ),
)
C5 = Wide(
    "referrals by source (table C5)",
    PUBLICATION,
    columns("referrals police schools health_services"),
    {},
    derived=(
        Derived("referrals_source_pct", "Police", ("police",), "referrals"),
        Derived("referrals_source_pct", "School", ("schools",), "referrals"),
        Derived("referrals_source_pct", "Health services", ("health_services",), "referrals"),
    ),
    others=columns("individual education_services housing la_services other_legal_agency other anonymous unknown"),
)
D1 = Wide(
    "child protection plans (table D1)",
    PUBLICATION,
    columns("cpp_start cpp_end cpp_at31"),
    {
        "cpp_start": Kept("cpp_starts_number"),
        "cpp_start_rate": Kept("cpp_starts_rate", top="cpp_start"),
        "cpp_end_rate": Kept("cpp_ended_rate", top="cpp_end"),
        "cpp_at31": Kept("cpp_number"),
        "cpp_at31_rate": Kept("cpp_rate", top="cpp_at31"),
    },
    others=columns(
        "cpp_child_start cpp_child_start_rate cpp_child_end cpp_child_end_rate cpp_anypoint cpp_anypoint_rate "
        "cpp_child_anypoint cpp_child_anypoint_rate"
    ),
)
D3 = Wide(
    "plans that are a second or later plan (table D3)",
    PUBLICATION,
    columns("cpp_start cpp_subsequent cpp_subsequent_percent"),
    {"cpp_subsequent_percent": Kept("cpp_repeat_pct", top="cpp_subsequent", bottom="cpp_start")},
)
_BANDS = columns(
    "3_months_or_less more_than_3_months_6_months more_than_6_months_less_than_1_year 1_year_less_than_2_years"
)
_BAND_GROUPS = ("3 months or less", "3 to 6 months", "6 months to 1 year", "1 to 2 years")
D5 = Wide(
    "open plans by how long they have lasted (table D5)",
    PUBLICATION,
    columns("cpp_at31 2_years_or_more 2_years_or_more_percent"),
    {
        "2_years_or_more_percent": Kept("cpp_2y_open_pct", top="2_years_or_more", bottom="cpp_at31"),
        **{
            f"{band}_percent": Kept("cpp_duration_open_pct", group, top=band, bottom="cpp_at31")
            for band, group in zip(_BANDS, _BAND_GROUPS, strict=True)
        },
    },
    others=_BANDS,
)
D6 = Wide(
    "plans reviewed in time (table D6)",
    PUBLICATION,
    columns("cpp_at31_3months reviewed_within_timescales reviewed_within_timescales_percent"),
    {
        "reviewed_within_timescales_percent": Kept(
            "cpp_reviewed_pct", top="reviewed_within_timescales", bottom="cpp_at31_3months"
        )
    },
)
D7 = Wide(
    "plans that ended by how long they lasted (table D7)",
    PUBLICATION,
    columns("cpp_end 2_years_or_more 2_years_or_more_percent"),
    {"2_years_or_more_percent": Kept("cpp_2y_ended_pct", top="2_years_or_more", bottom="cpp_end")},
    others=(*_BANDS, *(f"{band}_percent" for band in _BANDS)),
)
CHILDREN_IN_NEED = (B1, C1, C2, C4, C5, D1, D3, D5, D6, D7)
