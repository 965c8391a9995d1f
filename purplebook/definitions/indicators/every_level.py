"""Children worked with at any level, from early help to care, each once."""

from purplebook.definitions.breakdowns import who
from purplebook.definitions.cohorts import open_then
from purplebook.definitions.indicators.early_help_steps import episodes
from purplebook.language import (
    PERIOD,
    Breakdown,
    any_of,
    called,
    child_protection_plan,
    count_children,
    early_help,
    first_of,
    indicator,
    looked_after_period,
    person,
    referral,
    same_child,
    when,
)

helped_early = called(
    "receiving early help",
    same_child(early_help).where(open_then(early_help.started_on, early_help.ended_on), episodes).exists(),
)
in_need = called(
    "in need",
    same_child(referral)
    .where(open_then(referral.referred_on, referral.closed_on), referral.is_no_further_action.is_not(True))
    .exists(),
)
on_a_plan = called(
    "on a child protection plan",
    same_child(child_protection_plan)
    .where(
        open_then(child_protection_plan.started_on, child_protection_plan.ended_on),
        child_protection_plan.is_other_authority_plan.is_not(True),
    )
    .exists(),
)
looked_after = called(
    "looked after",
    same_child(looked_after_period)
    .where(open_then(looked_after_period.started_on, looked_after_period.ended_on))
    .exists(),
)
LEVELS = {
    "Looked after": looked_after,
    "Child protection plan": on_a_plan,
    "In need": in_need,
    "Early help": helped_early,
}
"""The levels, the highest first: in a breakdown each child stands at the highest it is at."""

CN06 = indicator(
    "CN06",
    "Children worked with at any level",
    count_children(person.at_period_end().where(any_of(*LEVELS.values()))),
    theme="Children in need",
    counts_each="child",
    counts="different children with open early help, an open episode of need, a child protection plan or a period of "
    "care, each once",
    source="2015 paper (1.1). Local definition (domain knowledge, unverified): open episodes of early "
    "help or Family Help, not assessments alone; need as in CN01; plans as in CP01; care with short breaks, because "
    "those children are worked with too. Young people who have left care are not counted.",
    by=(
        *who(person, on=PERIOD.last_day),
        Breakdown(
            "level",
            "Highest level",
            first_of(*(when(condition, name) for name, condition in LEVELS.items())),
            order=tuple(LEVELS),
        ),
    ),
    needs=tuple(LEVELS.values()),
)

INDICATORS = (CN06,)
