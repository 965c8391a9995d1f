"""Figures that others work out about this authority's children, as they reported them: no record of ours can.

Each is loaded as a reference value of kind ACTIVITY, with the indicator's id as its measure.  Another area's value,
loaded to compare with, is not this authority's figure.
"""

from datetime import date

from purplebook.language import (
    PERIOD,
    Cohort,
    called,
    hundredths,
    indicator,
    linked,
    not_,
    reference_value,
    reported,
    this_row,
)
from purplebook.language.indicators import Indicator
from purplebook.language.periods import PeriodKind

IN_HUNDREDTHS = "100"
"""Values have two decimals and are counted in hundredths."""

YEARLY = (PeriodKind.YEAR,)
ONE_VALUE = "value reported elsewhere"
SCHOOL = "Education"
OWN_AREA = called(
    "reported for the authority's own area", reference_value.area_code.is_(reference_value.authority_code)
)


def in_the_period(measure_code: str) -> Cohort:
    """The values of one measure reported for periods that end in the period asked for."""
    return reference_value.dated(reference_value.period_ended_on).where(
        reference_value.measure_code.is_(measure_code),
        reference_value.value_kind.is_("ACTIVITY"),
        reference_value.area_level.is_("LA"),
        OWN_AREA,
    )


def latest(measure_code: str) -> Cohort:
    """The latest value of one measure reported by the end of the period."""
    later = linked(reference_value.measure_code, reference_value.measure_code).where(
        reference_value.value_kind.is_("ACTIVITY"),
        reference_value.area_level.is_("LA"),
        OWN_AREA,
        reference_value.period_ended_on > this_row(reference_value.period_ended_on),
        reference_value.period_ended_on <= PERIOD.last_day,
    )
    return reference_value.by_period_end(reference_value.period_ended_on).where(
        reference_value.measure_code.is_(measure_code),
        reference_value.value_kind.is_("ACTIVITY"),
        reference_value.area_level.is_("LA"),
        OWN_AREA,
        not_(later.exists()),
    )


def yearly(identifier: str, title: str, *, theme: str, counts: str, source: str, better: str = "neither") -> Indicator:
    """An indicator that gives a reported value for its own year, as it was reported."""
    return indicator(
        identifier,
        title,
        reported(hundredths(reference_value.value), among=in_the_period(identifier), unit_days=IN_HUNDREDTHS),
        theme=theme,
        counts_each=ONE_VALUE,
        counts=counts,
        source=source,
        better=better,
        only_for=YEARLY,
        note=f"Load it as a reference value: measure {identifier}, kind ACTIVITY, level LA, your own area code, period "
        "such as FY2014-15.",
    )


SCHOOL_YEAR = "Year to 31 March stands for the school year that ended in it (assumption)."
ABSENCE = (
    "Outcomes statistics of the Department, partly verified: pupils of 5 to 15, looked after for twelve months and "
    f"matched to the school census. {SCHOOL_YEAR}"
)
ATTAINMENT = (
    "Outcomes statistics of the Department: pupils at the end of the key stage, looked after for twelve months and "
    f"matched. {SCHOOL_YEAR} The measures of 2015 were others."
)

LA31 = yearly(
    "LA31",
    "Children looked after who are persistently absent from school",
    theme=SCHOOL,
    counts="pupils who miss a tenth of sessions or more, of those matched, in per cent",
    source=f"{ABSENCE} Until 2014-15 persistent meant 15% of sessions (not verified).",
    better="lower",
)
LA31_OVERALL = yearly(
    "LA31-OVERALL",
    "School sessions missed by children looked after",
    theme=SCHOOL,
    counts="sessions missed, of those possible, in per cent",
    source=ABSENCE,
    better="lower",
)
LA31_SEVERE = yearly(
    "LA31-SEVERE",
    "Children looked after who are severely absent from school",
    theme=SCHOOL,
    counts="pupils who miss half of sessions or more, of those matched, in per cent",
    source=ABSENCE,
    better="lower",
)
LA32 = yearly(
    "LA32",
    "Children looked after who reach the expected standard at key stage 2",
    theme=SCHOOL,
    counts="pupils who reach it in reading, writing and mathematics, of those matched, in per cent",
    source=ATTAINMENT,
    better="higher",
)
LA32_ATTAINMENT = yearly(
    "LA32-ATTAINMENT",
    "Average Attainment 8 score of children looked after at key stage 4",
    theme=SCHOOL,
    counts="the average score of the pupils matched",
    source=ATTAINMENT,
    better="higher",
)
LA32_PROGRESS = yearly(
    "LA32-PROGRESS",
    "Average Progress 8 score of children looked after at key stage 4",
    theme=SCHOOL,
    counts="the average score of the pupils matched, which is below nought for less progress than others like them",
    source=ATTAINMENT,
    better="higher",
)
CL11 = yearly(
    "CL11",
    "Care leavers of 22 to 25 who asked for support and received it",
    theme="Leaving care",
    counts="young people of 22 to 25 who asked for support and received it, of all of that age, in per cent",
    source="SSDA903 return, since 2023: it asks once a year; no format that we read holds it child by child.",
)
SP01 = yearly(
    "SP01",
    "Share of the council's spending that is on children's services",
    theme="Spending",
    counts="net spending on children's services, of all of the council's, in per cent",
    source="Outturn returns RO3 and RSX.",
)
SP01_OTHER = yearly(
    "SP01-OTHER",
    "Share of spending on children's services that is not on looked-after children",
    theme="Spending",
    counts="net spending on children's services other than for children looked after, in per cent",
    source="Outturn return RO3.",
)
HA01 = yearly(
    "HA01",
    "Hospital admissions for injury per 10,000 children aged 0 to 14",
    theme="Safety",
    counts="admissions for unintentional and deliberate injuries, for every 10,000 children aged 0 to 14",
    source="Hospital episode statistics, published for the financial year; counts of 1 to 7 are withheld.",
    better="lower",
)

