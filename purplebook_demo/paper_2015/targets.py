"""What the invented authority's figures should be: counts per period, stocks at a date, shares per period.

Declarative on purpose: calibrating the demo means changing these rows.  Counts of events are dealt out exactly to the
months of their period; stocks are met by choosing how many spells end.  Shares are drawn by chance.
"""

from __future__ import annotations

import random
from datetime import date

from purplebook_demo.paper_2015.calendar import MONTH_WEIGHTS, add_days, months
from purplebook_demo.paper_2015.chance import spread
from purplebook_demo.paper_2015.target_kinds import (
    AverageTime,
    CurrentPlans,
    Flow,
    Leaving,
    Quota,
    SeenInTime,
    Share,
    Stock,
    TimelyShare,
)


def _flows(history: dict[int, int], years: dict[int, int], recent: dict[tuple[int, int, int], int]) -> tuple[Flow, ...]:
    """Flows for whole financial years and then for the spans (year, first month, last month)."""
    whole = {**history, **years}
    found = [Flow(date(year, 4, 1), date(year + 1, 3, 31), count) for year, count in whole.items()]
    for (year, first, last), count in recent.items():
        end = add_days(date(year + last // 12, last % 12 + 1, 1), -1)
        found.append(Flow(date(year, first, 1), end, count))
    return tuple(found)


UNEVENNESS = 0.14
"""How far a month may lie above or below what the time of year asks for."""


def monthly(flows: tuple[Flow, ...]) -> dict[date, int]:
    """Events for each month, keyed by its first day."""
    counts: dict[date, int] = {}
    for flow in flows:
        span = months(flow.first, flow.last)
        unlike = random.Random(f"{flow.first} {flow.last} {flow.count}")
        weights = [MONTH_WEIGHTS[month.month - 1] * (1 + UNEVENNESS * (2 * unlike.random() - 1)) for month in span]
        shares = spread(flow.count, weights)
        counts.update(zip(span, shares, strict=True))
    return counts


UNEVEN_STOCK = 3


def stock_path(stocks: tuple[Stock, ...], month_ends: tuple[date, ...]) -> dict[date, int]:
    """The stock at each month end: along a line between the stocks given, and a little uneven, as stocks are."""
    path: dict[date, int] = {}
    for day in month_ends:
        earlier = max((stock for stock in stocks if stock.on <= day), key=lambda stock: stock.on)
        later = min((stock for stock in stocks if stock.on >= day), key=lambda stock: stock.on)
        span = (later.on - earlier.on).days
        part = (day - earlier.on).days / span if span else 0.0
        uneven = 0 if day in (earlier.on, later.on) else random.Random(f"{day}").randint(-UNEVEN_STOCK, UNEVEN_STOCK)
        path[day] = round(earlier.count + (later.count - earlier.count) * part) + uneven
    return path


def share_on(shares: tuple[Share, ...], day: date) -> float:
    """The share that holds on the day."""
    value = shares[0].value
    for share in shares:
        if share.first > day:
            break
        value = share.value
    return value


REFERRALS = _flows(
    {},
    {2011: 1600, 2012: 1681, 2013: 1732},
    {
        (2014, 4, 12): 1175,
        (2015, 1, 3): 423,
        (2015, 4, 4): 228,
        (2015, 5, 5): 231,
        (2015, 6, 6): 262,
        (2015, 7, 7): 118,
        (2015, 8, 8): 146,
        (2015, 9, 12): 586,
    },
)
"""Referrals that the case system holds by the day of the paper, and those of the months after it."""
LATE_REFERRALS = _flows({}, {2014: 75}, {(2015, 4, 6): 22, (2015, 7, 7): 71, (2015, 8, 8): 12})
"""Referrals of these months that were recorded only after the day of the paper."""
CONTACTS = _flows({}, {2011: 4750, 2012: 4900, 2013: 4950, 2014: 4980}, {(2015, 4, 8): 2073, (2015, 9, 12): 1718})
SECTION_47_ENQUIRIES = _flows(
    {2008: 280, 2009: 300, 2010: 360},
    {2011: 560, 2012: 618, 2013: 557},
    {
        (2014, 4, 12): 439,
        (2015, 1, 3): 138,
        (2015, 4, 4): 50,
        (2015, 5, 5): 54,
        (2015, 6, 6): 73,
        (2015, 7, 7): 46,
        (2015, 8, 8): 38,
        (2015, 9, 12): 212,
    },
)
INITIAL_CONFERENCES = _flows(
    {2008: 145, 2009: 160, 2010: 175},
    {2011: 190, 2012: 161, 2013: 226},
    {
        (2014, 4, 12): 217,
        (2015, 1, 3): 84,
        (2015, 4, 4): 26,
        (2015, 5, 5): 28,
        (2015, 6, 6): 46,
        (2015, 7, 7): 20,
        (2015, 8, 8): 26,
        (2015, 9, 9): 22,
        (2015, 10, 12): 74,
        # A month beyond the records: enquiries of December whose conference is still to come.
        (2016, 1, 1): 25,
    },
)
TRANSFER_IN_CONFERENCES = _flows(
    {2008: 4, 2009: 4, 2010: 4},
    {2011: 5, 2012: 6, 2013: 6},
    {
        (2014, 4, 12): 4,
        (2015, 1, 3): 2,
        (2015, 4, 6): 8,
        (2015, 7, 8): 5,
        (2015, 9, 9): 0,
        (2015, 10, 12): 3,
        (2016, 1, 1): 0,
    },
)
PLAN_STARTS = _flows({}, {2011: 185, 2012: 159, 2013: 196, 2014: 253}, {(2015, 4, 6): 104, (2015, 7, 8): 49})
"""Children for whom a plan began: 55 of 2014-15's were 21.7% of them, and 32 of 2015's 20.9%."""
PROTECTION_PLANS_OPEN = (
    Stock(date(2008, 3, 31), 0),
    Stock(date(2009, 3, 31), 100),
    Stock(date(2010, 3, 31), 165),
    Stock(date(2011, 3, 31), 214),
    Stock(date(2012, 3, 31), 204),
    Stock(date(2013, 3, 31), 161),
    Stock(date(2014, 3, 31), 157),
    Stock(date(2015, 3, 31), 203),
    Stock(date(2015, 4, 30), 208),
    Stock(date(2015, 5, 31), 216),
    Stock(date(2015, 6, 30), 237),
    Stock(date(2015, 7, 31), 248),
    Stock(date(2015, 8, 31), 265),
    Stock(date(2015, 9, 30), 280),
    Stock(date(2016, 1, 31), 284),
)
"""With the plans that began they leave 195, 202, 200 and 207 plans to end in the four years, of which the paper's
counts of two years or more are 8.2%, 8.9%, 8.5% and 3.38%."""
LONG_PLANS_ENDED = _flows({}, {2011: 16, 2012: 18, 2013: 17, 2014: 7}, {})
"""Plans that ended after two years or more."""
LONG_PLANS_OPEN = (
    Stock(date(2013, 3, 31), 10),
    Stock(date(2014, 3, 31), 11),
    Stock(date(2015, 3, 31), 7),
    Stock(date(2015, 6, 30), 5),
    Stock(date(2015, 8, 31), 4),
)
"""Children whose plan has lasted two years and goes on."""


TIME_ON_OPEN_PLANS = (
    AverageTime(date(2015, 3, 31), date(2015, 3, 31), 8.9, 203, 0.05),
    AverageTime(date(2015, 8, 31), date(2015, 8, 31), 7.7, 265, 0.05),
)
TIME_ON_ENDED_PLANS = (AverageTime(date(2015, 4, 1), date(2015, 6, 30), 12, 70, 0.5),)
"""104 plans began in the quarter and 34 more were open at its end, so 70 ended."""
PLANS_BY_CATEGORY = (
    (date(2015, 6, 30), {"NEG": 118, "PHY": 17, "SAB": 35, "EMO": 67}),
    (date(2015, 8, 31), {"NEG": 119, "PHY": 20, "SAB": 28, "EMO": 98}),
)
"""Of 237 children 49.8, 7.2, 14.8 and 28.3%; of 265 children 44.9, 7.5, 10.6 and 37.0%."""


CONFERENCES_IN_TIME = (TimelyShare(date(2015, 4, 1), date(2015, 8, 31), "79.9", 2),)
"""Of 146 no number is 79.9%; of 144 it is 115."""
LOOKED_AFTER = (
    Stock(date(2011, 3, 31), 230),
    Stock(date(2012, 3, 31), 237),
    Stock(date(2013, 3, 31), 227),
    Stock(date(2014, 3, 31), 208),
    Stock(date(2015, 3, 31), 207),
    Stock(date(2015, 6, 30), 223),
    Stock(date(2015, 8, 31), 230),
    Stock(date(2015, 12, 31), 236),
)

# 18 of 208 is the 8.65% printed for 2014; the 19 of 211 printed beside it is 9.00%.
MOVED_OFTEN = (
    Stock(date(2012, 3, 31), 14),
    Stock(date(2013, 3, 31), 11),
    Stock(date(2014, 3, 31), 18),
    Stock(date(2015, 3, 31), 19),
    Stock(date(2015, 8, 31), 22),
    Stock(date(2015, 12, 31), 24),
)
"""Children looked after on the day who have had three or more placements in the twelve months to it."""
PLACED_FAR = (
    Stock(date(2012, 3, 31), 48),
    Stock(date(2013, 3, 31), 49),
    Stock(date(2014, 3, 31), 54),
    Stock(date(2015, 3, 31), 61),
    Stock(date(2015, 8, 31), 67),
    Stock(date(2015, 12, 31), 70),
)
"""Children looked after on the day who are outside the authority and more than 20 miles from home."""


LEAVING = (
    Leaving(
        date(2011, 4, 1),
        date(2012, 3, 31),
        19,
        13,
        19,
        46,
        9800,
        3553,
        twice=1,
        placing_recorded=18,
        under_order=16,
        aged_18_by_august=7,
    ),
    Leaving(date(2012, 4, 1), date(2013, 3, 31), 18, 16, 22, 39, 10651, 3877, twice=2, under_order=16),
    Leaving(date(2013, 4, 1), date(2014, 3, 31), 26, 17, 23, 29, 17713, 8475, twice=1),
    Leaving(date(2014, 4, 1), date(2015, 3, 31), 19, 16, 28, 22, 11610, 5429, twice=2, aged_18_by_august=14),
    Leaving(date(2015, 4, 1), date(2015, 6, 30), 10, 4, 6, 5, 7362, 3769, within_14_months=3),
    Leaving(date(2015, 7, 1), date(2015, 8, 31), 1, 3, 5, 8, 690, 310),
)
LEAVING_AFTER_PAPER = {"adopted": 5, "special_guardianship": 5, "other": 14}
"""Children who stop being looked after from the day after the paper to the end of the records; birthdays add more."""
LEAVERS_IN_SUITABLE_HOMES = 55
LEAVERS_NOT_IN_WORK = 26
LEAVERS_IN_HIGHER_EDUCATION = 7
LEAVERS_WITH_CURRENT_PLAN = 63
"""Care leavers aged 19 to 21 on the register of the day of the paper: 71 in all, which the birthdays above decide."""
RETURNS_SHARE = 0.06
"""Starts that are a child coming back into care."""
AGED_18_BEFORE = 20
"""Young people a year who left care at 18 before the records start: the care leavers of 2011 to 2014."""

OPEN_AGES = ((0, 12), (1, 41), (5, 51), (10, 75), (16, 45))
"""Looked-after children on 31 August 2015 by the age at which their band starts, without the unaccompanied ones."""
UNACCOMPANIED_OPEN = 6

ASSESSED = (
    Share(date(2009, 4, 1), 0.94),
    Share(date(2012, 4, 1), 0.96),
    Share(date(2013, 4, 1), 0.83),
    Share(date(2014, 4, 1), 0.5926),
    Share(date(2015, 4, 1), 0.64),
    Share(date(2015, 7, 1), 0.75),
)
"""Referrals recorded late that go on to an assessment, by the month of the referral."""
ASSESSED_REFERRALS = _flows(
    {},
    {2011: 1504, 2012: 1614, 2013: 1438},
    {(2014, 4, 12): 696, (2015, 1, 3): 251, (2015, 4, 6): 461, (2015, 7, 8): 198, (2015, 9, 12): 422},
)
"""Referrals that go on to an assessment: 96.0, 83.0 and 59.26% of the years', 64% of the quarter's, 75% of July's and
August's and 67% of all five months'."""
ASSESSED_IN_TIME = (
    Share(date(2009, 4, 1), 0.81),
    Share(date(2012, 4, 1), 0.83),
    Share(date(2013, 4, 1), 0.84),
    Share(date(2014, 4, 1), 0.79),
    Share(date(2015, 1, 20), 0.58),
    Share(date(2015, 5, 10), 0.62),
)
"""Assessments done within 45 working days, by the month of the referral."""
CONFERENCE_IN_TIME = (Share(date(2009, 4, 1), 0.66), Share(date(2013, 4, 1), 0.72), Share(date(2015, 4, 1), 0.80))
CONFERENCE_TO_PLAN = (
    Share(date(2009, 4, 1), 0.93),
    Share(date(2013, 4, 1), 0.88),
    Share(date(2014, 4, 1), 0.83),
    Share(date(2015, 4, 1), 0.95),
)
REPEAT_PLANS = (
    Share(date(2009, 4, 1), 0.10),
    Share(date(2011, 4, 1), 0.15),
    Share(date(2013, 4, 1), 0.17),
    Share(date(2014, 4, 1), 0.185),
    Share(date(2015, 4, 1), 0.16),
)
"""Children starting a plan who had one before, by the day of the conference."""
PROTECTION_VISIT_IN_TIME = (
    Share(date(2009, 4, 1), 0.84),
    Share(date(2014, 4, 1), 0.88),
    Share(date(2015, 2, 20), 0.955),
    Share(date(2015, 4, 1), 0.80),
    Share(date(2015, 5, 10), 0.56),
    Share(date(2015, 7, 1), 0.80),
    Share(date(2015, 7, 20), 0.87),
)
CHILD_IN_NEED_PLANNED = (Share(date(2009, 4, 1), 0.44), Share(date(2015, 5, 1), 0.90))
"""Children in need who get a plan when their assessment ends."""
CHILD_IN_NEED_VISIT_IN_TIME = (Share(date(2009, 4, 1), 0.68), Share(date(2015, 6, 1), 0.80))
SUPERVISION_IN_TIME = (Share(date(2009, 4, 1), 0.62), Share(date(2015, 6, 1), 0.78))

EARLY_HELP_REQUESTS = _flows(
    {},
    {2011: 880, 2012: 960, 2013: 1040},
    {
        (2014, 4, 12): 810,
        (2015, 1, 3): 294,
        (2015, 4, 4): 78,
        (2015, 5, 5): 79,
        (2015, 6, 6): 94,
        (2015, 7, 8): 150,
        (2015, 9, 12): 372,
    },
)
COMMON_ASSESSMENTS = _flows(
    {},
    {2011: 330, 2012: 360, 2013: 390},
    {(2014, 4, 12): 300, (2015, 1, 3): 108, (2015, 4, 6): 94, (2015, 7, 8): 56, (2015, 9, 12): 139},
)
EARLY_HELP_AUDITS = _flows(
    {}, {2013: 80}, {(2014, 4, 12): 75, (2015, 1, 3): 27, (2015, 4, 6): 29, (2015, 7, 8): 17, (2015, 9, 12): 38}
)
COMPLAINTS = _flows({}, {2011: 74, 2012: 79, 2013: 91, 2014: 86}, {(2015, 4, 8): 34, (2015, 9, 12): 29})
COMPLIMENTS = _flows({}, {2011: 22, 2012: 25, 2013: 24, 2014: 29}, {(2015, 4, 8): 16, (2015, 9, 12): 12})
JOB_APPLICATIONS = _flows({}, {2013: 150, 2014: 190}, {(2015, 4, 7): 94, (2015, 8, 8): 42, (2015, 9, 12): 88})
PREFERRED_IN_AUGUST_2015 = 6
CHILDREN_AT_RESOURCES_PANEL = (Stock(date(2015, 8, 31), 92), Stock(date(2015, 9, 21), 100))
"""Different children reviewed by the panel so far; the paper counts three weeks more than its other figures."""
CARER_APPROVALS = _flows({}, {2011: 12, 2012: 11, 2013: 13, 2014: 14}, {(2015, 4, 8): 8, (2015, 9, 12): 5})

ASSESSMENTS_IN_TIME = (TimelyShare(date(2015, 4, 1), date(2015, 6, 30), "67.9"),)
REFERRALS_BY_SOURCE = (
    Quota(date(2015, 4, 1), date(2015, 8, 31), "6", 343),
    Quota(date(2015, 4, 1), date(2015, 8, 31), "2A", 196),
    Quota(date(2014, 4, 1), date(2015, 3, 31), "2A", 204),
)
REFERRALS_BY_ISSUE = (
    Quota(date(2015, 4, 1), date(2015, 8, 31), "DOMESTIC_ABUSE", 175),
    Quota(date(2015, 4, 1), date(2015, 8, 31), "PHYSICAL_ABUSE", 105),
    Quota(date(2015, 4, 1), date(2015, 8, 31), "SEXUAL_ABUSE", 107),
)
"""17.8, 10.7 and 10.9% of 985 referrals."""
ENQUIRIES_TO_CONFERENCE = ((date(2015, 1, 1), date(2015, 3, 31), 84), (date(2015, 4, 1), date(2015, 6, 30), 100))
"""Enquiries that ended with a conference."""
ENQUIRIES_TO_CONFERENCE_SHARE = (
    (date(2015, 6, 1), date(2015, 6, 30), "57.3"),
    (date(2015, 8, 1), date(2015, 8, 31), "66.7"),
)
LOOKED_AFTER_BOYS, LOOKED_AFTER_WHITE, LOOKED_AFTER_WITH_SPECIAL_NEEDS = 117, 166, 102
MORE_BABIES_THAN_IN_MARCH = 7
LONG_STAYS_IN_ONE_PLACE = "73.6"
FAR_INSIDE_THE_BOUNDARY = 7
"""With the 61 and 67 outside the boundary they are 33 and 32% beyond 20 miles."""
SEEN_IN_TIME = (
    SeenInTime(date(2015, 3, 31), "95"),
    SeenInTime(date(2015, 6, 30), "68"),
    SeenInTime(date(2015, 8, 31), "90"),
)
REPEAT_PLANS_IN_ALL = _flows({}, {2014: 55}, {(2015, 4, 8): 32})
"""Plans that are a second or later one; those dealt within the council's own families stay a little below."""
LONG_TERM_TEAMS = ("T05", "T06", "T07", "T08")
CURRENT_NEED_PLANS = (
    CurrentPlans(date(2015, 4, 30), "39.9", LONG_TERM_TEAMS),
    CurrentPlans(date(2015, 8, 31), "84", LONG_TERM_TEAMS),
)
SOCIAL_WORK_POSTS_FILLED = Flow(date(2015, 4, 1), date(2015, 8, 31), 6)
SERVICE_MANAGERS_OFFERED = Flow(date(2015, 4, 1), date(2015, 8, 31), 2)
LEAVERS_PLANNED_BEFORE_DRIVE = (date(2015, 4, 30), "27")
"""Per cent of the care leavers aged 19 to 21 with a current pathway plan."""
