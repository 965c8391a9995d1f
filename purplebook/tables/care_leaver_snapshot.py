"""Where care leavers stand on a day: in touch, housed, at work or in education, with a pathway plan.

The monthly rows (basis CURRENT) describe everyone entitled that day; the yearly return asks around each birthday
(basis OC3_BIRTHDAY). The two cover different young people and must not be mixed.
"""

from purplebook.tables.schema import Table, code, date, link, only_for, text, where, whole_number
from purplebook.tables.story import NotTold, Routine, Story

care_leaver_snapshot = Table(
    name="care_leaver_snapshot",
    grain="one care leaver on one day, on one basis",
    group="leaving care",
    key=(
        "person_id",
        "snapshot_on",
        "basis",
    ),
    nouns=("care leaver", "care leavers"),
    happens_on="snapshot_on",
    dealt_with_on="last_contact_on",
    is_only_after_birth=True,
    columns=(
        link("person_id", "The care leaver.", to="person"),
        date("snapshot_on", "The day the row describes: a month end, or the birthday.", model_name="as_at"),
        whole_number("return_year", "The year in which the return ends, on birthday rows; empty on monthly rows."),
        code("basis", "Which young people and which day the row is about.", "care_leaver_basis"),
        code(
            "eligibility", "What the young person is entitled to under the leaving care law.", "care_leaver_eligibility"
        ),
        code("in_touch", "Whether the authority is in touch with the young person.", "in_touch"),
        date(
            "last_contact_on",
            "Day of the latest contact; empty when there has been none.",
            model_name="last_contact_date",
        ),
        where(
            code("accommodation_code", "Where the young person lives.", "accommodation"), only_for("in_touch", "YES")
        ),
        where(
            code("accommodation_suitable", "Whether the accommodation is suitable.", "accommodation_suitability"),
            only_for("in_touch", "YES"),
        ),
        where(
            code("activity_code", "What the young person does: education, employment, training or none.", "activity"),
            only_for("in_touch", "YES"),
        ),
        date(
            "pathway_plan_on",
            "Date of the current pathway plan, or of its latest review; empty when there is none.",
            model_name="pathway_plan_date",
        ),
        text("personal_adviser", "The personal adviser in the words of the source; empty when none is allocated."),
        link("team_id", "The team responsible.", to="team"),
        link("worker_id", "The personal adviser or social worker responsible.", to="worker"),
    ),
    story=Story(
        {
            "snapshot_on": "Care leavers' register[: {in_touch}][; {accommodation_code}][; {activity_code}]",
            "last_contact_on": NotTold("Every month's row repeats it, so one contact would be told many times."),
            "pathway_plan_on": NotTold("Every month's row repeats it; pathway plans stand in the table of plans."),
        },
        routine=Routine("entries in the care leavers' register", ("in_touch=YES? in touch",)),
    ),
)
