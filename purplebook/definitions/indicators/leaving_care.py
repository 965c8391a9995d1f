"""Care leavers aged 19 to 21: their homes, their work and study, and their pathway plans."""

from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.cohorts import CARE_LEAVERS
from purplebook.definitions.standards import standard
from purplebook.language import PERIOD, all_of, care_leaver_snapshot, count_children, indicator, percentage_of_children

THEME = "Leaving care"
NO_HOME_TO_JUDGE = ("G", "H", "R")
"""Gone abroad, deported, residence not known: left out of accommodation only."""

IN_EDUCATION_OR_WORK = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")
"""F3 and P3 were training or employment until they were divided into apprenticeships and other work."""

NOT_IN_EDUCATION_OR_WORK = ("G4", "G5", "G6")
HIGHER_EDUCATION = ("F1", "P1")

care_leaver_breakdowns = (
    *who(care_leaver_snapshot, on=PERIOD.last_day),
    own_team(care_leaver_snapshot),
    coded("accommodation", "Accommodation", care_leaver_snapshot.accommodation_code),
    coded("activity", "Activity", care_leaver_snapshot.activity_code),
)
REGISTER = (
    "Everyone aged 19 to 21 on the latest register by the date. The Department counts a different group: those whose "
    "19th, 20th or 21st birthday fell in the year."
)

CL01 = indicator(
    "CL01",
    "Care leavers aged 19 to 21",
    count_children(CARE_LEAVERS),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="young people on the register",
    source=f"2015 paper (6.1). {REGISTER}",
    by=care_leaver_breakdowns,
)

CL03 = indicator(
    "CL03",
    "Care leavers in suitable accommodation",
    percentage_of_children(
        CARE_LEAVERS.where(care_leaver_snapshot.accommodation_code.is_not(*NO_HOME_TO_JUDGE)),
        that=care_leaver_snapshot.accommodation_suitable.is_("1"),
    ),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers, leaving out those gone abroad, deported or whose residence is not known",
    source=f"SSDA903 return. Those not in touch stay in the whole. {REGISTER}",
    better="higher",
    by=care_leaver_breakdowns,
)

CL04 = indicator(
    "CL04",
    "Care leavers in education, employment or training",
    percentage_of_children(CARE_LEAVERS, that=care_leaver_snapshot.activity_code.is_in(*IN_EDUCATION_OR_WORK)),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers, those whose activity is not known included",
    source=f"SSDA903 return: full or part time. {REGISTER}",
    better="higher",
    by=care_leaver_breakdowns,
)

CL05 = indicator(
    "CL05",
    "Care leavers not in education, employment or training",
    percentage_of_children(CARE_LEAVERS, that=care_leaver_snapshot.activity_code.is_in(*NOT_IN_EDUCATION_OR_WORK)),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers, those whose activity is not known included",
    source="SSDA903 return: G4, G5 and G6. With CL04 it makes less than 100%, because some activities are not known.",
    better="lower",
    by=care_leaver_breakdowns,
)

CL06 = indicator(
    "CL06",
    "Care leavers in higher education",
    percentage_of_children(CARE_LEAVERS, that=care_leaver_snapshot.activity_code.is_in(*HIGHER_EDUCATION)),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers",
    source=f"SSDA903 return: F1 and P1. {REGISTER}",
    better="higher",
    by=care_leaver_breakdowns,
)

CL07 = indicator(
    "CL07",
    "Care leavers with an up-to-date pathway plan",
    percentage_of_children(
        CARE_LEAVERS,
        that=all_of(
            care_leaver_snapshot.pathway_plan_on.add_months(standard("plan_update")) >= PERIOD.last_day,
            care_leaver_snapshot.pathway_plan_on <= PERIOD.last_day,
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers aged 19 to 21",
    source="Local standard of the 2015 paper (6.1), partly verified: started or reviewed in the last six months.",
    better="higher",
    day_0="The plan's day is day 0; a plan six months old to the day is still up to date.",
    by=care_leaver_breakdowns,
)

INDICATORS = (CL01, CL03, CL04, CL05, CL06, CL07)
