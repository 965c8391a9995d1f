"""Social workers on the day of the yearly census: agency workers, leavers, vacancies, caseloads and sickness."""

from purplebook.definitions.breakdowns import coded
from purplebook.language import (
    any_of,
    called,
    first_of,
    hundredths,
    indicator,
    linked,
    percentage_of_sum,
    ratio_of,
    workforce_snapshot,
)

THEME = "Workforce"
WORKING_DAYS_IN_A_YEAR = "253"
"""What the census divides sickness by."""

CENSUS = "Children's social work workforce census, as at 30 September"
IN_HUNDREDTHS = "The parts are hundredths of a full-time equivalent."

census = workforce_snapshot.in_latest_snapshot(workforce_snapshot.snapshot_on)
worker = workforce_snapshot.row_kind.is_("WORKER")
own_staff = workforce_snapshot.is_agency.is_not(True)
at_census = hundredths(workforce_snapshot.full_time_equivalent_at_census)
vacant = hundredths(workforce_snapshot.vacancies_full_time_equivalent)
a_year_before = workforce_snapshot.snapshot_on.add_months(-12)
vacancies_are_known = called(
    "the same census says how many posts are vacant",
    linked(workforce_snapshot.snapshot_on, workforce_snapshot.snapshot_on)
    .where(
        workforce_snapshot.row_kind.is_("LA_VACANCY"), workforce_snapshot.vacancies_full_time_equivalent.is_recorded()
    )
    .exists(),
)
"""Without the authority's line of totals there would seem to be no vacancy at all."""

role = (coded("role", "Role", workforce_snapshot.role_code),)

WF02 = indicator(
    "WF02",
    "Agency social workers",
    percentage_of_sum(at_census, among=census.where(worker), that=workforce_snapshot.is_agency.is_(True)),
    theme=THEME,
    counts_each="full-time equivalent",
    counts="full-time equivalents of social workers in post, agency workers included",
    source=f"{CENSUS}. Counted from the workers' own lines, not from the authority's line of totals. {IN_HUNDREDTHS}",
    better="lower",
    by=role,
)

WF03 = indicator(
    "WF03",
    "Social worker turnover",
    ratio_of(
        hundredths(workforce_snapshot.full_time_equivalent),
        among=census.where(
            worker,
            own_staff,
            workforce_snapshot.role_ended_on <= workforce_snapshot.snapshot_on,
            workforce_snapshot.role_ended_on > a_year_before,
            any_of(
                workforce_snapshot.role_started_on.is_missing(), workforce_snapshot.role_started_on <= a_year_before
            ),
        ),
        to=at_census,
        of=census.where(worker, own_staff),
        per=100,
    ),
    theme=THEME,
    edition=2,
    counts_each="full-time equivalent",
    counts="full-time equivalents who left in the year to the census, for each hundred in post on its day",
    source=f"{CENSUS}: agency workers do not count, nor those who began and left within the year. Whatever the reason, "
    "who left child and family social work left: reason 7 of the census is a move to a role outside it in the same "
    f"authority, and is counted; a move between posts within it is no leaving. {IN_HUNDREDTHS}",
    better="lower",
    day_0="The year begins on the day after the census of the year before.",
    by=role,
)

WF04 = indicator(
    "WF04",
    "Social worker vacancies",
    percentage_of_sum(
        first_of(vacant, at_census),
        among=census.where(own_staff, vacancies_are_known),
        that=workforce_snapshot.row_kind.is_("LA_VACANCY"),
    ),
    theme=THEME,
    counts_each="full-time equivalent",
    counts="full-time equivalents of posts, filled by our own staff or vacant; cover by an agency worker fills none",
    source=f"{CENSUS}: the authority's line of totals says how many are vacant. {IN_HUNDREDTHS}",
    better="lower",
)

WF05 = indicator(
    "WF05",
    "Average caseload of social workers",
    ratio_of(
        workforce_snapshot.cases_at_census_count,
        # Whoever holds no case adds none; whoever has no hours on the day must not add cases without a post below.
        among=census.where(worker, at_census > 0),
        to=at_census,
        of=census.where(worker, workforce_snapshot.cases_at_census_count >= 1),
        per=100,
    ),
    theme=THEME,
    counts_each="case held",
    counts="cases held for each full-time equivalent of the social workers who hold any, agency workers included",
    source=f"{CENSUS}. {IN_HUNDREDTHS}",
    better="lower",
    by=role,
)

WF06 = indicator(
    "WF06",
    "Social workers' sickness absence",
    ratio_of(
        hundredths(workforce_snapshot.days_lost),
        among=census.where(worker, own_staff, at_census > 0),
        to=at_census,
        of=census.where(worker, own_staff, workforce_snapshot.days_lost.is_recorded()),
        per=100,
        unit_days=WORKING_DAYS_IN_A_YEAR,
    ),
    theme=THEME,
    counts_each="working day lost",
    counts="working days lost in the year, for each hundred that those in post on the day of the census could work",
    source=f"{CENSUS}, partly verified: full-time equivalents × 253 days. Agency workers and those who left are not "
    f"asked about. {IN_HUNDREDTHS}",
    better="lower",
    by=role,
)

INDICATORS = (WF02, WF03, WF04, WF05, WF06)
