"""Steps between early help and social care: episodes that went up to it, and those that came down from it."""

from purplebook.definitions.breakdowns import coded, who
from purplebook.definitions.indicators.early_help import THEME, organisation, source
from purplebook.language import count, early_help, indicator, percentage_of

episodes = early_help.assessment_type.is_in("EPISODE", "FAMILY_HELP")
kind = coded("kind", "Kind of help", early_help.assessment_type)
ended = early_help.dated(early_help.ended_on).where(episodes)
stepped_up = early_help.end_reason.is_("STEP_UP")
at_end = (*who(early_help, on=early_help.ended_on), kind, source, organisation)

EH06 = indicator(
    "EH06",
    "Early help episodes stepped up to social care",
    count(ended.where(stepped_up)),
    theme=THEME,
    counts_each="early help episode",
    counts="episodes of early help or Family Help that closed by stepping up, one for each child",
    source="2015 paper (4.4). Local reasons for closing (domain knowledge, unverified). The day the episode closed "
    "decides the period; the front door may have taken another decision than was asked for.",
    by=at_end,
)

EH06_SHARE = indicator(
    "EH06-SHARE",
    "Early help that ended by stepping up to social care",
    percentage_of(ended, that=stepped_up),
    theme=THEME,
    counts_each="early help episode",
    counts="episodes of early help or Family Help that closed, one for each child",
    source="2015 paper (4.4), counted as EH06. An episode that closed without a reason is in the whole.",
    by=at_end,
)

EH07 = indicator(
    "EH07",
    "Early help episodes that came down from social care",
    count(early_help.dated(early_help.started_on).where(episodes, early_help.request_source_code.is_("SOCIAL_CARE"))),
    theme=THEME,
    counts_each="early help episode",
    counts="episodes of early help or Family Help that began, one for each child",
    source="2015 paper (4.23). Local definition (domain knowledge, unverified): children's social care asked for the "
    "help. A request that has led to no help yet does not count.",
    by=(*who(early_help, on=early_help.started_on), kind, organisation),
)

INDICATORS = (EH06, EH06_SHARE, EH07)
