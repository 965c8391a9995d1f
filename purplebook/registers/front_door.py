"""The registers of the front door: contacts, early help and strategy discussions."""

from purplebook.registers.declare import Register, child
from purplebook.registers.declare import RegisterColumn as Col

CONTACTS = Register(
    name="contacts",
    title="Contacts with presenting issue",
    table_name="contact",
    about="One row for each contact about one child; a call about three children is three rows.",
    dated_by=("contacted_on",),
    columns=(
        Col("Contact reference", "contact_id", "Your own reference of the contact, if you have one."),
        child("The child the contact is about."),
        Col("Date of contact", "contacted_on", "Day on which the contact was received.", is_mandatory=True),
        Col("Who made the contact", "source_code", "Who told us about the child."),
        Col(
            "Who made the contact, in your words", "source_text", "More about who it was, where the list is too short."
        ),
        Col("Presenting issue", "presenting_issue", "The main worry that was reported.", is_telling=True),
        Col(
            "What was decided",
            "outcome_codes",
            "What was decided; where several things were, write their codes with ';' between them.",
        ),
        Col("Date of decision", "decided_on", "Day on which the front door decided; empty while undecided."),
    ),
)

EARLY_HELP = Register(
    name="early-help",
    title="Early help and common assessments (CAF)",
    table_name="early_help",
    about="One row for each episode of early help, or each assessment such as a CAF, for one child.",
    dated_by=("started_on", "requested_on"),
    kind=("assessment_type",),
    also_called=("caf",),
    columns=(
        Col("Early help reference", "early_help_id", "Your own reference of the episode or assessment, if any."),
        child("The child who is helped."),
        Col(
            "Episode or assessment",
            "assessment_type",
            "Whether the row is an episode of help or an assessment, and of which kind.",
            is_mandatory=True,
        ),
        Col("Date help was requested", "requested_on", "Day on which help was asked for; on episodes only."),
        Col("Who asked for help", "request_source_code", "Who asked for help."),
        Col(
            "Start date of help or assessment",
            "started_on",
            "Day on which the episode or assessment began; empty when the request led to nothing.",
            is_telling=True,
        ),
        Col(
            "End date of help or assessment",
            "ended_on",
            "Day on which the episode closed or the assessment was completed; empty while open.",
        ),
        Col("Lead organisation", "organisation", "Who leads the help, or completed the assessment."),
        Col("Why help was asked for", "reason", "The reason in your own words."),
        Col("Why the episode closed", "end_reason", "Why it closed; empty while open and on assessments."),
        Col(
            "Quality checked when handed in",
            "is_quality_assured",
            "Whether the assessment was checked for quality when it was handed in.",
        ),
        Col("Lead worker", "worker_id", "The lead worker's name, written the same way each time."),
    ),
)

STRATEGY_DISCUSSIONS = Register(
    name="strategy-discussions",
    title="Strategy discussions",
    table_name="section_47_enquiry",
    about="One row for each child at each strategy discussion, also when no enquiry followed.",
    dated_by=("strategy_discussion_on",),
    columns=(
        Col("Strategy discussion reference", "section_47_enquiry_id", "Your own reference, if you have one."),
        child("The child discussed."),
        Col("Date of strategy discussion", "strategy_discussion_on", "Day of the discussion.", is_mandatory=True),
        Col("Police took part", "has_police_attended", "Whether the police took part.", is_telling=True),
        Col("Health took part", "has_health_attended", "Whether a health service took part.", is_telling=True),
        Col("Education took part", "has_education_attended", "Whether a school or education service took part."),
        Col(
            "Led by the child protection team",
            "is_led_by_protection_team",
            "Whether a lead practitioner of the multi-agency child protection team led it; empty before there was one.",
        ),
        Col("Other agencies", "other_agencies", "Which other agencies took part, in your own words."),
        Col("Decision of the discussion", "decision", "What the discussion decided."),
        Col("Team", "team_id", "The team that made the enquiry, by its name."),
        Col("Worker", "worker_id", "The worker who led the enquiry, by name, written the same way each time."),
    ),
)

FRONT_DOOR_REGISTERS = (CONTACTS, EARLY_HELP, STRATEGY_DISCUSSIONS)
