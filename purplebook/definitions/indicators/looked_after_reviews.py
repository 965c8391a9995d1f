"""Whether looked-after children are visited and reviewed when it is due, and take part."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.cohorts import LOOKED_AFTER, PLACEMENT_THEN
from purplebook.definitions.indicators.looked_after import THEME, looked_after_breakdowns
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    called,
    days_between,
    indicator,
    linked,
    looked_after_period,
    looked_after_review,
    not_,
    percentage_of,
    person,
    placement,
    same_child,
    this_row,
    visit,
    working_days_between,
)

first_visit, usual_visit = standard("looked_after_visit_first"), standard("looked_after_visit")
settled_visit = standard("looked_after_visit_settled")
first_review, second_review = standard("looked_after_review_first"), standard("looked_after_review_second")
later_review = standard("looked_after_review")

LONG_TERM = ("U1", "U4")
"""Long-term fostering: the child is to stay until 18."""

TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
"""In the return's own words PN4 attends and does not contribute, so being there is not enough."""

moved_in = PLACEMENT_THEN.latest(placement.started_on)
visits = same_child(visit).where(visit.visit_type.is_("LAC"), visit.seen.is_("Y"), visit.visited_on <= PERIOD.last_day)
last_visit = visits.latest(visit.visited_on)

reviewed_on = looked_after_review.reviewed_on
not_cancelled = looked_after_review.is_cancelled.is_not(True)
reviews = linked(looked_after_review.looked_after_period_id, looked_after_period.looked_after_period_id).where(
    not_cancelled, reviewed_on <= PERIOD.last_day
)
# One that is dated before the child came into care is not the first of this care.
first_reviewed_on = reviews.where(reviewed_on >= this_row(looked_after_period.started_on)).earliest(reviewed_on)
earlier_reviews = linked(looked_after_review.looked_after_period_id, looked_after_review.looked_after_period_id).where(
    not_cancelled, reviewed_on < this_row(reviewed_on)
)
reviewed_before = earlier_reviews.latest(reviewed_on)

LA16 = indicator(
    "LA16",
    "Children looked after whose last visit was in time",
    percentage_of(
        LOOKED_AFTER.where(days_between(moved_in, PERIOD.last_day) > first_visit),
        that=all_of(
            last_visit >= moved_in,
            any_of(
                days_between(last_visit, PERIOD.last_day) <= usual_visit,
                all_of(
                    called(
                        "settled for a year in a long-term placement",
                        PLACEMENT_THEN.where(
                            placement.placement_type.is_in(*LONG_TERM),
                            placement.started_on <= PERIOD.last_day.add_months(-12),
                        ).exists(),
                    ),
                    last_visit.add_months(settled_visit) >= PERIOD.last_day,
                ),
            ),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after who have been in their placement for more than a week; without a recorded placement "
    "a child is left out",
    source="Care Planning, Placement and Case Review Regulations 2010, partly verified: in the first week of a "
    "placement, then every six weeks, and every three months after a year of long-term fostering. Counted at a date by "
    "the latest visit at which the child was seen; earlier gaps do not show.",
    better="higher",
    day_0="The day of the visit is day 0; a visit before the child moved in does not count.",
    by=looked_after_breakdowns,
    look_back_months=3,
)

LA17 = indicator(
    "LA17",
    "Children looked after whose every review of the last year was in time",
    percentage_of(
        LOOKED_AFTER.where(working_days_between(looked_after_period.started_on, PERIOD.last_day) > first_review),
        that=all_of(
            called(
                "first reviewed in time, or more than a year ago",
                any_of(
                    working_days_between(looked_after_period.started_on, first_reviewed_on) <= first_review,
                    first_reviewed_on <= PERIOD.last_day.add_months(-12),
                ),
            ),
            not_(
                called(
                    "too long before a review of the last year",
                    reviews.where(
                        reviewed_on > PERIOD.last_day.add_months(-12),
                        any_of(
                            all_of(
                                earlier_reviews.count_different(reviewed_on) < 2,
                                reviewed_on > reviewed_before.add_months(second_review.in_force(reviewed_before)),
                            ),
                            reviewed_on > reviewed_before.add_months(later_review.in_force(reviewed_before)),
                        ),
                    ).exists(),
                )
            ),
            called(
                "next review not overdue",
                any_of(
                    reviews.latest(reviewed_on).add_months(second_review) >= PERIOD.last_day,
                    all_of(
                        reviews.count_different(reviewed_on) >= 2,
                        reviews.latest(reviewed_on).add_months(later_review) >= PERIOD.last_day,
                    ),
                ),
            ),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after for longer than the time to the first review",
    source="Care Planning, Placement and Case Review Regulations 2010 (former NI 66), partly verified: all or nothing. "
    "The first review within twenty working days, the second within three months of it, later ones within six.",
    better="higher",
    day_0="The day the child began to be looked after, and then each review, is day 0 for the next.",
    look_back_months=24,
    by=looked_after_breakdowns,
)

LA18 = indicator(
    "LA18",
    "Looked-after reviews in which the child took part",
    percentage_of(
        looked_after_review.dated(reviewed_on).where(
            not_cancelled,
            looked_after_review.participation_code.is_not("PN0"),
            age_on(reviewed_on, born=person.born_on) >= 4,
        ),
        that=looked_after_review.participation_code.is_in(*TOOK_PART),
    ),
    theme=THEME,
    edition=2,
    counts_each="looked-after review",
    counts="reviews of children aged 4 or over on the day, those whose part is not recorded included",
    source="SSDA903 return (method of participation): PN1 to PN3, PN5 and PN6 are ways of giving views. PN4 was there "
    "and did not contribute, PN7 gave none at all: neither took part. The former indicator C63 counted so too (domain "
    "knowledge, unverified).",
    better="higher",
    by=(
        *who(looked_after_review, on=reviewed_on),
        coded("participation", "How the child took part", looked_after_review.participation_code),
    ),
)

INDICATORS = (LA16, LA17, LA18)
