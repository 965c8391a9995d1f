"""Cases of children in need that closed: how many, how many went on to early help, how many to other hands."""

from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.indicators.child_in_need import THEME
from purplebook.definitions.indicators.early_help_steps import episodes
from purplebook.language import (
    EVER,
    any_of,
    assessment,
    child_protection_plan,
    count,
    early_help,
    first_of,
    indicator,
    linked,
    looked_after_period,
    not_,
    percentage_of,
    referral,
    same_child,
    this_row,
    working_days_between,
)
from purplebook.language.expressions import Column, RelatedRows

closing_day = this_row(referral.closed_on)
at_closing = (
    *who(referral, on=referral.closed_on),
    own_team(referral),
    coded("reason", "Reason closed", referral.closure_reason_code),
)
ASSESSED_BEFORE = EVER
"""A case that closes may be of any age, and its assessment tells whether it was one of a child in need."""
CASES = "cases closed whose child had been in need, with no child protection plan and not looked after"


def reaching(rows: RelatedRows, start: Column, end: Column) -> RelatedRows:
    """Those of the child that were open on the day the case closed, or ended on it."""
    return rows.where(start <= closing_day, any_of(end.is_missing(), end >= closing_day))


closed_cases = referral.dated(referral.closed_on).where(
    referral.is_no_further_action.is_not(True),
    linked(assessment.referral_id, referral.referral_id)
    .where(working_days_between(assessment.authorised_on, closing_day) > 10)
    .exists(),
    not_(
        reaching(
            same_child(child_protection_plan), child_protection_plan.started_on, child_protection_plan.ended_on
        ).exists()
    ),
    not_(
        reaching(same_child(looked_after_period), looked_after_period.started_on, looked_after_period.ended_on).exists()
    ),
)
help_asked_for = first_of(early_help.requested_on, early_help.started_on)

CN07 = indicator(
    "CN07",
    "Cases of children in need that closed",
    count(closed_cases),
    theme=THEME,
    counts_each="referral",
    counts=CASES,
    look_back_months=ASSESSED_BEFORE,
    source="2015 paper (4.23). Local definition (domain knowledge, unverified): the cases of the children of CN03. One "
    "closed within ten working days of its assessment had not become work with a child in need, and one that closed on "
    "the day on which a plan or a period of care ended was not closed as one.",
    by=at_closing,
)

CN07_DOWN = indicator(
    "CN07-DOWN",
    "Cases of children in need stepped down to early help",
    percentage_of(
        closed_cases,
        that=any_of(
            referral.closure_reason_code.is_("RC9"),
            same_child(early_help)
            .where(
                episodes,
                early_help.request_source_code.is_("SOCIAL_CARE"),
                help_asked_for >= closing_day.add_months(-1),
                help_asked_for <= closing_day.add_months(1),
            )
            .exists(),
        ),
    ),
    theme=THEME,
    counts_each="referral",
    counts=CASES,
    look_back_months=ASSESSED_BEFORE,
    source="2015 paper (4.23). Local definition (domain knowledge, unverified): the case closed for early help (reason "
    "RC9, since April 2022), or children's social care asked for help for the child within a month of the day.",
    day_0="The day the case closed is day 0: help asked for a month before or after to the day is a step down.",
    by=at_closing,
    note="The latest month may understate it: the help may yet be asked for.",
)

CN07_MOVED = indicator(
    "CN07-MOVED",
    "Cases of children in need transferred to another authority or to adult care",
    percentage_of(closed_cases, that=referral.closure_reason_code.is_in("RC5", "RC6")),
    theme=THEME,
    counts_each="referral",
    counts=CASES,
    look_back_months=ASSESSED_BEFORE,
    source="2015 paper (4.23). Children in need census, reasons RC5 and RC6. Transfers between teams of the council "
    "are no closing of a case.",
    by=at_closing,
)

INDICATORS = (CN07, CN07_DOWN, CN07_MOVED)
