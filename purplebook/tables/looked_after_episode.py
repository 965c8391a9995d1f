"""Episodes of care as the yearly return on looked-after children (the SSDA903, or "903") tells them.

A new episode begins whenever the legal status or the placement changes. Each closing episode but the last has end
reason X1.
"""

from purplebook.tables.schema import Table, code, date, identifier, link, text, whole_number
from purplebook.tables.story import Story, Told

looked_after_episode = Table(
    name="looked_after_episode",
    grain="one episode: a stretch of being looked after in which legal status and placement do not change",
    group="looked after",
    key=(
        "person_id",
        "started_on",
    ),
    model_name="lac_episode",
    nouns=("episode of care", "episodes of care"),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_only_after_birth=True,
    columns=(
        identifier("episode_id", "An identifier for the episode; the key is child and start date, as in the return."),
        link(
            "looked_after_period_id",
            "The period of being looked after that the episode belongs to.",
            to="looked_after_period",
            model_name="lac_period_id",
        ),
        link("person_id", "The child who is looked after.", to="person"),
        date("started_on", "First day of the episode.", model_name="start_date"),
        code("start_reason", "Why a new episode began (the return's reason for new episode).", "episode_start_reason"),
        code("legal_status_code", "The child's legal status during the episode.", "legal_status"),
        code("need_code", "The main reason why the child is looked after.", "looked_after_need"),
        code("placement_type", "The kind of placement during the episode.", "placement_type"),
        code(
            "provider_code",
            "Who provides the placement; empty on temporary and other placements.",
            "placement_provider",
        ),
        link("placement_id", "The placement; empty when it has not been worked out.", to="placement"),
        date("ended_on", "Last day of the episode; empty while it is open.", model_name="end_date"),
        code(
            "end_reason_code",
            "Why the episode ended; empty while it is open.",
            "episode_end_reason",
            hangs_on="ended_on",
        ),
        code("change_reason", "Why the placement that is ending changes.", "placement_change_reason"),
        text("home_postcode", "Postcode of the home the child came from."),
        text("placement_postcode", "Postcode of the placement."),
        text(
            "provider_reference",
            "Ofsted's unique reference number for the provider; XXXXXX where there is none.",
            model_name="urn",
        ),
        whole_number("return_year", "The year in which the return ends: 2015 for 1 April 2014 to 31 March 2015."),
    ),
    story=Story(
        {
            "started_on": "Episode of care began[: {start_reason}]",
            # X1 means that the next episode begins on the same day, which that episode's own line says.
            "ended_on": Told("Episode of care ended[: {end_reason_code}]", only="end_reason_code!=X1"),
        },
    ),
)
