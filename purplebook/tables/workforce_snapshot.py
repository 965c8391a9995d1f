"""One worker (or one LA vacancy line) at the census date."""

from purplebook.tables.schema import Table, code, date, decimal, link, text, whole_number, yes_no

workforce_snapshot = Table(
    name="workforce_snapshot",
    grain="one worker (or one LA vacancy line) at the census date",
    group="workforce",
    key=("snapshot_on", "row_kind", "worker_id"),
    columns=(
        date("snapshot_on", "TODO", model_name="as_at"),
        code("row_kind", "TODO"),  # CODES WORKER|LA_VACANCY
        link("worker_id", "TODO", to="worker"),
        text("social_work_england_number", "TODO", model_name="swe_number"),
        yes_no("is_agency", "TODO", model_name="agency"),
        decimal("full_time_equivalent", "TODO", model_name="fte"),
        decimal("full_time_equivalent_at_census", "TODO", model_name="fte_30sept"),
        date("born_on", "TODO", model_name="birth_date"),
        code("gender", "TODO"),
        code("ethnicity_code", "TODO"),
        text("qualification_institution", "TODO", model_name="qual_institution"),
        code("qualification_level", "TODO", model_name="qual_level"),
        yes_no("is_step_up", "TODO", model_name="step_up"),
        yes_no("is_frontline", "TODO", model_name="frontline"),
        code("role_code", "TODO"),  # CODES 1-6
        date("role_started_on", "TODO", model_name="role_start"),
        code("start_origin", "TODO"),
        date("role_ended_on", "TODO", model_name="role_end"),
        code("leaver_destination", "TODO"),
        code("leave_reason", "TODO"),
        whole_number("cases_at_census_count", "TODO", model_name="cases_30sept"),
        decimal("days_lost", "TODO"),
        decimal("contract_weeks", "TODO"),
        yes_no("is_absent_at_census", "TODO", model_name="absent_30sept"),
        code("absence_reason", "TODO"),
        code("accreditation_status", "TODO", model_name="kss_status"),
        decimal("vacancies_full_time_equivalent", "TODO", model_name="vacancies_fte"),
        decimal("agency_full_time_equivalent", "TODO", model_name="agency_fte"),
        whole_number("agency_count", "TODO", model_name="agency_headcount"),
    ),
)
