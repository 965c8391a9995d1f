"""Whether the council is in touch with care leavers, and how those of 17 and 18 and those who stayed put fare."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.cohorts import CARE_LEAVERS
from purplebook.definitions.indicators.leaving_care import (
    IN_EDUCATION_OR_WORK,
    NO_HOME_TO_JUDGE,
    REGISTER,
    THEME,
    care_leaver_breakdowns,
)
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    care_leaver_snapshot,
    days_between,
    indicator,
    lookup,
    percentage_of_children,
    person,
    placement,
    same_child,
)

FOSTER_CARE = ("U1", "U2", "U3", "U4", "U5", "U6")
WITH_FORMER_FOSTER_CARERS = "Z"
BIRTHDAY = "SSDA903 return (OC3): those whose 17th or 18th birthday fell in the period, as they were around it."

age_then = age_on(PERIOD.last_day, born=person.born_on)
turned = age_on(care_leaver_snapshot.snapshot_on, born=person.born_on)
at_17_or_18 = care_leaver_snapshot.dated(care_leaver_snapshot.snapshot_on).where(
    care_leaver_snapshot.basis.is_("OC3_BIRTHDAY"),
    care_leaver_snapshot.in_touch.is_not("DIED", "RHOM"),
    turned >= 17,
    turned <= 18,
)
at_the_birthday = (
    *who(care_leaver_snapshot, on=care_leaver_snapshot.snapshot_on),
    coded("accommodation", "Accommodation", care_leaver_snapshot.accommodation_code),
    coded("activity", "Activity", care_leaver_snapshot.activity_code),
)
turned_18_on = lookup(person.born_on, by=placement.person_id).add_months(18 * 12)
in_foster_care_at_18 = (
    same_child(placement)
    .where(
        placement.placement_type.is_in(*FOSTER_CARE),
        placement.started_on <= turned_18_on,
        any_of(placement.ended_on.is_missing(), placement.ended_on >= turned_18_on),
    )
    .exists()
)

CL02 = indicator(
    "CL02",
    "Care leavers the council is in touch with",
    percentage_of_children(CARE_LEAVERS, that=care_leaver_snapshot.in_touch.is_("YES")),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers, those who refuse contact or need no more services included",
    source=f"SSDA903 return. {REGISTER}",
    better="higher",
    by=care_leaver_breakdowns,
)

CL08 = indicator(
    "CL08",
    "Care leavers in contact in the last eight weeks",
    percentage_of_children(
        CARE_LEAVERS,
        that=all_of(
            days_between(care_leaver_snapshot.last_contact_on, PERIOD.last_day) <= standard("personal_adviser_contact"),
            care_leaver_snapshot.last_contact_on <= PERIOD.last_day,
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="care leavers, those without a recorded contact included",
    source="Local practice standard; domain knowledge, unverified. The regulations' visits to accommodation that the "
    f"authority provides (seven days, two months) cannot be told apart in any format that we read. {REGISTER}",
    better="higher",
    day_0="The day of the contact is day 0: a contact 56 days before the date is in time.",
    by=care_leaver_breakdowns,
)

CL09 = indicator(
    "CL09",
    "Care leavers of 17 and 18 the council is in touch with",
    percentage_of_children(at_17_or_18, that=care_leaver_snapshot.in_touch.is_("YES")),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="young people, those who refuse contact included",
    source=f"{BIRTHDAY} Those still looked after at 17 or 18 are not asked about.",
    better="higher",
    by=at_the_birthday,
)

CL09_BUSY = indicator(
    "CL09-BUSY",
    "Care leavers of 17 and 18 in education, employment or training",
    percentage_of_children(at_17_or_18, that=care_leaver_snapshot.activity_code.is_in(*IN_EDUCATION_OR_WORK)),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="young people, those whose activity is not known included",
    source=BIRTHDAY,
    better="higher",
    by=at_the_birthday,
)

CL09_HOME = indicator(
    "CL09-HOME",
    "Care leavers of 17 and 18 in suitable accommodation",
    percentage_of_children(
        at_17_or_18.where(care_leaver_snapshot.accommodation_code.is_not(*NO_HOME_TO_JUDGE)),
        that=care_leaver_snapshot.accommodation_suitable.is_("1"),
    ),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="young people, leaving out those gone abroad, deported or whose residence is not known",
    source=BIRTHDAY,
    better="higher",
    by=at_the_birthday,
)

CL10 = indicator(
    "CL10",
    "Young people staying put with their former foster carers",
    percentage_of_children(
        care_leaver_snapshot.in_latest_snapshot(
            care_leaver_snapshot.snapshot_on, among=(care_leaver_snapshot.basis.is_not("OC3_BIRTHDAY"),)
        ).where(
            care_leaver_snapshot.in_touch.is_not("DIED", "RHOM"), age_then >= 18, age_then <= 20, in_foster_care_at_18
        ),
        that=care_leaver_snapshot.accommodation_code.is_(WITH_FORMER_FOSTER_CARERS),
    ),
    theme=THEME,
    edition=2,
    counts_each="young person",
    counts="young people aged 18 to 20 on the register who were in foster care on their 18th birthday",
    source="SSDA903 return: aged 18 to 20, on the latest register by the date. A placement that ended on the birthday "
    "counts.",
    better="higher",
    by=care_leaver_breakdowns,
    look_back_months=36,
)

INDICATORS = (CL02, CL08, CL09, CL09_BUSY, CL09_HOME, CL10)
