"""Looked-after children who go missing, and the interviews they are offered when they come back."""

from purplebook.definitions.breakdowns import who
from purplebook.definitions.cohorts import SHORT_BREAKS_ALL_THE_PERIOD, only_short_breaks
from purplebook.definitions.indicators.looked_after import THEME
from purplebook.language import (
    PERIOD,
    any_of,
    called,
    count,
    indicator,
    looked_after_episode,
    looked_after_period,
    missing_episode,
    not_,
    percentage_of,
    percentage_of_children,
    same_child,
    this_row,
)

missing = missing_episode.missing_type.is_("M")
by_child = who(looked_after_period, on=PERIOD.last_day)
went_missing_on = this_row(missing_episode.started_on)
went_missing = missing_episode.dated(missing_episode.started_on).where(
    missing,
    same_child(looked_after_period)
    .where(
        looked_after_period.started_on <= went_missing_on,
        any_of(looked_after_period.ended_on.is_missing(), looked_after_period.ended_on > went_missing_on),
    )
    .exists(),
    not_(
        called(
            "looked after only for short breaks on that day",
            only_short_breaks(
                same_child(looked_after_episode).where(
                    looked_after_episode.started_on <= went_missing_on,
                    any_of(looked_after_episode.ended_on.is_missing(), looked_after_episode.ended_on > went_missing_on),
                )
            ),
        )
    ),
)
came_back = missing_episode.dated(missing_episode.ended_on).where(missing)

LA26 = indicator(
    "LA26",
    "Children looked after at any time who went missing",
    percentage_of_children(
        looked_after_period.open_during_period(looked_after_period.started_on, looked_after_period.ended_on).where(
            not_(SHORT_BREAKS_ALL_THE_PERIOD)
        ),
        that=same_child(missing_episode)
        .where(
            missing,
            missing_episode.started_on >= this_row(looked_after_period.started_on),
            missing_episode.started_on <= PERIOD.last_day,
            any_of(missing_episode.ended_on.is_missing(), missing_episode.ended_on >= PERIOD.first_day),
            any_of(
                this_row(looked_after_period.ended_on).is_missing(),
                missing_episode.started_on < this_row(looked_after_period.ended_on),
            ),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="different children looked after on some day of the period",
    source="SSDA903 return: missing for any length of time, those still missing when the period began included; away "
    "without authorisation is another thing. The Department warns that some authorities record the one as the other.",
    better="lower",
    by=by_child,
)

LA26_EPISODES = indicator(
    "LA26-EPISODES",
    "Times that looked-after children went missing",
    count(went_missing),
    theme=THEME,
    edition=2,
    counts_each="missing episode",
    counts="times missing, so a child may count many times",
    source="SSDA903 return: by the day the child went missing, while looked after other than for short breaks.",
    better="lower",
    by=who(missing_episode, on=missing_episode.started_on),
)

LA27 = indicator(
    "LA27",
    "Returns from missing followed by an interview",
    percentage_of(came_back, that=missing_episode.return_interview_accepted.is_("Y")),
    theme=THEME,
    counts_each="missing episode",
    counts="times missing that ended, of all children and not only those looked after, unrecorded answers included",
    source="Statutory guidance of 2014, partly verified: an offer that the child took up. Whether it was within 72 "
    "hours cannot be told: no format that we read holds when the interview was.",
    better="higher",
    by=who(missing_episode, on=missing_episode.ended_on),
)

LA27_OFFERED = indicator(
    "LA27-OFFERED",
    "Returns from missing after which an interview was offered",
    percentage_of(came_back, that=missing_episode.return_interview_offered.is_("Y")),
    theme=THEME,
    counts_each="missing episode",
    counts="times missing that ended, of all children and not only those looked after, unrecorded answers included",
    source="Statutory guidance of 2014, partly verified: every child who comes back is to be offered one.",
    better="higher",
    by=who(missing_episode, on=missing_episode.ended_on),
)

INDICATORS = (LA26, LA26_EPISODES, LA27, LA27_OFFERED)
