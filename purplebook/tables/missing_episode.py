"""Times at which a looked-after child was missing, or away from the placement without authorisation."""

from purplebook.tables.schema import Table, code, date, identifier, link, only_for, where, yes_no
from purplebook.tables.story import Story

missing_episode = Table(
    name="missing_episode",
    grain="one time one child was missing or away without authorisation",
    group="looked after",
    key=("missing_id",),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_short=True,
    is_only_after_birth=True,
    columns=(
        identifier("missing_id", "Key of the row."),
        link("person_id", "The child.", to="person"),
        code("missing_type", "Whether the child was missing or away without authorisation.", "missing_type"),
        date(
            "started_on",
            "Day on which the child went missing; empty when the source gives only the latest answers.",
            model_name="start_date",
        ),
        date("ended_on", "Day on which the child was found or came back; empty while missing.", model_name="end_date"),
        code(
            "return_interview_offered",
            "Whether a return home interview was offered.",
            "return_interview_answer",
            model_name="rhi_offered",
        ),
        where(
            code(
                "return_interview_accepted",
                "Whether the child took the return home interview up.",
                "return_interview_answer",
                model_name="rhi_accepted",
            ),
            only_for("return_interview_offered", "Y"),
        ),
        yes_no(
            "is_latest_only",
            "True when the source lists only the latest episode, so earlier ones may be missing.",
            model_name="latest_only",
        ),
    ),
    story=Story(
        {
            "started_on": "Absence began[: {missing_type}]",
            "ended_on": "Absence ended[return_interview_offered=Y?, return home interview offered]"
            "[return_interview_offered=N?, return home interview not offered]"
            "[return_interview_accepted=Y?, taken up]"
            "[return_interview_offered=Y&return_interview_accepted=N?, not taken up]",
        },
    ),
)
