"""Strategy discussions: which agencies took part, and whether the child protection team led them."""

from purplebook.definitions.breakdowns import coded
from purplebook.definitions.indicators.enquiries_and_conferences import THEME, enquiry_breakdowns
from purplebook.language import (
    Breakdown,
    all_of,
    first_of,
    indicator,
    percentage_of,
    section_47_enquiry,
    share_of,
    when,
)
from purplebook.language.expressions import Column
from purplebook.language.indicators import Indicator

discussions = section_47_enquiry.dated(section_47_enquiry.strategy_discussion_on)
POLICE, HEALTH, EDUCATION = (
    section_47_enquiry.has_police_attended,
    section_47_enquiry.has_health_attended,
    section_47_enquiry.has_education_attended,
)
police, health, education = (agency.is_(True) for agency in (POLICE, HEALTH, EDUCATION))
none_of_the_three = all_of(*(agency.is_(False) for agency in (POLICE, HEALTH, EDUCATION)))
PRESENT = {
    "Police, health and education": all_of(police, health, education),
    "Police and health": all_of(police, health),
    "Police and education": all_of(police, education),
    "Health and education": all_of(health, education),
    "Police": police,
    "Health": health,
    "Education": education,
    "None of the three": none_of_the_three,
}
agencies = Breakdown(
    "agencies",
    "Agencies present",
    first_of(*(when(condition, name) for name, condition in PRESENT.items())),
    order=tuple(PRESENT),
)
decision = coded("decision", "Decision", section_47_enquiry.decision)
DISCUSSIONS = "strategy discussions, one for each child, those that led to no enquiry included"
NOT_RECORDED = "Where it is not recorded the agency is not said to have been there, nor to have been absent."

S405 = indicator(
    "S405",
    "Strategy discussions by agencies present",
    share_of(discussions),
    theme=THEME,
    counts_each="strategy discussion",
    counts=DISCUSSIONS,
    source="2015 paper (4.14); Working Together to Safeguard Children asks for police and health at least. "
    f"{NOT_RECORDED}",
    by=(agencies, decision, *enquiry_breakdowns),
)


def with_agency(agency: str, title: str, attended: Column) -> Indicator:
    """Of the strategy discussions, the percentage in which one agency took part."""
    return indicator(
        f"S405-{agency.upper()}",
        title,
        percentage_of(discussions, that=attended.is_(True)),
        theme=THEME,
        counts_each="strategy discussion",
        counts=DISCUSSIONS,
        source=f"2015 paper (4.14). {NOT_RECORDED} Those not recorded are in the whole, and counted in the breakdown.",
        better="higher",
        by=(coded(agency, f"{agency.capitalize()} took part", attended), decision, *enquiry_breakdowns),
    )


S405_POLICE = with_agency("police", "Strategy discussions with the police", POLICE)
S405_HEALTH = with_agency("health", "Strategy discussions with health", HEALTH)
S405_EDUCATION = with_agency("education", "Strategy discussions with education", EDUCATION)

S405_ALL = indicator(
    "S405-ALL",
    "Strategy discussions with police, health and education",
    percentage_of(discussions, that=PRESENT["Police, health and education"]),
    theme=THEME,
    counts_each="strategy discussion",
    counts=DISCUSSIONS,
    source=f"2015 paper (4.14): health and schools are to be involved routinely. {NOT_RECORDED}",
    better="higher",
    by=(decision, *enquiry_breakdowns),
)

S406 = indicator(
    "S406",
    "Strategy discussions led by the child protection team",
    percentage_of(
        discussions.where(section_47_enquiry.is_led_by_protection_team.is_recorded()),
        that=section_47_enquiry.is_led_by_protection_team.is_(True),
    ),
    theme=THEME,
    counts_each="strategy discussion",
    counts="strategy discussions for which it is recorded who led them, one for each child",
    source="Families First Partnership programme: a lead practitioner of the multi-agency child protection team leads "
    "them. Local register; the programme's own measures are not verified. Before there was a team nothing is recorded.",
    by=(decision, *enquiry_breakdowns),
)

INDICATORS = (S405, S405_POLICE, S405_HEALTH, S405_EDUCATION, S405_ALL, S406)
