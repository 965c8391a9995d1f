"""The registers of recruitment, of foster carers and of care leavers."""

from purplebook.registers.declare import Register, child
from purplebook.registers.declare import RegisterColumn as Col

RECRUITMENT = Register(
    name="recruitment",
    title="Job applications",
    table_name="job_application",
    about="One row for each application for one post, without names.",
    dated_by=("applied_on",),
    kind=("post_type",),
    also_called=("job-applications",),
    columns=(
        Col("Application reference", "job_application_id", "Your own reference, without names.", is_mandatory=True),
        Col("Post applied for", "post_type", "The kind of post.", is_mandatory=True),
        Col("Date of application", "applied_on", "Day on which it was received.", is_mandatory=True),
        Col("Preferred candidate on", "preferred_on", "Day on which the applicant became the preferred candidate."),
        Col("Post offered on", "offered_on", "Day on which the post was offered; empty when it was not."),
        Col("Offer accepted on", "accepted_on", "Day on which the offer was accepted; empty otherwise."),
        Col("First day in post", "started_on", "First day in post; empty until then."),
    ),
)

FOSTER_CARERS = Register(
    name="foster-carer-recruitment",
    title="Recruitment and approval of foster carers",
    table_name="foster_carer_approval",
    about="One row for each fostering household, from enquiry through approval to ending.",
    also_called=("foster-carers",),
    columns=(
        Col("Household reference", "foster_carer_approval_id", "Your own reference, no name.", is_mandatory=True),
        Col("Kind of foster carer", "carer_type", "Whom the household fosters."),
        Col("Date of enquiry", "enquired_on", "Day on which the household first asked about fostering."),
        Col("Date of approval", "approved_on", "Day on which it was approved; empty until then.", is_telling=True),
        Col("Date approval ended", "ended_on", "Day on which the approval ended; empty while it is current."),
        Col("Approved adults", "carers_count", "How many adults of the household are approved, in digits."),
        Col("Approved places", "places_count", "How many children it may foster at once, in digits."),
    ),
)

CARE_LEAVERS = Register(
    name="care-leavers",
    title="List of care leavers",
    table_name="care_leaver_snapshot",
    about="One row for each care leaver on the day of the list. Add a list for each month, or replace the rows.",
    fixed=(("basis", "CURRENT"),),
    columns=(
        child("The care leaver."),
        Col("Day of the list", "snapshot_on", "The day the row describes, such as a month end.", is_mandatory=True),
        Col("Entitled as", "eligibility", "What the young person is entitled to.", is_telling=True),
        Col("In touch", "in_touch", "Whether the authority is in touch with the young person.", is_telling=True),
        Col("Date of last contact", "last_contact_on", "Day of the latest contact; empty when there has been none."),
        Col("Accommodation", "accommodation_code", "Where the young person lives."),
        Col("Accommodation suitable", "accommodation_suitable", "Whether the accommodation is suitable."),
        Col("Activity", "activity_code", "Education, employment, training or none."),
        Col("Date of pathway plan", "pathway_plan_on", "Date of the current plan or its latest review; or empty."),
        Col("Personal adviser", "personal_adviser", "The adviser's name; empty when none is allocated."),
        Col("Responsible team", "team_id", "The team responsible, by its name."),
        Col("Responsible worker", "worker_id", "The worker responsible, by name, written the same way each time."),
    ),
)

PEOPLE_REGISTERS = (RECRUITMENT, FOSTER_CARERS, CARE_LEAVERS)
