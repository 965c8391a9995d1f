"""What happened on visits to children with a child protection plan."""

from purplebook.definitions.breakdowns import allocated_team, who
from purplebook.definitions.indicators.child_protection_plans import THEME
from purplebook.language import indicator, percentage_of, visit

CP16 = indicator(
    "CP16",
    "Child protection visits on which the child was seen alone",
    percentage_of(
        visit.dated(visit.visited_on).where(visit.visit_type.is_("CP"), visit.seen.is_("Y")),
        that=visit.seen_alone.is_("Y"),
    ),
    theme=THEME,
    counts_each="visit",
    counts="child protection visits on which the child was seen, one for each child",
    source="2015 paper (4.22): children should be seen alone. Local definition (domain knowledge, unverified): not "
    "recorded counts as not alone. A baby cannot speak for itself, so read it by age.",
    better="higher",
    by=(*who(visit, on=visit.visited_on), allocated_team(on=visit.visited_on)),
)

INDICATORS = (CP16,)
