"""The yearly census of children's social workers, as at 30 September.

One extra row (row kind LA_VACANCY) carries the authority's totals of vacancies and agency workers.
"""

from purplebook.tables.schema import (
    Table,
    code,
    date,
    decimal,
    link,
    only_for,
    text,
    until,
    where,
    whole_number,
    yes_no,
)

workforce_snapshot = Table(
    name="workforce_snapshot",
    grain="one social worker, or the authority's line of vacancies, on the day of the census",
    group="workforce",
    key=("snapshot_on", "row_kind", "worker_id"),
    nouns=("line of the workforce census", "lines of the workforce census"),
    columns=(
        date("snapshot_on", "The day of the census: 30 September.", model_name="as_at"),
        code("row_kind", "Whether the row is a worker or the authority's line of vacancies.", "workforce_row_kind"),
        link("worker_id", "The worker; empty on the line of vacancies.", to="worker"),
        text(
            "social_work_england_number",
            "The worker's registration number as a social worker.",
            model_name="swe_number",
        ),
        yes_no("is_agency", "Whether the worker is supplied by an agency.", model_name="agency"),
        decimal("full_time_equivalent", "Contracted hours as a share of full time, from 0 to 1.", model_name="fte"),
        decimal(
            "full_time_equivalent_at_census",
            "Hours as a share of full time on 30 September; empty for those who had left.",
            model_name="fte_30sept",
        ),
        date("born_on", "The worker's date of birth.", model_name="birth_date"),
        code("gender", "The worker's gender, in the census's digits.", "workforce_gender"),
        code("ethnicity_code", "The worker's ethnic background.", "ethnicity"),
        text("qualification_institution", "Where the worker qualified.", model_name="qual_institution"),
        code(
            "qualification_level",
            "The level of the worker's social work qualification.",
            "qualification_level",
            model_name="qual_level",
        ),
        yes_no(
            "is_step_up",
            "Whether the worker trained through the Step Up to Social Work programme.",
            model_name="step_up",
        ),
        yes_no("is_frontline", "Whether the worker trained through the Frontline programme.", model_name="frontline"),
        code("role_code", "The worker's role in the organisation.", "workforce_role"),
        date("role_started_on", "Day on which the worker began in the role.", model_name="role_start"),
        code("start_origin", "Where the worker came from.", "workforce_origin"),
        date(
            "role_ended_on",
            "Day on which the worker left the role; empty while in it.",
            model_name="role_end",
            is_planned=True,
        ),
        code("leaver_destination", "Where the worker went; empty while in the role.", "workforce_destination"),
        code("leave_reason", "Why the worker left; empty while in the role.", "workforce_leave_reason"),
        where(
            whole_number(
                "cases_at_census_count", "How many cases the worker held on 30 September.", model_name="cases_30sept"
            ),
            only_for("row_kind", "WORKER"),
            until("role_ended_on"),
        ),
        decimal("days_lost", "Working days lost to sickness in the year to the census."),
        decimal("contract_weeks", "Weeks of the worker's contract, where the census asks for them."),
        yes_no("is_absent_at_census", "Whether the worker was absent on 30 September.", model_name="absent_30sept"),
        code("absence_reason", "Why the worker was absent; empty when present.", "absence_reason"),
        code(
            "accreditation_status",
            "The worker's level under the knowledge and skills statements.",
            "accreditation_status",
            model_name="kss_status",
        ),
        where(
            decimal(
                "vacancies_full_time_equivalent",
                "Vacant posts as full-time equivalents; on the line of vacancies only.",
                model_name="vacancies_fte",
            ),
            only_for("row_kind", "LA_VACANCY"),
        ),
        where(
            decimal(
                "agency_full_time_equivalent",
                "Agency workers as full-time equivalents; on the line of vacancies only.",
                model_name="agency_fte",
            ),
            only_for("row_kind", "LA_VACANCY"),
        ),
        where(
            whole_number(
                "agency_count",
                "How many agency workers there are; on the line of vacancies only.",
                model_name="agency_headcount",
            ),
            only_for("row_kind", "LA_VACANCY"),
        ),
    ),
)
