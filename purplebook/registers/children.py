"""Registers about children that no return asks for child by child: private fostering, schools, core groups."""

from purplebook.registers.declare import Register, child
from purplebook.registers.declare import RegisterColumn as Col

PRIVATE_FOSTERING = Register(
    name="private-fostering",
    title="Private fostering arrangements",
    table_name="private_fostering",
    about="One row for each private arrangement for one child.",
    dated_by=("started_on",),
    columns=(
        Col("Arrangement reference", "private_fostering_id", "Your own reference of the arrangement, if you have one."),
        child("The child who is privately fostered."),
        Col("Date the authority was told", "notified_on", "Day on which you were told of it.", is_telling=True),
        Col("Date the arrangement began", "started_on", "Day on which the child moved in.", is_mandatory=True),
        Col("Date the arrangement ended", "ended_on", "Day on which it ended; empty while it runs."),
        Col("Worker responsible", "worker_id", "The worker's name, written the same way each time."),
    ),
)

SCHOOL_ROLLS = Register(
    name="school-rolls",
    title="Schools of looked-after children",
    table_name="school_enrolment",
    about="One row for each time a child was on the roll of a school.",
    dated_by=("started_on",),
    columns=(
        Col("Roll reference", "school_enrolment_id", "Your own reference, if you have one."),
        child("The child on the roll."),
        Col(
            "School",
            "school_reference",
            "The school's URN, or its name written the same way each time.",
            is_telling=True,
        ),
        Col("First day on the roll", "started_on", "First day on the roll.", is_mandatory=True),
        Col("Last day on the roll", "ended_on", "Last day on the roll; empty while the child is on it."),
    ),
)

CORE_GROUPS = Register(
    name="core-groups",
    title="Core group meetings",
    table_name="child_protection_conference",
    about="One row for each child at each meeting of the core group of a child protection plan.",
    dated_by=("held_on",),
    kind=("conference_type",),
    fixed=(("conference_type", "CORE_GROUP"),),
    columns=(
        Col("Core group reference", "conference_id", "Your own reference of the meeting, if you have one."),
        child("The child with the plan."),
        Col("Core group due by", "due_on", "Last day on which the meeting would be in time, if you keep it."),
        Col("Date of core group", "held_on", "Day on which it was held.", is_mandatory=True),
    ),
)

EDUCATION_PLANS = Register(
    name="education-plans",
    title="Personal education plans",
    table_name="plan",
    about="One row for each personal education plan of a looked-after child.",
    dated_by=("started_on",),
    kind=("plan_type",),
    fixed=(("plan_type", "PERSONAL_EDUCATION"),),
    columns=(
        Col("Education plan reference", "plan_id", "Your own reference of the plan, if you have one."),
        child("The child whose plan it is."),
        Col("Start of education plan", "started_on", "First day of the plan.", is_mandatory=True),
        Col("End of education plan", "ended_on", "Day on which it ended or was replaced; empty while it is current."),
        Col("Last review of education plan", "last_reviewed_on", "Day of its latest review.", is_telling=True),
    ),
)

CHILDREN_REGISTERS = (PRIVATE_FOSTERING, SCHOOL_ROLLS, CORE_GROUPS, EDUCATION_PLANS)
