"""Supervision of social workers by their managers, of one case or of the worker: a local register."""

from purplebook.tables.schema import Table, code, date, identifier, link, yes_no
from purplebook.tables.story import Routine, Story

supervision = Table(
    name="supervision",
    grain="one supervision of one worker, about one child where it is about a case",
    group="quality",
    key=("supervision_id",),
    nouns=("supervision", "supervisions"),
    columns=(
        identifier("supervision_id", "Key of the row."),
        link("person_id", "The child whose case was discussed; empty for personal and group supervision.", to="person"),
        link("worker_id", "The worker supervised.", to="worker"),
        link("supervisor_id", "The manager who gave the supervision.", to="worker"),
        date("supervised_on", "Day of the supervision.", model_name="supervision_date"),
        code("supervision_type", "Whether it was about a case, the worker or a group.", "supervision_type"),
        yes_no(
            "is_recorded_on_case",
            "Whether the discussion is written on the child's record.",
            model_name="recorded_on_case",
        ),
    ),
    story=Story(
        {
            "supervised_on": "Supervision of the case[is_recorded_on_case=false?, not written on the case]",
        },
        routine=Routine("supervisions", ("is_recorded_on_case=false? not written on the case",)),
    ),
)
