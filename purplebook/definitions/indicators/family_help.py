"""Family Help: families' episodes of help before, instead of and after social care; and private fostering."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    count_children,
    days_between,
    early_help,
    indicator,
    percentage_of,
    percentage_of_children,
    private_fostering,
    same_child,
    visit,
)

THEME = "Early help"
family_help = early_help.assessment_type.is_("FAMILY_HELP")
receiving = early_help.open_at_period_end(early_help.started_on, early_help.ended_on).where(family_help)
family_help_breakdowns = (
    *who(early_help, on=PERIOD.last_day),
    coded("organisation", "Lead organisation", early_help.organisation),
)
started = early_help.dated(early_help.started_on).where(family_help)
ended = early_help.dated(early_help.ended_on).where(family_help)
arranged = private_fostering.open_at_period_end(private_fostering.started_on, private_fostering.ended_on)
visit_due = standard("private_fostering_visit")
SERIES = (
    "Families First Partnership programme, partly verified: where an authority merges children in need into Family "
    "Help, its series of children in need breaks."
)

FH01 = indicator(
    "FH01",
    "Children receiving Family Help",
    count_children(receiving),
    theme=THEME,
    counts_each="child",
    counts="different children with an open episode of Family Help",
    source=SERIES,
    by=family_help_breakdowns,
)

FH01_UP = indicator(
    "FH01-UP",
    "Family Help that ended by stepping up to social care",
    percentage_of(ended, that=early_help.end_reason.is_("STEP_UP")),
    theme=THEME,
    counts_each="episode of Family Help",
    counts="episodes of Family Help that ended",
    source=SERIES,
    by=(*who(early_help, on=early_help.ended_on), coded("reason", "Reason ended", early_help.end_reason)),
)

FH01_DOWN = indicator(
    "FH01-DOWN",
    "Family Help that began by stepping down from social care",
    percentage_of(started, that=early_help.request_source_code.is_("SOCIAL_CARE")),
    theme=THEME,
    counts_each="episode of Family Help",
    counts="episodes of Family Help that began",
    source=SERIES,
    by=(*who(early_help, on=early_help.started_on), coded("source", "Source", early_help.request_source_code)),
)

FH02 = indicator(
    "FH02",
    "Children receiving Family Help who have a lead practitioner",
    percentage_of_children(receiving, that=early_help.worker_id.is_recorded()),
    theme=THEME,
    counts_each="child",
    counts="different children with an open episode of Family Help",
    source="Families First Partnership programme: each family has one lead practitioner. The programme's own measures "
    "are not verified; here a lead worker is named on the child's episode.",
    better="higher",
    by=family_help_breakdowns,
)

FH03 = indicator(
    "FH03",
    "Family Help that ended with the needs met",
    percentage_of(ended, that=early_help.end_reason.is_("NEEDS_MET")),
    theme=THEME,
    counts_each="early help episode",
    counts="episodes of Family Help that ended",
    source="Local reasons for closing (domain knowledge, unverified). The programme's own measures are not verified. "
    "An episode that ended without a reason is in the whole.",
    better="higher",
    by=(*who(early_help, on=early_help.ended_on), coded("reason", "Reason ended", early_help.end_reason)),
)

PF01 = indicator(
    "PF01",
    "Children privately fostered",
    count_children(arranged),
    theme="Children in need",
    counts_each="child",
    counts="different children in an open private arrangement",
    source="Former private fostering return, partly verified: every arrangement that the authority was told of.",
    by=who(private_fostering, on=PERIOD.last_day),
)

PF01_VISITS = indicator(
    "PF01-VISITS",
    "Privately fostered children seen in the last six weeks",
    percentage_of_children(
        arranged.where(days_between(private_fostering.started_on, PERIOD.last_day) > visit_due),
        that=same_child(visit)
        .where(
            visit.visit_type.is_("PRIVATE_FOSTERING"),
            visit.seen.is_("Y"),
            visit.visited_on <= PERIOD.last_day,
            days_between(visit.visited_on, PERIOD.last_day) <= visit_due,
        )
        .exists(),
    ),
    theme="Children in need",
    counts_each="child",
    counts="different children in an arrangement that is older than the interval between visits",
    source="Private fostering regulations, partly verified: every six weeks. After the first year twelve weeks would "
    "do, so this is the stricter of the two for older arrangements.",
    better="higher",
    day_0="The day of the visit is day 0: a visit 42 days before the date is in time.",
    by=who(private_fostering, on=PERIOD.last_day),
)

INDICATORS = (FH01, FH01_UP, FH01_DOWN, FH02, FH03, PF01, PF01_VISITS)
