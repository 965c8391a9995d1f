"""Work before court, and applications for care orders."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17
from purplebook.definitions.indicators.referral_outcomes import A_YEAR
from purplebook.language import (
    PERIOD,
    any_of,
    count,
    days_between,
    indicator,
    mean_of,
    median_of,
    percentage_of,
    pre_proceedings,
    rate_of,
)

THEME = "Care proceedings"
WEEK = "7"
open_cases = (
    pre_proceedings.open_at_period_end(pre_proceedings.decided_on, pre_proceedings.step_decided_on)
    .where(
        # Some sources tell of the application to the court and not of the decision to make it.
        any_of(
            pre_proceedings.court_application_on.is_missing(), pre_proceedings.court_application_on > PERIOD.last_day
        )
    )
    .once_for_each_child()
)
pre_proceedings_breakdowns = who(pre_proceedings, on=PERIOD.last_day)
FAMILY_MEETINGS = (
    "Children in need census, module on pre-proceedings; Children Act 1989 section 31ZA (Act of 2026, its start set by "
    "regulations)."
)
applied = pre_proceedings.dated(pre_proceedings.court_application_on)

CT01 = indicator(
    "CT01",
    "Children in applications to the family court per 10,000 children in a year",
    rate_of(applied, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="pre-proceedings case",
    counts="children in applications of the year, each time anew, over the mid-year population estimate aged 0 to 17",
    source="Our own records of pre-proceedings. The published figure is of the service that advises the family courts "
    "(Cafcass) and counts applications, which may be about several children: do not compare the two.",
    only_for=A_YEAR,
)

CT01_WAIT = indicator(
    "CT01-WAIT",
    "Average weeks from the decision to start pre-proceedings to the application",
    mean_of(
        days_between(pre_proceedings.decided_on, pre_proceedings.court_application_on), among=applied, unit_days=WEEK
    ),
    theme=THEME,
    edition=2,
    counts_each="pre-proceedings case",
    counts="children in applications made in the period, with both dates recorded",
    source="Public Law Outline practice; domain knowledge, unverified. How long the court then takes (26 weeks) is in "
    "no record of ours.",
    better="lower",
    day_0="The day of the decision is day 0.",
    by=who(pre_proceedings, on=pre_proceedings.court_application_on),
)

CT02 = indicator(
    "CT02",
    "Children in pre-proceedings",
    count(open_cases),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children in open pre-proceedings work, each once",
    source="Public Law Outline practice, partly verified: from the decision to start until it is decided to step down "
    "or to go to court, or the court is applied to.",
    by=pre_proceedings_breakdowns,
)

CT02_WEEKS = indicator(
    "CT02-WEEKS",
    "Median weeks in pre-proceedings so far",
    median_of(days_between(pre_proceedings.decided_on, PERIOD.last_day), among=open_cases, unit_days=WEEK),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children in open pre-proceedings work, each once",
    source="Public Law Outline practice, partly verified: from the decision to start to the date, for the "
    "children counted in CT02.",
    better="lower",
    day_0="The day of the decision is day 0.",
    by=pre_proceedings_breakdowns,
)

CT03 = indicator(
    "CT03",
    "Letters before proceedings with an offer of a family group decision-making meeting",
    percentage_of(
        pre_proceedings.dated(pre_proceedings.letter_before_proceedings_on),
        that=pre_proceedings.is_family_meeting_offered.is_(True),
    ),
    theme=THEME,
    counts_each="pre-proceedings case",
    counts="children in letters before proceedings sent in the period, one for each child",
    source=f"{FAMILY_MEETINGS} Whether the family accepted, and why no offer was made, is in no format; an offer made "
    "outside pre-proceedings is not recorded either.",
    better="higher",
    by=who(pre_proceedings, on=pre_proceedings.letter_before_proceedings_on),
)

CT03_HELD = indicator(
    "CT03-HELD",
    "Applications to court before which a family group decision-making meeting was held",
    percentage_of(applied, that=pre_proceedings.is_family_meeting_held.is_(True)),
    theme=THEME,
    counts_each="pre-proceedings case",
    counts="children in applications made in the period, one for each child",
    source=f"{FAMILY_MEETINGS} Not recorded counts as not held; an offer that was declined counts as not held too.",
    better="higher",
    by=(
        *who(pre_proceedings, on=pre_proceedings.court_application_on),
        coded("offered", "Meeting offered", pre_proceedings.is_family_meeting_offered),
    ),
)

INDICATORS = (CT01, CT01_WAIT, CT02, CT02_WEEKS, CT03, CT03_HELD)