NO_OVERALL_GRADE_FROM = date(2026, 4, 1)
"""From April 2026 Ofsted grades four judgements and gives no overall grade."""

JUDGEMENTS = ("OF01-LEADERS", "OF01-HELP", "OF01-CARE", "OF01-LEAVERS")
GRADES = "the grade: 4 outstanding, 3 good, 2 requires improvement, 1 inadequate"

graded_without_an_overall_grade = called(
    "a later report gives the four judgements and no overall grade",
    linked(reference_value.area_code, reference_value.area_code)
    .where(
        reference_value.measure_code.is_in(*JUDGEMENTS),
        reference_value.value_kind.is_("ACTIVITY"),
        reference_value.area_level.is_("LA"),
        reference_value.period_ended_on >= NO_OVERALL_GRADE_FROM,
        reference_value.period_ended_on > this_row(reference_value.period_ended_on),
        reference_value.period_ended_on <= PERIOD.last_day,
    )
    .exists(),
)


def judgement(identifier: str, title: str, *, among: Cohort, source: str) -> Indicator:
    """An indicator that gives the latest grade that Ofsted gave."""
    return indicator(
        identifier,
        title,
        reported(hundredths(reference_value.value), among=among, unit_days=IN_HUNDREDTHS),
        theme="Inspection",
        edition=2 if identifier == "OF01" else 1,
        counts_each=ONE_VALUE,
        counts=GRADES,
        source=f"{source} Ofsted numbers its grades the other way; here more is better.",
        better="higher",
        note=f"Load it as a reference value: measure {identifier}, kind ACTIVITY, level LA, your own area code, period "
        "the day of the report, value 1 to 4.",
    )


OF01 = judgement(
    "OF01",
    "Overall effectiveness at the latest Ofsted inspection",
    among=latest("OF01").where(not_(graded_without_an_overall_grade)),
    source="Ofsted's published judgement, given until March 2026. After a later report with the four judgements alone "
    "(OF01-LEADERS, OF01-HELP, OF01-CARE, OF01-LEAVERS) none is given, and no average of them stands in for it.",
)
OF01_LEADERS = judgement(
    "OF01-LEADERS",
    "Impact of leaders at the latest Ofsted inspection",
    among=latest("OF01-LEADERS"),
    source="Ofsted's published judgement of the impact of leaders on social work practice with children and families.",
)
OF01_HELP = judgement(
    "OF01-HELP",
    "Help and protection at the latest Ofsted inspection",
    among=latest("OF01-HELP"),
    source="Ofsted's published judgement of the experiences and progress of children who need help and protection.",
)
OF01_CARE = judgement(
    "OF01-CARE",
    "Children in care at the latest Ofsted inspection",
    among=latest("OF01-CARE"),
    source="Ofsted's published judgement of the experiences and progress of children in care.",
)
OF01_LEAVERS = judgement(
    "OF01-LEAVERS",
    "Care leavers at the latest Ofsted inspection",
    among=latest("OF01-LEAVERS"),
    source="Ofsted's published judgement of the experiences and progress of care leavers, given apart since 2023; "
    "before that it was part of the one of children in care.",
)

INDICATORS = (
    *(LA31, LA31_OVERALL, LA31_SEVERE, LA32, LA32_ATTAINMENT, LA32_PROGRESS, CL11, SP01, SP01_OTHER, HA01),
    *(OF01, OF01_LEADERS, OF01_HELP, OF01_CARE, OF01_LEAVERS),
)
