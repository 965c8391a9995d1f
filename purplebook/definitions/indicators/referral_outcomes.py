"""What becomes of contacts and referrals: how soon decided, how many lead nowhere, how many come back."""

from purplebook.definitions.indicators.front_door import (
    THEME,
    contact_breakdowns,
    contacts,
    referral_breakdowns,
    referrals,
)
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17
from purplebook.definitions.standards import standard
from purplebook.language import (
    all_of,
    assessment,
    contact,
    indicator,
    linked,
    percentage_of,
    rate_of,
    referral,
    same_child,
    this_row,
    working_days_between,
)
from purplebook.language.periods import PeriodKind

A_YEAR = (PeriodKind.YEAR, PeriodKind.ROLLING_YEAR)
"""The kinds of period that a yearly rate is published for; a month's would be a twelfth of one, and mislead."""

CLOSED_AFTER_ASSESSMENT = ("RC8", "RC9")

FD03 = indicator(
    "FD03",
    "Contacts decided on within one working day",
    percentage_of(
        contacts,
        that=working_days_between(contact.contacted_on, contact.decided_on)
        <= standard("contact_decision").in_force(contact.contacted_on),
    ),
    theme=THEME,
    edition=2,
    counts_each="contact",
    counts="contacts, one for each child, those not decided on included",
    source="Working Together to Safeguard Children: decided by the end of the next working day. Partly verified; "
    "contacts out of hours are not told apart, so one on a Saturday has until Monday. A decision dated before its "
    "contact is left out.",
    better="higher",
    day_0="The day of the contact is day 0.",
    by=contact_breakdowns,
)

RF02 = indicator(
    "RF02",
    "Referrals per 10,000 children in a year",
    rate_of(referrals, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="referral",
    counts="referrals in the year, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table C1 and ONS mid-year estimates: the estimate of the middle of 2014 for the "
    "year to 31 March 2015.",
    only_for=A_YEAR,
)

RF05 = indicator(
    "RF05",
    "Referrals with no further action",
    percentage_of(referrals, that=referral.is_no_further_action.is_(True)),
    theme=THEME,
    counts_each="referral",
    counts="referrals",
    source="Children in need census table C1: closed before any assessment. Low is good only where the threshold is "
    "right, so neither way is called better.",
    by=referral_breakdowns,
)

RF06 = indicator(
    "RF06",
    "Referrals assessed, child not in need",
    percentage_of(
        referrals,
        that=all_of(
            linked(assessment.referral_id, referral.referral_id).where(assessment.authorised_on.is_recorded()).exists(),
            referral.closure_reason_code.is_in(*CLOSED_AFTER_ASSESSMENT),
        ),
    ),
    theme=THEME,
    counts_each="referral",
    counts="referrals, those not assessed included",
    source="Children in need census table C1, partly verified: a completed assessment, and the case closed after it "
    "with no further action (RC8) or passed to early help (RC9, since April 2022).",
    by=referral_breakdowns,
    note="A recent referral may still close in this way, so the latest periods are understated.",
    # 45 working days for the assessment, some days before it begins and some before the case is closed.
    look_ahead_months=3,
)

RF07 = indicator(
    "RF07",
    "Referrals within 12 months of an earlier one",
    percentage_of(
        referrals,
        that=same_child(referral)
        .where(
            referral.referred_on < this_row(referral.referred_on),
            referral.referred_on >= this_row(referral.referred_on).add_months(-12),
        )
        .exists(),
    ),
    theme=THEME,
    counts_each="referral",
    counts="referrals, those of children never referred before included",
    source="Children in need census table C1: twelve calendar months back from the referral's date; an earlier "
    "referral that led nowhere counts (assumption). Two referrals on one day are not a return.",
    better="lower",
    day_0="A referral on the same day of the year before is within the twelve months.",
    look_back_months=12,
    by=referral_breakdowns,
)

INDICATORS = (FD03, RF02, RF05, RF06, RF07)
