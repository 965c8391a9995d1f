"""The layouts of the files of 'Children's social work workforce', and of the population estimates."""

from __future__ import annotations

from purplebook.sources.published.layouts import Kept, Labelled, Wide, columns

WORKFORCE = Wide(
    "children's social work workforce",
    "DfE CSWW",
    columns("turnover_rate_fte vacancy_rate_fte agency_rate_fte"),
    {
        "turnover_rate_fte": Kept("workforce_turnover_pct"),
        "vacancy_rate_fte": Kept("workforce_vacancy_pct"),
        "agency_rate_fte": Kept("workforce_agency_pct"),
        "absence_rate_fte": Kept("workforce_absence_pct"),
        "caseload_fte": Kept("workforce_caseload"),
        "inpost_fte": Kept("workforce_fte"),
        "vacancy_fte": Kept("workforce_vacancies_fte"),
        "agency_fte": Kept("workforce_agency_fte"),
        "agency_cover_rate_fte": Kept("workforce_agency_cover_pct"),
    },
    others=columns(
        "inpost_headcount starter_fte starter_headcount leaver_fte leaver_headcount vacancy_headcount "
        "agency_headcount agency_worker_headcount agency_cover_fte agency_cover_headcount cases "
        "turnover_rate_headcount agency_worker_rate_headcount agency_rate_headcount vacancy_agency_cover_rate_fte "
        "absence_days"
    ),
)
POPULATION = Labelled(
    "children aged 0 to 17 by mid-year",
    "ONS MYE",
    columns("age_group population_estimate"),
    topic="age_group",
    label="",
    kept={"population_estimate": "{}"},
    labels={
        (text, ""): ("population_0_17", "")
        for text in ("0 to 17", "0-17", "aged 0 to 17", "0 to 17 years", "population aged 0 to 17")
    },
)
